"""Keeping and destroying in Dutch and English: the verbs, how they bind, and their traps."""

import re

from nakomen.reading.words.durations import Duration
from nakomen.reading.words.quick import Quick
from nakomen.records import Act
from nakomen.terms import Bound

KEEP = Quick(
    r"\b(?:bewaar|bewar(?:en|ing)|opslag(?:termijn|duur|periode)|retentie|opgeslagen|"
    r"\bopslaan\b|\bslaan\b.{0,80}\bop\b|"
    r"archiver|gearchiveerd|aangehouden|\bhoud(?:en)?\s+(?:wij|we|ik)\s+(?!ons\b|rekening|toezicht|er\b)|"
    r"\b(?:wij|we|ik)\s+houd(?:en)?\s+(?!ons\b|rekening|toezicht|er\b|van\b)|\bblij(?:ft|ven)\b.{0,60}\bliggen\b|"
    r"blijven\b.{0,60}\bstaan\b|beschikbaar\s+blijven|"
    r"\bretain|\bretention|\bkeep\b|\bkept\b|\bstored?\b|\bstorage\s+period|\bhold\b)",
    re.I,
)
GO = Quick(
    r"\b(?:verwijder(?!baar)|\bgewist\b|\bwissen\b|vernietig|overschr[ei]j?v|opgeschoond|geschoond|"
    r"versnipper|\b(?:gaan|gaat|gooi(?:en|t)?|halen)\b.{0,60}\bweg\b|weggegooid|weggehaald|weghalen|"
    r"papierbak|\broteren\b|\brolled\s+over|\bwis\s+ik\b|\bik\s+wis\b|backups?\s+expire|"
    r"\bremov(?:e|ed|al)\b|verdwijn(?:t|en)\b|\bpurge|\bshred|"
    r"anonimiser|geanonimiseerd|\bdelet(?:e|ed|ion)\b|\beras(?:e|ed|ure)\b|\bdestroy|anonymi[sz])",
    re.I,
)
HINTS = (
    *(
        "bewa",
        "opslag",
        "opgeslagen",
        "opslaan",
        "slaan",
        "retent",
        "archiv",
        "archief",
        "aangehouden",
    ),
    *(
        "blijven",
        "retain",
        "keep",
        "kept",
        "stor",
        "hold",
        "verwijder",
        "gewist",
        "wissen",
        "verniet",
    ),
    *("overschr", "schoond", "versnipper", "weg", "remov", "anonimi", "anonymi", "delet", "eras"),
    *(
        "destroy",
        "jaar",
        "jaren",
        "maand",
        "dagen",
        "dag ",
        "week",
        "weken",
        "year",
        "month",
        "days",
    ),
    *("zolang", "zo lang", "langer", "longer", "as long", "termijn", "period", "totdat", "until"),
    *(
        "tot ",
        "wis ",
        "expire",
        "gedurende",
        "kwartaal",
        "uur",
        "roter",
        "rolled",
        "opvatten",
        "verdwij",
        "purge",
    ),
)
"""A sentence without any of these, in lower case, says nothing of keeping or destroying."""
TERM_SECTION = Quick(
    r"\b(?:bewaar(?:termijn|periode|duur|plicht|beleid)|periods\b|termijnen\b|hoe\s*lang|welke\s+periode|\bbewaren|bewaard|\bretention|"
    r"how\s+long)",
    re.I,
)
HERS = re.compile(
    r"\b(?:\b(?:u|je|jij|men|betrokkenen?|relaties|klanten|gebruikers?|"
    r"you)\s+(?:\w+\s+){0,3}(?:kunt|kan|kunnen|"
    r"mag|can|may)\b|\b(?:kunt|kan|mag|can|may)\s+(?:u|je|jij|you)\b|\brecht(?:en)?\s+(?:heeft|"
    r"hebt|op|om)\b|"
    r"\b(?:heeft|hebt|hebben|have|has)\b.{0,30}\b(?:recht|mogelijkheid|right)\b|"
    r"\bright\s+to\b|\bmogelijkheid\b|verzoek\w*\s+(?:om|tot)\b|(?:op|na)\s+(?:uw|jouw|"
    r"je)\s+verzoek|\brequest)",
    re.I,
)
"""She may ask for it: a right, not an end of the term."""
OURS = Quick(r"\b(?:behouden\s+(?:wij|we)\s+ons|recht\s+voor\b|reserve\s+the\s+right)", re.I)
ARREARS = Quick(
    r"\b(?:betaling\b.{0,60}(?:uitblijft|uitblijven|achterwege)|niet\s+(?:tijdig\s+)?betaal|"
    r"\bwanbetaling|"
    r"non-?payment|payment\b.{0,30}overdue)",
    re.I,
)
HEDGED = Quick(
    r"\b(?:\b(?:kan|kunnen)\b.{0,30}(?:resulteren|leiden)|in\s+beginsel|in\s+principe|"
    r"in\s+principle)",
    re.I,
)
TREATED_AS_ERASURE = Quick(
    r"\b(?:(?:opvatten|beschouwen|behandelen|\bzien\b|\btreat)\b.{0,30}\b(?:als|as)\b.{0,20}"
    r"(?:vergeetverzoek|verwijder(?:ings)?verzoek|verzoek\s+(?:tot|om)\s+(?:verwijdering|"
    r"vergetelheid)|"
    r"(?:erasure|deletion)\s+request))",
    re.I,
)
_ERASE = re.compile(
    r"\b(?:verwijder|\bgewist\b|\bwissen\b|vernietig|overschreven|geschoond|versnipper|"
    r"\b(?:gaan|gaat|gooi(?:en|t)?|halen)\b.{0,60}\bweg\b|weggegooid|weggehaald|weghalen|papierbak|"
    r"\broteren\b|\brolled\s+over|\bwis\s+ik\b|\bik\s+wis\b|backups?\s+expire|\bremov|verdwijn(?:t|en)\b|\bpurge|\bshred|"
    r"\bdelet|\beras|\bdestroy)",
    re.I,
)
_BLANK = Quick(r"\b(?:anonimiser|geanonimiseerd|anonymi[sz])", re.I)
_STAYS = Quick(
    r"\b(?:\b(?:niet|nooit|not|never)\s+(?:\w+\s+)?(?:gewist|verwijderd|vernietigd|deleted|"
    r"erased)|niet\s+mogelijk\b.{0,60}\bverwijder)",
    re.I,
)
_ON_REQUEST = Quick(
    r"\b(?:\b(?:tenzij|unless|(?:alleen|slechts|only)\s+(?:als|indien|if|wanneer|when))\s+(?:u|"
    r"je|de\s+klant|you|"
    r"the\s+customer)\b.{0,40}(?:verzoek|vraagt|\bask|\brequest))",
    re.I,
)
_LAW = re.compile(
    r"\b(?:wettelijk|\bwet\b|bewaarplicht|fiscale?\b|belastingdienst|\bverplicht|statutory|\blaw\b|"
    r"\blegal(?:ly)?\b|required\s+by|obligation)",
    re.I,
)
_BOUNDS = re.compile(
    r"\b(?:(?P<least>minimaal|minimum|minimale|minstens|ten\s?minste|in\s+ieder\s+geval|at\s+least|"
    r"ouder\s+(?:zijn\s+)?dan|older\s+than)|"
    r"(?P<most>maxim\w{1,5}|uiterlijk|hooguit|hoogstens|ten\s+hoogste|(?:niet|nooit)\s+langer|"
    r"korter\s+dan|\bbinnen\b|up\s+to|at\s+most|no\s+longer|not\s+longer|\bwithin\b|less\s+than))",
    re.I,
)
_ANSWER = re.compile(
    r"\b(?:reactie|reager\w|antwoord|\breply|\brespon|gehoor\s+geven|inwilligen|"
    r"in\s+te\s+willigen|afgehandeld|"
    r"\bherroep|retour|terugbetal|\bbezorg|(?<!\bna\s)\blever(?:en|ing|tijd)\b|opzegtermijn|betaaltermijn)",
    re.I,
)
_VARIES = re.compile(r"\b(?:range|vary|varies|vari[eë]\w{1,5}|uiteen)\b", re.I)
_ASKED = re.compile(r"verzoek|aanvraag|request", re.I)
_ROTATES = Quick(r"\b(?:overschreven|overschrijven|overwritten|roteren|rolled\s+over)", re.I)


def bound_of(words: str, duration: Duration, done: int) -> Bound:
    """
    How *duration* binds: the nearest word before it decides, then the law, then a range.

    *done* is where the previous duration of the sentence ended.
    """
    near = list(_BOUNDS.finditer(words, max(done, duration.start - 70), duration.start))
    if near:
        return Bound.AT_LEAST if near[-1].lastgroup == "least" else Bound.AT_MOST
    if duration.upper:
        return Bound.AT_MOST
    if _LAW.search(words, max(done, duration.start - 150), duration.end + 60):
        return Bound.AT_LEAST
    return Bound.EXACTLY


def act_of(words: str) -> Act | None:
    """What the sentence says happens at the end."""
    if _STAYS.search(words):
        return Act.ASK if _ON_REQUEST.search(words) else None
    gone, hers = GO.search(words), HERS.search(words)
    if gone and hers and hers.start() < gone.start():
        return None
    if _ERASE.search(words):
        return Act.ERASE
    return Act.BLANK if _BLANK.search(words) else None


def goes(words: str, at: int) -> bool:
    """Whether the verb nearest to *at* destroys; what is overwritten is a term of keeping."""
    if _ROTATES.search(words) or _STAYS.search(words):
        return False
    gone = min((abs(m.start() - at) for m in GO.finditer(words)), default=None)
    kept = min((abs(m.start() - at) for m in KEEP.finditer(words)), default=None)
    return gone is not None and (kept is None or gone < kept)


def is_other_term(words: str, duration: Duration) -> bool:
    """A term for an answer, a delivery, a return: not one for data."""
    around = words[max(0, duration.start - 60) : duration.end + 60]
    if _ANSWER.search(around) or _VARIES.search(
        words[max(0, duration.start - 40) : duration.start]
    ):
        return True
    before = words[max(0, duration.start - 12) : duration.start]
    promptly = re.search(r"binnen|within", before, re.I) is not None
    return promptly and _ASKED.search(words) is not None and not KEEP.search(words)
