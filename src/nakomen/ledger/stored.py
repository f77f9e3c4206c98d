"""A signed head as it lies in the database, with what is needed to grow the tree from there."""

from datetime import datetime
from typing import NamedTuple, Self

from nakomen.ledger.canonical import stamp
from nakomen.ledger.errors import LedgerBroken
from nakomen.ledger.merkle import Frontier, Hash
from nakomen.ledger.seal import SignedHead, SigningKey


class StoredHead(NamedTuple):
    """
    The columns of table ``head``.

    *peaks* is the packed frontier. It needs no proof of its own: it must fold to the signed root.
    """

    size: int
    root: Hash
    at: str
    signature: bytes
    peaks: bytes

    @classmethod
    def of(cls, head: SignedHead, frontier: Frontier) -> Self:
        return cls(head.size, head.root, stamp(head.at), head.signature, frontier.packed)

    def trusted(self, key: SigningKey) -> tuple[SignedHead, Frontier]:
        """
        Head and frontier, when *key* signed the one and the other folds to its root.

        Raises:
            LedgerBroken: it is not what was signed.
        """
        try:
            frontier, at = Frontier.unpack(self.size, self.peaks), datetime.fromisoformat(self.at)
        except ValueError as error:
            raise self._broken() from error
        head = SignedHead(
            size=self.size, root=self.root, at=at, key=key.fingerprint, signature=self.signature
        )
        if frontier.root != self.root or not head.is_by(key.public):
            raise self._broken()
        return head, frontier

    def _broken(self) -> LedgerBroken:
        return LedgerBroken(f"head of {self.size} lines", line=self.size)
