"""Which records a term is about: the words nearest to it, else what stands around the sentence."""

import re
from dataclasses import dataclass

from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.kinds import Mention, kinds, specific
from nakomen.reading.words.moments import masked
from nakomen.reading.words.quick import Quick
from nakomen.terms import Certainty, RecordKind

_THAT = re.compile(
    r"\b(?:deze|die|dit|dergelijke|bedoelde|de\s+(?:bewaar)?(?:termijn|periode)|these|this|"
    r"those|such|(?:wis(?:sen)?|verwijderen|vernietigen|bewaren)\s+(?:wij|we|ik)\s+(?:ze|"
    r"het(?=\s*(?:[.,;\d]|nog|dan|na|binnen|niet|maximaal|hooguit|gedurende|een|twee|drie|tot)\b)))\b",
    re.I,
)
_LABELS = re.compile(r"\W{0,4}(?:\w+\s){0,3}\w+:\s")
"""A line that begins with what it is about: what follows points back to that."""
_JOINED = re.compile(r"\s*(?:,|\ben\b|\bof\b|/|\band\b|\bor\b|&|alsmede)\s*(?:\w+\s+){0,2}\Z", re.I)

_CLAUSE = re.compile(
    r"[,;]?\s+(?:met\s+uitzondering\s+van|behalve|behoudens|uitgezonderd|tenzij|maar|except|unless|but)\b",
    re.I,
)
_NEXT_THING = re.compile(
    r".{0,60}?[;,]\s*(?:en|of|and|or)?\s*([^;,:(]{4,50}?)(?::\s*|\s*\(\s*|\s+)\Z"
)
_ALLOWED = re.compile(r"toestemming|consent|goed(?:vind|keur)|akkoord|instem", re.I)
_NO_THING = re.compile(
    r"(?:(?:maar|of|en|dan|daarna|nog|binnen|uiterlijk|maximaal|minimaal|ten\s+hoogste|hooguit|langer|"
    r"korter|na|voor|met|als|indien|tenzij|u|je|wij|we|ik|de|het|een|deze|die|dit|gedurende|tot|"
    r"bewaard|bewaren|bewaart|verwijderd|verwijderen|verwijder|wissen|gewist|wis|but|then|after|for|"
    r"or|and|we|they|it|them|no|not|within|up|to|at|least|most|kept|keep|delete|deleted|erased|daar|"
    r"worden|wordt|zullen|zal|blijven|blijft|soms|meestal|wel|niet|ook|pas|definitief|automatisch|"
    r"resterend|resulteren|resulteert|this|that|will|be|is|are|dien|dienen|moet|moeten|kan|kunnen)\s*)+",
    re.I,
)
_FISCAL = Quick(r"\bfiscale?\b|belastingdienst|belastingwet|\bfiscus\b|\btax\b", re.I)
_EVERY = Quick(r"\b(?:alle|al\s+(?:uw|je|jouw|onze)|all)\b", re.I)
_IDENTITY = Quick(
    r"\b(?:(?:voor-?\s?(?:en/?\s?(?:of\s+)?)?(?:/)?)?(?:achter)?naam|namen|(?:woon|post)?adres(?:gegevens)?|"
    r"e-?mail\s?adres(?:sen)?|telefoonnummers?|geboortedatum|geslacht|personalia|"
    r"(?:first|last|full)?\s?names?|address(?:es)?|e-?mail\s+address(?:es)?|phone\s+numbers?)\b",
    re.I,
)
Named = tuple[tuple[RecordKind, Certainty], ...]


@dataclass(frozen=True, kw_only=True)
class Seen:
    """A sentence and its surroundings; ``near`` are those before it in its section, last first."""

    sentence: Sentence
    near: tuple[Sentence, ...] = ()
    holder: str | None = None
    cells: tuple[tuple[int, int], ...] = ()
    """Where the cells of a row of terms stand in its words."""

    @property
    def words(self) -> str:
        return self.sentence.words


def objects_at(seen: Seen, at: int, resume: int, done: int = 0, stop: int | None = None) -> Named:
    """
    The kinds that ``words[at:resume]`` speaks of; more than one only when named in one breath.

    Words before *at* (from *done*) go before words after *resume* (up to *stop*).
    """
    words = masked(seen.words)
    if seen.cells:
        return _of_row(seen, words)
    before = [m for m in kinds(words, done, at) if m.kind is not RecordKind.ALL]
    if before:
        return _sure(_breath(words, before))
    clause = _CLAUSE.search(words, resume)
    general = next(kinds(words, done, at), None)
    if general and clause and (stop is None or clause.start() < stop):
        stop = clause.start()
    after = [m for m in kinds(words, resume, stop) if m.kind is not RecordKind.ALL]
    if after:
        return _sure(after[:1])
    if general and clause:
        return ((RecordKind.ALL, Certainty.SURE),)
    if done and _names_other(words[done:at]):
        return ((RecordKind.OTHER, Certainty.LIKELY),)
    earlier = [m for m in kinds(words, 0, done) if m.kind is not RecordKind.ALL]
    return _sure(_breath(words, earlier)) if earlier else _from_around(seen, words)


def _names_other(words: str) -> bool:
    """Whether ", recordings: " or "; bezoekerslijsten" begins a thing of its own."""
    found = _NEXT_THING.match(words)
    if not found or _ALLOWED.search(found[1]):
        return False
    return not _NO_THING.fullmatch(found[1].strip())


def _of_row(seen: Seen, words: str) -> Named:
    """A row speaks of what its first cell names, else of what another cell names."""
    for start, end in seen.cells:
        if named := [m for m in kinds(words, start, end) if m.kind is not RecordKind.ALL]:
            return _sure(_breath(words, named[:1]))
        if _IDENTITY.search(words, start, end):
            return ((RecordKind.CUSTOMER, Certainty.LIKELY),)
    return ((RecordKind.OTHER, Certainty.LIKELY),)


def _breath(words: str, mentions: list[Mention]) -> list[Mention]:
    """The last mention, and those joined to it by a comma or "en"."""
    group = [mentions[-1]]
    for mention in reversed(mentions[:-1]):
        if not _JOINED.match(words[mention.end : group[0].start]):
            break
        group.insert(0, mention)
    return group


def _sure(mentions: list[Mention]) -> Named:
    return tuple((kind, Certainty.SURE) for kind in dict.fromkeys(m.kind for m in mentions))


def _from_around(seen: Seen, words: str) -> Named:
    """ "Deze gegevens" are those of the sentence before, or of the heading."""
    if seen.holder:
        return ((RecordKind.OTHER, Certainty.LIKELY),)
    general = next(kinds(words), None)
    around = [seen.sentence.section or ""]
    that = _THAT.search(words)
    if that and not (general and general.end <= that.start() and _LABELS.match(words)):
        around = [*(s.words for s in seen.near), *around]
    if _FISCAL.search(words) and not _EVERY.search(words):
        return ((RecordKind.BILLING, Certainty.LIKELY),)
    for place in around:
        if kind := specific(masked(place)):
            return ((kind, Certainty.LIKELY),)
    if general is None and _IDENTITY.search(words):
        return ((RecordKind.CUSTOMER, Certainty.LIKELY),)
    if general is None and not _THAT.search(words):
        return ((RecordKind.OTHER, Certainty.DOUBTFUL),)
    return ((RecordKind.ALL, Certainty.SURE if general else Certainty.LIKELY),)
