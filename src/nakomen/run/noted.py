"""What the ledger says about a plan, read once when a run begins."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from nakomen.ledger import Line
from nakomen.plan import Plan
from nakomen.run.company import Company
from nakomen.run.outcomes import StepOutcome

_KINDS = ("planned", "intent", "outcome", "own", "done")
"""Of a plan for many there are as many other lines as persons; nobody asks for those here."""


@dataclass(frozen=True, kw_only=True)
class Noted:
    """Lines about one plan from before this run, in order."""

    lines: Sequence[Line]

    @classmethod
    def of(cls, company: Company, plan: Plan) -> "Noted":
        return cls(lines=tuple(company.ledger.lines(kind=_KINDS, plan=plan.id)))

    @property
    def planned(self) -> Line | None:
        """The line with the digest of the plan as it was shown."""
        return next((line for line in self.lines if line.kind == "planned"), None)

    @property
    def begun(self) -> bool:
        """
        Something was meant or done; a copy has no intent, and its person may be forgotten by now.
        """
        done = (line for line in self.lines if line.kind == "outcome" and not line.body["error"])
        return bool(self.found) or any(True for _ in done)

    @property
    def finished(self) -> bool:
        return any(line.kind == "done" and line.body["state"] == "done" for line in self.lines)

    @property
    def copied(self) -> bool:
        """What the caller brought along went into a copy."""
        return any(line.kind == "own" for line in self.lines)

    @property
    def own(self) -> int:
        """Rows of it."""
        last = next((line for line in reversed(self.lines) if line.kind == "own"), None)
        return sum(int(rows) for rows in last.body["rows"].values()) if last else 0

    @cached_property
    def found(self) -> dict[str, int]:
        """Rows that each step found when it was first meant."""
        meant = [line.body for line in self.lines if line.kind == "intent"]
        return {str(body["step"]): int(body["found"]) for body in reversed(meant)}

    @cached_property
    def outcomes(self) -> dict[str, StepOutcome]:
        """The last outcome of each step."""
        ended = [StepOutcome.told(line) for line in self.lines if line.kind == "outcome"]
        return {outcome.step: outcome for outcome in ended}
