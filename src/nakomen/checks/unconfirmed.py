"""C001: what was read or drafted and still waits for a person's yes, one finding a file."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.listed import listed
from nakomen.checks.where import in_map, in_policy
from nakomen.policy import Policy
from nakomen.records import DataMap
from nakomen.terms import Certainty, Finding


def check(policy: Policy, maps: DataMap) -> Iterator[Finding]:
    """At the first entry that waits, with the names of all; those read with doubt come first."""
    waiting = [promise for promise in policy.promises if not promise.confirmed]
    waiting.sort(key=lambda promise: promise.certainty is not Certainty.DOUBTFUL)
    if waiting:
        place = in_policy(policy, "promises", waiting[0].id)
        yield CODES["C001"].found(place, entries=listed([p.id for p in waiting]), what="policy")
    for store_map in maps:
        names = [dataset.name for dataset in store_map.datasets if not dataset.confirmed]
        if names:
            place = in_map(store_map, "datasets", names[0])
            what = f"systems/{store_map.store}"
            yield CODES["C001"].found(place, entries=listed(names), what=what)
