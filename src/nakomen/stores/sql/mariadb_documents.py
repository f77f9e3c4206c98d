"""Places inside a document in MariaDB and MySQL."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa

from nakomen.stores.sql.documents import Cell, Holds, TextDocuments, path_of, some_of, valid
from nakomen.stores.sql.words import Flag, Text, Value, constant

_PLAIN = ("INTEGER", "DOUBLE", "DECIMAL")


class MariadbDocuments(TextDocuments):
    """A list is read as a table, with JSON_TABLE."""

    def scalar(self, cell: Cell) -> Text:
        return _scalar(_at(cell.base, cell.path.list))

    def stands(self, cell: Cell) -> Flag:
        return _there(_at(cell.base, cell.path.list))

    def some(self, cell: Cell, holds: Holds) -> Flag:
        each = _elements(cell)
        return some_of(each, holds(_scalar(each.c.end)))

    def some_stands(self, cell: Cell) -> Flag:
        each = _elements(cell)
        return some_of(each, _there(each.c.end))

    def told(self, cell: Cell) -> Text:
        return sa.case((valid(cell.base), sa.func.json_compact(cell.base)), else_=cell.base)

    def omit(self, cell: Cell, holds: Holds) -> Value:
        each, path = _elements(cell), constant(path_of(cell.path.list))
        goes = sa.func.coalesce(holds(_scalar(each.c.end)), sa.false())
        # As a JSON value, or it would be written as a text between quotes.
        element = sa.func.json_extract(each.c.value, constant("$"))
        array = sa.func.json_arrayagg(element.op("ORDER BY")(each.c.place))
        listed = sa.select(array).select_from(each).where(sa.not_(goes)).scalar_subquery()
        kept = sa.func.json_extract(sa.func.coalesce(listed, constant("[]")), constant("$"))
        is_list = sa.func.json_type(_at(cell.base, cell.path.list)) == constant("ARRAY")
        changed = sa.func.json_replace(cell.base, path, kept) if cell.path.list else kept
        return sa.case((sa.func.coalesce(is_list, sa.false()), changed), else_=cell.base)


def _at(base: Value, steps: Sequence[str]) -> Value:
    """The JSON at the place; NULL where nothing stands or no document is."""
    return sa.case((valid(base), sa.func.json_extract(base, constant(path_of(steps)))))


def _scalar(found: Value) -> Text:
    kind = sa.func.json_type(found, type_=sa.String)
    return sa.case(
        (kind == constant("STRING"), sa.func.json_unquote(found)),
        (kind.in_([constant(word) for word in (*_PLAIN, "BOOLEAN")]), found),
    )


def _there(found: Value) -> Flag:
    return sa.func.coalesce(sa.func.json_type(found), constant("NULL")) != constant("NULL")


def _elements(cell: Cell) -> Any:
    """The elements of the list; none where there is no list."""
    found = _at(cell.base, cell.path.list)
    listed = sa.case((sa.func.json_type(found) == constant("ARRAY"), found))
    columns: Value = sa.literal_column(
        "'$[*]' COLUMNS (place FOR ORDINALITY, value JSON PATH '$', "
        f"`end` JSON PATH '{path_of(cell.path.tail)}')"
    )
    return sa.func.json_table(listed, columns).table_valued("place", "value", "end").alias()
