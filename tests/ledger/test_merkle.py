"""The Merkle tree is the one of RFC 9162."""

from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.ledger.merkle import EMPTY_ROOT, Frontier, leaf_hash, root_of

# The eight inputs and roots that Certificate Transparency logs publish for RFC 6962 trees.
INPUTS = [
    bytes.fromhex(text)
    for text in (
        "", "00", "10", "2021", "3031", "40414243", "5051525354555657",
        "606162636465666768696a6b6c6d6e6f",
    )
]  # fmt: skip
ROOTS = (
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
)


def naive_root(inputs: list[bytes]) -> bytes:
    """MTH of RFC 9162 section 2.1.1, word for word."""
    if not inputs:
        return sha256().digest()
    if len(inputs) == 1:
        return sha256(b"\x00" + inputs[0]).digest()
    k = 1
    while k * 2 < len(inputs):
        k *= 2
    return sha256(b"\x01" + naive_root(inputs[:k]) + naive_root(inputs[k:])).digest()


@pytest.mark.parametrize("size", range(1, 9))
def test_roots_are_those_that_logs_publish(size: int) -> None:
    """The first eight trees have the known roots, by our code and by the definition."""
    root = root_of(map(leaf_hash, INPUTS[:size]))
    assert root.hex() == ROOTS[size - 1] == naive_root(INPUTS[:size]).hex()


def test_an_empty_tree_has_the_root_of_nothing() -> None:
    """The root of no leaves is the hash of no bytes."""
    assert Frontier().root == EMPTY_ROOT == naive_root([])


@given(st.lists(st.binary(max_size=5), max_size=130), st.data())
def test_any_root_follows_the_definition(inputs: list[bytes], data: st.DataObject) -> None:
    """A tree grown in two goes, stored and taken up in between, has the root of the definition."""
    stop = data.draw(st.integers(0, len(inputs)))
    first = Frontier().extend(map(leaf_hash, inputs[:stop]))
    again = Frontier.unpack(first.size, first.packed)
    assert again.extend(map(leaf_hash, inputs[stop:])).root == naive_root(inputs)


@given(st.integers(0, 2**40))
def test_a_frontier_stays_small(size: int) -> None:
    """What must be remembered is one hash for each bit of the size, and no other number fits."""
    packed = bytes(32 * size.bit_count())
    assert len(Frontier.unpack(size, packed).peaks) <= 41
    with pytest.raises(ValueError, match="no frontier"):
        Frontier.unpack(size, packed + bytes(32))
