"""
AVG artikel 15 lid 4: een kopie mag een ander niet schaden.

Holds for: every copy under lid 3, of all records.
Demands:   the record of somebody else is never in it; what stands in a shared record about another
           person is masked, and only that: the rest is not refused.
Example:   Anna asks for her calls. The call that Bram made to her is in the copy, without his
           number and name.
Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That a part is masked and not the whole refused is after CJEU
           C-487/21, in a summary.
"""

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-15-4",
    article="AVG artikel 15 lid 4",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "gegevens van een ander zijn onleesbaar gemaakt, om diens rechten te beschermen",
        "data of another person have been masked, to protect that person's rights",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. Dat alleen het deel over de ander wordt afgeschermd, is gelezen "
        "in een samenvatting van HvJEU C-487/21.",
        "The article was read. That only the part about the other is masked was read in a summary "
        "of CJEU C-487/21.",
    ),
)
