"""The visible table of all decision tables, and each of their rows told to a person."""

from collections.abc import Mapping
from typing import Any

from nakomen.law.explanation import NO_ADVICE
from nakomen.law.tables import (
    access,
    automated,
    breach,
    erasure,
    fee,
    identity,
    intake,
    objection,
    portability,
    rectification,
    restriction,
    withdrawal,
)
from nakomen.law.tables.row import Row, explain_row
from nakomen.terms import Text

TABLES: Mapping[str, tuple[Row[Any], ...]] = {
    "intake": intake.TABLE,
    "identity": identity.TABLE,
    "fee": fee.TABLE,
    "access": access.TABLE,
    "rectification": rectification.TABLE,
    "erasure": erasure.TABLE,
    "restriction": restriction.TABLE + restriction.USES + restriction.LIFTING,
    "portability": portability.TABLE,
    "objection": objection.TABLE,
    "automated": automated.TABLE,
    "withdrawal": withdrawal.TABLE,
    "breach": breach.TABLE,
}
ROWS: tuple[Row[Any], ...] = tuple(row for table in TABLES.values() for row in table)


def explain_rows(id: str) -> Text:
    """
    Every row of that id; an id has two where its answer depends on one more fact.

    Raises:
        KeyError: no row has this id.
    """
    rows = [row for row in ROWS if row.id == id]
    if not rows:
        raise KeyError(id)
    told = [*map(explain_row, rows), NO_ADVICE]
    return Text("\n\n".join(t.nl for t in told), "\n\n".join(t.en for t in told))
