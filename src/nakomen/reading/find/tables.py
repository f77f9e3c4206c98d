"""Tables of receivers: which column names them, what they are for and where they are."""

import re
from dataclasses import dataclass

from nakomen.reading.text.sentences import Role, Sentence

_NAME = re.compile(
    r"(?:naam|bedrijf|partij\w{0,2}|ontvangers?|(?:sub-?)?\(?(?:sub-?)?\)?verwerkers?|organisatie|leveranciers?|"
    r"derden?|derde\s+partij\w{0,2}|dienst(?:verlener)?s?|aanbieder|provider|partner|"
    r"wie|name|company|recipients?|(?:sub-?)?processors?|supplier|vendor|party|third\s+party|service|met\s+wie)\b",
    re.I,
)
_PURPOSE = re.compile(
    r"(?:doel\w{0,6}|waarvoor|waarom|functie|reden|soort\s+dienst|omschrijving|activiteit|taak|"
    r"type\s+dienst|purpose|why|what\s+for|description|dienst(?:verlening)?|service|soort|rol)\b",
    re.I,
)
_COUNTRY = re.compile(
    r"(?:land|locatie|vestiging\w{0,6}|plaats|waar|regio|country|location|region|opslag)\b", re.I
)
_PROCESSES = re.compile(r"verwerker|processor", re.I)
_WHO = re.compile(
    r".{0,20}?(?:ontvanger|verwerker|derde|leverancier|partij|aanbieder|provider|partner|recipient|"
    r"processor|third|supplier|vendor|met\s+wie)",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class ReceiverRow:
    """One row below a head that has a column for receivers; cells as written."""

    sentence: Sentence
    name: str
    purpose: str | None
    country: str | None
    processor: bool


def receiver_row(sentence: Sentence) -> ReceiverRow | None:
    """The row as one of receivers, where a column of its table names them."""
    if sentence.role is not Role.ROW or not sentence.columns:
        return None
    named, told = cells(sentence.columns), cells(sentence.text)
    column = _column(named, _WHO)
    if column is None and _WHO.search(f"{sentence.lead or ''} {sentence.section or ''}"):
        column = _column(named, _NAME)
    if column is None or column >= len(told) or not told[column]:
        return None
    return ReceiverRow(
        sentence=sentence,
        name=told[column],
        purpose=_other(named, told, _PURPOSE, column),
        country=_other(named, told, _COUNTRY, column),
        processor=_PROCESSES.search(named[column]) is not None,
    )


def cells(text: str) -> list[str]:
    """
    >>> cells("| Post | bezorging |"), cells("Post\\tbezorging")
    (['Post', 'bezorging'], ['Post', 'bezorging'])
    """
    mark = "|" if "|" in text else "\t" if "\t" in text else "  "
    return [cell.strip(" *_") for cell in text.strip("| \n").split(mark)]


def _other(named: list[str], told: list[str], kind: re.Pattern[str], but: int) -> str | None:
    at = _column(named, kind, but)
    return told[at] or None if at is not None and at < len(told) else None


def _column(named: list[str], kind: re.Pattern[str], but: int | None = None) -> int | None:
    return next((n for n, cell in enumerate(named) if n != but and kind.match(cell)), None)
