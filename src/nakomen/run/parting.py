"""What stays of a group, person by person: whose rows they are, how many, and until when."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from nakomen.ledger import Entry, Member, SubjectBook
from nakomen.plan import Plan, Request, Step
from nakomen.records import (
    Act,
    AllOf,
    Condition,
    Filled,
    Keys,
    Nothing,
    Question,
    Selection,
    all_of,
    gather,
)
from nakomen.run.attributing import Unclear, columns_of, holders
from nakomen.run.calendar import hold_of, row_ids, stays, still_there
from nakomen.run.company import Company
from nakomen.run.counting import families, until_of
from nakomen.run.resolve import kinds_in

ERASING = frozenset({Request.ERASE, Request.OFFBOARD, Request.RETENTION})


def settle_group(company: Company, plan: Plan, group: str) -> Iterator[Entry]:
    """
    Put on the calendar what stays of each person of *group*; forget who has nothing that stays.

    What stays is counted in the stores, now that the acts are done; so it can be repeated.
    """
    book = company.subjects.groups
    members = [member.subject for member in book.members(group)]
    known = dict(book.each(members))
    staying = _held(company, plan, group, known) if plan.request in ERASING else {}
    if plan.request not in ERASING:
        members = [name for name in members if not on_the_calendar(company, name)]
        known = {name: keys for name, keys in known.items() if name in {*members}}
    present = set(still_there(company, gather(row_ids(p for keys in known.values() for p in keys))))
    book.keep_only(
        {
            name: [pair for pair in keys if pair in present] if name in staying else []
            for name, keys in known.items()
        }
    )
    for name in members:
        if name in staying:
            yield from (hold_of(plan, step) for step in families(staying[name]))
        else:
            yield Entry(kind="released", body={"plan": plan.id, "subject": name})


def on_the_calendar(company: Company, subject: str) -> bool:
    """An earlier plan keeps something of *subject*: her ids are needed to find it again."""
    return any(line.kind == "hold" for line in company.ledger.lines(subject=subject))


def _held(
    company: Company, plan: Plan, group: str, known: Mapping[str, Sequence[tuple[str, str]]]
) -> dict[str, list[Step]]:
    """For each person the steps that keep something of hers, with her own rows and last day."""
    names = list(known)
    owners: dict[str, dict[str, list[int]]] = {}
    for place, name in enumerate(names):
        for kind, value in known[name]:
            owners.setdefault(kind, {}).setdefault(value, []).append(place)
    keys = {kind: tuple(values) for kind, values in owners.items()}
    found: dict[str, list[Step]] = {}
    for step in plan.steps:
        if step.subject == group and stays(step):
            for place, (rows, newest) in _spans(company, step, owners, known, keys).items():
                mine = replace(step, subject=names[place], rows=rows)
                until = until_of(company, mine, newest, plan.today)
                because = replace(step.because, until=until)
                found.setdefault(names[place], []).append(replace(mine, because=because))
    return found


Span = tuple[int, date | None]


def _spans(
    company: Company,
    step: Step,
    owners: Mapping[str, Mapping[str, Sequence[int]]],
    known: Mapping[str, Sequence[tuple[str, str]]],
    keys: Keys,
) -> dict[int, Span]:
    """Rows of each person that *step* keeps, and the newest day on their clock."""
    where = _after(step)
    store = company.stores[step.store]
    question = Question(selection=Selection(step.task.dataset, where), clock=step.clock)
    found: dict[int, Span] = {}
    try:
        judged = _judged(where)
        columns = tuple(dict.fromkeys(columns_of(judged)))
        for values, count in store.spans(question, columns, keys):
            for place in holders(judged, dict(zip(columns, values, strict=True)), owners):
                found[place] = _more(found.get(place), (count.rows, count.newest))
    except Unclear:
        for place, keys_of_one in enumerate(known.values()):
            count = store.count([question], gather(keys_of_one))[0]
            if count.rows:
                found[place] = count.rows, count.newest
            else:
                found.pop(place, None)
    return found


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


def _more(known: Span | None, more: Span) -> Span:
    if known is None:
        return more
    days = [day for day in (known[1], more[1]) if day]
    return known[0] + more[0], max(days, default=None)


def keys_of(book: SubjectBook, group: str) -> Keys:
    """The keys of everybody in *group*, together."""
    names = [member.subject for member in book.groups.members(group)]
    return gather(pair for _, keys in book.groups.each(names) for pair in keys)


def each_member(book: SubjectBook, group: str) -> Iterator[tuple[Member, Keys]]:
    """Everybody in *group* with her own keys, one after another, in the order of the list."""
    for member in sorted(book.groups.members(group), key=lambda member: member.line):
        yield member, gather(book.keys(member.subject))
