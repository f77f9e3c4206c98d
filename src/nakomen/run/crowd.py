"""Everybody in a group with her keys, read from the subject book once and shared by who asks."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Self

from nakomen.ledger import SubjectBook
from nakomen.records import Keys

Pair = tuple[str, str]


@dataclass(frozen=True, kw_only=True)
class Crowd:
    """Who they are, by their place in the group, and who has which key. In memory only."""

    names: Sequence[str]
    owners: Mapping[str, Mapping[str, Sequence[int]]]
    """Kind of key → value → the persons who have it, by their place."""
    keys: Keys
    """The same keys for a store: as long as it is given these very tuples it sends them once."""

    @classmethod
    def of(cls, book: SubjectBook, group: str) -> Self:
        """Those members of *group* whom the book still knows."""
        members = [member.subject for member in book.groups.members(group)]
        names: list[str] = []
        owners: dict[str, dict[str, Sequence[int]]] = {}
        for place, (name, keys) in enumerate(book.groups.each(members)):
            names.append(name)
            alone = (place,)
            for kind, value in keys:
                having = owners.setdefault(kind, {})
                known = having.get(value)
                having[value] = alone if known is None else (*known, place)
        keys_of_all = {kind: tuple(having) for kind, having in owners.items()}
        return cls(names=names, owners=owners, keys=keys_of_all)

    def each(self) -> Iterator[tuple[str, list[Pair]]]:
        """Everybody with her own keys."""
        found: list[list[Pair]] = [[] for _ in self.names]
        for kind, having in self.owners.items():
            for value, places in having.items():
                for place in places:
                    found[place].append((kind, value))
        return zip(self.names, found, strict=True)
