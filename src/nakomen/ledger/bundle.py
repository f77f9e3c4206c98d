"""
A bundle: all evidence in one file that anyone can verify offline.

One JSON document a line, each in canonical form. First the header, with the public key; then
every line of the ledger; last the signed head. Each line carries the running hash before it
(``prev``) and after it (``chain``), so that a verifier can name the first bad line; the proof is
the signature over the Merkle root, and that over the last running hash (``seal``), which binds
the header too.
"""

import os
from collections.abc import Iterator
from contextlib import suppress
from datetime import datetime
from hashlib import sha256
from itertools import islice
from pathlib import Path

from nakomen.ledger.canonical import canonical, quoted, stamp
from nakomen.ledger.errors import LedgerBroken, LedgerEmpty, LedgerFull
from nakomen.ledger.ledger import Ledger
from nakomen.ledger.line import Written
from nakomen.ledger.merkle import Frontier, Hash
from nakomen.ledger.seal import SignedHead

FORMAT = "nakomen-evidence/1"
_AT_ONCE = 1000


def chained(before: Hash, leaf: Hash) -> Hash:
    """The running hash after one more line."""
    return sha256(before + leaf).digest()


def sealed_words(last: Hash) -> bytes:
    """What ``seal`` signs; it can never be mistaken for a head, which begins with a brace."""
    return f"{FORMAT} {last.hex()}".encode()


def line_text(line: Written, before: Hash, after: Hash) -> str:
    """One line of evidence as it stands in the bundle."""
    return (
        f'{{"at":{quoted(line.at)},"body":{line.body},"chain":"{after.hex()}",'
        f'"kind":{quoted(line.kind)},"prev":"{before.hex()}","seq":{line.seq}}}'
    )


def write_bundle(ledger: Ledger, file: Path, at: datetime | None = None) -> SignedHead:
    """
    Write all evidence to *file*, which appears whole or not at all.

    The same ledger gives the same bytes; *at*, if given, stands in the header.

    Raises:
        LedgerEmpty: nothing was ever written down.
        LedgerBroken: the ledger does not match its signed head.
        LedgerFull: the file could not be written.
    """
    head = ledger.head()
    if head is None:
        raise LedgerEmpty
    part = file.with_name(f"{file.name}.part")
    try:
        with part.open("wb") as stream:
            stream.writelines(f"{text}\n".encode() for text in _texts(ledger, head, at))
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(file)
    except OSError as error:
        raise LedgerFull(f"{file.name}: {error.strerror}") from error
    finally:
        with suppress(OSError):
            part.unlink()
    return head


def _texts(ledger: Ledger, head: SignedHead, at: datetime | None) -> Iterator[str]:
    header = canonical(
        {"format": FORMAT, "key": ledger.key.public.hex()} | ({"time": stamp(at)} if at else {})
    )
    yield header
    chain, frontier = sha256(header.encode()).digest(), Frontier()
    lines = ledger.written(head.size)
    while some := list(islice(lines, _AT_ONCE)):
        frontier = frontier.extend(leaf for *_, leaf in some)
        for *texts, leaf in some:
            before, chain = chain, chained(chain, leaf)
            yield line_text(Written._make(texts), before, chain)
    if (frontier.size, frontier.root) != (head.size, head.root):
        ledger.verify()  # It reads the heads in between too, and so names an earlier line.
        raise LedgerBroken(f"head {head.size}", line=frontier.size)
    yield canonical(
        {
            "head": head.words,
            "prev": chain.hex(),
            "seal": ledger.key.sign(sealed_words(chain)).hex(),
            "signature": head.signature.hex(),
        }
    )
