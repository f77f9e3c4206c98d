"""
A calendar as RFC 5545 has it: one whole day for each deadline.

Source: RFC 5545 §3.1 (lines of 75 octets, ended by CRLF), §3.3.11 (what is escaped in a text).
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

OCTETS = 75


@dataclass(frozen=True, kw_only=True)
class Day:
    """Something that is due on a day. *uid* stays the same for as long as it is the same thing."""

    uid: str
    on: date
    changed: datetime
    summary: str
    url: str


def calendar(name: str, days: Iterable[Day]) -> bytes:
    """The whole file."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//nakomen//desk//NL", "CALSCALE:GREGORIAN"]
    lines += [f"X-WR-CALNAME:{_text(name)}", "REFRESH-INTERVAL;VALUE=DURATION:PT6H"]
    lines += [line for day in days for line in _event(day)]
    return "".join(_folded(line) for line in [*lines, "END:VCALENDAR"]).encode()


def _event(day: Day) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{day.uid}"
    yield f"DTSTAMP:{day.changed.astimezone(UTC):%Y%m%dT%H%M%SZ}"
    yield f"DTSTART;VALUE=DATE:{day.on:%Y%m%d}"
    yield f"DTEND;VALUE=DATE:{day.on + timedelta(1):%Y%m%d}"
    yield f"SUMMARY:{_text(day.summary)}"
    yield f"URL:{day.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _text(words: str) -> str:
    r"""
    >>> print(_text("inzage; kopie, brief\nklaar"))
    inzage\; kopie\, brief\nklaar
    """
    for mark in ("\\", ";", ","):
        words = words.replace(mark, f"\\{mark}")
    return "\\n".join(words.splitlines())


def _folded(line: str) -> str:
    """
    Lines of at most 75 octets, never cut within a letter.

    >>> [len(part.encode()) for part in _folded("é" * 60).split("\\r\\n")]
    [74, 47, 0]
    """
    parts, part = [], ""
    for letter in line:
        if len((part + letter).encode()) > OCTETS:
            parts.append(part)
            part = " "
        part += letter
    return "\r\n".join([*parts, part]) + "\r\n"
