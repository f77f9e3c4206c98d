"""The published text: read, checked by itself, its versions, and what is made public."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date
    from pathlib import Path

    from nakomen.policy.register import Register
    from nakomen.policy.versions import Change, Lack, Version
    from nakomen.reading import Facts
    from nakomen.run.checking import Checkup
    from nakomen.run.company import Company
    from nakomen.run.mending import Consequences, Mending
    from nakomen.run.publish import Written
    from nakomen.terms import Finding, Period, Text


@dataclass(frozen=True, kw_only=True)
class Reading:
    """
    Facts of a statement, or the findings that say why it could not be read.

    Quotes refer to *text*: each stands in it at its offset.
    """

    facts: Facts | None
    findings: list[Finding]
    text: str | None = None


def read(file: Path) -> Reading:
    """What a published statement says, with exact quotes, or findings why it cannot be read."""
    from nakomen.run.source import read_statement

    text, facts, findings = read_statement(file)
    return Reading(facts=facts if text is not None else None, findings=findings, text=text)


def check_statement(file: Path, today: date) -> Checkup:
    """
    A published statement against the law catalogue, without a company's folder.

    Raises:
        StatementMissing: no such file.
    """
    from nakomen.run import checking

    return checking.of_statement(file, today)


def publish(company: Company, folder: Path, today: date, *, draft: bool = False) -> list[Written]:
    """
    Write what is public into *folder*; a *draft* may be no version yet.

    Raises:
        Unversioned, NoticeLacking: nothing was written.
        FolderUnwritable: the system refused.
    """
    from nakomen.run import publish as publishing

    return publishing.publish(company, folder, today, draft=draft)


def register(company: Company) -> Register:
    """
    The register of processing activities: register.yaml, else a draft.

    Raises:
        CompanyFaulty: with every fault of the file.
    """
    from nakomen.run import registered

    return registered.registered(company)


def write_register(company: Company) -> Register:
    """
    Put the draft into the company's folder.

    Raises:
        RegisterExists: nothing was changed.
    """
    from nakomen.run import registered

    return registered.write_register(company)


def add_version(
    company: Company, number: str | None, effective: date, author: str, today: date
) -> tuple[Version, tuple[Change, ...]]:
    """
    Note the text and policy as they stand as a version, and what it changes.

    Raises:
        NumberRefused, VersionRefused: nothing was changed.
    """
    from nakomen.run import versions as releases

    return releases.add(company, number, effective, author, today)


def versions(company: Company) -> tuple[Version, ...]:
    """All versions, in order of the day on which they take effect."""
    from nakomen.run import versions as releases

    return releases.register(company).versions


def version_on(company: Company, day: date) -> Version | None:
    """The one version in force on *day*; None before the first."""
    from nakomen.run import versions as releases

    return releases.in_force(company, day)


def ruled(company: Company, day: date | None = None) -> Company:
    """
    *company* under the promises that hold on *day*, today when None; verbs that plan, judge and
    answer use it by themselves. What is written since holds once its version does.

    Raises:
        TextChanged: the version that holds was changed after it was noted.
    """
    from nakomen.run import versions as releases

    return releases.ruled(company, day)


def waiting(company: Company, day: date) -> Text | None:
    """Which version holds on *day* and what another still waits for; None when none waits."""
    from nakomen.run import versions as releases

    return releases.waiting(company, day)


def version_text(company: Company, version: Version) -> str:
    """
    Its text, letter for letter.

    Raises:
        TextChanged: the file was changed since.
    """
    from nakomen.run import versions as releases

    return releases.text_of(company, version)


def version_changes(company: Company, old: str, new: str | None = None) -> tuple[Change, ...]:
    """
    Promises that changed from one version to another, or to the policy as it stands.

    Raises:
        NoSuchVersion: one of them is not there.
    """
    from nakomen.run import versions as releases

    return releases.compare(company, old, new)


def version_lacks(company: Company, version: Version) -> tuple[Lack, ...]:
    """Promised notices that must still be given before *version* may take effect."""
    from nakomen.run import versions as releases

    return releases.lacks(company, releases.register(company), version)


def note_notice(
    company: Company,
    number: str,
    channel: str,
    on: date,
    addresses: Iterable[str] | None = None,
) -> tuple[Version, tuple[Lack, ...]]:
    """
    Note that people were told of a version, and what is still lacking.

    Args:
        addresses: whom it was sent to; every customer is then looked up among them.

    Raises:
        NoSuchVersion, NoSuchChannel: nothing was changed.
    """
    from nakomen.run import versions as releases

    return releases.notice(company, number, releases.given(company, channel, on, addresses))


def term_of(company: Company, promise: str) -> Period | None:
    """The term that *promise* has in a number, if it has one."""
    from nakomen.run import mending

    return mending.term_of(company, promise)


def mend(
    company: Company, promise: str, says: str, period: Period | None, by: str, today: date
) -> Mending:
    """
    The text and policy with *says* in place of the sentence of *promise*. Nothing is written.

    Raises:
        NoSentence, SaysAnother, Entangled, NotReworded, Unversioned: it cannot be so.
    """
    from nakomen.run import mending

    return mending.mend(company, promise, says, period, by, today)


def consequences(company: Company, mending: Mending, effective: date, today: date) -> Consequences:
    """
    What *mending* would change from the day *effective* on. Nothing is written.

    Raises:
        SchemaChanged, StoreUnreachable: a system is not as its map says, or not there.
    """
    from nakomen.run import mending as sentences

    return sentences.consequences(company, mending, effective, today)


def put_in_place(
    company: Company, mending: Mending, effective: date, author: str, today: date
) -> None:
    """
    Change text and policy together, and note them as a version.

    Raises:
        ChangedMeanwhile, FolderUnwritable, LedgerFull: nothing was changed.
    """
    from nakomen.run import mending as sentences

    sentences.carry_out(company, mending, effective, author, today)


def finish_mending(
    folder: Path, number: str, digest: str, effective: date, author: str, today: date
) -> bool:
    """Note the version of a mending that was cut off; False when nothing of it was done."""
    from nakomen.run import mending as sentences

    return sentences.finish(folder, number, digest, effective, author, today)


def customer_addresses(company: Company) -> Iterator[str]:
    """The e-mail address of each customer, as the stores have it; streamed, some may come twice."""
    from nakomen.run.versions import reached

    return reached.addresses(company)
