"""
AVG artikel 17 lid 1 en 2: recht op gegevenswissing.

Holds for: all records of the person who asks, when one of six grounds applies.
Demands:   erase without undue delay, also at processors; tell receivers (artikel 19). A norm of
           lid 3 goes before it; see avg_17_3_b_legal_duty and avg_17_3_e_legal_claims.
Example:   Anna has left and asks to be forgotten: her data are no longer needed for the contract.

    >>> GROUNDS[Ground.NO_LONGER_NEEDED].letter
    '17(1)(a)'

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-17",
    article="AVG artikel 17 lid 1",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "recht op gegevenswissing: wat niet meer nodig is, wordt gewist",
        "right to erasure: what is no longer needed is erased",
    ),
    source=AVG,
    verified=True,
    checked=Text("Het artikel is nagelezen.", "The article was read."),
)


class Ground(StrEnum):
    """Why data must go, lid 1 under (a) to (f)."""

    NO_LONGER_NEEDED = "no_longer_needed"
    CONSENT_WITHDRAWN = "consent_withdrawn"
    OBJECTED = "objected"
    UNLAWFUL = "unlawful"
    LEGAL_DUTY = "legal_duty"
    CHILD_ONLINE = "child_online"


@dataclass(frozen=True, kw_only=True)
class GroundText:
    letter: str
    text: Text


GROUNDS: Mapping[Ground, GroundText] = {
    Ground.NO_LONGER_NEEDED: GroundText(
        letter="17(1)(a)",
        text=Text("niet meer nodig voor het doel", "no longer needed for the purpose"),
    ),
    Ground.CONSENT_WITHDRAWN: GroundText(
        letter="17(1)(b)",
        text=Text(
            "toestemming ingetrokken en geen andere grondslag",
            "consent withdrawn and no other legal basis",
        ),
    ),
    Ground.OBJECTED: GroundText(
        letter="17(1)(c)",
        text=Text(
            "bezwaar gemaakt en geen zwaarder belang",
            "objected to and no overriding interest",
        ),
    ),
    Ground.UNLAWFUL: GroundText(
        letter="17(1)(d)",
        text=Text("onrechtmatig verwerkt", "processed unlawfully"),
    ),
    Ground.LEGAL_DUTY: GroundText(
        letter="17(1)(e)",
        text=Text("wissen is wettelijk verplicht", "the law requires erasure"),
    ),
    Ground.CHILD_ONLINE: GroundText(
        letter="17(1)(f)",
        text=Text(
            "van een kind verzameld voor een online dienst",
            "collected from a child for an online service",
        ),
    ),
}
"""Each ground with its letter and a plain sentence, in the order of the article."""
