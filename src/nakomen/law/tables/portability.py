"""
Portability, for one item of data (AVG artikel 20). The service goes on; nothing is erased.

Example:   what Anna listened to is hers to take along, a score about her is not:

    >>> port(Item(basis=Basis.CONTRACT)).id, port(Item(basis=Basis.CONTRACT, derived=True)).id
    ('POR-01', 'POR-02')
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Basis, Text

_PORTABLE = frozenset({Basis.CONSENT, Basis.CONTRACT})


@dataclass(frozen=True, kw_only=True)
class Item:
    """*basis* is the legal basis the item rests on."""

    basis: Basis
    paper: bool = False
    derived: bool = False
    """Concluded by us, neither typed in by the person nor observed from her use."""
    of_others: bool = False
    """It also holds data of somebody else, and the receiver would use those for itself."""


def port(item: Item) -> Row[Item]:
    return first(TABLE, item)


TABLE: tuple[Row[Item], ...] = (
    Row(
        id="POR-03",
        outcome=Outcome.REFUSE,
        when=Text("het is een papieren dossier", "it is a paper file"),
        do=Text("wijs op inzage", "refer to access"),
        article="AVG artikel 20 lid 1 onder b",
        holds=lambda it: it.paper,
    ),
    Row(
        id="POR-04",
        outcome=Outcome.REFUSE,
        when=Text(
            "het rust niet op toestemming of contract", "it rests neither on consent nor contract"
        ),
        do=Text("wijs op inzage", "refer to access"),
        article="AVG artikel 20 lid 1 onder a en lid 3",
        holds=lambda it: it.basis not in _PORTABLE,
    ),
    Row(
        id="POR-02",
        outcome=Outcome.REFUSE,
        when=Text("wij hebben het zelf afgeleid", "we derived it ourselves"),
        do=Text("wijs op inzage", "refer to access"),
        article="AVG artikel 20 lid 1",
        holds=lambda it: it.derived,
    ),
    Row(
        id="POR-05",
        outcome=Outcome.PARTIAL,
        when=Text(
            "de ontvanger zou gegevens van een ander voor zichzelf gebruiken",
            "the receiver would use data of another for itself",
        ),
        do=Text("laat die weg", "leave those out"),
        article="AVG artikel 20 lid 4",
        holds=lambda it: it.of_others,
    ),
    Row(
        id="POR-01",
        outcome=Outcome.GRANT,
        when=Text(
            "de persoon gaf het zelf of het komt uit haar gebruik",
            "the person gave it or it comes from her use",
        ),
        do=Text(
            "geef JSON, CSV of XML, of stuur het door als dat kan",
            "give JSON, CSV or XML, or send it on where possible",
        ),
        article="AVG artikel 20 lid 1 en 2",
        checked=Checked.REPORTED,
        holds=lambda _: True,
    ),
)
