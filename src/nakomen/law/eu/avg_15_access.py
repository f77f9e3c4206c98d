"""
AVG artikel 15: recht van inzage.

Holds for: all records of the person who asks.
Demands:   yes or no; if yes a copy of the data and what lid 1 under (a) to (h) and lid 2 name, in
           words a person understands.
Example:   an answer that lists her invoices, but not whom she can complain to, is not complete:

    >>> [must.letter for must in ANSWER if must.field == "authority"]
    ['15(1)(f)']

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That actual receivers must be named is after CJEU C-154/21, and
           that a raw copy needs an explanation after AP Uber (11-12-2023), both in summaries.
"""

from dataclasses import dataclass

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-15",
    article="AVG artikel 15",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "recht van inzage: een kopie van de gegevens, met uitleg erbij",
        "right of access: a copy of the data, with an explanation",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Dat ontvangers bij naam worden genoemd, is gelezen in een "
        "samenvatting van HvJEU C-154/21.",
        "The article was read. That receivers are named was read in a summary of CJEU C-154/21.",
    ),
)


@dataclass(frozen=True, kw_only=True)
class Must:
    """One thing an answer must contain; *field* of the access paper carries it."""

    letter: str
    text: Text
    field: str


ANSWER = (
    Must(
        letter="15(1)",
        text=Text("of er gegevens zijn", "whether there are data"),
        field="parts",
    ),
    Must(letter="15(1)(a)", text=Text("waarvoor", "the purposes"), field="purposes"),
    Must(
        letter="15(1)(b)",
        text=Text("welke soorten gegevens", "the categories of data"),
        field="categories",
    ),
    Must(letter="15(1)(c)", text=Text("wie ze krijgt", "who receives them"), field="recipients"),
    Must(letter="15(1)(d)", text=Text("hoe lang ze blijven", "how long they stay"), field="term"),
    Must(letter="15(1)(e)", text=Text("welke rechten er zijn", "which rights"), field="rights"),
    Must(
        letter="15(1)(f)",
        text=Text("waar een klacht kan", "where to complain"),
        field="authority",
    ),
    Must(
        letter="15(1)(g)",
        text=Text("waar ze vandaan komen", "where they come from"),
        field="source",
    ),
    Must(
        letter="15(1)(h)",
        text=Text("of een computer besluit, en hoe", "whether a computer decides, and how"),
        field="automated",
    ),
    Must(
        letter="15(2)",
        text=Text("bescherming buiten Europa", "safeguards outside Europe"),
        field="transfers",
    ),
    Must(letter="15(3)", text=Text("een kopie", "a copy"), field="rows"),
)
"""What an answer must contain, in the order of the article."""
