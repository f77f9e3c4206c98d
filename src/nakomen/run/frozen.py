"""Whose data is restricted now (AVG artikel 18), and what that means for every other plan."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import cast

from nakomen.ledger import Line, SubjectAmbiguous
from nakomen.plan import Because, whose
from nakomen.records import Condition, Keys, StoreMap, gather, is_value, normal
from nakomen.run.company import Company
from nakomen.run.resolve import resolve
from nakomen.run.shelf import load_plan
from nakomen.run.standing import of_kind, standing
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Restricted:
    """A person whose data is kept and not used: her id in the subject book, since when, and by
    which plan."""

    subject: str
    plan: str
    since: date


@dataclass(frozen=True, kw_only=True)
class Frozen:
    """Everybody whose data is restricted, and all keys by which their rows are found."""

    persons: tuple[Restricted, ...] = ()
    keys: Keys

    @classmethod
    def of(cls, company: Company, stands: Sequence[Line] | None = None) -> "Frozen":
        persons = restricted(company, stands)
        pairs = [pair for person in persons for pair in company.subjects.keys(person.subject)]
        return cls(persons=persons, keys=gather(pair for pair in pairs if not is_value(pair[0])))

    @property
    def subjects(self) -> frozenset[str]:
        return frozenset(person.subject for person in self.persons)

    def hers(self, store_map: StoreMap, dataset: str) -> Condition:
        return whose(store_map, frozenset(self.keys), found=True)[dataset].hers


ASK = Because(
    text=Text(
        "de gegevens van deze persoon zijn beperkt: hef dat eerst op, of laat het zo",
        "the data of this person is restricted: lift that first, or leave it",
    ),
    rule="RES-06",
    article="AVG artikel 18 lid 2",
)
KEPT = Because(
    text=Text(
        "beperkt op verzoek van de persoon: het wissen wacht tot dat is opgeheven",
        "restricted as the person asked: erasing waits until that is lifted",
    ),
    rule="RES-03",
    article="AVG artikel 18 lid 1 onder c",
)


def restricted(company: Company, stands: Sequence[Line] | None = None) -> tuple[Restricted, ...]:
    """
    Everybody whose restriction was not lifted, the first first.

    Args:
        stands: lines of `nakomen.run.standing`, for who has just read them.
    """
    stands = standing(company) if stands is None else stands
    now: dict[str, Line] = {}
    lifted = {str(line.body["subject"]): line.seq for line in of_kind(stands, "thawed")}
    for line in of_kind(stands, "frozen"):
        subject = str(line.body["subject"])
        if lifted.get(subject, 0) < line.seq:
            now.setdefault(subject, line)
    return tuple(
        Restricted(
            subject=subject,
            plan=str(line.body["plan"]),
            since=date.fromisoformat(str(line.body["on"])),
        )
        for subject, line in now.items()
    )


@dataclass(frozen=True, kw_only=True)
class Restriction:
    """A restriction as people see it: ``email #a91f``, since when, and by which plan."""

    subject: tuple[str, ...]
    plan: str
    since: date


def shown(company: Company) -> list[Restriction]:
    return [
        Restriction(
            subject=load_plan(company, person.plan).subject, plan=person.plan, since=person.since
        )
        for person in restricted(company)
    ]


def restricted_person(company: Company, given: Sequence[tuple[str, str]]) -> Restricted | None:
    """
    Whom of them these keys lead to. Her columns are emptied, so the subject book knows her by what
    stood in them; a key that came later leads to her rows.
    """
    persons = {person.subject: person for person in restricted(company)}
    if not persons or not given:
        return None
    plain = [(kind, normal(kind, value)) for kind, value in given]
    for subject in _in_book(company, plain):
        if subject in persons:
            return persons[subject]
    led = resolve(company.maps, company.stores, plain)
    pairs = [(kind, value) for kind, values in led.items() for value in values]
    return next((persons[s] for s in _in_book(company, pairs) if s in persons), None)


def _in_book(company: Company, keys: Sequence[tuple[str, str]]) -> Iterator[str]:
    for key in keys:
        try:
            found = company.subjects.find([key])
        except SubjectAmbiguous as several:
            yield from map(str, cast(list[object], several.facts["subjects"]))
        else:
            yield from [found] if found else []
