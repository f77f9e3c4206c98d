"""C020-C024, C026: the register against the policy and the data maps."""

from collections.abc import Iterator

from nakomen.checks.codes import CODES
from nakomen.checks.where import in_map
from nakomen.policy import Policy
from nakomen.policy.register import Activity, Register
from nakomen.records import DataMap
from nakomen.terms import Basis, Finding, Place

FILE = "register.yaml"


def check_register(policy: Policy, maps: DataMap, register: Register) -> Iterator[Finding]:
    """What the register lacks; while it is a draft of ours, only that there is none yet."""
    if register.drafted:
        yield CODES["C020"].found(Place("policy.yaml", 1))
        return
    yield from _outside(maps, register)
    yield from _strangers(maps, register)
    yield from _unnamed(policy, register)
    for number, activity in enumerate(register.activities):
        place = register.places.get(("activities", number), Place(FILE, 1))
        yield from _of(policy, activity, place)


def _outside(maps: DataMap, register: Register) -> Iterator[Finding]:
    """Every table, mailbox or file store with personal data belongs to an activity."""
    linked = {store for activity in register.activities for store in activity.stores}
    for store_map in maps:
        for dataset in store_map.datasets:
            name = f"{store_map.store}.{dataset.name}"
            if dataset.personal_columns and name not in linked:
                place = in_map(store_map, "datasets", dataset.name)
                yield CODES["C021"].found(place, dataset=dataset.name, name=name)


def _strangers(maps: DataMap, register: Register) -> Iterator[Finding]:
    known = {f"{m.store}.{dataset.name}" for m in maps for dataset in m.datasets}
    for number, activity in enumerate(register.activities):
        for name in activity.stores:
            if name not in known:
                path = ("activities", number, "stores")
                place = register.places.get(path, Place(FILE, 1))
                yield CODES["C024"].found(place, name=name)


def _unnamed(policy: Policy, register: Register) -> Iterator[Finding]:
    """Processors that no sentence names; where only kinds are named, nobody can tell."""
    named = {p.recipient["name"].casefold() for p in policy.promises if p.recipient.get("name")}
    if not named and any(promise.receivers for promise in policy.promises):
        return
    for number, processor in enumerate(register.processors):
        if processor.name.casefold() not in named:
            place = register.places.get(("processors", number), Place(FILE, 1))
            yield CODES["C026"].found(place, name=processor.name)


def _of(policy: Policy, activity: Activity, place: Place) -> Iterator[Finding]:
    bases = _bases(policy, activity)
    if len(bases) != 1:
        yield CODES["C022"].found(place, name=activity.name, count=len(bases))
    if activity.retention is None:
        yield CODES["C023"].found(place, name=activity.name)


def _bases(policy: Policy, activity: Activity) -> set[Basis]:
    purposes = (p.purpose for p in policy.promises if p.id in activity.purposes and p.purpose)
    return {*activity.bases, *(basis for purpose in purposes for basis in purpose.bases)}
