"""What stands on the published statement beside its text."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from nakomen.policy.tell import Enumeration, Section, Sentence, Telling
from nakomen.terms import Lang


@dataclass(frozen=True, kw_only=True)
class Release:
    """One version in the history at the foot; *effective* is the first day it holds."""

    number: str
    effective: date
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Public:
    """A telling with its history, newest first, and the files of the same text elsewhere."""

    telling: Telling
    history: tuple[Release, ...] = ()
    site: str | None = None
    """The company's own web address; links to another one are marked."""
    languages: tuple[tuple[Lang, str], ...] = ()
    """Other languages and where they stand, as ``(EN, "statement.en.html")``."""


def anchored(sections: tuple[Section, ...]) -> Iterator[tuple[Section, list[list[str]]]]:
    """
    Each section with an anchor for every sentence of every passage.

    The first sentence of a promise has its id; a further one has a number behind it.
    """
    seen: dict[str, int] = {}
    for section in sections:
        yield section, [_anchors(passage, section.id, seen) for passage in section.passages]


def _anchors(passage: Sentence | Enumeration, section: str, seen: dict[str, int]) -> list[str]:
    sentences = passage.items if isinstance(passage, Enumeration) else (passage,)
    return [_anchor(sentence.promise or section, seen) for sentence in sentences]


def _anchor(name: str, seen: dict[str, int]) -> str:
    seen[name] = seen.get(name, 0) + 1
    return name if seen[name] == 1 else f"{name}.{seen[name]}"
