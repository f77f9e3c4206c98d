"""Clauses that tell a purpose: "om u te bellen", "voor de facturatie", "zodat wij leveren"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.about import About, subjects
from nakomen.reading.words.clauses import DEFINES, THEIRS
from nakomen.reading.words.gazetteer import spot
from nakomen.reading.words.lexicon import lexicon


@dataclass(frozen=True, kw_only=True)
class Clause:
    """One purpose at ``words[start:end]``."""

    start: int
    end: int


_USES = re.compile(
    r"\b(?:gebruik(?:en|t)?|gebruikt|verwerk(?:en|t)?|verwerkt|verzamel(?:en|d|t)?|bewa(?:ren|art)|"
    r"bewaard|slaan|opgeslagen|opslaan|vragen|vraagt|gevraagd|nodig|registre(?:ren|ert)|geregistreerd|"
    r"vast(?:gelegd|leggen)?|ingezet|noodzakelijk|hanteren|aangewend|benut(?:ten)?|houden|ontvangen|"
    r"gegenereerd|dienen|dient|loggen|gelogd|analyseren|volgen|uses?|used|process(?:es|ed)?|collect(?:s|ed)?|"
    r"stored?|keep|need)\b",
    re.I,
)
_OBJECT = re.compile(
    r"gegevens|informatie|\bdata\b|information|\bdetails\b|\blog\s?files?\b|logbestand", re.I
)
_HERS = re.compile(r"\b(?:uw|je|jouw|your)\s", re.I)
_THEM = re.compile(r"\b(?:ze|hen|deze|dit|die|them|it|this)\b", re.I)
_OTHER_TALK = re.compile(
    r"\b(?:delen|deelt|gedeeld|(?<!te\s)verstrek\w*|doorge\w+|doorgeven|inschakel\w*|ingeschakeld|schakelen|"
    r"(?<!van\s)derden|ontvangers|verkopen|leveranciers?|share[ds]?|disclos\w*|third\s+part\w*|maatregelen|"
    r"measures|cookies?|cookie\w+|recht|rechten|rights?|verzoek|klacht|legitim\w+|privacyverklaring|"
    r"privacybeleid|privacy\s+(?:statement|policy|notice)|verklaring|voorwaarden|bewaartermijn\w*|"
    r"geheimhouding|verwerkers?|processors?|datalek\w*|niet\s+langer|zolang|no\s+longer|as\s+long|"
    r"kinderen|ouders?|children|parents?|ssl|tls|technologieën|anonimiseren|"
    r"verantwoordelijk\w*|responsible|bijzondere|risico\w*|in\s+het\s+werk\s+stellen|raden|maatregel|in\s+staat|"
    r"(?:geven|geeft)\s[^.;:]{1,60}\sdoor(?=\s+(?:aan|als|indien|wanneer|tenzij)\b|\W*\Z)|"
    r"uiterste\s+best|streven|proberen|instellingen|niet\s+toegestaan)\b",
    re.I,
)
_DENIED = re.compile(
    r"\b(?:niet|nooit|nimmer|geen|not|never)\s+(?:\w+\s+){0,2}?(?:voor|om|for|to|gebruikt|gebruiken|"
    r"verwerkt|verwerken|used?)\b|\b(?:nooit|niet)\s+meer\b",
    re.I,
)
_CLAUSE = re.compile(
    r"(?P<om>\b(?:om|teneinde)\s+(?:[^;:]{1,200}?\s)?te\s+(?:\w+\s+)?(?:kunnen\s+|laten\s+)?(?:zijn|\w+(?:en|aan))\b"
    r"(?:[^;:]{3,160}?\bte\s+(?:kunnen\s+|laten\s+)?(?:zijn|\w+(?:en|aan))\b){0,5}"
    r"(?:\s+(?:van|over|met|aan|voor|in|naar|bij|als|zodra|tussen)\s+(?:(?!\s(?:en|of)\s)[^,;:.]){2,60})?)"
    r"|(?P<voor>\b(?:voor\s+(?:het|de|onze|ons|een|uw|je|jouw|\w+(?:doeleinden|ing|atie|service|beheer|onderzoek(?:en)?)\b)|"
    r"ten\s+behoeve\s+van|t\.b\.v\.|met\s+(?:als|het)\s+doel(?:\s+om)?|in\s+verband\s+met|met\s+het\s+oog\s+op(?=\s+(?:het|de)\s+\w+(?:en|ing|atie)\s)|"
    r"ter(?!\s+(?:controle|beschikking|plaatse|inzage|hand)))(?:[\s,][^;:]{3,200}|(?=\W*\Z)))"
    r"|(?P<bij>\bbij\s+het\s+(?:verwerken|uitvoeren|afhandelen|leveren|behandelen|beantwoorden|bezorgen)"
    r"\s+van\s+(?:uw|je|jouw|de|een)\s(?!(?:\w+\s)?(?:persoons)?gegevens)(?:(?!\s(?:verwerk|gebruik|vra|verzamel))[^,;:.]){3,60})"
    r"|(?P<zodat>\b(?:zodat|opdat|so\s+that|so(?=\s+we\b))\s+[^;:]{5,200})"
    r"|(?P<to>\b(?:in\s+order\s+to|to)\s+(?:be\s+able\s+to\s+)?(?:provide|send|contact|process|deliver|improve|"
    r"inform|answer|handle|analy[sz]e|comply|invoice|create|offer|respond|manage|maintain|keep|support|complete|"
    r"personali[sz]e|prevent|detect|carry|fulfil\w*|perform|enable|ensure|administer|call|verify|measure|"
    r"communicate|protect|bill|ship|help|run|set|see|serve|diagnose|tailor|check|monitor|recogni[sz]e)\b[^;:]{3,200})"
    r"|(?P<for>\bfor\s+(?:the\s+purposes?\s+of\s+|our\s+|the\s+)?(?!the\s+following)\w+[^;:]{3,200})",
    re.I,
)
_ENDS = re.compile(
    r",?\s+(?:en\s+zodat|op\s+basis\s+van|op\s+grond\s+van|waarbij|tenzij|maar|indien|wanneer|met\s+als\s+grondslag|zoals|"
    r"bijvoorbeeld|worden|wordt|verwerken\s+(?:wij|we)|gebruiken\s+(?:wij|we)|verzamelen\s+(?:wij|we)|"
    r"hebben\s+(?:wij|we)|vragen|bewaren\s+(?:wij|we)|slaan\s+(?:wij|we)|kunnen\s+(?:wij|we)|ontvangen\s+(?:wij|we)|"
    r"heeft|heb|moeten|doordat|omdat|want|based\s+on|unless|but|where|when)\b|\s+[–—-]\s*,?|\s*\((?:bijv|zoals|denk|d\.w\.z|e\.g|such|voor\s)",
    re.I,
)
_AND = re.compile(
    r"(?:,|\s+en|\s+of|,?\s+en/of|,?\s+and|,?\s+alsmede)\s+"
    r"(?=(?:en\s+|of\s+|and\s+)?(?:om|voor|het|ter|de|contact|u|je|jou|onze|een|uw|to|for|\w+ing|facturen|eventue\w{1,2}|misbruik|fraude)\b)",
    re.I,
)
_PART = re.compile(r"[^,\s][^,]{0,120}?(?=,\s|\s(?:en|and)\s(?=het\s|de\s|\w+\s*\Z|\w+ing\b)|,?\Z)")
_GERUND = re.compile(r",\s(?:en\s)?het\s\w+en\b|\sen\shet\s\w+en\b", re.I)
_IN_BRACKETS = re.compile(r"\s*\([^()]{0,60}\)[\s,]*\Z")
_JOIN = re.compile(r"(?:\W|(?:en|of|and|or|alsmede|en/of)\s)+", re.I)
_TE = re.compile(r"\bte\s+\w", re.I)
_NOUN = re.compile(r"\b(?:het|de)\s+\w+(?:en|ing|atie)\b|\bto\s+\w|\b\w+ing\b", re.I)
_OTHERS = re.compile(
    r"(?:\b(?:niet|nooit|geen|not|never|recht|verplicht|mogelijkheid|toestemming|inschrijf\w*|aanmeld\w*|meldt?\s+\w+\s+(?:zich\s+)?aan|"
    r"abonne\w+|kiest|consent|sign\s+up|dank|bedankt|verantwoordelijk|reden|send|write|omdat\s+het\s+nodig\s+is|omdat\s+dit\s+nodig\s+is|"
    r"(?:die|dat)\s+(?:u|je|jij)\s+gebruikt?|controller|responsible)\s+"
    r"(?:\w+\s+){0,3})\Z",
    re.I,
)
_EMPTY = re.compile(
    r"\bdoel(?:en|einden?)?\b.{0,30}\Z|\b(?:volgende|following|onderstaande|beschreven|bovenstaande)\b|"
    r"\A\W*(?:for\s+)?(?:(?:these|those|the|several|various|different|other)\s+){0,2}purposes?\W*\Z|"
    r"doel(?:en|einden?)?\s+(?:waarvoor|van)|\bdit\s+doel\b|zover|\bpurposes?\s+(?:for\s+)?which|"
    r"(?:uw|je|jouw|your)\s+privacy\b|(?:uw|je|jouw)\s+(?:persoons)?gegevens\s+te\s+(?:bescherm|beveilig)en|"
    r"meer\s+informatie|de\s+rest\b|verwerk\w+\s+van\s+(?:uw\s+|je\s+|deze\s+)?(?:persoons)?gegevens|"
    r"gegevensverwerking|\Aom\s+(?:(?:uw|je|jouw|deze)\s+)?(?:persoons)?gegevens\s+te\s+(?:verwerken|gebruiken)\b|overeenkomst\s+met\s+(?:u|jou)\b|\Avoor\s+(?:de|een)\s+specifiek|example|bijvoorbeeld|\binstance\b",
    re.I,
)
_WHICH = re.compile(
    r"\A\W*(?:de\s+)?(?:gegevens|informatie|data|information)\s+(?:die|that|which)\b", re.I
)
"""A sentence on certain data, which it tells apart by what it is for."""
_FINITE = re.compile(
    r"\b(?:geldt|gelden|is\s+(?:dat|het)|hebben\s+(?:wij|we)|vinden|doen\s+(?:wij|we))\b", re.I
)
_STARTS = re.compile(r"\A\W{0,3}(?:om|voor|ten\s+behoeve|to|for)\b", re.I)
_ASIDE = frozenset(
    {
        *(About.RIGHTS, About.TERMS, About.SECURITY, About.SHARING),
        *(About.TRANSFER, About.RETENTION, About.COOKIES, About.SPECIAL),
    }
)
_WHOLE = re.compile(
    r"privacy.{0,20}(?:verklaring|statement|beleid|policy)|\A\W*privacy\W{1,3}(?:(?:en|and)\W|&)",
    re.I,
)
"""The heading of the whole statement, which speaks of cookies too."""
_SHORTEST = 8
_STEP = 3
"""Characters of the shortest word that begins a clause."""


def clauses(sentence: Sentence) -> list[Clause]:
    """
    The purposes that one sentence of prose tells of what the company itself does.

    >>> from nakomen.reading.text.sentences import split
    >>> words = "Wij gebruiken uw adres om te bezorgen en om u te kunnen factureren."
    >>> [words[c.start : c.end] for c in clauses(split(words)[0])]
    ['om te bezorgen', 'om u te kunnen factureren']
    """
    if not tells(sentence):
        return []
    words = sentence.words
    found = []
    at = 0
    while match := _CLAUSE.search(words, at):
        at = match.start() + _STEP
        if not _OTHERS.search(words, max(0, match.start() - 60), match.start()):
            found += list(_parts(match))
            at = max([at, *(clause.end for clause in found)])
    return found


def tells(sentence: Sentence) -> bool:
    """The sentence speaks of the company's own use of data, so that its clauses are purposes."""
    words = sentence.words
    if _WHICH.match(words):
        return False
    about = subjects(sentence.section or "")
    bare = _STARTS.match(words) and not _FINITE.search(words) and not _OTHER_TALK.search(words)
    if About.PURPOSE in about and bare:
        return True
    if not _USES.search(words) or _DENIED.search(words) or DEFINES.search(words):
        return False
    if is_aside(sentence):
        return False
    if _OTHER_TALK.search(words) or THEIRS.search(words[:60]) or _is_theirs(words):
        return False
    return has_object(words, about)


def is_aside(sentence: Sentence) -> bool:
    """In a part on another subject, such as rights or security, where no purposes are told."""
    about = subjects(sentence.section or "")
    return (
        bool(about & _ASIDE)
        and About.PURPOSE not in about
        and not _WHOLE.search(sentence.section or "")
    )


def _is_theirs(words: str) -> bool:
    """A known service is the one that acts."""
    first = next(spot(words), None)
    return first is not None and first.start < 3


def has_object(words: str, about: frozenset[About]) -> bool:
    """*words* speak of personal data, by name or by a pronoun in a part *about* them."""
    if _OBJECT.search(words) or lexicon("data_words.toml", "sure").mentions(words):
        return True
    if _HERS.search(words) and lexicon("data_words.toml", "near").mentions(words):
        return True
    return bool(about & {About.PURPOSE, About.DATA} and _THEM.search(words))


def _parts(found: re.Match[str]) -> Iterator[Clause]:
    words = found.group()
    if end := _ENDS.search(words, 8):
        words = words[: end.start()]
    if found.lastgroup in ("voor", "for") and (nouns := _nouns(words)):
        for start, end_ in nouns:
            if _EMPTY.search(words[start:end_]):
                continue
            yield Clause(start=found.start() + start, end=found.start() + end_)
        return
    if (again := words.lower().rfind(" om ")) > 0 and not _TE.search(words[:again]):
        if found.lastgroup != "om":
            yield from _one(found.start(), re.sub(r"\s+(?:en|of)\Z", "", words[:again]))
        yield from _one(found.start() + again + 1, words[again + 1 :])
        return
    start = 0
    for joint in [*_joints(words), len(words)]:
        yield from _one(found.start() + start, words[start:joint])
        start = joint


def _nouns(words: str) -> list[tuple[int, int]]:
    """ "voor support, facturatie en marketing": short things, each a purpose of its own."""
    parts = [m.span() for m in _PART.finditer(words)]
    spans = [
        (s + len(found.group()) if (found := _JOIN.match(words, s, e)) else s, e) for s, e in parts
    ]
    counts = [len(words[s:e].split()) for s, e in spans]
    if (
        len(spans) < 2
        or (max(counts) > 4 and not _GERUND.search(words))
        or _TE.search(words)
        or min(counts) < 1
    ):
        return []
    return [span for span in spans if span[1] - span[0] > 3]


def _one(at: int, part: str) -> Iterator[Clause]:
    joined = _JOIN.match(part)
    skip = joined.end() if joined else 0
    label = _IN_BRACKETS.sub("", part[skip:]).rstrip(" ,")
    if len(label) > _SHORTEST and not _EMPTY.search(label):
        yield Clause(start=at + skip, end=at + skip + len(label))


def _joints(words: str) -> Iterator[int]:
    """Where one purpose ends and the next begins: each has a verb of its own."""
    last = 0
    for joint in _AND.finditer(words):
        before, after = words[last : joint.start()], words[joint.end() :]
        if _has_verb(before) and _has_verb(after):
            yield joint.start()
            last = joint.start()


def _has_verb(words: str) -> bool:
    return bool(_TE.search(words) or _NOUN.search(words))
