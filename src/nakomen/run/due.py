"""What falls due by itself on a day: the steps of a retention plan, before anything is counted."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from nakomen.ledger import Member
from nakomen.plan import Case, Person, Step, erase_steps, retention_steps
from nakomen.records import Keys
from nakomen.run.anonymity import measured
from nakomen.run.calendar import Calendar, merged
from nakomen.run.company import Company
from nakomen.run.reused import asked, reused
from nakomen.run.spared import Spared

Part = Mapping[str, Keys]
"""Persons by their names in the subject book, each with the ids of her rows."""


@dataclass(frozen=True, kw_only=True)
class Over:
    """Whose holds are over, one name for several together, and whom a person is asked about."""

    due: Mapping[str, Keys]
    asked: Mapping[str, Keys]
    asks: tuple[Step, ...]

    @property
    def keys(self) -> dict[str, Keys]:
        return {**self.due, **self.asked}


def over_on(company: Company, calendar: Calendar, today: date, name: Callable[[Part], str]) -> Over:
    """
    Everybody with a hold that is over on *today*, but for those whose ids are somebody else's now.

    Args:
        name: what several persons are called together.
    """
    due: dict[str, Keys] = {}
    again: dict[str, Keys] = {}
    asks: list[Step] = []
    for part in calendar.parts(company, today):
        places = reused(company, calendar, part)
        again |= {who: part[who] for who in places}
        asks += [asked(who, place) for who, place in places.items()]
        rest = {who: keys for who, keys in part.items() if who not in places}
        if rest:
            due[name(rest)] = merged(rest)
    return Over(due=due, asked=again, asks=(*asks,))


def together(company: Company, part: Part) -> str:
    """One person stands there by herself, more of them as a group."""
    members = [Member(subject=name, line=0) for name in part]
    return members[0].subject if len(members) == 1 else company.subjects.groups.make(members)


def due_steps(company: Company, today: date, over: Over, spared: Spared) -> list[Step]:
    """The ends of holds, then terms, without a change to what is *spared*."""
    steps = [*over.asks]
    for name, keys in over.due.items():
        steps += _hers(company, today, name, keys)
    steps += retention_steps(company.policy, company.maps, today)
    return measured(company, spared.heeded(company, steps), spared.keys)


def _hers(company: Company, today: date, name: str, keys: Keys) -> list[Step]:
    person = Person(subject=name, kinds=frozenset(keys))
    return erase_steps(Case(policy=company.policy, maps=company.maps, person=person, today=today))
