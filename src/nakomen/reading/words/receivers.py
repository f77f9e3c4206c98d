"""Unnamed kinds of receivers, told word by word from the lists in ``receivers.toml``."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

_TOKEN = re.compile(r"\(sub\)\w+|\w[\w’'-]{0,60}")
_GAP = re.compile(r"[ -]\Z")


BARE = frozenset(("partijen", "bedrijven", "organisaties", "parties", "companies", "diegenen"))
"""Say nothing without what follows: "partijen die voor ons bezorgen"."""


@dataclass(frozen=True, kw_only=True)
class Kind:
    """A kind of receiver as written; ``vague`` when it says no more than "others"."""

    label: str
    start: int
    vague: bool = False

    @property
    def end(self) -> int:
        return self.start + len(self.label)


@dataclass(frozen=True, kw_only=True)
class _Words:
    any: tuple[str, ...]
    some: frozenset[str]
    telling: frozenset[str]
    whole: frozenset[str]
    adjectives: frozenset[str]
    never: frozenset[str]
    vague: frozenset[str]
    heads: tuple[str, ...]
    phrases: dict[str, tuple[tuple[str, ...], ...]]
    """By their first word, longest first, each as its words."""

    @property
    def longest_head(self) -> int:
        return max(map(len, self.some))


def receivers(words: str) -> Iterator[Kind]:
    """
    Each unnamed kind in *words*, with the adjectives that belong to it.

    >>> [k.label for k in receivers("Onze accountant, een pakketdienst en andere leveranciers")]
    ['accountant', 'pakketdienst', 'andere leveranciers']
    >>> [(k.label, k.vague) for k in receivers("Derden bieden hun diensten aan")]
    [('Derden', True)]
    """
    tokens = [
        (found.group().casefold(), found.start(), found.end()) for found in _TOKEN.finditer(words)
    ]
    at = 0
    while at < len(tokens):
        length = _matched(tokens, at)
        if not length:
            at += 1
            continue
        first = _widened(words, tokens, at)
        start, end = tokens[first][1], tokens[at + length - 1][2]
        label = words[start:end]
        yield Kind(label=label, start=start, vague=label.casefold() in _lists().vague | BARE)
        at += length


def _matched(tokens: list[tuple[str, int, int]], at: int) -> int:
    """How many words from *at* make a kind; 0 for none."""
    lists, word = _lists(), tokens[at][0]
    for phrase in lists.phrases.get(word, ()):
        if tuple(t[0] for t in tokens[at : at + len(phrase)]) == phrase:
            return len(phrase)
    if word in lists.never:
        return 0
    if word in BARE or word in lists.whole or word.endswith(lists.any) or _compound(word):
        return 1
    for length in (2, 3):
        if tokens[at + length - 2][0] not in lists.telling or at + length > len(tokens):
            return 0
        head, start, _ = tokens[at + length - 1]
        if start - tokens[at + length - 2][2] != 1:
            return 0
        if head in lists.some or head.endswith(lists.any):
            return length
    return 0


def _compound(word: str) -> bool:
    """
    A head with a telling first part: bezorgdienst, IT-bedrijf.

    >>> _compound("incassobureau"), _compound("it-bedrijf"), _compound("wachtdienst")
    (True, True, False)
    """
    lists = _lists()
    if not word.endswith(lists.heads):
        return False
    for cut in range(max(2, len(word) - lists.longest_head), len(word) - 3):
        if word[cut:] in lists.some and _tells(word[:cut].rstrip("-")):
            return True
    return False


def _tells(part: str) -> bool:
    lists = _lists()
    return part in lists.telling or part.rpartition("-")[2] in lists.telling


def _widened(words: str, tokens: list[tuple[str, int, int]], at: int) -> int:
    """The index of the first adjective before the kind at *at*."""
    first = at
    while (
        first > 0
        and at - first < 2
        and tokens[first - 1][0] in _lists().adjectives
        and _GAP.search(words[tokens[first - 1][2] : tokens[first][1]])
    ):
        first -= 1
    return first


@cache
def _lists() -> _Words:
    text = files(__package__).joinpath("receivers.toml").read_text("utf-8")
    told = tomllib.loads(text)
    phrases: dict[str, list[tuple[str, ...]]] = {}
    for phrase in (*told["phrases"], *told["vague"]):
        parts = tuple(phrase.replace(",", "").split())
        phrases.setdefault(parts[0], []).append(parts)
    return _Words(
        any=tuple(told["any"].split()),
        some=frozenset(told["some"].split()),
        telling=frozenset(told["telling"].split()),
        whole=frozenset(told["whole"].split()),
        adjectives=frozenset(told["adjectives"].split()),
        never=frozenset(told["never"].split()),
        vague=frozenset(told["vague"]),
        heads=tuple(told["some"].split()),
        phrases={
            word: tuple(sorted(set(each), key=len, reverse=True)) for word, each in phrases.items()
        },
    )
