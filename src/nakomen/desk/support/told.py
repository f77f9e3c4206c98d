"""What a customer sees of the sessions in which somebody looked at her data."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.roles import TOLD, Role
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.words import chosen
from nakomen.desk.support.models import Basis, Kind, Permission, Session

KINDS = {
    Kind.DATA: ("gegevens in de systemen", "data in the systems"),
    Kind.REMOTE: ("hulp op afstand", "help from afar"),
    Kind.SYSTEM: ("een systeem of website", "a system or site"),
    Kind.REPAIR: ("reparatie", "repair"),
    Kind.RECOVERY: ("herstel van gegevens", "recovery of data"),
    Kind.CAMERA: ("camerabeelden", "camera footage"),
}
BASES = {
    Basis.TICKET: ("ticket", "ticket"),
    Basis.CASE: ("zaak", "case"),
    Basis.PERMISSION: ("toestemming", "permission"),
}


@dataclass(frozen=True, kw_only=True)
class Told:
    """One session, in words. *who* is a task, not a name. *looked*: how often, and at what."""

    reference: str
    who: str
    what: str
    basis: str
    reason: str
    begun_at: datetime
    over_at: datetime
    open: bool
    looked: int
    places: tuple[str, ...]


def sessions_of(marks: Iterable[str]) -> list[Told]:
    """
    The sessions about the customer with one of *marks*, the newest first.

    Args:
        marks: as `nakomen.verbs.known` tells them of an address that she proved.
    """
    found = Session.objects.filter(marks__mark__in=[*marks]).distinct().prefetch_related("views")
    return [_told(session) for session in found]


def sessions_at(email: str) -> list[Told]:
    """The same for an address that somebody proved is hers; none where it leads to nobody."""
    if not Session.objects.exists():
        return []
    try:
        with opened() as company:
            her = verbs.known(company, email)
    except NakomenError:
        return []  # A system that does not answer must not keep her from her answer.
    return sessions_of(her.marks) if her else []


def told_of(permission: Permission) -> list[Told]:
    """The sessions that rest on what she permitted in her account, the newest first."""
    return [_told(session) for session in permission.sessions.all()]


def _told(session: Session) -> Told:
    views = [view for view in session.views.all() if not view.refused]
    return Told(
        reference=session.reference,
        who=chosen(*TOLD[Role(session.role)]),
        what=chosen(*KINDS[Kind(session.kind)]),
        basis=f"{chosen(*BASES[Basis(session.basis)])} {session.number}",
        reason=session.reason,
        begun_at=session.begun_at,
        over_at=session.over_at,
        open=session.open,
        looked=len(views),
        places=tuple(dict.fromkeys(place for view in views for place in view.places)),
    )
