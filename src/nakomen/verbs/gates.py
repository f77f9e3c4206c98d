"""Whether data may be used, sent or moved now, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from nakomen.gates import Decision, GateFacts
    from nakomen.run.company import Company
    from nakomen.run.using import Used, Wanted


def may(company: Company, facts: GateFacts, today: date) -> Decision:
    """Whether a use, a message, a transfer is allowed now, and why; noted in the ledger."""
    from nakomen.run import deciding
    from nakomen.run.versions import ruled

    return deciding.may(ruled(company, today), facts, today)


def objected_on(
    company: Company, given: Sequence[tuple[str, str]], purpose: str = "marketing"
) -> date | None:
    """
    The last day on which whoever has one of the keys *given* said no to *purpose*, such as
    ``marketing``, or ``marketing:email`` where one channel is meant: no to all is no to that too.
    """
    from nakomen.run import objecting

    return objecting.objected_on(company, given, purpose)


def note_consent(
    company: Company, given: Sequence[tuple[str, str]], purpose: str, words: str, on: date
) -> int:
    """
    Note that a person said yes to *purpose* on a day, having read *words*; no system is changed.

    Returns:
        The number of the line in the ledger. Told the same again, it is the same.

    Raises:
        UnknownPurpose: no such use rests on consent.
        WordsNamePerson: the words are not what everybody reads.
    """
    from nakomen.run import consenting
    from nakomen.run.versions import ruled

    return consenting.note(ruled(company, None), given, purpose, words, on)


def consented_on(
    company: Company, given: Sequence[tuple[str, str]], purpose: str = "marketing"
) -> date | None:
    """The last day on which whoever has one of the keys *given* said yes to *purpose*, as noted."""
    from nakomen.run import consenting

    return consenting.consented_on(company, given, purpose)


def may_use(company: Company, wanted: Wanted, today: date) -> Decision:
    """
    Whether data may be used so, now, and why; noted in the log, also when it may not.

    Raises:
        RecordsUnknown: no map has the records that were named.
    """
    from nakomen.run import using
    from nakomen.run.versions import ruled

    return using.may_use(ruled(company, today), wanted, today)


def uses(
    company: Company, given: Sequence[tuple[str, str]] = (), purpose: str | None = None
) -> list[Used]:
    """What was asked of `may_use`: of a person, for a purpose, or all of it; oldest first."""
    from nakomen.run import using
    from nakomen.run.versions import ruled

    return list(using.uses(ruled(company, None), given, purpose))


def country_of(company: Company, receiver: str) -> str | None:
    """
    The country that the policy gives for *receiver*; None when it names it without one.

    Raises:
        ReceiverUnknown: the policy does not name it.
    """
    from nakomen.run import deciding
    from nakomen.run.versions import ruled

    return deciding.country_of(ruled(company, None), receiver)
