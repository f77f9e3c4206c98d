"""A mailbox on an IMAP server. It is opened for reading only, but to destroy one message."""

import imaplib
import re
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import UTC, date, datetime
from email.utils import mktime_tz, parsedate_tz
from typing import Any
from urllib.parse import unquote, urlsplit

TIMEOUT_S = 20
LARGEST = 30_000_000
"""Bytes of a message that are fetched; its text stands at the beginning."""
AT_ONCE = 200
_NEAR = ("localhost", "127.0.0.1", "::1")
_UID = re.compile(rb"\bUID (\d+)")
_SIZE = re.compile(rb"\bRFC822\.SIZE (\d+)")
_DATE = re.compile(rb'\bINTERNALDATE "([^"]+)"')
_FLAGS = re.compile(rb"\bFLAGS \(([^)]*)\)")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


class Refused(Exception):
    """The server said no. Its words may hold an address: they are not kept."""


@dataclass(frozen=True, kw_only=True)
class Head:
    """A message without its text. *named* are the lines that tell it from any other."""

    uid: int
    named: bytes
    arrived: datetime
    flags: tuple[str, ...]
    size: int

    @property
    def read(self) -> bool:
        """A person opened it."""
        return "\\Seen" in self.flags


class Box:
    """One connection to one folder."""

    def __init__(self, link: imaplib.IMAP4, folder: str) -> None:
        self._link, self._folder = link, f'"{folder}"'
        self._select(readonly=True)

    def _select(self, readonly: bool) -> None:
        _well(self._link.select(self._folder, readonly))
        # Numbers of messages hold as long as this does.
        self.validity = str((self._link.response("UIDVALIDITY")[1] or [None])[0])

    def since(self, day: date) -> Iterator[Head]:
        """Messages that arrived on *day* or later, the oldest first."""
        yield from self._found(0, "SINCE", f"{day.day:02}-{_MONTHS[day.month - 1]}-{day.year}")

    def above(self, uid: int) -> Iterator[Head]:
        """Messages that came after *uid*, however old they are."""
        yield from self._found(uid, "UID", f"{uid + 1}:*")

    def _found(self, above: int, *wanted: str) -> Iterator[Head]:
        found = _well(self._link.uid("SEARCH", *wanted))
        uids = sorted(uid for uid in map(int, (found[0] or b"").split()) if uid > above)
        for at in range(0, len(uids), AT_ONCE):
            yield from self._heads(uids[at : at + AT_ONCE])

    def _heads(self, uids: list[int]) -> list[Head]:
        wanted = (
            "(UID FLAGS INTERNALDATE RFC822.SIZE BODY.PEEK[HEADER.FIELDS (MESSAGE-ID FROM DATE)])"
        )
        came = _well(self._link.uid("FETCH", ",".join(map(str, uids)), wanted))
        return sorted(_read(came), key=lambda head: head.uid)

    def whole(self, uid: int) -> bytes:
        """The message; of a very large one the beginning."""
        came = _well(self._link.uid("FETCH", str(uid), f"(BODY.PEEK[]<0.{LARGEST}>)"))
        return next((bytes(one[1]) for one in came if isinstance(one, tuple)), b"")

    def add(self, raw: bytes, like: Head) -> None:
        """Put *raw* in the folder, as read or unread and as old as *like*."""
        kept = " ".join(flag for flag in like.flags if flag != "\\Recent")
        when = imaplib.Time2Internaldate(like.arrived.timestamp())
        _well(self._link.append(self._folder, f"({kept})", when, raw))

    def destroy(self, uid: int) -> None:
        """
        Take out this message and no other.

        Raises:
            Refused: the server can only take out all that anybody marked.
        """
        if "UIDPLUS" not in _capabilities(self._link):
            raise Refused
        self._select(readonly=False)
        _well(self._link.uid("STORE", str(uid), "+FLAGS.SILENT", "(\\Deleted)"))
        _well(self._link.uid("EXPUNGE", str(uid)))
        self._select(readonly=True)


@contextmanager
def opened(server: str) -> Iterator[Box]:
    """
    Raises:
        OSError: not reached.
        Refused, imaplib.IMAP4.error: reached, but not let in.
    """
    to = urlsplit(server)
    link = _link(to.scheme, to.hostname or "", to.port)
    try:
        _well(link.login(unquote(to.username or ""), _quoted(unquote(to.password or ""))))
        yield Box(link, unquote(to.path.strip("/")) or "INBOX")
    finally:
        with suppress(OSError, imaplib.IMAP4.error):
            link.logout()


def _quoted(password: str) -> str:
    if "\r" in password or "\n" in password:
        raise Refused
    return password


def _link(scheme: str, host: str, port: int | None) -> imaplib.IMAP4:
    """Encrypted, but on this very machine."""
    safe = ssl.create_default_context()
    if scheme == "imaps":
        return imaplib.IMAP4_SSL(host, port or 993, ssl_context=safe, timeout=TIMEOUT_S)
    if scheme != "imap":
        raise Refused
    link = imaplib.IMAP4(host, port or 143, timeout=TIMEOUT_S)
    if host not in _NEAR:
        link.starttls(safe)
    return link


def _capabilities(link: imaplib.IMAP4) -> list[str]:
    return b" ".join(_well(link.capability())).decode("ascii", "replace").upper().split()


def _well(answer: tuple[str, list[Any]]) -> list[Any]:
    said, came = answer
    if said != "OK":
        raise Refused
    return came


def _read(came: list[Any]) -> Iterator[Head]:
    """One answer is a pair of facts and lines, and then the facts that followed the lines."""
    for number, one in enumerate(came):
        if not isinstance(one, tuple):
            continue
        after = came[number + 1] if number + 1 < len(came) else b""
        facts = one[0] + b" " + (after if isinstance(after, bytes) else b"")
        uid, size = _UID.search(facts), _SIZE.search(facts)
        if uid:
            flags = _FLAGS.search(facts)
            yield Head(
                uid=int(uid[1]),
                named=bytes(one[1]),
                arrived=_moment(facts),
                flags=tuple((flags[1] if flags else b"").decode("ascii", "replace").split()),
                size=int(size[1]) if size else 0,
            )


def _moment(facts: bytes) -> datetime:
    found = _DATE.search(facts)
    told = parsedate_tz(found[1].decode("ascii").replace("-", " ", 2)) if found else None
    return datetime.fromtimestamp(mktime_tz(told) if told else 0, UTC)
