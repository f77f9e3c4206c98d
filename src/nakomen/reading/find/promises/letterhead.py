"""A line of details without a verb: a name, an address, numbers, each a promise of its own."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Quote
from nakomen.reading.find.promises.classify import Reading
from nakomen.reading.text.sentences import Sentence

_BORDER = re.compile(r"\s\|\s|\s*\n\s*|;\s|,\s(?=[A-Z])|\s(?=\*\*[A-Z]\*\*\s)|\s[•·]\s")
_IDENTITY = ("controller_identity", "controller-identity-block")
_REACHED = ("contact", "controller-identity-block")
_DESK = ("contact", "privacy-desk-routing")
_DETAILS = (
    (re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\."), _DESK),
    (re.compile(r"\b(?:kvk|k\.v\.k|kamer van koophandel|chamber)", re.I), _IDENTITY),
    (re.compile(r"\b(?:btw|vat)\b", re.I), _IDENTITY),
    (re.compile(r"\b(?:iban|bic)\b", re.I), _IDENTITY),
    (re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b"), _IDENTITY),
    (re.compile(r"\b(?:www\.|https?:)|\b(?:tel|fax|gsm|mob)|\+\d{2}|\(0\d{2,3}\)", re.I), _REACHED),
)
_SCORE = 9


def details(sentence: Sentence) -> list[tuple[Quote, Reading]]:
    """
    The details on the line, one for each sort; nothing where there are not at least two sorts.

    A sort is what one control keeps; its quote is the first piece of the line that holds it.
    """
    found: dict[tuple[str, str, int], Quote] = {}
    for start, end in _pieces(sentence.text):
        for number, (pattern, (kind, control)) in enumerate(_DETAILS):
            if pattern.search(sentence.text, start, end) and _says(sentence.text[start:end]):
                quote = Quote(quote=sentence.text[start:end], start=sentence.start + start)
                found.setdefault((kind, control, number), quote)
                break
    if len(found) < 2:
        return []
    return [
        (quote, Reading(kind=kind, control=control, score=_SCORE, source="letterhead"))
        for (kind, control, _), quote in found.items()
    ]


def _says(piece: str) -> bool:
    """Whether the piece holds the detail itself and not only the word for it."""
    return "@" in piece or "www" in piece or "http" in piece or any(map(str.isdigit, piece))


def _pieces(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for border in _BORDER.finditer(text):
        if border.start() > start:
            yield start, border.start()
        start = border.end()
    if start < len(text):
        yield start, len(text)
