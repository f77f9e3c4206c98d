"""
Columns that name somebody only together, such as a tenant and a number that each tenant gives out.

The name of such a pair is that of its columns, as in ``tenant_id:+customer_no``. It stands where
the name of a column may stand, but nothing is ever written there.
"""

from collections.abc import Sequence
from functools import lru_cache

PLUS = ":+"
SLASH = "/"
"""Stands between the values: ``4/7``. A value that holds one itself is part of no pair."""


@lru_cache(maxsize=4096)
def pair(name: str) -> tuple[str, ...]:
    """
    The columns that *name* puts together, two or more; none when it is the name of a column.

    >>> pair("tenant_id:+customer_no"), pair("customer_no")
    (('tenant_id', 'customer_no'), ())
    """
    parts = tuple(name.split(PLUS))
    return parts if len(parts) > 1 and all(parts) else ()


def paired(columns: Sequence[str]) -> str:
    """
    The name of the pair of *columns*.

    >>> paired(["tenant_id", "customer_no"])
    'tenant_id:+customer_no'
    """
    return PLUS.join(columns)


def joined(values: Sequence[object]) -> str | None:
    """
    The value of a pair; None where one of *values* is missing or could be taken for two.

    >>> joined([4, 7]), joined([4, None]), joined(["a/b", "c"])
    ('4/7', None, None)
    """
    texts = [str(value) for value in values if value is not None]
    told = len(texts) == len(values) and not any(SLASH in text for text in texts)
    return SLASH.join(texts) if told else None


def halves(value: str, number: int) -> tuple[str, ...]:
    """
    What *value* says of each of *number* columns; nothing when it is the value of no such pair.

    >>> halves("4/7", 2), halves("7", 2)
    (('4', '7'), ())
    """
    parts = tuple(value.split(SLASH))
    return parts if len(parts) == number else ()
