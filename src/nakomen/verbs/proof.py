"""Whether promises are kept, with evidence that a stranger can check."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from pathlib import Path

    from nakomen.ledger import Verification
    from nakomen.run.bundle import Bundled
    from nakomen.run.company import Company
    from nakomen.run.drill import Drill, LastDrill
    from nakomen.run.untold import Untold
    from nakomen.run.verdict import Verdict


def status(company: Company, today: date) -> list[Verdict]:
    """A verdict for every promise, in the order of the statement."""
    from nakomen.run.prove import verdicts

    return verdicts(company, today)


def drill(company: Company, today: date, only: Sequence[str] = ()) -> Drill:
    """
    Plant somebody who does not exist, ask for her data, have it erased, and count what was found.

    Raises:
        NoSuchSystem, DrillUnconfirmed: nothing was planted.
    """
    from nakomen.run import drill as drilling

    return drilling.drill(company, today, only)


def last_drill(company: Company, today: date) -> LastDrill:
    """What the last drill showed; unseen when it was never held, is old, or a map changed since."""
    from nakomen.run import drill as drilling

    return drilling.last_drill(company, today)


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
