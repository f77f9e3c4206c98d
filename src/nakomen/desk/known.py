"""
What the desk must know of the company before its first page: read once, and again after a change.

Reading a policy takes longer than all that a page needs; what came of it is kept under a digest of
the files that it was read from.
"""

from __future__ import annotations

import hashlib
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from nakomen.placeholders import resolve

if TYPE_CHECKING:
    from nakomen import Company

FORM = 1
"""Raise it when what is kept, or what counts as a fault in the files, becomes another."""


@dataclass(frozen=True, kw_only=True)
class Known:
    """As nakomen.yaml and the policy say it; in addresses secrets are placeholders."""

    name: str
    sender: str
    mail: str | None
    mailbox: str | None
    database: str | None
    site: str | None
    """Where people find the desk."""
    published: str
    """The address that the statement gives for privacy."""

    def address(self, of: str, folder: Path) -> str | None:
        """
        The address of ``mail``, ``mailbox`` or ``database``, with its secrets; None: not set.

        Raises:
            SecretMissing: a variable or file is not there.
        """
        told: str | None = getattr(self, of)
        return told and resolve(told, os.environ, folder)


def known(folder: Path) -> Known:
    """
    Raises:
        NakomenError: the company's folder has faults.
    """
    kept, digest = folder / ".nakomen" / "known.json", _digest(folder)
    try:
        stored = json.loads(kept.read_text("utf-8"))
        if stored["digest"] == digest:
            return Known(**stored["known"])
    except (OSError, ValueError, KeyError, TypeError):
        pass  # Absent, or of another version: read the files.
    found = _apart(folder) or _read(folder)
    _keep(kept, {"digest": digest, "known": asdict(found)})
    return found


def _apart(folder: Path) -> Known | None:
    """Read by a process that takes the memory along; None when it could not."""
    words = [sys.executable, "-m", "nakomen.desk.known", str(folder)]
    done = subprocess.run(
        words, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    )
    return Known(**json.loads(done.stdout)) if done.returncode == 0 else None


def _read(folder: Path) -> Known:
    from nakomen import Company

    with Company.open(folder) as company:
        company.state  # noqa: B018 (makes the folder)
        return Known(
            name=str(company.policy.controller.get("name") or ""),
            sender=company.settings.sender,
            mail=company.settings.mail,
            mailbox=company.settings.mailbox,
            database=company.settings.database,
            site=company.settings.address,
            published=_published(company),
        )


def _published(company: Company) -> str:
    """Of whom the statement names to ask about privacy, else of the company."""
    contacts = (promise.contact for promise in company.policy.promises)
    named = [contact.email for contact in contacts if contact and contact.email]
    return str((named or company.policy.controller.get("emails") or [""])[0])


def _keep(file: Path, what: dict[str, object]) -> None:
    made = file.with_suffix(f".{os.getpid()}")
    made.touch(mode=0o600)
    made.write_text(json.dumps(what), "utf-8")
    made.replace(file)


def _digest(folder: Path) -> str:
    """Of the form and every file in which the company says something."""
    told = hashlib.sha256(f"{FORM}".encode())
    for file in _files(folder):
        told.update(f"\0{file.relative_to(folder)}\0".encode())
        told.update(hashlib.sha256(file.read_bytes()).digest())
    return told.hexdigest()


def _files(folder: Path) -> Iterator[Path]:
    for pattern in ("*.yaml", "*.md", "*.txt", "systems/*.yaml"):
        yield from sorted(file for file in folder.glob(pattern) if file.is_file())


if __name__ == "__main__":
    print(json.dumps(asdict(_read(Path(sys.argv[1])))))
