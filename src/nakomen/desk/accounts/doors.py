"""Who may come in at all, with the right password: she signed, and still works here."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.http import HttpRequest

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.places import refused
from nakomen.desk.accounts.roles import ANY


class Signed(AuthenticationBackend):
    """Asked at the door and again at every request, so that who left is out at once."""

    def authenticate(self, request: HttpRequest | None, **credentials: Any) -> Colleague | None:
        """From where staff may not come in, the right password is answered as a wrong one."""
        found: Colleague | None = super().authenticate(request, **credentials)
        if found and request and found.role in ANY and refused(request, staff=True):
            request.right_elsewhere = True
            return None
        return found

    def user_can_authenticate(self, user: Colleague) -> bool:
        return user.may_enter
