"""
Finding many persons at once: the questions are those for one, asked for all of them together.

A row comes back with the columns that led to it, and is given to each person whose own keys lead
to it. So two persons never mix: what is learned from a row belongs to her alone. Where a row does
not tell whose it is, the persons are asked for one by one.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from nakomen.plan import IDENTITIES, link_kind, parents_first, whose
from nakomen.records import (
    Condition,
    Dataset,
    KeyIn,
    KeyRole,
    Keys,
    Nothing,
    Selection,
    Store,
    StoreMap,
    normal,
)
from nakomen.run.attributing import Unclear, columns_of, holding, told
from nakomen.run.resolve import (
    ManyPersons,
    anchor,
    anchors,
    can_teach,
    identifies,
    is_head,
    kinds_in,
    known_by,
    resting_on,
    searched,
    upward,
)
from nakomen.terms import RecordKind

Pair = tuple[str, str]
Row = tuple[Any, ...]
ROWS_AT_ONCE = 200_000
"""Rows of one dataset that are looked at for one group; a group with more is halved."""


class TooMany(Exception):
    """These persons have too many rows to be found together; halve the group."""


@dataclass
class Sought:
    """One person: what was given, what is known of her by now, and why she was set aside if so."""

    given: Sequence[Pair]
    keys: dict[str, dict[str, None]] = field(default_factory=dict)
    customers: dict[str, set[tuple[object, ...]]] = field(default_factory=dict)
    several: bool = False
    """Her keys lead to more than one customer."""
    met: bool = False
    """A row of hers was seen."""
    large: bool = False
    """So many rows that their ids do not travel; she cannot be in a group with others."""
    name: str | None = None
    """Her name in the subject book."""

    @property
    def kinds(self) -> set[str]:
        """The kinds of key by which she was named."""
        return {kind for kind, _ in self.given}

    @property
    def pairs(self) -> list[Pair]:
        return [(kind, value) for kind, values in self.keys.items() for value in values]


def resolve_many(
    maps: Sequence[StoreMap], stores: Mapping[str, Store], given: Sequence[Sequence[Pair]]
) -> list[Sought]:
    """
    Every key of each person whom *given* names, in order.

    Raises:
        TooMany: they have too many rows.
        StoreUnreachable: a store did not answer.
    """
    search = _Search(maps, stores, [Sought(given=pairs) for pairs in given])
    try:
        search.run()
    except Unclear:
        return _one_by_one(maps, stores, given)
    return search.persons


def _one_by_one(
    maps: Sequence[StoreMap], stores: Mapping[str, Store], given: Sequence[Sequence[Pair]]
) -> list[Sought]:
    found = [alone(maps, stores, pairs) for pairs in given]
    if any(person.large for person in found):
        raise TooMany from None
    return found


def alone(maps: Sequence[StoreMap], stores: Mapping[str, Store], given: Sequence[Pair]) -> Sought:
    """One person, asked for by herself; see `resolve_many`."""
    sought = Sought(given=given)
    try:
        search = searched(maps, stores, given)
    except ManyPersons:
        sought.several = True
        return sought
    keys, sought.large = search.frozen(), bool(search.overflown)
    sought.keys = {kind: dict.fromkeys(values) for kind, values in keys.items()}
    sought.met = {*sought.pairs} != {(kind, normal(kind, value)) for kind, value in given}
    if not sought.met:
        _Search(maps, stores, [sought]).meet()
    return sought


class _Search:
    """What is known of everybody so far, and who has which key."""

    def __init__(
        self, maps: Sequence[StoreMap], stores: Mapping[str, Store], persons: list[Sought]
    ) -> None:
        self.maps = maps
        self.stores = stores
        self.persons = persons
        self.owners: dict[str, dict[str, tuple[int, ...]]] = {}
        self.asked: dict[tuple[str, str], dict[str, int]] = {}
        self._frozen: dict[str, tuple[str, ...]] = {}
        for place, person in enumerate(persons):
            self.learn(place, [(kind, normal(kind, value)) for kind, value in person.given])

    def run(self) -> None:
        for store_map in self.maps:
            self._through_contact(store_map)
        before = -1
        while before != (before := sum(map(len, self.owners.values()))):
            for store_map in self.maps:
                for dataset in parents_first(store_map):
                    if can_teach(dataset, anchor(store_map, dataset)):
                        self._ask(store_map, dataset)
        self.meet()

    def learn(self, place: int, pairs: Sequence[Pair]) -> None:
        for kind, value in pairs:
            self.persons[place].keys.setdefault(kind, {})[value] = None
            having = self.owners.setdefault(kind, {})
            if place not in (known := having.get(value, ())):
                having[value] = (*known, place)

    def frozen(self) -> Keys:
        """Everybody's keys; those of a kind are the same object as long as none was added."""
        for kind, values in self.owners.items():
            if len(self._frozen.get(kind, ())) != len(values):
                self._frozen[kind] = tuple(values)
        return {kind: values for kind, values in self._frozen.items() if values}

    def set_aside(self, place: int) -> None:
        """Her keys lead to several customers: from here on they find nothing."""
        person = self.persons[place]
        person.several = True
        self._frozen.clear()
        for kind, values in person.keys.items():
            having = self.owners[kind]
            for value in values:
                left = tuple(other for other in having[value] if other != place)
                if left:
                    having[value] = left
                else:
                    del having[value]
        person.keys.clear()

    def _ask(self, store_map: StoreMap, dataset: Dataset) -> None:
        id_kind = anchor(store_map, dataset)
        hers, news = self._news(store_map, dataset)
        if isinstance(news, Nothing):
            return
        ids = dataset.primary_key if id_kind or dataset.records is RecordKind.CUSTOMER else ()
        taught = taught_by(store_map, dataset)
        crowded: set[int] = set()
        asked_for = [*ids, *(column for column, _ in taught)]
        names, rows = self._rows(store_map, dataset, news, hers, asked_for)
        whose_is = holding(hers, names, self.owners)
        places = [(names.index(column), kind) for column, kind in taught]
        head = [names.index(name) for name in ids or sorted(names)] if is_head(dataset) else []
        for row in rows:
            found = whose_is(row)
            pairs = list(_pairs(places, row))
            for place in found:
                if self._one_customer(dataset, place, [row[n] for n in head]):
                    self.learn(place, pairs)
                else:
                    crowded.add(place)
        for place in crowded:
            self.set_aside(place)
        if id_kind:
            asked = self.asked[store_map.store, dataset.name]
            asked[id_kind] = len(self.owners.get(id_kind, ()))

    def _news(self, store_map: StoreMap, dataset: Dataset) -> tuple[Condition, Condition]:
        """Rows that are of anybody, and the part that keys learned since the last question find."""
        kinds = frozenset(self.owners) | anchors(store_map)
        hers = whose(store_map, kinds)[dataset.name].hers
        asked = self.asked.setdefault((store_map.store, dataset.name), {})
        known = {kind: len(self.owners.get(kind, ())) for kind in kinds_in(hers)}
        new = {kind for kind, size in known.items() if size and size != asked.get(kind)}
        asked |= known
        return hers, resting_on(hers, new)

    def _rows(
        self,
        store_map: StoreMap,
        dataset: Dataset,
        where: Condition,
        judged: Condition,
        columns: Sequence[str],
    ) -> tuple[list[str], list[Row]]:
        """The rows that meet *where*: the names of what was read, and the values."""
        names = list(dict.fromkeys([*columns, *columns_of(judged)]))
        store = self.stores[store_map.store]
        selection = Selection(dataset.name, where)
        rows = store.values(selection, names, self.frozen(), ROWS_AT_ONCE + 1)
        if len(rows) > ROWS_AT_ONCE:
            raise TooMany
        return names, rows

    def _one_customer(self, dataset: Dataset, place: int, head: Sequence[Any]) -> bool:
        """False when the row that *head* names makes her one customer too many."""
        person = self.persons[place]
        person.met = True
        if not head:
            return True
        seen = person.customers.setdefault(dataset.name, set())
        seen.add(tuple(head))
        named = {normal(kind, value) for kind, value in person.given if kind == "customer"}
        return len(seen) <= max(1, len(named))

    def _through_contact(self, store_map: StoreMap) -> None:
        """A key that customers may share counts when one row has it and no other names her."""
        for dataset in store_map.datasets:
            known = known_by(store_map, dataset)
            if known is None or dataset.records is not RecordKind.CUSTOMER:
                continue
            for key in dataset.keys:
                if key.role is KeyRole.CONTACT and self.owners.get(key.kind):
                    others = IDENTITIES - {key.kind}
                    lost = {n for n, p in enumerate(self.persons) if not others & p.kinds}
                    if lost:
                        where = KeyIn(key.column, key.kind, key.written)
                        self._only_row(store_map, dataset, where, known, lost)

    def _only_row(
        self, store_map: StoreMap, dataset: Dataset, where: KeyIn, known: Pair, lost: set[int]
    ) -> None:
        column, kind = known
        found: dict[int, set[str]] = {}
        names, rows = self._rows(store_map, dataset, where, where, [column])
        whose_is = holding(where, names, self.owners)
        for row in rows:
            for place in whose_is(row):
                if place in lost:
                    found.setdefault(place, set()).add(told(row[0]))
        for place, values in found.items():
            if len(values) > 1:
                self.set_aside(place)
            else:
                plain = "." not in kind
                self.learn(place, [(kind, normal(kind, v) if plain else v) for v in values])

    def meet(self) -> None:
        """Who taught nothing may still stand somewhere: a newsletter that knows an address only."""
        for store_map in self.maps:
            for dataset in store_map.datasets:
                for key in dataset.keys:
                    if any(not p.met and not p.several for p in self.persons):
                        self._meet_by(store_map, dataset, KeyIn(key.column, key.kind, key.written))

    def _meet_by(self, store_map: StoreMap, dataset: Dataset, where: KeyIn) -> None:
        waiting: dict[str, None] = {}
        for person in self.persons:
            if not person.met and not person.several:
                waiting.update(person.keys.get(where.kind, {}))
        if not waiting:
            return
        store, selection = self.stores[store_map.store], Selection(dataset.name, where)
        keys = {where.kind: tuple(waiting)}
        whose_is = holding(where, (where.column,), self.owners)
        for row in store.values(selection, (where.column,), keys, ROWS_AT_ONCE):
            for place in whose_is(row):
                self.persons[place].met = True


def taught_by(store_map: StoreMap, dataset: Dataset) -> list[Pair]:
    """Columns of *dataset* that show a key, each with the kind of it."""
    id_kind = anchor(store_map, dataset)
    ids = [(column, id_kind) for column in dataset.primary_key if id_kind]
    own = [(key.column, key.kind) for key in dataset.keys if identifies(key)]
    up = upward(store_map, dataset)
    return ids + own + [(c, link_kind(store_map.store, to, there)) for c, (to, there) in up]


def _pairs(taught: Sequence[tuple[int, str]], row: Row) -> Iterator[Pair]:
    for place, kind in taught:
        value = row[place]
        if type(value) is int:
            yield kind, str(value) if "." in kind else normal(kind, str(value))
        elif value is not None and value != "":
            yield kind, normal(kind, told(value))


def one_of_each(persons: Sequence[Sought]) -> list[tuple[Sought, list[int]]]:
    """
    Everybody once, with the places at which she was named: two lines can be about one person.

    Who could be two of the others is set aside with those who lead to several customers.
    """
    found: list[tuple[Sought, list[int]]] = []
    known: dict[tuple[object, ...], int] = {}
    for place, person in enumerate(persons):
        marks = [] if person.several else list(_marks(person))
        same = sorted({known[mark] for mark in marks if mark in known})
        if len(same) > 1:
            person.several = True
            person.keys.clear()
            same, marks = [], []
        if same:
            first, places = found[same[0]]
            places.append(place)
            for kind, values in person.keys.items():
                first.keys.setdefault(kind, {}).update(values)
        else:
            found.append((person, [place]))
        known.update((mark, same[0] if same else len(found) - 1) for mark in marks)
    return found


def _marks(person: Sought) -> Iterator[tuple[object, ...]]:
    """What no two persons have in common: a row among the customers, a name of an account."""
    for dataset, rows in person.customers.items():
        yield from ((dataset, *row) for row in rows)
    for kind in sorted(IDENTITIES):
        yield from ((kind, value) for value in person.keys.get(kind, ()))
