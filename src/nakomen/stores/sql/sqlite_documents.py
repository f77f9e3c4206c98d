"""Places inside a document in SQLite, by its own functions for JSON."""

from collections.abc import Sequence

import sqlalchemy as sa

from nakomen.stores.sql.documents import Cell, Documents, Holds
from nakomen.stores.sql.words import Flag, Text, Value, constant

_NOT_PLAIN = ("object", "array", "null")


class SqliteDocuments(Documents):
    """Every document is a text there, and no function may meet one that is no JSON."""

    def scalar(self, cell: Cell) -> Text:
        return sa.case((_valid(cell.base), _scalar(cell.base, cell.path.list)))

    def stands(self, cell: Cell) -> Flag:
        kind = sa.case((_valid(cell.base), _type(cell.base, cell.path.list)))
        return sa.func.coalesce(kind, constant("null")) != constant("null")

    def some(self, cell: Cell, holds: Holds) -> Flag:
        each = _elements(cell)
        return _exists(each, holds(_end(each, cell.path.tail)))

    def some_stands(self, cell: Cell) -> Flag:
        each = _elements(cell)
        return _exists(each, _end_type(each, cell.path.tail) != constant("null"))

    def unreadable(self, base: Value, kind: str) -> Flag:  # noqa: ARG002 (one kind only)
        return sa.and_(base.is_not(None), sa.not_(_valid(base)))

    def told(self, cell: Cell) -> Text:
        return sa.case((_valid(cell.base), sa.func.json(cell.base)), else_=cell.base)

    def put(self, cell: Cell, text: Text | None) -> Value:
        new = sa.null() if text is None else text
        changed = sa.func.json_replace(cell.base, constant(_path(cell.path.list)), new)
        return sa.case((_valid(cell.base), changed), else_=cell.base)

    def omit(self, cell: Cell, holds: Holds) -> Value:
        each, path = _elements(cell), constant(_path(cell.path.list))
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
        return sa.case((_valid(cell.base), inner), else_=cell.base)


def _valid(base: Value) -> Flag:
    return sa.func.json_valid(base) == sa.literal_column("1")


def _path(steps: Sequence[str]) -> str:
    return "$" + "".join(f'."{step}"' for step in steps)


def _type(base: Value, steps: Sequence[str]) -> Text:
    return sa.func.json_type(base, constant(_path(steps)), type_=sa.String)


def _arrow(base: Value, path: Value) -> Text:
    found: Text = base.op("->", return_type=sa.String())(path)
    return found


def _scalar(base: Value, steps: Sequence[str]) -> Text:
    path, kind = constant(_path(steps)), _type(base, steps)
    return sa.case(
        (kind == constant("text"), sa.func.json_extract(base, path)),
        (kind.in_([constant(word) for word in _NOT_PLAIN]), sa.null()),
        else_=_arrow(base, path),  # the very signs of a number; true and false as words
    )


def _elements(cell: Cell) -> sa.TableValuedAlias:
    """The elements of the list; none where there is no list."""
    path = constant(_path(cell.path.list))
    listed = sa.case((_type(cell.base, cell.path.list) == constant("array"), cell.base))
    document = sa.case((_valid(cell.base), listed))
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


def _exists(each: sa.TableValuedAlias, where: Flag) -> Flag:
    return sa.select(sa.literal_column("1")).select_from(each).where(where).exists()
