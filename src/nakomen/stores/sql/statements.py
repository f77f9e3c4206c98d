"""Statements are written once: what differs from person to person travels as a parameter."""

from collections.abc import Callable, Hashable
from dataclasses import dataclass, field
from threading import get_ident
from typing import Any, TypeVar

from nakomen.records import Keys
from nakomen.stores.sql.dialects import Dialect
from nakomen.stores.sql.keytables import FEW_KEYS, KeyTables
from nakomen.stores.sql.select import Selector
from nakomen.stores.sql.target import Targets

T = TypeVar("T")

MOST_STATEMENTS = 2000


def many(keys: Keys) -> bool:
    """So many that they go into tables beside the data."""
    return any(len(values) > FEW_KEYS for values in keys.values())


@dataclass
class Statements:
    """
    What was written for one store, by what was asked and the kinds of keys that were known.

    For each set of kinds there is one selector. Its keys are replaced before a statement of it
    runs; the statement reads them at that moment. Each thread has its own, so that the keys of
    one person never reach a statement about another.
    """

    targets: Targets
    dialect: Dialect
    _selectors: dict[Hashable, Selector] = field(default_factory=dict)
    _written: dict[Hashable, Any] = field(default_factory=dict)

    def written(
        self, asked: Hashable, write: Callable[[Selector], T], keys: Keys, tables: KeyTables
    ) -> T:
        """What *write* makes of *asked*, for *keys*. Many keys need *tables* of this very call."""
        if many(keys):
            return write(self.selector(dict(keys), tables))
        mine = get_ident(), frozenset(kind for kind, values in keys.items() if values)
        selector = self._selectors.get(mine)
        if selector is None:
            selector = self._selectors[mine] = self.selector({}, tables)
        selector.keys.clear()
        selector.keys.update(keys)
        key = mine, asked  # looked up once: it is made of conditions, and dear to hash
        found: T | None = self._written.get(key)
        if found is None:
            self._make_room()
            found = self._written[key] = write(selector)
        return found

    def selector(self, keys: dict[str, tuple[str, ...]], tables: KeyTables) -> Selector:
        """A selector of its own for *keys*."""
        return Selector(targets=self.targets, dialect=self.dialect, keys=keys, tables=tables)

    def _make_room(self) -> None:
        if len(self._written) >= MOST_STATEMENTS:
            self._written.clear()
            # What they said before goes; they stay, for statements elsewhere read their keys.
            for selector in list(self._selectors.values()):
                selector.written.clear()
            for selector in [*self._selectors.values()]:
                selector.written.clear()


@dataclass(frozen=True, kw_only=True)
class Call:
    """One call of a store: its keys, and the statements for them."""

    statements: Statements
    keys: Keys
    tables: KeyTables

    def once(self, asked: Hashable, write: Callable[[Selector], T]) -> T:
        """What *write* makes of *asked*; see `Statements.written`."""
        return self.statements.written(asked, write, self.keys, self.tables)
