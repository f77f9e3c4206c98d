"""Places inside a document in SQLite, by its own functions for JSON."""

from collections.abc import Sequence

import sqlalchemy as sa

from nakomen.stores.sql.documents import Cell, Holds, TextDocuments, path_of, some_of, valid
from nakomen.stores.sql.words import Flag, Text, Value, constant

_NOT_PLAIN = ("object", "array", "null")


class SqliteDocuments(TextDocuments):
    """By its own functions for JSON; a number stays as it is written."""

    def scalar(self, cell: Cell) -> Text:
        return sa.case((valid(cell.base), _scalar(cell.base, cell.path.list)))

    def stands(self, cell: Cell) -> Flag:
        kind = sa.case((valid(cell.base), _type(cell.base, cell.path.list)))
        return sa.func.coalesce(kind, constant("null")) != constant("null")

    def some(self, cell: Cell, holds: Holds) -> Flag:
        each = _elements(cell)
        return some_of(each, holds(_end(each, cell.path.tail)))

    def some_stands(self, cell: Cell) -> Flag:
        each = _elements(cell)
        return some_of(each, _end_type(each, cell.path.tail) != constant("null"))

    def told(self, cell: Cell) -> Text:
        return sa.case((valid(cell.base), sa.func.json(cell.base)), else_=cell.base)

    def omit(self, cell: Cell, holds: Holds) -> Value:
        each, path = _elements(cell), constant(path_of(cell.path.list))
        goes = sa.func.coalesce(holds(_end(each, cell.path.tail)), sa.false())
        # Taken by its own place, so that a number stays as it is written.
        element = sa.func.json(_arrow(cell.base, each.c.fullkey))
        array = sa.select(sa.func.json_group_array(element)).select_from(each)
        kept = sa.func.json(array.where(sa.not_(goes)).scalar_subquery())
        is_list = sa.func.coalesce(
            _type(cell.base, cell.path.list) == constant("array"), sa.false()
        )
        changed = sa.func.json_replace(cell.base, path, kept) if cell.path.list else kept
        inner = sa.case((is_list, changed), else_=cell.base)
        return sa.case((valid(cell.base), inner), else_=cell.base)


def _type(base: Value, steps: Sequence[str]) -> Text:
    return sa.func.json_type(base, constant(path_of(steps)), type_=sa.String)


def _arrow(base: Value, path: Value) -> Text:
    found: Text = base.op("->", return_type=sa.String())(path)
    return found


def _scalar(base: Value, steps: Sequence[str]) -> Text:
    path, kind = constant(path_of(steps)), _type(base, steps)
    return sa.case(
        (kind == constant("text"), sa.func.json_extract(base, path)),
        (kind.in_([constant(word) for word in _NOT_PLAIN]), sa.null()),
        else_=_arrow(base, path),  # the very signs of a number; true and false as words
    )


def _elements(cell: Cell) -> sa.TableValuedAlias:
    """The elements of the list; none where there is no list."""
    path = constant(path_of(cell.path.list))
    listed = sa.case((_type(cell.base, cell.path.list) == constant("array"), cell.base))
    document = sa.case((valid(cell.base), listed))
    each = sa.func.json_each(document, path).table_valued("value", "type", "atom", "fullkey")
    return each.alias()


def _end(each: sa.TableValuedAlias, tail: Sequence[str]) -> Text:
    if tail:
        return sa.case((each.c.type == constant("object"), _scalar(each.c.value, tail)))
    plain = sa.cast(each.c.value, sa.Text)
    return sa.case(
        (each.c.type == constant("true"), constant("true")),
        (each.c.type == constant("false"), constant("false")),
        (each.c.type.not_in([constant(word) for word in _NOT_PLAIN]), plain),
    )


def _end_type(each: sa.TableValuedAlias, tail: Sequence[str]) -> Text:
    kind: Value = each.c.type
    if tail:
        kind = sa.case((each.c.type == constant("object"), _type(each.c.value, tail)))
    return sa.func.coalesce(kind, constant("null"))
