"""
What stands inside documents and lists, drafted like columns.

A place is judged by its own name and its neighbours in the same object. Nobody is taken for the
person of a row by a place in a list, nor by a second e-mail address in one document.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from nakomen.detect.categorise import REFERENCE, category
from nakomen.detect.column_role import (
    is_customer_number,
    is_first_party,
    is_second_party,
    is_username,
)
from nakomen.detect.guess import Candidate, Targets, guessed
from nakomen.detect.judged import Judged
from nakomen.detect.kind import kind_of_name
from nakomen.detect.words import spoken
from nakomen.records import (
    Column,
    Inside,
    Key,
    KeyKind,
    KeyRole,
    Link,
    SeenColumn,
    SeenDataset,
    inside,
    of_several,
)
from nakomen.records.inside import EACH
from nakomen.terms import Category, Certainty, Lang, RecordKind, Text

_KINDS: Mapping[Category, KeyKind] = {
    Category.EMAIL: KeyKind.EMAIL,
    Category.PHONE: KeyKind.PHONE,
    Category.IP_ADDRESS: KeyKind.IP,
}
_NAMES = (KeyKind.EMAIL, KeyKind.USERNAME, KeyKind.CUSTOMER)
_OWN = re.compile(r"\b(?:billing|customer|klant|client|buyer|koper|besteller|factuur|account)\b")
"""What the person of an order is called in it."""
_PERSON_FILES = (RecordKind.CUSTOMER, RecordKind.CONTACT)
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
        if _around(other.name) == _around(column.name)
    )
    own = next(c for c in beside if c.name == called(column.name))
    return category(own, replace(seen, columns=beside, primary_key=(), links=(), parts=()))


def _around(name: str) -> Inside | None:
    place = inside(name)
    return place.around if place else None


def links_inside(seen: SeenDataset, targets: Targets) -> Iterator[Link]:
    """Links of single places, as names and values agree on."""
    return (link for link in _guessed(seen, targets) if not of_several(link.columns))


def _guessed(seen: SeenDataset, targets: Targets) -> Iterator[Link]:
    inner = as_table(seen)
    for link in guessed(inner.table, targets):
        yield replace(link, columns=tuple(inner.places[name] for name in link.columns))


def keys_inside(
    store: str,
    seen: SeenDataset,
    judged: Mapping[str, Judged],
    links: Sequence[Link],
    targets: Targets,
    plain: Sequence[Key],
) -> tuple[Key, ...]:
    """Keys at places; *plain* are those of the columns."""
    linked = {name for link in links for name in link.columns}
    found = [
        key
        for column in seen.inside
        for key in _key(column, judged[column.name], seen)
        if key.column not in linked
    ]
    subjects = [key for key in plain if key.role is KeyRole.SUBJECT and key.kind in _NAMES]
    owning = [link for link in links if link.owner and not link.when]
    several = len({key.column for key in found if key.kind in _NAMES}) > 1
    free = all(_may_lack(seen, name) for link in owning for name in link.columns)
    told = [_placed(k, bool(owning), free, bool(subjects), several) for k in found]
    beside = (link for link in links if not link.owner and any(map(inside, link.columns)))
    listed = (link for link in _guessed(seen, targets) if of_several(link.columns))
    return (*told, *_named(store, (*beside, *listed)))


def _key(column: SeenColumn, judged: Judged, seen: SeenDataset) -> Iterator[Key]:
    name = called(column.name)
    kind = _KINDS.get(judged.category)
    if kind is None and judged.category is Category.LOGIN_CREDENTIALS and is_username(name):
        kind = KeyKind.USERNAME
    number = is_customer_number(name, in_customer_file=False) and bool(column.sampled)
    if kind is None and number and kind_of_name(seen.name) is not RecordKind.CUSTOMER:
        kind = KeyKind.CUSTOMER
    if kind:
        yield Key(kind=kind.value, column=column.name)


def _placed(key: Key, owned: bool, free: bool, subjects: bool, several: bool) -> Key:
    """Whose a row is in which *key* stands: nobody's by it, when anything else may say so too."""
    name = called(key.column)
    second = is_second_party(name) or of_several([key.column])
    if key.kind not in _NAMES:
        return replace(key, role=KeyRole.PARTY if second else KeyRole.CONTACT)
    if second or subjects or (several and not is_first_party(name)):
        return replace(key, role=KeyRole.PARTY)
    if owned:
        guest = free and (_OWN.search(spoken(name)) or _around(key.column) is None)
        return replace(key, role=KeyRole.GUEST if guest else KeyRole.PARTY)
    return key


def _named(store: str, links: Sequence[Link]) -> Iterator[Key]:
    """Ids of persons that own no row: each names one beside others."""
    for link in links:
        if len(link.columns) == 1 and kind_of_name(link.to) in _PERSON_FILES:
            named = f"{store}.{link.to}.{link.to_columns[0]}"
            yield Key(kind=named, column=link.columns[0], role=KeyRole.PARTY, written="normal")


def _may_lack(seen: SeenDataset, name: str) -> bool:
    return inside(name) is not None or any(c.nullable for c in seen.columns if c.name == name)


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
