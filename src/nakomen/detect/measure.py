"""
How many values of a column pass each detector, counted over a whole column at once.

Equal values are looked at once. What a value is made of (digits, capitals, signs) is found for all
values together; only detectors whose form fits it are asked, so most are never run. What then is
no value of a known kind but has words is searched for what may stand inside. Nothing is kept but
counts, so a table of any size can be measured in batches.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from ipaddress import IPv4Address, IPv4Interface, IPv6Address, IPv6Interface
from types import ModuleType
from typing import NamedTuple
from uuid import UUID

from nakomen.detect import (
    address,
    bic,
    birth,
    bsn,
    btw,
    card,
    coordinates,
    digest,
    email,
    full_name,
    iban,
    imei,
    imsi,
    inside,
    ip,
    kvk,
    mac,
    moment,
    passport,
    password_hash,
    phone,
    plate,
    postcode,
    sip,
    special,
    user_agent,
)

_Passes = Callable[[str], bool]
_MODULES: Mapping[str, ModuleType] = {
    "email": email,
    "phone": phone,
    "iban": iban,
    "bic": bic,
    "postcode": postcode,
    "address": address,
    "name": full_name,
    "birth": birth,
    "ip": ip,
    "mac": mac,
    "sip": sip,
    "bsn": bsn,
    "btw": btw,
    "kvk": kvk,
    "card": card,
    "passport": passport,
    "plate": plate,
    "imei": imei,
    "imsi": imsi,
    "coordinates": coordinates,
    "user_agent": user_agent,
    "password_hash": password_hash,
    "digest": digest,
    "moment": moment,
}
_GIVEN_FORM = re.compile(rb"[Aa]+(?:[ -][Aa]+){0,2}")
_SURNAME_FORM = re.compile(rb"['Aa][Aa']*(?:[ -][Aa']+){0,4}")
_STREET_FORM = re.compile(rb"['Aa9][Aa'.9]*(?:[ -][Aa'.]+){0,5}")
_FORMS: Mapping[str, re.Pattern[bytes]] = {
    **{name: module.FORM for name, module in _MODULES.items()},
    "given_name": _GIVEN_FORM,
    "surname": _SURNAME_FORM,
    "street": _STREET_FORM,
}
DETECTORS: Mapping[str, _Passes] = {
    **{name: module.passes for name, module in _MODULES.items()},
    "given_name": full_name.is_given_name,
    "surname": full_name.is_surname,
    "street": address.is_street,
}
"""Name of the detector → the question it asks of one value."""
INSIDE = tuple(f"{name}_inside" for name in inside.NAMES)
"""What is found within values that are no such thing as a whole."""
CHANCE: Mapping[str, float] = {"bsn": bsn.CHANCE, "card": card.CHANCE, "imei": imei.CHANCE}
"""Of arbitrary numbers of the same form, the share that passes."""
FORMED = (*(f"{name}_form" for name in CHANCE), "bsn_inside_form")
"""How many have the form of a number with a check digit, right or wrong."""
MEASURES = (*DETECTORS, *INSIDE, *FORMED)

# No e-mail address, number or address line is longer; a text that is costs no time.
_LONGEST = 500
_LONGEST_SEARCHED = 20_000
# What a driver may give for a column that is text to people: psycopg gives inet as an address.
_AS_PRINTED = {str, int, date, datetime, UUID, IPv4Address, IPv6Address}
_READABLE = (int, date, UUID, IPv4Address, IPv6Address, IPv4Interface, IPv6Interface)
# A value that passes one of these is nothing else, and others are not asked.
_NOTHING_ELSE = frozenset({"email", "iban", "user_agent", "password_hash", "ip", "mac", "sip"})
_APART = "\0"
_SHORT = 24
_MEMORY = 100_000
_CLASSES = bytes(
    ord("9") if chr(b).isdigit() and b < 128 else ord("A") if 65 <= b <= 90
    else ord("a") if 97 <= b <= 122 or b >= 128 else b
    for b in range(256)
)  # fmt: skip


class _Group(NamedTuple):
    """Values of one form: who may pass them, and whether something may stand inside."""

    detectors: tuple[str, ...]
    wordy: bool
    has_digits: bool = True
    has_at: bool = True


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
        self.filled += sum(texts.values()) + unreadable
        long = [text for text in texts if len(text) > _LONGEST]
        if long:
            self._inside(_Group((), wordy=True), long, texts)
            texts = {text: times for text, times in texts.items() if len(text) <= _LONGEST}
        for group, members in _grouped(list(texts)).items():
            self._group(group, members, texts)

    def shares(self) -> dict[str, float]:
        """For each of `MEASURES` the share (0 to 1) of filled values; empty when none is."""
        if not self.filled:
            return {}
        return {name: self.passed[name] / self.filled for name in MEASURES}

    def _group(self, group: _Group, members: list[str], times: Mapping[str, int]) -> None:
        passed: set[str] = set()
        for name in group.detectors:
            hits = list(filter(DETECTORS[name], members))
            self.passed[name] += _weight(hits, times)
            if name in CHANCE:
                self.passed[f"{name}_form"] += _weight(members, times)
            if hits and name in _NOTHING_ELSE:
                members = _without(members, hits)
            elif group.wordy:
                passed.update(hits)
        if group.wordy:
            self._inside(group, _without(members, passed), times)

    def _inside(self, group: _Group, texts: list[str], times: Mapping[str, int]) -> None:
        telling = special.telling(texts)
        if not (telling or group.has_digits or group.has_at):
            return
        searched = _words(telling) if telling else None
        for text in texts:
            found = _found(group, text[:_LONGEST_SEARCHED], searched)
            for name in found:
                self.passed[name] += times[text]


def _found(group: _Group, text: str, searched: re.Pattern[str] | None) -> set[str]:
    """What stands inside *text*, as `INSIDE` names it."""
    found = set[str]()
    if group.has_digits:
        found.update(f"{name}_inside" for name in inside.numbers(text))
        if inside.nine_digits(text):
            found.add("bsn_inside_form")
    if group.has_at and next(inside.emails(text), None):
        found.add("email_inside")
    if searched and searched.search(text):
        found.update(f"{name}_inside" for name in inside.specials(text))
    return found


def _without(texts: list[str], gone: Collection[str]) -> list[str]:
    if len(gone) == len(texts):
        return []
    left_out = set(gone)
    return [text for text in texts if text not in left_out] if left_out else texts


def _words(telling: frozenset[str]) -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(telling))), re.IGNORECASE)


def _weight(texts: Sequence[str], times: Mapping[str, int]) -> int:
    return sum(map(times.__getitem__, texts))


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


def _texts(values: Iterable[object]) -> tuple[dict[str, int], int]:
    """Different filled values as people see them, how often each; and how many are unreadable."""
    values = list(values)
    kinds = set(map(type, values)) - {type(None)}
    unreadable = 0
    if kinds <= _AS_PRINTED:
        read: list[str | None] = [str(value) for value in values if value is not None]
    else:
        read = [_read(value) for value in values if value is not None]
        unreadable = read.count(None)
        read = [text for text in read if text is not None]
    texts = Counter(map(str.strip, read))  # type: ignore[arg-type]
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


def _grouped(texts: list[str]) -> dict[_Group, list[str]]:
    """Texts of 500 signs or fewer by what they are made of."""
    if not texts:
        return {}
    known = _known
    groups = [known[s] if len(s) <= _SHORT else known[_coarse(s)] for s in _shapes(texts)]
    if len(_known) > _MEMORY:
        _known.clear()
    kinds = set(groups)
    if len(kinds) == 1:
        return {groups[0]: texts}
    found: dict[_Group, list[str]] = defaultdict(list)
    for group, text in zip(groups, texts, strict=True):
        found[group].append(text)
    return found


def _shapes(texts: list[str]) -> list[bytes]:
    """Of each text its signs by class: 9 a digit, A a capital, a a run of other letters."""
    joined = _APART.join(texts)
    if joined.count(_APART) != len(texts) - 1:
        joined = _APART.join(text.replace(_APART, "?") for text in texts)
    shape = joined.encode("utf-8", "replace").translate(_CLASSES)
    for run in (b"aaaaaaaa", b"aaaa", b"aa", b"aa", b"aa"):
        shape = shape.replace(run, b"a")
    while b"aa" in shape:
        shape = shape.replace(b"aa", b"a")
    return shape.split(b"\0")


def _coarse(shape: bytes) -> bytes:
    """Of a long shape what decides who is asked."""
    return b"~" + shape[:2] + b"".join([mark for mark in _MARKS if mark in shape])


_MARKS = (b"@", b" ", b"/9", b"::", b"9", b"A", b"-")


class _Known(dict[bytes, _Group]):
    """Form → group, found once and remembered."""

    def __missing__(self, shape: bytes) -> _Group:
        group = _of_long(shape) if shape.startswith(b"~") else _of_short(shape)
        self[shape] = group
        return group


_known = _Known()


def _of_short(shape: bytes) -> _Group:
    fits = tuple(name for name, form in _FORMS.items() if form.fullmatch(shape))
    return _Group(fits, _is_wordy(shape), b"9" in shape, b"@" in shape)


def _of_long(mark: bytes) -> _Group:
    """Of a long text: its first two signs, and which of `_MARKS` are in it."""
    first, rest = mark[1:2], mark[3:]
    blank, dashed = b" " in rest, b"-" in rest
    names = {
        "email": b"@" in rest,
        "user_agent": b"/9" in rest,
        "password_hash": first in b"$*{Aa_9:" and not blank,
        "iban": first in b"Aa" and b"9" in rest and b"@" not in rest and (blank or not dashed),
        "moment": mark[1:3] == b"99",
        "digest": first in b"9Aa" and not blank and not dashed and b"@" not in rest,
        "ip": b"::" in rest and not blank,
        "coordinates": first in b"SsPp(" and blank,
        "name": first in b"Aa" and blank and b"9" not in rest,
        "postcode": blank and b"9" in rest and b"A" in rest,
        "address": blank and b"9" in rest,
    }
    fits = tuple(name for name, may in names.items() if may)
    return _Group(fits, blank or first in b"{[", b"9" in mark, b"@" in rest)


def _is_wordy(shape: bytes) -> bool:
    """A word, words with something between them, or JSON: no number and no code."""
    return _ONE_WORD.fullmatch(shape) is not None or _WORDY.search(shape) is not None


_ONE_WORD = re.compile(rb"A?a")
_WORDY = re.compile(rb"[Aa9].?[ \n][Aa9@+(]|[{\[\"][Aa]|[Aa][;,=:<>\"][Aa9]")
