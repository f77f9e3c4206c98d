"""
What must be gone and what must stay, said once more in plain SQL.

Tests hold the product against this. It knows the tables of Zonneveld and nothing else: no data
map, no policy, no plan. Moments are compared with local midnight in Europe/Amsterdam as UTC.
"""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any, Final

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    Connection,
    Date,
    DateTime,
    Engine,
    String,
    bindparam,
    inspect,
    select,
    text,
)

from nakomen.demo.provider import queries
from nakomen.demo.provider.digest import Digest, digest
from nakomen.demo.provider.moments import AMSTERDAM
from nakomen.demo.provider.schema import CALL_RECORD, CUSTOMER, tables_of

Ids = frozenset[int]
BATCH_ROWS: Final = 10_000

SHELL_BLANKS: Final = (
    *("name", "company_name", "email", "phone", "street", "postcode", "city", "iban"),
    "date_of_birth",
)
"""Columns of a customer whose invoices are kept: the invoice bears name and address itself."""


def first_day_kept(today: date, months: int) -> date:
    """
    The oldest day whose records may still be there on *today* under a term of so many months.

    >>> first_day_kept(date(2026, 5, 1), 12), first_day_kept(date(2026, 5, 2), 12)
    (datetime.date(2025, 5, 1), datetime.date(2025, 5, 2))
    >>> first_day_kept(date(2026, 8, 31), 6)
    datetime.date(2026, 3, 1)
    """
    year, month = divmod(today.year * 12 + today.month - 1 - months, 12)
    try:
        return date(year, month + 1, today.day)
    except ValueError:  # There is no such day: all days of that month are past their term.
        return date(year + (month + 1) // 12, (month + 1) % 12 + 1, 1)


def seven_year_line(today: date) -> date:
    """
    The first day of issue of the invoices that must still be kept, AWR artikel 52 lid 4.

    >>> seven_year_line(date(2026, 12, 31)), seven_year_line(date(2027, 1, 1))
    (datetime.date(2019, 1, 1), datetime.date(2020, 1, 1))
    """
    return date(today.year - 7, 1, 1)


def midnight(day: date) -> datetime:
    """
    The first moment of *day* in Amsterdam, in UTC.

    >>> midnight(date(2026, 5, 2)).isoformat()
    '2026-05-01T22:00:00+00:00'
    """
    return datetime.combine(day, time(0), AMSTERDAM).astimezone(UTC)


def hers(crm: Engine, number: str) -> dict[str, Ids]:
    """(a) The primary keys of every table that are about this customer and nobody else."""
    return _each(crm, queries.HERS, number=number)


def shared(crm: Engine, number: str) -> dict[str, Ids]:
    """(b) What is about her and another: calls on another's line, contacts with an own address."""
    return _each(crm, queries.SHARED, number=number)


def held_after_erasure(crm: Engine, number: str, today: date) -> dict[str, Ids]:
    """What the law keeps of hers: invoices with lines and payments, and the customer as a shell."""
    held = _each(crm, queries.HELD, number=number, line=seven_year_line(today))
    children = held["invoice"] | shared(crm, number)["contact"]
    held["customer"] = hers(crm, number)["customer"] if children else frozenset()
    return held


def gone_after_erasure(crm: Engine, number: str, today: date) -> dict[str, Ids]:
    """
    (c) What must be gone once she is erased, whatever term the statement has for call records.

    A term of the company's own is a promise not to keep longer; it holds no record back.
    """
    held = held_after_erasure(crm, number, today)
    return {table: ids - held.get(table, frozenset()) for table, ids in hers(crm, number).items()}


def expired(crm: Engine, today: date, *tables: str) -> dict[str, Ids]:
    """
    (d) What must be gone after a retention run under Zonneveld's own statement.

    Args:
        tables: those to look at, all of them by default; a large call_record takes memory.
    """
    wanted = {table: queries.EXPIRED[table] for table in tables or queries.EXPIRED}
    return _each(crm, wanted, **_limits(today))


def leavers(crm: Engine, left_before: date) -> dict[str, Ids]:
    """Everything of the customers who left before that day, with their contacts."""
    return _each(crm, queries.LEAVERS, left_before=left_before)


def held_of_leavers(crm: Engine, left_before: date, today: date) -> dict[str, Ids]:
    """(e) What the law keeps of theirs; the customers among it stay as shells."""
    line = seven_year_line(today)
    return _each(crm, queries.HELD_OF_LEAVERS, left_before=left_before, line=line)


def overdue_customers(crm: Engine, today: date) -> Ids:
    """Customers who left more than 90 days ago."""
    limits = {"ninety_days_ago": date.fromordinal(today.toordinal() - 90)}
    return _each(crm, {"customer": queries.OVERDUE}, **limits)["customer"]


def subscribers(newsletter: Engine, email: str) -> Ids:
    """Who receives the newsletter on this address, in whatever case it was written."""
    return _each(newsletter, {"subscriber": queries.SUBSCRIBER}, email=email)["subscriber"]


def own_calls(calls: Engine, msisdns: Iterable[str]) -> Ids:
    """In the store `calls`: calls that were made on her lines."""
    found = (_each(calls, {"calls": queries.OWN_CALLS}, msisdn=one)["calls"] for one in msisdns)
    return frozenset().union(*found)


def shared_calls(calls: Engine, msisdns: Iterable[str]) -> Ids:
    """In the store `calls`: calls that somebody else made to her."""
    found = (
        _each(calls, {"calls": queries.CALLS_OF_OTHERS}, msisdn=one)["calls"] for one in msisdns
    )
    return frozenset().union(*found)


def profile(crm: Engine, customer_id: int) -> dict[str, Any]:
    """Her row in `customer`, by column; empty when it is gone."""
    with crm.connect() as connection:
        found = connection.execute(select(CUSTOMER).where(CUSTOMER.c.id == customer_id)).first()
    return dict(found._mapping) if found else {}


def snapshot(
    engine: Engine,
    without: Mapping[str, Ids] | None = None,
    *,
    store: str = "crm",
    today: date | None = None,
) -> dict[str, Digest]:
    """
    A digest for each table of all rows but those in *without*: equal digests, no row changed.

    With *today* call records past their year are left out too, without a set of their ids.
    """
    skip = without or {}
    kept = {} if today is None else {CALL_RECORD.name: _within_a_year(today)}
    with engine.connect() as connection:
        tables = tables_of(store, calls_apart=_calls_apart(connection))
        return {
            t.name: digest(
                connection, t, without=skip.get(t.name, frozenset()), where=kept.get(t.name)
            )
            for t in tables
        }


def _within_a_year(today: date) -> ColumnElement[bool]:
    return CALL_RECORD.c.started_at >= midnight(first_day_kept(today, 12))


def _limits(today: date) -> dict[str, date]:
    return {
        "year_ago": midnight(first_day_kept(today, 12)),
        "half_year_ago": midnight(first_day_kept(today, 6)),
        "two_years_ago": midnight(first_day_kept(today, 24)),
        "line": seven_year_line(today),
    }


def _calls_apart(connection: Connection) -> bool:
    """The crm was generated with *calls_apart*."""
    return not inspect(connection).has_table(CALL_RECORD.name)


def _each(engine: Engine, queries: Mapping[str, str], **facts: date | str) -> dict[str, Ids]:
    with engine.connect() as connection:
        without = {CALL_RECORD.name} if _calls_apart(connection) else set()
        wanted = {table: query for table, query in queries.items() if table not in without}
        return {table: _ids(connection, query, facts) for table, query in wanted.items()}


def _ids(connection: Connection, query: str, facts: Mapping[str, date | str]) -> Ids:
    bound = [_bound(name, value) for name, value in facts.items() if f":{name}" in query]
    stream = connection.execution_options(stream_results=True, yield_per=BATCH_ROWS)
    return frozenset(stream.execute(text(query).bindparams(*bound)).scalars())


def _bound(name: str, value: date | str) -> BindParameter[Any]:
    """A typed parameter, so that SQLite compares with text in the very form it stores."""
    if isinstance(value, datetime):
        return bindparam(name, value, DateTime(timezone=True))
    return bindparam(name, value, Date() if isinstance(value, date) else String())
