"""
A place inside a column: a path in a JSON document, or each element of a list.

The name of such a place is that of the column and the path, as in ``payload:$.billing.email``. It
stands where the name of a column may stand: in the data map, in a condition, in a task.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

EACH = "*"
"""The step of a path that stands for every element of a list, written ``[*]``."""
_KEY = r"[A-Za-z_][A-Za-z0-9_-]*"
_NAME = re.compile(rf"(?P<column>.+?):\$(?P<steps>(?:\.{_KEY}|\[\*\])+)")
_STEP = re.compile(rf"\.({_KEY})|\[(\*)\]")


@dataclass(frozen=True, kw_only=True)
class Inside:
    """
    A place inside *column*: the keys that lead to it. `EACH` occurs once at most.

    >>> str(inside("cart:$.lines[*].mail")), inside("cart:$.lines[*].mail").tail
    ('cart:$.lines[*].mail', ('mail',))
    """

    column: str
    steps: tuple[str, ...]

    @property
    def several(self) -> bool:
        """It stands for the elements of a list, of which there may be many."""
        return EACH in self.steps

    @property
    def list(self) -> tuple[str, ...]:
        """The keys that lead to the list, or to the value where there is none."""
        return self.steps[: self.steps.index(EACH)] if self.several else self.steps

    @property
    def tail(self) -> tuple[str, ...]:
        """The keys that lead on from each element."""
        return self.steps[self.steps.index(EACH) + 1 :] if self.several else ()

    @property
    def around(self) -> "Inside | None":
        """What the value is a part of: the object or the element in which it stands."""
        shorter = self.steps if self.steps[-1] == EACH else self.steps[:-1]
        return Inside(column=self.column, steps=shorter) if shorter else None

    def __str__(self) -> str:
        return f"{self.column}:$" + "".join(
            "[*]" if step == EACH else f".{step}" for step in self.steps
        )


@lru_cache(maxsize=4096)
def inside(name: str) -> Inside | None:
    """
    The place that *name* means, None when it is the name of a column or no path that we know.

    >>> inside("email"), inside("payload:$.a[*].b[*]")
    (None, None)
    >>> inside("payload:$.billing.email").steps
    ('billing', 'email')
    """
    found = _NAME.fullmatch(name)
    if found is None:
        return None
    steps = tuple(key or star for key, star in _STEP.findall(found["steps"]))
    if steps.count(EACH) > 1:
        return None
    return Inside(column=found["column"], steps=steps)


def column_of(name: str) -> str:
    """
    The column in which *name* stands.

    >>> column_of("payload:$.billing.email"), column_of("email")
    ('payload', 'email')
    """
    place = inside(name)
    return place.column if place else name


def is_key(word: object) -> bool:
    """
    A key of an object that a path may name. Others are data, or cannot be told apart.

    >>> is_key("billing_email"), is_key("anna@example.nl"), is_key("7")
    (True, False, False)
    """
    return isinstance(word, str) and re.fullmatch(_KEY, word) is not None


def of_several(names: Iterable[str]) -> bool:
    """One of *names* stands for the elements of a list."""
    return any(place.several for name in names if (place := inside(name)))
