"""How far a "not" reaches, who the sentence is about, and which words merely explain."""

import re
from functools import lru_cache

_BREAK = re.compile(
    r"[;:]|,\s+(?:maar|echter|wel|tenzij|behalve|but|unless|except)\b|"
    r"\b(?:maar|tenzij|behalve|anders\s+dan|but|unless|except)\b|\s[–—-]\s"
)
_NO = re.compile(
    r"\b(?:geen|nooit|nimmer|noch|no|neither|never|do\s+not|don't|liever\s+niet)\b", re.I
)
_ONLY_THIS = (
    r"(?!\s+(?:voor|om|langer|zonder|met|aan|door|verder|automatisch|zomaar|alleen|buiten|"
    r"for|to|with|longer)\b)"
)
"""What follows a "not" that denies one use and not the thing."""
_AFTER_ALL = re.compile(
    r"\b\w{2,20}(?:en|t)\s+(?:(?:wij|we|ik)\s+(?:er\s+|het\s+|ze\s+|die\s+|deze\s+|dit\s+)?)(?:ook\s+)?"
    rf"(?:niet|nooit|nimmer|niets)\b{_ONLY_THIS}|"
    r"\b(?:kennen|zien|krijgen|vragen|verwerken|bewaren|gebruiken|registreren|verzamelen|slaan|kijken|"
    r"plaatsen|zetten|hebben|willen|maken|doen|process|ask|store|keep|collect)\b\s+"
    r"(?:(?:wij|we|ik|er|het|ze|die|deze|dit|for|it|them)\s+){0,3}"
    rf"(?:niet|nooit|not|never)\b{_ONLY_THIS}",
    re.I,
)
"""After the thing itself: "Een BSN? Dat verwerken wij niet"."""
_NOT = re.compile(
    r"\b(?:niet|nooit|not|never)\s+(?:\w+\s+){0,3}?(?:opgeslagen|bewaard|verwerkt|verzameld|"
    r"vastgelegd|geregistreerd|gevraagd|gebruikt|opslaan|verwerken|verzamelen|registreren|vragen|"
    r"bewaren|bijgehouden|gelogd|store|stored|collect|collected|process|processed|kept|"
    r"over\s+de|in\s+het\s+bezit)\b"
    r"|\b(?:leggen|slaan|houden)\b[^.;]{0,60}\b(?:niet|niets|nooit)\b[^.;]{0,60}\b(?:vast|op|bij)\b"
    r"|\b(?:weten|kennen|zien|krijgen|verwerken|verzamelen|bewaren|registreren|vragen|verwerkt|verzamelt|bewaart|"
    r"registreert|vraagt|loggen)\b[^.;]{0,160}\b(?:niet|niets|nooit|nimmer)(?:\s+(?:van|over)\s+(?:u|je|jou))?\s*[.,;]?\s*\Z",
    re.I,
)
DEFINES = re.compile(
    r"(?:persoons)?gegevens?\s+(?:is|zijn)\s+(?:\w+\s+){0,2}(?:alle|gegevens|informatie|elk|"
    r"die\s+(?:iets|herleid)|een)|\bverstaan\b|verstaat\s+men|wordt\s+(?:\w+\s+)?bedoeld|"
    r"bedoelen\s+(?:wij|we)|\b(?:heet|heten)\s+(?:dat|dit|een|ook)\b|definitie|in\s+de\s+zin\s+van|"
    r"personal\s+data\s+(?:is|are|means)|\bmeans?\b|\brefers?\s+to|de\s+term\b|het\s+begrip|"
    r"\bis\s+een\s+(?:persoonsgegeven|klein)|cookies?\s+(?:is|zijn|are)\s+(?:een\s+|a\s+)?"
    r"(?:klein|small|eenvoudig)|\bpersoonsgegeven.{0,3}\s+is\b",
    re.I,
)
OURS = re.compile(
    r"\b(?:wij|we|ons|onze|us|our)\b|\b(?:worden|wordt|werden|kunnen|kan|are|is|be)\b", re.I
)
THEIRS = re.compile(
    r"\b(?:zij|ze\s+(?:gebruik|verwerk|mogen|zullen|kunnen|hebben)\w*|deze\s+(?:partij|dienst|partijen|derden|leverancier\w*)|they|these\s+parties)\b",
    re.I,
)


def clause(words: str, at: int) -> tuple[int, int]:
    """Start and end of the stretch around *at* that one "not" governs."""
    start = max((m.end() for m in _BREAK.finditer(words, 0, at)), default=0)
    after = _BREAK.search(words, at)
    return start, after.start() if after else len(words)


@lru_cache(maxsize=64)
def _is_negated(stretch: str) -> bool:
    """Asked again for each thing that the same stretch names."""
    return _NOT.search(stretch) is not None


@lru_cache(maxsize=64)
def _ends_in_no(words: str) -> bool:
    return _AFTER_ALL.search(words) is not None


def denied(words: str, at: int) -> bool:
    """
    Whether what is named at *at* is said not to be there, kept or done.

    >>> text = "Wij bewaren geen kopie van uw paspoort, maar wel uw naam."
    >>> denied(text, text.index("paspoort")), denied(text, text.index("naam"))
    (True, False)
    >>> denied("Uw IP-adres wordt niet opgeslagen.", 3)
    True
    """
    start, stop = clause(words, at)
    if _NO.search(words, start, at):
        return True
    if _is_negated(words[start:stop]):
        return True
    after = _AFTER_ALL.search(words, at) if _ends_in_no(words) else None
    return after is not None and not re.search(r"\b(?:maar|but|wel)\b", words[at : after.start()])
