"""What a score is made of: how much was asked, found, said and right."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

Json = dict[str, Any]
Same = Callable[[Any, Any], bool]


@dataclass(frozen=True, kw_only=True)
class Result:
    """
    One field of one statement, or a sum of them. *found* of what people read was read;
    *right* of what was read stands in what people read. The two differ only where one fact may
    be told in several places.
    """

    field: str = ""
    found: int = 0
    right: int = 0
    missed: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()

    @property
    def asked(self) -> int:
        return self.found + len(self.missed)

    @property
    def read(self) -> int:
        return self.right + len(self.wrong)

    @property
    def precision(self) -> float:
        """Of what was read, the share that is right; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Of what stands there, the share that was found; 1 where nothing stands there."""
        return self.found / self.asked if self.asked else 1.0

    @property
    def f1(self) -> float:
        """
        >>> Result(found=1, right=1, missed=("email",)).f1
        0.6666666666666666
        """
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    @property
    def as_json(self) -> Json:
        counts = {"asked": self.asked, "found": self.found, "read": self.read, "right": self.right}
        shares = {name: getattr(self, name) for name in ("precision", "recall", "f1")}
        return {**counts, **{name: round(share, 4) for name, share in shares.items()}}


def total(results: Iterable[Result], field: str = "") -> Result:
    """All *results* as one: each fact counts the same (micro average)."""
    parts = list(results)
    return Result(
        field=field,
        found=sum(part.found for part in parts),
        right=sum(part.right for part in parts),
        missed=tuple(miss for part in parts for miss in part.missed),
        wrong=tuple(wrong for part in parts for wrong in part.wrong),
    )


def pair(asked: Sequence[Any], read: Sequence[Any], same: Same) -> dict[int, int]:
    """
    As many pairs as there can be, nobody in two of them: index in *read* → index in *asked*.

    >>> pair(["ab", "a"], ["a", "b"], lambda asked, read: read in asked)
    {0: 1, 1: 0}
    """
    taken: dict[int, int] = {}

    def seat(wish: int, tried: set[int]) -> bool:
        for place, item in enumerate(read):
            if place in tried or not same(asked[wish], item):
                continue
            tried.add(place)
            if place not in taken or seat(taken[place], tried):
                taken[place] = wish
                return True
        return False

    for wish in range(len(asked)):
        seat(wish, set())
    return dict(sorted(taken.items()))
