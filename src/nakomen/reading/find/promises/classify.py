"""What a sentence promises: its ideas, its place and the facts in it, held against the rules."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from nakomen.reading.find.promises.rules import Rule, candidates, topics
from nakomen.reading.text.sentences import Role, Sentence, plain
from nakomen.reading.words.concepts import concepts
from nakomen.reading.words.quick import Quick

_DATE = Quick(
    r"\b\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d\b|\b(?:19|20)\d\d-\d\d-\d\d\b|\b(?:januari|februari|"
    r"maart|april|mei|juni|juli|augustus|september|oktober|november|december|january|february|march|"
    r"may|june|july|august|october)\s+(?:19|20)\d\d\b",
    re.I,
)
_POSTCODE = re.compile(r"\b[1-9]\d{3}\s?[A-Z]{2}\b")
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}\.")
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}\s?[A-Z]{4}\s?\d{4}")
_KVK = re.compile(r"(?<!\d)\d{2}\s?\d{2}\s?\d{2}\s?\d{2}(?!\d)")
_WEB = re.compile(r"\b(?:www\.|https?://)[\w.-]{3,80}", re.I)
_PHONE = re.compile(r"(?:\+\d{2}|\b0)[\d ()/-]{8,16}\d")
_VERB = re.compile(
    r"\b(?:is|zijn|wordt|worden|kan|kunnen|kunt|heeft|hebben|hebt|zal|zullen|mag|mogen|moet|"
    r"wij|we|u|je|are|will|may|can|has|have|be)\b",
    re.I,
)
_GAP = re.compile(r"\[[A-Z][A-Z _/-]{2,40}\]")
_THEY = re.compile(
    r"(?:deze|dit|die|these?|this)\s+(?:partij|derde|leverancier|dienstverlener|verwerker|bedrij|"
    r"organisatie|part(?:y|ies)|compan)|(?:zij|they)\b",
    re.I,
)
_LABEL = re.compile(r"[|\s]*[\w\s-]{2,30}[:|\t]\s*")
_TOWARDS = re.compile(r"\b(?:om|voor|to|for)\s*:?\s*\Z", re.I)
"""How a lead-in ends that a list of purposes follows."""
_USES = re.compile(r"\b(?:gebruik\w{0,5}|uses?)\b[^.:]{0,80}\b(?:om|voor|for|to)\b", re.I)
_LISTS = re.compile(
    r"\b(?:volgende|onderstaande|following)\s(?:\w{1,20}\s)?\w{0,20}(?:gegevens|data)", re.I
)
"""A lead-in on data that are used for something, unless it is the data that it lists."""
_LABELLED = re.compile(r"[*_]{0,3}([A-Z]\w{2,20}(?:\s\w{1,20}){0,2})[*_]{0,3}:[*_]{0,3}\s+\S")
"""A line that names its own subject, such as "Doel: uw vraag beantwoorden"."""
_SUBJECTS = frozenset({"purpose-words", "basis-words", "data", "keep", "share", "third"})
_FOR = re.compile(r"[*_\s]*(?:om|voor|ten\s+behoeve|teneinde|to|for)\b", re.I)
_ASIDE = re.compile(r"\([^)]{0,40}(?:Verenigde\s+Staten|United\s+States|\bVS\b|\bUSA?\b)", re.I)
_ACTS = re.compile(
    r"\[?([A-Z][\w.&-]{2,30}(?:\s[A-Z][\w.&-]{1,30}){0,2})\]?\s(?:heeft|is|verwerkt|gebruikt|slaat|"
    r"bewaart|behoudt|stelt|has|uses|stores|processes|keeps|acts)\b"
)
"""A name with a verb of its own: somebody else acts."""
_BY_NAME = re.compile(
    r"\b(?:door|bij|van|via|met|aan|by|with|at|through|on|to)\s([A-Z][\w&-]{2,30})(?!\w*['’]s\b)"
)
"""A name behind such a word: somebody takes part, even when no list of companies knows the name."""
_MINE = re.compile(r"\b(?:[Ii]n|[Vv]ia|[Oo]p|[Oo]nder|[Ii]n\sde)\s(?:Mijn|My)\s[A-Z]")
"""The customer's own place, which bears the name of the company: Mijn so-and-so."""
_STARTERS = """
uw onze ons deze dit dat die het een de wij we u je jij privacy elke iedere ieder iemand wie alle
google analytics cookies daarnaast ook hiervoor your our this that the it we you every betrokkene
klant bezoeker toestemming niemand persoonsgegevens
"""
_STARTS = frozenset(_STARTERS.split())
"""Words with a capital that begin a sentence and are nobody's name."""
_HEAD = 30
"""Characters at the front where the one who acts is named."""
_SHORT, _WORDS = 7, 2


@dataclass(frozen=True, kw_only=True)
class Around:
    """What the whole statement says about a sentence: its own names, the parties, the facts."""

    names: frozenset[str] = frozenset()
    parties: re.Pattern[str] = re.compile(r"(?!)")
    """The names of receivers that stand in the text."""
    title: str | None = None
    facts: dict[int, set[str]] = field(default_factory=dict)


def traits(sentence: Sentence, around: Around, text: str | None = None) -> frozenset[str]:
    """All that a rule can ask of the sentence, or of the clause *text* of it."""
    words = (sentence.words if text is None else text).strip()
    found = set(concepts(words))
    found.update(_named(words, around))
    found.update(_form(sentence, words))
    for section in sentence.sections:
        if around.title and plain(section) == around.title:
            continue  # A title such as "Privacy- en cookiebeleid" stands above all subjects alike.
        found.update(f"#{idea}" for idea in _ideas(_without(section, around.names)))
    if sentence.section and around.parties.search(sentence.section.casefold()):
        found.add("#party")
    if sentence.lead and sentence.role is not Role.PROSE:
        found.update(f"^{idea}" for idea in _ideas(sentence.lead))
        if _TOWARDS.search(sentence.lead) or _uses(sentence.lead):
            found.add("^purpose-words")
    if sentence.role is Role.PROSE and (label := _LABELLED.match(words)):
        ideas = _ideas(label.group(1))
        if not ideas.isdisjoint(_SUBJECTS):
            found.update({"@label", "@item"}, (f"^{idea}" for idea in ideas))
    found.update(f"${fact}" for fact in around.facts.get(sentence.start, ()))
    if around.title and plain(words) == around.title:
        found.add("@title")
    return frozenset(found)


def _uses(lead: str) -> bool:
    return bool(_USES.search(lead)) and not _LISTS.search(lead)


def _without(section: str, names: frozenset[str]) -> str:
    """A heading without the company's own name, which may hold any word."""
    folded = section.casefold()
    for name in names:
        if name in folded:
            folded = folded.replace(name, " ")
    return folded


@lru_cache(maxsize=2_000)
def _ideas(words: str) -> frozenset[str]:
    """Ideas of a heading or lead-in, which many sentences share."""
    return concepts(words)


def _named(words: str, around: Around) -> Iterator[str]:
    folded = words.casefold()
    theirs = around.parties.search(folded)
    if any(name in folded for name in around.names):
        yield "we"
        if folded.startswith(tuple(around.names)):
            yield "@ours"
        if _LABEL.sub("", folded).strip("*_ .,|") in {name.rstrip(".") for name in around.names}:
            yield "@name"
    open_name = _GAP.search(words)
    if theirs or open_name:
        yield "party"
    if any(name and name.start() < _HEAD for name in (theirs, open_name)):
        yield "@theirs"
    acts = _ACTS.match(words)
    actor = acts.group(1).casefold() if acts else ""
    if actor and actor not in around.names and actor.split()[0] not in _STARTS:
        yield "@theirs"
    if _THEY.match(words):
        yield "@theirs"
    if any(_unknown(found.group(1), around) for found in _BY_NAME.finditer(words)):
        yield "@by-name"
    if _MINE.search(words):
        yield "portal"


def _unknown(name: str, around: Around) -> bool:
    folded = name.casefold()
    return folded not in _STARTS and not any(folded in own for own in around.names)


def _form(sentence: Sentence, words: str) -> Iterator[str]:
    yield f"@{'item' if sentence.role is Role.ROW else sentence.role.value}"
    listed = sentence.role in (Role.ITEM, Role.ROW)
    if words.endswith(":") or (not listed and _TOWARDS.search(words)):
        yield "@leadin"
    if words and (words[-1].isalnum() or words[-1] == ")"):
        yield "@bare"
    if _FOR.match(words):
        yield "@for"
    if words.startswith("(") and words.rstrip(".").endswith(")"):
        yield "@aside-only"
    if _ASIDE.search(words):
        yield "@aside"
    if words.endswith("?"):
        yield "@question"
    many = len(words.split())
    if many <= _SHORT:
        yield "@short"
    if many <= _WORDS:
        yield "@word"
    if "," in words:
        yield "@comma"
    if _WEB.search(words):
        yield "@web"
    if _VERB.search(words):
        yield "@sentence"
    elif many > _SHORT and words[-1] in ".!":
        yield "@long"
    if _EMAIL.search(words):
        yield "@email"
    if any(letter.isdigit() for letter in words):
        yield from _numbers(words)


def _numbers(words: str) -> Iterator[str]:
    yield "@digits"
    if words.strip("*. ").isdigit():
        yield "@number"
    for name, pattern in (
        ("@date", _DATE),
        ("@postcode", _POSTCODE),
        ("@phone", _PHONE),
        ("@iban", _IBAN),
        ("@kvk", _KVK),
    ):
        if pattern.search(words):
            yield name


@dataclass(frozen=True, kw_only=True)
class Reading:
    """What the words promise, and how strongly they say so."""

    kind: str
    control: str
    score: int
    source: str


NOTHING = "none"
_BONUS = 2


def best(found: frozenset[str]) -> Reading | None:
    """The weightiest rule that fits; a heading or lead-in on its subject adds to its weight."""
    chosen: Rule | None = None
    score = 0
    for rule in candidates(found):
        if rule.weight + _BONUS <= score:
            break
        if rule.fits(found):
            bonus = 0 if topics().get(rule.kind, frozenset()).isdisjoint(found) else _BONUS
            if rule.weight + bonus > score:
                chosen, score = rule, rule.weight + bonus
    if chosen is None:
        return None
    return Reading(kind=chosen.kind, control=chosen.control, score=score, source=chosen.source)
