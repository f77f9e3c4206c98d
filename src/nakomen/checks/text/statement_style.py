"""How the statement is written: plain, firm, in the language of who reads it, and unbroken."""

import re

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    UNSEEN,
    Answers,
    Span,
    Verdict,
    amiss,
    if_any,
    missing,
    vague,
)
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Told

_LONG = 26.0


@rule("art12-1-plain-language")
def plain(told: Told) -> Answers:
    """Sentences of running text are not too long on average."""
    lengths = [
        len(s.low.split())
        for s in told.said
        if not s.is_heading and not s.is_item and s.low.rstrip().endswith((".", "!", "?"))
    ]
    if len(lengths) < 10:
        return NOT_APPLICABLE
    return vague() if sum(lengths) / len(lengths) > _LONG else OK


_HEDGE = Pattern(
    r"\b(?:mogelijk(?:erwijs)?|eventueel|wellicht|doorgaans|gewoonlijk|in beginsel|"
    r"in principe|over het algemeen|van tijd tot tijd|kunnen (?:wij|we)|(?:wij|"
    r"we) kunnen|may|might|possibly|generally|from time to time)\b"
)
_LIMITLESS = Pattern(
    r"(?:elk|elke|alle|ieder|iedere|every|any|all)\b.{0,40}(?:contact|interactie|"
    r"aspect|wijze|manier|interaction|way)\b.{0,120}(?:kunnen (?:wij|we)|"
    r"may)\b.{0,60}(?:verkrijgen|verzamelen|gebruiken|obtain|collect|use)"
)
_PER_THOUSAND = 15.0


@rule("art12-1-no-hedging")
def no_hedging(told: Told) -> Answers:
    """The text says what is done rather than what may be done."""
    limitless = told.places(("elk", "alle", "ieder", "every", "any", " all "), _LIMITLESS)
    words = max(told.facts.statement.words, 1)
    hedges = [s for s in told.said if not s.is_heading and _HEDGE.search(s.low)]
    often = words > 600 and 1000 * len(hedges) / words > _PER_THOUSAND
    if limitless:
        return vague(*limitless)
    return vague(hedges[0].span) if often else OK


_DUTCH_FIRM = re.compile(
    r"\b[1-9]\d{3}\s?[a-z]{2}\b|\+31|\bkvk\b|chamber of commerce|the netherlands"
)


@rule("art12-1-language-of-audience")
def dutch(told: Told) -> Answers:
    """A Dutch company tells it in Dutch."""
    if told.facts.statement.language != "en":
        return OK if told.facts.statement.language == "nl" else NOT_APPLICABLE
    if told.has("dutch version", "nederlandse versie", "available in dutch", "in het nederlands"):
        return OK
    return missing() if _DUTCH_FIRM.search(told.low) else NOT_APPLICABLE


_DOCUMENT = re.compile(
    r"\b(?:onze|ons|our|de|the|een|aparte)\s{1,3}((?:cookie|verwerkers?|verwerkings|"
    r"bewerkers?|bewaar|privacy|klachten)[ -]?(?:verklaring|beleid|statement|policy|"
    r"overeenkomst|regeling|protocol|disclaimer))\b"
)
_KINDS = ("cookie", "verwerk")


@rule("art12-1-referenced-docs-exist")
def documents(told: Told) -> Answers:
    """A document has one name; whether it opens is not seen here."""
    named: dict[str, dict[str, Span]] = {}
    for found in _DOCUMENT.finditer(told.low):
        kind = next((k for k in _KINDS if found[1].startswith(k)), None)
        if kind and "overeenkomst" not in found[1]:
            name = re.sub(r"[ -]", "", found[1])
            named.setdefault(kind, {}).setdefault(name, Span(found.start(1), found.end(1)))
    for names in named.values():
        if len(names) > 1:
            return amiss(Verdict.CONTRADICTION, *list(names.values())[1:2])
    return UNSEEN if named else NOT_APPLICABLE


_WORD = re.compile(r"\w+")
_RUN = 4
_WITHIN = 10
_DOUBLED = Pattern(r"\b(?:de de|het het|een een|van van|wij wij|en en|the the|of of|and and)\b")
_BROKEN = Pattern(r"\been \w{2,24}ende \w{2,24}(?:gevend|ende) \w{2,24}ing\b")


@rule("art12-1-translation-quality")
def whole_sentences(told: Told) -> Answers:
    """No sentence says the same words twice in one breath."""
    found = [s.span for s in told.said if not s.is_heading and _stutters(s.low)]
    found += told.places(
        (
            "de de",
            "het het",
            "een een",
            "van van",
            "wij wij",
            "en en",
            "the the",
            "of of",
            "and and",
        ),
        _DOUBLED,
    )
    found += told.places(("gevend",), _BROKEN)
    return if_any(Verdict.WRONG, dict.fromkeys(found))


def _stutters(low: str) -> bool:
    """Four words come again within ten, in running text."""
    words = _WORD.findall(low)
    seen: dict[tuple[str, ...], int] = {}
    for at in range(len(words) - _RUN + 1):
        run = tuple(words[at : at + _RUN])
        before = seen.get(run)
        if before is not None and _RUN <= at - before <= _WITHIN and sum(map(len, run)) > 14:
            return True
        seen[run] = at
    return False
