"""Helping one customer: what a colleague may see of her, and what not."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from nakomen.run.company import Company
    from nakomen.run.mine import Known
    from nakomen.run.supporting import Looking, Seen
    from nakomen.terms import RecordKind


def named(company: Company, kind: str, value: str) -> Known | None:
    """
    The customer whom one key names in the systems, now; None where it names nobody.

    Args:
        kind: ``email``, ``customer``, ``phone``, ``iban`` or ``username``.

    Raises:
        ManyPersons: it stands with several customers.
    """
    from nakomen.run import mine

    return mine.named(company, kind, value)


def reachable(company: Company, her: Known, looking: Looking, today: date) -> frozenset[RecordKind]:
    """
    The kinds of her records that *looking* reaches.

    Raises:
        FormerCustomer: none; that it was tried is in the evidence.
    """
    from nakomen.run import supporting
    from nakomen.run.versions import ruled

    return supporting.reachable(ruled(company, today), her, looking, today)


def seen(company: Company, her: Known, looking: Looking, today: date) -> list[Seen]:
    """
    Her data as it stands now, masked as far as *looking* says; that it was seen is in the evidence.

    Raises:
        FormerCustomer: nothing was shown; that it was tried is in the evidence.
    """
    from nakomen.run import supporting
    from nakomen.run.versions import ruled

    return supporting.seen(
        ruled(company, today), her, supporting.whole(ruled(company, today), looking), today
    )


def numbers_in(text: str) -> frozenset[str]:
    """Which of ``iban``, ``card`` and ``bsn`` stand in *text*."""
    from nakomen.run import supporting

    return supporting.numbers_in(text)
