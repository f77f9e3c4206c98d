"""
Arithmetic of numbers that guard themselves against a slip of the pen, quick enough for millions.

Each looks up sums of a few digits at once: a number of nine digits takes three look-ups, no loop.
"""

from collections.abc import Mapping, Sequence
from itertools import product

_Table = Mapping[str, int]


def _sums(*worth: Sequence[int]) -> _Table:
    """Every group of digits with the sum of what each is worth; *worth* of 0 to 9, by place."""
    groups = map("".join, product("0123456789", repeat=len(worth)))
    return dict(zip(groups, map(sum, product(*worth)), strict=True))


def _weighted(*weights: int) -> _Table:
    return _sums(*(range(0, 10 * w, w) for w in weights))


_ELEVEN = (_weighted(9, 8, 7), _weighted(6, 5, 4), _weighted(3, 2, -1))
_DOUBLED = (0, 2, 4, 6, 8, 1, 3, 5, 7, 9)
_LUHN = _sums(_DOUBLED, range(10), _DOUBLED, range(10))


def eleven(nine: str) -> bool:
    """
    The elfproef of the burgerservicenummer and the RSIN, on exactly nine digits.

    >>> eleven("111222333"), eleven("111222334")
    (True, False)
    """
    a, b, c = _ELEVEN
    return (a[nine[:3]] + b[nine[3:6]] + c[nine[6:]]) % 11 == 0


def luhn(digits: str) -> bool:
    """
    The Luhn test of payment cards and IMEIs, up to twenty digits (ISO/IEC 7812-1 annex B).

    >>> luhn("4242424242424242"), luhn("4242424242424241"), luhn("490154203237518")
    (True, False, True)
    """
    full = digits.zfill(20)
    table = _LUHN
    return (
        table[full[:4]] + table[full[4:8]] + table[full[8:12]] + table[full[12:16]]
        + table[full[16:]]
    ) % 10 == 0  # fmt: skip


def mod97(text: str) -> int:
    """
    What remains of *text* after division by 97, letters as 10 to 35 (ISO/IEC 7064, MOD 97-10).

    >>> mod97("ABNA0417164300NL91"), mod97("ABNA0417164300NL92")
    (1, 2)
    """
    return int(text.translate(_AS_NUMBERS)) % 97


_AS_NUMBERS = {letter: str(letter - 55) for letter in range(ord("A"), ord("Z") + 1)}
