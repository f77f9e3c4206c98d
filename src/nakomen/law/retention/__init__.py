"""
The retention catalogue: how long records of each sort may or must stay, and what says so.

The visible table of all rows; one file a subject. What the planner weighs are the norms of
`nakomen.law.RULES`; these rows also hold guidelines and proposals, for who writes or checks a text.
"""

from datetime import date

from nakomen.law.retention import (
    accountability,
    books,
    claims,
    customers,
    marketing,
    premises,
    sectors,
    staff,
    systems,
    telecom,
)
from nakomen.law.retention.row import Counted, Fit, Force, Kept, Sector, Until, fit
from nakomen.terms import RecordKind

__all__ = [
    "ROWS",
    "Counted",
    "Fit",
    "Force",
    "Kept",
    "Sector",
    "Until",
    "fit",
    "last_day",
    "row",
    "rows_for",
    "rows_named",
]

ROWS: tuple[Kept, ...] = (
    *books.ROWS,
    *staff.ROWS,
    *premises.ROWS,
    *telecom.ROWS,
    *systems.ROWS,
    *marketing.ROWS,
    *customers.ROWS,
    *claims.ROWS,
    *accountability.ROWS,
    *sectors.ROWS,
)
_BY_ID = {known.id: known for known in ROWS}
_ANYWHERE = 6
"""A stem of so many letters is also found within a compound: ``klantaccount``, not ``weblogs``."""


def row(id: str) -> Kept:
    """
    The row with this id, such as ``camera-footage``.

    Raises:
        KeyError: no such row.
    """
    return _BY_ID[id]


def rows_for(records: RecordKind) -> tuple[Kept, ...]:
    """
    What is known of records of one kind, in the order of the table.

    >>> [known.id for known in rows_for(RecordKind.CAMERA)]
    ['camera-footage', 'camera-incident']
    """
    return tuple(known for known in ROWS if records in known.records)


def rows_named(text: str) -> tuple[Kept, ...]:
    """
    Rows that the words of *text* name, the longest name first; Dutch or English.

    >>> [known.id for known in rows_named("Sollicitatiegegevens bewaren wij vier weken.")]
    ['job-application']
    >>> [known.id for known in rows_named("de beelden van onze camera's")]
    ['camera-footage']
    """
    words = f" {' '.join(_words(text))} "
    found = [(max(map(len, named)), known) for known in ROWS if (named := _named(known, words))]
    return tuple(known for _, known in sorted(found, key=lambda pair: -pair[0]))


def last_day(id: str, start: date) -> date | None:
    """
    The last day on which records of the row may stay that began to count on *start*.

    >>> last_day("awr-business-records", date(2019, 3, 15))
    datetime.date(2026, 12, 31)

    Raises:
        KeyError: no such row.
    """
    return row(id).last_day(start)


def _words(text: str) -> list[str]:
    return "".join(c if c.isalnum() or c in "-&'" else " " for c in text.casefold()).split()


def _named(known: Kept, words: str) -> list[str]:
    return [
        stem for stem in known.words if f" {stem}" in words or (_compounds(stem) and stem in words)
    ]


def _compounds(stem: str) -> bool:
    return len(stem) >= _ANYWHERE and not stem.endswith(" ")
