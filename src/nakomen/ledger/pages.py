"""What the ledger is asked for: a page at a time, each question written once."""

from functools import lru_cache
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, bindparam, func, select, text

from nakomen.ledger.schema import HEAD, LINE, OFTEN, SELDOM

PAGE_ROWS = 5000
_LOOKED_UP = ("plan", "subject")
_LINES = LINE.c.seq, LINE.c.at, LINE.c.kind, LINE.c.body, LINE.c.leaf


def _page(wanted: Select[Any], order: Column[Any]) -> Select[Any]:
    """The first of *wanted* behind ``:after``, by *order*, their first column."""
    return wanted.where(order > bindparam("after")).order_by(order).limit(PAGE_ROWS)


ALL_LINES = _page(select(*_LINES).where(LINE.c.seq <= bindparam("upto")), LINE.c.seq)
ALL_HEADS = _page(select(HEAD).where(HEAD.c.size <= bindparam("upto")), HEAD.c.size)


@lru_cache(maxsize=128)
def lines_of(kinds: tuple[str, ...] | None, fields: frozenset[tuple[str, bool]]) -> Select[Any]:
    """
    Lines of *kinds*, in order; of *fields* the body has the value that is given under their name.

    Args:
        kinds: None for lines of every kind.
        fields: each with whether the body must lack it.
    """
    wanted = select(*_LINES)
    if kinds is not None:
        wanted = wanted.where(LINE.c.kind.in_(kinds))
        if OFTEN.isdisjoint(kinds):
            wanted = wanted.where(text(SELDOM))
    for name, lacks in sorted(fields):
        field = _field(name)
        wanted = wanted.where(field.is_(None) if lacks else field == bindparam(name))
    return _page(wanted, LINE.c.seq)


def _field(name: str) -> ColumnElement[Any]:
    if name in _LOOKED_UP:
        return LINE.c[name]
    return func.json_extract(LINE.c.body, f'$."{name}"')
