"""Whether the database still looks as the data map says: one query of its catalogue."""

from sqlalchemy import Connection

from nakomen.records import SchemaChanged, StoreMap
from nakomen.stores.family import Family, family
from nakomen.stores.sql.dialects import Dialect

_NUMBERS = frozenset({Family.INTEGER, Family.NUMBER, Family.BOOLEAN})


def check_shape(connection: Connection, dialect: Dialect, store_map: StoreMap) -> None:
    """
    Raises:
        SchemaChanged: names every dataset and column that is gone or became another type.
    """
    names = [dataset.name for dataset in store_map.datasets]
    seen: dict[str, dict[str, Family]] = {}
    for dataset, column, kind in dialect.shape(connection, names) if names else ():
        seen.setdefault(dataset, {})[column] = family(kind)
    missing: list[str] = []
    for mapped in store_map.datasets:
        columns = seen.get(mapped.name)
        if columns is None:
            missing.append(mapped.name)
            continue
        missing += [
            f"{mapped.name}.{column.name}"
            for column in mapped.stored
            if not _same(family(column.type), columns.get(column.name))
        ]
    if missing:
        raise SchemaChanged(f"{store_map.store}: {', '.join(missing)}", missing=missing)


def _same(mapped: Family, seen: Family | None) -> bool:
    """MariaDB says tinyint where a map may say boolean, and the like: numbers are one kind."""
    if seen is None:
        return False
    return mapped is seen or {mapped, seen} <= _NUMBERS or Family.OTHER in (mapped, seen)
