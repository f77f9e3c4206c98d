"""A long sentence as its clauses: one sentence may promise two things."""

import re

from nakomen.reading.facts import Quote
from nakomen.reading.text.sentences import Sentence

_BORDER = re.compile(
    r";\s+|\s[–—]\s|\s-\s|,?\s+(?=(?:waarbij|waaronder|zodat|echter|terwijl|unless|whereas)\b)"
    r"|,\s+(?=(?:maar|doch|kunnen|kunt|zullen|zal|behouden|wordt|worden|dit|dat|deze|het|in\s+een|"
    r"wel|op\s+basis|alsmede|evenals|en\s+(?:wij|we|u|als|indien|is|zijn|worden|kan|kunnen|zal|het)|"
    r"but|and\s+we|and\s+you)\b)"
    r"|\s+(?=(?:en|maar|and|but)\s+(?:wij|we|u|je|you|kunnen|kan|eisen|gaan|uitsluitend|hebben)\b)"
    r"|\s+(?=alsmede\b)|\s+\((?=[^)]{30})",
    re.I,
)
_LONG = 60
_LEAST = 18
_LISTED = frozenset({"purpose", "data_category", "legal_basis"})
_SEMICOLON = re.compile(r";\s+")
_PARTS = 2


def clauses(words: str) -> list[tuple[int, int]]:
    """
    Start and end of each clause; nothing for a short sentence or one without a border.

    >>> text = "Wij bewaren uw gegevens kort, maar facturen bewaren wij zeven jaar volgens de wet."
    >>> [text[a:b] for a, b in clauses(text)][1]
    'maar facturen bewaren wij zeven jaar volgens de wet.'
    """
    if len(words) < _LONG:
        return []
    cuts, last = [0], 0
    for found in _BORDER.finditer(words):
        if found.start() - last >= _LEAST and len(words) - found.end() >= _LEAST:
            cuts.append(found.end())
            last = found.end()
    if len(cuts) == 1:
        return []
    ends = [*cuts[1:], len(words)]
    return [(start, _trimmed(words, start, end)) for start, end in zip(cuts, ends, strict=True)]


def _trimmed(words: str, start: int, end: int) -> int:
    """The end without the comma or semicolon that closes the clause."""
    return start + len(words[start:end].rstrip(" ,;–—-"))


def enumerated(sentence: Sentence, kind: str) -> list[Quote]:
    """The parts of a list in one sentence; the sentence itself where it is no such list."""
    whole = Quote(quote=sentence.text, start=sentence.start)
    borders = list(_SEMICOLON.finditer(sentence.text))
    if kind not in _LISTED or len(borders) < _PARTS:
        return [whole]
    starts = [0, *(border.end() for border in borders)]
    ends = [*(border.start() for border in borders), len(sentence.text)]
    return [
        Quote(quote=sentence.text[start:end], start=sentence.start + start)
        for start, end in zip(starts, ends, strict=True)
        if start < end
    ]
