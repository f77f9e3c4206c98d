"""
Rows that become numbers: whether the groups are large enough, and that nothing was lost or counted
twice.

Before: with fewer rows in all than a group must have, a person decides. When it begins, what the
totals hold is noted with the intent; when it ends, they are read on a fresh connection. What was
there and what came in must then add up, however often the run was stopped.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from nakomen.ledger import JSON, Entry
from nakomen.plan import Plan, Step
from nakomen.records import Act, Everything, Keys, Question, Selection, Store, Task
from nakomen.run.company import Company
from nakomen.run.outcomes import body_of
from nakomen.stores.totals import totals_of
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Held:
    """What the totals hold: *rows* in *groups*, of which the *smallest* has so many."""

    rows: int
    groups: int
    smallest: int


def fitted(company: Company, step: Step, keys: Keys) -> Step:
    """*step* with the smallest group as it is set; or an ask when there are too few rows at all."""
    least, task = company.settings.smallest_group, step.task
    store, into = company.stores[step.store], totals_of(task).into
    there = Question(selection=Selection(into, Everything()))
    due, before = store.count([Question(selection=task.selection), there], keys)
    if due.rows and not before.rows and due.rows < least:
        asked = replace(task, act=Act.ASK, totals=None)
        text = _TOO_FEW.fill(rows=due.rows, least=least)
        return replace(step, task=asked, because=replace(step.because, text=text))
    told = _INTO.fill(into=into, least=least)
    text = step.because.text
    both = Text(f"{text.nl}; {told.nl}", f"{text.en}; {told.en}")
    return replace(step, task=replace(task, least=least), because=replace(step.because, text=both))


def before(company: Company, step: Step) -> dict[str, JSON]:
    """What the intent of *step* says beside the rows that it found."""
    totals = step.task.totals
    return {"totalled": held(company.stores[step.store], step.task).rows} if totals else {}


def held(store: Store, task: Task) -> Held:
    """
    Read the totals of *task*, group by group.

    Raises:
        NoTotals: the task names none.
    """
    totals = totals_of(task)
    rows = Task(selection=Selection(totals.into, Everything()), act=Act.EXPORT)
    total = groups = smallest = 0
    for row in store.export(rows, {}):
        here = int(row[totals.rows] or 0)
        total, groups = total + here, groups + 1
        smallest = min(smallest, here) if smallest else here
    return Held(rows=total, groups=groups, smallest=smallest)


def note(company: Company, plan: Plan, steps: Sequence[Step]) -> None:
    """Read the totals on a fresh connection, and note them beside what they were."""
    for step in steps:
        if step.task.act is Act.AGGREGATE:
            with company.stores[step.store].reopen() as fresh:
                now = held(fresh, step.task)
            body = body_of(plan, step) | {
                "rows": now.rows,
                "groups": now.groups,
                "smallest": now.smallest,
                "least": step.task.least,
                "before": _before(company, plan, step),
            }
            company.ledger.append([Entry(kind="measured", body=body)], at=datetime.now(UTC))


def _before(company: Company, plan: Plan, step: Step) -> int:
    """What the totals held when the step was first meant."""
    meant = company.ledger.lines(kind="intent", plan=plan.id)
    return next(int(line.body["totalled"]) for line in meant if line.body["step"] == step.id)


_TOO_FEW = Text(
    "met {rows} rijen zijn het er te weinig voor een totaal (grens: {least}); een mens beslist",
    "with {rows} rows there are too few for a total (limit: {least}); a person decides",
)
_INTO = Text(
    "wat blijft zijn totalen in {into}, elk van ten minste {least} rijen",
    "what stays are totals in {into}, each of at least {least} rows",
)
