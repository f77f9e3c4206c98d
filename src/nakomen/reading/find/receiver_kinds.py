"""Unnamed kinds of receivers: "onze leveranciers", "de accountant", "overheidsinstanties"."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import RecipientCategory
from nakomen.reading.find.parties import Party, leading, parties
from nakomen.reading.find.receiver_details import is_authority, role_of_category
from nakomen.reading.find.sharing import denies, gives_to, shares, withheld
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.receivers import BARE, Kind, receivers

_PARTIES = re.compile(
    r"organisaties|partijen|derden|verwerkers|leveranciers|ontvangers|partners|bedrijven|diensten\s+van|"
    r"dienstverleners|instanties|recipients|parties|suppliers|processors|companies|providers|"
    r"\bwie\b|\bwhom?\b",
    re.I,
)
_SOURCE = re.compile(
    r"\b(?:to\s+another|(?:naar|aan)\s+een\s+andere?)\s+(?:\w+\s+)?\Z|"
    r"(?:verkrij\w{1,4}|verkregen|ontvang\w{1,3}|afkomstig|informatie|\w{0,8}sites?|bronnen|klachten|"
    r"gegevens|softwareoplossingen|content|cookies|links?|rechten|toestemming|verzoek(?:en)?|"
    r"opdracht|namens|vragen|obtain\w{0,2}|receive\w?|producten|aanbiedingen|"
    r"data|overzicht|lijst)\s+(?:wij\s+)?(?:van|uit|from|of)\s+(?:\w+\s+){0,2}\Z|"
    r"\blinks?\s+(?:naar|to)\s+(?:\w+\s+){0,4}\Z|\bbezoek\w{0,2}\s+(?:\w+\s+){0,2}\Z",
    re.I,
)
_DEFINES = re.compile(
    r"^\W*[\w-]{3,30}:\s+(?:een|de|iedere|elke|any|an?|the)\s+(?:partij|persoon|organisatie|party|person)|"
    r"\bin\s+de\s+zin\s+van\b|\bverstaan\b|wordt\s+(?:hier\s+)?bedoeld|niet\s+verantwoordelijk|"
    r"\bklacht|\bals\s+(?:sub-?)?verwerker\b(?!.{0,40}schakel)|\bas\s+(?:a\s+)?processor\b|not\s+responsible",
    re.I,
)
_TO_KEEP = re.compile(
    r"(?:contact\s+(?:\w+\s+){0,2}(?:met|with)|recht(?:en)?\s+van|tegen|bescherm\w{0,3}|belang(?:en)?\s+van|eisen\s+van|"
    r"(?:klacht|melding|melden|bezwaar)\b.{0,40}\b(?:bij|aan)|rights\s+of|complaint\b.{0,40}\bwith)\s+"
    r"(?:\w+\s+){0,2}\Z",
    re.I,
)
_NO_PARTY = re.compile(
    r"(?:voor|om|het|verwerking\w*|als|indien|wanneer|u|wij|we|dit|deze|uw|to|if|when|the)\b", re.I
)
_TAIL = re.compile(r"(?:\s+\w+)?\s+(?:die|welke|dat|who|that|which)\s+[^.,;:()]{8,70}", re.I)
_EXAMPLES = re.compile(r"\s*:|,?\s+(?:zoals|waaronder|bijvoorbeeld|such\s+as|including)\b", re.I)
_OURS = re.compile(r"\b(?:onze|ons|mijn|our|my)\s+(?:\w+\s+){0,2}|\bexterne?\s|\bexternal\s", re.I)
_LOOKS_ON = re.compile(
    r"\bzie(?:t|n)\b.{0,60}\b(?:in|alleen|wat)\b|\bkijk(?:t|en)\b.{0,40}\bmee\b|\binzien\b|\bwerk(?:t|en)\b.{0,60}\bvoor\s+ons\b|"
    r"\bdoe(?:t|n)\b.{0,60}\b(?:administratie|boekhouding)\b|\bverzorg(?:t|en)\b|\bbeher(?:en|t)\b|\bbeheert\b|"
    r"\bsees\b|\bhelps?\b|\bworks?\s+for\s+us\b|\blooks?\s+(?:after|at)\b",
    re.I,
)
_LABELLED = re.compile(r"\*\*[^*\n]{2,50}(?::\*\*|\*\*\s*:)")
"""A line that is an item of a list without a mark: "**Boekhouding:** onze accountant"."""
_JOINED = re.compile(r"[^.;]{0,50}?(?:,|/|\ben\b|\bof\b|\band\b|\bor\b|&)\s*(?:\w+\s+){0,5}", re.I)
_OF_DATA = re.compile(
    r"\b(?:volgende|onderstaande|following)\s+(?:\w+\s+){0,2}(?:\w*gegevens|informatie|gevallen|situaties|"
    r"doel\w*|redenen|voorwaarden|omstandigheden|data|information|cases|purposes|reasons|details)\b|"
    r"\b(?:gevallen|situaties|indien|wanneer|als|if|when|tenzij)\s*:\s",
    re.I,
)
"""A list of data or of cases, not of parties."""
_NO_KIND = re.compile(
    r"[*_\s]*(?:met|na|op|bij|in|door|aan|van|er|er\s+is|u|with|after|on|by|uitvoer\w*|\w*naam|\w*adres\w{0,4}|"
    r"\w*gegevens|\w*nummers?|toestemming|wettelijk\w{0,3}|noodzakelijk|e-?mail\w*|telefoon\w*|cookies?|"
    r"ip-?adres\w*|leeftijd|geslacht|consent|name|address|phone|data|legal|\d)\b",
    re.I,
)
_ASKS_WHO = re.compile(
    r"\b(?:(?:met|aan|van|voor)\s+wie|wie\s+(?:krijg|ontvang|zie|kan|kunnen|heeft|hebben|help|verwerk)\w{0,3}|"
    r"who\s+(?:receives|gets|sees|has|helps|else)|with\s+whom|to\s+whom)\b",
    re.I,
)
"""A heading that asks who receives: what stands below it answers."""
_ORDERS = re.compile(
    r"\b(?:bevel\w{0,4}|vordering\w{0,2}|vordert|vorderen|opvra(?:agt|gen)|dagvaarding|court\s+order|"
    r"warrant|subpoena|order)\b",
    re.I,
)
_HERS = re.compile(r"\b(?:uw|je|jouw|your)\s+\Z", re.I)
_FRONT = re.compile(r"^(?:aan|met|to|with)\s+(?:\w+\s+){0,3}\Z", re.I)
_NOTHING = re.compile(r"[^.;:,]{0,60}?\b(?:niets|nooit|geen|niet|nothing|never)\b", re.I)
_SHOWN_BELOW = re.compile(r"\s+(?:die\s+)?(?:hieronder|hierna|below|listed)\b", re.I)
_SHOWN = re.compile(r"\b(?:volgende|onderstaande|following)\s+(?:\w+\s+)?\Z", re.I)
_LONG_ITEM = 120
_LABEL_WORDS = 6
_CLOSE = 8
_CUT = re.compile(r"[,;(.:]|\s+(?:voor|die|in\s+geval|ten\s+behoeve|for|who|which)\s|\s[–—-]\s")


def read_categories(sentences: tuple[Sentence, ...]) -> tuple[RecipientCategory, ...]:
    """Every mention of an unnamed kind of receiver."""
    titles = {sentence.columns for sentence in sentences}
    return tuple(
        category
        for sentence in sentences
        if sentence.text not in titles
        for category in _categories(sentence)
    )


def one_per_label(mentions: tuple[RecipientCategory, ...]) -> tuple[RecipientCategory, ...]:
    """Each kind once; "derden" only where nothing says which."""
    clear = [m for m in mentions if not m.vague]
    first: dict[str, RecipientCategory] = {}
    for category in clear or mentions:
        first.setdefault(category.label.casefold(), category)
    return tuple(first.values())


def kinds_named(words: str) -> list[Kind]:
    """Kinds of receivers that *words* send data to, vague ones only where nothing is better."""
    named = parties(words, frozenset())
    tailed = [_with_tail(words, kind) for kind in receivers(words)]
    found = [
        kind
        for kind in tailed
        if not any(_names_it(words, kind, name) for name in named)
        and not _SOURCE.search(words[max(0, kind.start - 50) : kind.start])
        and not _TO_KEEP.search(words[max(0, kind.start - 70) : kind.start])
        and not withheld(words, kind.start)
        and not (_FRONT.search(words[: kind.start]) and _NOTHING.match(words, kind.end))
        and not _SHOWN_BELOW.match(words, kind.end)
        and not _SHOWN.search(words[max(0, kind.start - 30) : kind.start])
    ]
    clear = [kind for kind in found if not kind.vague]
    return clear or [kind for kind in found if kind.label.casefold() not in BARE][:1]


def _with_tail(words: str, kind: Kind) -> Kind:
    """ "Derden die voor ons bezorgen" says which; "derden" does not."""
    tail = _TAIL.match(words, kind.end) if kind.vague else None
    if tail is None:
        return kind
    if kind.label.casefold() in BARE and _EXAMPLES.match(words, tail.end()):
        return kind
    return Kind(label=words[kind.start : tail.end()].rstrip(), start=kind.start)


def _names_it(words: str, kind: Kind, name: Party) -> bool:
    """The kind is part of the name, or the name stands right behind it: "onze host (X)"."""
    between = words[kind.end : name.start]
    single = not kind.label.endswith(("s", "en"))
    apposed = single and 0 < len(between) < _CLOSE and not any(map(str.isalnum, between))
    return apposed or (name.start < kind.end and kind.start < name.end)


def in_list(sentence: Sentence) -> bool:
    """An item below "wij maken gebruik van:" or in a chapter on third parties."""
    if sentence.role not in (Role.ITEM, Role.ROW) and not _LABELLED.match(sentence.text):
        return False
    lead, section = sentence.lead or "", _chapter(sentence)
    if denies(lead) or (denies(section) and not shares(lead)):
        return False
    return shares(lead) or any(_PARTIES.search(words) is not None for words in (lead, section))


def _categories(sentence: Sentence) -> Iterator[RecipientCategory]:
    lead = f"{sentence.lead or ''} {_chapter(sentence)}"
    vague = {}
    for kind in _kinds(sentence, lead):
        vague[kind.label] = kind.vague
    for label in vague:
        yield RecipientCategory(
            quote=sentence.text,
            start=sentence.start,
            label=label,
            role=role_of_category(label, f"{sentence.words} {lead}"),
            section=sentence.section,
            vague=vague[label],
        )


def _chapter(sentence: Sentence) -> str:
    """The heading above; of a line with a label of its own the heading above that."""
    labelled = _LABELLED.match(sentence.text) and len(sentence.sections) > 1
    return sentence.sections[-2] if labelled else sentence.section or ""


def _kinds(sentence: Sentence, lead: str) -> list[Kind]:
    """The kinds that one sentence or item sends data to; a line that leads in a list says less."""
    words = sentence.words
    if sentence.role is Role.HEADING or words.endswith(":"):
        return []
    listed = in_list(sentence) and shares(lead)
    if not (listed or next(receivers(words), None)) or _DEFINES.search(words):
        return []
    if listed:
        return kinds_named(words) or list(_told_by_item(words, lead))
    if _ASKS_WHO.search(sentence.section or "") and not denies(words):
        found = [kind for kind in kinds_named(words) if not kind.vague]
        return [k for k in found if not _HERS.search(words[max(0, k.start - 8) : k.start])]
    looked = _LOOKS_ON.search(words) is not None
    ordered = _ORDERS.search(words) is not None
    if not (looked or ordered or shares(words)):
        return []
    found = kinds_named(words)
    reached = list(_reached(words, found, looked))
    return [k for k in found if k in reached or (ordered and is_authority(k.label))]


def _reached(words: str, found: list[Kind], looked: bool) -> Iterator[Kind]:
    """The kinds that the sentence sends data to; in an enumeration the first speaks for all."""
    last: Kind | None = None
    for kind in found:
        joined = last is not None and _JOINED.fullmatch(words, last.end, kind.start) is not None
        if joined or _towards(words, kind, looked):
            last = kind
            yield kind


def _towards(words: str, kind: Kind, looked: bool) -> bool:
    """Whether data goes to the kind, by the word before it or by its verb."""
    if looked and not kind.vague and _OURS.search(words[max(0, kind.start - 40) : kind.end]):
        return True
    return shares(words) and gives_to(words, kind.start, kind.end)


def _told_by_item(words: str, lead: str) -> Iterator[Kind]:
    """The head of an item below "wij delen gegevens met de volgende partijen"."""
    if len(words) > _LONG_ITEM or _NO_PARTY.match(words) or not _PARTIES.search(lead):
        return
    if _OF_DATA.search(lead) or _NO_KIND.match(words):
        return
    if parties(words[:80], frozenset()) or leading(words, among=words.startswith("**")):
        return
    label = _CUT.split(words.strip("*_ "), maxsplit=1)[0].strip("*_ ")
    if len(label) > 2 and len(label.split()) <= _LABEL_WORDS:
        yield Kind(label=label, start=words.find(label))
