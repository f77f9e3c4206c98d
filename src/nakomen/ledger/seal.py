"""Who vouches for the tree: Ed25519 signatures over tree heads."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from nakomen.ledger.canonical import canonical, stamp
from nakomen.ledger.errors import KeyUnusable
from nakomen.ledger.keyfile import load_or_make
from nakomen.ledger.merkle import Hash

SIGNATURE_BYTES = 64


def fingerprint_of(public: bytes) -> str:
    """SHA-256 of the 32 bytes of a public key, in hex: what two people compare by telephone."""
    return sha256(public).hexdigest()


def signed_by(public: bytes, message: bytes, signature: bytes) -> bool:
    """Whether the owner of *public* (32 bytes) signed *message*. A malformed key signed nothing."""
    try:
        Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True


def head_words(size: int, root: Hash, time: str, key: str) -> dict[str, int | str]:
    """A tree head as it is signed: canonical JSON of exactly these words."""
    return {"key": key, "root": root.hex(), "size": size, "time": time}


@dataclass(frozen=True, kw_only=True)
class SignedHead:
    """The tree of *size* lines had this *root* at this time, says the owner of *key*."""

    size: int
    root: Hash
    at: datetime
    key: str
    """Fingerprint of the public key."""
    signature: bytes

    @property
    def words(self) -> dict[str, int | str]:
        return head_words(self.size, self.root, stamp(self.at), self.key)

    def is_by(self, public: bytes) -> bool:
        return self.key == fingerprint_of(public) and signed_by(
            public, canonical(self.words).encode(), self.signature
        )


class SigningKey:
    """The private key of one ledger. Prints nothing of itself."""

    def __init__(self, private: Ed25519PrivateKey) -> None:
        self._private = private
        self.public = private.public_key().public_bytes_raw()
        self.fingerprint = fingerprint_of(self.public)

    @classmethod
    def open(cls, file: Path, *, may_make: bool) -> "SigningKey":
        """
        The key in *file* (PKCS#8 PEM), made when it is not there and *may_make*.

        Raises:
            KeyUnusable: not there and not to be made, unreadable, or no Ed25519 key.
            LedgerFull: it could not be written.
        """
        pem = load_or_make(file, _new_pem, may_make=may_make)
        try:
            private = load_pem_private_key(pem, password=None)
        except (ValueError, TypeError) as error:
            raise KeyUnusable(f"{file.parent.name}/{file.name}") from error
        if not isinstance(private, Ed25519PrivateKey):
            raise KeyUnusable(f"{file.parent.name}/{file.name}: not Ed25519")
        return cls(private)

    def sign(self, message: bytes) -> bytes:
        return self._private.sign(message)

    def sign_head(self, size: int, root: Hash, at: datetime) -> SignedHead:
        words = head_words(size, root, stamp(at), self.fingerprint)
        signature = self.sign(canonical(words).encode())
        return SignedHead(size=size, root=root, at=at, key=self.fingerprint, signature=signature)


def _new_pem() -> bytes:
    private = Ed25519PrivateKey.generate()
    return private.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
