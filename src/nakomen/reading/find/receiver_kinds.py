"""Unnamed kinds of receivers: "onze leveranciers", "de accountant", "overheidsinstanties"."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import RecipientCategory
from nakomen.reading.find.sharing import (
    denies,
    gives_to,
    role_of_category,
    shares,
    withheld,
)
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.gazetteer import spot
from nakomen.reading.words.receivers import Kind, receivers

_PARTIES = re.compile(
    r"organisaties|partijen|derden|verwerkers|leveranciers|ontvangers|partners|bedrijven|diensten\s+van|"
    r"dienstverleners|instanties|recipients|parties|suppliers|processors|companies|providers|"
    r"\bwie\b|\bwhom?\b",
    re.I,
)
_SOURCE = re.compile(
    r"(?:verkrij\w{1,4}|verkregen|ontvang\w{1,3}|afkomstig|informatie|\w{0,8}sites?|bronnen|klachten|"
    r"gegevens|softwareoplossingen|content|cookies|links?|rechten|toestemming|verzoek(?:en)?|"
    r"opdracht|namens|vragen|obtain\w{0,2}|receive\w?|producten|aanbiedingen|"
    r"data|overzicht|lijst)\s+(?:wij\s+)?(?:van|uit|from|of)\s+(?:\w+\s+){0,2}\Z|"
    r"\blinks?\s+(?:naar|to)\s+(?:\w+\s+){0,4}\Z|\bbezoek\w{0,2}\s+(?:\w+\s+){0,2}\Z",
    re.I,
)
_DEFINES = re.compile(
    r"\bin\s+de\s+zin\s+van\b|\bverstaan\b|wordt\s+(?:hier\s+)?bedoeld|niet\s+verantwoordelijk|"
    r"\bklacht|\bals\s+(?:sub-?)?verwerker\b|\bas\s+(?:a\s+)?processor\b|not\s+responsible",
    re.I,
)
_TO_KEEP = re.compile(
    r"(?:recht(?:en)?\s+van|tegen|bescherm\w{0,3}|belang(?:en)?\s+van|eisen\s+van|"
    r"(?:klacht|melding|melden|bezwaar)\b.{0,40}\b(?:bij|aan)|rights\s+of|complaint\b.{0,40}\bwith)\s+"
    r"(?:\w+\s+){0,2}\Z",
    re.I,
)
_NO_PARTY = re.compile(
    r"(?:voor|om|het|verwerking\w*|als|indien|wanneer|u|wij|we|dit|deze|uw|to|if|when|the)\b", re.I
)
_TAIL = re.compile(r"(?:\s+\w+)?\s+(?:die|welke|dat|who|that|which)\s+[^.,;:()]{8,70}", re.I)
_OURS = re.compile(r"\b(?:onze|ons|mijn|our|my)\s+(?:\w+\s+){0,2}|\bexterne?\s|\bexternal\s", re.I)
_LOOKS_ON = re.compile(
    r"\bzie(?:t|n)\b.{0,60}\bin\b|\bkijk(?:t|en)\b.{0,40}\bmee\b|\binzien\b|\bwerk(?:t|en)\b.{0,60}\bvoor\s+ons\b|"
    r"\bdoe(?:t|n)\b.{0,60}\b(?:administratie|boekhouding)\b|\bverzorg(?:t|en)\b|\bbeher(?:en|t)\b|\bbeheert\b|"
    r"\bsees\b|\bhelps?\b|\bworks?\s+for\s+us\b|\blooks?\s+(?:after|at)\b",
    re.I,
)
_CUT = re.compile(r"[,;(.:]|\s+(?:voor|die|in\s+geval|ten\s+behoeve|for|who|which)\s|\s[–—-]\s")


def read_categories(sentences: tuple[Sentence, ...]) -> tuple[RecipientCategory, ...]:
    """Every mention of an unnamed kind of receiver."""
    return tuple(category for sentence in sentences for category in _categories(sentence))


def one_per_label(mentions: tuple[RecipientCategory, ...]) -> tuple[RecipientCategory, ...]:
    """Each kind once; "derden" only where nothing says which."""
    clear = [m for m in mentions if not m.vague]
    first: dict[str, RecipientCategory] = {}
    for category in clear or mentions:
        first.setdefault(category.label.casefold(), category)
    return tuple(first.values())


def kinds_named(words: str) -> list[Kind]:
    """Kinds of receivers that *words* send data to, vague ones only where nothing is better."""
    named = list(spot(words))
    found = [
        _with_tail(words, kind)
        for kind in receivers(words)
        if not any(name.start < kind.end and kind.start < name.end for name in named)
        and not _SOURCE.search(words[max(0, kind.start - 50) : kind.start])
        and not _TO_KEEP.search(words[max(0, kind.start - 70) : kind.start])
        and not withheld(words, kind.start)
    ]
    clear = [kind for kind in found if not kind.vague]
    return clear or found[:1]


def _with_tail(words: str, kind: Kind) -> Kind:
    """ "Derden die voor ons bezorgen" says which; "derden" does not."""
    tail = _TAIL.match(words, kind.end) if kind.vague else None
    if tail is None:
        return kind
    return Kind(label=words[kind.start : tail.end()].rstrip(), start=kind.start)


def in_list(sentence: Sentence) -> bool:
    """An item below "wij maken gebruik van:" or in a chapter on third parties."""
    if sentence.role not in (Role.ITEM, Role.ROW):
        return False
    lead, section = sentence.lead or "", sentence.section or ""
    if denies(lead) or (denies(section) and not shares(lead)):
        return False
    return shares(lead) or any(_PARTIES.search(words) is not None for words in (lead, section))


def _categories(sentence: Sentence) -> Iterator[RecipientCategory]:
    words = sentence.words
    if sentence.role is Role.HEADING or _DEFINES.search(words):
        return
    lead = f"{sentence.lead or ''} {sentence.section or ''}"
    listed = in_list(sentence) and shares(lead)
    looked = _LOOKS_ON.search(words) is not None
    if not (listed or looked or shares(words)):
        return
    found = kinds_named(words)
    if not listed:
        found = [kind for kind in found if _towards(words, kind, looked)]
    labels = [kind.label for kind in found]
    if not labels and listed and (label := _told_by_item(words, lead)):
        labels = [label]
    vague = {kind.label for kind in found if kind.vague}
    for label in labels:
        yield RecipientCategory(
            quote=sentence.text,
            start=sentence.start,
            label=label,
            role=role_of_category(label, f"{words} {lead}"),
            section=sentence.section,
            vague=label in vague,
        )


def _towards(words: str, kind: Kind, looked: bool) -> bool:
    """Whether the sentence sends data to the kind, by the word before it or by its verb."""
    if looked and not kind.vague and _OURS.search(words[max(0, kind.start - 40) : kind.end]):
        return True
    return shares(words) and gives_to(words, kind.start, kind.end)


def _told_by_item(words: str, lead: str) -> str | None:
    """The head of an item below "wij delen gegevens met de volgende partijen"."""
    if len(words) > 120 or _NO_PARTY.match(words) or not _PARTIES.search(lead):
        return None
    if next(spot(words[:60]), None):
        return None
    label = _CUT.split(words.strip("*_ "), maxsplit=1)[0].strip("*_ ")
    return label if 2 < len(label) < 60 and len(label.split()) < 7 else None
