"""How far a plan is, who said yes to it, and whether it may still be carried out: as noted."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from nakomen.errors import NakomenError
from nakomen.ledger import Line
from nakomen.plan import Plan, Request, digest
from nakomen.run.company import Company
from nakomen.run.guards import KIND as APPROVED
from nakomen.run.noted import Noted
from nakomen.run.outcomes import StepOutcome
from nakomen.run.recall import state_of
from nakomen.run.shelf import load_plan
from nakomen.run.stale import refuse_replaced, refuse_stale
from nakomen.run.verdict import evidence_of


@dataclass(frozen=True, kw_only=True)
class Followed:
    """
    *state* as in `Recalled`; *outcomes* are the last of each step that ended. *agreed* holds for
    each who said yes to the plan as it is what the ledger knows her by (`Company.colleague`).
    *unfit*: why it may not be carried out any more, with the cure.
    """

    plan: Plan
    state: str
    digest: str
    outcomes: Mapping[str, StepOutcome]
    agreed: tuple[str, ...]
    evidence: str | None
    """Ledger lines about it, from the first to the last: ``12-40``."""
    unfit: NakomenError | None


def follow(company: Company, id: str, today: date) -> Followed:
    """
    What the ledger says of plan *id*; no store is asked.

    Raises:
        NoSuchPlan: nothing is stored under that name.
        PlanChanged: it can no longer be read.
    """
    plan = load_plan(company, id)
    noted, now = Noted.of(company, plan), digest(plan)
    yes = list(company.ledger.lines(kind=APPROVED, plan=id))
    return Followed(
        plan=plan,
        state=state_of(company, plan).state,
        digest=now,
        outcomes=noted.outcomes,
        agreed=tuple({str(x.body["by"]): None for x in yes if x.body["digest"] == now}),
        evidence=evidence_of((*noted.lines, *yes)),
        unfit=None if noted.finished else _unfit(company, plan, noted, today),
    )


def _unfit(company: Company, plan: Plan, noted: Noted, today: date) -> NakomenError | None:
    try:
        refuse_replaced(company, plan)
        refuse_stale(company, plan, noted, today)
    except NakomenError as error:
        return error
    return None


@dataclass(frozen=True, kw_only=True)
class Made:
    """
    A plan that was made: its name, the day it is for, rows by act, how far it is, and the ledger
    lines that say so, from the first to the last.
    """

    plan: str
    today: date
    rows: Mapping[str, int]
    state: str
    evidence: str


def made(company: Company, request: Request) -> list[Made]:
    """Plans of one sort of request, the last first, read from the ledger alone."""
    plans = list(company.ledger.lines(kind="planned", request=request.value))
    ends = {str(line.body["plan"]): (line.seq, "planned") for line in plans}
    for line in company.ledger.lines(kind=("intent", "done")):
        state = str(line.body["state"]) if line.kind == "done" else "begun"
        ends[str(line.body["plan"])] = line.seq, state
    return [_made(line, *ends[str(line.body["plan"])]) for line in reversed(plans)]


def _made(line: Line, last: int, state: str) -> Made:
    return Made(
        plan=str(line.body["plan"]),
        today=date.fromisoformat(str(line.body["today"])),
        rows={str(act): int(rows) for act, rows in line.body["rows"].items()},
        state=state,
        evidence=f"{line.seq}-{last}",
    )
