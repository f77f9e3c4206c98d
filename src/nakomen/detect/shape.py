"""What a column's type allows its values to be, whatever the database calls it."""

import re
from enum import StrEnum

from nakomen.records import SeenColumn

# Above this share a column is what its values are.
ENOUGH = 0.9


class Shape(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    MOMENT = "moment"
    FLAG = "flag"
    BYTES = "bytes"
    SEVERAL = "several"
    """An array or a document: more than one value in a cell."""


_SHAPES = (
    (Shape.SEVERAL, re.compile(r"\[\]$|^ARRAY|JSON|HSTORE")),
    (Shape.FLAG, re.compile(r"BOOL|BIT(\(1\))?$|TINYINT\(1\)")),
    (Shape.MOMENT, re.compile(r"DATE|TIME")),
    (Shape.BYTES, re.compile(r"BLOB|BYTEA|BINARY|RAW$")),
    (Shape.NUMBER, re.compile(r"INT(?!ERVAL)|NUMERIC|DECIMAL|FLOAT|DOUBLE|REAL|MONEY|SERIAL|YEAR")),
)


def shape(column: SeenColumn) -> Shape:
    """
    The shape by type; text that holds only dates is a moment, as SQLite keeps them.

    >>> [shape(SeenColumn(name="x", type=t)).value for t in ("VARCHAR(160)", "BIGINT", "DATETIME")]
    ['text', 'number', 'moment']
    >>> [shape(SeenColumn(name="x", type=t)).value for t in ("TINYINT(1)", "INET", "NUMERIC(9, 2)")]
    ['flag', 'text', 'number']
    >>> shape(SeenColumn(name="x", type="TEXT", shares={"moment": 1.0})).value
    'moment'
    """
    if column.shares.get("moment", 0) >= ENOUGH:
        return Shape.MOMENT
    name = column.type.upper()
    return next((s for s, pattern in _SHAPES if pattern.search(name)), Shape.TEXT)
