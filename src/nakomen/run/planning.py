"""Making a plan: find the person, build the steps, count what each would touch, keep it."""

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from nakomen.errors import UsageError
from nakomen.plan import (
    STEPS,
    Case,
    Claim,
    Person,
    Plan,
    Request,
    Step,
    asks,
    confirmations,
    notices,
    numbered,
)
from nakomen.plan.requests.ground import Ground
from nakomen.records import Keys, gather, is_value, normal
from nakomen.run import objecting, shelf
from nakomen.run.about import bases, holding
from nakomen.run.archive import archive_steps
from nakomen.run.calendar import Calendar
from nakomen.run.company import Company
from nakomen.run.correcting import corrected, with_values
from nakomen.run.counting import counted
from nakomen.run.due import due_steps, over_on, together
from nakomen.run.grouping import list_persons
from nakomen.run.lease import Busy, lease
from nakomen.run.near import near_matches
from nakomen.run.parked import expire, waiting_steps
from nakomen.run.parting import ERASING
from nakomen.run.resolve import identity, resolve
from nakomen.run.restricting import anchored, fitted, refuse_without_ground
from nakomen.run.spared import Spared


class NothingNamed(UsageError):
    """Say what is right: --set email=ADDRESS, or --set address.postcode=VALUE; repeatable."""

    nl = "Zeg wat er moet staan: --set email=ADRES, of --set address.postcode=WAARDE; mag vaker."


class NoPersonNamed(UsageError):
    """Name the person: --key email=ADDRESS, or phone, customer, iban."""

    nl = "Noem de persoon: --key email=ADRES, of phone, customer, iban."


@dataclass(frozen=True, kw_only=True)
class Planned:
    """A stored plan, whether anything of the person was found, and what looks like her keys."""

    plan: Plan
    found: bool
    near: tuple[str, ...] = ()


def plan_person(
    company: Company,
    request: Request,
    given: Sequence[tuple[str, str]],
    today: date,
    claim: Claim | None = None,
    settings: Sequence[tuple[str, str]] = (),
    ground: Ground | None = None,
    purpose: str | None = None,
    compelling: str | None = None,
) -> Planned:
    """
    The plan for one person's request. Changes nothing in any store.

    Args:
        settings: for a rectification, what is named and what is right: ``("email", ADDRESS)``.
        ground: for a restriction, why she may ask for it.
        purpose: of an objection or a withdrawal; advertising when None.
        compelling: the grounds that go before an objection that was weighed.

    Raises:
        NoGround: of a restriction; nothing was planned.
        UnknownPurpose: the policy states no such purpose.
        NotWeighed, ReasonMissing: about *compelling*; nothing was planned.
        NothingNamed, NothingToSet, ValueUnfit: about *settings*; nothing was planned.
        ManyPersons: the keys lead to several customers.
        SchemaChanged, StoreUnreachable: a store is not as the map says, or not there.
    """
    if not given:
        raise NoPersonNamed
    if request is Request.RECTIFY and not settings:
        raise NothingNamed
    use = objecting.purpose_of(company.policy, request, purpose)
    if compelling is not None:
        objecting.refuse_unweighed(use, request, compelling)
    restricts = request is Request.RESTRICT
    if restricts:
        refuse_without_ground(company.policy, ground)
    company.check_shapes()
    given = [(kind, normal(kind, value)) for kind, value in given]
    subject, keys = find_person(company, given)
    keys = anchored(company, subject, keys) if restricts else keys
    person = Person(subject=subject, kinds=frozenset(keys))
    right = corrected(company, keys, given, settings)
    if right.values:
        company.subjects.remember(right.values, subject)
    case = Case(
        policy=company.policy, maps=company.maps, person=person, today=today, claim=claim,
        corrections=right.corrections, ground=ground, purpose=use,
        compelling=compelling is not None, bases=bases(company) if request is Request.PORT else {},
    )  # fmt: skip
    known = {subject: with_values(keys, right.values)}
    asked = fitted(company, _steps(company, request, case), keys)
    spared = Spared.of(company)
    # Nobody else erases meanwhile either.
    stayed = subject in spared.frozen.subjects and not restricts
    stayed = stayed or (request in ERASING and spared.held.on(subject) is not None)
    steps = counted(company, spared.heeded(company, asked), known, today)
    steps += waiting_steps(company, given) if request is Request.ACCESS else []
    steps += archive_steps(company, request, {**keys, **gather(given)}, subject)
    if request in objecting.STOPPING:
        hers = {**keys, **gather(given)}
        objecting.note(company, use, hers, today)
        if compelling is not None:
            objecting.overrule(company, use, hers, compelling, today)
    shown = _shown(company, given)
    held = holding(company, steps)
    changes = any(step.rows and step.task.act.destructive for step in steps)
    unsure = request is Request.RECTIFY or not use.marketing
    told = Request.ACCESS if unsure and not changes else request
    plan = Plan(
        id="",
        request=request,
        today=today,
        subject=shown,
        made_from=company.digests,
        steps=numbered(steps),
        asks=() if stayed else (*asks(company.policy, told, held), *confirmations(told, shown)),
        notices=() if stayed else notices(company.policy, told, held),
    )
    found = any(step.rows for step in steps)
    near = () if found else _shown(company, near_matches(company.maps, company.stores, given))
    return Planned(plan=shelf.keep(company, plan), found=found, near=near)


def _steps(company: Company, request: Request, case: Case) -> Sequence[Step]:
    """The steps of *request*, built once for all who are known by the same kinds of keys."""
    whoever = replace(case, person=replace(case.person, subject=_SOMEBODY))
    place = request, case.person.kinds
    known, steps = company.steps.get(place, (None, ()))
    if known != whoever:
        steps = tuple(STEPS[request](whoever))
        if len(company.steps) >= _MOST_KINDS:
            company.steps.clear()
        company.steps[place] = whoever, steps
    subject = case.person.subject
    return [replace(step, subject=subject) if step.subject == _SOMEBODY else step for step in steps]


_SOMEBODY = "subject-0"
"""Nobody's name in the subject book, which counts from 1."""
_MOST_KINDS = 64
"""Of so many sets of kinds steps are kept; a company has a handful."""


def plan_list(
    company: Company, request: Request, file: Path, today: date, claim: Claim | None = None
) -> Planned:
    """
    The plan for everybody in *file*, one person a line. Changes nothing in any store.

    Raises:
        errors of `nakomen.run.grouping.list_persons`: nothing was planned.
        SchemaChanged, StoreUnreachable: a store is not as the map says, or not there.
    """
    company.check_shapes()
    listing = list_persons(company, request, file, today, claim)
    plan = Plan(
        id="",
        request=request,
        today=today,
        subject=_shown(company, [("list", " ".join(sorted(listing.seen)))]),
        made_from=company.digests,
        steps=numbered(listing.steps),
        asks=asks(company.policy, request),
        notices=notices(company.policy, request),
        persons=listing.persons,
    )
    found = any(step.rows for step in plan.steps)
    return Planned(plan=shelf.keep(company, plan, listing.entries()), found=found)


def find_person(company: Company, given: Sequence[tuple[str, str]]) -> tuple[str, Keys]:
    """Her name in the subject book, and every key by which she is known."""
    book = company.subjects
    before = book.find(given)
    remembered = (
        [k for k in book.keys(before) if "." in k[0] and not is_value(k[0])] if before else []
    )
    keys = resolve(company.maps, company.stores, [*given, *remembered])
    pairs = [(kind, value) for kind, values in keys.items() for value in values]
    return book.remember(pairs, before or book.find(identity(keys))), keys


def _shown(company: Company, keys: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    """Keys as a plan may hold them: ``email #a91f``."""
    return tuple(f"{k} #{company.subjects.fingerprint(k, v)[:4]}" for k, v in keys)


def plan_retention(company: Company, today: date) -> Planned:
    """The plan for everything that is due on *today*: the ends of holds, then terms."""
    company.check_shapes()
    with suppress(Busy), lease(company):  # Who is at work ends it as well.
        expire(company, today)
    spared = Spared.by_sweeps(company)
    over = over_on(company, Calendar.of(company), today, lambda part: together(company, part))
    steps = due_steps(company, today, over, spared)
    plan = Plan(
        id="",
        request=Request.RETENTION,
        today=today,
        made_from=company.digests,
        steps=numbered(counted(company, steps, over.keys | {"": spared.keys}, today)),
    )
    found = any(step.rows for step in plan.steps)
    return Planned(plan=shelf.keep(company, plan), found=found)
