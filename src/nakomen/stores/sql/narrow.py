"""
Conditions told twice, where that spares a database most of its rows.

"Hers, and of an old invoice" says of a line that it points to an old invoice; that this invoice is
hers as well follows, but no database works it out: it gathers all old invoices of everybody first.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from nakomen.records import AllOf, AnyOf, Condition, KeyIn, Linked, Not, all_of

Alike = Callable[[str, str, str], bool]
"""Whether a column compares as it stands with a column of another dataset."""


def narrowed(parts: Sequence[Condition], keys: Sequence[KeyIn], alike: Alike) -> list[Condition]:
    """
    *parts*, which hold together with *keys*: what a row must be linked to by the column of one of
    *keys* is sought among those keys only.
    """
    known = {key.column: key for key in keys}
    return [_within(part, known, alike) for part in parts] if known else [*parts]


def _within(part: Condition, known: dict[str, KeyIn], alike: Alike) -> Condition:
    match part:
        case Linked((column,), to, (there,), where) if _fits(column, to, there, known, alike):
            return replace(part, where=_among(there, known[column], where))
        case Not(inner):
            return Not(_within(inner, known, alike))
        case AllOf(inner):
            return AllOf(tuple(_within(each, known, alike) for each in inner))
        case AnyOf(inner):
            return AnyOf(tuple(_within(each, known, alike) for each in inner))
        case _:
            return part


def _fits(column: str, to: str, there: str, known: dict[str, KeyIn], alike: Alike) -> bool:
    return column in known and alike(column, to, there)


def _among(column: str, key: KeyIn, where: Condition) -> Condition:
    return all_of(KeyIn(column, key.kind, key.written), where)
