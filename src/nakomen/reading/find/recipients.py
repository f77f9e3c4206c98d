"""Who receives data: third parties by name, and kinds of receivers without one."""

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from nakomen.reading.facts import RecipientCategory, RecipientFact
from nakomen.reading.find.sharing import (
    DISCLOSES,
    VAGUE,
    categories,
    country_after,
    denies,
    purpose_after,
    purpose_of,
    role_of,
    role_of_category,
    shares,
)
from nakomen.reading.text.sentences import Role, Sentence, plain
from nakomen.reading.words.gazetteer import known_names, name_pattern

_STRONG = re.compile(
    r"(?:gebruik(?:en|t)?\s+(?:\w+\s+){0,2}van|ma+k(?:en|t)\s+gebruik\s+van|gekozen\s+voor|"
    r"afnemen?\s+(?:van|bij)|"
    r"\baf\s+(?:van|bij)|diensten?\s+van|platform\s+van|cookies\s+van|uitbesteed\s+aan|"
    r"inloggen\s+via|"
    r"gehost\s+(?:bij|door)|hosting\s+(?:bij|door|via)|(?:wij|we)\s+gebruiken|"
    r"gebruiken\s+(?:wij|we)|samen\s+met|"
    r"we\s+use|work\s+with|"
    r"hosted\s+(?:by|at|with)|verwerkers?|the\s+services\s+of|schakel(?:en|t)):?\s+"
    r"(?:\w+\s+){0,4}[(\"'“‘]?\Z",
    re.I,
)
_BUILT = re.compile(
    r"(?:ontwikkeld|gebouwd|gemaakt|developed|built)\s+(?:met|with|in)\b.{0,30}\Z", re.I
)
_WEAK = re.compile(
    r"\b(?:aan|met|door|via|bij|zoals|waaronder|to|with|by|such\s+as)\s+(?:\w+\s+){0,3}[(\"'“‘]?\Z",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:'s|\s+B\.?V\.?)?\s+(?:verwerkt|ontvangt|bewaart|slaat|stelt|krijgt|gebruikt|"
    r"heeft\s+toegang|"
    r"behoudt\s+zich|heeft\s+(?:\w+\s+){0,2}(?:passende|nodige)|is\s+(?:\w+\s+){0,14}verplicht|"
    r"is\s+(?:\w+\s+){0,3}verwerker|processes|receives|stores)\b"
)
_AND = re.compile(
    r"(?:\s+\([^()]{0,60}\)|\s+(?:voor|for)\s[^,.;()]{2,40}?){0,3}\s*(?:,|/|\ben\b|\bof\b|\band\b|"
    r"\bor\b|&)\s*(?:\b(?:en|of|and|or)\s+)?\Z",
    re.I,
)
_UNKNOWN = re.compile(
    r"(?:[Gg]ebruik\s+van\s+(?:de\s+diensten\s+van\s+|het\s+platform\s+van\s+)?|gekozen\s+voor\s+|"
    r"uitbesteed\s+aan\s+|gehost\s+(?:bij|door)\s+|diensten\s+van\s+|the\s+services\s+of\s+|"
    r"[Ss]chakel(?:en|t)\s+(?:wij\s+|we\s+)?)"
    r"(?P<name>[A-Z][\w.&-]{2,30}(?: [A-Z][\w.&-]{0,30}){0,3})"
)
_GLUED = re.compile(r"Anders(?=[A-Z])")
"""The choice "Anders" of a form, left standing before the name."""
_PARTIES = re.compile(
    r"organisaties|partijen|derden|verwerkers|leveranciers|ontvangers|partners|recipients|"
    r"parties|suppliers",
    re.I,
)
_NO_PARTY = re.compile(r"(?:voor|om|het|verwerking\w*|als|indien|u|wij|we)\b", re.I)
_THIS_PARTY = re.compile(
    r"\bdeze\s+(?:partij|dienst|leverancier)|\b(?:wij|we)\s+delen\b|\bwe\s+share\b|"
    r"\[[^\]]{2,40}\]|\bzij\b|this\s+(?:party|service)",
    re.I,
)
_COMMON = (
    "avg gdpr eu eer cookies autoriteit persoonsgegevens google-cookies website deze internet wij"
)
_NO_NAME = frozenset(_COMMON.split())


def read_recipients(
    sentences: tuple[Sentence, ...], own: frozenset[str]
) -> tuple[RecipientFact, ...]:
    """Every mention of a named third party that receives data; *own* are the company's names."""
    told = {fact.name for s in sentences for fact in _named(s, own, frozenset())}
    found: list[RecipientFact] = []
    for _, group in groupby(sentences, key=lambda s: s.section):
        section = list(group)
        party = _party_of_heading(section[0], own)
        for sentence in section:
            facts = list(_named(sentence, own, frozenset(told)))
            if not facts and party and _goes_to_them(sentence):
                facts = [_fact(sentence, party, 0)]
            party = facts[-1].name if facts else party
            found.extend(facts)
    return tuple(found)


def one_per_party(mentions: tuple[RecipientFact, ...]) -> tuple[RecipientFact, ...]:
    """The first mention of each party, filled in from later ones; a product yields to its maker."""
    first: dict[str, RecipientFact] = {}
    for fact in mentions:
        known = first.setdefault(_key(fact.name), fact)
        first[_key(fact.name)] = replace(
            known,
            role=known.role or fact.role,
            purpose=known.purpose or fact.purpose,
            country=known.country or fact.country,
        )
    makers = {key for key in first if " " not in key}
    return tuple(f for key, f in first.items() if key in makers or key.split()[0] not in makers)


def read_categories(sentences: tuple[Sentence, ...]) -> tuple[RecipientCategory, ...]:
    """Every mention of an unnamed kind of receiver."""
    return tuple(category for s in sentences for category in _categories(s))


def one_per_label(mentions: tuple[RecipientCategory, ...]) -> tuple[RecipientCategory, ...]:
    """Each kind once; "derden" only where nothing says which."""
    clear = [m for m in mentions if m.label.casefold() not in VAGUE]
    first: dict[str, RecipientCategory] = {}
    for category in clear or mentions:
        first.setdefault(category.label.casefold(), category)
    return tuple(first.values())


def glued_names(sentences: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """Sentences in which a remnant of a form stands glued to a name."""
    for sentence in sentences:
        for found in _UNKNOWN.finditer(sentence.words):
            if _GLUED.match(found["name"]):
                yield sentence
                break


def _named(
    sentence: Sentence, own: frozenset[str], told: frozenset[str]
) -> Iterator[RecipientFact]:
    words = sentence.words
    if sentence.role is Role.HEADING or denies(words):
        return
    last = -1
    for start, name in _candidates(words, own, told):
        joined = last >= 0 and _AND.match(words[last:start]) is not None
        if joined or _receives(sentence, start, start + len(name)):
            last = start + len(name)
            yield _fact(sentence, name, last)


def _candidates(words: str, own: frozenset[str], told: frozenset[str]) -> list[tuple[int, str]]:
    """Known names, those told elsewhere, and unknown ones after words that announce a service."""
    found = {m.start(): m.group() for m in name_pattern().finditer(words)}
    for name in told:
        at = words.find(name)
        if at >= 0 and not words[at + len(name) : at + len(name) + 1].isalnum():
            found.setdefault(at, name)
    for m in _UNKNOWN.finditer(words):
        name = m["name"].rstrip(".")
        if name.partition(" ")[0].casefold() not in _NO_NAME:
            found.setdefault(m.start("name"), name)
    return sorted((at, name) for at, name in found.items() if name.casefold() not in own)


def _receives(sentence: Sentence, start: int, end: int) -> bool:
    words = sentence.words
    before = words[max(0, start - 80) : start]
    if _BUILT.search(before):
        return False
    if _STRONG.search(before) or _SUBJECT.match(words, end):
        return True
    if _WEAK.search(before) and shares(words):
        return True
    if (told := DISCLOSES.search(words)) and told.end() < start and shares(words):
        return name_pattern().match(words, start) is not None
    return start < 40 and _in_list(sentence)


def _in_list(sentence: Sentence) -> bool:
    """An item below "wij maken gebruik van:" or in a chapter on third parties."""
    listed = sentence.role in (Role.ITEM, Role.ROW)
    lead = f"{sentence.lead or ''} {sentence.section or ''}"
    return listed and not denies(lead) and (shares(lead) or _PARTIES.search(lead) is not None)


def _party_of_heading(heading: Sentence, own: frozenset[str]) -> str | None:
    """The party whose name is the heading of a chapter."""
    name = plain(heading.words)
    known = heading.role is Role.HEADING and name.casefold() in known_names()
    return name if known and name.casefold() not in own else None


def _goes_to_them(sentence: Sentence) -> bool:
    """ "Uw gegevens worden met deze partij gedeeld." """
    others = next(categories(sentence.words), None)
    return shares(sentence.words) and others is None and bool(_THIS_PARTY.search(sentence.words))


def _fact(sentence: Sentence, name: str, end: int) -> RecipientFact:
    known = known_names().get(name.casefold())
    around = f"{sentence.words} {sentence.lead or ''}"
    return RecipientFact(
        quote=sentence.text,
        start=sentence.start,
        name=_GLUED.sub("", name),
        role="authority" if known and known.authority else role_of(around),
        purpose=purpose_after(sentence.words, end) or purpose_of(sentence.words[: end - len(name)]),
        country=country_after(sentence.words, end),
        section=sentence.section,
    )


def _categories(sentence: Sentence) -> Iterator[RecipientCategory]:
    words = sentence.words
    if sentence.role is Role.HEADING or denies(words):
        return
    lead = f"{sentence.lead or ''} {sentence.section or ''}"
    listed = _in_list(sentence) and shares(lead)
    if not listed and (not shares(words) or len(words.split()) < 5):
        return
    labels = [q.quote for q in categories(words)]
    nameless = not name_pattern().search(words, 0, 60) and not _NO_PARTY.match(words)
    if listed and not labels and len(words) < 120 and nameless and _PARTIES.search(lead):
        labels = [re.split(r"[,;(.:]|\s+voor\s", words, maxsplit=1)[0].strip()]
    for label in labels:
        yield RecipientCategory(
            quote=sentence.text,
            start=sentence.start,
            label=label,
            role=role_of_category(label, f"{words} {lead}"),
            section=sentence.section,
        )


def _key(name: str) -> str:
    known = known_names().get(name.casefold())
    return known.name.casefold() if known else name.casefold()
