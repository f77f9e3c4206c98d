"""A plan, how far it is, and what a colleague can do with it now."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.kit.acts import ACTS
from nakomen.desk.kit.words import chosen, lang

if TYPE_CHECKING:
    from nakomen import Company, Followed, Made, StepOutcome

STATES = {
    "planned": ("wacht op een ja", "waits for a yes"),
    "begun": ("begonnen, nog niet af", "begun, not finished"),
    "done": ("uitgevoerd en nageteld", "carried out and counted again"),
    "partly": ("deels uitgevoerd", "partly carried out"),
    "failed": ("niet gelukt", "not done"),
}
_TAKES = ("erase", "blank", "detach", "truncate", "anonymise", "aggregate")


@dataclass(frozen=True, kw_only=True)
class Line:
    """What one step takes, and what became of it; *gone* is empty while it did not end."""

    place: str
    act: str
    rows: int
    gone: int | None
    left: int | None
    error: str


def lines(followed: Followed) -> list[Line]:
    """The steps that take something, in the order in which they are carried out."""
    return list(_lines(followed))


def _lines(followed: Followed) -> Iterator[Line]:
    for step in followed.plan.steps:
        if step.task.act.value in _TAKES and step.rows:
            outcome = followed.outcomes.get(step.id)
            yield Line(
                place=f"{step.store}.{step.task.dataset}",
                act=chosen(*ACTS[step.task.act.value][1:]),
                rows=step.rows,
                gone=outcome.gone if outcome and not outcome.error else None,
                left=outcome.left if outcome and not outcome.error else None,
                error=_error(outcome),
            )


def _error(outcome: StepOutcome | None) -> str:
    if outcome is None or not outcome.error:
        return ""
    return outcome.why.in_(lang()) if outcome.why else outcome.error.partition(":")[0]


def names(company: Company, followed: Followed) -> list[str]:
    """Who said yes; somebody who is unknown here is told as such."""
    known = {company.colleague(c.email): c.name for c in Colleague.objects.all()}
    elsewhere = chosen("iemand buiten dit bureau", "somebody outside this desk")
    return [known.get(who, elsewhere) for who in followed.agreed]


def made(one: Made) -> Mapping[str, object]:
    """A row of the list of plans."""
    takes = [(chosen(*ACTS[a][1:]), n) for a, n in one.rows.items() if a in _TAKES and n]
    return {"plan": one, "takes": takes, "state": chosen(*STATES[one.state])}
