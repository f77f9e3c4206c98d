"""Looking at all stores again: what they hold that the maps and the statement do not say."""

from nakomen.checks import check_drift, check_held, check_texts, declared, together
from nakomen.detect import draft_map
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
    for store_map in company.maps:
        survey = looked_at(company.stores[store_map.store])
        seen = draft_map(survey)
        found += check_drift(store_map, seen)
        found += check_texts(company.policy, store_map, survey, named)
        there.append(together(store_map, seen))
    found += check_held(company.policy, tuple(there), named)
    return found
