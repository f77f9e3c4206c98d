"""Which measures of security the company names (AVG artikel 32)."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import MeasureFact
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, listed, subjects
from nakomen.reading.words.clauses import denied
from nakomen.reading.words.lexicon import Mention, lexicon
from nakomen.reading.words.quick import Quick
from nakomen.terms import Measure

_FILE = "measures.toml"
_SECURITY = Quick(
    r"beveilig|veilig|bescherm|maatregel|versleutel|encrypt|onbevoegd|secur|protect|safeguard|"
    r"geheimhouding|zwijgplicht|back-?up|reservekopie|toegang\b|geautoriseerd|confidential|"
    r"verbinding|misbruik|measures|controleer|gecontroleerd|verdacht|aanval|hack|logg?en",
    re.I,
)
_ADVICE = Quick(
    r"(?:\A|[.;]\s)(?:kies|gebruik|wijzig|zorg|houd|raden\s+(?:wij|we)?|adviseren|aanraden|bent\s+u\s+zelf|uw\s+eigen|"
    r"verantwoordelijk\s+voor\s+(?:het\s+)?geheim|houd\s+uw|choose|we\s+recommend|your\s+responsibility)\b.{0,80}\bwachtwoord",
    re.I,
)
_PRODUCT = Quick(
    r"\b(?:aanvra\w+|aanvraag|bestel\w*|afnem\w*|afgenomen|leveren\s+wij|verkop\w+|verlenging|order\w*|abonnement\w*)\b"
    r".{0,60}\b(?:ssl|certifica|back-?up)|"
    r"\b(?:verkopen|leveren|installeren|verhuren)\s+(?:wij\s+)?(?:\w+\s+){0,3}(?:firewall|virusscan|back-?up)|\b(?:ssl|back-?up)\S*\s+(?:\w+\s+){0,2}(?:aanvra|bestel|dienst\b)",
    re.I,
)
_KEEPS = Quick(
    r"\b(?:gemaakt|maken|maakt|dagelijks|regelmatig|wekelijks|gekopieerd|geback|made|make|daily|regular\w*|beveilig\w*|bereikbaar)\b",
    re.I,
)
_RETENTION = Quick(
    r"\b(?:bewaa?r\w*|overschreven|verwijder\w*|gewist|termijn|retain\w*|deleted)\b", re.I
)
_OWN_LOGIN = Quick(
    r"\bzelf\s?gekozen\s+wachtwoord|\binloggen\s+met\s+(?:die|deze|een)\b|\b(?:uw|je|jouw|your)\s+(?:\w+\s+){0,2}(?:wachtwoord|gebruikersnaam|inloggegevens|password|username)|"
    r"gegevens[^.]{0,60}(?:wachtwoord(?!-?(?:beheer|manager|kluis))|gebruikersnaam)|wachtwoord\s+vergeten",
    re.I,
)
_PASSWORD = Quick(r"wachtwoord(?!-?(?:beheer|manager|kluis))", re.I)
_TLS = Quick(
    r"verbinding|connection|verzend|verzonden|verstu|website|internetverkeer|transmi|ssl|tls", re.I
)
_AT_REST = Quick(
    r"opgeslagen|opslag|kluis|wachtwoord|database|schijf|schijven|stored|storage|at\s+rest|laptop|bestand\w*|"
    r"back-?up|disk|bewaard",
    re.I,
)


_KEPT = frozenset({Measure.LOGGING, Measure.BACKUPS})
"""In a list of data these are what is kept."""


def read_measures(sentences: tuple[Sentence, ...]) -> tuple[MeasureFact, ...]:
    """Each measure once, with the first sentence that names it."""
    first: dict[Measure, MeasureFact] = {}
    for sentence in sentences:
        for mention in _named(sentence):
            code = Measure(mention.code)
            if code not in first:
                first[code] = MeasureFact(
                    code=code, quote=sentence.text, start=sentence.start, section=sentence.section
                )
    return tuple(first.values())


def _named(sentence: Sentence) -> Iterator[Mention]:
    words = sentence.words
    if sentence.role is Role.HEADING or _ADVICE.search(words) or _PRODUCT.search(words):
        return
    sure = [m for m in lexicon(_FILE, "sure").mentions(words) if not denied(words, m.start)]
    data = _lists_data(sentence)
    sure = [m for m in sure if not (data and Measure(m.code) in _KEPT)]
    yield from sure
    keeper = [m for m in sure if Measure(m.code) is Measure.PASSWORD_MANAGER]
    section = About.SECURITY in subjects(sentence.section or "")
    below = sentence.role is not Role.PROSE and _SECURITY.search(sentence.lead or "")
    if not (section or below or _SECURITY.search(words)):
        return
    for mention in lexicon(_FILE, "near").mentions(words):
        if any(m.start <= mention.start < m.end for m in keeper):
            continue
        if data and Measure(mention.code) in _KEPT:
            continue
        if not denied(words, mention.start) and _fits(sentence, mention, bool(section or below)):
            yield mention


def _lists_data(sentence: Sentence) -> bool:
    """An item of a list of data and not of a list of measures."""
    if sentence.role is not Role.ITEM or _SECURITY.search(sentence.lead or ""):
        return False
    return listed(sentence.lead, sentence.section) == {About.DATA}


def _fits(sentence: Sentence, mention: Mention, secure: bool) -> bool:
    """What each word needs beside it before it is a measure and not a product or a datum."""
    words, named = sentence.words, sentence.words[mention.start : mention.end]
    match Measure(mention.code):
        case Measure.BACKUPS:
            return secure or bool(_KEEPS.search(words)) or not _RETENTION.search(words)
        case Measure.ACCESS_CONTROL:
            return not _OWN_LOGIN.search(words)
        case Measure.ENCRYPTION:
            around = words[max(0, mention.start - 45) : mention.end + 45]
            return bool(_AT_REST.search(around)) or not _TLS.search(around)
        case Measure.PHYSICAL:
            return not _PASSWORD.search(words)
        case Measure.TLS:
            return True
        case _:
            return secure or len(named) > 12 or _SECURITY.search(words) is not None
