"""One sentence, item or row with the names in it: which of them receive data."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nakomen.reading.find.parties import Party, cell_name, is_own, leading
from nakomen.reading.find.receiver_kinds import in_list
from nakomen.reading.find.receiving import asks, demands, handed_to, hers, receives
from nakomen.reading.find.sharing import withheld
from nakomen.reading.find.tables import ReceiverRow, cells
from nakomen.reading.text.sentences import Role, Sentence

_AND = re.compile(
    r"(?:\s+(?:B\.?V\.?|N\.?V\.?|Inc\.?|LLC|Ltd\.?|GmbH)|\s*\([^()]{0,60}\)|"
    r"\s+(?:voor|for)\s[^,.;()]{2,60}?){0,3}\s*(?:,|/|\ben\b|\bof\b|\band\b|"
    r"\bor\b|&)\s*(?:\b(?:en|of|and|or|ook|also|het|de|onze|via|met)\s+){0,2}[\"'“‘(*]{0,2}\Z",
    re.I,
)
_ALIAS = re.compile(
    r"\s*\((?:voorheen\s+|formerly\s+|onderdeel\s+van\s+|part\s+of\s+|[^()]{0,40}(?:,|/|\ben\b|\bof\b)\s*)?\Z"
)
_LABEL = re.compile(r"[\s*_]*[\w ,/&-]{2,50}?[\s*_]*(?::|\s[–—-])[\s*_]*\Z")
_BRACKET = re.compile(r"[^.;]{0,80}\([^()]{0,40}\Z")
_USED = (
    "hosting registrar mail newsletter payment parcel bookkeeping crm support appointments forms "
    "backup remote_help remote_management credit collection hr signature files work development "
    "analytics advertising consent captcha video_calls lease"
)
_USED_ONLY = frozenset(_USED.split())
"""Kinds of services that a company names only because it uses them."""
NO_RECEIVERS = frozenset(("supervisor", "payment_method", "register"))
"""Named by every statement: they receive only where the sentence hands data to them."""


_LISTED_TOO = frozenset(("government",))
"""Kinds of authorities that stand in lists of receivers."""


@dataclass(frozen=True, kw_only=True)
class Line:
    """A sentence with the names in it in order; ``own`` are the company's names."""

    sentence: Sentence
    names: tuple[Party, ...]
    row: ReceiverRow | None
    own: frozenset[str]
    among: bool = False
    """An item of a list that names others."""

    def also(self, told: Iterable[str]) -> "Line":
        """The line with names that were told elsewhere."""
        words = self.sentence.words
        more = [
            Party(name=name, start=at, end=at + len(name))
            for name in told
            if (at := words.find(name)) >= 0 and _free(words, self.names, at, at + len(name))
        ]
        names = sorted((*self.names, *more), key=lambda party: party.start)
        return replace(self, names=tuple(names)) if more else self


def receivers_of(line: Line) -> Iterator[Party]:
    """The names that data goes to; in an enumeration one name speaks for the others."""
    if line.sentence.role is Role.HEADING:
        return
    words = line.sentence.words
    if line.row:
        yield from _in_cell(line, line.row)
        return
    for group in _enumerations(words, _names(line)):
        verdicts = (_reached(line.sentence, p) for p in group if not p.unsure)
        told = next((verdict for verdict in verdicts if verdict is not None), None)
        if told:
            yield from group


def _enumerations(words: str, names: tuple[Party, ...]) -> list[list[Party]]:
    """Names that are joined by commas and "en" stand together; another name in brackets is left."""
    groups: list[list[Party]] = []
    for party in names:
        between = words[groups[-1][-1].end : party.start] if groups else ""
        if groups and _ALIAS.match(between):
            continue
        if groups and _AND.match(between):
            groups[-1].append(party)
        else:
            groups.append([party])
    return groups


def _in_cell(line: Line, row: ReceiverRow) -> Iterator[Party]:
    """The known names in the cell for names, else the unknown name that stands there."""
    known_ones = [party for party in line.names if party.name in row.name and party.service]
    if known_ones:
        yield from known_ones
    elif (name := cell_name(row.name)) and not is_own(name, line.own):
        yield Party(name=name, start=0, end=0)


def _names(line: Line) -> tuple[Party, ...]:
    """The names of the line, and an unknown one that an item below a list begins with."""
    words = line.sentence.words
    item = words if line.sentence.role is not Role.ROW else cells(line.sentence.text)[0]
    first = leading(item, line.among) if in_list(line.sentence) else None
    if first is None or is_own(first.name, line.own):
        return line.names
    at = words.find(first.name)
    if not _free(words, line.names, at, at + len(first.name)):
        return line.names
    return (replace(first, start=at, end=at + len(first.name)), *line.names)


def _free(words: str, names: tuple[Party, ...], start: int, end: int) -> bool:
    """A place that is a word of its own and no part of another name."""
    edges = words[start - 1 : start] + words[end : end + 1]
    return not any(map(str.isalnum, edges)) and all(
        end <= party.start or party.end <= start for party in names
    )


def _reached(sentence: Sentence, party: Party) -> bool | None:
    """Whether data goes to one name; None when nothing in the sentence tells."""
    words, service = sentence.words, party.service
    if service and (service.authority or service.kind in NO_RECEIVERS):
        asked = service.authority and (demands(words, party.end) or asks(words, party.start))
        given = (asked or handed_to(words, party.start)) and not withheld(words, party.start)
        listed = service.kind in _LISTED_TOO and _listed(sentence, party)
        return ((given or listed) and service.kind != "supervisor") or None
    told = receives(words, party.start, party.end, service is not None)
    if told is None and service and service.kind in _USED_ONLY and not hers(words):
        return True
    return _listed(sentence, party) or None if told is None else told


def _listed(sentence: Sentence, party: Party) -> bool:
    """An item below "wij maken gebruik van:" or in a chapter on third parties."""
    if not in_list(sentence) or withheld(sentence.words, party.start):
        return False
    before = sentence.words[: party.start]
    if len(before) < 4 or _LABEL.match(before):
        return True
    return party.service is not None and (party.start < 40 or bool(_BRACKET.match(before)))
