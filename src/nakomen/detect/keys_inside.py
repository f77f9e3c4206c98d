"""
Which places inside documents and lists recognise a person.

Nobody is taken for the person of a row by a place in a list, nor by a second e-mail address in one
document. In the file of customers the only address in a row is the customer's, though it stands in
a document.
"""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from nakomen.detect.column_role import (
    is_customer_number,
    is_first_party,
    is_second_party,
    is_username,
)
from nakomen.detect.documents import around, called, guessed_inside
from nakomen.detect.guess import Targets
from nakomen.detect.judged import Judged
from nakomen.detect.kind import kind, kind_of_name
from nakomen.detect.words import spoken
from nakomen.records import (
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
from nakomen.terms import Category, RecordKind

_KINDS: Mapping[Category, KeyKind] = {
    Category.EMAIL: KeyKind.EMAIL,
    Category.PHONE: KeyKind.PHONE,
    Category.IP_ADDRESS: KeyKind.IP,
}
_NAMES = (KeyKind.EMAIL, KeyKind.USERNAME, KeyKind.CUSTOMER)
_OWN = re.compile(r"\b(?:billing|customer|klant|client|buyer|koper|besteller|factuur|account)\b")
"""What the person of an order is called in it."""
_ABOUT_HER = re.compile(
    _OWN.pattern + r"|^(?:contact|profile|profiel|person|persoon|user|personal|details|data|info)\b"
)
"""What the part of a customer's document is called in which her own address stands."""
_PERSON_FILES = (RecordKind.CUSTOMER, RecordKind.CONTACT)


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
    hers = () if owning else _of_the_customer(seen, found, plain)
    told = [
        replace(key, role=KeyRole.SUBJECT)
        if key.column in hers
        else _placed(key, bool(owning), free, bool(subjects), several)
        for key in found
    ]
    beside = (link for link in links if not link.owner and any(map(inside, link.columns)))
    listed = (link for link in guessed_inside(seen, targets) if of_several(link.columns))
    return (*told, *_named(store, (*beside, *listed)))


def _of_the_customer(
    seen: SeenDataset, found: Sequence[Key], plain: Sequence[Key]
) -> Collection[str]:
    """
    Places that say who the customer is whose row it is: no column does, no two rows have the same,
    and of its kind it is the only one that stands so high in a document.
    """
    if kind(seen) is not RecordKind.CUSTOMER:
        return ()
    hers = []
    for said in (KeyKind.EMAIL, KeyKind.USERNAME):
        places = [place for key in found if key.kind == said and (place := inside(key.column))]
        high = min((len(place.steps) for place in places), default=0)
        top = [place for place in places if len(place.steps) == high]
        named = any(key.kind == said and key.role is KeyRole.SUBJECT for key in plain)
        if len(top) == 1 and not named and _about_her(top[0], seen):
            hers.append(str(top[0]))
    return hers


def _about_her(place: Inside, seen: SeenDataset) -> bool:
    once = any(column.distinct for column in seen.inside if column.name == str(place))
    own = all(_ABOUT_HER.search(spoken(step)) for step in place.steps[:-1])
    return once and own and not is_second_party(place.steps[-1])


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
        guest = free and (_OWN.search(spoken(name)) or around(key.column) is None)
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
