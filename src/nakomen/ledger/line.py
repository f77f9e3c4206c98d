"""One line of evidence, before and after it is written."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from nakomen.ledger.canonical import JSON, canonical, quoted
from nakomen.ledger.errors import EntryRefused
from nakomen.ledger.merkle import Hash, leaf_hash

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


class Written(NamedTuple):
    """A line as texts, just as they are hashed."""

    seq: int
    at: str
    kind: str
    body: str

    @classmethod
    def of(cls, entry: Entry, seq: int, at: str) -> "Written":
        """
        Raises:
            EntryRefused: the body is no JSON, or too long.
        """
        body = canonical(entry.body)
        # No sign takes more than four bytes.
        if len(body) * 4 > BODY_BYTES and len(body.encode()) > BODY_BYTES:
            raise EntryRefused(f"a body of more than {BODY_BYTES} bytes")
        return cls(seq, at, entry.kind, body)

    @property
    def leaf(self) -> Hash:
        """The hash of the line as canonical JSON with the keys at, body, kind and seq."""
        seq, at, kind, body = self
        return leaf_hash(
            f'{{"at":{quoted(at)},"body":{body},"kind":{quoted(kind)},"seq":{seq}}}'.encode()
        )

    @property
    def line(self) -> Line:
        return Line(
            seq=self.seq,
            at=datetime.fromisoformat(self.at),
            kind=self.kind,
            body=json.loads(self.body),
            leaf=self.leaf,
        )
