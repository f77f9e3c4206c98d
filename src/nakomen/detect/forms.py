"""
Values by what they are made of, for a whole column at once, and who may be asked of each.

The form of a value has a 9 for a digit, an A for a capital, an a for a run of other letters, and
signs as they are: ``9999 AA``. Most forms fit few detectors or none, so most are never run.
"""

import re
from collections import deque
from typing import NamedTuple

from nakomen.detect.detectors import FORMS

_APART = "\0"
_SHORT = 24
_MEMORY = 100_000
_CLASSES = bytes(
    ord("9") if chr(b).isdigit() and b < 128 else ord("A") if 65 <= b <= 90
    else ord("a") if 97 <= b <= 122 or b >= 128 else b
    for b in range(256)
)  # fmt: skip


class Group(NamedTuple):
    """Values of one form: who may pass them, and whether something may stand inside."""

    detectors: tuple[str, ...]
    wordy: bool
    has_digits: bool = True
    has_at: bool = True


def grouped(texts: list[str]) -> list[tuple[Group, list[str]]]:
    """Texts of 500 signs or fewer by what they are made of."""
    shapes = _shapes(texts) if texts else []
    groups = {
        shape: _known[shape if len(shape) <= _SHORT else _coarse(shape)] for shape in {*shapes}
    }
    if len(_known) > _MEMORY:
        _known.clear()
    found: dict[Group, list[str]] = {group: [] for group in groups.values()}
    if len(found) == 1:
        return [(group, texts) for group in found]
    by_shape = {shape: found[group] for shape, group in groups.items()}
    deque(map(list.append, map(by_shape.__getitem__, shapes), texts), maxlen=0)
    return list(found.items())


def _shapes(texts: list[str]) -> list[bytes]:
    """The form of each text."""
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
    """Of a long form what decides who is asked."""
    return b"~" + shape[:2] + b"".join([mark for mark in _MARKS if mark in shape])


_MARKS = (b"@", b" ", b"/9", b"::", b"9", b"A", b"-")


class _Known(dict[bytes, Group]):
    """Form → group, found once and remembered."""

    def __missing__(self, shape: bytes) -> Group:
        group = _of_long(shape) if shape.startswith(b"~") else _of_short(shape)
        self[shape] = group
        return group


_known = _Known()


def _of_short(shape: bytes) -> Group:
    fits = tuple(name for name, form in FORMS.items() if form.fullmatch(shape))
    return Group(fits, _is_wordy(shape), b"9" in shape, b"@" in shape)


def _of_long(mark: bytes) -> Group:
    """Of a long text: its first two signs, and which of `_MARKS` are in it."""
    first, rest = mark[1:2], mark[3:]
    blank, dashed = b" " in rest, b"-" in rest
    names = {
        "email": b"@" in rest,
        "sip": b"@" in rest and not blank,
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
    return Group(fits, blank or first in b"{[", b"9" in mark, b"@" in rest)


def _is_wordy(shape: bytes) -> bool:
    """A word, words with something between them, or JSON: no number and no code."""
    return _ONE_WORD.fullmatch(shape) is not None or _WORDY.search(shape) is not None


_ONE_WORD = re.compile(rb"A?a")
_WORDY = re.compile(rb"[Aa9].?[ \n][Aa9@+(]|[{\[\"][Aa]|[Aa][;,=:<>\"][Aa9]")
