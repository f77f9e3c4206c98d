"""
Places with records. The table below is all there is: scheme of an address → who opens it.

Other packages add their own through the entry point group ``nakomen.stores``.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.metadata import entry_points
from typing import cast

from nakomen.records import Store, StoreMap
from nakomen.stores.errors import StoreUnknown

OPENERS: dict[str, str] = {
    "memory": "nakomen.stores.memory:open_store",
    "sqlite": "nakomen.stores.sql:open_store",
    "postgresql": "nakomen.stores.sql:open_store",
    "mysql": "nakomen.stores.sql:open_store",
    "mariadb": "nakomen.stores.sql:open_store",
}
GROUP = "nakomen.stores"
Opener = Callable[[str, str, StoreMap | None], Store]


def load(name: str, url: str, store_map: StoreMap | None = None) -> Store:
    """
    Open the store *name* at *url*; only its own connector is imported.

    Args:
        store_map: what is known of its datasets; without it the store can only be surveyed.

    Raises:
        StoreUnknown: no connector for this kind of address; names the known kinds.
        StoreUnreachable: the address cannot be read, or nothing answers there.
    """
    scheme = url.partition(":")[0].partition("+")[0].strip().lower()
    return _opener(scheme, name)(name, url, store_map)


def _opener(scheme: str, name: str) -> Opener:
    if scheme in OPENERS:
        module, _, function = OPENERS[scheme].partition(":")
        return cast(Opener, getattr(import_module(module), function))
    others = {entry.name: entry for entry in entry_points(group=GROUP)}
    if scheme in others:
        return cast(Opener, others[scheme].load())
    # An address without a known scheme may be anything, also a password: it is not repeated.
    raise StoreUnknown(f"{name}: {', '.join(sorted({*OPENERS, *others}))}")


__all__ = ["GROUP", "OPENERS", "load"]
