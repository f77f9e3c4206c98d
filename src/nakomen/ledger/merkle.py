"""
The Merkle tree of RFC 9162 section 2.1.1, over SHA-256.

A tree of n leaves is the tree of its first k leaves beside that of the rest, with k the largest
power of two below n. Leaves and nodes are hashed with different first bytes, so that a node can
never pass for a leaf. A bundle holds every line, so whoever verifies computes the root anew; nobody
needs a proof about a part.
Source: rfc-editor.org/rfc/rfc9162.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from hashlib import sha256
from itertools import islice
from typing import Self

Hash = bytes
"""32 bytes."""
HASH_BYTES = 32
LEAF, _NODE = b"\x00", b"\x01"
EMPTY_ROOT: Hash = sha256(b"").digest()
_AT_ONCE = 8192


def leaf_hash(data: bytes) -> Hash:
    return sha256(LEAF + data).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    return sha256(_NODE + left + right).digest()


@dataclass(frozen=True)
class Frontier:
    """
    What must be remembered of *size* leaves to go on: the roots of the full subtrees, left to
    right; one for each bit that is set in *size*.

    >>> Frontier().extend(leaf_hash(text) for text in (b"a", b"b", b"c")).size
    3
    """

    size: int = 0
    peaks: tuple[Hash, ...] = ()

    def extend(self, leaves: Iterable[Hash]) -> "Frontier":
        """The frontier after *leaves*, which may be a stream: memory does not grow with it."""
        grown, stream = self, iter(leaves)
        while some := list(islice(stream, _AT_ONCE)):
            grown = grown._with(some)
        return grown

    def _with(self, nodes: list[Hash]) -> "Frontier":
        """Level by level from the leaves: the peak that stood alone there goes before the new."""
        size, old, new, rest = self.size + len(nodes), list(self.peaks), [], self.size
        while nodes or rest:
            if rest & 1:
                nodes.insert(0, old.pop())
            if len(nodes) & 1:
                new.append(nodes.pop())
            pairs = iter(nodes)
            nodes = [sha256(_NODE + a + b).digest() for a, b in zip(pairs, pairs, strict=True)]
            rest >>= 1
        return Frontier(size, tuple(reversed(new)))

    @property
    def root(self) -> Hash:
        if not self.peaks:
            return EMPTY_ROOT
        *rest, root = self.peaks
        for peak in reversed(rest):
            root = node_hash(peak, root)
        return root

    @property
    def packed(self) -> bytes:
        return b"".join(self.peaks)

    @classmethod
    def unpack(cls, size: int, packed: bytes) -> Self:
        """
        Raises:
            ValueError: *packed* cannot be the frontier of *size* leaves.
        """
        if len(packed) != size.bit_count() * HASH_BYTES:
            raise ValueError(f"{len(packed)} bytes are no frontier of {size} leaves")
        steps = range(0, len(packed), HASH_BYTES)
        return cls(size, tuple(packed[at : at + HASH_BYTES] for at in steps))


def root_of(leaves: Iterable[Hash]) -> Hash:
    return Frontier().extend(leaves).root
