"""
AVG artikel 17 lid 3 onder e: wat nodig is voor een rechtsvordering, blijft.

Holds for: records needed to bring or defend a claim that is pending or concretely expected. It sets
           no term: a person names the claim, and a day on which it is looked at again.
Demands:   keep only what that claim needs. The general fear of a claim is not enough.
Example:   Anna disputes an invoice in court and asks to erase her account. The correspondence on
           that invoice stays; her newsletter does not.
Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That the claim must be concrete is our reading.
"""

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-17-3-e",
    article="AVG artikel 17 lid 3 onder e",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "wat nodig is voor een rechtszaak of een concrete vordering, blijft zolang die loopt",
        "what a lawsuit or a concrete claim needs stays while it runs",
    ),
    beats_erasure=True,
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Dat het om een concrete vordering moet gaan, is onze lezing.",
        "The article was read. That the claim must be concrete is our reading.",
    ),
)
