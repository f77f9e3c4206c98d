"""A company's state: saved, put back, and brought up to what was erased since."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date, datetime
    from pathlib import Path

    from nakomen.run.company import Company
    from nakomen.run.keeping import Replayed, Saved


def backup(company: Company, file: Path, key: Path) -> Saved:
    """
    Write everything of *company* to *file* while it runs, sealed under the key in the file *key*,
    which is made when it is not there.

    Raises:
        AlreadyThere, KeyInside, FolderUnwritable: there is no new file.
    """
    from nakomen.run import keeping

    return keeping.save(company, file, key)


def last_backup(folder: Path) -> datetime | None:
    """When the company in *folder* was last saved; None when it never was. Opens nothing."""
    from nakomen.run import keeping

    return keeping.last(folder)


def restore(file: Path, key: Path, folder: Path) -> datetime:
    """
    Put a backup back as *folder*, which must be empty or absent; when it was taken is returned.

    Raises:
        NotEmpty, KeyMissing, BackupUnreadable, LedgerBroken: nothing was put back.
    """
    from nakomen.run import keeping

    return keeping.restore(file, key, folder)


def replay(company: Company, newer: Path | None, by: str | None, today: date) -> Replayed:
    """
    Erase again what the ledger *newer* says was erased since the backup; without one *by* says
    that nothing was. Only then the desk opens.

    Raises:
        NothingRestored, OtherLedger, LedgerBroken: nothing was done.
    """
    from nakomen.run import keeping
    from nakomen.run.versions import ruled

    return keeping.replay(ruled(company, today), newer, by, today)
