"""From a condition to SQL: as two-valued as the algebra, and in forms that an index can answer."""

import re
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import sqlalchemy as sa

from nakomen.records import (
    AllOf,
    AnyOf,
    Before,
    Condition,
    Dated,
    Everything,
    Filled,
    KeyIn,
    Linked,
    Mentions,
    Missing,
    Not,
    Nothing,
    Referenced,
    Says,
    Unlike,
    Unreadable,
    halves,
    pair,
)
from nakomen.stores.blank import GONE, Blank, blank_of
from nakomen.stores.family import Family, typed
from nakomen.stores.sql.becomes import mentions, unlike
from nakomen.stores.sql.dialects import Dialect, Flag, Held, Value, constant
from nakomen.stores.sql.keytables import FEW_KEYS, INLINE_KEYS, KeyTables
from nakomen.stores.sql.narrow import narrowed
from nakomen.stores.sql.pairs import together
from nakomen.stores.sql.target import Target, Targets
from nakomen.stores.wanted import compares_normal, wanted


def reads_other_rows(condition: Condition) -> bool:
    """The condition cannot be decided by looking at the row alone."""
    match condition:
        case AllOf(parts) | AnyOf(parts):
            return any(map(reads_other_rows, parts))
        case Not(part):
            return reads_other_rows(part)
        case _:
            return isinstance(condition, Linked | Referenced)


@dataclass(frozen=True, kw_only=True)
class Selector:
    """Writes conditions for the datasets of one store and the keys of one call."""

    targets: Targets
    dialect: Dialect
    keys: dict[str, tuple[str, ...]]
    """Read again whenever a statement runs: the values of keys are parameters."""
    tables: KeyTables
    shared: dict[Hashable, sa.CTE] | None = None
    """Rows that several parts of one statement link to, sought once; None: each seeks its own."""
    written: dict[tuple[str, Condition], Flag] = field(init=False, default_factory=dict)
    """What was said before is said in the same words, with the same parameters."""

    def sharing(self) -> "Selector":
        """
        For one statement of many parts about many persons. What those parts link to among her
        keys is then read once, and not by each part anew.
        """
        return replace(self, shared={}) if self._many(self.keys) else self

    def where(self, condition: Condition, name: str, rows: sa.FromClause | None = None) -> Flag:
        """
        The condition over dataset *name*; *rows* is its table under another name, if it has one.

        Unknown (NULL) counts as not holding, so a part under `Not` is never left unknown.
        """
        target = self.targets[name]
        if rows is not None and rows is not target.table:
            return self._where(condition, target, rows)
        said = self.written.get((name, condition))
        if said is None:
            said = self._where(condition, target, target.table)
            self.written[name, condition] = said
        return said

    def _where(self, condition: Condition, target: Target, table: sa.FromClause) -> Flag:
        name = target.dataset.name
        match condition:
            case Everything():
                return sa.true()
            case Nothing():
                return sa.false()
            case AllOf(parts):
                near = self._narrowed(parts, target)
                return sa.and_(sa.true(), *(self.where(part, name, table) for part in near))
            case AnyOf(parts):
                return sa.or_(sa.false(), *(self.where(part, name, table) for part in parts))
            case Not(part):
                return self._not(part, target, table)
            case Linked(columns, to, to_columns, inner):
                return self._points(columns, to, to_columns, inner, target, table)
            case Referenced(columns, to, to_columns, inner):
                return self._exists(columns, to, to_columns, inner, target, table)
            case _:
                return self._of_row(condition, target, table)

    def _narrowed(self, parts: Sequence[Condition], target: Target) -> Sequence[Condition]:
        """*parts*, said so that a table of many keys bounds what else is read."""
        keyed = (part for part in parts if isinstance(part, KeyIn) and "." in part.kind)
        keys = [key for key in keyed if self._many([key.kind])]

        def alike(column: str, to: str, there: str) -> bool:
            return _alike(target.families[column], self.targets[to].families[there])

        return narrowed(parts, keys, alike)

    def _many(self, kinds: Iterable[str]) -> bool:
        return any(len(self.keys.get(kind, ())) > INLINE_KEYS for kind in kinds)

    def value(self, name: str, target: Target, table: sa.FromClause) -> Value:
        """A column, a pair of them, or the text at a place inside one."""
        if parts := pair(name):
            return together([table.c[part] for part in parts], self.dialect)
        cell = target.cell(name, table)
        return table.c[name] if cell is None else self.dialect.scalar(cell)

    def some(
        self, name: str, target: Target, table: sa.FromClause, holds: Callable[[Value], Flag]
    ) -> Flag:
        """*holds* of the value of a column; of a list, of one of its elements."""
        cell = target.cell(name, table)
        if cell is not None and cell.path.several:
            return self.dialect.some(cell, holds)
        return holds(self.value(name, target, table))

    def _of_row(self, condition: Condition, target: Target, table: sa.FromClause) -> Flag:
        match condition:
            case KeyIn(column=column):
                fam = target.families[column]
                held = self.some(column, target, table, lambda v: self.key_in(condition, v, fam))
                return sa.and_(*self._by_halves(condition, target, table), held)
            case Says(column, value):
                return self._says(column, value, target, table)
            case Unreadable(column):
                kind = target.dataset.column(column).type
                return self.dialect.unreadable(table.c[column], kind)
            case Before(column, day):
                place = f"{target.dataset.name}.{column}"
                fam, zone = target.families[column], target.dataset.zone(column)
                clock = self.value(column, target, table)
                return self.dialect.before(clock, fam, day, place, zone)
            case Dated(column):
                place = f"{target.dataset.name}.{column}"
                clock = self.value(column, target, table)
                return self.dialect.dated(clock, target.families[column], place)
            case Missing(column):
                if pair(column):
                    return self.value(column, target, table).is_(None)
                if target.cell(column, table) is None:
                    return self.dialect.missing(table.c[column])
                return sa.not_(self.some(column, target, table, _known))
            case Filled(columns):
                return sa.or_(sa.false(), *(self._filled(c, target, table) for c in columns))
            case Mentions(column, value):
                return mentions(value, column, target, table, self)
            case Unlike(column, becomes):
                return unlike(becomes, column, target, table, self)
            case _:
                raise TypeError(type(condition).__name__)

    def _not(self, part: Condition, target: Target, table: sa.FromClause) -> Flag:
        """The negation, carried down to the parts: there an index or an anti-join can serve it."""
        name = target.dataset.name
        match part:
            case AllOf(parts):
                return sa.or_(sa.false(), *(self._not(p, target, table) for p in parts))
            case AnyOf(parts):
                return sa.and_(sa.true(), *(self._not(p, target, table) for p in parts))
            case Not(inner):
                return self.where(inner, name, table)
            case Missing(column):
                return self.some(column, target, table, _known)
            case Linked(columns, to, to_columns, inner):
                return sa.not_(self._leads(columns, to, to_columns, inner, target, table))
            case Referenced(columns, to, to_columns, inner):
                return sa.not_(self._exists(columns, to, to_columns, inner, target, table))
            case Everything() | Nothing():
                return sa.not_(self.where(part, name, table))
            case _:
                return self._of_row(part, target, table).is_not(sa.true())

    def key_in(self, part: KeyIn, column: Value, fam: Family) -> Flag:
        """*column* holds one of the person's keys of the kind of *part*."""
        if not self.keys.get(part.kind):
            return sa.false()
        normal = compares_normal(part)
        made, known = (part.kind, normal, fam), self.keys[part.kind]
        text = column if fam is Family.TEXT or not normal else self.dialect.text(column)
        shown = self.dialect.normal(part.kind, text) if normal else column
        if len(known) > FEW_KEYS:
            make = partial(wanted, part, fam, {part.kind: known})
            values = self.tables.once(made, known, make)
            if values.size > INLINE_KEYS:
                return self.tables.among(made, shown, values, fam, normal=normal)
        held = Held(
            name="key_" + re.sub(r"\W", "_", part.kind),
            values=lambda: list(wanted(part, fam, self.keys)),
        )
        if normal:
            found = self.dialect.among_normal(shown, held)
            return sa.and_(self.dialect.near(part.kind, text, held), found)
        return self.dialect.among(shown, held, fam)

    def _by_halves(self, part: KeyIn, target: Target, table: sa.FromClause) -> Iterator[Flag]:
        """What holds of each column of a pair by itself, so that their index answers."""
        names = pair(part.column)
        if 0 < len(self.keys.get(part.kind, ())) <= INLINE_KEYS:
            for place, name in enumerate(names):
                fam = target.families[name]
                values = partial(self._half, part.kind, place, len(names), fam)
                yield self.dialect.among(table.c[name], Held(name="half", values=values), fam)

    def _half(self, kind: str, place: int, number: int, fam: Family) -> list[str | int | float]:
        """The values of a pair in one of its columns."""
        parts = [told[place] for v in self.keys[kind] if (told := halves(v, number))]
        return [value for part in parts if (value := typed(fam, part)) is not None]

    def _says(self, name: str, value: str, target: Target, table: sa.FromClause) -> Flag:
        fam = target.families[name]
        known = typed(fam, value)
        if known is None:
            return sa.false()
        held = Held(name="says", values=lambda: [known])
        return self.some(name, target, table, lambda v: self.dialect.among(v, held, fam))

    def _filled(self, name: str, target: Target, table: sa.FromClause) -> Flag:
        blank = blank_of(target.dataset, name)
        if cell := target.cell(name, table):
            dialect = self.dialect
            return dialect.some_stands(cell) if cell.path.several else dialect.stands(cell)
        column = table.c[name]
        if blank is Blank.NULL:
            return column.is_not(None)
        return column != self.blank(blank, target, table)

    def blank(self, blank: Blank, target: Target, table: sa.FromClause) -> Value:
        """The value that *blank* stands for, written in SQL."""
        match blank:
            case Blank.NULL:
                return sa.null()
            case Blank.EMPTY:
                return constant("")
            case Blank.ZERO:
                return sa.literal_column("0", sa.Integer)
            case Blank.GONE:
                value: Value = constant(GONE)
                for position, name in enumerate(target.dataset.primary_key):
                    value = value + constant("-") if position else value
                    value = value + self.dialect.text(table.c[name])
                return value

    def _points(
        self,
        columns: Sequence[str],
        to: str,
        to_columns: Sequence[str],
        inner: Condition,
        target: Target,
        table: sa.FromClause,
    ) -> Flag:
        """IN, not EXISTS: the other table has few such rows, read once; then our index serves."""
        pairs = self._pairs(columns, to, to_columns, target, table, self.targets[to].table)
        here = [mine for mine, _ in pairs]
        side = here[0] if len(here) == 1 else sa.tuple_(*here)
        theirs = [there for _, there in pairs]
        shared = self._shared(theirs, to, inner)
        found = self._found(theirs, to, inner) if shared is None else sa.select(*shared.c)
        return side.in_(found.correlate(None))

    def _found(self, columns: Sequence[Value], to: str, inner: Condition) -> sa.Select[Any]:
        found: sa.Select[Any] = sa.select(*columns).where(self.where(inner, to))
        return found.select_from(self.targets[to].table)

    def _shared(self, columns: Sequence[Value], to: str, inner: Condition) -> sa.CTE | None:
        """The rows of *to* that meet *inner*, where a table of many keys bounds them."""
        if self.shared is None or not self._bounded(inner):
            return None
        known = to, inner, *map(str, columns)
        if known not in self.shared:
            shown = [column.label(f"to_{n}") for n, column in enumerate(columns)]
            name = f"nakomen_linked_{len(self.shared)}"
            self.shared[known] = self._found(shown, to, inner).cte(name)
        return self.shared[known]

    def _bounded(self, inner: Condition) -> bool:
        parts = inner.parts if isinstance(inner, AllOf) else (inner,)
        keys = [part.kind for part in parts if isinstance(part, KeyIn) and "." in part.kind]
        return self._many(keys)

    def _leads(
        self,
        columns: Sequence[str],
        to: str,
        to_columns: Sequence[str],
        inner: Condition,
        target: Target,
        table: sa.FromClause,
    ) -> Flag:
        """`_exists`, among rows that other parts of the statement ask for as well."""
        pairs = self._pairs(columns, to, to_columns, target, table, self.targets[to].table)
        shared = self._shared([there for _, there in pairs], to, inner)
        if shared is None:
            return self._exists(columns, to, to_columns, inner, target, table)
        joined = [mine == there for (mine, _), there in zip(pairs, shared.c, strict=True)]
        one: sa.Select[Any] = sa.select(sa.literal_column("1")).select_from(shared).where(*joined)
        return one.correlate(table).exists()

    def _exists(
        self,
        columns: Sequence[str],
        to: str,
        to_columns: Sequence[str],
        inner: Condition,
        target: Target,
        table: sa.FromClause,
    ) -> Flag:
        """
        EXISTS, from the row to those that point to it: an index on the reference serves.

        It knows no NULL, and its negation is planned as an anti-join.
        """
        other = self.targets[to].table
        rows: sa.FromClause = other.alias() if to == target.dataset.name else other
        pairs = self._pairs(columns, to, to_columns, target, table, rows)
        joined = [mine == there for mine, there in pairs]
        where = sa.and_(*joined, self.where(inner, to, rows))
        one: sa.Select[Any] = sa.select(sa.literal_column("1")).select_from(rows).where(where)
        return one.correlate(table).exists()

    def _pairs(
        self,
        columns: Sequence[str],
        to: str,
        to_columns: Sequence[str],
        target: Target,
        table: sa.FromClause,
        rows: sa.FromClause,
    ) -> list[tuple[Value, Value]]:
        """The columns that must be equal; as text where the two sides are of different types."""
        pairs: list[tuple[Value, Value]] = []
        for here, there in zip(columns, to_columns, strict=True):
            mine = self.value(here, target, table)
            other = self.value(there, self.targets[to], rows)
            same = _alike(target.families[here], self.targets[to].families[there])
            text = self.dialect.text
            pairs.append((mine, other) if same else (text(mine), text(other)))
        return pairs


def _known(value: Value) -> Flag:
    return value.is_not(None)


def _alike(one: Family, other: Family) -> bool:
    numbers = {Family.INTEGER, Family.NUMBER}
    return one is other or {one, other} <= numbers
