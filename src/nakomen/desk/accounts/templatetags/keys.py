"""Whether a security key can be used where she is."""

from contextlib import suppress
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit

from django import template

register = template.Library()


@register.simple_tag(takes_context=True)
def keys_work(context: dict[str, Any]) -> bool:
    """A browser gives a key to a site with a name, never to a bare IP address."""
    with suppress(ValueError):
        ip_address(urlsplit(f"//{context['request'].get_host()}").hostname or "")
        return False
    return True
