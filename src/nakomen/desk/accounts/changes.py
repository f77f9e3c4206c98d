"""What happens to the account of a colleague: another task, a day on which she goes, a way back."""

from datetime import date

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.core.exceptions import PermissionDenied
from django.db import transaction

from nakomen.desk.accounts.models import Colleague, Done, Ownership, What
from nakomen.desk.accounts.roles import DESK, Role


def note(what: What, by: Colleague | None, about: Colleague | None, detail: str = "") -> None:
    """A line in the log of accounts."""
    Done.objects.create(what=what, by=by, about=about, detail=detail)


def end_sessions(colleague: Colleague) -> None:
    """Wherever she is logged in now, she is not any more."""
    sessions = UserSession.objects.filter(user=colleague)
    Session.objects.filter(pk__in=sessions.values("session_key")).delete()
    sessions.delete()


def shut_out(colleague: Colleague) -> None:
    """Nothing that she knew or had opens anything, from now on."""
    colleague.set_unusable_password()
    colleague.save()
    end_sessions(colleague)
    Authenticator.objects.filter(user=colleague).delete()


def give(colleague: Colleague, role: Role, by: Colleague | None) -> None:
    """Another task. What runs ends: a page of the old task stays open nowhere."""
    with transaction.atomic():
        _keep_an_owner(colleague, role)
        before, colleague.role = colleague.role, role
        colleague.save(update_fields=["role"])
        Ownership.objects.filter(colleague=colleague).delete()
        end_sessions(colleague)
        note(What.ROLE, by, colleague, f"{before} → {role}")


def make_owner(colleague: Colleague, by: Colleague) -> bool:
    """
    Make *colleague* an owner, or ask somebody else to agree where there is somebody.

    Returns:
        Whether it is done.
    """
    if not others(by, colleague):
        give(colleague, Role.OWNER, by)
        return True
    with transaction.atomic():
        wish = {"by": by}
        Ownership.objects.update_or_create(colleague=colleague, defaults=wish)
        note(What.ASKED_OWNER, by, colleague)
    return False


def others(by: Colleague, about: Colleague) -> list[Colleague]:
    """Who can look on as the second: answers for the promises, and is neither of the two."""
    found = Colleague.objects.filter(role__in=DESK).exclude(pk__in=(by.pk, about.pk))
    return [each for each in found if each.may_enter]


def may_agree(colleague: Colleague, wish: Ownership) -> bool:
    return colleague.role in DESK and colleague.pk not in (wish.by_id, wish.colleague_id)


def decide(wish: Ownership, by: Colleague, yes: bool) -> None:
    """The second person says yes or no."""
    about = wish.colleague
    if yes:
        give(about, Role.OWNER, by)
        return
    with transaction.atomic():
        wish.delete()
        note(What.NO_OWNER, by, about)


def leave(colleague: Colleague, on: date, today: date, by: Colleague | None) -> None:
    """From the beginning of *on* she gets in nowhere; what she had ends that day by itself."""
    with transaction.atomic():
        _keep_an_owner(colleague)
        colleague.left_on = on
        colleague.save(update_fields=["left_on"])
        Ownership.objects.filter(colleague=colleague).delete()
        note(What.LEAVES, by, colleague, on.isoformat())
        see_out(today)


def stay(colleague: Colleague, by: Colleague) -> None:
    """She does not leave after all; the day had not come."""
    colleague.left_on = None
    colleague.save(update_fields=["left_on"])
    note(What.STAYS, by, colleague)


def see_out(today: date) -> None:
    """Everybody whose day came: no password, no second step, no session."""
    for colleague in Colleague.objects.filter(left_on__lte=today, is_active=True):
        with transaction.atomic():
            colleague.is_active = False
            shut_out(colleague)
            note(What.LEFT, None, colleague)


def last_owner(colleague: Colleague) -> bool:
    """Without her nobody could invite, or give a task."""
    owners = Colleague.objects.filter(role=Role.OWNER, left_on=None).exclude(pk=colleague.pk)
    return colleague.role == Role.OWNER and not any(owner.may_enter for owner in owners)


def _keep_an_owner(colleague: Colleague, role: Role | None = None) -> None:
    """
    Of two owners who change each other at once, the second finds herself the last.

    Raises:
        PermissionDenied: nothing was changed.
    """
    owners = Colleague.objects.select_for_update().filter(role=Role.OWNER)
    colleague.role = next((o.role for o in owners if o.pk == colleague.pk), colleague.role)
    if role is not Role.OWNER and last_owner(colleague):
        raise PermissionDenied
