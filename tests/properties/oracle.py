"""What must hold, decided row by row by the plainest reading, and by none of the planner's code."""

from datetime import date
from typing import Any

from tests.properties.worlds import TODAY, Place, World

from nakomen.records import Dataset, KeyRole
from nakomen.terms import RecordKind

BOOK_YEARS = 7


def may_concern(world: World, email: str) -> set[Place]:
    """Rows with her address in a key, and all that belongs to such a row, however far down."""
    named = {place for place, dataset, row in world.rows() if _named(dataset, row) == email}
    return with_all_below(world, named)


def with_all_below(world: World, found: set[Place]) -> set[Place]:
    """*found*, and every row that belongs to one of them, however far down."""
    while True:
        ends = {(place.dataset, place.key[0]) for place in found if len(place.key) == 1}
        below = {
            place
            for place, dataset, row in world.rows()
            for link in dataset.owner_links
            if (link.to, row[link.columns[0]]) in ends
        }
        if below <= found:
            return found
        found = found | below


def hers_or_shared(world: World, email: str) -> set[Place]:
    """
    Rows that bear her address, and what belongs to a row of hers; not what hangs under a row of
    somebody else that only names her.
    """
    return _hers(world, email)[1]


def hers_alone(world: World, email: str) -> set[Place]:
    """Rows whose person she is, and what belongs to them and has no person of its own."""
    return _hers(world, email)[0]


def _hers(world: World, email: str) -> tuple[set[Place], set[Place]]:
    hers: set[Place] = set()
    while True:
        ends = {(place.dataset, place.key[0]) for place in hers if len(place.key) == 1}
        named, below = set(), set()
        for place, dataset, row in world.rows():
            if _named(dataset, row) == email:
                named.add(place)
            if any((link.to, row[link.columns[0]]) in ends for link in dataset.owner_links):
                below.add(place)
        facts = {place: (dataset, row) for place, dataset, row in world.rows()}
        grown = {
            place
            for place in named | below
            if (place in below and not names_another(*facts[place], email))
            or (place in named and _of_subject(facts[place][0]))
        }
        if grown <= hers:
            return hers, named | below
        hers |= grown


def _of_subject(dataset: Dataset) -> bool:
    return any(key.role is KeyRole.SUBJECT for key in dataset.keys)


def _named(dataset: Dataset, row: dict[str, Any]) -> str | None:
    """The address in its key column."""
    return next((str(row[k.column]).casefold() for k in dataset.keys if row[k.column]), None)


def names_another(dataset: Dataset, row: dict[str, Any], email: str) -> bool:
    """Has a person of its own who is not she."""
    return _of_subject(dataset) and _named(dataset, row) not in (None, email)


def held_by_law(world: World) -> set[Place]:
    """
    Dated records of the books that must still be there: seven years after the book year.

    A line without a day is of the day of its invoice; nobody knows the day of an invoice without.
    """
    books = {
        place: (dataset, row)
        for place, dataset, row in world.rows()
        if dataset.records is RecordKind.BILLING
    }
    heads = {(place.dataset, place.key[0]): place for place in books if len(place.key) == 1}

    def day(place: Place) -> date | None:
        dataset, row = books[place]
        above = (heads.get((link.to, row[link.columns[0]])) for link in dataset.owner_links)
        own: date | None = row.get("at")
        return own or next((day(head) for head in above if head), None)

    return {place for place in books if books[place][0].has("at") and _running(day(place))}


def _running(day: date | None) -> bool:
    return day is None or date(day.year + BOOK_YEARS + 1, 1, 1) > TODAY


def loose_ends(world: World) -> set[tuple[Place, str]]:
    """References that lead nowhere."""
    there = {(place.dataset, place.key[0]) for place, *_ in world.rows() if len(place.key) == 1}
    return {
        (place, link.columns[0])
        for place, dataset, row in world.rows()
        for link in dataset.links
        if row[link.columns[0]] is not None and (link.to, row[link.columns[0]]) not in there
    }
