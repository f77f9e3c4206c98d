"""What the values of one table look like: counted and sampled, measured, and let go."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import sqlalchemy as sa

from nakomen import detect
from nakomen.records import DISTINCT, FILLED, KeyKind, SeenColumn, normal
from nakomen.stores.family import Family
from nakomen.stores.sql.dialects import Value
from nakomen.stores.sql.odd import odd_rows
from nakomen.stores.sql.sampled import Plain, Sampled

_WRITTEN = (KeyKind.EMAIL, KeyKind.PHONE, KeyKind.IBAN)
_MOSTLY = 0.5
_NOT_KEYS = (Family.BYTES, Family.JSON, Family.BOOLEAN, Family.DATE, Family.LOCAL, Family.INSTANT)


@dataclass(frozen=True)
class TableLook:
    """Looks at one table for its survey: at a sample, and at all of it where that is little."""

    of: Sampled

    def columns(self) -> tuple[SeenColumn, ...]:
        return tuple(self._column(plain) for plain in self.of.plain)

    def settled(self, seen: SeenColumn, asked: Collection[str]) -> SeenColumn:
        """*seen* with what was *asked* about it answered by the whole table."""
        plain = next(plain for plain in self.of.plain if plain.name == seen.name)
        if FILLED in asked:
            values = self.of.all_over(plain)
            shares, different = detect.shares(values), len(set(map(str, values)))
            seen = replace(seen, sampled=len(values), shares=shares, different=different)
        if DISTINCT in asked:
            seen = replace(seen, distinct=self._distinct(plain))
        written = {kind: self._normal(plain, kind) for kind in asked if kind not in _NOT_KINDS}
        return replace(seen, written={**seen.written, **written}, open=seen.open - {*asked})

    def _column(self, plain: Plain) -> SeenColumn:
        values = self.of.sample(plain)
        shares = detect.shares(values)
        written = _written(plain, shares)
        seen = SeenColumn(
            name=plain.name,
            type=plain.type,
            nullable=plain.nullable,
            unique=plain.unique,
            sampled=len(values),
            shares=shares,
            different=len(set(map(str, values))),
            distinct=plain.unique,
            written=dict.fromkeys(written, False),
            open=self._open(plain, values, written),
        )
        return seen if self.of.is_large else self.settled(seen, seen.open)

    def _open(self, plain: Plain, values: Sequence[Any], written: Sequence[str]) -> frozenset[str]:
        """What the sample allows: a value that occurs twice or an odd form answers at once."""
        if not values:
            readable = self.of.is_large and plain.family is not Family.BYTES
            return frozenset({FILLED}) if readable else frozenset()
        formed = {k for k in written if all(normal(k, str(v)) == v for v in values)}
        once = len(set(map(str, values))) == len(values)
        may = once and not plain.unique and plain.family not in _NOT_KEYS
        return frozenset(formed | {DISTINCT} if may else formed)

    def _distinct(self, plain: Plain) -> bool:
        """No filled value occurs twice."""
        column = self.of.table.c[plain.name]
        counts = sa.select(sa.func.count(column), sa.func.count(column.distinct()))
        filled, different = self.of.connection.execute(counts.where(self.of.filled(plain))).one()
        return bool(filled == different)

    def _normal(self, plain: Plain, kind: str) -> bool:
        """Every filled value stands in the normal form of *kind*."""
        other = odd_rows(self.of.dialect, kind, self.of.table.c[plain.name])
        one: Value = sa.literal_column("1")
        odd = sa.select(one).select_from(self.of.table).where(other)
        return self.of.connection.execute(odd.limit(1)).first() is None


_NOT_KINDS = (DISTINCT, FILLED)


def _written(plain: Plain, shares: Mapping[str, float]) -> list[str]:
    """The kinds of key whose values stand here, in whatever form."""
    if plain.family is not Family.TEXT:
        return []
    return [kind.value for kind in _WRITTEN if shares.get(kind, 0) > _MOSTLY]
