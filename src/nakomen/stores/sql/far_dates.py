"""Moments that Python has no value for: without end, and before our era. They are read as text."""

from functools import cache
from typing import Any

from psycopg import Connection, DataError
from psycopg.abc import AdaptContext, Buffer, Loader
from psycopg.adapt import Loader as Base
from psycopg.pq import Format

_KINDS = ("date", "timestamp", "timestamptz")


def read_far_dates(connection: Connection[Any]) -> None:
    """A row with such a moment is read like any other, on this connection."""
    for kind in _KINDS:
        oid = connection.adapters.types[kind].oid
        usual = connection.adapters.get_loader(oid, Format.TEXT)
        if usual is not None:
            connection.adapters.register_loader(oid, _told_too(usual))


@cache
def _told_too(usual: type[Loader]) -> type[Loader]:
    class Told(Base):
        def __init__(self, oid: int, context: AdaptContext | None = None) -> None:
            super().__init__(oid, context)
            self._usual = usual(oid, context)

        def load(self, data: Buffer) -> Any:
            try:
                return self._usual.load(data)
            except DataError:
                return bytes(data).decode()

    return Told
