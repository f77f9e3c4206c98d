"""One task in many short transactions: others can work in between, and a stop loses nothing."""

from collections.abc import Iterator

from sqlalchemy import Connection

from nakomen.stores.sql.act import Change
from nakomen.stores.sql.totals import carried_out


def batches(connection: Connection, change: Change, batch_rows: int, found: int) -> Iterator[int]:
    """
    Run *change* part by part, each its own transaction; yields the rows of each after its commit.

    The table is walked once: no batch reads again what an earlier one dealt with. The walk ends
    when the rows found at its start are done; rows that came later are the next sweep's.
    """
    if not found:
        return
    dialect = change.selector.dialect
    for batch in dialect.batches(connection, change.target, change.where, found, batch_rows):
        with connection.begin():
            rows = carried_out(connection, change, batch)
        if rows:
            yield rows
        found -= rows
        if found <= 0:
            return
