"""The score card of several statements: per field, per statement, and all together."""

from collections.abc import Iterable
from dataclasses import dataclass

from nakomen.reading import read

from .fields import score_facts
from .gold import Gold
from .promises import non_promises_taken, score_promises
from .result import Json, Result, total


@dataclass(frozen=True, kw_only=True)
class Card:
    """The results of one statement."""

    name: str
    facts: tuple[Result, ...]
    promises: tuple[Result, ...]


def score(gold: Gold) -> Card:
    """Read the text of *gold* and compare."""
    facts = read(gold.text).as_json()
    promises = score_promises(gold, facts)
    if promises and gold.non_promises:
        promises.append(non_promises_taken(gold, facts))
    return Card(name=gold.name, facts=tuple(score_facts(gold, facts)), promises=tuple(promises))


def facts_of(cards: Iterable[Card]) -> Result:
    """All facts of all statements, each the same weight."""
    return total((result for card in cards for result in card.facts), "facts")


def by_field(cards: Iterable[Card]) -> list[Result]:
    """One result for each field of facts and each level of promises, in the order of the table."""
    found: dict[str, list[Result]] = {}
    for card in cards:
        for result in (*card.facts, *card.promises):
            found.setdefault(result.field, []).append(result)
    return [total(results, field) for field, results in found.items()]


def level(cards: Iterable[Card], name: str) -> Result:
    """One level of promises over all statements, such as ``promises.control``."""
    return total((r for card in cards for r in card.promises if r.field == name), name)


def as_json(cards: Iterable[Card]) -> Json:
    """Figures only, no words of any statement."""
    told = list(cards)
    return {
        "facts": facts_of(told).as_json,
        "fields": {result.field: result.as_json for result in by_field(told)},
        "statements": {
            card.name: {
                "facts": total(card.facts).as_json,
                "fields": {r.field: r.as_json for r in (*card.facts, *card.promises)},
            }
            for card in told
        },
    }
