"""
Finding a person: from the keys that were given to every key by which she is known.

Each store is asked in parents-first order. A row that is hers shows her other keys and its own id,
so that later selections stay flat and hold even when the row itself has gone.
"""

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from functools import lru_cache

from nakomen.errors import PersonMustDecide
from nakomen.plan import IDENTITIES, link_kind, parents_first, role_of, whose
from nakomen.records import (
    AllOf,
    AnyOf,
    Condition,
    Dataset,
    Key,
    KeyIn,
    KeyKind,
    KeyRole,
    Keys,
    Linked,
    Not,
    Nothing,
    Referenced,
    Selection,
    Store,
    StoreMap,
    all_of,
    any_of,
    normal,
    of_several,
    paired,
)
from nakomen.terms import RecordKind

_PERSONS = (RecordKind.CUSTOMER, RecordKind.CONTACT, RecordKind.STAFF)
ANCHOR_LIMIT = 5000
"""Ids of one dataset that travel as keys; beyond this the selection follows the link instead."""


class ManyPersons(PersonMustDecide):
    """
    These keys lead to more than one customer. Name the customer as well: --key customer=NUMBER.
    """

    nl = (
        "Deze gegevens leiden naar meer dan één klant. "
        "Noem ook het klantnummer: --key customer=NUMMER."
    )


@dataclass
class Search:
    """What is known so far. Grows while rows are read; ends as `Keys`."""

    keys: dict[str, dict[str, None]] = field(default_factory=dict)
    asked: dict[tuple[str, str], dict[str, int]] = field(default_factory=dict)
    overflown: set[str] = field(default_factory=set)
    """Kinds of ids of which there were too many to travel."""

    def learn(self, kind: str, values: Sequence[object]) -> None:
        known = self.keys.setdefault(kind, {})
        known.update({normal(kind, str(v)): None for v in values if v is not None and v != ""})

    def kinds(self, store_map: StoreMap) -> frozenset[str]:
        return frozenset(self.keys) | (anchors(store_map) - self.overflown)

    def frozen(self) -> Keys:
        return {kind: tuple(values) for kind, values in self.keys.items() if values}


def resolve(
    maps: Sequence[StoreMap], stores: Mapping[str, Store], given: Sequence[tuple[str, str]]
) -> Keys:
    """
    Every key of the person whom *given* names, by kind and in normal form.

    Raises:
        ManyPersons: the keys lead to several customers.
        StoreUnreachable: a store did not answer.
    """
    return searched(maps, stores, given).frozen()


def searched(
    maps: Sequence[StoreMap], stores: Mapping[str, Store], given: Sequence[tuple[str, str]]
) -> Search:
    """As `resolve`, with what else came to light."""
    search = Search()
    for kind, value in given:
        search.learn(kind, [value])
    named = len(search.keys.get("customer", {}))
    identities = IDENTITIES & {kind for kind, _ in given}
    for store_map in maps:
        _through_contact(search, store_map, stores[store_map.store], identities)
    before = -1
    while before != (before := sum(len(values) for values in search.keys.values())):
        for store_map in maps:
            for dataset in parents_first(store_map):
                _ask(search, store_map, dataset, stores[store_map.store], named)
    return search


def _ask(search: Search, store_map: StoreMap, dataset: Dataset, store: Store, named: int) -> None:
    id_kind = anchor(store_map, dataset)
    own = [k for k in dataset.keys if identifies(k)]
    if not can_teach(dataset, id_kind):
        return
    hers = _news(search, store_map, dataset)
    if isinstance(hers, Nothing):
        return
    ids = dataset.primary_key if id_kind or dataset.records is RecordKind.CUSTOMER else ()
    up = upward(store_map, dataset)
    columns = [*ids, *(k.column for k in own), *(column for column, _ in up)]
    if not columns:
        return
    rows = store.values(Selection(dataset.name, hers), columns, search.frozen(), ANCHOR_LIMIT + 1)
    if len(rows) > ANCHOR_LIMIT and id_kind:
        search.overflown.add(id_kind)
        search.keys.pop(id_kind, None)
        return
    _one_customer(dataset, rows, named)
    kinds = [id_kind] * len(ids) + [k.kind for k in own]
    kinds += [link_kind(store_map.store, to, column) for _, (to, column) in up]
    for position, kind in enumerate(kinds):
        if kind:
            search.learn(kind, [row[position] for row in rows])
    if id_kind:
        place = (store_map.store, dataset.name)
        search.asked[place][id_kind] = len(search.keys[id_kind])


def _news(search: Search, store_map: StoreMap, dataset: Dataset) -> Condition:
    """The rows that keys learned since the last question lead to; a key is asked for once."""
    hers = whose(store_map, search.kinds(store_map))[dataset.name].hers
    asked = search.asked.setdefault((store_map.store, dataset.name), {})
    known = {kind: len(search.keys.get(kind, ())) for kind in kinds_in(hers)}
    new = {kind for kind, size in known.items() if size and size != asked.get(kind)}
    asked |= known
    return resting_on(hers, new)


def resting_on(condition: Condition, kinds: Set[str]) -> Condition:
    """The part of *condition* that keys of *kinds* lead to."""
    match condition:
        case KeyIn(kind=kind):
            return condition if kind in kinds else Nothing()
        case AnyOf(parts):
            return any_of(*(resting_on(part, kinds) for part in parts))
        case AllOf(parts):
            return all_of(*(resting_on(part, kinds) for part in parts))
        case Linked(where=where):
            inner = resting_on(where, kinds)
            return inner if isinstance(inner, Nothing) else replace(condition, where=inner)
        case Referenced(where=where):
            inner = resting_on(where, kinds)
            return inner if isinstance(inner, Nothing) else replace(condition, where=inner)
        case _:
            return condition


@lru_cache(maxsize=512)
def can_teach(dataset: Dataset, id_kind: str | None) -> bool:
    """Asking this dataset can show a key that was not known, or an id that others point to."""
    own = {k.column for k in dataset.keys if identifies(k)}
    speaks = _speaks(dataset)
    return bool(id_kind) or len(own) > 1 or bool((own or speaks) and dataset.owner_links)


def identifies(key: Key) -> bool:
    """The column shows another key of hers. What a key/value row holds depends on the row."""
    return role_of(key) in (KeyRole.SUBJECT, KeyRole.ALIAS) and key.when is None


def _speaks(dataset: Dataset) -> bool:
    """Its rows say of another thing whose that is: keys or links that hold in some rows only."""
    said = (k.when and k.role is not KeyRole.PARTY for k in dataset.keys)
    return any(said) or any(link.when for link in dataset.owner_links)


@lru_cache(maxsize=512)
def upward(store_map: StoreMap, dataset: Dataset) -> Sequence[tuple[str, tuple[str, str]]]:
    """
    References to follow up to the owner: only from rows that name no person by themselves.

    A line number leads to its subscription and so to the customer; a contact's e-mail address does
    not lead to the company she works for. A key/value row leads to the thing that it speaks of,
    never to another person who stands in it: who wrote a note on her ticket.
    """
    own = {k.kind for k in dataset.keys if k.role is KeyRole.SUBJECT and k.when is None}
    if own & IDENTITIES or not (own or _speaks(dataset) or _aliases(dataset)):
        return ()
    to_person = bool(own) or _aliases(dataset)
    return tuple(
        (link.columns[0], (link.to, link.to_columns[0]))
        for link in dataset.owner_links
        if len(link.columns) == 1 and link.when is None
        if to_person or store_map.dataset(link.to).records not in _PERSONS
    )


def _aliases(dataset: Dataset) -> bool:
    return any(key.role is KeyRole.ALIAS for key in dataset.keys)


def is_head(dataset: Dataset) -> bool:
    """Each row is another customer; not so the two addresses that one of them has."""
    named = any(key.kind in IDENTITIES for key in dataset.keys)
    return dataset.records is RecordKind.CUSTOMER and (named or not dataset.owner_links)


def _one_customer(dataset: Dataset, rows: Sequence[tuple[object, ...]], named: int) -> None:
    if is_head(dataset) and len(rows) > max(1, named):
        raise ManyPersons(f"{dataset.name}: {len(rows)}")


def _through_contact(
    search: Search, store_map: StoreMap, store: Store, identities: Set[str]
) -> None:
    """A given key that customers may share counts when one row has it and no other names her."""
    for dataset in store_map.datasets:
        known = known_by(store_map, dataset)
        if known is None or dataset.records is not RecordKind.CUSTOMER:
            continue
        column, kind = known
        for key in dataset.keys:
            if key.role is KeyRole.CONTACT and search.keys.get(key.kind):
                if identities - {key.kind}:
                    continue
                where = KeyIn(key.column, key.kind, key.written)
                found = Selection(dataset.name, where)
                rows = store.values(found, (column,), search.frozen(), 3)
                if len(rows) > 1:
                    raise ManyPersons(f"{dataset.name}.{key.column}: {len(rows)}")
                if len(rows) == 1:
                    search.learn(kind, [rows[0][0]])


def known_by(store_map: StoreMap, dataset: Dataset) -> tuple[str, str] | None:
    """The column, or the pair, that tells one row from all others, and the kind of key it is."""
    if len(dataset.primary_key) == 1:
        column = dataset.primary_key[0]
        return column, link_kind(store_map.store, dataset.name, column)
    key = dataset.key(paired(dataset.primary_key)) if dataset.primary_key else None
    return (key.column, key.kind) if key else None


def identity(keys: Keys) -> list[tuple[str, str]]:
    """What names her most surely: asked by telephone today and by account later, she is one."""
    kinds = (KeyKind.CUSTOMER, KeyKind.EMAIL, KeyKind.USERNAME)
    return next(([(k, keys[k][0])] for k in kinds if len(keys.get(k, ())) == 1), [])


@lru_cache(maxsize=64)
def anchors(store_map: StoreMap) -> frozenset[str]:
    """Every kind under which ids of rows travel."""
    return frozenset(kind for d in store_map.datasets if (kind := anchor(store_map, d)))


@lru_cache(maxsize=512)
def anchor(store_map: StoreMap, dataset: Dataset) -> str | None:
    """The kind under which ids of *dataset* travel, when others belong to its rows or hold them."""
    if len(dataset.primary_key) != 1:
        return None
    kind = link_kind(store_map.store, dataset.name, dataset.primary_key[0])
    pointed = any(
        (link.owner or link.part) and link.to_columns == dataset.primary_key
        for _, link in store_map.children(dataset.name)
    )
    listed = (key for other in store_map.datasets for key in other.keys if key.kind == kind)
    return kind if pointed or any(of_several([key.column]) for key in listed) else None


def kinds_in(condition: Condition) -> Iterator[str]:
    """Every kind of key that *condition* compares with."""
    match condition:
        case KeyIn(kind=kind):
            yield kind
        case AllOf(parts) | AnyOf(parts):
            for part in parts:
                yield from kinds_in(part)
        case Not(part):
            yield from kinds_in(part)
        case Linked(where=where) | Referenced(where=where):
            yield from kinds_in(where)
        case _:
            return
