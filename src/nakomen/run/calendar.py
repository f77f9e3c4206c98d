"""What is kept for a while is on the calendar: whose it is, where, and from which day it may go."""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from datetime import date
from typing import Self

from nakomen.ledger import JSON, Entry
from nakomen.plan import Plan, Step
from nakomen.plan.requests.offboard import LEAVING
from nakomen.records import Act, KeyIn, Keys, Question, Selection, Store, gather, is_value
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
    return hold_for(plan, step, step.subject, step.rows, step.because.until)


def hold_for(plan: Plan, step: Step, subject: str | None, rows: int, until: date | None) -> Entry:
    """The calendar line for *rows* that *step* leaves of *subject*."""
    body: dict[str, JSON] = {
        "plan": plan.id,
        "subject": subject,
        "store": step.store,
        "dataset": step.task.dataset,
        "rows": rows,
        "rule": step.because.rule,
        "article": step.because.article,
        "until": until.isoformat() if until else None,
    }
    return Entry(kind="hold", body=body)


def stays(step: Step) -> bool:
    """Rows of this step stay for a while and must be found again."""
    shared = step.because.rule == "avg-15-4"
    return step.task.act in (Act.KEEP, Act.BLANK) and bool(step.rows) and not shared


@dataclass(frozen=True, kw_only=True)
class Calendar:
    """
    Of each person of whom something stays, the first day on which it may go and the plan that kept
    it; and who *left*.
    """

    days: Mapping[str, date]
    left: Set[str]
    plans: Mapping[str, str]

    @classmethod
    def of(cls, company: Company) -> Self:
        """By the last plan that kept something of each."""
        last: dict[str, str] = {}
        rules: dict[str, set[str]] = {}
        first: dict[str, date] = {}
        for line in company.ledger.lines(kind="hold"):
            name, rule, until = (str(line.body.get(k)) for k in ("subject", "rule", "until"))
            if last.get(name) != line.body["plan"]:
                last[name] = str(line.body["plan"])
                rules[name] = set()
                first.pop(name, None)
            rules[name].add(rule)
            if line.body.get("until"):
                # A hold has no day: who is on it waits below, and after it her rows are due.
                day = date.min if rule == RULE else date.fromisoformat(until)
                first[name] = min(first.get(name, day), day)
        spared = {str(line.body["subject"]) for line in company.ledger.lines(kind="released")}
        # What a person asked to keep waits until that is lifted (AVG artikel 18 lid 1 onder c).
        spared |= {person.subject for person in restricted(company)}
        spared |= {hold.subject for hold in holds_now(company) if hold.subject}
        days = {name: day for name, day in first.items() if name not in spared}
        # Who left, or was on hold, is found by her own keys, as on the day she left or asked.
        left = {name for name, kept_by in rules.items() if kept_by & {LEAVING, RULE}}
        return cls(days=days, left=left, plans=last)

    def parts(self, company: Company, today: date) -> Iterator[dict[str, Keys]]:
        """Everybody with a hold that is over on *today*, and by what her rows are found."""
        due = [name for name, day in self.days.items() if day <= today]
        for start in range(0, len(due), PERSONS_AT_ONCE):
            known = {
                name: [k for k in keys if not is_value(k[0])]
                if name in self.left
                else row_ids(keys)
                for name, keys in company.subjects.groups.each(due[start : start + PERSONS_AT_ONCE])
            }
            named = [name for name in due[start : start + PERSONS_AT_ONCE] if known.get(name)]
            if named:
                yield {name: gather(known[name]) for name in named}


def merged(part: Mapping[str, Keys]) -> Keys:
    """The keys of them all."""
    each = part.values()
    return gather((kind, v) for keys in each for kind, values in keys.items() for v in values)


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
    """One count for all *kinds*; ids are looked up only where some rows are there and some not."""
    asked = [_of_ids(store, kind) for kind in kinds]
    counts = store.count([Question(selection=rows) for rows, _ in asked], keys) if asked else []
    for kind, (rows, column), count in zip(kinds, asked, counts, strict=True):
        if count.rows == len(keys[kind]):
            yield from ((kind, value) for value in keys[kind])
        elif count.rows:
            found = store.values(rows, (column,), keys, len(keys[kind]) + 1)
            yield from ((kind, str(row[0])) for row in found)


def _of_ids(store: Store, kind: str) -> tuple[Selection, str]:
    """Rows of the dataset whose ids are keys of *kind*, and the column of those ids."""
    dataset, _, column = kind.removeprefix(f"{store.name}.").rpartition(".")
    return Selection(dataset, KeyIn(column, kind, "normal")), column
