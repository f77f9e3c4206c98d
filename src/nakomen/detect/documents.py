"""
What stands inside documents and lists, drafted like columns.

A place is judged by its own name and its neighbours in the same object.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nakomen.detect.categorise import REFERENCE, category
from nakomen.detect.guess import Candidate, Targets, guessed
from nakomen.detect.judged import Judged
from nakomen.records import (
    Column,
    Inside,
    Link,
    SeenColumn,
    SeenDataset,
    inside,
    of_several,
)
from nakomen.records.inside import EACH
from nakomen.terms import Category, Certainty, Lang, Text

APART = Judged(
    Category.NONE,
    Certainty.LIKELY,
    Text("document: wat erin staat is per pad beoordeeld", "document: judged path by path"),
)


@dataclass(frozen=True, kw_only=True)
class AsTable:
    """The places of a dataset as columns of a table of the same name; *places* leads back."""

    table: SeenDataset
    places: Mapping[str, str]

    def back(self, one: Candidate) -> Candidate:
        return replace(one, column=self.places[one.column])


def as_table(seen: SeenDataset) -> AsTable:
    """
    Each place under a plain name: ``payload:$.customer.id`` is ``customer_id``.

    Of two places with one name the first counts.
    """
    places: dict[str, str] = {}
    columns: list[SeenColumn] = []
    for column in seen.inside:
        name = called(column.name)
        if name not in places:
            places[name] = column.name
            columns.append(replace(column, name=name))
    named = {place: name for name, place in places.items()}
    fits = tuple(replace(f, column=named[f.column]) for f in seen.fits if f.column in named)
    table = replace(
        seen, columns=tuple(columns), primary_key=(), links=(), parts=(), fits=fits, inside=()
    )
    return AsTable(table=table, places=places)


def called(name: str) -> str:
    """
    What a column would be called that holds what stands at a place.

    >>> called("payload:$.customer.id"), called("data:$.email"), called("member_ids:$[*]")
    ('customer_id', 'email', 'member_id')
    >>> called("payload:$.contacts[*].email")
    'contacts_email'
    """
    place = inside(name)
    if place is None:
        return name
    steps = [step for step in place.steps if step != EACH] or [place.column]
    told = "_".join(steps[-2:])
    return told.removesuffix("s") if place.several and told.lower().endswith("ids") else told


def judged_inside(seen: SeenDataset, links: Sequence[Link]) -> dict[str, Judged]:
    """What each place says about a person."""
    pointing = {name for link in links for name in link.columns}
    return {
        column.name: REFERENCE if column.name in pointing else _judged(column, seen)
        for column in seen.inside
    }


def _judged(column: SeenColumn, seen: SeenDataset) -> Judged:
    beside = tuple(
        replace(other, name=called(other.name))
        for other in seen.inside
        if around(other.name) == around(column.name)
    )
    own = next(c for c in beside if c.name == called(column.name))
    return category(own, replace(seen, columns=beside, primary_key=(), links=(), parts=()))


def around(name: str) -> Inside | None:
    """The object in which the place *name* stands."""
    place = inside(name)
    return place.around if place else None


def links_inside(seen: SeenDataset, targets: Targets) -> Iterator[Link]:
    """Links of single places, as names and values agree on."""
    return (link for link in guessed_inside(seen, targets) if not of_several(link.columns))


def guessed_inside(seen: SeenDataset, targets: Targets) -> Iterator[Link]:
    """Links of places, of which those in lists may name several persons."""
    inner = as_table(seen)
    for link in guessed(inner.table, targets):
        yield replace(link, columns=tuple(inner.places[name] for name in link.columns))


def columns_inside(
    seen: SeenDataset, judged: Mapping[str, Judged], used: Collection[str], lang: Lang
) -> tuple[Column, ...]:
    """Each place that says something of a person, or that is *used* by a key or a link."""
    return tuple(
        Column(
            name=column.name,
            type="TEXT",
            category=judged[column.name].category,
            certainty=_at_most_likely(judged[column.name].certainty),
            why=judged[column.name].why.in_(lang),
        )
        for column in seen.inside
        if column.name in used or judged[column.name].category is not Category.NONE
    )


def _at_most_likely(certainty: Certainty) -> Certainty:
    """Tomorrow's documents may have other places."""
    return Certainty.LIKELY if certainty is Certainty.SURE else certainty
