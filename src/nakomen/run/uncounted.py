"""What a promise speaks of and nobody can count: there is no day from which its term runs."""

from nakomen.plan import rules_for, term
from nakomen.policy import Policy, Promise, RetentionRule
from nakomen.records import DataMap, Dataset, StoreMap


def uncounted(policy: Policy, maps: DataMap, promise: Promise) -> list[str]:
    """``store.dataset`` of each, but for what goes along with records that are counted."""
    rule = promise.retention
    return [
        f"{store_map.store}.{dataset.name}"
        for store_map in maps
        for dataset in store_map.datasets
        if rule
        and dataset.personal_columns
        and rule.records in dataset.records.promised_as
        and not rules_for(policy, dataset)
        and not _goes_along(policy, rule, store_map, dataset, ())
    ]


def _goes_along(
    policy: Policy,
    rule: RetentionRule,
    store_map: StoreMap,
    dataset: Dataset,
    seen: tuple[str, ...],
) -> bool:
    """It belongs to records that end by the same term: a customer's logins, with the customer."""
    owners = [store_map.dataset(ln.to) for ln in dataset.owner_links if ln.to not in seen]
    return any(
        any(_alike(p.retention, rule) for p in rules_for(policy, owner))
        or _goes_along(policy, rule, store_map, owner, (*seen, dataset.name))
        for owner in owners
    )


def _alike(one: RetentionRule | None, other: RetentionRule) -> bool:
    return one is not None and (term(one), one.moments, one.take) == (
        term(other),
        other.moments,
        other.take,
    )
