"""
What registers of people say: who has access, whether each signed, and until when each is trained.

A register is kept where people work with it; here stands only how many there are and until when,
never who.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta

from nakomen.ledger import Entry, Line
from nakomen.policy import Control, Promise
from nakomen.run.company import Company
from nakomen.run.verdict import Ruling, Verdict, evidence_of, unseen
from nakomen.terms import Period, Text

CONTROLS = frozenset({Control.STAFF_TRAINING_REGISTER, Control.CONFIDENTIALITY_REGISTER})
KIND = "staff"
USUAL = Period(years=1)
"""So often staff is trained where the statement names no term."""
LOOKED_FOR = Period(years=1)
"""So long somebody's word counts that the list of people is right."""


def training_term(company: Company) -> tuple[Period, bool]:
    """After how long a training is done again; True where a promise says it."""
    trains = Control.STAFF_TRAINING_REGISTER
    said = [p.within for p in company.policy.promises if p.control == trains and p.within]
    return (said[0], True) if said else (USUAL, False)


def note(company: Company, control: str, until: Sequence[date | None], looked: date | None) -> bool:
    """As `nakomen.verbs.note_staff`."""
    body = {
        "control": Control(control).value,
        "people": len(until),
        "until": sorted(day.isoformat() for day in until if day),
        "looked": looked.isoformat() if looked else None,
    }
    last = _last(company, control)
    if last.body == body if last else not until:
        return False
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
    return True


def _last(company: Company, control: str) -> Line | None:
    last = None
    for last in company.ledger.lines(kind=KIND, control=control):  # noqa: B007
        pass
    return last


def verdict(company: Company, promise: Promise, today: date) -> Verdict:
    """Broken as soon as one person is late; kept when somebody also saw to it this year."""
    line = _last(company, promise.control)
    if line is None or not line.body["people"]:
        return unseen(promise, _NO_REGISTER)
    people, days = int(line.body["people"]), [date.fromisoformat(d) for d in line.body["until"]]
    evidence = evidence_of([line])
    late = [day for day in days if day < today]
    if late:
        return Verdict(
            promise=promise,
            ruling=Ruling.BROKEN,
            why=_LATE.fill(late=len(late), people=people),
            since=min(late) + timedelta(days=1),
            evidence=evidence,
        )
    looked = line.body["looked"]
    if looked is None or LOOKED_FOR.after(date.fromisoformat(looked)) < today:
        return Verdict(promise=promise, ruling=Ruling.UNSEEN, why=_NOT_LOOKED, evidence=evidence)
    told = _TRAINED if days else _SIGNED
    return Verdict(
        promise=promise,
        ruling=Ruling.KEPT,
        why=told.fill(people=people, looked=looked),
        since=date.fromisoformat(looked),
        evidence=evidence,
    )


_NO_REGISTER = Text(
    "nog geen register: het bureau houdt het bij, onder Collega’s",
    "no register yet: the desk keeps it, under Colleagues",
)
_LATE = Text(
    "van {late} van de {people} collega’s is de opleiding te oud of nog niet gedaan",
    "the training of {late} of the {people} colleagues is too old or was not done yet",
)
_NOT_LOOKED = Text(
    "iedereen met toegang is in orde, maar niemand tekende dit jaar dat de lijst klopt",
    "everybody with access is in order, but nobody signed this year that the list is right",
)
_TRAINED = Text(
    "alle {people} collega’s met toegang zijn op tijd opgeleid; lijst nagelopen op {looked}",
    "all {people} colleagues with access were trained in time; list gone through on {looked}",
)
_SIGNED = Text(
    "alle {people} collega’s met toegang tekenden; lijst nagelopen op {looked}",
    "all {people} colleagues with access signed; list gone through on {looked}",
)
