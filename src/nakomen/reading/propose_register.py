"""A register of processing activities drafted from a policy and its data maps."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace

from nakomen.policy import Policy, Promise
from nakomen.policy.kind import PromiseKind
from nakomen.policy.register import Activity, Processor, Register
from nakomen.policy.role import RecipientRole
from nakomen.reading.words.kinds import specific
from nakomen.records import DataMap, Dataset
from nakomen.terms import Category, RecordKind
from nakomen.terms.labels import label

_LETTERS = re.compile(r"[a-z0-9]+")
Placed = tuple[str, Dataset]
"""A dataset with its whole name, as ``crm.invoices``."""


def draft_register(policy: Policy, maps: DataMap) -> Register:
    """
    One activity for each purpose, with the datasets whose kind its words name; datasets that no
    purpose names stand together by kind, without a purpose: a person must say it.
    """
    placed = [(f"{m.store}.{d.name}", d) for m in maps for d in m.datasets if d.personal_columns]
    by_purpose = [(p.id, p.purpose.label) for p in policy.promises if p.purpose]
    named = {kind for _, label in by_purpose if (kind := specific(label))}
    found = [_of_purpose(policy, id, label, placed) for id, label in by_purpose]
    kinds = dict.fromkeys(d.records for _, d in placed if d.records not in named)
    found += [_of_kind(policy, kind, placed) for kind in kinds]
    return Register(
        activities=tuple(_numbered(found)), processors=tuple(_processors(policy)), drafted=True
    )


def _of_purpose(policy: Policy, id: str, name: str, placed: list[Placed]) -> Activity:
    kind = specific(name)
    own = [(place, dataset) for place, dataset in placed if dataset.records is kind]
    return _activity(policy, name, kind, own, purposes=(id,))


def _of_kind(policy: Policy, kind: RecordKind, placed: list[Placed]) -> Activity:
    own = [(place, dataset) for place, dataset in placed if dataset.records is kind]
    return _activity(policy, label(kind).in_(policy.statement.language), kind, own, purposes=())


def _activity(
    policy: Policy,
    name: str,
    kind: RecordKind | None,
    own: list[Placed],
    purposes: tuple[str, ...],
) -> Activity:
    return Activity(
        id=_slug(name),
        name=name,
        purposes=purposes,
        groups=tuple(dict.fromkeys(g for p in policy.promises for g in p.groups)),
        data=_data(policy, own),
        receivers=_ids(policy, lambda p: bool(p.recipient or p.receivers)),
        transfers=_ids(policy, lambda p: p.transfer is not None and p.transfer.outside_eea),
        retention=_term(policy, kind),
        measures=_ids(policy, lambda p: bool(p.measures)),
        sources=_ids(policy, lambda p: bool(p.sources)),
        stores=tuple(name for name, _ in own),
        automated=any(p.automated for p in policy.promises),
    )


def _data(policy: Policy, own: list[Placed]) -> tuple[Category, ...]:
    """What its datasets hold; where none is known, what the statement names."""
    held = {c.category for _, dataset in own for c in dataset.personal_columns}
    said = {category for promise in policy.promises for category in promise.data}
    return tuple(category for category in Category if category in (held or said))


def _ids(policy: Policy, wanted: Callable[[Promise], bool]) -> tuple[str, ...]:
    return tuple(promise.id for promise in policy.promises if wanted(promise))


def _term(policy: Policy, kind: RecordKind | None) -> str | None:
    """The promise nearest to these records: of their own kind, else of all."""
    for wanted in (kind or RecordKind.ALL).promised_as:
        for promise in policy.retention:
            if promise.retention and promise.retention.records is wanted:
                return promise.id
    return None


def _processors(policy: Policy) -> Iterator[Processor]:
    named: dict[str, list[Promise]] = {}
    for promise in policy.promises:
        if promise.recipient and _processes(promise):
            named.setdefault(str(promise.recipient["name"]), []).append(promise)
    for name, promises in named.items():
        said = [promise.recipient for promise in promises]
        yield Processor(
            name=name,
            promises=tuple(promise.id for promise in promises),
            does=next((str(s["purpose"]) for s in said if s.get("purpose")), None),
            country=next((str(s["country"]) for s in said if s.get("country")), None),
        )


def _processes(promise: Promise) -> bool:
    role = promise.recipient.get("role")
    return role == RecipientRole.PROCESSOR.value or (
        role is None and promise.kind == PromiseKind.PROCESSOR
    )


def _slug(name: str) -> str:
    """
    A name for an entry.

    >>> _slug("Facturen sturen (per e-mail)")
    'facturen-sturen-per-e-mail'
    """
    return "-".join(_LETTERS.findall(name.casefold()))[:60].strip("-") or "activity"


def _numbered(activities: Iterable[Activity]) -> Iterator[Activity]:
    """Each id once; a further one gets a number."""
    seen: dict[str, int] = {}
    for activity in activities:
        seen[activity.id] = seen.get(activity.id, 0) + 1
        count = seen[activity.id]
        yield activity if count == 1 else replace(activity, id=f"{activity.id}-{count}")
