"""On every page that visitors see: that the statement changes, as long as it is still to come."""

from typing import Any

from django import template
from django.utils import timezone

from nakomen.desk.notices.models import Notice
from nakomen.desk.notices.telling import coming as found

register = template.Library()


@register.simple_tag(takes_context=True)
def coming(context: dict[str, Any]) -> Notice | None:
    request = context.get("request")
    staff = request is None or request.user.is_authenticated
    return None if staff else found(timezone.localdate())
