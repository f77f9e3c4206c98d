"""What the company uses data for (AVG artikel 13 lid 1 onder c): bullets, rows and clauses."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import PurposeFact
from nakomen.reading.find.bases import grounds
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.text.table import Row, rows
from nakomen.reading.words.about import About, listed, subjects
from nakomen.reading.words.clauses import DEFINES, THEIRS
from nakomen.reading.words.gazetteer import name_pattern
from nakomen.reading.words.lexicon import lexicon
from nakomen.terms import Basis

_SAME_LINE = 2
"""Characters between sentences of one list item; between items stand a line end and a mark."""
_USES = re.compile(
    r"\b(?:gebruik(?:en|t)?|gebruikt|verwerk(?:en|t)?|verwerkt|verzamel(?:en|d|t)?|bewa(?:ren|art)|"
    r"bewaard|slaan|opgeslagen|vragen|gevraagd|nodig|registre(?:ren|ert)|geregistreerd|"
    r"vast(?:gelegd|leggen)?|ingezet|noodzakelijk|hanteren|aangewend|benut(?:ten)?|houden|ontvangen|"
    r"loggen|gelogd|analyseren|volgen|uses?|used|process(?:es|ed)?|collect(?:s|ed)?|stored?|keep|need)\b",
    re.I,
)
_DATA = re.compile(
    r"gegevens|informatie|\bdata\b|information|\bdeze\b|\bdit\b|\bdie\b|\bhet\s+doel\b|\bwij\b|\bwe\b",
    re.I,
)
_OBJECT = re.compile(r"gegevens|informatie|\bdata\b|information|\bdetails\b", re.I)
_OUR = re.compile(r"\b(?:wij|we|ons|onze|us|our)\b", re.I)
_OTHER_TALK = re.compile(
    r"\b(?:delen|deelt|gedeeld|verstrek\w*|doorge\w+|doorgeven|inschakel\w*|ingeschakeld|schakelen|derden|"
    r"ontvangers|verkopen|share[ds]?|disclos\w*|third\s+part\w*|maatregelen|measures|cookies?|cookie\w+|recht|rechten|"
    r"rights?|verzoek|klacht|legitim\w+|privacyverklaring|privacybeleid|privacy\s+statement|"
    r"privacy\s+policy|verklaring|voorwaarden|bewaartermijn\w*|"
    r"geheimhouding|verwerkers?|processors?|datalek\w*|niet\s+langer|zolang|no\s+longer|as\s+long|lang)\b",
    re.I,
)
_DENIES = re.compile(r"\b(?:niet|nooit|geen|nimmer|not|never)\b", re.I)
_DENIED_PURPOSE = re.compile(
    r"\b(?:niet|nooit|nimmer|geen|not|never)\s+(?:\w+\s+){0,2}?(?:voor|om|for|to|gebruikt|gebruiken|verwerkt|"
    r"verwerken|used?)\b",
    re.I,
)
_CLAUSE = re.compile(
    r"(?P<om>\b(?:om|teneinde)\s+(?!de\s+hoek)[^.;:]{3,260}?\bte\s+(?:\w+\s+)?(?:kunnen\s+)?\w+en\b"
    r"(?:[^.;:]{3,160}?\bte\s+(?:kunnen\s+)?\w+(?:en|an|n)\b){0,5}(?:\s+\w+en\b)?)"
    r"|(?P<voor>\b(?:voor\s+(?:het|de|onze|ons|een|uw|je|jouw|\w+(?:doeleinden|ing|atie|service|beheer)\b)|"
    r"ten\s+behoeve\s+van|t\.b\.v\.|met\s+(?:als|het)\s+doel(?:\s+om)?|in\s+verband\s+met|ter)\s[^.;:]{3,200})"
    r"|(?P<zodat>\b(?:zodat|opdat|so\s+that)\s+[^.;:]{5,200})"
    r"|(?P<to>\b(?:in\s+order\s+to|to)\s+(?:be\s+able\s+to\s+)?(?:provide|send|contact|process|deliver|improve|"
    r"inform|answer|handle|analy[sz]e|comply|invoice|create|offer|respond|manage|maintain|keep|"
    r"personali[sz]e|prevent|carry|fulfil\w*|perform|enable|ensure|administer|call|verify|measure|"
    r"communicate|support|protect|bill|ship)\b[^.;:]{3,200})"
    r"|(?P<for>\bfor\s+(?:the\s+purposes?\s+of\s+|our\s+|the\s+)?\w+ing\b[^.;:]{3,200})",
    re.I,
)
_ENDS = re.compile(
    r",?\s+(?:op\s+basis\s+van|op\s+grond\s+van|waarbij|tenzij|maar|indien|wanneer|met\s+als\s+grondslag|zoals|"
    r"bijvoorbeeld|worden|wordt|verwerken\s+(?:wij|we)|gebruiken\s+(?:wij|we)|verzamelen\s+(?:wij|we)|hebben\s+(?:wij|we)|"
    r"vragen\s+(?:wij|we)|bewaren\s+(?:wij|we)|slaan\s+(?:wij|we)|kunnen\s+(?:wij|we)|heeft|heb|based\s+on|unless|but|where|when)\b"
    r"|\s+[–—-]\s*,?",
    re.I,
)
_AND = re.compile(
    r"(?:,|\s+en|\s+of|,?\s+en/of|,?\s+and|,?\s+alsmede)\s+(?=(?:om|voor|het|ter|de|u|je|jou|onze|een|uw|to|for|facturen)\b)",
    re.I,
)
_TE = re.compile(r"\bte\s+\w", re.I)
_STARTS = re.compile(r"\b(?:om|voor|het|ten\s+behoeve|ter|to|for)\b", re.I)
_LABEL = re.compile(r"\A[*_]{0,2}([^:–—.]{3,60}?)[*_]{0,2}\s*(?::|\s[–—-]\s)[*_]{0,2}\s*\S")
_BULLET_ENDS = re.compile(
    r"\s*(?:[(;.]|,\s+(?:op\s+basis|op\s+grond|tenzij|waarbij)|\s+op\s+(?:basis|grond)\s+van\b)"
)
_NO_BULLET = re.compile(
    r"\A\W*(?:u\s+(?:kunt|heeft|hebt|mag)|je\s+(?:kunt|hebt)|wij\s+(?:verkopen|delen)|niet\b|geen\b|deze\b|dit\b|hierbij|"
    r"dat\s+(?:is|geldt))",
    re.I,
)
_HEADING = re.compile(
    r"\A\W{0,4}(?:\d{1,2}(?:\.\d{1,2})*\.?\s*)?(?:om|voor\s+het|ten\s+behoeve\s+van|het\s+\w+en\s+van|to)\s+\S",
    re.I,
)
_ASIDE = frozenset(
    {
        About.RIGHTS,
        About.CONTACT,
        About.TERMS,
        About.SECURITY,
        About.SHARING,
        About.TRANSFER,
        About.RETENTION,
        About.COOKIES,
    }
)
_LONGEST = 110


def read_purposes(sentences: tuple[Sentence, ...]) -> tuple[PurposeFact, ...]:
    """Every stated purpose once, in text order: each bullet, each row, each clause of prose."""
    found = sorted(_all(sentences), key=lambda fact: fact.start)
    labels: set[str] = set()
    kept = []
    for fact in found:
        label = fact.label.casefold()
        if label not in labels:
            labels.add(label)
            kept.append(fact)
    return tuple(kept)


def _all(sentences: tuple[Sentence, ...]) -> Iterator[PurposeFact]:
    tabled = {row.sentence.start: row for row in rows(sentences)}
    before: Sentence | None = None
    for n, sentence in enumerate(sentences):
        if row := tabled.get(sentence.start):
            yield from _row(row)
        elif _is_bullet(sentence):
            if not _continues(before, sentence) and _is_purpose(sentence):
                yield _fact(sentence, _label(sentence), _basis(sentences, n))
        elif sentence.role is Role.HEADING:
            if _HEADING.match(sentence.words) and not _OTHER_TALK.search(sentence.words):
                yield _fact(sentence, _whole(sentence), None)
        else:
            yield from _prose(sentence)
        before = sentence


def _row(row: Row) -> Iterator[PurposeFact]:
    """The cell below "Doel", and the ground below "Grondslag"."""
    cell = next((c for name, c in row.cells.items() if About.PURPOSE in subjects(name)), None)
    if cell is None:
        return
    named = next((c for name, c in row.cells.items() if About.BASIS in subjects(name)), None)
    basis = _first_basis(named.quote) if named else None
    yield PurposeFact(
        label=" ".join(cell.quote.split()).strip("*_ "),
        basis=basis,
        quote=cell.quote,
        start=cell.start,
        section=row.sentence.section,
    )


def _first_basis(words: str) -> Basis | None:
    found = lexicon("bases.toml").mentions(words)
    if found:
        return Basis(found[0].code)
    low = words.casefold()
    short = {
        "overeenkomst": Basis.CONTRACT,
        "contract": Basis.CONTRACT,
        "wet": Basis.LEGAL_OBLIGATION,
    }
    return next((basis for word, basis in short.items() if word in low), None)


def _is_bullet(sentence: Sentence) -> bool:
    if sentence.role is not Role.ITEM:
        return False
    return About.PURPOSE in listed(sentence.lead, sentence.section)


def _continues(before: Sentence | None, sentence: Sentence) -> bool:
    return (
        before is not None
        and before.role is Role.ITEM
        and sentence.start - before.end <= _SAME_LINE
    )


def _is_purpose(sentence: Sentence) -> bool:
    words = sentence.words
    about = listed(sentence.lead, sentence.section)
    if _NO_BULLET.match(words) or About.SHARING in about or _shares(sentence.lead):
        return False
    return About.DATA not in about or bool(_STARTS.match(words.lstrip("*_ ")))


def _shares(lead: str | None) -> bool:
    return bool(lead and re.search(r"\b(?:delen|gedeeld|verstrek|share|disclos)", lead, re.I))


def _label(sentence: Sentence) -> str:
    """The head of a bullet: what stands before a colon, a bracket or the ground."""
    words = sentence.words
    if found := _LABEL.match(words):
        return " ".join(found[1].split())
    end = _BULLET_ENDS.search(words, 4)
    return _short(words[: end.start()] if end else words)


def _basis(sentences: tuple[Sentence, ...], n: int) -> Basis | None:
    """The ground that the bullet or one of its further sentences names."""
    for at in range(n, min(n + 6, len(sentences))):
        if at > n and not _continues(sentences[at - 1], sentences[at]):
            break
        for fact in grounds(sentences[at]):
            return fact.basis
    return None


def _whole(sentence: Sentence) -> str:
    return _short(re.sub(r"\A[\W\d_]+", "", sentence.words))


def _short(words: str) -> str:
    label = " ".join(words.split()).strip("*_ .,;:")
    if len(label) <= _LONGEST:
        return label
    return label[: label.rfind(" ", 0, _LONGEST)].rstrip(" ,;")


def _fact(sentence: Sentence, label: str, basis: Basis | None) -> PurposeFact:
    return PurposeFact(
        label=label,
        basis=basis,
        quote=sentence.text,
        start=sentence.start,
        section=sentence.section,
    )


def _prose(sentence: Sentence) -> Iterator[PurposeFact]:
    """Clauses such as "om u te kunnen bellen" in a sentence that says data is used."""
    words = sentence.words
    if not _talks_of_use(sentence):
        return
    basis = next((fact.basis for fact in grounds(sentence)), None)
    for found in _CLAUSE.finditer(words):
        before = words[max(0, found.start() - 40) : found.start()]
        if re.search(
            r"\b(?:niet|nooit|geen|not|never|recht|verplicht|mogelijkheid)\s+(?:\w+\s+)?\Z",
            before,
            re.I,
        ):
            continue
        yield from _parts(sentence, found, basis)


def _talks_of_use(sentence: Sentence) -> bool:
    words = sentence.words
    if not _USES.search(words) or _DENIED_PURPOSE.search(words) or DEFINES.search(words):
        return False
    about = subjects(sentence.section or "")
    if about & _ASIDE and not about & {About.PURPOSE, About.DATA}:
        return False
    if _OTHER_TALK.search(words) or THEIRS.search(words[:60]) or name_pattern().match(words):
        return False
    named = lexicon("data_words.toml", "sure").mentions(words)
    return bool(_OBJECT.search(words) or named)


def _parts(sentence: Sentence, found: re.Match[str], basis: Basis | None) -> Iterator[PurposeFact]:
    words = found.group()
    start = 0
    if end := _ENDS.search(words, 8):
        words = words[: end.start()]
    for joint in [*_joints(words), len(words)]:
        part = words[start:joint]
        label = re.sub(r"\A(?:\W|en\s|of\s|and\s|alsmede\s|en/of\s)+", "", part)
        at = found.start() + joint - len(label)
        if len(label.strip()) > 8 and not re.search(r"\bdoel(?:en|einden?)?\b.{0,30}\Z", label):
            label = label.rstrip(" ,")
            yield PurposeFact(
                label=_short(label),
                basis=basis,
                quote=sentence.text[at : at + len(label)],
                start=sentence.start + at,
                section=sentence.section,
            )
        start = joint


def _joints(words: str) -> Iterator[int]:
    """Where one purpose ends and the next begins: each has a verb of its own."""
    last = 0
    for joint in _AND.finditer(words):
        before, after = words[last : joint.start()], words[joint.end() :]
        if _own_verb(before) and _own_verb(after):
            yield joint.start()
            last = joint.start()


def _own_verb(words: str) -> bool:
    return bool(
        _TE.search(words)
        or re.search(r"\b(?:het|de)\s+\w+(?:en|ing|atie)\b|\bto\s+\w", words, re.I)
    )
