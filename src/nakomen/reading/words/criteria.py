"""What decides how long where no number does: "zolang u klant bent", "wettelijke termijn"."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.words.quick import Quick
from nakomen.terms import Criterion

_ANCHOR = Quick(
    r"\b(?:\bzo\s?lang\w{0,3}(?:\s+als)?\b|\bgedurende\b|\btijdens\b|"
    r"\b(?:niet|nooit|geen)\s+langer\s+(?:\w+\s+){0,3}dan\b|\blanger\s+dan\b|"
    r"\btotdat\b|(?<!toegang )\btot\s+(?:(?:uw|jouw|de|het|aan)\s+){0,2}(?:u|je|jij|moment|"
    r"einde|klant|"
    r"beëindiging|opzegging|afmeld\w{1,4}|uitschrijv\w{1,4}|intrekk\w{1,4}|wederopzegging)\b|"
    r"\buntil\b|\b(?:for\s+)?as\s+long\s+as\b|\bno(?:t\s+\w{1,6})?\s+longer\s+(?:\w+\s+)?than\b|"
    r"\bfor\s+the\s+(?:duration|term|period)\b|\bfor\s+the\s+time\b)",
    re.I,
)
_WHY = {
    Criterion.STATUTORY: r"wettelijk\w{0,2}|\bwet\b|wetgeving|bewaarplicht|toepasselijke\s+termijn|"
    r"\bverplicht\w{0,6}|fiscale?|\blaw\b|statutory|legally|legal\b",
    Criterion.PURPOSE: r"noodzakelijk|\bnodig\b|vereis\w{1,2}|\bdoel(?:en|einden?|"
    r"stelling\w{0,3})?\b|"
    r"waarvoor|necessary|needed|required?|purposes?",
    Criterion.UNTIL_WITHDRAWN: r"\bafmeld\w{0,4}|\bafgemeld|uitschrijf\w{0,2}|uitschrijv\w{0,4}|"
    r"uitgeschreven|ingeschreven|aangemeld|toestemming|intrek\w{0,4}|ingetrokken|bezwaar|"
    r"geabonneerd|\bverwijdert\b|"
    r"unsubscribe\w?|consent|withdraw\w{0,2}|opt[- ]?out|subscribed",
    Criterion.WHILE_CUSTOMER: r"\bklant\w{0,8}|\bcli[eë]nt\w{0,8}|\baccount|abonne\w{1,7}|"
    r"overeenkomst|"
    r"leerling\b|\blid\b|\bleden\b|pati[eë]nt|huurder|deelnemer|\bmember|\bstudent|"
    r"contract\w{0,6}|\bopdracht\b|\bdomein\w{0,6}|\bactief\b|diensten?\b|dienstverlening|samenwerk\w{1,4}|\w{0,8}relatie\b|lidmaatschap|"
    r"\bcustomer|agreement|\bservices?\b|subscription|\bclient\b",
    Criterion.UNTIL_OVERWRITTEN: r"overschreven|overwritten",
}
_FIRST = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{why.name}>{words})' for why, words in _WHY.items())})", re.I
)
_TERM = r"(?:bewaar)?(?:termijn\w{0,2}|periode|duur)"
_DUTY = (
    r"(?:wettelijke|administratieve|fiscale|legal|statutory)\s+(?:\w+\s+)?"
    r"(?:verplichting\w{0,2}|plicht|obligation\w?|requirement\w?|duty)"
)
_KEEPING = r"(?:\bbewa(?:ar|ren)|\bretain|\bretention|\bkeep|\bkept)"
_PHRASES = {
    Criterion.TERM_ENDED: r"(?:verstrijken|afloop|einde|ommekomst)\s+van\s+"
    rf"(?:\w+\s+){{0,3}}{_TERM}\b|"
    rf"{_TERM}\s+(?:is\s+)?(?:\w+\s+)?(?:verstreken|verlopen|voorbij|afgelopen|verstrijkt|eindigt)|"
    r"(?:after|at\s+the\s+end\s+of)\s+(?:this|the|that)\s+(?:retention\s+)?period|"
    rf"na\s+(?:deze|die|dit)\s+{_TERM}",
    Criterion.PURPOSE: r"tot(?:dat)?\s+(?:we|wij)\s+(?:zeker\s+)?weten\s+dat|"
    r"tot(?:dat)?\s+(?:\w+\s+){1,6}"
    r"(?:is|zijn)\s+(?:afgehandeld|beantwoord|opgelost)|"
    r"niet\s+(?:meer|langer)\s+(?:\w+\s+){0,3}(?:nodig|noodzakelijk|relevant|"
    r"doel\w{0,6})|"
    r"no\s+longer\s+(?:needed|necessary|required|relevant)",
    Criterion.UNTIL_WITHDRAWN: r"(?:schrijft|schrijf|meldt|meld)\s+(?:u|je)\s+(?:zich\s+|je\s+)?"
    r"(?:\w+\s+){0,5}"
    r"(?:uit|af)\b|na\s+(?:uw\s+|je\s+)?(?:afmelding|uitschrijving\s+voor\s+de\s+nieuwsbrief)|"
    r"once\s+you\s+unsubscribe",
    Criterion.UNLIMITED: r"onbepaalde\s+(?:tijd|duur)|onbeperkte?\s+(?:tijd|duur|bewaard|"
    r"opgeslagen)|"
    r"voor\s+altijd|indefinite(?:ly)?\b|unlimited\s+(?:time|period)",
    Criterion.ARCHIVE: r"archiefdoeleinden|archiveringsdoeleinden|archiv(?:e|ing)\s+purposes",
    Criterion.STATUTORY: r"wettelijke?\s+(?:bewaar\w{4,12}|termijn\w{0,2}|plicht)|"
    r"(?:fiscale\s+)?bewaarplicht|"
    rf"{_DUTY}\b.{{0,60}}{_KEEPING}|{_KEEPING}.{{0,60}}{_DUTY}",
}
_SAID = re.compile(
    rf"\b(?:{'|'.join(f'(?P<{why.name}>{words})' for why, words in _PHRASES.items())})", re.I
)
_CLAUSE_END = re.compile(r"[;.]|,\s+(?:tenzij|maar|mits|unless|but|en\s+(?:wij|worden))\b", re.I)
_EXCEPTION = re.compile(r"\b(?:tenzij|behalve|unless|except)\b.{0,80}\Z", re.I)
_NEGATED = Quick(r"\b(?:niet|nooit|geen|not|never)\s+(?:\w+\s+){0,2}\Z", re.I)
_REACH = 90


@dataclass(frozen=True, kw_only=True)
class Reason:
    """``start`` is where what is kept stands before; from ``end`` on it may stand after."""

    criterion: Criterion
    start: int
    end: int


def reasons(words: str) -> Iterator[Reason]:
    """
    Each criterion once, in the order of its words.

    >>> [r.criterion.value for r in reasons("Wij bewaren dit zolang u klant bent")]
    ['while_customer']
    """
    told: set[Criterion] = set()
    for reason in sorted([*_anchored(words), *_said(words)], key=lambda r: r.start):
        if reason.criterion not in told and not _EXCEPTION.search(words, 0, reason.start):
            told.add(reason.criterion)
            yield reason


def _anchored(words: str) -> Iterator[Reason]:
    """The first ground within reach of "zolang", "tot", "niet langer dan"."""
    for anchor in _ANCHOR.finditer(words):
        stop = anchor.end() + _REACH
        if clause := _CLAUSE_END.search(words, anchor.end(), stop):
            stop = clause.start()
        if found := _FIRST.search(words, anchor.start() + 3, stop):
            yield Reason(
                criterion=Criterion[found.lastgroup or ""], start=anchor.start(), end=found.end()
            )


def _said(words: str) -> Iterator[Reason]:
    for found in _SAID.finditer(words):
        before = words[max(0, found.start() - 30) : found.start()]
        if found.lastgroup != Criterion.UNLIMITED.name or not _NEGATED.search(before):
            yield Reason(
                criterion=Criterion[found.lastgroup or ""], start=found.start(), end=found.start()
            )
