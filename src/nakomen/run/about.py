"""What a copy must say of each dataset: what for, where from, who receives it (AVG artikel 15)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from nakomen.plan import Plan, Step
from nakomen.plan.requests.holding import Holding
from nakomen.policy import Promise
from nakomen.policy.register import Activity, Register, Status
from nakomen.records import Dataset
from nakomen.run.company import REGISTER, Company
from nakomen.run.registered import registered
from nakomen.terms import Basis, Text

_SOURCE = re.compile(r"(^|_)(source|herkomst|bron|origin|afkomst|ingevoerd_door|entered_by)($|_)")


@dataclass(frozen=True, kw_only=True)
class About:
    """Of one dataset; None or empty where nobody wrote it down."""

    purpose: Text | None = None
    source: Text | None = None
    recipients: tuple[str, ...] = ()


def about(company: Company, step: Step) -> About:
    """What the register says of the dataset of *step*, and whether its rows name their source."""
    dataset = company.store_map(step.store).dataset(step.task.dataset)
    place = f"{step.store}.{dataset.name}"
    register = written(company)
    activities = [a for a in register.activities if _holds(a, place)] if register else []
    receivers = _promises(company, (id for a in activities for id in a.receivers))
    purposes = _promises(company, (id for a in activities for id in a.purposes))
    sources = _promises(company, (id for a in activities for id in a.sources))
    return About(
        purpose=_joined(p.purpose.label for p in purposes if p.purpose),
        source=_by_row(dataset) or _named(dataset) or _joined(p.says for p in sources if p.says),
        recipients=tuple(str(p.recipient["name"]) for p in receivers if p.recipient.get("name")),
    )


def written(company: Company) -> Register | None:
    """The register that a person wrote; a draft is no answer to anybody."""
    return registered(company) if REGISTER in company.texts else None


def holding(company: Company, steps: Iterable[Step]) -> Holding:
    """Where rows of hers stand, held against the register if somebody wrote one."""
    places = frozenset(f"{step.store}.{step.task.dataset}" for step in steps if step.rows)
    return Holding(register=written(company), places=places)


def bases(company: Company) -> dict[str, tuple[Basis, ...]]:
    """Of each dataset in the register the bases of the purposes that it serves now."""
    found: dict[str, dict[Basis, None]] = {}
    register = written(company)
    for activity in register.activities if register else ():
        if activity.status is not Status.ENDED:
            for promise in _promises(company, activity.purposes):
                for place in activity.stores:
                    found.setdefault(place, {}).update(dict.fromkeys(promise.grounds))
    return {place: (*said,) for place, said in found.items()}


def receivers(company: Company, plan: Plan) -> tuple[Promise, ...]:
    """Promises that name a receiver who may hold data of this person."""
    held = holding(company, plan.steps)
    return tuple(p for p in company.policy.promises if p.recipient.get("name") and held.has(p))


def _holds(activity: Activity, place: str) -> bool:
    return place in activity.stores and activity.status is not Status.ENDED


def _promises(company: Company, ids: Iterable[str]) -> list[Promise]:
    wanted = dict.fromkeys(ids)
    return [p for p in company.policy.promises if p.id in wanted]


def _joined(words: Iterable[str]) -> Text | None:
    told = "; ".join(dict.fromkeys(" ".join(word.split()) for word in words))
    return Text(told, told) if told else None


def _named(dataset: Dataset) -> Text | None:
    """The map says where all of it came from."""
    return Text(dataset.source, dataset.source) if dataset.source else None


def _by_row(dataset: Dataset) -> Text | None:
    """The rows themselves say where each came from."""
    named = [c.name for c in dataset.columns if _SOURCE.search(c.name.casefold())]
    if not named:
        return None
    columns = ", ".join(named)
    return Text(f"staat bij elke regel, in {columns}", f"stands with each row, in {columns}")
