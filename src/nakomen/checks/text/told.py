"""A statement as the rules look at it: sentences in lower case, found by the words they hold."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from nakomen.checks.text.answer import Span
from nakomen.reading import Facts
from nakomen.reading.text.sentences import Role, Sentence, split

_SAME = str.maketrans(
    {"’": "'", "‘": "'", "“": '"', "”": '"', "–": "-", "—": "-", "‑": "-"}
    | dict.fromkeys("\n\r\t\v\f\xa0*_`|", " ")
)


class Pattern:
    """A regular expression that is compiled when first used; a blank stands for white space."""

    def __init__(self, source: str) -> None:
        self._source = source

    @cached_property
    def regex(self) -> re.Pattern[str]:
        return re.compile("".join(_with_space(self._source)))

    def search(self, text: str) -> re.Match[str] | None:
        return self.regex.search(text)


_PART = re.compile(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\(\?<[!=][^()]*\)|.", re.DOTALL)


def _with_space(source: str) -> Iterator[str]:
    """The parts of a pattern, with up to four signs of white space for each blank outside a set."""
    for part in _PART.findall(source):
        if part == " ":
            yield r"(?:\s{1,4})"
        else:
            yield part.replace(" ", r"\s") if part[0] in "[(" else part


@dataclass(frozen=True)
class Said:
    """One sentence. ``low`` is lower case on one line, letter for letter at the same offsets."""

    index: int
    low: str
    sentence: Sentence

    @property
    def span(self) -> Span:
        return Span(self.sentence.start, self.sentence.end)

    @property
    def is_heading(self) -> bool:
        return self.sentence.role is Role.HEADING

    @property
    def is_item(self) -> bool:
        return self.sentence.role in (Role.ITEM, Role.ROW)

    @property
    def section(self) -> str:
        return (self.sentence.section or "").casefold()

    @property
    def lead(self) -> str:
        return (self.sentence.lead or "").casefold()


@dataclass(frozen=True)
class Told:
    """The statement, its facts and the day it is read on."""

    text: str
    facts: Facts
    today: date

    @cached_property
    def known(self) -> dict[str, Any]:
        """The facts as the document of ``nakomen read``."""
        return self.facts.as_json()

    @cached_property
    def low(self) -> str:
        """The whole text in lower case, letter for letter at the same offsets."""
        low = self.text.lower()
        if len(low) != len(self.text):
            low = "".join(c.lower() if len(c.lower()) == 1 else c for c in self.text)
        return low.translate(_SAME)

    @cached_property
    def said(self) -> tuple[Said, ...]:
        low = self.low
        return tuple(
            Said(number, low[s.start : s.end], s) for number, s in enumerate(split(self.text))
        )

    @cached_property
    def _starts(self) -> list[int]:
        return [said.sentence.start for said in self.said]

    @cached_property
    def _seen(self) -> dict[str, tuple[int, ...]]:
        return {}

    def has(self, *words: str) -> bool:
        """Whether any of *words* stands anywhere, also inside a longer word."""
        return any(word in self.low for word in words)

    def about(self, *words: str) -> list[Said]:
        """Sentences that hold any of *words*, in text order."""
        numbers = sorted({n for word in words for n in self._holding(word)})
        return [self.said[n] for n in numbers]

    def _holding(self, word: str) -> tuple[int, ...]:
        if word not in self._seen:
            self._seen[word] = tuple(dict.fromkeys(self._places(word)))
        return self._seen[word]

    def _places(self, word: str) -> Iterator[int]:
        at = self.low.find(word)
        while at >= 0:
            number = bisect_right(self._starts, at) - 1
            if number >= 0 and at < self.said[number].sentence.end:
                yield number
                # The rest of this sentence needs no look.
                at = self.low.find(word, self.said[number].sentence.end)
            else:
                at = self.low.find(word, at + 1)

    def those(
        self, words: Sequence[str], pattern: Pattern, unless: Pattern | None = None
    ) -> list[Said]:
        """Sentences about *words* in which *pattern* is found and *unless* is not."""
        return [
            said
            for said in self.about(*words)
            if pattern.search(said.low) and not (unless and unless.search(said.low))
        ]

    def places(
        self, words: Sequence[str], pattern: Pattern, unless: Pattern | None = None
    ) -> list[Span]:
        return [said.span for said in self.those(words, pattern, unless)]

    def says(self, words: Sequence[str], pattern: Pattern, unless: Pattern | None = None) -> bool:
        return bool(self.those(words, pattern, unless))

    def sentence_at(self, offset: int) -> Span | None:
        """The sentence in which a character stands."""
        number = bisect_right(self._starts, offset) - 1
        if number < 0 or offset >= self.said[number].sentence.end:
            return None
        return self.said[number].span

    def tense(self, kind: str) -> list[Span]:
        """The sentences of what the reader found at odds under this name."""
        quotes = [q for t in self.facts.tensions if t.kind == kind for q in t.quotes]
        return [span for quote in quotes if (span := self.sentence_at(quote.start))]

    def same_section(self, said: Said) -> list[Said]:
        """The sentences under the same heading as *said*, around it."""
        first = last = said.index
        while first and self.said[first - 1].section == said.section:
            first -= 1
        while last + 1 < len(self.said) and self.said[last + 1].section == said.section:
            last += 1
        return list(self.said[first : last + 1])

    def near(self, said: Said, distance: int = 1) -> list[Said]:
        """*said* and the sentences up to *distance* before and after it."""
        return list(self.said[max(0, said.index - distance) : said.index + distance + 1])
