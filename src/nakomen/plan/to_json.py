"""A plan as JSON and back: the stored plan is the one that is carried out."""

import hashlib
import json
from dataclasses import fields
from datetime import date
from functools import lru_cache
from typing import Any

from nakomen.plan.model import Archive, Aside, Ask, Because, Notice, Persons, Plan, Request, Step
from nakomen.records import (
    BECOMES,
    Act,
    Becomes,
    Condition,
    GroupedBy,
    Selection,
    SumOf,
    Task,
    Totals,
    selection,
)
from nakomen.terms import Lang, Text

_CONDITIONS = {
    kind.__name__: kind
    for kind in (
        selection.Everything, selection.Nothing, selection.KeyIn, selection.Says, selection.Before,
        selection.Dated, selection.Missing, selection.Filled, selection.Linked,
        selection.Referenced, selection.AllOf, selection.AnyOf, selection.Not,
        selection.Unlike,
        selection.Mentions, selection.Unreadable, *BECOMES,
        GroupedBy, SumOf, Totals,
    )
}  # fmt: skip


_NAMES: dict[type, tuple[str, ...]] = {
    kind: tuple(field.name for field in fields(kind)) for kind in _CONDITIONS.values()
}


def condition_json(condition: Condition | Becomes) -> dict[str, Any]:
    """
    >>> condition_json(selection.Missing("paid_on"))
    {'is': 'Missing', 'column': 'paid_on'}
    """
    kind = type(condition)
    facts = {name: _plain(getattr(condition, name)) for name in _NAMES[kind]}
    return {"is": kind.__name__, **facts}


def _plain(value: Any) -> Any:
    if type(value) in _NAMES:
        return condition_json(value)
    if isinstance(value, tuple):
        return [_plain(part) for part in value]
    return value.isoformat() if isinstance(value, date) else value


def condition_from(data: dict[str, Any]) -> Any:
    """
    >>> condition_from({"is": "Missing", "column": "paid_on"})
    Missing(column='paid_on')
    """
    kind = _CONDITIONS[data["is"]]
    facts = {name: _rich(name, value) for name, value in data.items() if name != "is"}
    return kind(**facts)


def _rich(name: str, value: Any) -> Any:
    if isinstance(value, dict):
        return condition_from(value)
    if isinstance(value, list):
        return tuple(_rich(name, part) for part in value)
    return date.fromisoformat(value) if name == "day" else value


def plan_json(plan: Plan) -> dict[str, Any]:
    """Everything that counts, in both languages; what the digest is taken of."""
    return {
        "plan": plan.id,
        "request": plan.request.value,
        "today": plan.today.isoformat(),
        "subject": list(plan.subject),
        "made_from": plan.made_from,
        "steps": [_step_json(step) for step in plan.steps],
        "asks": [{"to": a.to, "what": a.what.both, "why": a.why.both} for a in plan.asks],
        "notices": [{"recipient": n.recipient, "what": n.what.both} for n in plan.notices],
        **({"persons": _persons_json(plan.persons)} if plan.persons else {}),
    }


def _persons_json(persons: Persons) -> dict[str, Any]:
    return {
        "listed": persons.listed,
        "found": persons.found,
        "aside": [
            {"line": a.line, "subject": list(a.subject), "why": a.why.both, "decide": a.decide}
            for a in persons.aside
        ],
    }


def _persons_from(data: dict[str, Any]) -> Persons:
    aside = (
        Aside(
            line=a["line"],
            subject=tuple(a["subject"]),
            why=Text(**a["why"]),
            decide=a["decide"],
        )
        for a in data["aside"]
    )
    return Persons(listed=data["listed"], found=data["found"], aside=tuple(aside))


def digest(plan: Plan) -> str:
    """SHA-256 of the plan's canonical JSON, hexadecimal; worked out once for each plan."""
    known: str | None = plan.__dict__.get(_DIGEST)
    if known is None:
        text = json.dumps(plan_json(plan), sort_keys=True, ensure_ascii=False)
        known = plan.__dict__[_DIGEST] = hashlib.sha256(text.encode()).hexdigest()
    return known


_DIGEST = "_digest"
"""Beside the fields of a plan, where `functools.cached_property` would have it."""


def _step_json(step: Step) -> dict[str, Any]:
    return {
        "step": step.id,
        "store": step.store,
        "dataset": step.task.dataset,
        "act": step.task.act.value,
        "where": _where_json(step.task.selection),
        "columns": list(step.task.columns),
        "masked": list(step.task.masked),
        "together": step.task.together,
        "becomes": [_plain(becomes) for becomes in step.task.becomes],
        **_totals_json(step.task),
        "rows": step.rows,
        "because": _because_json(step.because),
        "subject": step.subject,
        "clock": step.clock,
        "parcel": step.parcel,
        **({"archive": _archive_json(step.archive)} if step.archive else {}),
        "sql": list(step.sql),
    }


@lru_cache(maxsize=1024)
def _where_json(selection: Selection) -> dict[str, Any]:
    """Plans for one person after another ask for the same rows, each by her own keys."""
    return condition_json(selection.where)


def _totals_json(task: Task) -> dict[str, Any]:
    return {"totals": _plain(task.totals), "least": task.least} if task.totals else {}


def _archive_json(archive: Archive) -> dict[str, Any]:
    return {**vars(archive), "until": archive.until.isoformat()}


def _because_json(because: Because) -> dict[str, Any]:
    return {
        "promise": because.promise,
        "rule": because.rule,
        "article": because.article,
        "until": because.until.isoformat() if because.until else None,
        "text": because.text.both,
        **({"refused": because.refused} if because.refused else {}),
    }


def plan_from(data: dict[str, Any]) -> Plan:
    """The plan that `plan_json` told."""
    return Plan(
        id=data["plan"],
        request=Request(data["request"]),
        today=date.fromisoformat(data["today"]),
        subject=tuple(data["subject"]),
        made_from=data["made_from"],
        steps=tuple(_step_from(step) for step in data["steps"]),
        asks=tuple(
            Ask(to=a["to"], what=Text(**a["what"]), why=Text(**a["why"])) for a in data["asks"]
        ),
        notices=tuple(
            Notice(recipient=n["recipient"], what=Text(**n["what"])) for n in data["notices"]
        ),
        persons=_persons_from(data["persons"]) if "persons" in data else None,
    )


def _archive_from(data: dict[str, Any]) -> Archive:
    return Archive(**{**data, "until": date.fromisoformat(data["until"])})


def _step_from(data: dict[str, Any]) -> Step:
    because = data["because"]
    until = date.fromisoformat(because["until"]) if because["until"] else None
    return Step(
        id=data["step"],
        store=data["store"],
        task=Task(
            selection=Selection(data["dataset"], condition_from(data["where"])),
            act=Act(data["act"]),
            columns=tuple(data["columns"]),
            masked=tuple(data["masked"]),
            becomes=tuple(condition_from(becomes) for becomes in data.get("becomes", ())),
            together=data.get("together", False),
            totals=condition_from(data["totals"]) if "totals" in data else None,
            least=data.get("least", 1),
        ),
        because=Because(**{**because, "until": until, "text": Text(**because["text"])}),
        rows=data["rows"],
        subject=data["subject"],
        clock=data["clock"],
        parcel=data.get("parcel", ""),
        archive=_archive_from(data["archive"]) if "archive" in data else None,
        sql=tuple(data["sql"]),
    )


def plan_told(plan: Plan, lang: Lang) -> dict[str, Any]:
    """The JSON of `nakomen plan` and `nakomen show`: one language, no selections."""
    told = plan_json(plan)
    for step in told["steps"]:
        step["because"]["text"] = step["because"]["text"][lang.value]
        step["because"].setdefault("refused", None)
        for inner in ("where", "subject", "clock", "becomes", "together", "parcel"):
            del step[inner]
        if totals := step.pop("totals", None):
            step["totals"] = totals["into"]
    asks = [{k: v if k == "to" else v[lang.value] for k, v in a.items()} for a in told["asks"]]
    notices = [
        {"recipient": n["recipient"], "what": n["what"][lang.value]} for n in told["notices"]
    ]
    for aside in told.get("persons", {}).get("aside", ()):
        aside["why"] = aside["why"][lang.value]
    return {**told, "digest": digest(plan), "asks": asks, "notices": notices}
