"""Places inside documents and lists in PostgreSQL."""

from collections.abc import Sequence
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.postgresql import JSONB

from nakomen.stores.errors import LooksInside
from nakomen.stores.sql.documents import Cell, Documents, Form, Holds, form_of, some_of
from nakomen.stores.sql.words import Flag, Text, Value, constant

_NOTHING: Value = sa.literal_column("'[]'::jsonb", JSONB)
_NULL: Value = sa.literal_column("'null'::jsonb", JSONB)
_NO_NUL = constant(r"\u0000")


class PostgresqlDocuments(Documents):
    """A text is looked into from version 16 on: before that nothing tells whether it is JSON."""

    def scalar(self, cell: Cell) -> Text:
        return _scalar(self._document(cell), cell.path.list)

    def stands(self, cell: Cell) -> Flag:
        return _there(self._document(cell), cell.path.list)

    def some(self, cell: Cell, holds: Holds) -> Flag:
        each, end = self._elements(cell)
        return some_of(each, holds(end))

    def some_stands(self, cell: Cell) -> Flag:
        each, _ = self._elements(cell)
        if cell.form is Form.LIST:
            return some_of(each, each.c.value.is_not(None))
        return some_of(each, _there(each.c.value, cell.path.tail))

    def unreadable(self, base: Value, kind: str) -> Flag:
        if form_of(kind) is not Form.TEXT:
            return sa.false()
        self._see(str(base))
        return sa.and_(base.is_not(None), sa.not_(_is_json(base)))

    def told(self, cell: Cell) -> Text:
        return sa.cast(self._document(cell), sa.Text)

    def put(self, cell: Cell, text: Text | None) -> Value:
        new = _NULL if text is None else sa.func.to_jsonb(sa.cast(text, sa.Text))
        document = self._document(cell)
        steps = cell.path.list
        changed = sa.func.jsonb_set(document, _keys(steps), new, sa.false(), type_=JSONB)
        # A path that leads through a list is refused, not passed over.
        return self._kept(cell, sa.case((_there(document, steps), changed)))

    def omit(self, cell: Cell, holds: Holds) -> Value:
        each, end = self._elements(cell)
        stays = sa.not_(sa.func.coalesce(holds(end), sa.false()))
        rows = sa.select(each.c.value).select_from(each).where(stays).order_by(each.c.place)
        if cell.form is Form.LIST:
            kept = sa.func.array(rows.scalar_subquery())
            return sa.case((cell.base.is_not(None), kept))
        ordered = rows.subquery()
        array = sa.select(sa.func.jsonb_agg(ordered.c.value)).select_from(ordered)
        left = sa.func.coalesce(array.scalar_subquery(), _NOTHING, type_=JSONB)
        document = self._document(cell)
        made: Value = left
        if cell.path.list:
            made = sa.func.jsonb_set(document, _keys(cell.path.list), left, type_=JSONB)
        is_list = _kind(_at(document, cell.path.list)) == constant("array")
        return self._kept(cell, sa.case((is_list, made)))

    def _kept(self, cell: Cell, document: Value) -> Value:
        """As the column keeps it; what could not be changed stays as it was."""
        kept: Value = document
        if cell.form is Form.JSON:
            kept = sa.cast(document, sa.JSON)
        elif cell.form is Form.TEXT:
            kept = sa.cast(document, sa.Text)
        return sa.func.coalesce(kept, cell.base)

    def _document(self, cell: Cell) -> Value:
        match cell.form:
            case Form.BINARY:
                return cell.base
            case Form.LIST:
                raise LooksInside(str(cell.path))
            case Form.JSON:
                text = sa.cast(cell.base, sa.Text)
                # It may say what PostgreSQL cannot tell: the sign of number 0.
                telling = sa.func.strpos(text, _NO_NUL) == sa.literal_column("0")
                return sa.case((telling, sa.cast(cell.base, JSONB)))
            case Form.TEXT:
                self._see(str(cell.path))
                return sa.case((_is_json(cell.base), sa.cast(cell.base, JSONB)))

    def _see(self, place: str) -> None:
        if not self.tells_json:
            raise LooksInside(place)

    def _elements(self, cell: Cell) -> tuple[Any, Text]:
        """The elements with their places, and the text at the end of the path of each."""
        if cell.form is Form.LIST:
            if cell.path.list or cell.path.tail:
                raise LooksInside(str(cell.path))
            listed = sa.func.unnest(cell.base)
            each = listed.table_valued("value", with_ordinality="place").render_derived()
            return each, sa.cast(each.c.value, sa.Text)
        found = _at(self._document(cell), cell.path.list)
        document = sa.case((_kind(found) == constant("array"), found), else_=_NOTHING)
        listed = sa.func.jsonb_array_elements(document)
        each = listed.table_valued(
            sa.column("value", JSONB), with_ordinality="place"
        ).render_derived()
        return each, _scalar(each.c.value, cell.path.tail)


def _is_json(base: Value) -> Flag:
    nul = sa.func.strpos(base, _NO_NUL) == sa.literal_column("0")
    return sa.and_(base.op("IS")(sa.literal_column("JSON")), nul)


def _keys(steps: Sequence[str]) -> Value:
    return sa.literal_column("'{" + ",".join(f'"{step}"' for step in steps) + "}'::text[]")


def _at(document: Value, steps: Sequence[str]) -> Value:
    return document.op("#>", return_type=JSONB())(_keys(steps)) if steps else document


def _kind(document: Value) -> Text:
    return sa.func.jsonb_typeof(document, type_=sa.String)


def _there(document: Value, steps: Sequence[str]) -> Flag:
    return sa.func.coalesce(_kind(_at(document, steps)), constant("null")) != constant("null")


def _scalar(document: Value, steps: Sequence[str]) -> Text:
    kind = _kind(_at(document, steps))
    text: Text = document.op("#>>", return_type=sa.String())(_keys(steps))
    return sa.case((kind.not_in([constant("object"), constant("array")]), text))
