"""
The verbs: what a command line, a desk or a script can ask. Each composes the layers below.

A verb brings in what it needs when it is called: reading a statement waits for no database.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from datetime import date
    from pathlib import Path

    from nakomen.gates import Decision, GateFacts
    from nakomen.ledger import Parcel, Verification
    from nakomen.plan import Plan, Request
    from nakomen.plan.requests.ground import Ground
    from nakomen.policy.register import Register
    from nakomen.policy.versions import Change, Lack, Version
    from nakomen.reading import Facts
    from nakomen.run.bundle import Bundled
    from nakomen.run.checking import Checkup
    from nakomen.run.company import Company
    from nakomen.run.drill import Drill
    from nakomen.run.forecast import Falling
    from nakomen.run.founding import Founded
    from nakomen.run.frozen import Restriction
    from nakomen.run.health import Check
    from nakomen.run.held import LegalHold
    from nakomen.run.hits import Hit
    from nakomen.run.outcomes import Event
    from nakomen.run.outside import Outside
    from nakomen.run.overdue import Overdue
    from nakomen.run.planning import Planned
    from nakomen.run.publish import Written
    from nakomen.run.recall import Recalled
    from nakomen.run.review import Choice, Item
    from nakomen.run.using import Used, Wanted
    from nakomen.run.verdict import Verdict
    from nakomen.terms import Finding, Text


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


def init(folder: Path, statement: Path, stores: Mapping[str, str]) -> Founded:
    """
    Make a company's folder. All of it is made, or nothing.

    Raises:
        FolderTaken: something stands there already.
        StatementUnreadable: with findings.
        StoreUnreachable: a store did not answer.
    """
    from nakomen.run import founding

    return founding.found(folder, statement, stores)


def connect(folder: Path, name: str, url: str) -> dict[str, Any]:
    """
    Draft ``systems/NAME.yaml`` from a live store; the answer is the JSON of CONTRACT.

    Raises:
        MapExists: a map of that name is there already.
        StoreUnreachable: the store did not answer.
    """
    from nakomen.run import founding

    return founding.connect(folder, name, url)


def confirm(
    company: Company, what: str | None, entries: Sequence[str] | None, by: str, on: date
) -> list[str]:
    """
    A person's yes to *entries* of *what* (``policy``, ``systems/NAME``), or to all of it.

    Returns:
        What was confirmed, as ``policy retention-1``.

    Raises:
        UnknownEntry: names the near one.
    """
    from nakomen.run import yes

    return yes.confirm(company, what, entries, by, on)


def unconfirmed(company: Company, what: str | None) -> list[tuple[str, str, str]]:
    """(file, entry, what it says) of everything that still waits for a person's yes."""
    from nakomen.run import yes

    return yes.waiting(company, what)


def survey(company: Company) -> list[Finding]:
    """What the stores hold that the maps do not say, and the other way round."""
    from nakomen.run import looking

    return looking.drift(company)


def check_schema(company: Company, sources: Sequence[str], store: str | None) -> list[Finding]:
    """
    Columns of a new schema with personal data that no promise covers; before it is in use.

    Args:
        sources: the address of a database, or files and folders with SQL in their order.

    Raises:
        WhichStore, NoSchema, SchemaUnreadable: it cannot be looked at.
    """
    from nakomen.run import schema

    return schema.new_personal_data(company, sources, store)


def check(company: Company, today: date) -> list[Finding]:
    """The policy against its text, the maps, the registers and the law; sorted by place."""
    return checkup(company, today).findings


def checkup(company: Company, today: date) -> Checkup:
    """As `check`, with what each rule of the law catalogue answered."""
    from nakomen.run import checking

    return checking.of_company(company, today)


def check_statement(file: Path, today: date) -> Checkup:
    """
    A published statement against the law catalogue, without a company's folder.

    Raises:
        StatementMissing: no such file.
    """
    from nakomen.run import checking

    return checking.of_statement(file, today)


def plan(
    company: Company,
    request: Request,
    given: Sequence[tuple[str, str]],
    today: date,
    claim: tuple[str, date] | None = None,
    settings: Sequence[tuple[str, str]] = (),
    purpose: str | None = None,
    ground: Ground | None = None,
) -> Planned:
    """
    What *request* would do, and why. Changes nothing in any store.

    Args:
        settings: for a rectification, what is named and what is right.
        purpose: of an objection or a withdrawal; it is noted at once, and `may` then refuses.
        ground: of a restriction, why she may ask for it; a statement can promise it without.
    """
    from nakomen.plan import Claim, Request
    from nakomen.run.planning import plan_person, plan_retention

    if request is Request.RETENTION:
        return plan_retention(company, today)
    if request is Request.DESTRUCTION:
        from nakomen.run.destruction import plan_destruction

        return plan_destruction(company, today)
    held = Claim(reason=claim[0], until=claim[1]) if claim else None
    return plan_person(
        company, request, given, today, held, settings, purpose=purpose, ground=ground
    )


def lift(
    company: Company,
    given: Sequence[tuple[str, str]],
    today: date,
    wish: date | None = None,
    informed: date | None = None,
) -> Planned:
    """
    The plan that lifts a restriction: she asked for it on *wish*, or was told on *informed*.

    Raises:
        NotRestricted: nothing of this person is frozen.
        NotToldYet, HersToLift, DayAhead: nothing was planned.
    """
    from nakomen.run import restricting
    from nakomen.run.planning import Planned

    why = restricting.Lifting(wish=wish, informed=informed)
    return Planned(plan=restricting.plan_lifting(company, given, why, today), found=True)


def approve(company: Company, plan: Plan, by: str, on: date) -> list[Text]:
    """
    Note that *by* read *plan* and agrees.

    Returns:
        Why it still waits: for a second person. Empty when it may be carried out.
    """
    from nakomen.run import guards

    return guards.approve(company, plan, by, on)


def waits_for(company: Company, plan: Plan) -> list[Text]:
    """Why *plan* waits for a person who read it; empty when it does not."""
    from nakomen.run import guards

    return guards.unmet(company, plan)


def hold(
    company: Company,
    given: Sequence[tuple[str, str]],
    place: str | None,
    reason: str,
    until: date,
    today: date,
) -> LegalHold:
    """
    Keep the rows of whoever has the keys *given*, or all of *place* (``crm.invoice``), from every
    plan that would take them; a person looks at it again on *until*.

    Raises:
        WhatToHold, NobodyToHold, NoSuchDataset, ReasonMissing, ReviewTooLate: nothing was noted.
    """
    from nakomen.run import holds

    return holds.add(company, given, place, reason, until, today)


def end_hold(company: Company, id: str, because: str, today: date) -> LegalHold:
    """
    What it kept goes as its terms say.

    Raises:
        NoSuchHold, ReasonMissing: nothing was noted.
    """
    from nakomen.run import holds

    return holds.end(company, id, because, today)


def holds(company: Company) -> tuple[LegalHold, ...]:
    """Every hold that nobody ended."""
    from nakomen.run import held

    return held.holds_now(company)


def review(company: Company, today: date) -> list[Item]:
    """Everything without a living purpose, and what a person decided about it."""
    from nakomen.run import review as reviewing

    return reviewing.review(company, today)


def decide(
    company: Company, id: str, choice: Choice, because: str, until: date, by: str, today: date
) -> tuple[Item, Plan | None]:
    """
    Note what *by* decided about item *id* of the review, until *until*; and the plan it leads to.

    Raises:
        NoSuchItem, OnlyKept, NothingTaken, ReasonMissing, ReviewTooLate: nothing was noted.
    """
    from nakomen.run import review as reviewing

    return reviewing.decide(company, id, choice, because, until, by, today)


def undecided(company: Company, today: date) -> int:
    """Items that wait for a decision, in a company that reviews; else its late holds."""
    from nakomen.run import review as reviewing

    return reviewing.waiting(company, today)


def undo(company: Company, id: str, today: date) -> Planned:
    """
    The plan that puts back what plan *id* took out, while that can be done.

    Raises:
        NoSuchPlan: nothing is stored under that name.
        NothingToUndo: nothing of it can be put back.
    """
    from nakomen.run import undoing
    from nakomen.run.planning import Planned

    return Planned(plan=undoing.plan_undo(company, id, today), found=True)


def restricted(company: Company) -> list[Restriction]:
    """Whose data is restricted now, by printed fingerprints."""
    from nakomen.run import frozen

    return frozen.shown(company)


def restorable(company: Company) -> list[Parcel]:
    """What is out of the systems and can still be put back."""
    from nakomen.run import parked

    return parked.restorable(company)


def plan_list(
    company: Company,
    request: Request,
    file: Path,
    today: date,
    claim: tuple[str, date] | None = None,
) -> Planned:
    """
    As `plan`, for everybody in *file*: one person a line. Changes nothing in any store.

    Raises:
        ListEmpty, ListUnreadable, ListFaulty: about the file.
        OneByOne: the request is not made for many.
    """
    from nakomen.plan import Claim
    from nakomen.run import planning

    held = Claim(reason=claim[0], until=claim[1]) if claim else None
    return planning.plan_list(company, request, file, today, held)


def recall(company: Company, id: str) -> Recalled:
    """
    A stored plan and how far it is.

    Raises:
        NoSuchPlan: nothing is stored under that name.
    """
    from nakomen.run.recall import state_of
    from nakomen.run.shelf import load_plan

    return state_of(company, load_plan(company, id))


def apply(company: Company, plan: Plan, today: date, output: Path | None = None) -> Iterator[Event]:
    """Carry out a plan that was shown; see `nakomen.run.apply`."""
    from nakomen.run.apply import apply_plan

    return apply_plan(company, plan, today, output)


def drill(company: Company, today: date, only: Sequence[str] = ()) -> Drill:
    """
    Plant somebody who does not exist, ask for her data, have it erased, and count what was found.

    Raises:
        NoSuchSystem, DrillUnconfirmed: nothing was planted.
    """
    from nakomen.run import drill as drilling

    return drilling.drill(company, today, only)


def status(company: Company, today: date) -> list[Verdict]:
    """A verdict for every promise, in the order of the statement."""
    from nakomen.run.prove import verdicts

    return verdicts(company, today)


def outside(company: Company, today: date) -> list[Outside]:
    """What processors and receivers were asked or told, and how far each is on *today*."""
    from nakomen.run import outside as others

    return others.outside(company, today)


def answer(
    company: Company,
    name: str,
    state: str,
    today: date,
    receipt: bytes | None = None,
    ground: str | None = None,
) -> Outside:
    """
    Note that an ask was ``sent``, ``done`` or ``refused``; of *receipt* only a SHA-256 is kept.

    Raises:
        NoSuchAsk, GroundMissing: nothing was noted.
    """
    from nakomen.run import outside as others

    return others.answer(company, name, others.State(state), today, receipt, ground)


def hits(company: Company, given: Sequence[tuple[str, str]]) -> list[Hit]:
    """
    Texts of others in which one of a person's keys stands; all but the hit is masked, none is kept.

    Raises:
        ManyPersons: the keys lead to several customers.
    """
    from nakomen.run import hits as found

    return found.hits(company, given)


def overdue(company: Company, today: date) -> list[Overdue]:
    """Requests that the law wants answered by now, and are not."""
    from nakomen.run import overdue as late

    return late.overdue(company, today)


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


def may(company: Company, facts: GateFacts, today: date) -> Decision:
    """Whether a use, a message, a transfer is allowed now, and why; noted in the ledger."""
    from nakomen.run import deciding

    return deciding.may(company, facts, today)


def objected_on(
    company: Company, given: Sequence[tuple[str, str]], purpose: str = "marketing"
) -> date | None:
    """The last day on which whoever has one of the keys *given* said no to *purpose*."""
    from nakomen.run import objecting

    return objecting.objected_on(company, given, purpose)


def may_use(company: Company, wanted: Wanted, today: date) -> Decision:
    """
    Whether data may be used so, now, and why; noted in the log, also when it may not.

    Raises:
        RecordsUnknown: no map has the records that were named.
    """
    from nakomen.run import using

    return using.may_use(company, wanted, today)


def uses(
    company: Company, given: Sequence[tuple[str, str]] = (), purpose: str | None = None
) -> list[Used]:
    """What was asked of `may_use`: of a person, for a purpose, or all of it; oldest first."""
    from nakomen.run import using

    return list(using.uses(company, given, purpose))


def country_of(company: Company, receiver: str) -> str | None:
    """
    The country that the policy gives for *receiver*; None when it names it without one.

    Raises:
        ReceiverUnknown: the policy does not name it.
    """
    from nakomen.run import deciding

    return deciding.country_of(company, receiver)


def forecast(company: Company, today: date, months: int) -> list[Falling]:
    """
    What falls due up to the end of each of the coming *months*, as plans of those days would have
    it; what is due already comes first.

    Raises:
        SchemaChanged, StoreUnreachable: a store is not as its map says, or not there.
    """
    from nakomen.run import forecast as ahead

    return ahead.forecast(company, today, months)


def explain(folder: Path, name: str, today: date | None = None) -> Text:
    """
    What a code, a promise or a norm means.

    Raises:
        NothingToExplain: no such name; names the near one.
    """
    from nakomen.run import explaining

    return explaining.explain(folder, name, today)


def doctor(folder: Path) -> list[Check]:
    """Everything that nakomen needs here, each well or wrong with its cure."""
    from nakomen.run import health

    return health.checks(folder)
