"""Which function decides which rule. Each topic's module adds its own on import."""

from collections.abc import Callable, Mapping, Sequence
from types import MappingProxyType

from nakomen.checks.text.answer import Answers, Verdict, if_any
from nakomen.checks.text.told import Pattern, Told

Decide = Callable[[Told], Answers]
_DECIDED: dict[str, Decide] = {}
DECIDED: Mapping[str, Decide] = MappingProxyType(_DECIDED)


def rule(id: str) -> Callable[[Decide], Decide]:
    """Marks the function that decides rule *id*."""

    def mark(decide: Decide) -> Decide:
        if id in _DECIDED:
            raise ValueError(id)
        _DECIDED[id] = decide
        return decide

    return mark


def phrase(
    id: str, verdict: Verdict, words: Sequence[str], pattern: str, unless: str | None = None
) -> None:
    """
    A rule that a sentence breaks by what it says.

    A sentence that holds one of *words* and fits *pattern* gets *verdict*, unless it also fits
    *unless*. *words* are plain and cheap to find; without one of them nothing else is looked at.
    """
    bad, fine = Pattern(pattern), Pattern(unless) if unless else None

    def decide(told: Told) -> Answers:
        return if_any(verdict, told.places(words, bad, fine))

    rule(id)(decide)
