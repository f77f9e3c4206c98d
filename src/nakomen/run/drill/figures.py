"""What a drill showed, dataset by dataset."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Self

from nakomen.ledger import JSON


@dataclass(frozen=True, kw_only=True)
class Drilled:
    """
    One dataset: rows planted, and of those found, exported, erased (or emptied), held by a norm or
    a person's decision, and left; *unseen* says why rows could not be planted.
    """

    store: str
    dataset: str
    planted: int
    found: int = 0
    exported: int = 0
    erased: int = 0
    held: int = 0
    left: int = 0
    unseen: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Each planted row was found and exported, and is gone, emptied, or held."""
        return self.left == 0 and self.found == self.exported == self.planted

    def as_json(self) -> dict[str, JSON]:
        return {
            "store": self.store,
            "dataset": self.dataset,
            "planted": self.planted,
            "found": self.found,
            "exported": self.exported,
            "erased": self.erased,
            "held": self.held,
            "left": self.left,
            "unseen": list(self.unseen),
        }

    @classmethod
    def from_json(cls, told: Mapping[str, Any]) -> Self:
        """
        What `as_json` wrote, as it stands in the ledger.

        >>> one = Drilled(store="crm", dataset="customer", planted=2, unseen=("a trigger",))
        >>> Drilled.from_json(one.as_json()) == one
        True
        """
        return cls(**{**told, "unseen": tuple(told["unseen"])})


@dataclass(frozen=True, kw_only=True)
class Figures:
    """What a drill showed in all datasets together."""

    datasets: tuple[Drilled, ...]

    @property
    def planted(self) -> int:
        return sum(d.planted for d in self.datasets)

    @property
    def left(self) -> int:
        """Rows that the erasure did not reach."""
        return sum(d.left for d in self.datasets)

    @property
    def recall(self) -> float | None:
        """The share of planted rows that was found and exported; None when nothing was planted."""
        seen = sum(min(d.found, d.exported) for d in self.datasets)
        return seen / self.planted if self.planted else None

    @property
    def whole(self) -> bool:
        """Something was planted, and each dataset is whole."""
        return self.planted > 0 and all(d.whole for d in self.datasets)


@dataclass(frozen=True, kw_only=True)
class Drill(Figures):
    """A drill that ended; *cleaned* are rows that an earlier, killed one had left."""

    cleaned: int
    evidence: str
    unplantable: tuple[str, ...] = ()
    """Systems in which nothing can be planted: they were not tried."""
