"""Fetching mail: what is new is handled, what was there stays as it was."""

import imaplib
import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.conf import settings
from django.core.cache import cache
from django.db import transaction
from django.utils import timezone

from nakomen.desk.dossiers import flow
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.keyed import keyed
from nakomen.desk.mailbox import box, came, identity, opening
from nakomen.desk.mailbox.models import Kind, Seen

EVERY_S = 30.0
BACK = timedelta(days=31)
"""At a start the desk looks so far back, or to the last message that it saw."""
KEPT = timedelta(days=400)
"""So long is known what was seen: longer than anybody looks back."""
_LOOKED = "mailbox read"
_LOG = logging.getLogger(__name__)


@dataclass
class _Place:
    """Up to where this process looked; another process looks again, and knows what it saw."""

    validity: str = ""
    uid: int = 0


_place = _Place()


def fetch_new() -> None:
    """Handle each message that was not handled yet."""
    forget()
    if not settings.MAILBOX_SERVER:
        return
    try:
        with box.opened(settings.MAILBOX_SERVER) as opened:
            if opened.validity != _place.validity:
                _place.validity, _place.uid = opened.validity, 0
            _round(opened)
            cache.set(_LOOKED, timezone.now(), None)
    except (OSError, imaplib.IMAP4.error, box.Refused) as error:
        _place.validity = ""
        _LOG.error("mailbox: %s", type(error).__name__)


def forget() -> None:
    Seen.objects.filter(at__lt=timezone.now() - KEPT).delete()


def looked_at() -> datetime | None:
    """When the mailbox was last read; every process of the desk knows it."""
    at: datetime | None = cache.get(_LOOKED)
    return at


def _round(opened: box.Box) -> None:
    heads = list(opened.above(_place.uid) if _place.uid else opened.since(_since()))
    if not Seen.objects.exists():
        _note_read(heads)
    for head in heads:
        name = digest(head)
        known = Seen.objects.filter(digest=name)
        if not known.exists():
            _one(opened, head, name)
        if known.filter(owed=True).exists():
            _destroy(opened, head, name)
        _place.uid = max(_place.uid, head.uid)


def _since() -> date:
    last = Seen.objects.order_by("-at").values_list("at", flat=True).first()
    back: datetime = timezone.now() - BACK
    return min(back, last - timedelta(days=2)).date() if last else back.date()


def _note_read(heads: list[box.Head]) -> None:
    """The first time: what somebody read already is hers, what nobody opened is new."""
    now = timezone.now()
    names = {digest(head) for head in heads if head.read}
    rows = [Seen(digest=name, at=now, kind=Kind.BEFORE) for name in names]
    rows.append(Seen(digest=keyed("mailbox", b"the first time"), at=now, kind=Kind.BEFORE))
    with transaction.atomic():
        Seen.objects.bulk_create(rows, ignore_conflicts=True)


def _one(opened: box.Box, head: box.Head, name: str) -> None:
    try:
        opening.handle(opened.whole(head.uid), head.arrived, name)
    except (ValueError, LookupError, TypeError, AttributeError, AssertionError) as error:
        # One message that no program can read keeps nobody else waiting.
        _LOG.error("mailbox: a message could not be read: %s", type(error).__name__)


def _destroy(opened: box.Box, head: box.Head, name: str) -> None:
    """A copy of an identity card goes; the letter around it stays. Looked for again afterwards."""
    twins = _twins(opened, head, name)
    holding = [twin for twin in twins if _copies(opened, twin)]
    try:
        # Begun before and killed: the letter without the copy may stand there already.
        if holding and len(holding) == len(twins):
            opened.add(_bare(opened, holding[0]), holding[0])
        for twin in holding:
            opened.destroy(twin.uid)
    except box.Refused:
        return _settle(name, "id_left")
    left = any(_copies(opened, twin) for twin in _twins(opened, head, name))
    return _settle(name, "id_left" if left else "id_gone")


def _twins(opened: box.Box, head: box.Head, name: str) -> list[box.Head]:
    """This letter, as often as it stands in the mailbox."""
    day = (head.arrived - timedelta(days=2)).date()
    return [twin for twin in opened.since(day) if digest(twin) == name]


def _copies(opened: box.Box, head: box.Head) -> bool:
    message = came.parsed(opened.whole(head.uid))
    return bool(identity.copies(message, came.came(message).text))


def _bare(opened: box.Box, head: box.Head) -> bytes:
    """
    Raises:
        Refused: too large to be put back whole.
    """
    if head.size > box.LARGEST:
        raise box.Refused
    message = came.parsed(opened.whole(head.uid))
    return identity.without(message, identity.copies(message, came.came(message).text))


def _settle(name: str, what: str) -> None:
    with transaction.atomic():
        seen = Seen.objects.get(digest=name)
        seen.owed = False
        seen.save()
        if seen.case:
            flow.note(seen.case, what)


def digest(head: box.Head) -> str:
    """What tells a message from any other, so that nobody can read it back."""
    lines = sorted(line.strip() for line in head.named.splitlines() if line.strip())
    told = b"\n".join(lines) if lines else f"{head.arrived} {head.size}".encode()
    return keyed("mailbox", told)


MAILBOX = Beside("mailbox", EVERY_S, fetch_new)
