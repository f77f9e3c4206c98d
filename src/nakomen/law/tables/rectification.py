"""
Rectification, for one item of data (AVG artikel 16).

Example:   a wrong name on an invoice is put right with a new document:

    >>> rectify(Item(shown_wrong=True, issued=True)).id
    'REC-05'
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Item:
    shown_wrong: bool = False
    incomplete: bool = False
    """For the purpose it is used for."""
    opinion: bool = False
    """A judgement, or minutes of what was said."""
    issued: bool = False
    """A document that must stay as it went out, such as an invoice."""
    proof_excessive: bool = False
    """More proof is asked than needed, such as a medical one."""


def rectify(item: Item) -> Row[Item]:
    return first(TABLE, item)


TABLE: tuple[Row[Item], ...] = (
    Row(
        id="REC-06",
        outcome=Outcome.NEVER,
        when=Text("er wordt te zwaar bewijs gevraagd", "excessive proof is asked"),
        do=Text("vraag het niet", "do not ask for it"),
        article="HvJEU C-247/23",
        checked=Checked.REPORTED,
        holds=lambda it: it.proof_excessive,
    ),
    Row(
        id="REC-05",
        outcome=Outcome.PARTIAL,
        when=Text(
            "het stuk moet blijven zoals het is verstuurd", "the document must stay as issued"
        ),
        do=Text(
            "verbeter met een nieuw stuk, zoals een creditfactuur; het oude wordt beperkt",
            "correct with a new document, such as a credit note; the old one is restricted",
        ),
        article="AWR artikel 52 lid 1 en 4",
        checked=Checked.OLDER,
        holds=lambda it: it.issued,
    ),
    Row(
        id="REC-03",
        outcome=Outcome.PARTIAL,
        when=Text("het is een oordeel of een verslag", "it is a judgement or minutes"),
        do=Text(
            "voeg de verklaring van de persoon toe; herschrijf het oordeel niet",
            "add the person's statement; do not rewrite the judgement",
        ),
        article="AVG artikel 16, tweede zin",
        checked=Checked.MEMORY,
        holds=lambda it: it.opinion,
    ),
    Row(
        id="REC-01",
        outcome=Outcome.GRANT,
        when=Text("de persoon laat zien dat het niet klopt", "the person shows that it is wrong"),
        do=Text("verbeter het en licht ontvangers in", "correct it and inform receivers"),
        article="AVG artikel 16 en 5 lid 1 onder d",
        holds=lambda it: it.shown_wrong,
    ),
    Row(
        id="REC-04",
        outcome=Outcome.GRANT,
        when=Text("het is niet volledig voor het doel", "it is incomplete for the purpose"),
        do=Text("vul het aan", "complete it"),
        article="AVG artikel 16",
        holds=lambda it: it.incomplete,
    ),
    Row(
        id="REC-02",
        outcome=Outcome.RESTRICT,
        when=Text(
            "de juistheid wordt betwist en is niet direct te zien",
            "accuracy is disputed and cannot be checked at once",
        ),
        do=Text("markeer en zoek uit", "mark and verify"),
        article="AVG artikel 18 lid 1 onder a",
        holds=lambda _: True,
    ),
)
