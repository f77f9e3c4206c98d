"""Looking at all stores again: what they hold that the maps and the statement do not say."""

from collections.abc import Iterator

from nakomen.checks import (
    check_drift,
    check_held,
    check_texts,
    check_written,
    declared,
    together,
)
from nakomen.detect import draft_map
from nakomen.records import StoreMap, Survey
from nakomen.run.believed import believed_normal, large, remember
from nakomen.run.company import Company
from nakomen.run.source import facts_of
from nakomen.run.surveyed import looked_at
from nakomen.terms import Finding


def drift(company: Company) -> list[Finding]:
    """
    What is new, gone or changed in each store since its map was made, and what it holds that the
    statement does not name or even denies.

    Raises:
        StoreUnreachable: a store did not answer.
    """
    named = declared(company.policy, facts_of(company.statement))
    found: list[Finding] = []
    there = []
    for store_map in company.drawn:
        survey = looked_at(company.stores[store_map.store])
        seen = draft_map(survey)
        found += check_drift(store_map, seen)
        found += _odd(company, store_map, survey)
        found += check_texts(company.policy, store_map, survey, named)
        there.append(together(store_map, seen))
    found += check_held(company.policy, tuple(there), named)
    return found


def _odd(company: Company, store_map: StoreMap, survey: Survey) -> Iterator[Finding]:
    """Reads each key that is searched as normal whole, and notes of which that is so."""
    store, normal = company.stores[store_map.store], []
    seen = {dataset.name: dataset for dataset in survey.datasets}
    for dataset, key in believed_normal(store_map):
        there = seen.get(dataset.name)
        if there is None or key.column not in {column.name for column in there.columns}:
            continue
        if rows := store.odd(dataset.name, key.column, key.kind):
            yield check_written(store_map, dataset, key, rows)
        else:
            normal.append((dataset, key))
    address = company.settings.stores.get(store_map.store, "")
    remember(company.state, store_map.store, address, large(normal, survey))
