"""Planted rows looked at again, and taken out as far as they still are what was planted."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection

from nakomen.records import KeyKind, StoreMap, names_of, of_several
from nakomen.records.planting import Mark, Marked, Stands
from nakomen.stores.blank import GONE
from nakomen.stores.documents import read
from nakomen.stores.sql.planted_tables import read_row, table_of
from nakomen.stores.sql.planted_values import typed


@dataclass(frozen=True, kw_only=True)
class Weeder:
    """Looks at rows that were planted, and takes out those that still are what we planted."""

    connection: Connection
    store_map: StoreMap
    mark: Mark

    def stands(self, row: Marked) -> Stands:
        dataset = self.store_map.dataset(row.dataset)
        table = table_of(self.connection, row.dataset)
        found = read_row(self.connection, table, typed(table, row.key))
        if found is None:
            return Stands.GONE
        same = {
            name for name, mark in row.marks.items() if self.mark(str(read(found, name))) == mark
        }
        changed = [read(found, name) for name in row.marks if name not in same]
        listed = of_several(row.marks)  # once she is out of the list nothing of ours may be left
        if not (same or listed) or not all(_is_blank(value) for value in changed):
            return Stands.OTHER
        personal = {c.name for c in dataset.personal_columns}
        ids = {*dataset.primary_key, *(n for link in dataset.links for n in link.columns)}
        ids |= {n for key in dataset.keys if key.kind == KeyKind.CUSTOMER for n in names_of(key)}
        return Stands.WHOLE if same & personal - ids or not changed else Stands.EMPTIED

    def uproot(self, row: Marked) -> Stands:
        found = self.stands(row)
        if found in (Stands.EMPTIED, Stands.WHOLE):
            table = table_of(self.connection, row.dataset)
            where = [table.c[n] == value for n, value in typed(table, row.key).items()]
            self.connection.execute(table.delete().where(*where))
        return found


def _is_blank(value: Any) -> bool:
    return value in (None, "", 0) or (isinstance(value, str) and value.startswith(GONE))
