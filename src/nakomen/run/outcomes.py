"""What happened to the steps of a plan: as events for who watches, as lines in the ledger."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from nakomen.ledger import JSON, Entry, Line
from nakomen.plan import Plan, Step
from nakomen.records import Act, StoreError, Tally
from nakomen.records.destruction import Remain
from nakomen.run.company import Company
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class StepOutcome:
    """
    What a step did. *left* was counted on a fresh connection.

    *error* is for programs and the ledger, *why* tells people the same, with the cure.
    """

    step: str
    act: Act
    found: int
    left: int
    seconds: float
    error: str | None = None
    why: Text | None = None
    retry: bool = False
    remains: tuple[Remain, ...] = ()
    """Where old values can still be read after a destruction."""

    @classmethod
    def of(
        cls, step: Step, tally: Tally, seconds: float, remains: tuple[Remain, ...] = ()
    ) -> "StepOutcome":
        return cls(
            step=step.id,
            act=step.task.act,
            found=tally.found,
            left=tally.left,
            seconds=seconds,
            remains=remains,
        )

    @classmethod
    def failed(cls, step: Step, error: StoreError) -> "StepOutcome":
        """Nothing was changed."""
        return cls(
            step=step.id,
            act=step.task.act,
            found=step.rows,
            left=step.rows,
            seconds=0.0,
            error=f"{type(error).__name__}: {error.detail}",
            why=error.text,
            retry=error.retry,
        )

    @classmethod
    def told(cls, line: Line) -> "StepOutcome":
        """As it stands in the ledger."""
        body = line.body
        return cls(
            step=str(body["step"]),
            act=Act(str(body["act"])),
            found=int(body["found"]),
            left=int(body["left"]),
            seconds=float(body["seconds"]),
            error=str(body["error"]) if body["error"] else None,
        )

    @property
    def gone(self) -> int:
        takes = self.act.destructive or self.act is Act.DESTROY
        return self.found - self.left if takes and self.error is None else 0

    @property
    def proven(self) -> bool:
        """Nothing is left of what had to go, or nothing had to."""
        return self.error is None and (
            self.left == 0 or not (self.act.destructive or self.act is Act.THAW)
        )


@dataclass(frozen=True, kw_only=True)
class BatchDone:
    """Rows of one batch of a long step, for whoever watches."""

    step: str
    rows: int


@dataclass(frozen=True, kw_only=True)
class PlanDone:
    """The end: ``done``, ``partly`` or ``failed``, and the ledger head that proves it."""

    plan: str
    state: str
    evidence: str
    asks: int = 0
    in_files: bool = False
    """The statement promises that what goes cannot be put back, and the files may hold it yet."""


Event = StepOutcome | BatchDone | PlanDone


def body_of(plan: Plan, step: Step) -> dict[str, JSON]:
    """What every line about *step* says."""
    return {
        "plan": plan.id,
        "step": step.id,
        "store": step.store,
        "dataset": step.task.dataset,
        "act": step.task.act.value,
        "promise": step.because.promise,
        "rule": step.because.rule,
    }


def write_outcomes(
    company: Company, plan: Plan, outcomes: Sequence[StepOutcome], more: Sequence[Entry] = ()
) -> None:
    """One commit for all of them, and for *more* that is true with them."""
    if entries := [*outcome_lines(plan, outcomes), *more]:
        company.ledger.append(entries, at=datetime.now(UTC))


def outcome_lines(plan: Plan, outcomes: Sequence[StepOutcome]) -> list[Entry]:
    """One line for each of *outcomes*."""
    return [_line(plan, outcome) for outcome in outcomes]


def _line(plan: Plan, outcome: StepOutcome) -> Entry:
    body = body_of(plan, plan.step(outcome.step)) | {
        "found": outcome.found,
        "left": outcome.left,
        "gone": outcome.gone,
        "error": outcome.error,
        "seconds": round(outcome.seconds, 6),
    }
    return Entry(kind="outcome", body=body)


def state_of(plan: Plan, done: Mapping[str, StepOutcome]) -> str:
    """``done`` when every step is proven, ``partly`` when some are, else ``failed``."""
    proven = [done[step.id].proven for step in plan.steps if step.id in done]
    if len(proven) == len(plan.steps) and all(proven):
        return "done"
    return "partly" if any(proven) else "failed"
