"""What a rule answers about a text."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from nakomen.terms import Text


class Verdict(StrEnum):
    """The first five are findings."""

    MISSING = "missing"
    WRONG = "wrong"
    VAGUE = "vague"
    CONTRADICTION = "contradiction"
    OUTDATED = "outdated"
    OK = "ok"
    NOT_APPLICABLE = "not_applicable"
    UNSEEN = "unseen"

    @property
    def amiss(self) -> bool:
        return self not in (Verdict.OK, Verdict.NOT_APPLICABLE, Verdict.UNSEEN)


VERDICT_LABELS = {
    Verdict.MISSING: Text("ontbreekt", "missing"),
    Verdict.WRONG: Text("klopt niet", "wrong"),
    Verdict.VAGUE: Text("vaag", "vague"),
    Verdict.CONTRADICTION: Text("tegenspraak", "contradiction"),
    Verdict.OUTDATED: Text("verouderd", "outdated"),
    Verdict.OK: Text("in orde", "ok"),
    Verdict.NOT_APPLICABLE: Text("niet van toepassing", "not applicable"),
    Verdict.UNSEEN: Text("niet te zien", "not seen"),
}


def verdict_word(verdict: str) -> Text:
    """
    A verdict as people read it.

    >>> verdict_word("vague").nl
    'vaag'
    """
    return VERDICT_LABELS[Verdict(verdict)]


@dataclass(frozen=True)
class Span:
    """A stretch of the text, by character offset; *end* is the first that is not in it."""

    start: int
    end: int


@dataclass(frozen=True)
class Answer:
    """*at* is None when the text is silent: an absence has no place."""

    verdict: Verdict
    at: Span | None = None


Answers = tuple[Answer, ...]
OK: Answers = (Answer(Verdict.OK),)
NOT_APPLICABLE: Answers = (Answer(Verdict.NOT_APPLICABLE),)
UNSEEN: Answers = (Answer(Verdict.UNSEEN),)
MOST = 5
"""Places of one rule that are shown; the sixth tells nobody anything new."""


def amiss(verdict: Verdict, *places: Span | None) -> Answers:
    """*verdict* at each place, or once without one."""
    where = list(dict.fromkeys(place for place in places if place is not None))
    return tuple(Answer(verdict, at) for at in where[:MOST]) or (Answer(verdict),)


def missing(*places: Span | None) -> Answers:
    return amiss(Verdict.MISSING, *places)


def wrong(*places: Span | None) -> Answers:
    return amiss(Verdict.WRONG, *places)


def vague(*places: Span | None) -> Answers:
    return amiss(Verdict.VAGUE, *places)


def if_any(verdict: Verdict, places: Iterable[Span]) -> Answers:
    """*verdict* at each place; ok when there is none."""
    found = tuple(places)
    return amiss(verdict, *found) if found else OK
