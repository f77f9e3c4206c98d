"""
Places inside a document, in SQL: what `nakomen.stores.documents` says in Python.

One file a database says how. A place inside has the value of the text or the number there; what is
no document has none.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import sqlalchemy as sa

from nakomen.records import Inside
from nakomen.stores.errors import LooksInside
from nakomen.stores.family import Family, family
from nakomen.stores.sql.words import Flag, Text, Value, constant

Holds = Callable[[Text], Flag]
"""What must be true of the text at the end of a path."""


class Form(StrEnum):
    """In what a document is kept."""

    TEXT = "text"
    """A text, of which nobody promised that it is JSON."""
    JSON = "json"
    """The database sees to it that it is JSON, and keeps its text."""
    BINARY = "binary"
    """jsonb: PostgreSQL keeps what it says."""
    LIST = "list"
    """A column of PostgreSQL that holds several values of one type."""


def form_of(kind: str) -> Form:
    """
    >>> form_of("JSONB"), form_of("INTEGER[]"), form_of("longtext"), form_of("json")
    (<Form.BINARY: 'binary'>, <Form.LIST: 'list'>, <Form.TEXT: 'text'>, <Form.JSON: 'json'>)
    """
    told = kind.strip().lower()
    if told == "jsonb":
        return Form.BINARY
    if told.endswith("[]") or told == "array":
        return Form.LIST
    return Form.JSON if family(kind) is Family.JSON else Form.TEXT


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A place inside a value of a column of the type *kind*."""

    base: Value
    kind: str
    path: Inside

    @property
    def form(self) -> Form:
        return form_of(self.kind)


class Documents:
    """Nothing: a database that cannot look inside refuses."""

    tells_json: bool = True
    """It can be asked whether a text is JSON."""

    def scalar(self, cell: Cell) -> Text:
        """The text or the number at the place as text, else NULL."""
        raise LooksInside(str(cell.path))

    def stands(self, cell: Cell) -> Flag:
        """Something stands there, of any kind but null."""
        raise LooksInside(str(cell.path))

    def some(self, cell: Cell, holds: Holds) -> Flag:  # noqa: ARG002 (others do)
        """Some element of the list has a text at the end of the path for which *holds* is true."""
        raise LooksInside(str(cell.path))

    def some_stands(self, cell: Cell) -> Flag:
        """Some element of the list has something at the end of the path."""
        raise LooksInside(str(cell.path))

    def unreadable(self, base: Value, kind: str) -> Flag:  # noqa: ARG002 (others need them)
        """The column holds something that is no document. Never unknown."""
        return sa.false()

    def told(self, cell: Cell) -> Text:
        """The whole document as text: two that say the same in the same order are the same."""
        raise LooksInside(str(cell.path))

    def put(self, cell: Cell, text: Text | None) -> Value:  # noqa: ARG002 (others do)
        """The document with *text* (None: null) at the place, where something stands there."""
        raise LooksInside(str(cell.path))

    def omit(self, cell: Cell, holds: Holds) -> Value:  # noqa: ARG002 (others do)
        """The document with its list, but for the elements for which *holds* is true."""
        raise LooksInside(str(cell.path))


class TextDocuments(Documents):
    """Where every document is a text: no function for JSON may meet one that is no JSON."""

    def unreadable(self, base: Value, kind: str) -> Flag:  # noqa: ARG002 (all are texts)
        return sa.and_(base.is_not(None), sa.not_(valid(base)))

    def put(self, cell: Cell, text: Text | None) -> Value:
        new = sa.null() if text is None else text
        changed = sa.func.json_replace(cell.base, constant(path_of(cell.path.list)), new)
        return sa.case((valid(cell.base), changed), else_=cell.base)


def valid(base: Value) -> Flag:
    """The text is JSON."""
    return sa.func.json_valid(base) == sa.literal_column("1")


def path_of(steps: Sequence[str]) -> str:
    """
    >>> path_of(["billing", "email"])
    '$."billing"."email"'
    """
    return "$" + "".join(f'."{step}"' for step in steps)


def some_of(each: Any, where: Flag) -> Flag:
    """Some of the elements *each* meets *where*."""
    return sa.select(sa.literal_column("1")).select_from(each).where(where).exists()
