"""
The secrets of the subject book: one master key, and a key of its own for every subject.

Destroying a subject's key destroys every value that it sealed. Fingerprints are HMAC-SHA256
under a key derived from the master (HKDF-SHA256, RFC 5869): without it no one can try out
e-mail addresses until one fits.
"""

import hmac
import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from nakomen.ledger.errors import KeyUnusable, LedgerBroken
from nakomen.ledger.keyfile import load_or_make

KEY_BYTES = 32
_NONCE_BYTES = 12


class Cipher:
    """AES-256-GCM under one key. Prints nothing of it."""

    def __init__(self, key: bytes) -> None:
        self._gcm = AESGCM(key)

    def seal(self, plain: bytes, bound_to: str) -> bytes:
        """Nonce and ciphertext; it opens only in the place that it is bound to."""
        nonce = os.urandom(_NONCE_BYTES)
        return nonce + self._gcm.encrypt(nonce, plain, bound_to.encode())

    def seal_all(self, plain: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
        """Each of *plain* bound to the name it has there; as `seal` does one by one."""
        encrypt = self._gcm.encrypt
        nonces = os.urandom(_NONCE_BYTES * len(plain))
        for start, (bound_to, value) in zip(
            range(0, len(nonces), _NONCE_BYTES), plain.items(), strict=True
        ):
            nonce = nonces[start : start + _NONCE_BYTES]
            yield bound_to, nonce + encrypt(nonce, value, bound_to.encode())

    def unseal(self, sealed: bytes, bound_to: str) -> bytes:
        """
        Raises:
            LedgerBroken: it was changed, moved, or sealed with another key.
        """
        try:
            return self._gcm.decrypt(
                sealed[:_NONCE_BYTES], sealed[_NONCE_BYTES:], bound_to.encode()
            )
        except (InvalidTag, ValueError) as error:
            raise LedgerBroken("subject book") from error


class MasterKey:
    """The key of one subject book and what is derived from it. Prints nothing of itself."""

    def __init__(self, secret: bytes) -> None:
        self._fingerprints = _derived(secret, "fingerprint")
        self._wrapping = Cipher(_derived(secret, "wrap"))
        self.check = _derived(secret, "check")
        """Tells whether a book belongs to this key; says nothing about the key."""

    @classmethod
    def open(cls, file: Path, *, may_make: bool) -> "MasterKey":
        """
        Raises:
            KeyUnusable: not there and not to be made, unreadable, or not 32 bytes.
            LedgerFull: it could not be written.
        """
        secret = load_or_make(file, lambda: os.urandom(KEY_BYTES), may_make=may_make)
        if len(secret) != KEY_BYTES:
            raise KeyUnusable(f"{file.parent.name}/{file.name}")
        return cls(secret)

    def fingerprint(self, kind: str, value: str) -> str:
        """HMAC-SHA256 over kind, a zero byte and value; 64 hex characters."""
        return self.fingerprint_of(f"{kind}\0{value}".encode("utf-8", "surrogatepass"))

    def fingerprint_of(self, message: bytes) -> str:
        """The same of a kind, a zero byte and a value that were written already."""
        return hmac.digest(self._fingerprints, message, "sha256").hex()

    def new_wrapped_key(self, subject: str) -> bytes:
        """A fresh key for *subject*, to be stored; in clear it exists only in memory."""
        return self._wrapping.seal(os.urandom(KEY_BYTES), subject)

    def subject_key(self, wrapped: bytes, subject: str) -> Cipher:
        return Cipher(self._wrapping.unseal(wrapped, subject))


def _derived(secret: bytes, use: str) -> bytes:
    info = f"nakomen subject book/1 {use}".encode()
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)
