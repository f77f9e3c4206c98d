"""A policy as the entries of its file: what `policy_yaml` writes and `load_policy` reads."""

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from nakomen.policy.model import Policy, Promise, RetentionRule, Statement, usual_start
from nakomen.terms import Period

Entry = dict[str, Any]
_NOT_SAID = frozenset({"place", "confirmation", "confirmed"})


def as_entries(policy: Policy) -> dict[str, Any]:
    """
    ``statement``, ``controller``, ``promises`` and ``english`` as plain values.

    Nobody's yes goes along: whoever takes the entries over must read them first.
    """
    parts = {
        "statement": _statement(policy.statement),
        "controller": _plain(policy.controller),
        "promises": [promise_entry(promise) for promise in policy.promises],
        "english": dict(policy.english),
    }
    return {name: part for name, part in parts.items() if part}


def promise_entry(promise: Promise) -> Entry:
    """One promise; names and writing are those of policy.yaml, defaults are left out."""
    entry = {name: value for name, value in _fields(promise).items() if name not in _NOT_SAID}
    if promise.retention:
        entry["retention"] = _rule(promise.retention)
    return entry


def _rule(rule: RetentionRule) -> Entry:
    """The start is written wherever a reader would take another one."""
    entry = _fields(rule)
    for moment in ("start", "others"):
        entry.pop(moment, None)
    if rule.others:
        entry["from"] = [moment.value for moment in rule.moments]
    elif rule.start is not usual_start(rule.keep, rule.criterion):
        entry["from"] = rule.start.value
    return entry


def _statement(statement: Statement) -> Entry:
    entry = _fields(statement)
    entry.pop("day_known", None)
    if statement.date:
        day = statement.date.isoformat()
        entry["date"] = day if statement.day_known else day[:7]
    return entry


def _fields(value: Any) -> Entry:
    """The fields of a dataclass that differ from their default."""
    known = {}
    for field in fields(value):
        held = getattr(value, field.name)
        empty = held is None or (not isinstance(held, bool | int) and not held)
        if not empty and held != field.default:
            known[field.name] = _plain(held)
    return known


def _plain(value: Any) -> Any:
    if isinstance(value, Period):
        return value.iso
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value) and not isinstance(value, type):
        return _fields(value)
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(item) for item in value]
    return value
