"""What happens to a request, step by step; every step is one transaction and stands in the log."""

import secrets
import time
import unicodedata
from contextlib import suppress
from datetime import date, datetime, timedelta
from typing import Any

from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers import deadlines, letters
from nakomen.desk.dossiers.handling import handling
from nakomen.desk.dossiers.models import Case, Channel, Event, Shown, State
from nakomen.desk.dossiers.rights import Right

NAMED = timedelta(days=30)
"""So long after its end a case has a name: the person can still read the answer."""


class Overtaken(NakomenError):
    """A colleague was just before you; this is where the request is now."""

    nl = "Een collega was u net voor; zo staat het verzoek er nu voor."


def receive(
    right: str,
    channel: Channel,
    email: str,
    *,
    name: str = "",
    words: str = "",
    language: str = "nl",
    at: datetime | None = None,
    token: str | None = None,
) -> Case:
    """
    A case for a request, with its clock running since *at*; the receipt is on its way.

    The clock runs from receipt, whoever asks: whether it is she is found out meanwhile. A *token*
    opens one case, however often its form is sent.
    """
    came = at or timezone.now()
    on = timezone.localtime(came).date()
    token = token or secrets.token_urlsafe(32)
    with suppress(IntegrityError), transaction.atomic():
        made: Case = Case.objects.create(
            token=token,
            right=right,
            channel=channel,
            language=language,
            name=name.strip(),
            email=one_writing(email),
            words=words.strip(),
            received_at=came,
            received_on=on,
            **_clock(right, on),
        )
        note(made, "received")
        letters.receipt(made)
        transaction.on_commit(_look)
        return made
    before: Case = Case.objects.get(token=token)
    return before


def one_writing(email: str) -> str:
    """
    *email* as the systems are searched for it. Letters must go there and nowhere else: an address
    that only looks the same to a search (ß and ss, full width) is somebody else's mailbox.
    """
    return unicodedata.normalize("NFKC", email).strip().casefold()


def _clock(right: str, received: date) -> dict[str, Any]:
    """The last day, as the law and the statement have it for a request or a complaint."""
    by = verbs.complaint_by if right == Right.COMPLAINT else verbs.answer_by
    due, why = by(handling(), received)
    return {"due": due, "due_why_nl": why.nl, "due_why_en": why.en}


def _look() -> None:
    """The systems are asked at once whether they had her address."""
    from nakomen.desk.dossiers.delivery import LOOKING

    LOOKING.ask()


def prove(case: Case) -> None:
    """She showed that the address is hers; from here on the desk may look for her."""
    with transaction.atomic():
        mine = Case.objects.filter(pk=case.pk)
        if mine.filter(proven_at=None).update(proven_at=timezone.now()):
            seen_first = mine.filter(events__what=LOCKED).exists()
            if not seen_first:
                mine.filter(state=State.ASKED).update(state=State.PROVEN)
            note(case, "proven")
    case.refresh_from_db()


LOCKED = "locked"
"""Noted of a case about data by which somebody is known or reached: a colleague sees her first."""


class LoginNotEnough(NakomenError):
    """She was logged in, and asks to change who she is: see her, call her, or ask for facts."""

    nl = (
        "Zij was ingelogd, en vraagt te veranderen wie zij is: zie haar, bel haar, of vraag iets "
        "dat alleen zij weet."
    )


def see(case: Case, how: Shown, colleague: Colleague) -> None:
    """
    *colleague* saw that it is she: in person, or by facts that only she knows.

    Raises:
        Overtaken: she proved it herself meanwhile, or the case ended.
        LoginNotEnough: this case is about data by which she is known.
    """
    if how is Shown.LOGIN and case.events.filter(what=LOCKED).exists():
        raise LoginNotEnough
    with transaction.atomic():
        now = timezone.now()
        seen = {"identified_on": timezone.localdate(now), "identified_how": how}
        seen |= {"identified_by": colleague, "proven_at": now}
        move(case, State.PROVEN, State.ASKED, by=colleague, **seen)
        note(case, "seen", colleague)


def move(case: Case, to: State, *since: State, by: Colleague, **more: Any) -> None:
    """
    Bring *case* from one of the states *since* to *to*: of two who press at once, one does it. Who
    does so first, sees to it from then on.

    Raises:
        Overtaken: it is somewhere else by now, or has another plan.
    """
    as_read = Case.objects.filter(pk=case.pk, plan=case.plan, state__in=since)
    if not as_read.update(state=to, **more):
        raise Overtaken
    Case.objects.filter(pk=case.pk, owner=None).update(owner=by)
    case.refresh_from_db()


def may_label(case: Case) -> bool:
    """A machine read her mail; until there is a plan a person may know better."""
    return case.channel == Channel.MAIL and case.state in (State.ASKED, State.PROVEN)


def label(case: Case, right: str, colleague: Colleague) -> None:
    """*colleague* read which right is meant; the clock ran since the letter came."""
    meant = {"right": right, **_clock(right, case.received_on)}
    with transaction.atomic():
        move(case, State(case.state), State(case.state), by=colleague, **meant)
        note(case, "labelled", colleague)


def refuse(case: Case, ground: str, because: str, colleague: Colleague) -> None:
    """
    The person is told why nothing is done, on which *ground* of the law, and where she can complain
    (AVG artikel 12 lid 4).

    Raises:
        Overtaken: it ended meanwhile, or something was done already.
    """
    today = timezone.localdate()
    ended = {"refused_because": because.strip(), "ground": ground}
    ended |= {"answered_on": today, "ended_on": today} | deadlines.fixed(case, today)
    with transaction.atomic():
        move(case, State.REFUSED, *UNTOUCHED, by=colleague, **ended)
        note(case, "refused", colleague)
        letters.ready(case)


UNTOUCHED = (State.ASKED, State.PROVEN, State.PLANNED)
"""Nothing was changed in any system yet."""


HERS = (
    "name", "email", "words", "refused_because", "doubt", "extended_because", "fee_because",
    "outcome",
)  # fmt: skip
"""What leads to a person, or may."""


def note(case: Case, what: str, by: Colleague | None = None) -> None:
    Event.objects.create(case=case, at=timezone.now(), what=what, by=by)
    transaction.on_commit(_tell)


def _tell() -> None:
    """The evidence is told how far the case is now."""
    from nakomen.desk.dossiers.noting import NOTING

    NOTING.ask()


def make_nameless(today: date) -> int:
    """
    Of cases that ended long enough ago nothing stays that leads to anybody: what was asked, when it
    came, when and how it ended. Returns how many.
    """
    over = Case.objects.filter(ended_on__lt=today - NAMED).exclude(email="")
    made = 0
    for case in over:
        empty(case)
        made += 1
    return made


def empty(case: Case) -> None:
    """Nothing of *case* leads to anybody any more."""
    with transaction.atomic():
        case.letters.all().delete()
        case.codes.all().delete()
        for words in HERS:
            setattr(case, words, "")
        case.token = secrets.token_urlsafe(32)
        case.save()
        note(case, "nameless")


def forget_pages() -> None:
    """What was deleted leaves the journal beside the file too, as soon as nobody reads in it."""
    if connection.vendor != "sqlite":
        return
    for _ in range(TIMES):
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            busy, *_ = cursor.fetchone()
        if not busy:
            return
        time.sleep(1)


TIMES = 5
