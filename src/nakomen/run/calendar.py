"""What is kept for a while is on the calendar: whose it is, where, and from which day it may go."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nakomen.ledger import JSON, Entry
from nakomen.plan import Plan, Step
from nakomen.records import Act, KeyIn, Keys, Selection, Store, gather
from nakomen.run.company import Company


@dataclass(frozen=True, kw_only=True)
class DueHold:
    """A person whose hold is over: an id in the subject book, and the ids of rows that stayed."""

    subject: str
    keys: Keys


def holds_of(plan: Plan, subject: str) -> Iterator[Entry]:
    """Calendar lines for everything of *subject* that the plan keeps until a day."""
    for step in plan.steps:
        if step.subject == subject and _stays(step):
            body: dict[str, JSON] = {
                "plan": plan.id,
                "subject": subject,
                "store": step.store,
                "dataset": step.task.dataset,
                "rows": step.rows,
                "rule": step.because.rule,
                "article": step.because.article,
                "until": step.because.until.isoformat() if step.because.until else None,
            }
            yield Entry(kind="hold", body=body)


def _stays(step: Step) -> bool:
    shared = step.because.rule == "avg-15-4"
    return step.task.act in (Act.KEEP, Act.BLANK) and bool(step.rows) and not shared


def due_holds(company: Company, today: date) -> list[DueHold]:
    """Persons with a hold that is over on *today*, by the last plan that kept something."""
    last: dict[str, str] = {}
    first: dict[str, date] = {}
    for line in company.ledger.lines(kind="hold"):
        subject, until = str(line.body["subject"]), line.body.get("until")
        if last.get(subject) != line.body["plan"]:
            last[subject] = str(line.body["plan"])
            first.pop(subject, None)
        if until:
            day = date.fromisoformat(str(until))
            first[subject] = min(first.get(subject, day), day)
    released = {str(line.body["subject"]) for line in company.ledger.lines(kind="released")}
    return [
        DueHold(subject=subject, keys=keys)
        for subject, day in first.items()
        if day <= today and subject not in released and (keys := row_keys(company, subject))
    ]


def row_keys(company: Company, subject: str) -> Keys:
    """Ids of rows that stayed; a name or an address is never used to find them again."""
    return gather(pair for pair in company.subjects.keys(subject) if "." in pair[0])


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
