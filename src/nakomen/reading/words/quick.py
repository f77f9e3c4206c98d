"""
Patterns that look before they search.

Most sentences hold none of the words that a pattern needs, and to see that a few words are not in
a text is ten times as fast as to search it for a pattern. The words are taken from the pattern
itself, so nothing is found that would not be found without, and nothing is missed.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser  # type: ignore[attr-defined]
from typing import Any

_SHORTEST = 2
"""Letters of a word worth looking for; shorter ones are in every sentence."""
_MOST = 60
"""More words than this take as long as the search."""
_FAR = 2**31


class Quick:
    """
    A compiled pattern with the searches of ``re.Pattern``, and the words of which it needs one.

    >>> Quick("bewar(?:en|ing)|opgeslagen", re.I).needs
    ('bewar', 'opgeslagen')
    >>> Quick("wij|u").needs is None
    True
    """

    def __init__(self, pattern: str, flags: int = 0) -> None:
        self.pattern = pattern
        self._flags = flags

    @cached_property
    def needs(self) -> tuple[str, ...] | None:
        """Words of which one stands in whatever matches; None when there are none."""
        return _needs(self.pattern, self._flags)

    @cached_property
    def _compiled(self) -> re.Pattern[str]:
        """Compiled when it is first searched for: many patterns never are."""
        return re.compile(self.pattern, self._flags)

    def may_be_in(self, words: str) -> bool:
        """False when *words* cannot match."""
        if self.needs is None:
            return True
        low = _lower(words)
        if low is None:
            return True
        for word in self.needs:  # noqa: SIM110 (any() with a generator takes twice the time)
            if word in low:
                return True
        return False

    def search(self, words: str, pos: int = 0, endpos: int = _FAR) -> re.Match[str] | None:
        return self._compiled.search(words, pos, endpos) if self.may_be_in(words) else None

    def finditer(self, words: str, pos: int = 0, endpos: int = _FAR) -> Iterator[re.Match[str]]:
        return self._compiled.finditer(words, pos, endpos) if self.may_be_in(words) else iter(())

    def match(self, words: str, pos: int = 0, endpos: int = _FAR) -> re.Match[str] | None:
        return self._compiled.match(words, pos, endpos)

    def fullmatch(self, words: str) -> re.Match[str] | None:
        return self._compiled.fullmatch(words)

    def findall(self, words: str) -> list[Any]:
        return self._compiled.findall(words) if self.may_be_in(words) else []

    def sub(self, new: str, words: str, count: int = 0) -> str:
        return self._compiled.sub(new, words, count) if self.may_be_in(words) else words


@lru_cache(maxsize=8)
def _lower(words: str) -> str | None:
    """
    The same sentence is looked through by many patterns, one after the other.

    None when it has one of three odd letters, which a pattern takes for an i or an s.
    """
    if not words.isascii() and any(sign in words for sign in "ıİſ"):
        return None
    return words.lower()


def _needs(pattern: str, flags: int) -> tuple[str, ...] | None:
    found = _of_sequence(_parser.parse(pattern, flags))
    if found is None or not 0 < len(found) <= _MOST:
        return None
    return tuple(sorted(_shortest_only(found)))


def _shortest_only(words: set[str]) -> set[str]:
    """Without those that hold another: where "opslaan" is, there is "slaan" too."""
    return {word for word in words if not any(o != word and o in word for o in words)}


def _of_sequence(parts: Iterable[Any]) -> set[str] | None:
    """One of these words is in whatever the parts match in a row; None when it need not be."""
    best: set[str] | None = None
    run = ""
    for code, value in [*parts, (None, None)]:
        if code is sre.LITERAL and (sign := _plain(chr(value))):
            run += sign
            continue
        best = _better(best, {run} if len(run) >= _SHORTEST else None)
        run = ""
        best = _better(best, _of_part(code, value))
    return best


def _plain(sign: str) -> str:
    """The sign in lower case; letters with an accent part the words that are looked for."""
    low = sign.lower()
    return low if low.isascii() else ""


def _better(one: set[str] | None, other: set[str] | None) -> set[str] | None:
    if one is None or other is None:
        return one if other is None else other
    return max(one, other, key=lambda words: (min(map(len, words)), -len(words)))


def _of_part(code: Any, value: Any) -> set[str] | None:
    if code is sre.SUBPATTERN:
        return _of_sequence(value[-1])
    if code is sre.BRANCH:
        return _of_branches(value[1])
    if code in (sre.MAX_REPEAT, sre.MIN_REPEAT) and value[0] > 0:
        return _of_sequence(value[2])
    if code is sre.ATOMIC_GROUP:
        return _of_sequence(value)
    return None


def _of_branches(branches: Sequence[Iterable[Any]]) -> set[str] | None:
    words: set[str] = set()
    for branch in branches:
        found = _of_sequence(branch)
        if found is None:
            return None
        words |= found
    return words
