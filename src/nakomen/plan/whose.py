"""
Whose row is it: hers, shared with somebody else, or neither.

A row is hers when one of her own keys stands in it, or when it belongs (by owner links) to a row of
hers and does not name somebody else as its person. A row is shared when it names her as the other
party, or hangs under a row of hers and has a person of its own: a contact at her company.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from nakomen.records import (
    Condition,
    Dataset,
    Everything,
    Key,
    KeyIn,
    KeyKind,
    KeyRole,
    Link,
    Linked,
    Missing,
    Nothing,
    Referenced,
    Says,
    StoreMap,
    all_of,
    any_of,
    not_,
    of_several,
)

IDENTITIES = frozenset({KeyKind.EMAIL, KeyKind.CUSTOMER, KeyKind.USERNAME})
"""Kinds that name a person by themselves. A line number does not: a subscription has an owner."""


@dataclass(frozen=True, kw_only=True)
class Whose:
    hers: Condition = field(default_factory=Nothing)
    shared: Condition = field(default_factory=Nothing)


def link_kind(store: str, dataset: str, column: str) -> str:
    """The kind of key under which ids of *dataset* travel: ``crm.invoice.id``."""
    return f"{store}.{dataset}.{column}"


@lru_cache(maxsize=512)
def whose(
    store_map: StoreMap, kinds: frozenset[str], *, found: bool = False
) -> Mapping[str, Whose]:
    """
    For each dataset the rows that are hers and those that are shared.

    Args:
        kinds: kinds of key for which values are known; link keys make the selection flat.
        found: the search is over, so that an id says all: what other keys led to is known by id.
    """
    told: dict[str, Whose] = {}
    for dataset in parents_first(store_map):
        told[dataset.name] = _from_keys(store_map, dataset, told, kinds, found)
    return MappingProxyType(told)


def whose_from(store_map: StoreMap, roots: Mapping[str, Condition]) -> Mapping[str, Whose]:
    """For each dataset the rows that *roots* are, or that belong to them: what falls due itself."""
    told: dict[str, Whose] = {}
    for dataset in parents_first(store_map):
        root = roots.get(dataset.name, Nothing())
        linked = _linked(store_map, dataset, told, frozenset())
        told[dataset.name] = Whose(hers=any_of(root, linked, _parts(store_map, dataset, told)))
    return MappingProxyType(told)


def _from_keys(
    store_map: StoreMap,
    dataset: Dataset,
    told: Mapping[str, Whose],
    kinds: frozenset[str],
    found: bool,
) -> Whose:
    linked = _linked(store_map, dataset, told, kinds)
    foreign = foreign_person(dataset)
    by_id = _by_id(store_map, dataset, kinds)
    by_key = _keyed(dataset, kinds, KeyRole.SUBJECT, KeyRole.ALIAS)
    guest = _keyed(dataset, kinds, KeyRole.GUEST)
    unowned = all_of(guest, nobodys(dataset)) if not isinstance(guest, Nothing) else guest
    said = _said(dataset, kinds)
    part = _parts(store_map, dataset, told)
    hers = any_of(by_key, by_id, unowned, part, all_of(linked, not_(foreign)))
    if found and not isinstance(by_id, Nothing):
        hers = by_id
    if not found:
        hers = any_of(hers, all_of(said, not_(claimed(store_map, dataset, told, kinds))))
    party = any_of(_keyed(dataset, kinds, KeyRole.PARTY), guest, said)
    shared = all_of(any_of(party, all_of(linked, foreign)), not_(hers))
    return Whose(hers=hers, shared=shared)


def role_of(key: Key) -> KeyRole:
    """What the key says of its row. A list may name several persons: it makes no row hers."""
    return KeyRole.PARTY if of_several([key.column]) else key.role


def foreign_person(dataset: Dataset) -> Condition:
    """The row names a person of its own, and that is not her."""
    own = [
        k
        for k in dataset.keys
        if role_of(k) is KeyRole.SUBJECT and k.kind in IDENTITIES and k.when is None
    ]
    return any_of(
        *(all_of(not_(Missing(k.column)), not_(Says(k.column, "")), not_(key_in(k))) for k in own)
    )


def nobodys(dataset: Dataset) -> Condition:
    """No owner link of the row is filled: only what stands in it says whose it is."""
    links = (link for link in dataset.owner_links if link.when is None)
    return all_of(*(Missing(column) for link in links for column in link.columns))


def wholes(store_map: StoreMap, dataset: Dataset) -> list[tuple[Dataset, Link]]:
    """The datasets of which a row of *dataset* is a part, with the link that points to it."""
    return [(by, link) for by, link in store_map.children(dataset.name) if link.part]


def _parts(store_map: StoreMap, dataset: Dataset, told: Mapping[str, Whose]) -> Condition:
    """Rows that a row of hers points to as its part, no row of another does, and nobody owns."""
    pointing = wholes(store_map, dataset)
    found = {by.name: told.get(by.name, Whose()).hers for by, _ in pointing}
    hers = any_of(*(_pointed(by, link, found[by.name]) for by, link in pointing))
    if isinstance(hers, Nothing):
        return hers
    others = any_of(*(_pointed(by, link, not_(found[by.name])) for by, link in pointing))
    return all_of(hers, nobodys(dataset), not_(others))


def _pointed(by: Dataset, link: Link, where: Condition) -> Condition:
    if isinstance(where, Nothing):
        return where
    return Referenced(link.to_columns, by.name, link.columns, where)


def claimed(
    store_map: StoreMap, dataset: Dataset, told: Mapping[str, Whose], kinds: frozenset[str]
) -> Condition:
    """
    Key/value rows of a thing that another of its rows gives to somebody else: an order that was
    placed from another account, though her e-mail address stands in it.
    """
    whole = [link for link in dataset.owner_links if link.when is None]
    others: list[Condition] = []
    for link in dataset.owner_links:
        if link.when is not None:
            hers = _through(store_map.store, link, told, kinds)
            somebody = Linked(link.columns, link.to, link.to_columns, Everything())
            others.append(all_of(Says(*link.when), somebody, not_(hers)))
    return any_of(
        *(Linked(ln.columns, dataset.name, ln.columns, any_of(*others)) for ln in whole if others)
    )


def _keyed(dataset: Dataset, kinds: frozenset[str], *roles: KeyRole) -> Condition:
    found = (k for k in dataset.keys if role_of(k) in roles and k.kind in kinds)
    # What a key/value row says is told of the thing it belongs to; alone it makes no row hers.
    return any_of(*(key_in(k) for k in found if k.when is None or role_of(k) is KeyRole.PARTY))


def _said(dataset: Dataset, kinds: frozenset[str]) -> Condition:
    """Key/value rows that say she is the person of the thing they belong to."""
    own = (k for k in dataset.keys if k.when and role_of(k) in (KeyRole.SUBJECT, KeyRole.ALIAS))
    return any_of(*(key_in(k) for k in own if k.kind in kinds))


def _by_id(store_map: StoreMap, dataset: Dataset, kinds: frozenset[str]) -> Condition:
    if len(dataset.primary_key) != 1:
        return Nothing()
    column = dataset.primary_key[0]
    kind = link_kind(store_map.store, dataset.name, column)
    return KeyIn(column, kind, "normal") if kind in kinds else Nothing()


def key_in(key: Key) -> Condition:
    """The key holds one of hers, in a row where it counts."""
    return all_of(_when(key), KeyIn(key.column, key.kind, key.written))


def _when(part: Key | Link) -> Condition:
    return Says(*part.when) if part.when else Everything()


def _linked(
    store_map: StoreMap, dataset: Dataset, found: Mapping[str, Whose], kinds: frozenset[str]
) -> Condition:
    return any_of(*(_through(store_map.store, ln, found, kinds) for ln in dataset.owner_links))


def _through(
    store: str, link: Link, found: Mapping[str, Whose], kinds: frozenset[str]
) -> Condition:
    parent = found.get(link.to, Whose()).hers
    if isinstance(parent, Nothing):
        return Nothing()
    kind = link_kind(store, link.to, link.to_columns[0])
    if len(link.columns) == 1 and kind in kinds:
        return all_of(_when(link), KeyIn(link.columns[0], kind, "normal"))
    return all_of(_when(link), Linked(link.columns, link.to, link.to_columns, parent))


@lru_cache(maxsize=64)
def parents_first(store_map: StoreMap) -> tuple[Dataset, ...]:
    """
    Datasets so that each comes after those it belongs to, and where that can be after all that it
    cannot do without; a circle keeps map order.

    Links that can be empty and say nothing of belonging (a reference back, a lookup) do not count.
    """
    ordered: list[Dataset] = []
    waiting = list(store_map.datasets)
    owning = {d.name: _belongs_to(store_map, d) for d in waiting}
    needed = {d.name: owning[d.name] | _cannot_do_without(store_map, d) for d in waiting}
    while waiting:
        placed = {d.name for d in ordered}
        taken = (
            [d for d in waiting if needed[d.name] <= placed]
            or [d for d in waiting if owning[d.name] <= placed][:1]
            or waiting[:1]
        )
        ordered += taken
        waiting = [d for d in waiting if d not in taken]
    return tuple(ordered)


def _cannot_do_without(store_map: StoreMap, dataset: Dataset) -> set[str]:
    """Datasets to which a row of *dataset* always points."""
    firm = (link for link in dataset.links if not (link.part or detachable(dataset, link)))
    return {link.to for link in firm if store_map.has(link.to)} - {dataset.name}


def detachable(child: Dataset, link: Link) -> bool:
    """Every column of the reference may be NULL."""
    return all(child.column(name).nullable for name in link.columns)


def _belongs_to(store_map: StoreMap, dataset: Dataset) -> set[str]:
    """The datasets whose rows say whose a row of *dataset* is."""
    owning = {link.to for link in dataset.owner_links if store_map.has(link.to)}
    whole = {by.name for by, _ in wholes(store_map, dataset)}
    return (owning | whole) - {dataset.name}
