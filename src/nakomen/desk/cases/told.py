"""A case and its plan in words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from nakomen.desk.dossiers.models import Channel, Sending, State
from nakomen.desk.dossiers.rights import ASKED
from nakomen.desk.kit.words import chosen, lang

STATES = {
    State.ASKED: ("wacht op bewijs", "waits for proof"),
    State.PROVEN: ("maak het plan", "make the plan"),
    State.PLANNED: ("bekijk het plan", "read the plan"),
    State.BEGUN: ("maak het plan af", "finish the plan"),
    State.CARRIED_OUT: ("verstuur het antwoord", "send the answer"),
    State.ANSWERED: ("beantwoord", "answered"),
    State.REFUSED: ("geweigerd", "refused"),
}
EVENTS = {
    "received": ("ontvangen", "received"),
    "proven": ("zij bewees wie zij is", "she proved who she is"),
    "seen": ("een collega zag wie zij is", "a colleague saw who she is"),
    "planned": ("plan gemaakt", "plan made"),
    "agreed": ("ja gezegd tegen het plan", "agreed with the plan"),
    "decided": ("vraag van het plan beantwoord", "question of the plan answered"),
    "carried_out": ("uitgevoerd en nageteld", "carried out and counted again"),
    "answered": ("antwoord klaargezet", "answer made ready"),
    "refused": ("geweigerd, met reden", "refused, with the reason"),
    "nameless": ("naam en adres vernietigd", "name and address destroyed"),
    "labelled": ("een collega las wat zij vraagt", "a colleague read what she asks"),
    "wrote": (
        "zij schreef nog iets, lees het in het postvak",
        "she wrote again, read it in the mailbox",
    ),
    "attached": (
        "er zat een bijlage bij: die staat alleen in het postvak",
        "something was attached: it is in the mailbox only",
    ),
    "id_came": (
        "kopie van een identiteitsbewijs kwam binnen, niet bewaard",
        "copy of an identity card came in, not kept",
    ),
    "id_gone": (
        "die kopie is uit het postvak vernietigd en niet meer gevonden",
        "that copy was destroyed in the mailbox and not found again",
    ),
    "id_left": (
        "die kopie staat nog in het postvak: vernietig hem met de hand",
        "that copy is still in the mailbox: destroy it by hand",
    ),
    "bounced": (
        "een brief aan haar kwam terug: dit adres ontvangt niets",
        "a letter to her came back: this address receives nothing",
    ),
    "sent_again": ("brief opnieuw verstuurd", "letter sent again"),
}
CHANNELS = {
    Channel.PORTAL: ("via de website", "on the website"),
    Channel.MAIL: ("per mail", "by mail"),
    Channel.PHONE: ("per telefoon", "by telephone"),
    Channel.POST: ("per post", "by post"),
    Channel.API: ("door een programma", "by a program"),
}
SENDING = {
    Sending.WAITING: ("wacht", "waiting"),
    Sending.LEAVING: ("misschien verstuurd", "perhaps sent"),
    Sending.SENT: ("verstuurd", "sent"),
    Sending.FAILED: ("geweigerd door de mailserver", "refused by the mail server"),
    Sending.OVER: ("verlopen, niet verstuurd", "expired, not sent"),
}


@dataclass(frozen=True, kw_only=True)
class Clock:
    """A deadline as people read it: the day, how many days are left, and why this day."""

    due: date
    days: int
    why: str
    mood: str

    @classmethod
    def of(cls, case: Any, today: date) -> "Clock":
        days = (case.due - today).days
        mood = "ended" if case.ended else "late" if days < 0 else "near" if days <= NEAR else "calm"
        why = chosen(case.due_why_nl, case.due_why_en)
        return cls(due=case.due, days=days, why=why, mood=mood)


NEAR = 7
"""Days before the last one in which a case asks for attention."""


def year(today: date, ended: Sequence[Any]) -> list[tuple[str, int, int, int]]:
    """For each right what ended this year: its word, how many, in time, and refused."""
    rows = []
    for right, asked in ASKED.items():
        mine = [case for case in ended if case.right == right and case.ended_on.year == today.year]
        timely = sum(case.ended_on <= case.due for case in mine)
        refused = sum(case.state == State.REFUSED for case in mine)
        if mine:
            rows.append((asked.short.in_(lang()), len(mine), timely, refused))
    return rows
