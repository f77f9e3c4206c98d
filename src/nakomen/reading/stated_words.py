"""What a sentence states by its words alone: whose data, where it comes from, how news goes out."""

import re
from collections.abc import Iterator
from typing import Any

from nakomen.reading.find.promises.worded import channels
from nakomen.reading.words.durations import durations

Entry = dict[str, Any]
_PEOPLE = re.compile(
    r"(?:\w{0,14}klanten|\w{0,12}bezoekers|\w{0,14}leveranciers|\w{0,12}sollicitanten|\w{0,12}relaties|"
    r"\w{0,12}gebruikers|\w{0,12}medewerkers|werknemers|contactpersonen|prospects|vrijwilligers|"
    r"stagiairs?|leden|deelnemers|abonnees|huurders|ouders|leerlingen|pati[eë]nten|cli[eë]nten|"
    r"donateurs|bestuurders|wederverkopers|(?:\w{2,12}\s)?(?:customers|clients|visitors|suppliers|"
    r"employees|users|members|relations|contacts|volunteers|subscribers)|(?:job\s)?applicants|"
    r"contact\s+persons|resellers|zakelijke\s+relaties)",
    re.I,
)
_OF_WHOM = re.compile(
    r"\b(?:verwerk|gebruik|verzamel|bewa|hebben|process|collect|use|keep|store|hold)\w{0,4}\b[^.;:]{0,40}?"
    r"\b(?:persoonsgegevens|gegevens|(?:personal\s+)?data|information)\s+(?:van|over|of|about|on)\s+"
    r"(?:(?:de\s+)?volgende\s+\w{4,12}:\s+)?(?P<list>[^.;:()]{4,200})",
    re.I,
)
_FROM_WHERE = re.compile(
    r"\b(?:bronnen|sources)\s*(?::|,?\s+(?:zoals|namelijk|te\s+weten|such\s+as|namely))\s+"
    r"(?P<list>[^.;:()]{4,200})",
    re.I,
)
_BETWEEN = re.compile(r"\s*,\s*(?:(?:en|and)\s+)?|\s+(?:en|and)\s+", re.I)
_ARTICLE = re.compile(r"(?:onze|de|our|the)\s+", re.I)
_CHANGES = re.compile(
    r"\b(?:ge)?(?:wijzig|aanpas|verander|herzie|chang|updat|amend|revis)\w{0,5}", re.I
)
_STATEMENT = re.compile(r"verklaring|statement|beleid|policy|notice|reglement", re.I)
_TELLS = re.compile(
    r"\b(?:laten\b.{0,60}\bweten|let\s+you\s+know|inform\w{0,6}|op\s+de\s+hoogte|meld(?:en|t)|"
    r"bericht(?:en)?|notif\w{1,6}|tell\s+you|aankondig\w{0,3}|kondigen\b.{0,40}\baan)\b",
    re.I,
)
_MATTERS = re.compile(
    r"wezenlijk|belangrijk|ingrijpend|substanti|grote\s+wijzig|gevolgen\s+heeft|material|significant",
    re.I,
)


def groups(words: str) -> list[str]:
    """
    Whose data it is, where all that stand behind "gegevens van" are groups of people.

    >>> groups("Wij verwerken gegevens van klanten en websitebezoekers.")
    ['klanten', 'websitebezoekers']
    >>> groups("Wij verwerken gegevens van de camera en klanten.")
    []
    """
    found = _OF_WHOM.search(words)
    named = [_ARTICLE.sub("", one, count=1).lower() for one in _listed(found)]
    return named if all(_PEOPLE.fullmatch(one) for one in named) else []


def sources(words: str) -> list[str]:
    """
    Where data comes from, if a list of sources follows.

    >>> sources("Wij krijgen gegevens uit andere bronnen: het Handelsregister en wederverkopers.")
    ['het Handelsregister', 'wederverkopers']
    """
    return list(_listed(_FROM_WHERE.search(words)))


def _listed(found: re.Match[str] | None) -> Iterator[str]:
    """The parts of a list, the words between them left out."""
    if found:
        parts = (" ".join(part.split()) for part in _BETWEEN.split(found["list"]))
        yield from (part for part in parts if part)


def notice(words: str, *, certain: bool = False) -> Entry:
    """
    How and when people hear of a new statement; nothing where it is not said that they do.

    *certain*: that they do is known already.

    >>> notice("Wijzigen wij deze verklaring, dan laten wij dat 30 dagen vooraf per e-mail weten.")
    {'channels': ['email'], 'before': 'P30D'}
    """
    if not certain and not all(part.search(words) for part in (_CHANGES, _STATEMENT, _TELLS)):
        return {}
    before = next((term.period.iso for term in durations(words)), None)
    part = {
        "channels": channels(words),
        "material": bool(_MATTERS.search(words)) or None,
        "before": before,
    }
    return {key: value for key, value in part.items() if value not in (None, [])}
