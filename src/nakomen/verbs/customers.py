"""What a customer may know and do herself, for whoever serves her."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from nakomen.run.choosable import Choosable
    from nakomen.run.company import Company
    from nakomen.run.fields import Field
    from nakomen.run.mine import Known, Mine


def known(company: Company, email: str) -> Known | None:
    """
    The customer whom *email* names in the systems, now; None where it names nobody.

    Raises:
        ManyPersons: it stands with several customers.
    """
    from nakomen.run import mine as own

    return own.known(company, email)


def mine(company: Company, her: Known, today: date, place: str | None = None) -> Mine:
    """Everything of hers, or what is in one *place*, live, as a copy would give it."""
    from nakomen.run import mine as own
    from nakomen.run.versions import ruled

    return own.mine(ruled(company, today), her, today, place)


def fields(company: Company, her: Known) -> list[Field]:
    """What of hers can be put right: by herself, or where *locked* by a colleague."""
    from nakomen.run import fields as own
    from nakomen.run.versions import ruled

    return own.fields(ruled(company, None), her)


def note_second_lost(company: Company, her: Known, how: str, by: str, today: date) -> None:
    """
    Note that *by* saw who she is and took her second factor away.

    Args:
        how: ``person``, ``called`` or ``facts``.
        by: who works here; the evidence has a fingerprint.
    """
    from nakomen.run import second_factor

    second_factor.note_lost(company, her, how, by, today)


def choosable(company: Company, her: Known) -> list[Choosable]:
    """What she says yes or no to: each use of her data, and where her answer stands."""
    from nakomen.run import choosable as own
    from nakomen.run.versions import ruled

    return own.choosable(ruled(company, None), her)
