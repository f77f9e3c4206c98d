"""
Data without a living purpose: all of it in one list, and of each item what a person decided.

An item is what no plan takes by itself and no promise keeps: records without a term in a number,
rows without a date, rows that go only on request, rows whose consent was withdrawn or whose
processing ended, and holds whose review is late. A decision holds
until its next day, or until the plan that it led to was carried out.
"""

from collections.abc import Sequence
from datetime import UTC, date, datetime

from nakomen.errors import UsageError
from nakomen.ledger import JSON, Entry
from nakomen.plan import Archive, Plan
from nakomen.run.archive import archives
from nakomen.run.company import Company
from nakomen.run.held import holds_now
from nakomen.run.holds import refuse_day, renew
from nakomen.run.reason import refuse_reason
from nakomen.run.review.items import (
    KIND,
    Choice,
    Decided,
    Item,
    archive_id,
    found,
    name_of,
    review,
    waiting,
)
from nakomen.run.review.leading import plan_of
from nakomen.run.review.refusals import (
    ArchiveStays,
    ArchiveTooShort,
    ArchiveUnfinished,
    NoSuchItem,
    NothingTaken,
    OnlyKept,
    TermBelow,
)

__all__ = [
    "ArchiveStays",
    "ArchiveTooShort",
    "ArchiveUnfinished",
    "Choice",
    "Decided",
    "Item",
    "NoSuchItem",
    "NothingTaken",
    "OnlyKept",
    "TermBelow",
    "decide",
    "review",
    "waiting",
]


def decide(
    company: Company,
    id: str,
    choice: Choice,
    because: str,
    until: date,
    by: str,
    today: date,
    archive: Archive | None = None,
) -> tuple[Item, Plan | None]:
    """
    Note what *by* decided about item *id*; who that is stands in the ledger as a fingerprint.

    Returns:
        The item, and the plan that the decision leads to; it is carried out like any other.

    Raises:
        NoSuchItem, OnlyKept, NothingTaken, ReasonMissing, ReviewTooLate, ArchiveUnfinished,
        ArchiveTooShort, ArchiveStays, TermBelow: nothing was noted.
    """
    refuse_reason(because)
    refuse_day(until, today)
    if any(hold.id == id for hold in holds_now(company)):
        if choice is not Choice.KEEP:
            raise OnlyKept
        renew(company, id, because, until, today)
        return _one(review(company, today), id), None
    _refuse_archive(choice, archive, today)
    company.check_shapes()
    known = {archive_id(parcel): parcel for parcel in archives(company)}
    if id in known and choice is not Choice.KEEP:
        raise ArchiveStays
    step = next((step for step in found(company, today) if name_of(step) == id), None)
    plan = None
    if id not in known:
        if step is None:
            raise NoSuchItem
        if choice is not Choice.KEEP:
            plan = plan_of(company, step, choice, because, today, archive)
    body: dict[str, JSON] = {
        "item": id,
        "choice": choice.value,
        "because": because.strip(),
        "rows": step.rows if step else known[id].rows,
        "on": today.isoformat(),
        "next": until.isoformat(),
        "by": company.colleague(by),
        "decision": plan.id if plan else None,
    }
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
    return _one(review(company, today), id), plan


def _refuse_archive(choice: Choice, archive: Archive | None, today: date) -> None:
    """
    Raises:
        ArchiveUnfinished: an archive without purpose, role or a day to come, or these without one.
    """
    if (choice is Choice.ARCHIVE) != (archive is not None):
        raise ArchiveUnfinished
    if archive:
        try:
            refuse_reason(archive.purpose)
            refuse_reason(archive.role)
        except UsageError:
            raise ArchiveUnfinished from None
        if archive.until <= today:
            raise ArchiveUnfinished


def _one(items: Sequence[Item], id: str) -> Item:
    return next(item for item in items if item.id == id)
