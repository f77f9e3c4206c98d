"""
How many values of a column pass each detector, counted over a whole column at once.

Equal values are looked at once, and those of one form together: only detectors whose form fits
are asked. What then is no value of a known kind but has words is searched for what may stand
inside. Nothing is kept but counts, so a table of any size can be measured in batches.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface
from itertools import accumulate
from typing import Any
from uuid import UUID

from nakomen.detect import inside, special
from nakomen.detect.detectors import CHANCE, DETECTORS, INSIDE, MEASURES, PLAIN
from nakomen.detect.forms import Group, grouped

__all__ = ["CHANCE", "DETECTORS", "INSIDE", "MEASURES", "Measure", "shares"]

# No e-mail address, number or address line is longer; a text that is costs no time.
_LONGEST = 500
_LONGEST_SEARCHED = 20_000
# What a driver may give for a column that is text to people: psycopg gives inet as an address.
_AS_PRINTED = {str, int, date, datetime, UUID, IPv4Address, IPv6Address}
_READABLE = (int, date, UUID, IPv4Address, IPv6Address, IPv4Interface, IPv6Interface)
# A value that passes one of these is nothing else, and others are not asked.
_NOTHING_ELSE = frozenset({"email", "iban", "user_agent", "password_hash", "ip", "mac", "sip"})


class Measure:
    """
    Counts of one column, over any number of batches of values.

    >>> seen = Measure()
    >>> seen.add(["anna@example.nl", None]), seen.add(["onbekend", " "])
    (None, None)
    >>> seen.filled, seen.passed["email"], seen.shares()["email"]
    (2, 1, 0.5)
    """

    def __init__(self) -> None:
        self.filled = 0
        self.passed: Counter[str] = Counter()

    def add(self, values: Iterable[object]) -> None:
        """Look at one more batch; NULL and blank text are not filled."""
        texts, unreadable = _texts(values)
        filled = sum(texts.values())
        self.filled += filled + unreadable
        times = texts if filled > len(texts) else None
        short = list(texts)
        if max(map(len, short), default=0) > _LONGEST:
            long = [text for text in texts if len(text) > _LONGEST]
            self._inside(Group((), wordy=True), long, times)
            short = [text for text in texts if len(text) <= _LONGEST]
        for group, members in grouped(short):
            self._group(group, members, times)

    def shares(self) -> dict[str, float]:
        """For each of `MEASURES` the share (0 to 1) of filled values; empty when none is."""
        if not self.filled:
            return {}
        return {name: self.passed[name] / self.filled for name in MEASURES}

    def _group(self, group: Group, members: list[str], times: Mapping[str, int] | None) -> None:
        passed: set[str] = set()
        for name in group.detectors:
            hits = _hits(name, members)
            self.passed[name] += _weight(hits, times)
            if name in CHANCE:
                self.passed[f"{name}_form"] += _weight(members, times)
            if hits and name in _NOTHING_ELSE:
                members = _without(members, hits)
            elif group.wordy:
                passed.update(hits)
        if group.wordy:
            self._inside(group, _without(members, passed), times)

    def _inside(self, group: Group, texts: list[str], times: Mapping[str, int] | None) -> None:
        telling = {*_telling(texts)}
        for text in texts if group.has_digits or group.has_at else telling:
            for name in _found(group, text[:_LONGEST_SEARCHED], tells=text in telling):
                self.passed[name] += times[text] if times else 1


def shares(values: Sequence[object]) -> Mapping[str, float]:
    """
    For each of `MEASURES` the share (0 to 1) of the filled values that pass it.

    NULL and blank text are not filled. Numbers are read as their digits; bytes and booleans pass
    nothing, texts of more than 500 signs nothing as a whole. Without a filled value nothing is
    measured and the answer is empty.

    >>> shares(["anna@example.nl", None, " ", "onbekend"])["email"]
    0.5
    >>> shares(["Mail anna@example.nl", "BSN 111222333"])["bsn_inside"]
    0.5
    >>> shares([None, ""])
    {}
    """
    seen = Measure()
    seen.add(values)
    return seen.shares()


def _hits(name: str, members: list[str]) -> list[str]:
    """Those of *members* that pass; the plainly written are found in all of them at once."""
    plain = PLAIN.get(name)
    if plain is None:
        return list(filter(DETECTORS[name], members))
    lines = "\n".join(["", *members, ""])
    found: list[str] = plain.findall(lines)
    if len(found) == len(members) and lines.count("\n") == len(members) + 1:
        return members
    known = set(found)
    passes = DETECTORS[name]
    return [text for text in members if text in known or passes(text)]


def _telling(texts: Sequence[str]) -> Iterator[str]:
    """Texts in which a word of a special kind may stand: one search through all of them."""
    words = special.telling(texts)
    if not words:
        return
    searched = re.compile("|".join(map(re.escape, sorted(words))))
    ends = [*accumulate(len(text) + 1 for text in texts)]
    joined = "\n".join(texts).lower()
    if len(joined) + 1 != ends[-1]:  # A sign or two grow in lower case, and places shift.
        yield from (text for text in texts if searched.search(text.lower()))
        return
    at = -1
    for match in searched.finditer(joined):
        if match.start() >= at:
            place = bisect_right(ends, match.start())
            at = ends[place]
            yield texts[place]


def _found(group: Group, text: str, *, tells: bool) -> set[str]:
    """What stands inside *text*, as `INSIDE` names it."""
    found = set[str]()
    if group.has_digits:
        found.update(f"{name}_inside" for name in inside.numbers(text))
        if inside.nine_digits(text):
            found.add("bsn_inside_form")
    if group.has_at and next(inside.emails(text), None):
        found.add("email_inside")
    if tells:
        found.update(f"{name}_inside" for name in inside.specials(text))
    return found


def _without(texts: list[str], gone: Collection[str]) -> list[str]:
    if len(gone) == len(texts):
        return []
    left_out = set(gone)
    return [text for text in texts if text not in left_out] if left_out else texts


def _weight(texts: Sequence[str], times: Mapping[str, int] | None) -> int:
    """How often *texts* stand there; without *times* each once."""
    return sum(map(times.__getitem__, texts)) if times else len(texts)


def _texts(given: Iterable[object]) -> tuple[Mapping[str, int], int]:
    """Different filled values as people see them, how often each; and how many are unreadable."""
    values: list[Any] = list(given)
    kinds = set(map(type, values))
    if type(None) in kinds:
        values = [value for value in values if value is not None]
        kinds.remove(type(None))
    unreadable = 0
    if not kinds <= _AS_PRINTED:
        read = [_read(value) for value in values]
        unreadable = read.count(None)
        values = [text for text in read if text is not None]
    elif kinds != {str}:
        values = list(map(str, values))
    texts = Counter(map(str.strip, values))
    texts.pop("", None)
    return texts, unreadable


def _read(value: object) -> str | None:
    """The value as text; None when it is nothing to read."""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return None
    if isinstance(value, _READABLE):
        return str(value)
    if isinstance(value, float | Decimal):
        # A fraction is a place on earth, an amount or a measure; a whole one is none of these.
        text = str(value)
        return text if "." in text and not text.endswith(".0") else None
    return str(value) if isinstance(value, dict | list | tuple) else None
