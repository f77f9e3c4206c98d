"""How the desk is doing, in words, for who answers for it; nobody's data stands here."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from babel.numbers import format_decimal
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from nakomen.desk.accounts.roles import Role
from nakomen.desk.health.state import STARTED, State, state
from nakomen.desk.kit.access import staff
from nakomen.desk.kit.templatetags.say import figure, moment
from nakomen.desk.kit.words import chosen, lang
from nakomen.desk.mailbox import trial

GIGABYTE = 10**9
TROUBLES = {
    "not counted": "counted",
    "mailbox not read": "mailbox",
    "letters wait": "letters",
    "trial letter lost": "trial",
    "disk nearly full": "disk",
}
"""What `State.troubles` says → the row that it is about; what stopped has a row of its own."""
SAVED_WITHIN = timedelta(days=7)
TIDIED_WITHIN = timedelta(days=1)


@dataclass(frozen=True, kw_only=True)
class Row:
    """One thing: *what*, how it is now, and whether it is well; None: that cannot be seen."""

    what: str
    how: str
    well: bool | None


@staff(Role.OWNER)
@require_safe
def desk(request: HttpRequest) -> HttpResponse:
    """What programs read at ``/gezond/`` and ``/metingen/``, as a table."""
    now = state()
    rows = list(_rows(now)) if now else []
    page = {"rows": rows, "well": bool(now) and all(row.well is not False for row in rows)}
    page["at"] = timezone.now()
    return render(request, "kit/state.html", page)


def _rows(now: State) -> Iterator[Row]:
    wrong = {TROUBLES.get(trouble, "work") for trouble in now.troubles} | {*_more(now)}
    unseen = _unseen(now)
    for name, nl, en, how in _told(now, unseen):
        well = None if name in unseen else name not in wrong
        yield Row(what=chosen(nl, en), how=how, well=well)


def _unseen(now: State) -> tuple[str, ...]:
    """Of what is not set up nobody can say that it is well."""
    if not now.reads_mail:
        return "mailbox", "trial"
    return () if now.lost_trial or trial.last() else ("trial",)


def _more(now: State) -> Iterator[str]:
    """Rows that a person must look at, though the desk itself is well."""
    at = timezone.now()
    if now.saved is None or at - now.saved > SAVED_WITHIN:
        yield "saved"
    if at - (now.tidied or STARTED) > TIDIED_WITHIN:
        yield "tidied"
    yield from ["broken"] if now.verdicts.get("broken") else []
    yield from ["failed"] if now.failed else []
    yield from ["late"] if now.late_cases else []


def _told(now: State, unseen: tuple[str, ...]) -> Iterator[tuple[str, str, str, str]]:
    yield "work", "Werk naast de pagina’s", "Work beside the pages", _work(now)
    yield "counted", "Beloften geteld", "Promises counted", _when(now.counted)
    yield "broken", "Beloften gebroken", "Promises broken", figure(now.verdicts.get("broken", 0))
    yield "letters", "Brieven die wachten", "Letters that wait", _letters(now)
    yield "failed", "Brieven die niet aankwamen", "Letters that did not arrive", figure(now.failed)
    yield "mailbox", "Postvak gelezen", "Mailbox read", _mailbox(now)
    yield "trial", "Proefbrief van elke week", "Trial letter of each week", _trial(now, unseen)
    yield "cases", "Verzoeken die lopen", "Requests under way", figure(now.open_cases)
    yield "late", "Verzoeken die te laat zijn", "Requests that are late", figure(now.late_cases)
    yield "tidied", "Oude gegevens opgeruimd", "Old data tidied away", _when(now.tidied)
    yield "saved", "Laatste back-up", "Last backup", _when(now.saved)
    yield "disk", "Ruimte op de schijf", "Room on the disk", _room(now)


def _when(at: datetime | None) -> str:
    return moment(at) if at else chosen("nog niet", "not yet")


def _work(now: State) -> str:
    names = ", ".join(now.stopped)
    return chosen("gestopt: ", "stopped: ") + names if names else chosen("loopt", "runs")


def _letters(now: State) -> str:
    many = figure(now.letters)
    since = chosen("{}, sinds {}", "{}, since {}")
    return since.format(many, moment(now.oldest)) if now.oldest else many


def _mailbox(now: State) -> str:
    return _when(now.fetched) if now.reads_mail else chosen("niet ingesteld", "not set up")


def _trial(now: State, unseen: tuple[str, ...]) -> str:
    if now.lost_trial:
        return chosen("kwam niet terug", "did not come back")
    if "trial" in unseen:
        return chosen("nog niet", "not yet")
    return chosen("kwam terug, of is onderweg", "came back, or is under way")


def _room(now: State) -> str:
    return f"{format_decimal(now.free_bytes / GIGABYTE, '#,##0.0', locale=lang().value)} GB"
