"""What falls due, what is held, and what nobody needs any more."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from nakomen.ledger import Parcel
    from nakomen.plan import Archive, Plan
    from nakomen.run.company import Company
    from nakomen.run.forecast import Forecast
    from nakomen.run.held import LegalHold
    from nakomen.run.review import Choice, Item


def hold(
    company: Company,
    given: Sequence[tuple[str, str]],
    place: str | None,
    reason: str,
    until: date,
    today: date,
) -> LegalHold:
    """
    Keep the rows of whoever has the keys *given*, or all of *place* (``crm.invoice``), from every
    plan that would take them; a person looks at it again on *until*.

    Raises:
        WhatToHold, NobodyToHold, NoSuchDataset, ReasonMissing, ReviewTooLate: nothing was noted.
    """
    from nakomen.run import holds

    return holds.add(company, given, place, reason, until, today)


def end_hold(company: Company, id: str, because: str, today: date) -> LegalHold:
    """
    What it kept goes as its terms say.

    Raises:
        NoSuchHold, ReasonMissing: nothing was noted.
    """
    from nakomen.run import holds

    return holds.end(company, id, because, today)


def holds(company: Company) -> tuple[LegalHold, ...]:
    """Every hold that nobody ended."""
    from nakomen.run import held

    return held.holds_now(company)


def review(company: Company, today: date) -> list[Item]:
    """Everything without a living purpose, and what a person decided about it."""
    from nakomen.run import review as reviewing
    from nakomen.run.versions import ruled

    return reviewing.review(ruled(company, today), today)


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
    Note what *by* decided about item *id* of the review, until *until*; and the plan it leads to.

    Args:
        archive: of `Choice.ARCHIVE`: for what, for whom, and until when.

    Raises:
        NoSuchItem, OnlyKept, NothingTaken, ReasonMissing, ReviewTooLate, ArchiveUnfinished,
        ArchiveTooShort, ArchiveStays: nothing was noted.
    """
    from nakomen.run import review as reviewing
    from nakomen.run.versions import ruled

    return reviewing.decide(ruled(company, today), id, choice, because, until, by, today, archive)


def archives(company: Company) -> list[Parcel]:
    """What left the systems for an archive, and stays there for one purpose until a day."""
    from nakomen.run import archive

    return archive.archives(company)


def open_archive(
    company: Company, plan: str, purpose: str, role: str, by: str, file: Path, today: date
) -> int:
    """
    Write what *plan* archived to *file*, if it is kept for this *purpose* and *role*.

    Raises:
        NoSuchArchive, NotForThis, FolderUnwritable: nothing was written.
    """
    from nakomen.run import archive

    return archive.open_archive(company, plan, purpose, role, by, file, today)


def undecided(company: Company, today: date) -> int:
    """Items that wait for a decision, in a company that reviews; else its late holds."""
    from nakomen.run import review as reviewing
    from nakomen.run.versions import ruled

    return reviewing.waiting(ruled(company, today), today)


def forecast(company: Company, today: date, months: int) -> Forecast:
    """
    What falls due up to the end of each of the coming *months*, as plans of those days would have
    it; what is due already comes first. Also which holds a person looks at again by then, and what
    can be undone no longer.

    Raises:
        SchemaChanged, StoreUnreachable: a store is not as its map says, or not there.
    """
    from nakomen.run import forecast as ahead
    from nakomen.run.versions import ruled

    return ahead.forecast(ruled(company, today), today, months, partial(ruled, company))
