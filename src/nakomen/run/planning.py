"""Making a plan: find the person, build the steps, count what each would touch, keep it."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path

from nakomen.errors import UsageError
from nakomen.ledger import Entry
from nakomen.plan import (
    Claim,
    Person,
    Plan,
    Request,
    Step,
    access_steps,
    asks,
    digest,
    erase_steps,
    notices,
    numbered,
    plan_from,
    plan_json,
    retention_steps,
)
from nakomen.plan.weigh import holds
from nakomen.records import Act, KeyKind, Keys, Question, normal
from nakomen.run.calendar import due_holds
from nakomen.run.company import Company
from nakomen.run.near import near_matches
from nakomen.run.resolve import resolve
from nakomen.run.stale import PlanChanged
from nakomen.run.writing import gone_if_it_fails, writing
from nakomen.terms import Text

_PLAN_ID = re.compile(r"plan-[0-9]{4,9}")


class NoSuchPlan(UsageError):
    """There is no such plan. `nakomen plan` makes one and names it."""

    nl = "Dit plan bestaat niet. `nakomen plan` maakt er een en noemt de naam."


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
) -> Planned:
    """
    The plan for one person's request. Changes nothing in any store.

    Raises:
        ManyPersons: the keys lead to several customers.
        SchemaChanged, StoreUnreachable: a store is not as the map says, or not there.
    """
    if not given:
        raise NoPersonNamed
    company.check_shapes()
    given = [(kind, normal(kind, value)) for kind, value in given]
    book = company.subjects
    before = book.find(given)
    remembered = [k for k in book.keys(before) if "." in k[0]] if before else []
    keys = resolve(company.maps, company.stores, [*given, *remembered])
    pairs = [(kind, value) for kind, values in keys.items() for value in values]
    subject = book.remember(pairs, before or book.find(_identity(keys)))
    person = Person(subject=subject, kinds=frozenset(keys))
    make = access_steps if request is Request.ACCESS else erase_steps
    steps = (
        access_steps(company.policy, company.maps, person)
        if make is access_steps
        else erase_steps(company.policy, company.maps, person, today, claim)
    )
    counted = count(company, steps, {subject: keys}, today)
    shown = tuple(f"{kind} #{book.fingerprint(kind, value)[:4]}" for kind, value in given)
    what = Text("wis de gegevens van deze persoon", "erase the data of this person")
    erasing = request is Request.ERASE
    plan = _store(
        company,
        Plan(
            id="",
            request=request,
            today=today,
            subject=shown,
            made_from=company.digests,
            steps=numbered(counted),
            asks=asks(company.policy, what) if erasing else (),
            notices=notices(company.policy, what) if erasing else (),
        ),
    )
    found = any(step.rows for step in counted)
    near = () if found else _near(company, given)
    return Planned(plan=plan, found=found, near=near)


def _identity(keys: Keys) -> list[tuple[str, str]]:
    """What names her most surely: asked by telephone today and by account later, she is one."""
    kinds = (KeyKind.CUSTOMER, KeyKind.EMAIL, KeyKind.USERNAME)
    return next(([(k, keys[k][0])] for k in kinds if len(keys.get(k, ())) == 1), [])


def plan_retention(company: Company, today: date) -> Planned:
    """The plan for everything that is due on *today*, terms and the ends of holds."""
    company.check_shapes()
    steps = retention_steps(company.policy, company.maps, today)
    keys: dict[str, Keys] = {}
    for hold in due_holds(company, today):
        keys[hold.subject] = hold.keys
        person = Person(subject=hold.subject, kinds=frozenset(hold.keys))
        steps = erase_steps(company.policy, company.maps, person, today) + steps
    counted = count(company, steps, keys, today)
    plan = Plan(
        id="",
        request=Request.RETENTION,
        today=today,
        made_from=company.digests,
        steps=numbered(counted),
    )
    return Planned(plan=_store(company, plan), found=any(s.rows for s in counted))


def count(
    company: Company, steps: Sequence[Step], keys: dict[str, Keys], today: date
) -> list[Step]:
    """Fill in rows, end dates and statements; a mere case that concerns no row is left out."""
    filled: list[Step | None] = [None] * len(steps)
    groups: dict[tuple[str, str | None], list[int]] = {}
    for i, step in enumerate(steps):
        groups.setdefault((step.store, step.subject), []).append(i)
    for (store_name, subject), places in groups.items():
        store = company.stores[store_name]
        known = keys.get(subject or "", {})
        asked = [Question(selection=steps[i].task.selection, clock=steps[i].clock) for i in places]
        for i, counted in zip(places, store.count(asked, known), strict=True):
            step = steps[i]
            until = step.because.until or _until(company, step, counted.newest, today)
            sql = store.explain(step.task, known) if step.task.act.destructive else ()
            filled[i] = replace(
                step,
                rows=counted.rows,
                sql=tuple(sql),
                because=replace(step.because, until=until),
            )
    return _families([step for step in filled if step and _worth_telling(step)])


def _worth_telling(step: Step) -> bool:
    """A case that concerns no row is left out; the dataset itself always keeps its main step."""
    return bool(step.rows) or step.task.act in (Act.ERASE, Act.EXPORT, Act.UNKNOWN)


def _until(company: Company, step: Step, newest: date | None, today: date) -> date | None:
    if newest is None or step.task.act is not Act.KEEP:
        return None
    records = company.store_map(step.store).dataset(step.task.dataset).records
    for hold in holds(records, None, today):
        if hold.rule == step.because.rule:
            return hold.free_from(newest)
    promise = step.because.promise
    rule = company.policy.promise(promise).retention if promise else None
    return rule.keep.free_from(newest, rule.start) if rule and rule.keep else None


def _families(steps: list[Step]) -> list[Step]:
    """Records that a norm keeps together are free together: the last day counts for all."""
    last: dict[tuple[str | None, ...], date] = {}
    for step in steps:
        if step.because.until and step.because.rule:
            key = (step.store, step.subject, step.because.rule)
            last[key] = max(last.get(key, step.because.until), step.because.until)
    return [
        replace(step, because=replace(step.because, until=until))
        if step.because.rule
        and step.task.act in (Act.KEEP, Act.BLANK)
        and (until := last.get((step.store, step.subject, step.because.rule)))
        else step
        for step in steps
    ]


def _near(company: Company, given: Sequence[tuple[str, str]]) -> tuple[str, ...]:
    found = near_matches(company.maps, company.stores, given)
    return tuple(f"{k} #{company.subjects.fingerprint(k, v)[:4]}" for k, v in found)


def _store(company: Company, plan: Plan) -> Plan:
    folder = company.state / "plans"
    with writing(folder.name):
        folder.mkdir(mode=0o700, exist_ok=True)
    number = 1 + max((int(f.stem.split("-")[1]) for f in folder.glob("plan-*.json")), default=0)
    while True:
        named = replace(plan, id=f"plan-{number:04}")
        if _write_new(folder / f"{named.id}.json", named):
            break
        number += 1
    with gone_if_it_fails(folder / f"{named.id}.json"):
        company.ledger.append([_planned(named)], at=datetime.now(UTC))
    return named


def _planned(plan: Plan) -> Entry:
    acts: dict[str, int] = {}
    for step in plan.steps:
        acts[step.task.act] = acts.get(step.task.act, 0) + step.rows
    body = {
        "plan": plan.id,
        "request": plan.request.value,
        "today": plan.today.isoformat(),
        "digest": digest(plan),
        "made_from": plan.made_from,
        "rows": acts,
    }
    return Entry(kind="planned", body=body)


def _write_new(file: Path, plan: Plan) -> bool:
    """Write a plan under a name that nobody else took; False when somebody just did."""
    text = json.dumps(plan_json(plan), ensure_ascii=False)
    with writing(file.name):
        try:
            handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return False
        with gone_if_it_fails(file), os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
    return True


def load_plan(company: Company, id: str) -> Plan:
    """
    Raises:
        NoSuchPlan: nothing is stored under that name.
        PlanChanged: it can no longer be read.
    """
    if not _PLAN_ID.fullmatch(id):
        raise NoSuchPlan  # what was typed may be about a person
    file = company.state / "plans" / f"{id}.json"
    if not file.is_file():
        raise NoSuchPlan(id)
    try:
        return plan_from(json.loads(file.read_bytes()))
    except (ValueError, LookupError, TypeError):
        raise PlanChanged(id) from None
