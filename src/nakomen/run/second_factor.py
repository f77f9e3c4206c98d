"""A customer lost her second factor: that somebody saw who she is before it went, as evidence."""

from datetime import UTC, date, datetime

from nakomen.ledger import Entry
from nakomen.run.company import Company
from nakomen.run.mine import Known

KIND = "second_factor"


def note_lost(company: Company, her: Known, how: str, by: str, today: date) -> None:
    """As `nakomen.verbs.note_second_lost`."""
    body = {
        "person": sorted(her.marks),
        "how": how,
        "by": company.colleague(by),
        "on": today.isoformat(),
    }
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
