"""A signature says who vouched for which tree, and no key is ever shown."""

import stat
from datetime import datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from nakomen.ledger import KeyUnusable
from nakomen.ledger.merkle import leaf_hash
from nakomen.ledger.seal import SigningKey, fingerprint_of, signed_by

ROOT = leaf_hash(b"root")


def test_the_key_is_made_once(tmp_path: Path) -> None:
    """The second opening finds the key of the first, readable by its owner only."""
    file = tmp_path / "keys" / "ledger.key"
    first = SigningKey.open(file, may_make=True)
    second = SigningKey.open(file, may_make=True)
    assert first.public == second.public
    assert first.fingerprint == fingerprint_of(first.public)
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["ledger.key"]


def test_a_head_is_signed_by_its_key_and_no_other(tmp_path: Path, at: datetime) -> None:
    """Size, root and time are under the signature; another key did not sign it."""
    ours = SigningKey.open(tmp_path / "ours.key", may_make=True)
    theirs = SigningKey.open(tmp_path / "theirs.key", may_make=True)
    head = ours.sign_head(20, ROOT, at)
    assert head.is_by(ours.public)
    assert not head.is_by(theirs.public)
    assert head.words == {
        "key": ours.fingerprint,
        "root": ROOT.hex(),
        "size": 20,
        "time": "2026-11-21T09:30:00.000000Z",
    }


def test_a_malformed_key_signed_nothing() -> None:
    """A public key of the wrong length, or a point that is none, is no signer."""
    assert not signed_by(b"short", b"message", bytes(64))
    assert not signed_by(bytes([255] * 32), b"message", bytes(64))


def test_another_kind_of_key_is_refused(tmp_path: Path) -> None:
    """Only Ed25519 signs heads; another key in the file is told, not used."""
    other = generate_private_key(SECP256R1())
    pem = other.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    (tmp_path / "ledger.key").write_bytes(pem)
    with pytest.raises(KeyUnusable, match="Ed25519"):
        SigningKey.open(tmp_path / "ledger.key", may_make=True)


def test_a_key_that_cannot_be_read_is_told(tmp_path: Path) -> None:
    """A folder in the place of a key is told with its name."""
    (tmp_path / "ledger.key").mkdir()
    with pytest.raises(KeyUnusable, match=r"ledger\.key"):
        SigningKey.open(tmp_path / "ledger.key", may_make=True)


def test_a_key_prints_nothing_of_itself(tmp_path: Path) -> None:
    """What a traceback or a log shows of a key does not hold the key."""
    key = SigningKey.open(tmp_path / "ledger.key", may_make=True)
    secret = (tmp_path / "ledger.key").read_text().splitlines()[1]
    assert secret not in repr(key)
    assert secret not in repr(vars(key))
