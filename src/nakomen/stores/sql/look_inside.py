"""Documents and lists in a table: which places they have, and what the values of each look like."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import sqlalchemy as sa
from sqlalchemy import Connection

from nakomen import detect
from nakomen.records import Inside, SeenColumn, SeenDataset
from nakomen.records.inside import EACH, is_key
from nakomen.stores.documents import Number, document, scalar, unreadable
from nakomen.stores.family import Family, family
from nakomen.stores.sql.dialects import Dialect
from nakomen.stores.sql.documents import Form, form_of
from nakomen.stores.sql.target import table_clause

ROWS = 500
"""So many of the first rows and of the last are looked into."""
_VALUES = 500
_PLACES = 80
"""A document of more places is no record but data of another kind."""
_KEYS = 60
_DEEP = 5
_SIGNS = 200_000
_MOSTLY = 0.9


def places(connection: Connection, dialect: Dialect, seen: SeenDataset) -> tuple[SeenColumn, ...]:
    """Each place inside a column of *seen* at which a value stands, in the order of the columns."""
    return tuple(
        place
        for column in seen.columns
        if _may_hold(column, dialect)
        for place in _of_column(connection, seen, column)
    )


def _may_hold(column: SeenColumn, dialect: Dialect) -> bool:
    fam, form = family(column.type), form_of(column.type)
    if fam is Family.JSON:
        return form is not Form.TEXT
    # A text that is a document passes no detector as a whole, and is not the same twice by rule.
    return fam is Family.TEXT and column.sampled > 0 and dialect.tells_json


@dataclass
class _Places:
    """Values by place while the rows are read; none of them stays."""

    found: dict[tuple[str, ...], list[Any]] = field(default_factory=dict)
    documents: int = 0
    strange: int = 0
    odd: bool = False
    """Keys are data there, or there are too many: no path can name what they lead to."""

    def read(self, value: object) -> None:
        if unreadable(value):
            self.strange += 1
            return
        whole = document(value)
        if isinstance(whole, dict | list):
            self.documents += 1
            self._walk(whole, ())
        else:
            self.strange += 1

    def _walk(self, value: Any, steps: tuple[str, ...]) -> None:
        match value:
            case dict():
                self._object(value, steps)
            case list() if EACH not in steps:
                for element in value:
                    self._walk(element, (*steps, EACH))
            case list():
                self.odd = True
            case None:
                pass
            case _ if steps:
                several = self.found.setdefault(steps, [])
                if len(several) < _VALUES:
                    several.append(value)
                self.odd = self.odd or len(self.found) > _PLACES

    def _object(self, value: Mapping[str, Any], steps: tuple[str, ...]) -> None:
        if len(steps) >= _DEEP or len(value) > _KEYS or not all(map(is_key, value)):
            self.odd = True
            return
        for key, inner in value.items():
            self._walk(inner, (*steps, key))

    @property
    def told(self) -> bool:
        """Nearly all of it could be read, and paths say everything that stands there."""
        whole = self.documents + self.strange
        return not self.odd and bool(self.documents) and self.documents >= _MOSTLY * whole


def _of_column(
    connection: Connection, seen: SeenDataset, column: SeenColumn
) -> Iterator[SeenColumn]:
    values = _rows(connection, seen, column)
    if family(column.type) is Family.TEXT and not _begins(values):
        return
    read = _Places()
    for value in values:
        read.read(value)
    if read.told:
        for steps, several in read.found.items():
            yield _seen(Inside(column=column.name, steps=steps), several)


def _seen(place: Inside, values: Sequence[Any]) -> SeenColumn:
    texts = [text for value in values if (text := scalar(value)) is not None]
    filled = [text for text in texts if text != ""]
    shares = detect.shares(filled)
    return SeenColumn(
        name=str(place), type=_type(values), sampled=len(filled), shares=shares,
        distinct=len(set(filled)) == len(filled) and not place.several,
    )  # fmt: skip


def _type(values: Sequence[Any]) -> str:
    if all(isinstance(value, bool) for value in values):
        return "BOOLEAN"
    numbers = (isinstance(v, Number | int) and not isinstance(v, bool) for v in values)
    return "BIGINT" if all(numbers) else "TEXT"


def _rows(connection: Connection, seen: SeenDataset, column: SeenColumn) -> list[Any]:
    """The values of the first rows, and of the last when there are more; none that is huge."""
    table = table_clause(seen.name, [one.name for one in seen.columns])
    held = table.c[column.name]
    some = sa.select(held).select_from(table).where(held.is_not(None)).limit(ROWS)
    if family(column.type) is Family.TEXT:
        some = some.where(sa.func.length(held) < _SIGNS)
    found = [row[0] for row in connection.execute(some)]
    if seen.rows > ROWS and seen.primary_key:
        last = some.order_by(*(table.c[name].desc() for name in seen.primary_key))
        found += [row[0] for row in connection.execute(last)]
    return found


def _begins(values: Sequence[Any]) -> bool:
    """Most texts begin as a document or a list does."""
    begun = sum(str(value).lstrip()[:1] in ("{", "[") for value in values)
    return bool(values) and begun >= _MOSTLY * len(values)
