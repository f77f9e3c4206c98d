"""Purposes that stand as a list: bullets, rows of a table, headings and bare nouns."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from nakomen.reading.facts import PurposeFact
from nakomen.reading.find.bases import bases_of, grounds
from nakomen.reading.text.items import continues
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.text.table import Row, rows
from nakomen.reading.words.about import About, listed, subjects
from nakomen.reading.words.quick import Quick
from nakomen.terms import Basis

_LABEL = re.compile(r"\A[*_]{0,2}([^:–—.]{3,60}?)[*_]{0,2}\s*(?::|\s[–—-]\s)[*_]{0,2}\s*\S")
_ENDS = re.compile(
    r"\s*(?:[(;.]|,\s+(?:op\s+basis|op\s+grond|tenzij|waarbij|want)|\s+op\s+(?:basis|grond)\s+van\b)"
)
_NO_BULLET = re.compile(
    r"\A\W*(?:(?:gegevens|grondslag|rechtsgrond|bewaartermijn|ontvangers?|data|ground)\s*:|u\s+(?:kunt|heeft|hebt|mag)|je\s+(?:kunt|hebt)|wij\s+(?:verkopen|delen)|niet\b|geen\b|"
    r"deze\b|dit\b|hierbij|dat\s+(?:is|geldt))",
    re.I,
)
_SAYS_WHY = Quick(r"\A\W{0,4}(?:om|voor|ten\s+behoeve|ter|het\s+\w+en\b|to|for|in\s+order)\b", re.I)
_TITLE = re.compile(
    r"\A\W{0,4}(?:\d{1,2}(?:\.\d{1,2})*\.?\s*)?(?:om\s.{3,80}\bte\s|voor\s+het|ten\s+behoeve\s+van|"
    r"het\s+\w+en\s+van|to\s+\w+)",
    re.I,
)
_OTHER_TALK = Quick(
    r"\b(?:delen|derden|cookies?|recht|rechten|rights?|klacht|bewaar\w*|beveilig\w*|contact|wijzig\w*)\b",
    re.I,
)
_NUMBERED = re.compile(r"\A\W{0,3}\d{1,2}[.)]?\s")
_SHARES = Quick(r"\b(?:delen|gedeeld|verstrekken|verstrekt\b|share|disclos|geldt)", re.I)
_IS = re.compile(
    r"\bhet\s+doel\b[^.;:]{0,60}?\b(?:is|zijn)\s+(?=het\s|de\s|om\s|\w+ing\b)|"
    r"\bthe\s+purpose\b[^.;:]{0,60}?\b(?:is|are)\s+(?=to\s|\w+ing\b)",
    re.I,
)
_RECORD = Quick(
    r"\A\W{0,4}(?:doel(?:einde|stelling)?|purpose)(?:\s+(?:van|of)\s+(?:de\s+)?\w+)?\W{0,3}:\W{0,4}(?=\w)(.)",
    re.I,
)
_NEVER = re.compile(r"(?!)")
_COMMA = re.compile(r",\s|\sen\s", re.I)
_INFINITIVE = re.compile(r"\s\w{1,30}en\W{0,3}\Z", re.I)
_GROUND_LINE = re.compile(
    r"\A\W{0,4}(?:wettelijke\s+)?(?:rechts)?(?:grond(?:slag)?|basis|ground)\W{0,3}:", re.I
)
_NEXT = re.compile(
    r"(?:;|,|\s(?:en|and))\s+(?=(?:en\s+|and\s+)?(?:het|de|om|voor|ter|u|je|to|for)\b)|;\s", re.I
)
_JOINED = re.compile(r"\A(?:\W|(?:en|and|of|or)\s)+", re.I)
_WHO = Quick(
    r"ontvanger|partij|leverancier|verwerker|bedrijf|\bnaam\b|\bwie\b|\bdienst\b|recipient|supplier|"
    r"processor|company|cookie",
    re.I,
)
"""A column of a table that tells what others do, or cookies."""
_NAMED_PURPOSES = Quick(r"\b(?:verwerkings)?doel(?:en|einden?)?\b|\bpurposes?\b", re.I)
_VERB = re.compile(
    r":\s*\Z|\b(?:wij|we|u|je|you|ik|is|(?<!/)zijn(?!\s*/)|geschiedt|vindt|gaat|staat|mag|zal|are|wordt|worden|kan|kunnen|heeft|hebben|verwerk(?:t|en)|gebruikt)\b",
    re.I,
)
_OTHER_HEADS = frozenset(About) - {About.PURPOSE, About.DATA, About.BASIS}
_LONGEST = 110
_MOST_HEADINGS = 12
_CONDITIONS = re.compile(r"\b(?:indien|if|wanneer|als|when)\W{0,3}\Z", re.I)


def in_lists(sentences: tuple[Sentence, ...]) -> Iterator[PurposeFact]:
    """Each bullet, row, heading and noun that stands as a purpose."""
    tabled = {row.sentence.start: row for row in rows(sentences)}
    titles = titled(sentences)
    before: Sentence | None = None
    for n, sentence in enumerate(sentences):
        if row := tabled.get(sentence.start):
            yield from _row(row)
        elif sentence.start in titles:
            yield _fact(sentence, _whole(sentence), _under(sentences, n))
        elif sentence.role is Role.ITEM and _RECORD.match(sentence.words):
            yield from _record(sentences, n)
        elif is_bullet(sentence):
            if not continues(before, sentence) and _is_purpose(sentence):
                yield _fact(sentence, _label(sentence), _basis(sentences, n))
        elif sentence.role is Role.PROSE:
            yield from _record(sentences, n) or _inline(sentence) or _nouns(sentence)
        before = sentence


def titled(sentences: tuple[Sentence, ...]) -> frozenset[int]:
    """Where the headings begin that are purposes themselves."""
    chapters = {sentence.start for sentence in _chapters(sentences)}
    headings = (s for s in sentences if s.role is Role.HEADING)
    return frozenset(s.start for s in headings if s.start in chapters or _is_title(s))


def is_bullet(sentence: Sentence) -> bool:
    """An item of a list that its lead or its heading calls purposes."""
    if sentence.role is not Role.ITEM:
        return False
    about = listed(sentence.lead, sentence.section)
    return About.PURPOSE in about and not _CONDITIONS.search(sentence.lead or "")


def short(words: str) -> str:
    """A label of one line: no marks, no joining word at the end, at most 110 characters."""
    label = " ".join(words.split()).strip("*_ .,;:")
    label = re.sub(r",?\s+(?:en|of|and|or)\Z", "", label)
    if len(label) <= _LONGEST:
        return label
    return label[: label.rfind(" ", 0, _LONGEST)].rstrip(" ,;")


def _row(row: Row) -> Iterator[PurposeFact]:
    """The cell below "Doel", and the ground below "Grondslag"."""
    cell = next((c for name, c in row.cells.items() if About.PURPOSE in subjects(name)), None)
    if cell is None or any(_WHO.search(name) for name in row.cells):
        return
    named = next((c for name, c in row.cells.items() if About.BASIS in subjects(name)), None)
    basis = next(iter(bases_of(named.quote)), None) if named else None
    yield PurposeFact(
        label=" ".join(cell.quote.split()).strip("*_ "),
        basis=basis,
        quote=cell.quote,
        start=cell.start,
        section=row.sentence.section,
    )


def _record(sentences: tuple[Sentence, ...], n: int) -> list[PurposeFact]:
    """ "Doel: facturatie", and the line "Grondslag: …" before the next such line."""
    sentence = sentences[n]
    found = _RECORD.match(sentence.words)
    if not found:
        return []
    basis = None
    for below in sentences[n + 1 : n + 6]:
        if _RECORD.match(below.words) or below.role is Role.HEADING:
            break
        if _GROUND_LINE.match(below.words):
            basis = next(iter(bases_of(below.words)), None)
    rest = sentence.words[found.start(1) :]
    between = _COMMA if _are_infinitives(rest) else _NEVER
    facts = _split(sentence, found.start(1), between)
    return [replace(fact, basis=basis) for fact in facts]


def _are_infinitives(words: str) -> bool:
    """ "Je betaling verwerken, verzending regelen en je een factuur sturen"."""
    parts = _COMMA.split(words)
    return "," in words and len(parts) > 2 and all(_INFINITIVE.search(part) for part in parts)


def _inline(sentence: Sentence) -> list[PurposeFact]:
    """ "… voor de volgende doelen: het leveren van diensten, het sturen van facturen en …"."""
    words = sentence.words
    told = _IS.search(words)
    colon = words.find(": ")
    if told:
        return [] if _SHARES.search(words) else _split(sentence, told.end())
    if (
        colon < 0
        or About.PURPOSE not in listed(words[: colon + 1], None)
        or len(words) - colon < 12
    ):
        return []
    if About.DATA in listed(words[: colon + 1], None) or _SHARES.search(words[:colon]):
        return []
    return _split(sentence, colon + 2)


def _split(
    sentence: Sentence, start: int, between: Quick | re.Pattern[str] = _NEXT
) -> list[PurposeFact]:
    words, facts = sentence.words, []
    for end in [*(m.start() for m in between.finditer(words, start)), len(words)]:
        part = _JOINED.sub("", sentence.text[start:end])
        at = end - len(part)
        part = part.rstrip(" ,;.")
        if len(part) > 3:
            facts.append(
                PurposeFact(
                    label=short(part),
                    quote=part,
                    start=sentence.start + at,
                    section=sentence.section,
                )
            )
        start = end
    return facts


def _nouns(sentence: Sentence) -> list[PurposeFact]:
    """Below "Doeleinden": a line without a verb names purposes, parted by semicolons."""
    title = sentence.section or ""
    if not _NAMED_PURPOSES.search(title) or _NO_BULLET.match(sentence.words):
        return []
    if _VERB.search(sentence.words):
        return []
    facts = []
    for part in re.finditer(r"[^;]+", sentence.text):
        words = part.group().strip(" .")
        at = sentence.start + part.start() + part.group().index(words) if words else 0
        if len(words) > 5:
            facts.append(
                PurposeFact(label=short(words), quote=words, start=at, section=sentence.section)
            )
    return facts


def _chapters(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Headings that stand as a list, right below "voor de volgende doelen:"."""
    left, numbered = 0, False
    for before, sentence in pairwise(sentences):
        if sentence.role is not Role.HEADING:
            continue
        if _announces(before):
            left, numbered = _MOST_HEADINGS, _is_numbered(sentence)
        elif subjects(sentence.words) & _OTHER_HEADS or _is_numbered(sentence) is not numbered:
            left = 0
        if left and not subjects(sentence.words) & _OTHER_HEADS:
            left -= 1
            yield sentence


def _announces(sentence: Sentence) -> bool:
    """A heading or a line with a colon that promises purposes and has none of its own below it."""
    words = sentence.words
    if sentence.role is Role.HEADING and not words.rstrip().endswith((":", "?")):
        return False
    if sentence.role is Role.PROSE and not words.rstrip("*_ ").endswith(":"):
        return False
    return listed(words, None) == {About.PURPOSE} and sentence.role is not Role.ITEM


def _is_numbered(sentence: Sentence) -> bool:
    return _NUMBERED.match(sentence.section or "") is not None


def _is_title(sentence: Sentence) -> bool:
    words = sentence.words
    return _TITLE.match(words) is not None and not _OTHER_TALK.search(words)


def _under(sentences: tuple[Sentence, ...], n: int) -> Basis | None:
    """The ground that a sentence below the heading names."""
    for sentence in sentences[n + 1 : n + 12]:
        if sentence.role is Role.HEADING:
            return None
        for fact in grounds(sentence):
            return fact.basis
    return None


def _is_purpose(sentence: Sentence) -> bool:
    words = sentence.words
    about = listed(sentence.lead, sentence.section)
    if (
        _NO_BULLET.match(words)
        or About.SHARING in about
        or _SHARES.search((sentence.lead or "")[-90:])
    ):
        return False
    return About.DATA not in about or bool(_SAYS_WHY.match(words))


def _label(sentence: Sentence) -> str:
    """The head of a bullet: what stands before a colon, a bracket or the ground."""
    words = sentence.words
    if found := _LABEL.match(words):
        return " ".join(found[1].split())
    end = _ENDS.search(words, 12)
    return short(words[: end.start()] if end else words)


def _basis(sentences: tuple[Sentence, ...], n: int) -> Basis | None:
    """The ground that the bullet or one of its further sentences names."""
    for at in range(n, min(n + 6, len(sentences))):
        if at > n and not continues(sentences[at - 1], sentences[at]):
            break
        for fact in grounds(sentences[at]):
            return fact.basis
    return None


def _whole(sentence: Sentence) -> str:
    return short(re.sub(r"\A[\W\d_]+", "", sentence.words))


def _fact(sentence: Sentence, label: str, basis: Basis | None) -> PurposeFact:
    return PurposeFact(
        label=label,
        basis=basis,
        quote=sentence.text,
        start=sentence.start,
        section=sentence.section,
    )
