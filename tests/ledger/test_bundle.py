"""A bundle proves itself, and the first bad line of a bad one is named."""

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nakomen.ledger import (
    JSON,
    Entry,
    Ledger,
    LedgerBroken,
    LedgerEmpty,
    LedgerFull,
    verify_bundle,
    write_bundle,
)
from nakomen.ledger.bundle import chained, line_text, sealed_words
from nakomen.ledger.canonical import dump
from nakomen.ledger.line import Written
from nakomen.ledger.verify import LINE_BYTES

Lines = list[bytes]
HEAD = 7  # header 1, evidence 2 to 6, head 7


@pytest.fixture
def bundle(ledger: Ledger, at: datetime, tmp_path: Path) -> Path:
    """Five lines of evidence: a file of seven lines."""
    ledger.append([Entry("intent", {"plan": "plan-0007", "rows": 3})], at)
    steps = [Entry("outcome", {"step": f"step-{n}", "naam": "één", "left": 0}) for n in range(4)]
    ledger.append(steps, at)
    write_bundle(ledger, tmp_path / "evidence.jsonl")
    return tmp_path / "evidence.jsonl"


def test_a_bundle_proves_itself(bundle: Path, ledger: Ledger) -> None:
    """The file alone tells how many lines there are, under which root and whose key."""
    head = ledger.head()
    assert head is not None
    found = verify_bundle(bundle, ledger.key.fingerprint)
    assert (found.ok, found.lines, found.bad_line) == (True, 5, None)
    assert (found.root, found.key_fingerprint) == (head.root.hex(), head.key)
    assert found.time == "2026-11-21T09:30:00.000000Z"
    assert "5 regels" in found.why.nl


def test_the_same_ledger_gives_the_same_bytes(
    bundle: Path, ledger: Ledger, at: datetime, tmp_path: Path
) -> None:
    """A bundle holds nothing of the moment it was made, unless that moment is given."""
    write_bundle(ledger, tmp_path / "again.jsonl")
    assert (tmp_path / "again.jsonl").read_bytes() == bundle.read_bytes()

    write_bundle(ledger, tmp_path / "dated.jsonl", at)
    assert b'"time":"2026-11-21' in (tmp_path / "dated.jsonl").read_bytes().splitlines()[0]
    assert verify_bundle(tmp_path / "dated.jsonl").ok


def test_every_line_of_the_ledger_is_in_the_bundle(bundle: Path, ledger: Ledger) -> None:
    """What the ledger holds and what the bundle shows are the same bodies in the same order."""
    shown = [json.loads(text)["body"] for text in bundle.read_text().splitlines()[1:-1]]
    assert shown == [line.body for line in ledger.lines()]


def rewritten(row: bytes, **changes: object) -> bytes:
    """The row with other words, written the way nakomen writes."""
    return dump(json.loads(row) | changes).encode()


def renewed(row: bytes, before: bytes, **changes: object) -> bytes:
    """A forger's row that agrees with itself: its running hashes are computed anew."""
    words: dict[str, Any] = json.loads(row) | changes
    line = Written(words["seq"], words["at"], words["kind"], dump(words["body"]))
    return line_text(line, before, chained(before, line.leaf)).encode()


def chain(row: bytes) -> bytes:
    return bytes.fromhex(json.loads(row)["chain"])


def forged_through(rows: Lines) -> Lines:
    """Body of line 3 changed and every running hash after it computed anew."""
    new = [*rows[:2], renewed(rows[2], chain(rows[1]), body={"left": 1})]
    for row in rows[3:-1]:
        new.append(renewed(row, chain(new[-1])))
    return [*new, rewritten(rows[-1], prev=chain(new[-1]).hex())]


def with_head(rows: Lines, **changes: object) -> Lines:
    head = json.loads(rows[-1])["head"] | changes
    return [*rows[:-1], rewritten(rows[-1], head=head)]


def renumbered(rows: Lines) -> Lines:
    """Line 4 removed and the others moved up, each agreeing with itself and with its neighbour."""
    new = rows[:3]
    for row in rows[4:-1]:
        new.append(renewed(row, chain(new[-1]), seq=json.loads(row)["seq"] - 1))
    return [*new, rewritten(rows[-1], prev=chain(new[-1]).hex())]


def test_a_body_of_any_shape_proves_itself(ledger: Ledger, tmp_path: Path, at: datetime) -> None:
    """Numbers and texts that libraries write in several ways stand in the bundle in one way."""
    bodies: list[dict[str, JSON]] = [
        {"n": 2**70, "far": 1e300, "near": 1e-7},
        {"all": [1, {"é": None}]},
        {"s": "\x7f\u2028"},
    ]
    ledger.append([Entry("note", body) for body in bodies], at)
    write_bundle(ledger, tmp_path / "bundle.jsonl")
    assert verify_bundle(tmp_path / "bundle.jsonl").lines == 3
    for line in (tmp_path / "bundle.jsonl").read_text().split("\n")[:-1]:
        words = json.loads(line)
        plain = json.dumps(words, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
        assert plain == line


TAMPERINGS: dict[str, tuple[Callable[[Lines], Lines], int]] = {
    "changed": (lambda r: [*r[:3], r[3].replace(b'"left":0', b'"left":1'), *r[4:]], 4),
    "changed time": (lambda r: [r[0], r[1].replace(b"2026", b"2025"), *r[2:]], 2),
    "changed kind": (lambda r: [*r[:5], rewritten(r[5], kind="intent"), r[6]], 6),
    "changed prev": (lambda r: [*r[:4], rewritten(r[4], prev="00" * 32), *r[5:]], 5),
    "changed chain": (lambda r: [*r[:4], rewritten(r[4], chain="00" * 32), *r[5:]], 5),
    "changed seq": (lambda r: [*r[:4], rewritten(r[4], seq=9), *r[5:]], 5),
    "seq is true": (lambda r: [r[0], rewritten(r[1], seq=True), *r[2:]], 2),
    "seq is 1.0": (lambda r: [r[0], rewritten(r[1], seq=1.0), *r[2:]], 2),
    "changed with its hash": (
        lambda r: [*r[:2], renewed(r[2], chain(r[1]), body={"left": 1}), *r[3:]],
        3,
    ),
    "changed with all hashes": (forged_through, HEAD),
    "a word added": (lambda r: [*r[:2], rewritten(r[2], extra=1), *r[3:]], 3),
    "a word removed": (lambda r: [*r[:2], b'{"seq":2}', *r[3:]], 3),
    "a word twice": (lambda r: [*r[:2], b'{"at":"x",' + r[2][1:], *r[3:]], 3),
    "a space": (lambda r: [*r[:2], r[2].replace(b":", b": ", 1), *r[3:]], 3),
    "windows line ends": (lambda r: [row + b"\r" for row in r], 1),
    "byte order mark": (lambda r: [b"\xef\xbb\xbf" + r[0], *r[1:]], 1),
    "cut first": (lambda r: [r[0], *r[2:]], 2),
    "cut middle": (lambda r: [*r[:3], *r[4:]], 4),
    "cut last": (lambda r: [*r[:5], r[6]], 6),
    "cut all": (lambda r: [r[0], r[6]], 2),
    "cut and renumbered": (renumbered, HEAD - 1),
    "cut header": (lambda r: r[1:], 1),
    "cut head": (lambda r: r[:-1], HEAD),
    "cut to the header": (lambda r: r[:1], 2),
    "swapped": (lambda r: [*r[:2], r[3], r[2], *r[4:]], 3),
    "last two swapped": (lambda r: [*r[:5], r[6], r[5]], 6),
    "reversed": (lambda r: [r[0], *r[-2:0:-1], r[-1]], 2),
    "doubled": (lambda r: [*r[:3], r[2], *r[3:]], 4),
    "doubled header": (lambda r: [r[0], *r], 2),
    "doubled head": (lambda r: [*r, r[-1]], 8),
    "two bundles": (lambda r: [*r, *r], 8),
    "added": (lambda r: [*r[:3], rewritten(r[2], seq=3), *r[3:]], 4),
    "added at the end, chained": (
        lambda r: [*r[:6], renewed(r[5], chain(r[5]), seq=6), r[6]],
        HEAD,
    ),
    "added after the head": (lambda r: [*r, b"{}"], 8),
    "empty line": (lambda r: [*r[:3], b"", *r[3:]], 4),
    "empty line at the end": (lambda r: [*r, b""], 8),
    "header format": (lambda r: [r[0].replace(b"/1", b"/2"), *r[1:]], 1),
    "header with more": (lambda r: [rewritten(r[0], time="2020"), *r[1:]], 1),
    "header key": (lambda r: [rewritten(r[0], key="00" * 32), *r[1:]], 1),
    "header key is no key": (lambda r: [rewritten(r[0], key="xyz"), *r[1:]], 1),
    "header key in capitals": (lambda r: [rewritten(r[0], key="AB" * 32), *r[1:]], 1),
    "head size": (lambda r: with_head(r, size=4), HEAD),
    "head size is true": (lambda r: with_head(r, size=True), HEAD),
    "head root": (lambda r: with_head(r, root="00" * 32), HEAD),
    "head time": (lambda r: with_head(r, time="2020-01-01T00:00:00.000000Z"), HEAD),
    "head key": (lambda r: with_head(r, key="00" * 32), HEAD),
    "head is no head": (lambda r: [*r[:-1], rewritten(r[-1], head=None)], HEAD),
    "signature": (lambda r: [*r[:-1], rewritten(r[-1], signature="00" * 64)], HEAD),
    "signature too short": (lambda r: [*r[:-1], rewritten(r[-1], signature="00")], HEAD),
    "seal": (lambda r: [*r[:-1], rewritten(r[-1], seal="00" * 64)], HEAD),
    "prev of the head": (lambda r: [*r[:-1], rewritten(r[-1], prev="00" * 32)], HEAD),
    "a word more in the head": (lambda r: [*r[:-1], rewritten(r[-1], extra=1)], HEAD),
    "no JSON": (lambda r: [*r[:3], b"{oops", *r[4:]], 4),
    "no object": (lambda r: [*r[:3], b"[1, 2]", *r[4:]], 4),
    "no UTF-8": (lambda r: [*r[:3], b'{"a":"\xff"}', *r[4:]], 4),
    "not a number": (lambda r: [*r[:3], r[3].replace(b":0", b":NaN"), *r[4:]], 4),
    "half a character": (lambda r: [*r[:3], r[3].replace(b"step", rb"\ud800"), *r[4:]], 4),
    "half a kind": (lambda r: [*r[:3], r[3].replace(b'"outcome"', rb'"\ud800"'), *r[4:]], 4),
    "too deep": (lambda r: [*r[:3], b"[" * 100_000, *r[4:]], 4),
    "too many digits": (lambda r: [*r[:3], r[3].replace(b":0", b":1" + b"0" * 9999), *r[4:]], 4),
    "too long": (lambda r: [*r[:3], b" " * 2 * LINE_BYTES, *r[4:]], 4),
}


@pytest.mark.parametrize(("tamper", "line"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_caught_at_its_line(
    bundle: Path, tamper: Callable[[Lines], Lines], line: int
) -> None:
    """Changed, cut, added, moved and doubled lines: the first bad one is named, and why."""
    rows = bundle.read_bytes().removesuffix(b"\n").split(b"\n")
    assert verify_bundle(bundle).ok

    bundle.write_bytes(b"".join(row + b"\n" for row in tamper(rows)))

    found = verify_bundle(bundle)
    assert (found.ok, found.bad_line, found.root) == (False, line, None)
    assert found.why.nl
    assert found.why.nl != found.why.en


@pytest.mark.parametrize(
    ("content", "line"),
    [
        (b"", 1),
        (b"\n", 1),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", 1),
        (bytes(range(256)) * 5000, 1),
        (b"\x00" * (LINE_BYTES + 5), 1),
        (b"{}\n", 1),
        (b'{"format":"nakomen-evidence/1"}\n', 1),
    ],
    ids=["empty", "blank", "picture", "binary", "zeros", "other JSON", "half a header"],
)
def test_what_is_no_bundle_is_told(tmp_path: Path, content: bytes, line: int) -> None:
    """Any file gets an answer and never a traceback."""
    (tmp_path / "file").write_bytes(content)
    found = verify_bundle(tmp_path / "file")
    assert (found.ok, found.bad_line, found.lines, found.key_fingerprint) == (False, line, 0, None)


def test_a_bundle_cut_off_anywhere_is_caught(bundle: Path) -> None:
    """Half a download is no evidence: the line that broke off is named, or the one that lacks."""
    whole = bundle.read_bytes()
    for size in range(0, len(whole), 7):
        bundle.write_bytes(whole[:size])
        found = verify_bundle(bundle)
        assert not found.ok
        assert found.bad_line == whole[:size].count(b"\n") + 1
    bundle.write_bytes(whole[:-1])
    assert verify_bundle(bundle).bad_line == HEAD


@given(st.data())
@settings(max_examples=150, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_single_byte_can_change(bundle: Path, data: st.DataObject) -> None:
    """Whichever byte becomes whichever other, the file fails, and at the line of that byte."""
    whole = bundle.read_bytes()
    place = data.draw(st.integers(0, len(whole) - 1))
    byte = data.draw(st.integers(0, 255).filter(lambda value: value != whole[place]))
    changed = bundle.with_name("changed.jsonl")
    changed.write_bytes(whole[:place] + bytes([byte]) + whole[place + 1 :])
    found = verify_bundle(changed)
    assert (found.ok, found.bad_line) == (False, whole[:place].count(b"\n") + 1)


def test_a_bundle_of_somebody_else_is_only_theirs(
    bundle: Path, ledger: Ledger, at: datetime, tmp_path: Path
) -> None:
    """Who signs forged lines with an own key has another fingerprint; who gave ours is warned."""
    with Ledger.open(tmp_path / "other") as other:
        other.append([Entry("outcome", {"left": 0})], at)
        write_bundle(other, tmp_path / "other.jsonl")
        assert verify_bundle(tmp_path / "other.jsonl").key_fingerprint == other.key.fingerprint

    found = verify_bundle(tmp_path / "other.jsonl", ledger.key.fingerprint)
    assert (found.ok, found.bad_line) == (False, 1)
    assert "andere sleutel" in found.why.nl
    assert verify_bundle(bundle, f" {ledger.key.fingerprint.upper()}\n").ok


def test_the_seal_covers_the_header(bundle: Path) -> None:
    """Even with every running hash computed anew, a header cannot be put in place of ours."""
    rows = bundle.read_bytes().splitlines()
    header = rewritten(rows[0], time="2020-01-01T00:00:00.000000Z")
    new, before = [header], sha256(header).digest()
    for row in rows[1:-1]:
        new.append(renewed(row, before))
        before = chain(new[-1])
    new.append(rewritten(rows[-1], prev=before.hex()))
    bundle.write_bytes(b"".join(row + b"\n" for row in new))
    assert verify_bundle(bundle).bad_line == HEAD


def test_a_head_and_a_seal_of_different_lines_do_not_mix(bundle: Path, ledger: Ledger) -> None:
    """A true signature under other lines, sealed by the same key, is caught by the root."""
    rows = bundle.read_bytes().splitlines()
    new = forged_through(rows)
    seal = ledger.key.sign(sealed_words(chain(new[-2]))).hex()
    new[-1] = rewritten(new[-1], seal=seal)
    bundle.write_bytes(b"".join(row + b"\n" for row in new))
    found = verify_bundle(bundle)
    assert (found.ok, found.bad_line) == (False, HEAD)
    assert "wortel" in found.why.nl


@pytest.mark.parametrize("time", ["now", "2026-11-21", "\x1b[2J"])
def test_a_signed_time_is_a_time(bundle: Path, ledger: Ledger, time: str) -> None:
    """The time is shown to people, so even its owner cannot sign anything else in its place."""
    rows = bundle.read_bytes().splitlines()
    head = json.loads(rows[-1])["head"] | {"time": time}
    rows[-1] = rewritten(rows[-1], head=head, signature=ledger.key.sign(dump(head).encode()).hex())
    bundle.write_bytes(b"".join(row + b"\n" for row in rows))
    found = verify_bundle(bundle)
    assert (found.ok, found.bad_line, found.time) == (False, HEAD, None)


def test_without_evidence_there_is_no_bundle(ledger: Ledger, tmp_path: Path) -> None:
    """An empty ledger says so; no file appears."""
    with pytest.raises(LedgerEmpty):
        write_bundle(ledger, tmp_path / "evidence.jsonl")
    assert not (tmp_path / "evidence.jsonl").exists()


def test_a_broken_ledger_gives_no_bundle(bundle: Path, ledger: Ledger, folder: Path) -> None:
    """A bundle is made of proven lines only, and an older bundle is not overwritten by half."""
    before = bundle.read_bytes()
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        connection.execute("DROP TRIGGER line_update")
        connection.execute("UPDATE line SET body = '{}' WHERE seq = 4")
    connection.close()
    with pytest.raises(LedgerBroken, match="line 4"):
        write_bundle(ledger, bundle)
    assert bundle.read_bytes() == before
    assert list(bundle.parent.glob("*.part")) == []


def test_a_bundle_that_cannot_be_written_is_told(bundle: Path, ledger: Ledger) -> None:
    """A place that cannot be written to is told with the reason of the system."""
    with pytest.raises(LedgerFull, match="Not a directory"):
        write_bundle(ledger, bundle / "evidence.jsonl")
