"""The wall: the statement in blocks, each with the verdicts of its sentences in the margin."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from nakomen.terms import Lang

ORDER = ("broken", "contradicted", "unseen", "attested", "kept", "informational")
"""In the order in which people should see them."""
WORDS = {
    "broken": ("✗", "gebroken", "broken"),
    "contradicted": ("≠", "tegenspraak", "contradicted"),
    "unseen": ("·", "niet te zien", "unseen"),
    "attested": ("✎", "verklaard", "attested"),
    "kept": ("✓", "nagekomen", "kept"),
    "informational": ("i", "geen belofte", "no promise"),
}
_HEADING = re.compile(r"(#{1,6})\s+")
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s+")
_MARKS = re.compile(r"\*\*|__|\[([^\]]*)\]\([^)]*\)")


@dataclass(frozen=True, kw_only=True)
class Margin:
    """One verdict beside its sentence."""

    promise: str
    control: str
    ruling: str
    mark: str
    word: str
    why: str
    quote: str
    count: int | None
    oldest: date | None
    since: date | None
    evidence: str | None
    mends: bool
    """Broken by rows that stayed too long: a plan mends it."""


@dataclass(frozen=True, kw_only=True)
class Piece:
    """Some words of a block, with the promise they make, if any."""

    words: str
    promise: str = ""
    ruling: str = ""


@dataclass(frozen=True, kw_only=True)
class Block:
    """A heading (*level* 1-6), a paragraph (0) or an item of a list (*item*)."""

    level: int = 0
    item: bool = False
    pieces: tuple[Piece, ...] = ()
    margins: tuple[Margin, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Wall:
    """*first* are the verdicts that ask for something; *loose* those without a sentence."""

    company: str
    blocks: tuple[Block, ...]
    loose: tuple[Margin, ...]
    first: tuple[Margin, ...]
    totals: tuple[tuple[Margin, int], ...] = field(default=())
    table: tuple[Margin, ...] = ()


def wall(shown: Mapping[str, Any], lang: Lang) -> Wall:
    """
    Args:
        shown: as `shown.shown` makes it.
    """
    statement, verdicts = shown["statement"], shown["verdicts"]
    margins = {v["promise"]: _margin(v, statement, lang) for v in verdicts}
    placed = sorted((v for v in verdicts if v["start"] is not None), key=lambda v: v["start"])
    everything = tuple(margins.values())
    return Wall(
        company=shown["company"],
        blocks=tuple(_blocks(statement, placed, margins)),
        loose=tuple(margins[v["promise"]] for v in verdicts if v["start"] is None),
        first=tuple(m for word in ORDER[:2] for m in everything if m.ruling == word),
        totals=tuple(_totals(everything)),
        table=everything,
    )


def margin_of(shown: Mapping[str, Any], promise: str, lang: Lang) -> Margin | None:
    """The verdict on one promise; None where the count had no such promise."""
    found = (v for v in shown["verdicts"] if v["promise"] == promise)
    verdict = next(found, None)
    return _margin(verdict, shown["statement"], lang) if verdict else None


def _totals(margins: Sequence[Margin]) -> Iterator[tuple[Margin, int]]:
    """One example of each verdict with how many there are, in the order of `ORDER`."""
    for word in ORDER:
        of_it = [margin for margin in margins if margin.ruling == word]
        if of_it:
            yield of_it[0], len(of_it)


def _margin(verdict: Mapping[str, Any], statement: str, lang: Lang) -> Margin:
    mark, nl, en = WORDS[verdict["ruling"]]
    quote = "" if verdict["start"] is None else statement[verdict["start"] : verdict["end"]]
    return Margin(
        promise=verdict["promise"],
        control=verdict["control"],
        ruling=verdict["ruling"],
        mark=mark,
        word=nl if lang is Lang.NL else en,
        why=verdict["why"][lang.value],
        quote=" ".join(plain(quote).split()),
        count=verdict["count"],
        oldest=_day(verdict["oldest"]),
        since=_day(verdict["since"]),
        evidence=verdict["evidence"],
        mends=verdict["ruling"] == "broken" and verdict.get("mends", False),
    )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _blocks(
    statement: str, placed: Sequence[Mapping[str, Any]], margins: Mapping[str, Margin]
) -> Iterator[Block]:
    for start, end in _ranges(statement):
        text = statement[start:end]
        heading, item = _HEADING.match(text), _ITEM.match(text)
        if mark := heading or item:
            start += mark.end()
        here = [v for v in placed if v["start"] < end and v["end"] > start]
        begun = [v for v in here if v["start"] >= start]
        yield Block(
            level=len(heading[1]) if heading else 0,
            item=bool(item),
            pieces=tuple(_pieces(statement, start, end, here)),
            margins=tuple(margins[v["promise"]] for v in begun),
        )


def _ranges(statement: str) -> Iterator[tuple[int, int]]:
    """
    Where each block stands: a heading and an item of a list are one, else lines up to an empty one.

    >>> text = "# A\\nb\\nc\\n\\n- d\\n- e\\n"
    >>> [text[start:end] for start, end in _ranges(text)]
    ['# A', 'b\\nc', '- d', '- e']
    """
    at, begun = 0, None
    for line in statement.splitlines(keepends=True):
        alone = bool(_HEADING.match(line))
        if begun is not None and (alone or not line.strip() or _ITEM.match(line)):
            yield begun, at - 1
            begun = None
        if alone:
            yield at, at + len(line.rstrip())
        elif line.strip() and begun is None:
            begun = at
        at += len(line)
    if begun is not None:
        yield begun, at


def _pieces(
    statement: str, start: int, end: int, here: Sequence[Mapping[str, Any]]
) -> Iterator[Piece]:
    """The words of a block in order; where two sentences overlap, the first has the words."""
    at = start
    for verdict in here:
        begins, ends = max(verdict["start"], at), min(verdict["end"], end)
        if ends <= begins:
            continue
        if begins > at:
            yield Piece(words=plain(statement[at:begins]))
        yield Piece(
            words=plain(statement[begins:ends]),
            promise=verdict["promise"],
            ruling=verdict["ruling"],
        )
        at = ends
    if at < end:
        yield Piece(words=plain(statement[at:end]))


def plain(text: str) -> str:
    """Without the marks of Markdown; of a link its words."""
    return _MARKS.sub(lambda found: found[1] or "", text)
