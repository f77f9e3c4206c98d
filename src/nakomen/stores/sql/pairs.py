"""The value of a pair of columns, as `nakomen.records.joined` has it."""

from collections.abc import Sequence

import sqlalchemy as sa

from nakomen.records.pair import SLASH
from nakomen.stores.sql.dialects import Dialect, Text, Value, constant


def together(columns: Sequence[Value], dialect: Dialect) -> Text:
    """NULL where one of *columns* is, or holds what stands between them."""
    texts = [dialect.text(column) for column in columns]
    apart = sa.and_(*(dialect.position(text, constant(SLASH)) == 0 for text in texts))
    joined = texts[0]
    for text in texts[1:]:
        joined = joined + constant(SLASH) + text
    return sa.case((apart, joined), else_=sa.null())
