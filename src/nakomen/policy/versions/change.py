"""What changed between two policies: promises, not letters; and whether it matters to people."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from typing import Any

from rapidfuzz import fuzz

from nakomen.policy.kind import PromiseKind
from nakomen.policy.kind_labels import kind_label
from nakomen.policy.model import Policy, Promise
from nakomen.policy.tell import told_by_promise
from nakomen.terms import Text

MATERIAL = frozenset(
    {
        PromiseKind.ANONYMISATION,
        PromiseKind.AUTHORITY_DISCLOSURE,
        PromiseKind.AUTOMATED_DECISION,
        PromiseKind.BACKUP,
        PromiseKind.CHANGE_NOTICE,
        PromiseKind.CHILDREN,
        PromiseKind.COMPLAINT,
        PromiseKind.CONSENT,
        PromiseKind.COOKIE,
        PromiseKind.DATA_CATEGORY,
        PromiseKind.DATA_SUBJECT_GROUP,
        PromiseKind.DEADLINE,
        PromiseKind.DELETION_TRIGGER,
        PromiseKind.DIRECT_MARKETING,
        PromiseKind.FEE,
        PromiseKind.LEGAL_BASIS,
        PromiseKind.PROCESSOR,
        PromiseKind.PROFILING,
        PromiseKind.PURPOSE,
        PromiseKind.RECIPIENT,
        PromiseKind.REFUSAL_GROUND,
        PromiseKind.RETENTION,
        PromiseKind.RIGHT,
        PromiseKind.RIGHT_PROCEDURE,
        PromiseKind.SOURCE,
        PromiseKind.SPECIAL_CATEGORY,
        PromiseKind.TRANSFER,
        PromiseKind.WITHDRAWAL,
    }
)
"""Kinds that touch existing data, purposes, receivers, terms or rights (AVG 13 lid 3, 5 lid 1)."""
_OWN = frozenset(
    {"id", "place", "says", "at", "certainty", "confirmation", "confirmed", "control", "kind"}
)
_LETTERS = re.compile(r"\w+")
_SAME_SENTENCE = 60.0
"""Two wordings of one promise share at least this part of their words (0-100)."""
_IDENTITY = ("name", "legal_form", "kvk")


class ChangeSort(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, kw_only=True)
class Change:
    """One promise that came, went or became another; *before* and *after* as it is worded."""

    sort: ChangeSort
    kind: str
    promise: str
    material: bool
    before: str | None = None
    after: str | None = None

    def tell(self) -> Text:
        """One line, such as "bewaartermijn gewijzigd: …"."""
        label = kind_label(self.kind)
        told = _SORTS[self.sort]
        words = " → ".join(part for part in (self.before, self.after) if part)
        return Text(f"{label.nl} {told.nl}: {words}", f"{label.en} {told.en}: {words}")


_SORTS = {
    ChangeSort.ADDED: Text("toegevoegd", "added"),
    ChangeSort.REMOVED: Text("vervallen", "removed"),
    ChangeSort.CHANGED: Text("gewijzigd", "changed"),
}


def changes(old: Policy, new: Policy) -> tuple[Change, ...]:
    """
    Promises that differ in what they promise, in the order of the new text, those that went last.

    The same promise under another id, at another place or in other words is no change.
    """
    pairs, left, arrived = _pairs(*_without_the_same(old.promises, new.promises))
    was, now = _Words(old), _Words(new)
    found = [_changed(q, p, was, now) for q, p in pairs]
    found += [_one(ChangeSort.ADDED, p, after=now.of(p)) for p in arrived]
    order = {promise.id: number for number, promise in enumerate(new.promises)}
    found.sort(key=lambda change: order[change.promise])
    found += [_one(ChangeSort.REMOVED, p, before=was.of(p)) for p in left]
    return (*_controller(old, new), *found)


def _without_the_same(
    old: Sequence[Promise], new: Sequence[Promise]
) -> tuple[list[Promise], list[Promise]]:
    """Both lists without the promises that stand in the other as well, one for one."""
    left = {id(promise): promise for promise in old}
    known: dict[Any, list[Promise]] = {}
    for promise in old:
        known.setdefault(_values(promise), []).append(promise)
    arrived = []
    for promise in new:
        same = known.get(_values(promise))
        if same:
            del left[id(same.pop(0))]
        else:
            arrived.append(promise)
    return list(left.values()), arrived


def _values(promise: Promise) -> Any:
    """What it promises; where it holds no values, its words without layout and punctuation."""
    stated = repr(sorted((k, v) for k, v in vars(promise).items() if v and k not in _OWN))
    words = "" if stated != "[]" else " ".join(_LETTERS.findall((promise.says or "").casefold()))
    return promise.kind, stated, words


def _pairs(
    old: Sequence[Promise], new: Sequence[Promise]
) -> tuple[list[tuple[Promise, Promise]], list[Promise], list[Promise]]:
    """A promise and what it became: of one kind, under one id or in much the same words."""
    pairs, left, arrived = [], list(old), []
    for promise in new:
        became = _nearest(promise, left)
        if became:
            left.remove(became)
            pairs.append((became, promise))
        else:
            arrived.append(promise)
    return pairs, left, arrived


def _nearest(promise: Promise, others: Sequence[Promise]) -> Promise | None:
    rivals = [other for other in others if other.kind == promise.kind]
    scored = [(_likeness(promise, other), -n, other) for n, other in enumerate(rivals)]
    best = max(scored, key=lambda row: row[:2], default=None)
    return best[2] if best and best[0] >= _SAME_SENTENCE else None


def _likeness(promise: Promise, other: Promise) -> float:
    """From 0 to 100, as rapidfuzz counts it; without words the id and the object decide."""
    if promise.says and other.says:
        return fuzz.token_sort_ratio(promise.says, other.says)
    same_object = promise.retention and other.retention
    if same_object and promise.retention and other.retention:
        return 100.0 if promise.retention.records is other.retention.records else 0.0
    return 100.0 if promise.id == other.id else 0.0


def _one(
    sort: ChangeSort, promise: Promise, before: str | None = None, after: str | None = None
) -> Change:
    return Change(
        sort=sort,
        kind=promise.kind,
        promise=promise.id,
        material=promise.kind in MATERIAL,
        before=before,
        after=after,
    )


def _changed(before: Promise, after: Promise, was: "_Words", now: "_Words") -> Change:
    """Where the company's own words stayed, only the values say what changed."""
    if before.says and before.says == after.says:
        return _one(ChangeSort.CHANGED, after, was.told(before), now.told(after))
    return _one(ChangeSort.CHANGED, after, was.of(before), now.of(after))


class _Words:
    """How each promise of a policy is worded: as the company wrote it, else as it is told."""

    def __init__(self, policy: Policy) -> None:
        self._policy = policy

    def of(self, promise: Promise) -> str:
        if promise.says:
            return " ".join(promise.says.split())
        return self.told(promise)

    def told(self, promise: Promise) -> str:
        return self._sentences.get(promise.id, promise.id)

    @cached_property
    def _sentences(self) -> dict[str, str]:
        return told_by_promise(self._policy, self._policy.statement.language)


def _controller(old: Policy, new: Policy) -> Iterator[Change]:
    """Another company is responsible; a new phone number is no change of promises."""
    for field in _IDENTITY:
        before, after = old.controller.get(field), new.controller.get(field)
        if before != after:
            yield Change(
                sort=ChangeSort.CHANGED,
                kind=PromiseKind.CONTROLLER_IDENTITY,
                promise="controller",
                material=True,
                before=before and str(before),
                after=after and str(after),
            )
