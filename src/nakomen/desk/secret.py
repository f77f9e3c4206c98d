"""The desk's own secret, made once for each company; the keys of its parts are derived from it."""

import base64
import os
from pathlib import Path

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES = 32


def secret(state: Path) -> bytes:
    """
    What stands in ``keys/desk.key`` under *state*; made there, for the owner only, if absent.

    Raises:
        KeyUnusable, LedgerFull: it cannot be read, or not be written.
    """
    file = state / "keys" / "desk.key"
    if file.is_file():
        return file.read_bytes()
    from nakomen import load_or_make

    return load_or_make(file, lambda: os.urandom(BYTES), may_make=True)


def derived(key: bytes, use: str) -> bytes:
    """A key for one *use*, from which no other follows."""
    return HKDF(algorithm=SHA256(), length=BYTES, salt=None, info=use.encode()).derive(key)


def cipher(key: bytes, use: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derived(key, use)))
