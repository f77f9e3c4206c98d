"""Ways through the data map: from a row to the rows of another dataset that belong with it."""

from collections.abc import Callable, Sequence

from nakomen.records.dataset import Dataset, Link, StoreMap
from nakomen.records.selection import Condition, Linked, Referenced

Wrap = Callable[[Condition], Condition]
"""From a condition on related rows to one on the row itself: there is such a related row."""


def way(store_map: StoreMap, dataset: Dataset, to: str) -> Wrap | None:
    """
    From *dataset* to the rows of *to* along owner links: up to what it belongs to, or down to what
    belongs to it. None when no links lead there, or several ways do and none is the shortest.
    """
    up = _shortest(_chains(store_map, dataset.name, to, ()))
    if up:
        return _climb(up)
    down = _shortest(_chains(store_map, to, dataset.name, ()))
    return _descend(to, down) if down else None


def below_it(store_map: StoreMap, dataset: Dataset, to: str) -> bool:
    """The rows of *to* belong to those of *dataset*, not the other way round."""
    return not _shortest(_chains(store_map, dataset.name, to, ()))


Chain = tuple[Link, ...]


def _chains(store_map: StoreMap, start: str, end: str, seen: tuple[str, ...]) -> list[Chain]:
    """Every chain of owner links from *start* to *end*."""
    found: list[Chain] = []
    for link in store_map.dataset(start).owner_links if store_map.has(start) else ():
        if link.to == end:
            found.append((link,))
        elif link.to not in (*seen, start):
            further = _chains(store_map, link.to, end, (*seen, start))
            found += [(link, *rest) for rest in further]
    return found


def _shortest(chains: Sequence[Chain]) -> Chain | None:
    ordered = sorted(chains, key=len)
    doubtful = len(ordered) > 1 and len(ordered[0]) == len(ordered[1])
    return None if doubtful or not ordered else ordered[0]


def _climb(chain: Chain) -> Wrap:
    def wrap(where: Condition) -> Condition:
        for link in reversed(chain):
            where = Linked(link.columns, link.to, link.to_columns, where)
        return where

    return wrap


def _descend(start: str, chain: Chain) -> Wrap:
    """The chain leads from *start* up to the row; read backwards it leads down from the row."""
    names = [start, *(link.to for link in chain[:-1])]

    def wrap(where: Condition) -> Condition:
        for name, link in zip(names, chain, strict=True):
            where = Referenced(link.to_columns, name, link.columns, where)
        return where

    return wrap
