"""What is kept for a while is on the calendar: whose it is, where, and from which day it may go."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from nakomen.ledger import JSON, Entry, Member
from nakomen.plan import Plan, Step
from nakomen.plan.requests.offboard import LEAVING
from nakomen.records import Act, KeyIn, Keys, Selection, Store, gather, is_value
from nakomen.run.company import Company
from nakomen.run.frozen import restricted
from nakomen.run.held import RULE, holds_now

PERSONS_AT_ONCE = 4_000
"""Persons in one group of those whose holds are over."""


def holds_of(plan: Plan, subject: str) -> Iterator[Entry]:
    """Calendar lines for everything of *subject* that the plan keeps until a day."""
    return (hold_of(plan, step) for step in plan.steps if step.subject == subject and stays(step))


def hold_of(plan: Plan, step: Step) -> Entry:
    """The calendar line for what *step* leaves of its subject."""
    body: dict[str, JSON] = {
        "plan": plan.id,
        "subject": step.subject,
        "store": step.store,
        "dataset": step.task.dataset,
        "rows": step.rows,
        "rule": step.because.rule,
        "article": step.because.article,
        "until": step.because.until.isoformat() if step.because.until else None,
    }
    return Entry(kind="hold", body=body)


def stays(step: Step) -> bool:
    """Rows of this step stay for a while and must be found again."""
    shared = step.because.rule == "avg-15-4"
    return step.task.act in (Act.KEEP, Act.BLANK) and bool(step.rows) and not shared


def due_together(company: Company, today: date) -> Iterator[tuple[str, Keys]]:
    """
    Everybody with a hold that is over on *today*: a name in the subject book, and ids of rows.

    One person stands there by herself, more of them as a group.
    """
    due, leavers = due_subjects(company, today), _leavers(company)
    for start in range(0, len(due), PERSONS_AT_ONCE):
        part = due[start : start + PERSONS_AT_ONCE]
        known = {
            name: [k for k in keys if not is_value(k[0])] if name in leavers else row_ids(keys)
            for name, keys in company.subjects.groups.each(part)
        }
        named = [name for name in part if known.get(name)]
        keys = gather(pair for name in named for pair in known[name])
        if len(named) == 1:
            yield named[0], keys
        elif named:
            members = [Member(subject=name, line=0) for name in named]
            yield company.subjects.groups.make(members), keys


def _leavers(company: Company) -> set[str]:
    """
    Who left, or was on hold, and still stands in the systems: found by her own keys, as on the
    day she left or asked.
    """
    last: dict[str, str] = {}
    rules: dict[tuple[str, str], set[str]] = {}
    for line in company.ledger.lines(kind="hold"):
        name, plan = str(line.body["subject"]), str(line.body["plan"])
        last[name] = plan
        rules.setdefault((name, plan), set()).add(str(line.body["rule"]))
    return {name for name, plan in last.items() if rules[name, plan] & {LEAVING, RULE}}


def due_subjects(company: Company, today: date) -> list[str]:
    """Persons with a hold that is over on *today*, by the last plan that kept something."""
    last: dict[str, str] = {}
    first: dict[str, date] = {}
    for line in company.ledger.lines(kind="hold"):
        subject, until = str(line.body["subject"]), line.body.get("until")
        if last.get(subject) != line.body["plan"]:
            last[subject] = str(line.body["plan"])
            first.pop(subject, None)
        if until:
            # A hold has no day: who is on it waits below, and after it her rows are due.
            day = today if line.body["rule"] == RULE else date.fromisoformat(str(until))
            first[subject] = min(first.get(subject, day), day)
    spared = {str(line.body["subject"]) for line in company.ledger.lines(kind="released")}
    # What a person asked to keep waits until that is lifted (AVG artikel 18 lid 1 onder c).
    spared |= {person.subject for person in restricted(company)}
    spared |= {hold.subject for hold in holds_now(company) if hold.subject}
    return [name for name, day in first.items() if day <= today and name not in spared]


def row_ids(keys: Iterable[tuple[str, str]]) -> list[tuple[str, str]]:
    """Those of *keys* that are ids of rows."""
    return [pair for pair in keys if "." in pair[0] and not is_value(pair[0])]


def row_keys(company: Company, subject: str) -> Keys:
    """Ids of rows that stayed; a name or an address is never used to find them again."""
    return gather(row_ids(company.subjects.keys(subject)))


def still_there(company: Company, keys: Keys) -> Iterator[tuple[str, str]]:
    """Those ids among *keys* whose rows exist now."""
    for name, store in company.stores.items():
        kinds = [kind for kind in keys if kind.startswith(f"{name}.")]
        yield from _present(store, kinds, keys)


def _present(store: Store, kinds: Sequence[str], keys: Keys) -> Iterator[tuple[str, str]]:
    for kind in kinds:
        dataset, _, column = kind.removeprefix(f"{store.name}.").rpartition(".")
        where = KeyIn(column, kind, "normal")
        rows = store.values(Selection(dataset, where), (column,), keys, len(keys[kind]) + 1)
        yield from ((kind, str(row[0])) for row in rows)
