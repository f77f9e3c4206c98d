"""How alike rows are once they are made coarse: one query, and the store does the counting."""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from nakomen.records import Becomes, Selection
from nakomen.stores.sql.becomes import new_value
from nakomen.stores.sql.dialects import Value
from nakomen.stores.sql.select import Selector


def grouping(
    selection: Selection, becomes: Mapping[str, Becomes], least: int, selector: Selector
) -> sa.Select[Any]:
    """One row: rows, groups, the size of the smallest, and rows in groups below *least*."""
    target = selector.targets[selection.dataset]
    table = target.table
    made = [
        new_value(new, name, target, table, selector).label(f"part_{place}")
        for place, (name, new) in enumerate(becomes.items())
    ]
    where = selector.where(selection.where, selection.dataset)
    one: Value = sa.literal_column("1").label("one")
    # Grouped by the labels: the same expression twice would be two parameters to the database.
    rows = sa.select(*made, one).select_from(table).where(where).subquery("made")
    parts = [rows.c[f"part_{place}"] for place in range(len(made))]
    counted = sa.select(sa.func.count().label("size")).select_from(rows)
    each = counted.group_by(*parts, rows.c.one).subquery("sizes").c.size
    few = sa.case((each < least, each), else_=0)
    return sa.select(
        sa.func.coalesce(sa.func.sum(each), 0),
        sa.func.count(),
        sa.func.coalesce(sa.func.min(each), 0),
        sa.func.coalesce(sa.func.sum(few), 0),
    )
