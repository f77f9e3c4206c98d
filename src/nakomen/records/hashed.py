"""Values that are looked up again and again, and are deep: their hash is worked out once."""

from typing import Any, TypeVar

T = TypeVar("T")
_HASH = "_hash"


def hashed_once(kind: type[T]) -> type[T]:
    """
    A frozen dataclass that remembers its hash, beside its fields.

    >>> from dataclasses import dataclass
    >>> @hashed_once
    ... @dataclass(frozen=True)
    ... class One:
    ...     name: str
    >>> hash(One("a")) == hash(One("a")), One("a") == One("a")
    (True, True)
    """
    worked_out = kind.__hash__

    def __hash__(self: Any) -> int:  # noqa: N807
        known: int | None = self.__dict__.get(_HASH)
        if known is None:
            known = self.__dict__[_HASH] = worked_out(self)
        return known

    kind.__hash__ = __hash__  # type: ignore[method-assign]
    return kind
