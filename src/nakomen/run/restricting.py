"""Restriction carried out: what must be known before a freeze, and how it is lifted."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.law.tables.restriction import lift
from nakomen.law.tables.row import Outcome
from nakomen.ledger import Entry, Parcel
from nakomen.plan import Because, Plan, Request, Step, asks, link_kind, notices, numbered, whose
from nakomen.plan.requests.ground import Ground
from nakomen.plan.requests.promised import promise_for
from nakomen.plan.requests.restrict import found_by_id, restriction
from nakomen.policy import Control, Policy
from nakomen.records import (
    Act,
    Dataset,
    Filled,
    KeyRole,
    Keys,
    Nothing,
    Selection,
    StoreMap,
    Task,
    all_of,
)
from nakomen.run import shelf
from nakomen.run.company import Company
from nakomen.run.frozen import Restricted, restricted_person
from nakomen.run.resolve import ANCHOR_LIMIT
from nakomen.stores.blank import blank_of
from nakomen.stores.errors import CannotBlank
from nakomen.terms import Right, Text


class NoGround(PersonMustDecide):
    """
    Without a ground nobody has to restrict (AVG artikel 18 lid 1, RES-05): explain that to her,
    or say why with --ground contested, unlawful, claim or objection.
    """

    nl = (
        "Zonder grond hoeft niemand te beperken (AVG artikel 18 lid 1, RES-05): leg dat uit, of "
        "zeg waarom wel met --ground contested, unlawful, claim of objection."
    )


class NotRestricted(UsageError):
    """The data of this person is not restricted. `nakomen status` tells whose is."""

    nl = "De gegevens van deze persoon zijn niet beperkt. `nakomen status` zegt van wie wel."


class NotToldYet(PersonMustDecide):
    """
    A restriction is lifted when the person asks (--wish DATE), or after you told her that you
    will lift it (--informed DATE; AVG artikel 18 lid 3, RES-07).
    """

    nl = (
        "Een beperking gaat eraf als de persoon dat vraagt (--wish DATUM), of nadat u haar hebt "
        "verteld dat u die opheft (--informed DATUM; AVG artikel 18 lid 3, RES-07)."
    )


class HersToLift(PersonMustDecide):
    """The statement promises that the person lifts it: wait until she asks (--wish DATE)."""

    nl = "De verklaring belooft dat de persoon zelf opheft: wacht op haar wens (--wish DATUM)."


class DayAhead(UsageError):
    """This day has not come yet."""

    nl = "Deze dag moet nog komen."


def refuse_without_ground(policy: Policy, ground: Ground | None) -> None:
    """
    Raises:
        NoGround: neither a ground of the law nor the own statement asks for it.
    """
    if restriction(policy, ground).outcome is not Outcome.RESTRICT:
        raise NoGround


def anchored(company: Company, subject: str, keys: Keys) -> Keys:
    """
    *keys* with the ids of rows that only a name or an address leads to: once those are emptied,
    nothing else would. They are remembered in the subject book.
    """
    found = dict(keys)
    for store_map in company.maps:
        for dataset in store_map.datasets:
            kind = _kind_of_rows(store_map, dataset)
            rows = whose(store_map, frozenset(keys), found=True)[dataset.name].hers
            if kind and kind not in keys and not isinstance(rows, Nothing):
                ids = company.stores[store_map.store].values(
                    Selection(dataset.name, rows), dataset.primary_key, keys, ANCHOR_LIMIT + 1
                )
                if 0 < len(ids) <= ANCHOR_LIMIT:
                    found[kind] = tuple(str(row[0]) for row in ids)
    new = [(k, value) for k, values in found.items() if k not in keys for value in values]
    if new:
        company.subjects.remember(new, subject)
    return found


def _kind_of_rows(store_map: StoreMap, dataset: Dataset) -> str | None:
    own = any(key.role is not KeyRole.PARTY for key in dataset.keys)
    if not own or len(dataset.primary_key) != 1:
        return None
    return link_kind(store_map.store, dataset.name, dataset.primary_key[0])


def fitted(company: Company, steps: Sequence[Step], keys: Keys) -> list[Step]:
    """*steps* with only what can be emptied; what stays readable is asked of a person."""
    return [part for step in steps for part in _fitted(company, step, keys)]


def _fitted(company: Company, step: Step, keys: Keys) -> Iterator[Step]:
    if step.task.act is not Act.FREEZE:
        yield step
        return
    store_map = company.store_map(step.store)
    dataset = store_map.dataset(step.task.dataset)
    able = tuple(name for name in step.task.columns if _can(dataset, name))
    if found_by_id(dataset) and _kind_of_rows(store_map, dataset) not in (None, *keys):
        # So many rows that they are found by her address only: it cannot be taken away.
        able = tuple(name for name in able if dataset.key(name) is None)
    rows = whose(store_map, frozenset(keys), found=True)[dataset.name].hers
    if not dataset.primary_key:
        able = ()
    if able:
        where = Selection(dataset.name, all_of(rows, Filled(able)))
        yield replace(step, task=replace(step.task, selection=where, columns=able))
    rest = tuple(name for name in step.task.columns if name not in able)
    if rest:
        because = replace(step.because, text=_READABLE.fill(columns=", ".join(rest)))
        task = Task(selection=Selection(dataset.name, rows), act=Act.ASK, columns=rest)
        yield replace(step, task=task, because=because)


def _can(dataset: Dataset, name: str) -> bool:
    try:
        blank_of(dataset, name)
    except CannotBlank:
        return False
    return True


_READABLE = Text(
    "kan niet leeg, dus blijft leesbaar: {columns}; een mens moet zorgen dat niemand het gebruikt",
    "cannot be emptied, so stays readable: {columns}; a person must see that nobody uses it",
)


@dataclass(frozen=True, kw_only=True)
class Lifting:
    """Why it is lifted: the person asked on *wish*, or was told on *informed*."""

    wish: date | None = None
    informed: date | None = None


def plan_lifting(
    company: Company, given: Sequence[tuple[str, str]], why: Lifting, today: date
) -> Plan:
    """
    The plan that puts everything of hers back where it stood.

    Raises:
        NotRestricted: nothing of this person is frozen.
        NotToldYet, HersToLift, DayAhead: nothing was planned.
    """
    person = restricted_person(company, given)
    if person is None:
        raise NotRestricted
    because = _because(company.policy, why, today)
    parcels = company.vault.parcels(subject=person.subject)
    frozen = [parcel for parcel in parcels if parcel.until is None]
    steps = [replace(back_step(p, because), subject=person.subject) for p in reversed(frozen)]
    steps += _left_readable(company, person, because)
    plan = Plan(
        id="",
        request=Request.UNRESTRICT,
        today=today,
        subject=_shown(company, person),
        made_from=company.digests,
        steps=numbered(steps),
        asks=asks(company.policy, Request.UNRESTRICT),
        notices=notices(company.policy, Request.UNRESTRICT),
    )
    return shelf.keep(company, plan)


def _left_readable(company: Company, person: Restricted, because: Because) -> list[Step]:
    """What could not be emptied, and stayed where it was."""
    asked = [s for s in shelf.load_plan(company, person.plan).steps if s.task.act is Act.ASK]
    return [replace(step, task=replace(step.task, act=Act.KEEP), because=because) for step in asked]


def back_step(parcel: Parcel, because: Because) -> Step:
    """The step that puts one parcel back."""
    rows = Selection(parcel.dataset, Nothing())
    return Step(
        store=parcel.store,
        task=Task(selection=rows, act=Act.THAW, columns=parcel.columns),
        because=because,
        rows=parcel.rows,
        parcel=f"{parcel.plan} {parcel.step}",
    )


def _shown(company: Company, person: Restricted) -> tuple[str, ...]:
    return shelf.load_plan(company, person.plan).subject


def _because(policy: Policy, why: Lifting, today: date) -> Because:
    if any(day and day > today for day in (why.wish, why.informed)):
        raise DayAhead
    if why.wish is None and lift(informed=why.informed is not None).outcome is not Outcome.GRANT:
        raise NotToldYet
    if why.wish is None and _hers_to_lift(policy):
        raise HersToLift
    text = _WISHED.fill(day=str(why.wish)) if why.wish else _TOLD.fill(day=str(why.informed))
    promise = promise_for(policy, Right.RESTRICTION)
    return Because(text=text, promise=promise, rule="RES-07", article="AVG artikel 18 lid 3")


_LIFTS = re.compile(r"\b(tot|totdat|until)\b.{0,60}\b(opheft|lift)\b", re.I | re.S)


def _hers_to_lift(policy: Policy) -> bool:
    """A sentence says that it lasts until she lifts it."""
    said = (p.says or "" for p in policy.promises if p.control == Control.RESTRICTION_FREEZE)
    return any(_LIFTS.search(says) for says in said)


_WISHED = Text("de persoon vroeg erom op {day}", "the person asked for it on {day}")
_TOLD = Text(
    "de persoon is ingelicht op {day}, en u heft de beperking op",
    "the person was told on {day}, and you lift the restriction",
)


def begun(company: Company, plan: Plan, on: date) -> list[Entry]:
    """That her data is restricted from now on: noted before the first column is emptied."""
    persons = dict.fromkeys(step.subject for step in plan.steps if step.subject)
    rule = next((step.because.rule for step in plan.steps if step.because.rule), None)
    noted = {
        str(line.body["subject"]) for line in company.ledger.lines(kind="frozen", plan=plan.id)
    }
    return [
        Entry(
            kind="frozen",
            body={"plan": plan.id, "subject": person, "rule": rule, "on": on.isoformat()},
        )
        for person in persons
        if person not in noted
    ]


def lifted(plan: Plan, on: date) -> list[Entry]:
    """That her data may be used again."""
    subjects = dict.fromkeys(step.subject for step in plan.steps if step.subject)
    return [
        Entry(kind="thawed", body={"plan": plan.id, "subject": subject, "on": on.isoformat()})
        for subject in subjects
    ]
