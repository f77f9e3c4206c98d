"""
After a restore: what was erased since the backup is erased again, in the systems and in our own.

What was erased since stands in a newer ledger. It holds no personal data, so a copy of it can be
kept anywhere; the persons stand, for as long as the backup knew them, in the subject book that was
put back. AVG artikel 17 and 5 lid 1 onder e: a backup must not bring back what had to go.
"""

import json
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import zip_longest
from pathlib import Path

from nakomen.errors import NakomenError, PersonMustDecide, UsageError
from nakomen.ledger import Entry, Ledger, SubjectUnknown, is_group
from nakomen.plan import Request
from nakomen.records import is_value
from nakomen.run.apply import apply_plan
from nakomen.run.company import STATE, Company
from nakomen.run.keeping.restore import RESTORED
from nakomen.run.parting import ERASING
from nakomen.run.planning import plan_person

KIND = "replayed"


class ReplayWaits(UsageError):
    """
    This folder was put back from a backup. First erase again what was erased since: `nakomen
    replay --ledger FILE`, or `nakomen replay --nothing --by NAME`.
    """

    nl = (
        "Deze map is teruggezet uit een back-up. Wis eerst opnieuw wat sindsdien gewist is: "
        "`nakomen replay --ledger BESTAND`, of `nakomen replay --nothing --by NAAM`."
    )


class NothingRestored(UsageError):
    """This folder was not put back from a backup, or it is done already: nothing to do."""

    nl = "Deze map is niet teruggezet uit een back-up, of dat is al klaar: er is niets te doen."


class OtherLedger(NakomenError):
    """That ledger does not go on from this backup: it is of another company, or it was changed."""

    nl = "Dat logboek gaat niet verder op deze back-up: van een ander bedrijf, of veranderd."
    exit_code = 6


@dataclass(frozen=True, kw_only=True)
class Replayed:
    """
    *again*: plans that were carried out now. *waits*: plans that wait for a yes. *by_hand*: what
    was asked of whom (``subject-7 rectify``), which no evidence can tell the words of. *unknown*:
    persons of after the backup; nothing that was put back is theirs.
    """

    again: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    by_hand: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()

    @property
    def done(self) -> bool:
        return not self.waits


def waiting(folder: Path) -> bool:
    """Whether *folder* was put back, and not brought up to date yet."""
    return (folder / STATE / RESTORED).exists()


def replay(company: Company, newer: Path | None, by: str | None, today: date) -> Replayed:
    """
    Erase again what *newer*, a copy of ``ledger.sqlite`` from after the backup, says was erased.

    Args:
        newer: None where there is none; then *by* says that nothing was erased since.

    Raises:
        NothingRestored: there is nothing to do.
        OtherLedger, LedgerBroken: of *newer*; nothing was done.
    """
    mark = company.state / RESTORED
    if not mark.exists():
        raise NothingRestored
    done = Replayed()
    if newer is not None:
        lines = int(json.loads(mark.read_text("utf-8"))["lines"])
        with _opened(company, newer) as ledger:
            _goes_on(company, ledger, lines)
            asked = dict(_since(ledger, lines))
        done = _again(company, asked, today)
    if done.done:
        body = {
            "again": list(done.again),
            "by_hand": list(done.by_hand),
            "unknown": list(done.unknown),
            "by": company.colleague(by) if by else None,
        }
        company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
        mark.unlink()
    return done


@contextmanager
def _opened(company: Company, newer: Path) -> Iterator[Ledger]:
    """A copy of *newer*, under the company's own key."""
    work = Path(tempfile.mkdtemp(dir=company.state, prefix=".backup-"))
    try:
        (work / "keys").mkdir()
        shutil.copy(company.state / "keys" / "ledger.key", work / "keys")
        try:
            with (
                closing(sqlite3.connect(f"file:{newer}?mode=ro", uri=True)) as of,
                closing(sqlite3.connect(work / "ledger.sqlite")) as to,
            ):
                of.backup(to)
        except sqlite3.Error as error:
            raise OtherLedger(newer.name) from error
        with Ledger.open(work) as ledger:
            ledger.verify()
            yield ledger
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _goes_on(company: Company, newer: Ledger, lines: int) -> None:
    """Both have the same first lines."""
    pairs = zip_longest(company.ledger.written(lines), newer.written(lines))
    if any(ours is None or ours != theirs for ours, theirs in pairs):
        raise OtherLedger


def _since(newer: Ledger, lines: int) -> Iterator[tuple[str, Request]]:
    """Of whom something was settled after the backup, and what she had asked."""
    asked = {str(x.body["plan"]): Request(x.body["request"]) for x in newer.lines(kind="planned")}
    for line in newer.lines(kind=("released", "hold"), after=lines):
        yield str(line.body["subject"]), asked[str(line.body["plan"])]


def _again(company: Company, asked: dict[str, Request], today: date) -> Replayed:
    again, waits, by_hand, unknown = [], [], [], []
    for subject, request in asked.items():
        if request not in ERASING or is_group(subject):
            by_hand.append(f"{subject} {request.value}")
            continue
        keys = _keys(company, subject)
        if not keys:
            unknown.append(subject)
            continue
        plan = plan_person(company, Request.ERASE, keys, today).plan
        try:
            for _ in apply_plan(company, plan, today):
                pass  # What happened stands in the ledger.
        except PersonMustDecide:
            waits.append(plan.id)
        else:
            again.append(plan.id)
    return Replayed(
        again=tuple(again), waits=tuple(waits), by_hand=tuple(by_hand), unknown=tuple(unknown)
    )


def _keys(company: Company, subject: str) -> list[tuple[str, str]]:
    """What finds her in the systems; not the keys of single rows."""
    try:
        known = company.subjects.keys(subject)
    except SubjectUnknown:
        return []
    return [(kind, value) for kind, value in known if not is_value(kind) and "." not in kind]
