"""Who may come in at all, with the right password: she signed, and still works here."""

from allauth.account.auth_backends import AuthenticationBackend

from nakomen.desk.accounts.models import Colleague


class Signed(AuthenticationBackend):
    """Asked at the door and again at every request, so that who left is out at once."""

    def user_can_authenticate(self, user: Colleague) -> bool:
        return user.may_enter
