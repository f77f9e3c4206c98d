"""What a plan does, in words: the same for a request and for what fell due."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from nakomen.desk.kit.words import chosen, lang

if TYPE_CHECKING:
    from nakomen import Plan, Step

ACTS = {
    "keep": ("=", "blijft", "keep"),
    "erase": ("−", "wissen", "erase"),
    "blank": ("~", "leegmaken", "blank"),
    "detach": ("~", "losmaken", "detach"),
    "rectify": ("~", "verbeteren", "rectify"),
    "stop": ("~", "stoppen", "stop"),
    "truncate": ("~", "inkorten", "truncate"),
    "anonymise": ("~", "anoniem maken", "anonymise"),
    "omit": ("~", "weglaten", "leave out"),
    "aggregate": ("−", "tellen en wissen", "count and erase"),
    "export": ("+", "kopie", "copy"),
    "freeze": ("‖", "apart zetten", "set apart"),
    "thaw": ("‖", "terugzetten", "put back"),
    "destroy": ("−", "vernietigen", "destroy"),
    "ask": ("?", "een mens beslist", "a person decides"),
    "unknown": ("?", "niet bekend", "unknown"),
}


@dataclass(frozen=True, kw_only=True)
class Act:
    """Steps that do the same for the same reason: *rows* of each dataset."""

    mark: str
    word: str
    why: str
    article: str
    until: date | None
    rows: tuple[tuple[str, int], ...]


def acts(plan: Plan) -> list[Act]:
    """What the plan does, in order; steps without a row are left out, but not what is unknown."""
    told = [step for step in plan.steps if step.rows or step.task.act.value == "unknown"]
    return [_act(list(group)) for _, group in groupby(sorted(told, key=_key), key=_key)]


def _key(step: Step) -> tuple[int, str, str]:
    act = step.task.act.value
    until = step.because.until
    return list(ACTS).index(act), step.because.text.nl, until.isoformat() if until else ""


def _act(steps: Sequence[Step]) -> Act:
    first = steps[0]
    mark, nl, en = ACTS[first.task.act.value]
    return Act(
        mark=mark,
        word=chosen(nl, en),
        why=first.because.text.in_(lang()),
        article=first.because.article or "",
        until=first.because.until,
        rows=tuple((f"{step.store}.{step.task.dataset}", step.rows) for step in steps),
    )
