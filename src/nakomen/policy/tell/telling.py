"""A policy told to people: sections with a short answer, and sentences that know their promise."""

from dataclasses import dataclass

from nakomen.terms import Lang


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """
    *promise* is the id of the entry it is made from; None for what ties sentences together. *also*
    are the ids of other entries that say just the same.

    *lang* is set where the words stay in the language in which the company wrote them.
    """

    text: str
    promise: str | None = None
    also: tuple[str, ...] = ()
    lang: Lang | None = None


@dataclass(frozen=True, kw_only=True)
class Enumeration:
    """A line that leads in, and its items."""

    lead: Sentence
    items: tuple[Sentence, ...]


Passage = Sentence | Enumeration


@dataclass(frozen=True, kw_only=True)
class Section:
    """One question and its answer. *short* is the whole answer in one or two sentences."""

    id: str
    heading: str
    short: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, kw_only=True)
class Telling:
    """The whole statement in one language, sections in the order of AVG artikel 13 and 14."""

    lang: Lang
    title: str
    facts: tuple[tuple[str, str], ...]
    """Version and dates, with their labels."""
    sections: tuple[Section, ...]
