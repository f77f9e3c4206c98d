"""From a message to a case, in one transaction with the note that it was seen."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from nakomen import verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import DESK, Role
from nakomen.desk.dossiers import flow, proving
from nakomen.desk.dossiers.models import ENDED, Case, Channel
from nakomen.desk.mailbox import came, identity, returned, trial, written
from nakomen.desk.mailbox.models import Kind, Seen

if TYPE_CHECKING:
    from nakomen import Recognised

A_DAY = 5
"""Cases that one address opens in a day; more comes from a program, whatever it says."""
_REFERENCE = re.compile(r"\bZ-\d{4}-(\d{4,})\b")


@dataclass(frozen=True, kw_only=True)
class Handled:
    kind: Kind
    case: Case | None = None
    owed: bool = False


def handle(raw: bytes, arrived: datetime, digest: str) -> Handled:
    """Do what *raw* asks, once: killed in between, nothing of it is there."""
    message = came.parsed(raw)
    letter = came.came(message)
    with transaction.atomic():
        if Seen.objects.filter(digest=digest).exists():
            return Handled(kind=Kind.BEFORE)
        done = _handle(message, letter, arrived)
        Seen.objects.create(
            digest=digest, at=timezone.now(), kind=done.kind, case=done.case, owed=done.owed
        )
    return done


def _handle(message: EmailMessage, letter: came.Came, arrived: datetime) -> Handled:
    if trial.came(message):
        return Handled(kind=Kind.LEFT)
    if returned.is_report(message):
        back = returned.note(message)
        return Handled(kind=Kind.RETURNED if back else Kind.LEFT, case=back.case if back else None)
    found = verbs.asked_in(letter.subject, letter.text)
    spam = written.marked_as_spam(message) and not found.sure
    if spam or not letter.address or not written.by_a_person(message, letter.address):
        return Handled(kind=Kind.LEFT)
    known = _known(letter)
    case = known or _opened(letter, found, arrived)
    copies = identity.copies(message, letter.text)
    if known:
        flow.note(case, "wrote")
    if copies:
        flow.note(case, "id_came")
    if len(identity.attachments(message)) > len(copies):
        flow.note(case, "attached")
    return Handled(kind=Kind.MORE if known else Kind.CASE, case=case, owed=bool(copies))


def _known(letter: came.Came) -> Case | None:
    """The case that she writes about: named in the subject, or one of too many of this day."""
    mine = Case.objects.filter(email=letter.address).exclude(state__in=ENDED)
    if named := _REFERENCE.search(letter.subject):
        case: Case | None = mine.filter(pk=int(named[1])).first()
        return case
    since = timezone.now() - timedelta(days=1)
    today = Case.objects.filter(
        email=letter.address, channel=Channel.MAIL, events__what="received", events__at__gte=since
    )
    last: Case | None = mine.order_by("-pk").first() if today.count() >= A_DAY else None
    return last


def _opened(letter: came.Came, found: Recognised, arrived: datetime) -> Case:
    """Unproven like any other; a code goes to her only when it is sure what she asks."""
    from nakomen import ASKED_BY

    sure = found.right if found.sure else None
    case = flow.receive(
        ASKED_BY[sure].value if sure else "",
        Channel.MAIL,
        letter.address,
        name=letter.name,
        words=_words(letter),
        language=found.language.value,
        at=came.received(letter, arrived, timezone.now()),
    )
    case.owner = _owner()
    case.save()
    if sure and proving.possible():
        proving.send(case)
    return case


def _words(letter: came.Came) -> str:
    return f"{letter.subject}\n\n{letter.text}".strip()[: came.LONGEST]


def _owner() -> Colleague | None:
    """Who is named for privacy: the one contact, without one the one owner."""
    here = Colleague.objects.staff().filter(is_active=True, left_on=None)
    contacts = list(here.filter(role=Role.PRIVACY)) or list(here.filter(role__in=DESK))
    return contacts[0] if len(contacts) == 1 else None
