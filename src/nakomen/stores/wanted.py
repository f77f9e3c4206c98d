"""Which values a key column must hold, and whether the column is compared in normal form."""

import re

from nakomen.records import KeyIn, KeyKind, Keys, writings
from nakomen.stores.family import Family, typed

MASK = "•••"
"""Stands in an export where a value names another person."""

WRITTEN_KINDS = (KeyKind.EMAIL, KeyKind.USERNAME, KeyKind.PHONE, KeyKind.IBAN)
"""Kinds that people write in several ways; every other kind is compared as it stands."""
_NUMBER = "(?:0|[1-9][0-9]{0,17}+)"
_NUMBERS = re.compile(f"{_NUMBER}(?: {_NUMBER})*+")
"""Never looked back at (``*+``): of thousands of numbers that took 300 bytes for each."""


def compares_normal(part: KeyIn) -> bool:
    """The column is brought to normal form before it is compared; no plain index helps."""
    return part.kind in WRITTEN_KINDS and part.written != "normal"


def wanted(part: KeyIn, fam: Family, keys: Keys) -> tuple[str | int | float, ...]:
    """
    The values that make the key column match, in the type of the column.

    >>> wanted(KeyIn("tel", "phone", "normal"), Family.TEXT, {"phone": ("+31612345678",)})[:2]
    ('+31612345678', '0612345678')
    >>> wanted(KeyIn("invoice_id", "crm.invoice.id"), Family.INTEGER, {"crm.invoice.id": ("7",)})
    (7,)
    """
    known = keys.get(part.kind, ())
    if compares_normal(part):
        return known
    if part.kind in WRITTEN_KINDS:
        known = tuple(form for key in known for form in writings(part.kind, key))
    if fam is Family.INTEGER and _NUMBERS.fullmatch(" ".join(known)):
        return tuple(dict.fromkeys(map(int, known)))  # as `typed` does, for thousands at once
    values = (typed(fam, form) for form in known)
    return tuple(dict.fromkeys(value for value in values if value is not None))
