"""C005: a promised term that cannot be counted, because the dataset lacks the day it runs from."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.policy import Policy, Promise
from nakomen.records import DataMap, Dataset, StoreMap
from nakomen.terms import Criterion, Finding, Moment, RecordKind
from nakomen.terms.labels import label


def check(policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """Lines of an invoice run with the invoice: the clock of an owner of the same kind counts."""
    for store_map in maps:
        for dataset in store_map.datasets:
            if not dataset.personal_columns:
                continue
            for promise, moments in _counted(policy, dataset.records):
                for moment in moments:
                    if not _has_clock(store_map, dataset, moment, ()):
                        yield _found(store_map, dataset, promise, moment)


def _counted(policy: Policy, records: RecordKind) -> list[tuple[Promise, tuple[Moment, ...]]]:
    """Promises with a term to count for this kind: its own go before those for everything."""
    counted = [
        (promise, promise.retention)
        for promise in policy.retention
        if promise.retention
        and not promise.recipient
        and (promise.retention.keep or promise.retention.criterion is Criterion.WHILE_CUSTOMER)
    ]
    for kind in records.promised_as:
        if named := [(p, rule.moments) for p, rule in counted if rule.records is kind]:
            return named
    return []


def _has_clock(
    store_map: StoreMap, dataset: Dataset, moment: Moment, seen: tuple[str, ...]
) -> bool:
    if dataset.clock(moment):
        return True
    owners = [store_map.dataset(link.to) for link in dataset.owner_links if link.to not in seen]
    return any(
        _has_clock(store_map, owner, moment, (*seen, dataset.name))
        for owner in owners
        if owner.records is dataset.records and owner.name != dataset.name
    )


def _found(store_map: StoreMap, dataset: Dataset, promise: Promise, moment: Moment) -> Finding:
    return CODES["C005"].found(
        in_map(store_map, "datasets", dataset.name),
        promise=promise.id,
        dataset=dataset.name,
        moment=label(moment),
        clock=moment.clock.value,
    )
