"""Every address of the desk with its rule: what a review shows, and what an attacker tries."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import URLPattern, get_resolver

from nakomen.desk.kit.access import Rule, rule_of


@dataclass(frozen=True, kw_only=True)
class Address:
    """*path* as it stands in the table, with its places for numbers; *rule* None: closed."""

    path: str
    name: str
    rule: Rule | None


def addresses() -> Iterator[Address]:
    """All of them, in the order in which they are tried."""
    yield from _under("/", get_resolver().url_patterns)


def _under(start: str, patterns: list[Any]) -> Iterator[Address]:
    for pattern in patterns:
        path = start + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            name = pattern.name or ""
            yield Address(path=path, name=name, rule=rule_of(pattern.callback, name))
        else:
            yield from _under(path, pattern.url_patterns)
