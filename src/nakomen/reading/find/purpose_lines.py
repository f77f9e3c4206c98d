"""Purposes within one line: "Doel: …", what follows a colon, nouns without a verb."""

import re
from dataclasses import replace

from nakomen.reading.facts import PurposeFact
from nakomen.reading.find.bases import bases_of
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, listed
from nakomen.reading.words.quick import Quick

NO_BULLET = re.compile(
    r"\A\W*(?:(?:gegevens|grondslag|rechtsgrond|bewaartermijn|ontvangers?|data|ground)\s*:|u\s+(?:kunt|heeft|hebt|mag)|je\s+(?:kunt|hebt)|wij\s+(?:verkopen|delen)|niet\b|geen\b|"
    r"deze\b|dit\b|hierbij|dat\s+(?:is|geldt))",
    re.I,
)
SHARES = Quick(r"\b(?:delen|gedeeld|verstrekken|verstrekt\b|share|disclos|geldt)", re.I)
_IS = re.compile(
    r"\bhet\s+doel\b[^.;:]{0,60}?\b(?:is|zijn)\s+(?=het\s|de\s|om\s|\w+ing\b)|"
    r"\bthe\s+purpose\b[^.;:]{0,60}?\b(?:is|are)\s+(?=to\s|\w+ing\b)",
    re.I,
)
RECORD = Quick(
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
_NAMED_PURPOSES = Quick(r"\b(?:verwerkings)?doel(?:en|einden?)?\b|\bpurposes?\b", re.I)
_VERB = re.compile(
    r":\s*\Z|\b(?:wij|we|u|je|you|ik|is|(?<!/)zijn(?!\s*/)|geschiedt|vindt|gaat|staat|mag|zal|are|wordt|worden|kan|kunnen|heeft|hebben|geldt|gelden|verwerk(?:t|en)|gebruikt)\b",
    re.I,
)
_LONGEST = 110


def record(sentences: tuple[Sentence, ...], n: int) -> list[PurposeFact]:
    """ "Doel: facturatie", and the line "Grondslag: …" before the next such line."""
    sentence = sentences[n]
    found = RECORD.match(sentence.words)
    if not found:
        return []
    basis = None
    for below in sentences[n + 1 : n + 6]:
        if RECORD.match(below.words) or below.role is Role.HEADING:
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


def inline(sentence: Sentence) -> list[PurposeFact]:
    """ "… voor de volgende doelen: het leveren van diensten, het sturen van facturen en …"."""
    words = sentence.words
    told = _IS.search(words)
    colon = words.find(": ")
    if told:
        return [] if SHARES.search(words) else _split(sentence, told.end())
    if (
        colon < 0
        or About.PURPOSE not in listed(words[: colon + 1], None)
        or len(words) - colon < 12
    ):
        return []
    if About.DATA in listed(words[: colon + 1], None) or SHARES.search(words[:colon]):
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


_COLLECTS = re.compile(
    r"\b(?:verzamel(?:t|en)|verwerk(?:t|en)|gebruik(?:t|en)|collects?|process(?:es)?|uses?)\b.{0,80}"
    r"\b(?:om|voor|ten|to|for)\b",
    re.I,
)
"""A sentence that tells a purpose in a clause of its own."""


def nouns(sentence: Sentence) -> list[PurposeFact]:
    """Below "Doeleinden": a line without a verb names purposes, parted by semicolons."""
    title = sentence.section or ""
    if not _NAMED_PURPOSES.search(title) or NO_BULLET.match(sentence.words):
        return []
    if _VERB.search(sentence.words) or _COLLECTS.search(sentence.words):
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


_BARE = re.compile(r"\A\W{0,3}(?:om|voor|het|de|ter|to)\s", re.I)
_LONGEST_LINE = 160


def lines(sentence: Sentence) -> list[PurposeFact]:
    """Below "gebruikt voor:": each line that is a purpose without a bullet; all of them or none."""
    facts, start = [], sentence.start
    for line in sentence.text.splitlines(keepends=True):
        words = line.strip(" \n\r\t,;.")
        if len(line) > _LONGEST_LINE or not _BARE.match(words) or _VERB.search(words):
            return []
        at = start + line.index(words)
        facts.append(
            PurposeFact(label=short(words), quote=words, start=at, section=sentence.section)
        )
        start += len(line)
    return facts


def short(words: str) -> str:
    """A label of one line: no marks, no joining word at the end, at most 110 characters."""
    label = " ".join(words.split()).strip("*_ .,;:")
    label = re.sub(r",?\s+(?:en|of|and|or)\Z", "", label)
    if len(label) <= _LONGEST:
        return label
    return label[: label.rfind(" ", 0, _LONGEST)].rstrip(" ,;")
