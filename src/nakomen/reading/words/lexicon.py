"""
Words of one subject and where they stand: code → spellings, kept as TOML beside this file.

A spelling is words that follow one another. ``begin*``, ``*end`` and ``*part*`` fit any compound;
a hyphen may be a space or nothing, but in "naam- en *gegevens" it must be there, for without it
the name stands by itself; ``..`` stands for at most five other words. A text is read once,
word by word, and each word is looked up once, so no pattern can run away.
"""

import re
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources
from itertools import product
from typing import Any, NamedTuple

_GAP = 6
_SHORTEST = 2
_CACHED = 20_000
_HYPHENS = frozenset("-‐‑–")
_WORD = re.compile(r"\([^\W_]{1,20}\)-?(?=[^\W_])|[^\W_]+(?:['’&+][^\W_]+)*")


class Mention(NamedTuple):
    """*code* is named at ``words[start:end]``."""

    code: str
    start: int
    end: int


class _Token(NamedTuple):
    word: str
    start: int
    end: int


@dataclass(frozen=True)
class _Phrase:
    """Words that must follow the first; where a gap is true, others may stand before it."""

    code: str
    atoms: tuple[int, ...]
    gaps: tuple[bool, ...]
    hangs: bool
    """The first word is half a compound: its hyphen is in the text."""


class _Fits(NamedTuple):
    """What one word is: the patterns that it fits, the phrases that it can begin."""

    atoms: frozenset[int]
    begins: tuple[_Phrase, ...]


@dataclass
class Lexicon:
    """Each distinct word pattern has a number (an atom); the first atom gives its phrases."""

    spellings: Mapping[str, Sequence[str]]
    _whole: dict[str, int] = field(default_factory=dict)
    _heads: dict[str, int] = field(default_factory=dict)
    _tails: dict[str, int] = field(default_factory=dict)
    _parts: dict[str, int] = field(default_factory=dict)
    _phrases: dict[int, list[_Phrase]] = field(default_factory=dict)
    _seen: dict[str, _Fits] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for code, entries in self.spellings.items():
            for entry in entries:
                hangs = entry.split(" ", 1)[0].endswith("-")
                for written in _writings(entry.casefold()):
                    self._add(code, written.split(), hangs=hangs)

    def mentions(self, words: str) -> list[Mention]:
        """
        Every spelling in *words* in order; of those that overlap the longest.

        >>> found = Lexicon({"email": ["e-mail*"], "ip": ["ip-adres"]}).mentions("IP adres, e-mail")
        >>> [(m.code, m.start, m.end) for m in found]
        [('ip', 0, 8), ('email', 10, 16)]
        """
        tokens = _tokens(words)
        seen = self._seen
        read = [seen.get(token.word) or self._look(token.word) for token in tokens]
        found: list[tuple[Mention, bool]] = []
        for at, word in enumerate(read):
            for phrase in word.begins:
                if phrase.hangs and words[tokens[at].end : tokens[at].end + 1] not in _HYPHENS:
                    continue
                last = _end(phrase, read, at)
                if last is not None:
                    mention = Mention(phrase.code, tokens[at].start, tokens[last].end)
                    found.append((mention, any(phrase.gaps)))
        return _longest(found)

    def _add(self, code: str, words: list[str], *, hangs: bool) -> None:
        plain = [word for word in words if word != ".."]
        gaps = tuple(words[n] == ".." for n, w in enumerate(words[1:]) if w != "..")
        first, *others = [self._atom(word) for word in plain]
        phrase = _Phrase(code=code, atoms=tuple(others), gaps=gaps, hangs=hangs)
        self._phrases.setdefault(first, []).append(phrase)

    def _atom(self, pattern: str) -> int:
        begins, ends = pattern.startswith("*"), pattern.endswith("*")
        shelf = self._parts if begins and ends else self._tails if begins else self._heads
        shelf = shelf if begins or ends else self._whole
        number = len(self._whole) + len(self._heads) + len(self._tails) + len(self._parts)
        return shelf.setdefault(pattern.strip("*"), number)

    def _look(self, word: str) -> _Fits:
        if len(self._seen) > _CACHED:
            self._seen.clear()
        atoms = frozenset(self._fits(word))
        begins = tuple(p for atom in sorted(atoms) for p in self._phrases.get(atom, ()))
        self._seen[word] = _Fits(atoms, begins)
        return self._seen[word]

    def _fits(self, word: str) -> Iterator[int]:
        if word in self._whole:
            yield self._whole[word]
        for size in range(_SHORTEST, len(word) + 1):
            if word[:size] in self._heads:
                yield self._heads[word[:size]]
            if word[-size:] in self._tails:
                yield self._tails[word[-size:]]
        yield from (number for part, number in self._parts.items() if part in word)


@cache
def lexicon(file: str, table: str | None = None) -> Lexicon:
    """The words of *file*, or of one *table* in it."""
    said: dict[str, Any] = tomllib.loads(
        resources.files(__package__).joinpath(file).read_text("utf-8")
    )
    return Lexicon(said[table] if table else said)


@lru_cache(maxsize=4_000)
def _tokens(words: str) -> tuple[_Token, ...]:
    """Shared by all lexicons, for each sentence is looked through several times."""
    return tuple(_Token(m.group().casefold(), m.start(), m.end()) for m in _WORD.finditer(words))


def _writings(entry: str) -> Iterator[str]:
    """Each hyphen as nothing and as a space."""
    parts = entry.split("-")
    for marks in product(("", " "), repeat=len(parts) - 1):
        yield "".join(part + mark for part, mark in zip(parts, (*marks, ""), strict=True))


def _end(phrase: _Phrase, read: list[_Fits], at: int) -> int | None:
    """The number of the last word of *phrase* when it begins at word *at*."""
    for atom, gap in zip(phrase.atoms, phrase.gaps, strict=True):
        last = min(at + (_GAP if gap else 0) + 1, len(read) - 1)
        step = next((n for n in range(at + 1, last + 1) if atom in read[n].atoms), None)
        if step is None:
            return None
        at = step
    return at


def _longest(found: list[tuple[Mention, bool]]) -> list[Mention]:
    """Without those inside another, unless that one has a gap in which they stand."""
    kept: list[Mention] = []
    end, loose = -1, False
    for mention, gaps in sorted(found, key=lambda f: (f[0].start, -f[0].end)):
        inside = bool(kept) and mention.end <= end
        other = bool(kept) and mention.code != kept[-1].code
        if not inside or (other and (loose or mention[1:] == kept[-1][1:])):
            kept.append(mention)
        if not inside:
            end, loose = mention.end, gaps
    return kept
