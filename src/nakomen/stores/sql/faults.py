"""What the driver said, told without the values it said it with."""

import re
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from nakomen.records import SchemaChanged, StoreError, StoreRefused, StoreUnreachable
from nakomen.stores.errors import FileDamaged, LoginRefused, RightMissing, RuleBroken, StoreBusy

# PostgreSQL: the five signs of SQLSTATE, by longest prefix.
_POSTGRES: tuple[tuple[str, type[StoreError]], ...] = (
    ("28", LoginRefused),
    ("3D000", LoginRefused),
    ("42501", RightMissing),
    ("25006", RightMissing),
    ("42P01", SchemaChanged),
    ("42703", SchemaChanged),
    ("3F000", SchemaChanged),
    ("23", RuleBroken),
    ("22001", RuleBroken),
    ("P0001", RuleBroken),
    ("40", StoreBusy),
    ("55P03", StoreBusy),
    ("57014", StoreBusy),
    ("08", StoreUnreachable),
    ("57P", StoreUnreachable),
    ("53", StoreUnreachable),
)
_MYSQL: dict[int, type[StoreError]] = {
    **dict.fromkeys((1044, 1045, 1049, 1698), LoginRefused),
    **dict.fromkeys((1142, 1143, 1227, 1290, 1370), RightMissing),
    **dict.fromkeys((1054, 1146), SchemaChanged),
    **dict.fromkeys((1048, 1062, 1406, 1451, 1452, 1644, 3819, 4025), RuleBroken),
    **dict.fromkeys((1205, 1213, 1317, 1969, 3024), StoreBusy),
    **dict.fromkeys((1040, 1053, 1203, 2002, 2003, 2006, 2013), StoreUnreachable),
}
_SQLITE: tuple[tuple[str, type[StoreError]], ...] = (
    (r"database (table )?is locked|schema is locked", StoreBusy),
    (r"no such (table|column)", SchemaChanged),
    (r"constraint failed", RuleBroken),
    (r"readonly|not authorized", RightMissing),
    # PostgreSQL at the door gives a sentence only; nothing of it is repeated.
    (r"authentication failed|no pg_hba|(role|database) .* does not exist", LoginRefused),
    (r"Connection refused|timeout expired|could not translate|resolve", StoreUnreachable),
    (r"not a database|malformed", FileDamaged),
    (r"unable to open|disk I/O", StoreUnreachable),
)
# Only names of the schema may be repeated: a driver's sentence can hold the row's own values.
_NAMES = (
    re.compile(r"CONSTRAINT `([^`]+)`"),
    re.compile(r"for key '([^']+)'$"),
    re.compile(r"^(?:FOREIGN KEY|UNIQUE|NOT NULL|CHECK) constraint failed(?:: ([\w.,\s]+))?$"),
    re.compile(r"^(no such (?:table|column): [\w.]+)$"),
)


@contextmanager
def told(place: str) -> Iterator[None]:
    """
    Any error of the driver leaves as one of ours, with *place* and the name of the rule at most.

    Raises:
        StoreUnreachable, StoreRefused, SchemaChanged: the driver failed.
    """
    try:
        yield
    except SQLAlchemyError as error:
        raise refusal(error, place) from None


def refusal(error: SQLAlchemyError, place: str) -> StoreError:
    """Our error for the driver's. Its detail names schema objects only."""
    cause = error.orig if isinstance(error, DBAPIError) else None
    if cause is None:
        return StoreRefused(f"{place}: {type(error).__name__}")
    state = getattr(cause, "sqlstate", None)
    # The number first: PyMySQL gives a state as well, and 42000 can mean anything.
    if cause.args and isinstance(cause.args[0], int):
        kind, names = _MYSQL.get(cause.args[0], StoreRefused), _names(str(cause.args[-1]))
        state = str(cause.args[0])
    elif state:
        kind, names = _by_state(str(state)), _postgres_names(cause)
    else:
        kind, names = _by_text(str(cause)), _names(str(cause))
    lost = isinstance(error, DBAPIError) and error.connection_invalidated
    kind = StoreUnreachable if lost and not issubclass(kind, StoreUnreachable) else kind
    said = ", ".join(part for part in (*names, state) if part)
    return kind(f"{place}: {said}" if said else place, code=state)


def _by_state(state: str) -> type[StoreError]:
    return next((kind for prefix, kind in _POSTGRES if state.startswith(prefix)), StoreRefused)


def _by_text(message: str) -> type[StoreError]:
    return next((kind for pattern, kind in _SQLITE if re.search(pattern, message)), StoreRefused)


def _postgres_names(cause: BaseException) -> list[str]:
    diag = getattr(cause, "diag", None)
    names = (getattr(diag, "constraint_name", None), getattr(diag, "table_name", None))
    return [name for name in names if name]


def _names(message: str) -> list[str]:
    found = [pattern.search(message) for pattern in _NAMES]
    return [match.group(1) for match in found if match and match.group(1)]
