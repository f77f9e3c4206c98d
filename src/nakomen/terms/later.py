"""Names of a package that are brought in when first used, so that importing it costs nothing."""

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def brought_in(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """
    The ``__getattr__`` of *package* (PEP 562); *homes* are names with the module they stand in.

    >>> brought_in("nakomen.terms", {"Period": "period"})("Period").__name__
    'Period'
    """

    def find(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return find
