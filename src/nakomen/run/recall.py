"""A plan that was made, and how far it is: read from the ledger."""

from dataclasses import dataclass

from nakomen.plan import Plan
from nakomen.run.company import Company


@dataclass(frozen=True, kw_only=True)
class Recalled:
    """*state* is ``planned``, ``begun``, ``done``, ``partly`` or ``failed``."""

    plan: Plan
    state: str


def state_of(company: Company, plan: Plan) -> Recalled:
    """How far *plan* is. A run that was killed shows as ``begun``."""
    state = "planned"
    for line in company.ledger.lines(plan=plan.id):
        if line.kind in ("intent", "outcome"):
            state = "begun"
        elif line.kind == "done":
            state = str(line.body["state"])
    return Recalled(plan=plan, state=state)
