"""
Withdrawal of consent (AVG artikel 7 lid 3).

Example:   a company would rather call it a legitimate interest from now on:

    >>> [row.id for row in withdrawn(Withdrawal(switched_basis=True))]
    ['WDR-01', 'WDR-03']
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, every
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Withdrawal:
    harder: bool = False
    """It takes more steps, or another channel, than giving it did."""
    switched_basis: bool = False
    """Another basis is named now that was not named from the start."""
    of_child_by_parent: bool = False


def withdrawn(withdrawal: Withdrawal) -> tuple[Row[Withdrawal], ...]:
    """Every row that holds; the first always does."""
    return every(TABLE, withdrawal)


TABLE: tuple[Row[Withdrawal], ...] = (
    Row(
        id="WDR-01",
        outcome=Outcome.GRANT,
        when=Text("een duidelijk bericht, op welk moment ook", "a clear message, at any time"),
        do=Text(
            "stop, en wis als er geen andere grondslag is; wat eerder gebeurde blijft rechtmatig",
            "stop, and erase if there is no other basis; what happened before stays lawful",
        ),
        article="AVG artikel 7 lid 3 en 17 lid 1 onder b",
        at_once=True,
        holds=lambda _: True,
    ),
    Row(
        id="WDR-02",
        outcome=Outcome.NEVER,
        when=Text("intrekken is moeilijker dan geven", "withdrawing is harder than giving"),
        do=Text("dezelfde weg, even weinig stappen", "the same way, as few steps"),
        article="AVG artikel 7 lid 3",
        holds=lambda it: it.harder,
    ),
    Row(
        id="WDR-03",
        outcome=Outcome.NEVER,
        when=Text(
            "er komt achteraf een andere grondslag", "another basis is put in its place afterwards"
        ),
        do=Text(
            "alleen wat van begin af was genoemd, telt", "only what was named from the start counts"
        ),
        article="AVG artikel 13 lid 1 onder c",
        checked=Checked.MEMORY,
        holds=lambda it: it.switched_basis,
    ),
    Row(
        id="WDR-04",
        outcome=Outcome.GRANT,
        when=Text("een ouder trekt in voor een kind", "a parent withdraws for a child"),
        do=Text("dat mag", "that is allowed"),
        article="UAVG artikel 5 lid 3",
        checked=Checked.OLDER,
        holds=lambda it: it.of_child_by_parent,
    ),
)
