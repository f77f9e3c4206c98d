"""Whether promises are kept, with evidence that a stranger can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from datetime import date
    from pathlib import Path

    from nakomen.ledger import Verification
    from nakomen.run.bundle import Bundled
    from nakomen.run.company import Company
    from nakomen.run.drill import Drill, LastDrill
    from nakomen.run.handled import Handled
    from nakomen.run.untold import Untold
    from nakomen.run.verdict import Verdict
    from nakomen.terms import Period


def training_term(company: Company) -> tuple[Period, bool]:
    """After how long staff is trained again, and whether the statement says so."""
    from nakomen.run import staffed
    from nakomen.run.versions import ruled

    return staffed.training_term(ruled(company, None))


def note_staff(
    company: Company, control: str, until: Sequence[date | None], looked: date | None
) -> bool:
    """
    Note what a register of people says, where it says something else than before.

    Args:
        control: ``staff-training-register`` or ``confidentiality-register``.
        until: of each person who has access the last day on which she is in order, None: no end.
        looked: when somebody last went through the list of people and signed that it is right.

    Returns:
        Whether it was news.
    """
    from nakomen.run import staffed

    return staffed.note(company, control, until, looked)


def note_cases(company: Company, cases: Iterable[Handled]) -> int:
    """
    Note how far each case of a desk is, where its last line says something else; all at once.

    Returns:
        How many were news. Told the same again, nothing is noted.
    """
    from nakomen.run import handled

    return handled.note(company, cases)


def status(company: Company, today: date) -> list[Verdict]:
    """A verdict for every promise, in the order of the statement."""
    from nakomen.run.prove import verdicts
    from nakomen.run.versions import ruled

    return verdicts(ruled(company, today), today)


def drill(company: Company, today: date, only: Sequence[str] = ()) -> Drill:
    """
    Plant somebody who does not exist, ask for her data, have it erased, and count what was found.

    Raises:
        NoSuchSystem, DrillUnconfirmed: nothing was planted.
    """
    from nakomen.run import drill as drilling
    from nakomen.run.versions import ruled

    return drilling.drill(ruled(company, today), today, only)


def last_drill(company: Company, today: date) -> LastDrill:
    """What the last drill showed; unseen when it was never held, is old, or a map changed since."""
    from nakomen.run import drill as drilling
    from nakomen.run.versions import ruled

    return drilling.last_drill(ruled(company, today), today)


def untold(company: Company, today: date) -> list[Untold]:
    """Rows that came from elsewhere and whose person was not told within a month."""
    from nakomen.run import untold as telling

    return telling.untold(company, today)


def bundle(company: Company, file: Path) -> Bundled:
    """All evidence in one file that a stranger can verify."""
    from nakomen.run.bundle import write

    return write(company, file)


def verify(file: Path, key: str | None = None) -> Verification:
    """
    Check a bundle offline; needs no folder.

    Raises:
        BundleMissing: the file cannot be opened.
    """
    from nakomen.run.bundle import check as check_bundle

    return check_bundle(file, key)
