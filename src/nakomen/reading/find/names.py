"""What the company that publishes the statement calls itself."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts import Quote
from nakomen.reading.find.aliases import read_aliases
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.company import (
    FIRST_FORM,
    LEGAL_FORM,
    NAME,
    bare_form,
    form_beside,
    is_common,
    key,
    same,
)
from nakomen.reading.words.gazetteer import known
from nakomen.reading.words.naming import CLUES, INTRODUCED, MARKS, TITLE_WORD
from nakomen.reading.words.quick import Quick

_PATTERNS = [(weight, Quick(clue)) for weight, clue in (*CLUES, *INTRODUCED)]
_LABEL = Quick(
    r"(?:^|\|)\W{0,6}(?i:(?:bedrijfs|handels|statutaire\s+|volledige\s+)naam|bedrijf|onderneming|"
    r"organisatie|company(?:\s+name)?|naam|wie(?:\s+zijn\s+(?:wij|we))?|who(?:\s+are\s+we)?)(?i:\s+(?:en\s+rechtsvorm|van\s+(?:de|het)\s+\w{3,20}))?"
    rf"\s*[:|]\s*{MARKS}(?P<name>{NAME}){MARKS}"
    r"(?:,\s*(?i:een\s+)?(?i:eenmanszaak|vof|stichting|vereniging))?\s*\|?\s*\Z"
)
_FORM_LABEL = Quick(
    rf"\b(?i:rechtsvorm|vennootschapsvorm|legal\s+form)\s*[:|]\s*({LEGAL_FORM.pattern})"
)
_OPENS = re.compile(
    rf"{MARKS}(?P<name>{NAME}){MARKS}\s+(?:is\s+(?:een|de|het|a|an|the)\b|[a-z]{{4,20}}t\s)"
)
_FORMED = re.compile(rf"(?P<name>{NAME})")
_ALONE = re.compile(rf"{MARKS}(?P<name>{NAME}){MARKS},?")
_ACTS = re.compile(
    r"\s(?:is|wil|zal|kan|mag|gaat|doet|houdt|heeft|vindt|[a-z]{2,12}[^aeiou\W]t|will|may|can|has|does)\b"
)
_HAS = re.compile(r"\b(?:van|bij|door|voor|tussen|of|by|at|from)\s+(?:de\s+|the\s+)?\Z")
_SMALL_WORDS = Quick(
    r"\A(?P<name>[A-Z][\w&-]{1,24}(?: (?!(?:is|van|door|wordt|zijn|bij|of|by|the|de|het)\b)"
    r"[\w&-]{2,24}){0,4}"
    r" [a-z][\w&-]{2,24} (?:B\.?V\.?|N\.?V\.?)(?!\w))"
)
"""A name with words in small letters right before its legal form."""
_TITLE = re.compile(
    rf"^(?:(?:Het\s+|De\s+)?{TITLE_WORD}\s*(?:van\s+|of\s+|[-–—:|]\s*)?(?:de\s+|het\s+)?(?P<after>{NAME})|"
    rf"(?P<before>{NAME})\s*[-–—:|]?\s*{TITLE_WORD}|"
    rf".{{0,60}}\b(?i:privacy|gegevens|data)\b.{{0,40}}"
    rf"\b(?:bij|van|of|at)\s+(?P<at>{NAME}))$"
)
_BY_OTHERS = re.compile(r"\b(?:door|bij|via|met|by|with|at)\s+\Z")
_LEADING = re.compile(
    rf"^(?:(?:{TITLE_WORD}|Bij|Van|Voor|Door|Over|Contact|Adres|Bezoekadres|At|By|About)\s+)+"
)


@dataclass(frozen=True, kw_only=True)
class Naming:
    name: Quote | None
    aliases: tuple[str, ...] = ()
    legal_form: Quote | None = None

    @property
    def form(self) -> str | None:
        """The form as written; of "Coöperatie De Linde U.A." both ends."""
        if self.legal_form is None:
            return None
        return bare_form(self.legal_form.quote) or self.legal_form.quote


def read_names(text: str, sentences: tuple[Sentence, ...], before_street: list[int]) -> Naming:
    """
    The name with the most and best clues, in its longest form; the other ways it is written.

    *before_street* are the offsets at which the company's own addresses begin.
    """
    clues = list(_clues(text, sentences, before_street)) or list(_often(text, sentences))
    if not clues:
        return Naming(name=None)
    score: Counter[str] = Counter()
    for weight, quote in clues:
        score[key(quote.quote)] += weight
    for written in {quote.quote for _, quote in clues}:
        score[key(written)] += min(3, text.count(written)) - 1
    totals = {each: sum(n for k, n in score.items() if same(k, each)) for each in score}
    best = max(totals, key=lambda each: (totals[each], len(each)))
    group = [quote for _, quote in clues if same(key(quote.quote), best)]
    name = _fullest(group)
    return Naming(
        name=name,
        aliases=read_aliases(text, name.quote, [q.quote for q in group]),
        legal_form=_form(text, name, [quote for weight, quote in clues if weight >= 5]),
    )


def _fullest(group: list[Quote]) -> Quote:
    """The longest writing, and of those not the one in capitals."""
    longest = max(len(key(q.quote)) for q in group)
    full = [q for q in group if len(key(q.quote)) == longest]
    return next((q for q in full if not q.quote.isupper()), full[0])


def _form(text: str, name: Quote, sure: list[Quote]) -> Quote | None:
    """The legal form in the name, else in the name of the owner of a trade name."""
    for quote in (name, *sure):
        if LEGAL_FORM.search(quote.quote):
            return quote
    found = _FORM_LABEL.search(text) or form_beside(name.quote, text)
    return Quote(quote=found[1], start=found.start(1)) if found else None


def _clues(
    text: str, sentences: tuple[Sentence, ...], before_street: list[int]
) -> Iterator[tuple[int, Quote]]:
    yield from _of_title(text, sentences)
    for offset in before_street:
        begin = max(0, offset - 100)
        if found := re.search(
            rf"({NAME}){MARKS}(?: \([^)\n]{{1,40}}\))?[\s,;|·•:*(\"”—–-]{{1,8}}"
            r"(?:(?:t\.a\.v\.|[Tt]er\s+attentie|[Aa]fd(?:eling|\.))[^\n]{1,40}\s{1,3})?\Z",
            text[begin:offset],
        ):
            yield from _checked(text, 4, found[1], begin + found.start(1))
    for sentence in sentences:
        if (found := _ALONE.fullmatch(sentence.text)) and FIRST_FORM.search(found["name"]):
            yield from _checked(text, 2, found["name"], sentence.start + found.start("name"))
        if found := _LABEL.search(sentence.text):
            yield from _checked(text, 5, found["name"], sentence.start + found.start("name"))
        for weight, pattern in _PATTERNS:
            for found in pattern.finditer(sentence.text):
                yield from _checked(
                    text, weight, found["name"], sentence.start + found.start("name")
                )


def _often(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, Quote]]:
    """Where no clue tells: what is written with a capital within sentences, twice or more."""
    seen: dict[str, list[Quote]] = {}
    for sentence in sentences:
        for found in _FORMED.finditer(sentence.text):
            for _, quote in _checked(text, 1, found["name"], sentence.start + found.start("name")):
                seen.setdefault(key(quote.quote), []).append(quote)
    for quotes in seen.values():
        if len(quotes) > 1 and any(_is_actor(text, quote) for quote in quotes):
            yield from ((1, quote) for quote in quotes)


def _is_actor(text: str, quote: Quote) -> bool:
    """The name of one who acts or has, and no short word in capitals such as BSN."""
    if quote.quote.isupper() and len(quote.quote) < 5:
        return False
    after = quote.start + len(quote.quote)
    return bool(
        _ACTS.match(text, after) or _HAS.search(text, max(0, quote.start - 12), quote.start)
    )


def _of_title(text: str, sentences: tuple[Sentence, ...]) -> Iterator[tuple[int, Quote]]:
    for sentence in sentences[:8]:
        words = _bare(sentence.text)
        found = _TITLE.match(words) if sentence.role is not Role.ITEM else None
        if found:
            name = found["after"] or found["before"] or found["at"]
            at = text.find(name, sentence.start, sentence.end)
            if at >= 0:
                yield from _checked(text, 3, name, at)
        if found := _OPENS.match(sentence.text):
            yield from _checked(text, 2, found["name"], sentence.start + found.start("name"))
        if found := _SMALL_WORDS.search(sentence.text):
            yield from _checked(text, 5, found["name"], sentence.start)
        for found in _FORMED.finditer(sentence.text):
            if FIRST_FORM.search(found["name"]):
                by = _BY_OTHERS.search(sentence.text, 0, found.start())
                yield from _checked(
                    text, 1 if by else 2, found["name"], sentence.start + found.start("name")
                )


def _checked(text: str, weight: int, words: str, start: int) -> Iterator[tuple[int, Quote]]:
    """A name that is no common word; a known third party's only where the words are strong."""
    if found := _LEADING.match(words):
        words, start = words[found.end() :], start + found.end()
    words = re.sub(r"(?: (?:van|de|der|den|het|en|the|of|and|voor|&|\+|-))+$", "", words)
    if (form := FIRST_FORM.search(words, 4)) and form.end() < len(words):
        words = words[: form.end()]
    if words.endswith(".") and not re.search(r"\.\w\.$", words):
        words = words.rstrip(".")
    if len(words) < 2 or LEGAL_FORM.fullmatch(words):
        return
    if is_common(words, text) and not (weight > 5 and " " in words and FIRST_FORM.search(words)):
        return
    if weight < 3 and known(words):
        return
    yield weight, Quote(quote=words, start=start)


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[*_`#|]+", " ", words).split())
