"""Noting a version, and that people were told of it: evidence first, then the files."""

import re
import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from nakomen.ledger import Entry
from nakomen.policy.versions import (
    Change,
    GivenNotice,
    Lack,
    Version,
    changes,
    dump_version,
    text_hash,
)
from nakomen.run.company import Company
from nakomen.run.versions.errors import NoSuchChannel, NumberRefused
from nakomen.run.versions.known import (
    ENTRY,
    FOLDER,
    POLICY,
    TEXT,
    current_text,
    folder_of,
    lacks,
    policy_of,
    register,
)
from nakomen.run.versions.known import version as known_version
from nakomen.run.versions.reached import reached
from nakomen.run.writing import replaced, writing
from nakomen.terms import Channel

_NUMBER = re.compile(r"[0-9A-Za-z][0-9A-Za-z._-]{0,30}")


def add(
    company: Company, number: str | None, effective: date, author: str, today: date
) -> tuple[Version, tuple[Change, ...]]:
    """
    Note the text and the policy as they stand; they take effect on *effective*.

    *number* is that of policy.yaml when it is None.

    Raises:
        NumberRefused, VersionRefused: nothing was changed.
        FolderUnwritable, LedgerFull: no version was added.
    """
    number = _number(company, number)
    known, policy = register(company), company.policy
    found = changes(policy_of(company, known.last), policy) if known.last else ()
    new = Version(
        number=number,
        issued=policy.statement.date or today,
        effective=effective,
        author=author,
        sha256=text_hash(current_text(company)),
        policy=policy.digest,
        material=any(change.material for change in found),
        changes=tuple(change.tell().in_(policy.statement.language) for change in found),
    )
    known.with_(new)
    said = {"version": number, "sha256": new.sha256, "policy": new.policy}
    _note(company, Entry(kind="version", body={**said, "effective": effective.isoformat()}))
    _write(company, new)
    return new, found


def notice(company: Company, number: str, given: GivenNotice) -> tuple[Version, tuple[Lack, ...]]:
    """
    Note that people were told of version *number*.

    Returns:
        The version, and what must still be told before it may take effect.

    Raises:
        NoSuchVersion: nothing was changed.
    """
    old = known_version(register(company), number)
    new = replace(old, notices=(*old.notices, given))
    said = {"channel": given.channel.value, "on": given.on.isoformat()}
    counts = {"persons": given.persons, "missed": given.missed}
    _note(company, Entry(kind="version-notice", body={"version": number, **said, **counts}))
    with replaced(folder_of(company, number) / ENTRY, dump_version(new)):
        pass
    return new, lacks(company, register(company), new)


def given(company: Company, channel: str, on: date, addresses: Iterable[str] | None) -> GivenNotice:
    """
    The notice; with *addresses* each customer is looked up among them.

    Raises:
        NoSuchChannel: names all channels.
    """
    try:
        way = Channel(channel)
    except ValueError:
        raise NoSuchChannel(", ".join(Channel)) from None
    if addresses is None:
        return GivenNotice(channel=way, on=on)
    persons, missed = reached(company, addresses)
    return GivenNotice(channel=way, on=on, persons=persons, missed=missed)


def _number(company: Company, number: str | None) -> str:
    """The number of the policy; one that differs from it would make two truths."""
    said = company.policy.statement.version
    chosen = number or said or ""
    if not _NUMBER.fullmatch(chosen) or (said and chosen != said):
        raise NumberRefused(f"policy.yaml: {said}" if said else chosen)
    return chosen


def _note(company: Company, entry: Entry) -> None:
    company.ledger.append([entry], at=datetime.now(UTC))


def _write(company: Company, new: Version) -> None:
    """The folder is there as a whole, or not at all."""
    folder = folder_of(company, new.number)
    with writing(FOLDER):
        folder.parent.mkdir(exist_ok=True)
        building = Path(tempfile.mkdtemp(prefix=".new-", dir=folder.parent))
        try:
            (building / TEXT).write_bytes(current_text(company).encode())
            shutil.copyfile(company.folder / POLICY, building / POLICY)
            (building / ENTRY).write_text(dump_version(new), "utf-8")
            building.chmod(0o755)
            building.rename(folder)
        except BaseException:
            shutil.rmtree(building, ignore_errors=True)
            raise
