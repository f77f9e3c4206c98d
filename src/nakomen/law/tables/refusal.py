"""
On which grounds a request can be refused: a closed list (AVG artikel 12 lid 4).

The grounds are rows of the tables of each right, and those that hold for every right. A right that
is not in the list has only the latter: nobody need give a reason to withdraw consent.

Example:   erasure can be refused while a statutory duty to keep runs:

    >>> [row.id for row in grounds(Right.ERASURE)][:2]
    ['ERA-04', 'ERA-05']
"""

from typing import Any

from nakomen.law.checked import Checked
from nakomen.law.tables import (
    access,
    erasure,
    fee,
    identity,
    intake,
    objection,
    portability,
    rectification,
    restriction,
)
from nakomen.law.tables.row import Outcome, Row
from nakomen.terms import Right, Text


def grounds(right: Right | None) -> tuple[Row[Any], ...]:
    """Every ground to refuse *right*, its own first; None: nobody knows which right was meant."""
    own = _OWN.get(right, ()) if right else ()
    return (*(_ROWS[id] for id in own), *(_ROWS[id] for id in _ANY), NO_REQUEST)


def fee_grounds() -> tuple[Row[Any], ...]:
    """When an answer may cost something: a further copy, or what is shown to go too far."""
    return tuple(_ROWS[id] for id in ("FEE-02", "FEE-03"))


NO_REQUEST: Row[Any] = Row(
    id="IN-00",
    outcome=Outcome.REFUSE,
    when=Text(
        "het bericht is geen verzoek over gegevens van de afzender",
        "the message is no request about data of whoever sent it",
    ),
    do=Text("antwoord op de vraag zelf", "answer the question itself"),
    article="AVG artikel 15 tot en met 22",
    checked=Checked.READ,
    holds=lambda _: False,
)
BEFORE: Row[Any] = Row(
    id="before",
    outcome=Outcome.REFUSE,
    when=Text("de reden staat hieronder", "the reason stands below"),
    do=Text("kies voortaan een grond", "choose a ground from now on"),
    article="AVG artikel 12 lid 4",
    checked=Checked.READ,
    holds=lambda _: False,
)
"""Of a refusal from before grounds were kept; nobody can choose it."""
_OWN: dict[Right, tuple[str, ...]] = {
    Right.ACCESS: ("ACC-09", "ACC-11"),
    Right.RECTIFICATION: ("REC-03", "REC-05"),
    Right.ERASURE: ("ERA-04", "ERA-05", "ERA-06", "ERA-09"),
    Right.RESTRICTION: ("RES-05",),
    Right.PORTABILITY: ("POR-02", "POR-03", "POR-04"),
    Right.OBJECTION: ("OBJ-03", "OBJ-04", "OBJ-06"),
}
_ANY = ("ID-05", "FEE-03", "IN-06", "IN-03")
_TABLES: tuple[tuple[Row[Any], ...], ...] = (
    access.TABLE,
    rectification.TABLE,
    erasure.EXCEPTIONS,
    restriction.TABLE,
    portability.TABLE,
    objection.TABLE,
    identity.TABLE,
    fee.TABLE,
    intake.TABLE,
)
_ROWS: dict[str, Row[Any]] = {row.id: row for table in _TABLES for row in table}
