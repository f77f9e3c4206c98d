"""The document itself: title, version, dates, language."""

import re

from nakomen.reading.facts import Quote, StatementFacts, Tension
from nakomen.reading.text.language import language_of
from nakomen.reading.text.sentences import Role, Sentence, plain
from nakomen.reading.words.quick import Quick
from nakomen.terms import Text

_NAMES = (
    "januari|january|jan februari|february|feb maart|march|mrt april|apr mei|may juni|june|jun "
    "juli|july|jul augustus|august|aug september|sept|sep oktober|october|okt|oct "
    "november|nov december|dec"
)
_MONTHS = {
    name: number
    for number, names in enumerate(_NAMES.split(), start=1)
    for name in names.split("|")
}
_MONTH = "|".join(sorted(_MONTHS, key=len, reverse=True))
_YEAR = r"(?P<y{0}>(?:19|20)\d\d)"
_DATE = re.compile(
    r"(?<![\d.])(?:"
    rf"(?P<d1>\d{{1,2}})(?:e|ste|de|st|nd|rd|th)?\s+(?P<m1>{_MONTH})\.?,?\s+{_YEAR.format(1)}"
    rf"|(?P<m4>{_MONTH})\s+(?P<d4>\d{{1,2}})(?:st|nd|rd|th)?,\s*{_YEAR.format(4)}"
    rf"|(?P<d2>\d{{1,2}})[-/.](?P<m2>\d{{1,2}})[-/.]{_YEAR.format(2)}"
    r"|(?P<d6>\d{1,2})[-/.](?P<m6>\d{1,2})[-/.](?P<y6>\d\d)"
    rf"|{_YEAR.format(3)}[-/](?P<m3>\d{{1,2}})[-/](?P<d3>\d{{1,2}})"
    rf"|(?P<m5>{_MONTH})\.?\s+{_YEAR.format(5)}"
    r")(?!\d)",
    re.I,
)
_KIND = (
    r"privacy[- ]?(?:en[- ]cookie)?[- ]?(?:verklaring|statement|beleid|policy|reglement|notice|"
    r"voorwaarden|document|bepalingen|regels|informatie|charter)|"
    r"verklaring\s+(?:(?:over|omtrent|inzake)\s+)?(?:gegevensbescherming|privacy)|"
    r"gegevensbeschermings?(?:verklaring|beleid)|data\s+protection\s+(?:notice|statement|policy)|"
    r"privacy-?\s*(?:en|&|and)\s*cookie\w*(?:\s*(?:verklaring|statement|beleid|policy))?"
)
_TITLE = Quick(rf"\b(?:{_KIND})", re.I)
_WEAK_TITLE = Quick(r"\bprivacy\b", re.I)
_FIRST_TITLE = re.compile(r"\b(?:privacy|gegevens|persoonsgegevens|personal\s+data)\b", re.I)
_STOPPED = re.compile(r"(?:[a-zß-ÿ]{2}\.|[?!;,])\Z")
_LETTERS = re.compile(r"[^\W\d_]+")
_BY_A_DATE = frozenset({"versie", "version", "datum", "date", "d", "te", "van", "op", "maandag"})
_VERSION = re.compile(
    r"\b(?:versie|version)(?:nummer|\s+nr\.?|\s+number)?[\s:]{1,3}v?(\d{1,4}(?:\.\d{1,3}){0,2}[a-z]?)\b"
    rf"(?![\d/-]|\.\d|\s+(?:{_MONTH})\b)|\bv(\d{{1,2}}\.\d{{1,2}})\b",
    re.I,
)
_CHANGED = Quick(
    r"\b(?:laatst\w*\s+(?:is\s+)?(?:\w+\s+){0,2}(?:gewijzigd|bijgewerkt|aangepast|herzien|"
    r"geactualiseerd|"
    r"ge-?update|wijziging|update|aanpassing)|(?:gewijzigd|bijgewerkt|herzien|aangepast|"
    r"vastgesteld|opgesteld|gepubliceerd)\s+(?:is\s+)?(?:op|per|in|d\.d\.|te\s+[A-Z])|"
    r"last\s+(?:\w+\s+)?(?:updated|modified|changed|revised|update)|(?:updated|revised)\s+on|"
    r"(?:bijgewerkt|gewijzigd|herzien|aangepast|update)\s*:|(?:verklaring|versie|tekst|statement|"
    r"document|beleid|stuk|reglement|policy|notice)\s+(?:(?:is|dateert)\s+)?van(?=\s+\d)|"
    r"vastgesteld\s+door\s+(?:\w+\s+){1,4}op|last\s+reviewed|"
    r"\brevisie\b|\brevision\b|\bversie\b|\bversion\b|\bdatum\b|\bdate\b|\bd\.d\.)",
    re.I,
)
_EFFECTIVE = Quick(
    r"\b(?:met\s+ingang\s+van|gaat\s+in\s+(?:op|per)|geldig\s+vanaf|applies\s+from|in\s+effect|"
    r"ingangsdatum|ingaande|in\s+werking|van\s+kracht|geldig\s+(?:van|met|per|sinds|v\.?a\.)|"
    r"geldt\s+(?:vanaf|per|sinds)|"
    r"van\s+toepassing\s+(?:vanaf|per|sinds)|effective|in\s+force|valid\s+(?:from|as))",
    re.I,
)
_OF_THE_LAW = Quick(
    r"\bAVG\b|\bGDPR\b|\bWbp\b|verordening|wetgeving|\bwet\b|regulation|uitspraak|\bHof\b|court|"
    r"richtlijn|ruling",
    re.I,
)
_ASIDE = re.compile(r"\s*\([^()]{1,80}\)")
_REPLACED = re.compile(r"\b(?:vervangt|replaces|vorige|previous)\b", re.I)
_DOCUMENT = re.compile(
    r"verklaring|beleid|versie|statement|policy|reglement|notice|document|voorwaarden|version|"
    r"pagina|page",
    re.I,
)


def read_statement(text: str, sentences: tuple[Sentence, ...]) -> StatementFacts:
    """What *text* says of itself. The date on which a law came into force is not its date."""
    changed, effective, line = _dates(sentences)
    return StatementFacts(
        title=_title(sentences),
        version=_version(sentences),
        date=changed or effective or line,
        effective=effective,
        language=language_of(text),
        words=len(text.split()),
    )


def date_tensions(sentences: tuple[Sentence, ...]) -> list[Tension]:
    """A dateline above that differs from the date of the last change below."""
    lines = [(s, d) for s in _edges(sentences)[:5] if (d := _dateline(s))]
    lines = [(s, d) for s, d in lines if not _CHANGED.search(s.words)]
    later = [(s, d) for s in sentences if (d := _labelled(s, _CHANGED))]
    if not lines or not later or later[-1][1].startswith(lines[0][1]):
        return []
    quotes = [Quote(quote=s.text, start=s.start) for s in (lines[0][0], later[-1][0])]
    message = Text(
        "De verklaring noemt twee datums die niet overeenkomen.",
        "The statement gives two dates that disagree.",
    )
    return [Tension(kind="dates_disagree", message=message, quotes=tuple(quotes))]


def iso_date(words: str) -> str | None:
    """
    The first date in *words*, Dutch or English, day before month.

    >>> iso_date("dinsdag, 18 december 2018"), iso_date("16/12/2019"), iso_date("maart 2018")
    ('2018-12-18', '2019-12-16', '2018-03')
    """
    for found in _DATE.finditer(words):
        parts = {k[0]: v for k, v in found.groupdict().items() if v is not None}
        month = _MONTHS.get(parts["m"].casefold()) or int(parts["m"])
        day = int(parts.get("d", 1))
        year = parts["y"] if len(parts["y"]) == 4 else f"20{parts['y']}"
        if 1 <= month <= 12 and 1 <= day <= 31:
            return f"{year}-{month:02}" + (f"-{day:02}" if "d" in parts else "")
    return None


def _title(sentences: tuple[Sentence, ...]) -> str | None:
    """A line that names the kind of document; else a first heading on privacy."""
    lines = [s for s in sentences[:8] if s.role in (Role.HEADING, Role.PROSE)]
    short = [plain(s.words) for s in lines if len(s.words) <= 120]
    titles = [words for words in short if words and not _STOPPED.search(words)]
    headings = [plain(s.words) for s in lines[:3] if s.role is Role.HEADING]
    first = [words for words in headings[:1] if _FIRST_TITLE.search(words)]
    weak = [words for words in titles if _WEAK_TITLE.search(words) and words in headings]
    strong = [words for words in titles if _TITLE.search(words)]
    return next(iter([*strong, *weak, *first]), None)


def _version(sentences: tuple[Sentence, ...]) -> str | None:
    for sentence in _edges(sentences):
        if found := _VERSION.search(sentence.words):
            return found.group(1) or found.group(2)
    return None


def _dates(sentences: tuple[Sentence, ...]) -> tuple[str | None, str | None, str | None]:
    """The date of the last change, the effective date, and the dateline."""
    changed = [d for s in sentences if (d := _labelled(s, _CHANGED))]
    effective = [d for s in sentences if (d := _labelled(s, _EFFECTIVE))]
    lines = [d for s in _edges(sentences) if (d := _dateline(s))]
    return (
        changed[-1] if changed else None,
        effective[0] if effective else None,
        lines[0] if lines else None,
    )


def _labelled(sentence: Sentence, label: Quick) -> str | None:
    """The date that follows the last *label* closely, if the sentence speaks of this document."""
    words = sentence.words
    if not any(map(str.isdigit, words)):
        return None
    if _OF_THE_LAW.search(words) and not _DOCUMENT.search(words):
        return None
    dates = [_date_after(words, found) for found in label.finditer(words)]
    told = [date for date in dates if date]
    return told[-1] if told else None


def _date_after(words: str, label: re.Match[str]) -> str | None:
    if _REPLACED.search(words, max(0, label.start() - 30), label.start()):
        return None
    after = words[label.start() : label.end() + 80]
    if replaced := _REPLACED.search(after):
        after = after[: replaced.start()]
    return None if _OF_THE_LAW.search(after) else iso_date(after)


def _dateline(sentence: Sentence) -> str | None:
    """A short line with hardly more than a place and a date: "Utrecht, 3 mei 2021"."""
    words = _ASIDE.sub("", sentence.words)
    found = _DATE.search(words) if len(words) < 60 else None
    if not found:
        return None
    rest = words[: found.start()] + words[found.end() :]
    if _OF_THE_LAW.search(rest) or not all(map(_may_stand_by_a_date, _LETTERS.findall(rest))):
        return None
    return iso_date(words)


def _may_stand_by_a_date(word: str) -> bool:
    return word[0].isupper() or word in _BY_A_DATE


def _edges(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """The top and the bottom of the document, where versions and datelines stand."""
    return sentences if len(sentences) <= 20 else sentences[:12] + sentences[-8:]
