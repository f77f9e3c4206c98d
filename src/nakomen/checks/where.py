"""Where in the company's files a check should point."""

from collections.abc import Mapping

from nakomen.policy import Policy
from nakomen.records import StoreMap
from nakomen.terms import Place

Path = tuple[str | int, ...]


def in_policy(policy: Policy, *path: str | int) -> Place:
    """The entry at *path* of policy.yaml, else the nearest entry around it."""
    return _nearest(policy.places, path, "policy.yaml")


def in_map(store_map: StoreMap, *path: str | int) -> Place:
    """The entry at *path* of the store's map, else the nearest entry around it."""
    return _nearest(store_map.places, path, f"systems/{store_map.store}.yaml")


def _nearest(places: Mapping[Path, Place], path: Path, file: str) -> Place:
    for length in range(len(path), -1, -1):
        if place := places.get(path[:length]):
            return place
    return Place(file, 1)
