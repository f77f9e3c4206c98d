"""
What stands between a plan and a loss: a person looks first where much is at stake.

A sweep runs unattended only as far as somebody looked before: a rule that never took rows here, or
one that takes a large share of a dataset, waits for a person who read that very plan. Above a set
size two persons must have. Who agreed stands in the ledger as a fingerprint.
"""

import hashlib
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime

from nakomen.errors import PersonMustDecide
from nakomen.ledger import JSON, Entry
from nakomen.plan import Plan, Request, Step, digest
from nakomen.records import Everything, Question, Selection
from nakomen.run.company import Company
from nakomen.terms import Text

FEW_ROWS = 100
"""Of so few rows a share says little: four of ten is no accident."""
KIND = "approved"


class NotApproved(PersonMustDecide):
    """
    A person must look at this plan first. Read it with `nakomen show PLAN`, and say yes with
    `nakomen approve PLAN --by NAME`.
    """

    nl = (
        "Een mens moet dit plan eerst bekijken. Lees het met `nakomen show PLAN`, en zeg ja met "
        "`nakomen approve PLAN --by NAAM`."
    )

    def __init__(self, plan: str, why: Sequence[Text]) -> None:
        super().__init__(plan)
        self.why = tuple(why)


def approve(company: Company, plan: Plan, by: str, on: date) -> list[Text]:
    """
    Note that *by* read *plan* and agrees; repeating it changes nothing.

    Returns:
        What the plan still waits for: a second person.
    """
    who = company.colleague(by)
    if who not in _approvers(company, plan):
        body: dict[str, JSON] = {
            "plan": plan.id,
            "digest": digest(plan),
            "by": who,
            "rules": sorted({_rule(company, step) for step in _sweeping(plan)}),
            "on": on.isoformat(),
        }
        company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
    return unmet(company, plan)


def refuse_unapproved(company: Company, plan: Plan) -> None:
    """
    Raises:
        NotApproved: says what a person must look at; nothing was touched.
    """
    if why := unmet(company, plan):
        raise NotApproved(plan.id, why)


def unmet(company: Company, plan: Plan) -> list[Text]:
    """Why *plan* waits for a person, or for one more; empty when it may be carried out."""
    size = company.settings.second_person
    if size is None and not _sweeping(plan):
        return []
    people = _approvers(company, plan)
    why = [] if people else [*_first_time(company, plan), *_large_share(company, plan)]
    rows = sum(step.rows for step in plan.steps if step.task.act.destructive)
    if size is not None and rows >= size and len(people) < 2:
        why.append(_TWO.fill(rows=rows, have=len(people)))
    return why


def _approvers(company: Company, plan: Plan) -> set[str]:
    """Fingerprints of those who agreed with the plan as it is."""
    lines, now = company.ledger.lines(kind=KIND, plan=plan.id), digest(plan)
    return {str(line.body["by"]) for line in lines if line.body["digest"] == now}


def _sweeping(plan: Plan) -> list[Step]:
    """Steps that take rows because a term ran out, of nobody in particular."""
    if plan.request is not Request.RETENTION:
        return []
    return [s for s in plan.steps if s.task.act.destructive and s.rows and s.subject is None]


def _first_time(company: Company, plan: Plan) -> Iterator[Text]:
    """Promises that nobody ever saw taking rows of a dataset, as rule and map now stand."""
    sweeping = _sweeping(plan)
    lines = company.ledger.lines(kind=KIND) if sweeping else ()
    seen = {str(rule) for line in lines for rule in line.body["rules"]}
    new = (s for s in sweeping if _rule(company, s) not in seen)
    named = (s.because.promise or f"{s.store}.{s.task.dataset}" for s in new)
    if promises := dict.fromkeys(named):
        yield _NEW.fill(promises=", ".join(promises))


def _rule(company: Company, step: Step) -> str:
    """A digest of the promise and of the dataset on the map, but for who confirmed them."""
    promise = company.policy.promise(step.because.promise) if step.because.promise else None
    dataset = company.store_map(step.store).dataset(step.task.dataset)
    parts = [promise and promise.retention, step.store, dataset.name, dataset.columns,
             dataset.clocks, dataset.links]  # fmt: skip
    told = repr((*parts, dataset.totals) if dataset.totals else tuple(parts))
    return hashlib.sha256(told.encode()).hexdigest()[:16]


def _large_share(company: Company, plan: Plan) -> Iterator[Text]:
    """Datasets of which a large part would change, counted now."""
    most = company.settings.share
    taken: dict[tuple[str, str], int] = {}
    for step in _sweeping(plan):
        place = (step.store, step.task.dataset)
        taken[place] = taken.get(place, 0) + step.rows
    for (store, dataset), rows in taken.items():
        if rows > FEW_ROWS:
            whole = Question(selection=Selection(dataset, Everything()))
            [count] = company.stores[store].count([whole], {})
            if 100 * rows > most * max(count.rows, 1):
                share = min(100, round(100 * rows / max(count.rows, 1)))
                yield _MUCH.fill(rows=rows, place=f"{store}.{dataset}", share=share, most=most)


_NEW = Text(
    "voor de eerste keer wist dit hier iets: {promises}",
    "for the first time this takes something here: {promises}",
)
_MUCH = Text(
    "{rows} rijen van {place}: {share} % van alles, meer dan de grens van {most} %",
    "{rows} rows of {place}: {share} % of all, more than the limit of {most} %",
)
_TWO = Text(
    "{rows} rijen: hiervoor zeggen twee mensen ja; tot nu toe {have}",
    "{rows} rows: two people must say yes to this; so far {have}",
)
