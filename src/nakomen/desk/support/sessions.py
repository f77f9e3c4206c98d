"""A session is begun for a reason, looked in, and ends by itself."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import Role
from nakomen.desk.dossiers.models import Case
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.company import opened
from nakomen.desk.support import permissions
from nakomen.desk.support.models import Basis, Kind, Mark, Permission, Session, View
from nakomen.desk.support.reach import looking

if TYPE_CHECKING:
    from nakomen import Company, Seen

KEPT = timedelta(days=366)
"""So long a customer can see that somebody looked."""
EVERY_S = 60.0
_CASE = re.compile(r"Z-(\d{4})-(\d{4,9})")


class Nobody(NakomenError):
    """No customer was found with this. Look how it stands in your systems."""

    nl = "Hiermee is geen klant gevonden. Kijk hoe het in uw systemen staat."


class NotHers(NakomenError):
    """This case is not of this customer. Without a request there is no session."""

    nl = "Deze zaak is niet van deze klant. Zonder verzoek is er geen sessie."


class Over(NakomenError):
    """This session is over. Begin a new one, with the request that is there now."""

    nl = "Deze sessie is voorbij. Begin een nieuwe, met het verzoek dat er nu is."


def begin(colleague: Colleague, given: dict[str, Any]) -> Session:
    """
    A session for the customer whom the key names; it ends by itself.

    Raises:
        Nobody, NotHers, NotPermitted, FormerCustomer, ManyPersons: there is no session.
    """
    now, role = timezone.now(), Role(colleague.role)
    with opened() as company:
        her = verbs.named(company, given["key_kind"], given["key"])
        if her is None:
            raise Nobody
        if given["basis"] == Basis.CASE and not _asked(company, given["number"], her.marks):
            raise NotHers
        permission = _permitted(given, her.marks)
        tried = looking(role, "-", colleague.email)
        verbs.reachable(company, her, tried, timezone.localdate())
    ends = now + timedelta(minutes=given.pop("minutes"))
    with transaction.atomic():
        made: Session = Session.objects.create(
            by=colleague,
            role=role,
            begun_at=now,
            ends_at=min(ends, permission.until) if permission else ends,
            permission=permission,
            **given,
        )
        Mark.objects.bulk_create(Mark(session=made, mark=mark) for mark in sorted(her.marks))
    return made


def _permitted(given: dict[str, Any], marks: frozenset[str]) -> Permission | None:
    """
    What she permitted in her account; None where the session rests on something else, such as a
    permission that she gave on paper.
    """
    theirs = given["basis"] == Basis.PERMISSION
    in_account = theirs and permissions.NUMBER.fullmatch(given["number"].strip().upper())
    return permissions.named(given["number"], marks) if in_account else None


def _asked(company: Company, number: str, marks: frozenset[str]) -> bool:
    """Whether the case of this number is hers, and its name is not forgotten."""
    told = _CASE.fullmatch(number.strip().upper())
    case = Case.objects.filter(pk=int(told[2])).first() if told else None
    if case is None or not case.email or case.reference != number.strip().upper():
        return False
    who = verbs.known(company, case.email)
    return who is not None and bool(who.marks & marks)


def look(session: Session, colleague: Colleague) -> list[Seen]:
    """
    What she may see now; that she looked is noted, here and in the evidence.

    Raises:
        Over: nothing was looked up.
        Nobody: the key leads to somebody else by now.
        FormerCustomer: she left meanwhile.
    """
    if not session.open or session.key is None or session.kind != Kind.DATA:
        raise Over
    from nakomen import FormerCustomer

    tried = looking(Role(colleague.role), session.reference, colleague.email)
    with opened() as company:
        her = verbs.named(company, session.key_kind, session.key)
        marks = {*session.marks.values_list("mark", flat=True)}
        if her is None or not her.marks & marks:
            raise Nobody
        try:
            found = verbs.seen(company, her, tried, timezone.localdate())
        except FormerCustomer:
            View.objects.create(session=session, at=timezone.now(), places={}, refused=True)
            raise
    places = {each.place: each.rows for each in found}
    View.objects.create(session=session, at=timezone.now(), places=places)
    return found


def end(session: Session) -> None:
    """It is over now; whom it was about can no longer be looked up from it."""
    Session.objects.filter(pk=session.pk, ended_at=None).update(ended_at=timezone.now(), key=None)


def close_over() -> None:
    """What ended by itself is noted as ended; what ended long ago goes."""
    now: datetime = timezone.now()
    for session in Session.objects.filter(ended_at=None, ends_at__lte=now):
        Session.objects.filter(pk=session.pk).update(ended_at=session.ends_at, key=None)
    Session.objects.filter(ended_at__lt=now - KEPT).delete()
    Permission.objects.filter(until__lt=now - KEPT).delete()


CLOSING = Beside("support", EVERY_S, close_over)
