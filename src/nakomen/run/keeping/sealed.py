"""
A stream under AES-256-GCM, in pieces that cannot be left out, moved or cut off.

Form: ``nakomen-backup-1\\n``, 16 bytes of salt, then pieces. Each is its length (4 bytes, most
significant first) and its ciphertext with tag. The nonce of a piece is its number (11 bytes) and
whether it is the last (1 byte); the key is derived from the secret and the salt, so that no nonce
comes twice under one key.
"""

import base64
import binascii
import os
from pathlib import Path
from typing import BinaryIO

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nakomen.run.keeping.errors import BackupUnreadable, KeyMissing

MAGIC = b"nakomen-backup-1\n"
PIECE_BYTES = 1 << 20
_SALT_BYTES, _KEY_BYTES, _TAG_BYTES = 16, 32, 16


def secret(file: Path, *, may_make: bool) -> bytes:
    """
    What stands in *file*; made there, for its owner only, when it is absent and *may_make*.

    Raises:
        KeyMissing: it is not there, or is something else.
    """
    if may_make and not file.exists():
        handle = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as made:
            made.write(base64.b64encode(os.urandom(_KEY_BYTES)) + b"\n")
            made.flush()
            os.fsync(made.fileno())
    try:
        found = base64.b64decode(file.read_bytes().strip(), validate=True)
    except (OSError, binascii.Error) as error:
        raise KeyMissing(file.name) from error
    if len(found) != _KEY_BYTES:
        raise KeyMissing(file.name)
    return found


def _cipher(key: bytes, salt: bytes) -> AESGCM:
    made = HKDF(algorithm=SHA256(), length=_KEY_BYTES, salt=salt, info=b"nakomen backup")
    return AESGCM(made.derive(key))


def _nonce(number: int, last: bool) -> bytes:
    return number.to_bytes(11, "big") + bytes([last])


class Sealing:
    """A file to write in; nothing of it can be opened before `close`."""

    def __init__(self, out: BinaryIO, key: bytes) -> None:
        salt = os.urandom(_SALT_BYTES)
        self._out, self._cipher = out, _cipher(key, salt)
        self._waiting, self._number = bytearray(), 0
        out.write(MAGIC + salt)

    def write(self, told: bytes) -> int:
        self._waiting += told
        while len(self._waiting) > PIECE_BYTES:
            self._piece(bytes(self._waiting[:PIECE_BYTES]), last=False)
            del self._waiting[:PIECE_BYTES]
        return len(told)

    def close(self) -> None:
        self._piece(bytes(self._waiting), last=True)

    def _piece(self, told: bytes, *, last: bool) -> None:
        sealed = self._cipher.encrypt(_nonce(self._number, last), told, MAGIC)
        self._out.write(len(sealed).to_bytes(4, "big") + sealed)
        self._number += 1


class Opening:
    """
    A file to read from; what it gives was written by who has the key, in that order.

    Raises, from every method:
        BackupUnreadable: another key, or something is missing or changed.
    """

    def __init__(self, source: BinaryIO, key: bytes) -> None:
        if source.read(len(MAGIC)) != MAGIC:
            raise BackupUnreadable
        self._source = source
        self._cipher = _cipher(key, source.read(_SALT_BYTES))
        self._ready, self._number, self._ended = bytearray(), 0, False

    def read(self, size: int) -> bytes:
        while len(self._ready) < size and not self._ended:
            self._ready += self._piece()
        told = bytes(self._ready[:size])
        del self._ready[:size]
        return told

    def _piece(self) -> bytes:
        size = int.from_bytes(self._source.read(4), "big")
        if not _TAG_BYTES <= size <= PIECE_BYTES + _TAG_BYTES:
            raise BackupUnreadable
        sealed = self._source.read(size)
        for last in (False, True):
            try:
                told = self._cipher.decrypt(_nonce(self._number, last), sealed, MAGIC)
            except InvalidTag:
                continue
            self._number += 1
            self._ended = last
            return told
        raise BackupUnreadable
