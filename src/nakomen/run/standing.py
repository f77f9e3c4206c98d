"""
What stands until somebody ends it, restrictions and holds: read from the evidence once, and after
that only what came since. A plan for one person asks for it several times.
"""

from collections.abc import Iterator, Sequence

from nakomen.ledger import Line
from nakomen.run.company import Company

KINDS = ("frozen", "thawed", "held", "unheld")


def standing(company: Company) -> Sequence[Line]:
    """Every line of `KINDS` as of now, whoever wrote it, in order."""
    known = company.standing
    known += company.ledger.lines(kind=KINDS, after=known[-1].seq if known else 0)
    return known


def of_kind(lines: Sequence[Line], kind: str, after: int = 0) -> Iterator[Line]:
    """Those of *lines* that are of *kind*, behind line *after*."""
    return (line for line in lines if line.kind == kind and line.seq > after)
