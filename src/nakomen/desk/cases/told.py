"""A case and its plan in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db.models import Count, F, Q

from nakomen.desk.dossiers.deadlines import term_of
from nakomen.desk.dossiers.models import Channel, Judged, Longer, Sending, Shown, State
from nakomen.desk.dossiers.rights import ASKED
from nakomen.desk.kit.words import chosen, lang

if TYPE_CHECKING:
    from django.db.models import QuerySet

    from nakomen import Term
    from nakomen.desk.dossiers.asks import Ask
    from nakomen.desk.dossiers.models import Case

STATES = {
    State.ASKED: ("wacht op bewijs", "waits for proof"),
    State.PROVEN: ("maak het plan", "make the plan"),
    State.PLANNED: ("bekijk het plan", "read the plan"),
    State.BEGUN: ("maak het plan af", "finish the plan"),
    State.CARRIED_OUT: ("verstuur het antwoord", "send the answer"),
    State.WAITS: ("anderen moeten nog antwoorden", "others must still answer"),
    State.ANSWERED: ("beantwoord", "answered"),
    State.REFUSED: ("geweigerd", "refused"),
}
JUDGE = ("beantwoord de klacht", "answer the complaint")


def state_of(case: Case) -> tuple[str, str]:
    """What happens next, or how it ended; nobody need prove anything for a complaint."""
    open_complaint = case.complaint and not case.answered
    return JUDGE if open_complaint else STATES[State(case.state)]


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
    "earlier_gone": ("eerdere zaken van haar naamloos", "earlier cases of hers nameless"),
    "account_gone": ("haar account en logins vernietigd", "her account and logins destroyed"),
    "nameless": ("naam en adres vernietigd", "name and address destroyed"),
    "locked": (
        "het gaat om een vast gegeven: bekijk het bij Wijzigingen",
        "it is about fixed data: look at it under Changes",
    ),
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
    "on_file": ("het adres stond al bij ons", "the address was on file already"),
    "not_on_file": (
        "het adres stond niet bij ons voordat zij het vroeg",
        "the address was not on file before she asked",
    ),
    "identified": ("een collega stelde vast wie zij is", "a colleague identified her"),
    "doubted": ("meer gevraagd, want er is twijfel", "more was asked, for there is doubt"),
    "settled": ("haar antwoord op die vraag kwam binnen", "her answer to that came in"),
    "extended": ("verlengd, met bericht aan haar", "extended, with notice to her"),
    "charged": ("kosten gevraagd, met reden", "money asked, with the reason"),
    "free": ("toch geen kosten", "no money after all"),
    "other_sent": ("verzoek doorgestuurd", "request passed on"),
    "other_done": ("een ander bevestigde dat het is gedaan", "another confirmed that it is done"),
    "other_refused": ("een ander weigerde, met grond", "another refused, with the ground"),
    "ended": ("iedereen antwoordde, de zaak is af", "everybody answered, the case ended"),
    "given": ("een collega gaf haar de kopie", "a colleague gave her the copy"),
    "posted": (
        "een collega stuurde de kopie naar het bekende adres",
        "a colleague sent the copy to the known address",
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
    term: Term

    @classmethod
    def of(cls, case: Any, today: date) -> Clock:
        term = term_of(case, today)
        days = (term.due - today).days
        return cls(
            due=term.due,
            days=days,
            why=term.why.in_(lang()),
            mood=_mood(case, term, days),
            term=term,
        )

    @property
    def lost(self) -> str:
        """Why an extension does not count."""
        return self.term.lost.in_(lang()) if self.term.lost else ""


def _mood(case: Any, term: Term, days: int) -> str:
    if case.answered:
        return "ended"
    if days < 0:
        return "late"
    if term.still:
        return "still"
    return "near" if days <= NEAR else "calm"


NEAR = 7
"""Days before the last one in which a case asks for attention."""


HOW = {
    Shown.PERSON: ("zij was hier", "she was here"),
    Shown.CALLED: (
        "wij belden het nummer dat wij van haar hadden",
        "we called the number that we had of her",
    ),
    Shown.FACTS: ("zij wist wat alleen zij weet", "she knew what only she knows"),
    Shown.LOGIN: ("zij was ingelogd", "she was logged in"),
}
LONGER = {
    Longer.COMPLEX: ("het is ingewikkeld", "it is complex"),
    Longer.MANY: ("zij deed meer verzoeken", "she made several requests"),
}
JUDGED = {
    Judged.RIGHT: ("zij heeft gelijk", "she is right"),
    Judged.PARTLY: ("zij heeft deels gelijk", "she is partly right"),
    Judged.WRONG: ("de klacht is niet terecht", "the complaint is not justified"),
}
OUTSIDE = {
    "open": ("nog niet gevraagd", "not asked yet"),
    "sent": ("gevraagd, wacht op antwoord", "asked, waits for an answer"),
    "done": ("gedaan", "done"),
    "refused": ("geweigerd", "refused"),
    "overdue": ("te laat", "overdue"),
}


@dataclass(frozen=True, kw_only=True)
class Other:
    """Somebody outside who must do or hear something for a case."""

    name: str
    to: str
    what: str
    state: str
    word: str
    due: date
    answered: date | None
    ground: str
    ours: bool

    @classmethod
    def of(cls, ask: Ask) -> Other:
        one = ask.outside
        hers = chosen("aan haarzelf, met onze brief", "to herself, by our letter")
        return cls(
            name=one.id,
            to=hers if ask.ours else one.to,
            what=one.what.in_(lang()),
            state=one.state.value,
            word=chosen(*OUTSIDE[one.state.value]),
            due=one.due,
            answered=one.answered,
            ground=one.ground or "",
            ours=ask.ours,
        )


def year(ended: QuerySet[Case]) -> list[tuple[str, int, int, int]]:
    """For each right what ended: its word, how many, in time, and refused."""
    refused = Q(state=State.REFUSED) | Q(judged=Judged.WRONG)
    counted = ended.values("right").annotate(
        many=Count("pk"),
        timely=Count("pk", filter=Q(answered_on__lte=F("due"))),
        refused=Count("pk", filter=refused),
    )
    found = {one["right"]: one for one in counted.order_by("right")}
    return [
        (asked.short.in_(lang()), one["many"], one["timely"], one["refused"])
        for right, asked in ASKED.items()
        if (one := found.get(right))
    ]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One page of a long list: *turn* from 1 on, *size* rows, of *many* in all."""

    turn: int
    size: int
    many: int

    @property
    def first(self) -> int:
        return (self.turn - 1) * self.size + 1

    @property
    def last(self) -> int:
        return min(self.turn * self.size, self.many)

    @property
    def before(self) -> int | None:
        return self.turn - 1 if self.turn > 1 else None

    @property
    def after(self) -> int | None:
        return self.turn + 1 if self.last < self.many else None
