"""Verify a bundle offline: needs the file alone, and memory that does not grow with it."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import orjson

from nakomen.ledger import verification as say
from nakomen.ledger.bundle import FORMAT, chained, line_text, sealed_words
from nakomen.ledger.canonical import dump, flat, stamp
from nakomen.ledger.errors import EntryRefused
from nakomen.ledger.line import BODY_BYTES, Written, leaf_of
from nakomen.ledger.merkle import HASH_BYTES, Frontier, Hash
from nakomen.ledger.seal import SIGNATURE_BYTES, fingerprint_of, signed_by
from nakomen.ledger.verification import Fault, Verification
from nakomen.terms import Text

LINE_BYTES = BODY_BYTES + 4096
"""No line that nakomen writes is longer, so a file without line ends costs no more memory."""
_AT_ONCE = 1000
_USUAL = re.compile(
    rb'\{"at":"([-0-9T:.]{26}Z)","body":(\{.*\}),"chain":"([0-9a-f]{64})",'
    rb'"kind":"([a-z-]+)","prev":"([0-9a-f]{64})","seq":([1-9][0-9]{0,14})\}'
)
"""A line of evidence but for what its body says."""
_LAST_WORDS = {"head", "prev", "seal", "signature"}


@dataclass(frozen=True)
class _Row:
    """One line of the file: its number from 1, its bytes and what they say."""

    number: int
    raw: bytes

    @cached_property
    def words(self) -> dict[str, Any]:
        return _parsed(self.number, self.raw)


class _Told(NamedTuple):
    """What one line of evidence says, and its running hash before and after."""

    seq: int
    leaf: Hash
    before: Hash
    after: Hash


def verify_bundle(file: Path, key_fingerprint: str | None = None) -> Verification:
    """
    Read *file* once and say whether it is what was signed; if not, which line is the first bad one.

    Without *key_fingerprint* it proves that the file is whole and signed, not by whom: compare
    the fingerprint in the answer with one that came to you along another way.

    Raises:
        OSError: there is no such file, or it cannot be read.
    """
    with file.open("rb") as stream:
        reading = _Reading()
        try:
            return reading.whole(_rows(stream), key_fingerprint)
        except Fault as fault:
            return reading.stopped(fault)


class _Reading:
    """How far one reading came."""

    def __init__(self) -> None:
        self.public = b""
        self.chain: Hash = b""
        self.size = 0
        self._frontier = Frontier()
        self._leaves: list[Hash] = []

    def whole(self, rows: Iterator[_Row], key: str | None) -> Verification:
        self._header(next(rows, None), key)
        for row in rows:
            told = _quickly(row.raw)
            if told is None and "head" in row.words:
                self._last(row)
                for extra in rows:
                    raise Fault(extra.number, say.AFTER_HEAD)
                return self._good(row.words["head"])
            self._line(row, told or _evidence(row))
        raise Fault(self.size + 2, say.NO_HEAD)

    def stopped(self, fault: Fault) -> Verification:
        return Verification(
            ok=False,
            lines=self.size,
            root=None,
            key_fingerprint=fingerprint_of(self.public) if self.public else None,
            time=None,
            bad_line=fault.line,
            why=fault.why,
        )

    def _good(self, head: dict[str, Any]) -> Verification:
        return Verification(
            ok=True,
            lines=self.size,
            root=head["root"],
            key_fingerprint=head["key"],
            time=head["time"],
            bad_line=None,
            why=say.GOOD.fill(lines=self.size, time=head["time"]),
        )

    def _header(self, row: _Row | None, key: str | None) -> None:
        if row is None:
            raise Fault(1, say.EMPTY)
        public = _hex(row.words.get("key"), HASH_BYTES)
        if row.words.get("format") != FORMAT or public is None:
            raise Fault(1, say.NO_HEADER)
        _must(_again(row, row.words).encode() == row.raw, 1, say.OTHER_WRITING)
        self.public, self.chain = public, sha256(row.raw).digest()
        if key is not None and key.strip().casefold() != fingerprint_of(public):
            raise Fault(1, say.OTHER_KEY)

    def _line(self, row: _Row, told: _Told) -> None:
        wanted = self.size + 1
        if told.seq != wanted:
            raise Fault(row.number, say.OTHER_PLACE.fill(wanted=wanted, found=told.seq))
        _must(told.after == chained(told.before, told.leaf), row.number, say.CHANGED)
        # The line agrees with itself but not with the one before: then that one was changed.
        _must(told.before == self.chain, row.number - 1, say.CHANGED_BEFORE_NEXT)
        self.chain, self.size = told.after, wanted
        self._leaves.append(told.leaf)
        if len(self._leaves) >= _AT_ONCE:
            self._grow()

    def _grow(self) -> None:
        self._frontier, self._leaves = self._frontier.extend(self._leaves), []

    def _last(self, row: _Row) -> None:
        before, size, root = _signed(row, self.public)
        if size < self.size:
            raise Fault(size + 2, say.LINES_ADDED.fill(signed=size))
        if size > self.size:
            why = say.LINES_MISSING.fill(signed=size, found=self.size)
            raise Fault(row.number, why)
        _must(before == self.chain, row.number - 1, say.CHANGED_BEFORE_NEXT)
        self._grow()
        _must(root == self._frontier.root, row.number, say.OTHER_ROOT)


def _rows(stream: BinaryIO) -> Iterator[_Row]:
    lines = iter(lambda: stream.readline(LINE_BYTES), b"")
    for number, raw in enumerate(lines, start=1):
        row = _Row(number, raw.removesuffix(b"\n"))
        if not raw.endswith(b"\n"):
            raise Fault(number, say.CUT_LINE if row.words else say.NO_JSON)
        yield row


def _parsed(number: int, raw: bytes) -> dict[str, Any]:
    try:
        words = json.loads(raw.decode())
    except (ValueError, RecursionError):
        raise Fault(number, say.NO_JSON) from None
    if not isinstance(words, dict):
        raise Fault(number, say.NO_JSON)
    return words


def _quickly(raw: bytes) -> _Told | None:
    """
    `_evidence` of a line as nearly all are, in a fraction of the time; None when it may be another.

    What stands around the body can be written in one way only. Of the body only what is written
    again to the same bytes counts, so it matters not that orjson takes some texts for another
    value than ``json`` does.
    """
    found = _USUAL.fullmatch(raw)
    if found is None:
        return None
    at, body, after, kind, before, seq = found.groups()
    try:
        if flat(orjson.loads(body)) != body:
            return None
    except ValueError:
        return None
    leaf = leaf_of(int(seq), at.decode(), kind.decode(), body)
    return _Told(int(seq), leaf, bytes.fromhex(before.decode()), bytes.fromhex(after.decode()))


def _evidence(row: _Row) -> _Told:
    match row.words:
        case {"at": str(), "body": dict(body), "kind": str(), "seq": int()}:
            pass
        case _:
            raise Fault(row.number, say.NO_JSON)
    if any(_hex(row.words.get(name), HASH_BYTES) is None for name in ("prev", "chain")):
        raise Fault(row.number, say.CHANGED)
    told = _told(row.raw, row.words, _again(row, body).encode())
    if told is None:
        raise Fault(row.number, say.OTHER_WRITING)
    return told


def _told(raw: bytes, words: dict[str, Any], body: bytes) -> _Told | None:
    """What *words* say, when they are written as *raw*, with this *body*."""
    match words:
        case {"at": str(at), "kind": str(kind), "seq": int(seq)}:
            before = _hex(words.get("prev"), HASH_BYTES)
            after = _hex(words.get("chain"), HASH_BYTES)
        case _:
            return None
    if before is None or after is None:
        return None
    again = line_text(Written(seq, at, kind, body.decode()), before, after)
    if again != raw.decode():
        return None
    return _Told(seq, leaf_of(seq, at, kind, body), before, after)


def _signed(row: _Row, public: bytes) -> tuple[Hash, int, Hash]:
    """The running hash, size and root of the last line, when the owner of *public* signed them."""
    words = row.words
    same = words.keys() == _LAST_WORDS and _again(row, words).encode() == row.raw
    _must(same, row.number, say.OTHER_WRITING)
    match words["head"]:
        case {"key": str(key), "root": root, "size": int(size), "time": str(time)} as head:
            _must(_is_stamp(time), row.number, say.WRONG_SIGNATURE)
        case _:
            raise Fault(row.number, say.WRONG_SIGNATURE)
    before, root = (_sure(row, text, HASH_BYTES) for text in (words["prev"], root))
    seal, signature = (_sure(row, words[word], SIGNATURE_BYTES) for word in ("seal", "signature"))
    good = key == fingerprint_of(public) and signed_by(public, dump(head).encode(), signature)
    _must(good and signed_by(public, sealed_words(before), seal), row.number, say.WRONG_SIGNATURE)
    return before, size, root


def _sure(row: _Row, value: object, length: int) -> bytes:
    found = _hex(value, length)
    if found is None:
        raise Fault(row.number, say.WRONG_SIGNATURE)
    return found


def _is_stamp(time: str) -> bool:
    """Whether *time* is an instant as we write it: it is shown to people, so it holds no more."""
    try:
        return stamp(datetime.fromisoformat(time)) == time
    except (ValueError, EntryRefused):
        return False


def _again(row: _Row, value: object) -> str:
    """*value* as nakomen would write it; NaN and half characters it would never write."""
    try:
        text = dump(value)
        text.encode()
    except (ValueError, RecursionError):
        raise Fault(row.number, say.OTHER_WRITING) from None
    return text


def _hex(value: object, length: int) -> bytes | None:
    """The bytes that small hex digits stand for; None when they are not exactly *length* bytes."""
    try:
        found = bytes.fromhex(value) if isinstance(value, str) else b""
    except ValueError:
        return None
    return found if len(found) == length and found.hex() == value else None


def _must(good: bool, line: int, why: Text) -> None:
    if not good:
        raise Fault(line, why)
