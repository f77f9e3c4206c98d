"""
How sure a sample makes: bounds on a share, and whether numbers pass a test by chance alone.

Exact binomial bounds, one-sided (Clopper and Pearson, 1934), so that nothing is said that the
sample does not carry. The sample is taken for arbitrary; a table that is sorted by what was asked
would fool it.
"""

from collections.abc import Iterator
from functools import lru_cache
from itertools import takewhile
from math import exp, lgamma, log, log1p
from typing import NamedTuple

from nakomen.terms import Text

CONFIDENCE = 0.95
_HALVINGS = 40
_NEGLIGIBLE = 1e-18


class Sample(NamedTuple):
    """Of *seen* values that were looked at, *passed* passed."""

    passed: int
    seen: int

    @property
    def share(self) -> float:
        return self.passed / self.seen if self.seen else 0.0

    @property
    def at_least(self) -> float:
        """The share of all values that is surely reached, 0 to 1."""
        return _least(self.passed, self.seen)

    @property
    def at_most(self) -> float:
        """
        The share of all values that is surely not passed, 0 to 1.

        >>> round(Sample(0, 1000).at_most, 4), round(Sample(998, 1000).at_least, 4)
        (0.003, 0.9937)
        """
        return 1 - _least(self.seen - self.passed, self.seen)

    def said(self) -> Text:
        """
        >>> Sample(998, 1000).said().en
        '998 of 1000 values seen; with 95 % confidence at least 99.3 % of all'
        >>> Sample(0, 1000).said().nl
        '0 van 1000 bekeken waarden; met 95 % zekerheid ten hoogste 0,3 % van alle'
        """
        nl, en = ("ten minste", "at least") if self.passed else ("ten hoogste", "at most")
        bound = _down(self.at_least) if self.passed else _up(self.at_most)
        return Text(
            f"{self.passed} van {self.seen} bekeken waarden; met 95 % zekerheid {nl} "
            f"{bound.replace('.', ',')} % van alle",
            f"{self.passed} of {self.seen} values seen; with 95 % confidence {en} {bound} % of all",
        )


def _down(share: float) -> str:
    return f"{int(share * 1000) / 10:.1f}"


def _up(share: float) -> str:
    return f"{-int(-share * 1000 // 1) / 10:.1f}"


def by_chance(passed: int, formed: int, chance: float) -> float:
    """
    The probability that *passed* or more of *formed* arbitrary numbers pass, each with *chance*.

    >>> by_chance(1, 11, 1 / 11) > 0.6, by_chance(30, 100, 1 / 11) < 1e-8
    (True, True)
    """
    return min(1.0, sum(_tail(passed, formed, chance)))


@lru_cache(maxsize=4096)
def _least(passed: int, seen: int) -> float:
    """The lowest share under which a sample this good still comes up one time in twenty."""
    if not passed:
        return 0.0
    low, high = 0.0, passed / seen
    for _ in range(_HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if _rare(passed, seen, middle) else (low, middle)
    return low


def _rare(passed: int, seen: int, share: float) -> bool:
    return sum(_tail(passed, seen, share)) < 1 - CONFIDENCE


def _tail(passed: int, seen: int, share: float) -> Iterator[float]:
    """The probabilities of *passed*, *passed* + 1, ... of *seen*, while they count."""
    if share <= 0 or share >= 1:
        return iter([float(passed <= 0 or share >= 1)])
    terms = (exp(_log_term(k, seen, share)) for k in range(max(passed, 0), seen + 1))
    beyond = seen * share
    numbered = enumerate(terms, start=max(passed, 0))
    counting = takewhile(lambda term: term[0] <= beyond or term[1] > _NEGLIGIBLE, numbered)
    return (term for _, term in counting)


def _log_term(k: int, n: int, p: float) -> float:
    ways = lgamma(n + 1) - lgamma(k + 1) - lgamma(n - k + 1)
    return ways + (k * log(p) if k else 0.0) + ((n - k) * log1p(-p) if n > k else 0.0)
