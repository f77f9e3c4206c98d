"""What stays of a group, person by person: whose rows they are, how many, and until when."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any

from nakomen.ledger import Entry, Member, SubjectBook
from nakomen.plan import Plan, Request, Step
from nakomen.records import (
    Act,
    AllOf,
    Condition,
    Count,
    Filled,
    Keys,
    Nothing,
    Question,
    Selection,
    Store,
    all_of,
    gather,
    is_value,
)
from nakomen.run.attributing import Unclear, columns_of, holding
from nakomen.run.calendar import hold_for, stays, still_there
from nakomen.run.company import Company
from nakomen.run.counting import until_of
from nakomen.run.crowd import Crowd, Pair
from nakomen.run.resolve import kinds_in

ERASING = frozenset({Request.ERASE, Request.OFFBOARD, Request.RETENTION})


Span = tuple[int, date | None]
Stays = tuple[Step, int, date | None]
"""A step that keeps something of a person: how many rows of hers, and until which day."""


def settle_group(company: Company, plan: Plan, group: str) -> Iterator[Entry]:
    """
    Put on the calendar what stays of each person of *group*; forget who has nothing that stays.

    What stays is counted in the stores, now that the acts are done; so it can be repeated.
    """
    members, kept = _kept(company, plan, group)
    for name in members:
        if name in kept:
            yield from _calendar(plan, name, kept[name])
        else:
            yield Entry(kind="released", body={"plan": plan.id, "subject": name})


def _kept(company: Company, plan: Plan, group: str) -> tuple[list[str], dict[str, Sequence[Stays]]]:
    """Everybody who is settled now, and what stays of whom; other keys are destroyed."""
    book = company.subjects.groups
    members = [member.subject for member in book.members(group)]
    crowd = company.crowd(group)
    erases = plan.request in ERASING
    staying = _held(company, plan, group, crowd) if erases else {}
    if not erases:
        members = [name for name in members if not on_the_calendar(company, name)]
    going = {*members}
    left: dict[str, list[Pair]] = {name: [] for name in crowd.names if name in going}
    for kind, value in still_there(company, _ids(crowd)) if staying else ():
        for place in crowd.owners[kind].get(value, ()):
            if place in staying:
                left[crowd.names[place]].append((kind, value))
    book.keep_only(left)
    company.disperse()
    return members, {crowd.names[place]: kept for place, kept in staying.items()}


def _ids(crowd: Crowd) -> Keys:
    """Those of its keys that are ids of rows."""
    return {kind: crowd.keys[kind] for kind in crowd.keys if "." in kind and not is_value(kind)}


def _calendar(plan: Plan, name: str, kept: Sequence[Stays]) -> Iterator[Entry]:
    """A line for each of *kept*; what a norm keeps together is free together, on the last day."""
    last: dict[Pair, date] = {}
    for step, _, until in kept:
        if until and step.because.rule:
            norm = step.store, step.because.rule
            last[norm] = max(last.get(norm, until), until)
    for step, rows, until in kept:
        together = last.get((step.store, step.because.rule or ""), until)
        yield hold_for(plan, step, name, rows, together)


def on_the_calendar(company: Company, subject: str) -> bool:
    """An earlier plan keeps something of *subject*: her ids are needed to find it again."""
    return any(line.kind == "hold" for line in company.ledger.lines(subject=subject))


def _held(company: Company, plan: Plan, group: str, crowd: Crowd) -> dict[int, list[Stays]]:
    """For each person, by her place, what is kept of hers: her own rows and their last day."""
    found: dict[int, list[Stays]] = {}
    for step in plan.steps:
        if step.subject == group and stays(step):
            until = lru_cache(maxsize=None)(partial(until_of, company, step, today=plan.today))
            for place, (rows, newest) in _spans(company, step, crowd).items():
                found.setdefault(place, []).append((step, rows, until(newest)))
    return found


def _spans(company: Company, step: Step, crowd: Crowd) -> dict[int, Span]:
    """Rows of each person that *step* keeps, and the newest day on their clock."""
    where = _after(step)
    store = company.stores[step.store]
    question = Question(selection=Selection(step.task.dataset, where), clock=step.clock)
    try:
        judged = _judged(where)
        columns = tuple(dict.fromkeys(columns_of(judged)))
        whose = holding(judged, columns, crowd.owners)
        return _added(store.spans(question, columns, crowd.keys), whose)
    except Unclear:
        return dict(_each_alone(store, question, crowd))


def _added(
    spans: Iterator[tuple[tuple[Any, ...], Count]],
    whose: Callable[[Sequence[Any]], Sequence[int]],
) -> dict[int, Span]:
    rows: dict[int, int] = {}
    newest: dict[int, date] = {}
    for values, count in spans:
        for place in whose(values):
            rows[place] = rows.get(place, 0) + count.rows
            day = count.newest
            if day and (place not in newest or newest[place] < day):
                newest[place] = day
    return {place: (number, newest.get(place)) for place, number in rows.items()}


def _each_alone(store: Store, question: Question, crowd: Crowd) -> Iterator[tuple[int, Span]]:
    for place, (_, keys) in enumerate(crowd.each()):
        count = store.count([question], gather(keys))[0]
        if count.rows:
            yield place, (count.rows, count.newest)


def _after(step: Step) -> Condition:
    """The rows of *step* once it was carried out: what was emptied is still there, empty."""
    where = step.task.selection.where
    if step.task.act is Act.BLANK and isinstance(where, AllOf):
        return all_of(*(part for part in where.parts if not isinstance(part, Filled)))
    return where


def _judged(where: Condition) -> Condition:
    """
    The parts of *where* that say whose a row is, by looking at the row alone.

    Raises:
        Unclear: there are none.
    """
    parts = where.parts if isinstance(where, AllOf) else (where,)
    telling = all_of(*(part for part in parts if _tells(part)))
    if isinstance(telling, Nothing) or not any(True for _ in columns_of(telling)):
        raise Unclear
    return telling


def _tells(part: Condition) -> bool:
    """It compares with keys, and the row alone decides it."""
    try:
        return bool(list(columns_of(part))) and any(True for _ in kinds_in(part))
    except Unclear:
        return False


def each_member(book: SubjectBook, group: str) -> Iterator[tuple[Member, Keys]]:
    """Everybody in *group* with her own keys, one after another, in the order of the list."""
    for member in sorted(book.groups.members(group), key=lambda member: member.line):
        yield member, gather(book.keys(member.subject))
