"""
Which ideas a stretch of text speaks of: keeping, receivers, cookies, the person's own hand.

The words of each idea stand in ``concepts.txt``: ``name: word, beginning*, *end, *part*``, more
words that follow one another, and ``first .. last`` for words with at most five others in between.
A text is read once, word by word; no pattern can run away.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from importlib import resources

_GAP = 5
_WORD = re.compile(r"[^\W_]+(?:[-'’./@&+][^\W_]+)*")
_BRACKETS = re.compile(r"\((\w{1,20}-?)\)(?=\w)|(?<=\w)\((\w{1,20})\)")
_PATH = re.compile(r"https?://([\w.-]{1,100})\S{0,300}", re.I)
_SHORTEST = 2


@dataclass(frozen=True, kw_only=True)
class _Phrase:
    """Words that must follow one another; ``gaps[n]`` allows others before word *n*."""

    concept: str
    atoms: tuple[int, ...]
    gaps: tuple[bool, ...]
    others: frozenset[int]


@dataclass(kw_only=True)
class _Lexicon:
    """Each distinct word pattern has a number (an atom); atoms give concepts and begin phrases."""

    atoms: dict[str, int] = field(default_factory=dict)
    whole: dict[str, int] = field(default_factory=dict)
    heads: dict[str, int] = field(default_factory=dict)
    tails: dict[str, int] = field(default_factory=dict)
    parts: dict[str, int] = field(default_factory=dict)
    concepts: dict[int, set[str]] = field(default_factory=dict)
    phrases: dict[int, list[_Phrase]] = field(default_factory=dict)

    def atom(self, pattern: str) -> int:
        if pattern not in self.atoms:
            number = self.atoms[pattern] = len(self.atoms)
            begins, ends = pattern.startswith("*"), pattern.endswith("*")
            shelf = self.parts if begins and ends else self.tails if begins else self.heads
            (shelf if begins or ends else self.whole)[pattern.strip("*")] = number
        return self.atoms[pattern]

    def add(self, concept: str, entry: str) -> None:
        words = entry.split()
        gaps = tuple(n > 0 and words[n - 1] == ".." for n, w in enumerate(words) if w != "..")
        atoms = tuple(self.atom(w) for w in words if w != "..")
        if len(atoms) == 1:
            self.concepts.setdefault(atoms[0], set()).add(concept)
        else:
            others = frozenset(atoms[1:])
            phrase = _Phrase(concept=concept, atoms=atoms, gaps=gaps, others=others)
            self.phrases.setdefault(atoms[0], []).append(phrase)


def concepts(words: str) -> frozenset[str]:
    """
    The names of all ideas in *words*.

    >>> sorted(concepts("Facturen bewaren wij zeven jaar") & {"keep", "billing", "cookie"})
    ['billing', 'keep']
    """
    lexicon = _lexicon()
    read = [_atoms(word) for word in tokens(words)]
    here: frozenset[int] = frozenset().union(*read)
    found: set[str] = set()
    for atom in here:
        found.update(lexicon.concepts.get(atom, ()))
    for atom in here & lexicon.phrases.keys():
        for phrase in lexicon.phrases[atom]:
            if phrase.concept not in found and phrase.others <= here and _stands(phrase, read):
                found.add(phrase.concept)
    return frozenset(found)


def tokens(words: str) -> list[str]:
    """Words in small letters; "(persoons)gegevens" is one word, the path of an address is none."""
    return _WORD.findall(_BRACKETS.sub(r"\1\2", _PATH.sub(r"\1 ", words)).casefold())


def names() -> frozenset[str]:
    """All ideas that the data file knows."""
    lexicon = _lexicon()
    of_phrases = {p.concept for phrases in lexicon.phrases.values() for p in phrases}
    return frozenset(of_phrases.union(*lexicon.concepts.values()))


def _stands(phrase: _Phrase, read: list[frozenset[int]]) -> bool:
    first = phrase.atoms[0]
    return any(first in atoms and _follows(phrase, read, at) for at, atoms in enumerate(read))


def _follows(phrase: _Phrase, read: list[frozenset[int]], at: int) -> bool:
    for atom, gap in zip(phrase.atoms[1:], phrase.gaps[1:], strict=True):
        last = at + (_GAP if gap else 0) + 1
        step = next((n for n in range(at + 1, last + 1) if n < len(read) and atom in read[n]), None)
        if step is None:
            return False
        at = step
    return True


@lru_cache(maxsize=20_000)
def _atoms(word: str) -> frozenset[int]:
    """The numbers of all patterns that *word* fits."""
    return frozenset(_matches(_lexicon(), word))


def _matches(lexicon: _Lexicon, word: str) -> Iterator[int]:
    if word in lexicon.whole:
        yield lexicon.whole[word]
    for size in range(_SHORTEST, len(word) + 1):
        if word[:size] in lexicon.heads:
            yield lexicon.heads[word[:size]]
        if word[-size:] in lexicon.tails:
            yield lexicon.tails[word[-size:]]
    yield from (number for part, number in lexicon.parts.items() if part in word)


@cache
def _lexicon() -> _Lexicon:
    text = resources.files(__package__).joinpath("concepts.txt").read_text("utf-8")
    lexicon = _Lexicon()
    concept = ""
    for line in text.splitlines():
        rest = line.split("#", 1)[0].rstrip()
        if rest and not rest[0].isspace():
            concept, _, rest = rest.partition(":")
        for entry in rest.split(","):
            if entry.strip():
                lexicon.add(concept, entry.strip().casefold())
    return lexicon
