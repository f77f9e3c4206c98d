"""Looking at all stores again: what they hold that the maps do not say."""

from nakomen.checks import check_drift
from nakomen.detect import draft_map
from nakomen.run.company import Company
from nakomen.terms import Finding


def drift(company: Company) -> list[Finding]:
    """
    What is new, gone or changed in each store since its map was made.

    Raises:
        StoreUnreachable: a store did not answer.
    """
    found: list[Finding] = []
    for store_map in company.maps:
        seen = draft_map(company.stores[store_map.store].survey())
        found += check_drift(store_map, seen)
    return found
