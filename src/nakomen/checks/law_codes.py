"""The visible table of findings about the law: what each code means, and how heavily it weighs."""

from collections.abc import Mapping
from dataclasses import dataclass

from nakomen.law import LegalRule
from nakomen.law.eu import avg_5_1_e_storage_limitation, avg_12_3_response
from nakomen.law.nl import awr_52_bookkeeping, tw_11_5_traffic_data
from nakomen.policy import Policy, Promise
from nakomen.terms import Finding, Place, Severity, Text


@dataclass(frozen=True, kw_only=True)
class LawCode:
    """One sort of finding. *title* is told by ``nakomen explain``; *article* is its usual norm."""

    code: str
    severity: Severity
    title: Text
    article: str


_RIGHTS = "AVG artikel 13 lid 2 onder b en d, artikelen 15 tot en met 21, 77"
_TABLE = (
    LawCode(
        code="L001",
        severity=Severity.ERROR,
        title=Text(
            "een beloofde termijn is korter dan de wettelijke bewaarplicht",
            "a promised term is shorter than the legal duty to keep",
        ),
        article=awr_52_bookkeeping.RULE.article,
    ),
    LawCode(
        code="L002",
        severity=Severity.NOTE,
        title=Text(
            "een beloofde termijn begint eerder dan die van de wet",
            "a promised term starts earlier than that of the law",
        ),
        article=awr_52_bookkeeping.RULE.article,
    ),
    LawCode(
        code="L003",
        severity=Severity.WARNING,
        title=Text(
            "een bewaarplicht voor verkeersgegevens die niet meer bestaat",
            "a legal duty to keep traffic data that no longer exists",
        ),
        article=tw_11_5_traffic_data.RULE.article,
    ),
    LawCode(
        code="L004",
        severity=Severity.NOTE,
        title=Text(
            "geen termijn in jaren voor wat de wet laat bewaren",
            "no term in years for what the law requires to be kept",
        ),
        article="AVG artikel 13 lid 2 onder a",
    ),
    LawCode(
        code="L005",
        severity=Severity.NOTE,
        title=Text(
            "geen termijn, alleen 'zolang als nodig'",
            "no term, only 'as long as necessary'",
        ),
        article=avg_5_1_e_storage_limitation.RULE.article,
    ),
    LawCode(
        code="L006",
        severity=Severity.WARNING,
        title=Text("bewaren zonder einde", "keeping without an end"),
        article=avg_5_1_e_storage_limitation.RULE.article,
    ),
    LawCode(
        code="L010",
        severity=Severity.ERROR,
        title=Text(
            "een antwoordtermijn langer dan een maand",
            "a term for answering longer than one month",
        ),
        article=avg_12_3_response.RULE.article,
    ),
    LawCode(
        code="L020",
        severity=Severity.WARNING,
        title=Text(
            "de verklaring noemt niet alle rechten die zij moet noemen",
            "the statement does not name every right that it must name",
        ),
        article=_RIGHTS,
    ),
    LawCode(
        code="L021",
        severity=Severity.NOTE,
        title=Text(
            "een recht dat genoemd moet worden zodra het van toepassing is",
            "a right that must be named as soon as it applies",
        ),
        article="AVG artikel 13 lid 2 onder c en f",
    ),
)
LAW_CODES: Mapping[str, LawCode] = {known.code: known for known in _TABLE}


def about_law(
    code: str,
    policy: Policy,
    *,
    message: Text,
    hint: Text,
    promise: Promise | None = None,
    norm: LegalRule | None = None,
) -> Finding:
    """A finding at *promise*, or at the head of the statement when no promise speaks of it."""
    known = LAW_CODES[code]
    return Finding(
        code=code,
        severity=known.severity,
        place=promise.place if promise else Place(policy.statement.file, 1),
        message=message,
        hint=hint,
        article=norm.article if norm else known.article,
        promise=promise.id if promise else None,
    )
