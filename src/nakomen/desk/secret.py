"""The desk's own secret, made once for each company; the keys of its parts are derived from it."""

import base64
import os
from contextlib import suppress
from pathlib import Path

from cryptography.fernet import Fernet
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

BYTES = 32


def secret(state: Path) -> bytes:
    """What stands in ``keys/desk.key`` under *state*; made there, for the owner only, if absent."""
    file = state / "keys" / "desk.key"
    file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    with suppress(FileExistsError):
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as made:
            made.write(os.urandom(BYTES))
    return file.read_bytes()


def derived(key: bytes, use: str) -> bytes:
    """A key for one *use*, from which no other follows."""
    return HKDF(algorithm=SHA256(), length=BYTES, salt=None, info=use.encode()).derive(key)


def cipher(key: bytes, use: str) -> Fernet:
    return Fernet(base64.urlsafe_b64encode(derived(key, use)))
