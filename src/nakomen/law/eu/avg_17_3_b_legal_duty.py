"""
AVG artikel 17 lid 3 onder b: een wettelijke plicht gaat voor een verzoek om wissing.

Holds for: records that a statute says must be kept. This norm opens the door; the statute itself
           says how long: awr_52_bookkeeping, bw_3_15i_bookkeeping.
Demands:   keep what the statute needs and no more, say which statute and until when, and erase it
           then without being asked again.
Example:   Anna asks on 1 May 2026 to erase everything. Her invoice of March 2019 stays until the
           end of 2026, her address in the shop does not.
Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. That kept records are shielded from other use is our reading of
           artikel 5 lid 1 under b and c.
"""

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-17-3-b",
    article="AVG artikel 17 lid 3 onder b",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "wat de wet verplicht te bewaren, blijft tot die plicht voorbij is",
        "what the law requires to be kept stays until that duty is over",
    ),
    beats_erasure=True,
    source=AVG,
    verified=True,
    checked=Text("Het artikel is nagelezen.", "The article was read."),
)
