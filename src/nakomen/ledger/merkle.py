"""
The Merkle tree of RFC 9162 section 2.1, over SHA-256.

A tree of n leaves is the tree of its first k leaves beside that of the rest, with k the largest
power of two below n. Leaves and nodes are hashed with different first bytes, so that a node can
never pass for a leaf.
Source: rfc-editor.org/rfc/rfc9162, sections 2.1.1 to 2.1.4.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Self

Hash = bytes
"""32 bytes."""
HASH_BYTES = 32
EMPTY_ROOT: Hash = sha256(b"").digest()


def leaf_hash(data: bytes) -> Hash:
    return sha256(b"\x00" + data).digest()


def node_hash(left: Hash, right: Hash) -> Hash:
    return sha256(b"\x01" + left + right).digest()


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
        size, peaks = self.size, list(self.peaks)
        for leaf in leaves:
            peaks.append(leaf)
            size += 1
            for _ in range((size & -size).bit_length() - 1):
                right = peaks.pop()
                peaks[-1] = node_hash(peaks[-1], right)
        return Frontier(size, tuple(peaks))

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


def inclusion_proof(index: int, leaves: Sequence[Hash]) -> list[Hash]:
    """
    PATH(index, leaves): what leads from one leaf to the root, from the leaf upwards.

    Raises:
        IndexError: there is no such leaf.
    """
    if not 0 <= index < len(leaves):
        raise IndexError(f"no leaf {index} among {len(leaves)}")
    if len(leaves) == 1:
        return []
    split = _split(len(leaves))
    if index < split:
        return [*inclusion_proof(index, leaves[:split]), root_of(leaves[split:])]
    return [*inclusion_proof(index - split, leaves[split:]), root_of(leaves[:split])]


def verify_inclusion(leaf: Hash, index: int, size: int, proof: Sequence[Hash], root: Hash) -> bool:
    """Whether *leaf* is number *index* (from 0) of the *size* leaves under *root*."""
    if not 0 <= index < size:
        return False
    node, last, found = index, size - 1, leaf
    for sibling in proof:
        if last == 0:
            return False
        if node & 1 or node == last:
            found = node_hash(sibling, found)
            node, last = _climb_to_left_edge(node, last)
        else:
            found = node_hash(found, sibling)
        node, last = node >> 1, last >> 1
    return last == 0 and found == root


def consistency_proof(old_size: int, leaves: Sequence[Hash]) -> list[Hash]:
    """
    PROOF(old_size, leaves): that the first *old_size* leaves still stand unchanged at the start.

    Raises:
        IndexError: *old_size* is below 1 or above the number of leaves.
    """
    if not 1 <= old_size <= len(leaves):
        raise IndexError(f"no tree of {old_size} inside {len(leaves)}")
    return _subproof(old_size, leaves, whole=True)


def verify_consistency(
    old_size: int, old_root: Hash, size: int, root: Hash, proof: Sequence[Hash]
) -> bool:
    """Whether the tree of *size* leaves under *root* begins with the tree under *old_root*."""
    if not 1 <= old_size <= size:
        return False
    if old_size == size:
        return not proof and old_root == root
    path = list(proof) if old_size & (old_size - 1) else [old_root, *proof]
    return bool(path) and _roots_of_path(old_size, size, path) == (old_root, root)


def _roots_of_path(old_size: int, size: int, path: list[Hash]) -> tuple[Hash, Hash] | None:
    """The old and the new root that *path* leads to; None when it has the wrong length."""
    node, last = old_size - 1, size - 1
    while node & 1:
        node, last = node >> 1, last >> 1
    old = new = path[0]
    for sibling in path[1:]:
        if last == 0:
            return None
        if node & 1 or node == last:
            old, new = node_hash(sibling, old), node_hash(sibling, new)
            node, last = _climb_to_left_edge(node, last)
        else:
            new = node_hash(new, sibling)
        node, last = node >> 1, last >> 1
    return (old, new) if last == 0 else None


def _subproof(old_size: int, leaves: Sequence[Hash], *, whole: bool) -> list[Hash]:
    """SUBPROOF of the RFC; *whole* while the old tree's root is what the verifier holds."""
    if old_size == len(leaves):
        return [] if whole else [root_of(leaves)]
    split = _split(len(leaves))
    left, right = leaves[:split], leaves[split:]
    if old_size <= split:
        return [*_subproof(old_size, left, whole=whole), root_of(right)]
    return [*_subproof(old_size - split, right, whole=False), root_of(left)]


def _split(size: int) -> int:
    """The largest power of two below *size*, for size > 1."""
    return 1 << ((size - 1).bit_length() - 1)


def _climb_to_left_edge(node: int, last: int) -> tuple[int, int]:
    """Skip the levels at which the last node has no sibling and moves up as it is."""
    while not node & 1 and node != 0:
        node, last = node >> 1, last >> 1
    return node, last
