"""One line of evidence, before and after it is written."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from hashlib import sha256
from typing import Any, NamedTuple, TypeAlias

from nakomen.ledger.canonical import JSON, encoded, quoted
from nakomen.ledger.errors import EntryRefused
from nakomen.ledger.merkle import LEAF, Hash

Row: TypeAlias = tuple[int, str, str, str, Hash]
"""A line as it lies in the database: seq, at, kind, body and leaf."""
BODY_BYTES = 1 << 20
"""The largest body. A line says what happened; a list of a million rows belongs elsewhere."""


@dataclass(frozen=True)
class Entry:
    """What is to be written down. *kind* groups lines; *body* holds ids and counts, no persons."""

    kind: str
    body: Mapping[str, JSON]


@dataclass(frozen=True, kw_only=True)
class Line:
    """A line as it stands in the ledger. *seq* counts from 1."""

    seq: int
    at: datetime
    kind: str
    body: Mapping[str, Any]
    """As the JSON parser gives it."""
    leaf: Hash


def leaf_of(seq: int, at: str, kind: str, body: bytes) -> Hash:
    """The hash of a line as canonical JSON with the keys at, body, kind and seq."""
    # `merkle.leaf_hash` at one go: what is asked of each of a million lines has few calls.
    return sha256(b"%b%b%b%d}" % (_before(at), body, _between(kind), seq)).digest()


@lru_cache(maxsize=64)
def _before(at: str) -> bytes:
    return LEAF + f'{{"at":{quoted(at)},"body":'.encode()


@lru_cache(maxsize=64)
def _between(kind: str) -> bytes:
    return f',"kind":{quoted(kind)},"seq":'.encode()


class Written(NamedTuple):
    """A line as texts, just as they are hashed."""

    seq: int
    at: str
    kind: str
    body: str

    @property
    def leaf(self) -> Hash:
        return leaf_of(self.seq, self.at, self.kind, self.body.encode())

    @property
    def line(self) -> Line:
        return Line(
            seq=self.seq,
            at=datetime.fromisoformat(self.at),
            kind=self.kind,
            body=json.loads(self.body),
            leaf=self.leaf,
        )


def rows_of(entries: Iterable[Entry], first: int, at: str) -> list[Row]:
    """
    *entries* as they are written down, numbered from *first*.

    Raises:
        EntryRefused: a body is no JSON, or too long.
    """
    rows = []
    for seq, entry in enumerate(entries, first):
        body, kind = encoded(entry.body), entry.kind
        if len(body) > BODY_BYTES:
            raise EntryRefused(f"a body of more than {BODY_BYTES} bytes")
        rows.append((seq, at, kind, body.decode(), leaf_of(seq, at, kind, body)))
    return rows
