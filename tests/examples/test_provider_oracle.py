"""The oracle is right: held against counting by hand, and against a real deletion."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import Connection, Engine, create_engine, delete, select, update

from nakomen.demo.provider import cast, generate, oracle
from nakomen.demo.provider.moments import AMSTERDAM
from nakomen.demo.provider.schema import (
    CALL_RECORD,
    CUSTOMER,
    INVOICE,
    LOGIN_EVENT,
    PAYMENT,
    STORES,
    TICKET,
    tables_of,
)
from nakomen.terms import Moment, Period

TODAY = date(2026, 11, 21)
ANNA = cast.ANNA.number


@pytest.fixture(scope="module")
def crm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('oracle') / 'all.sqlite'}")
    for store in STORES:
        generate(engine, "tiny", store, today=TODAY)
    yield engine
    engine.dispose()


@pytest.fixture
def own(any_sql_url: str) -> Iterator[Engine]:
    """A crm that a test may change."""
    engine = create_engine(any_sql_url)
    generate(engine, "tiny", today=TODAY)
    yield engine
    engine.dispose()


def test_every_row_is_of_one_customer(crm: Engine) -> None:
    """Over all customers the oracle leaves out no row and counts none twice."""
    count: Counter[tuple[str, int]] = Counter()
    with crm.connect() as connection:
        numbers = list(connection.scalars(select(CUSTOMER.c.number)))
        there = {
            (table.name, row)
            for table in tables_of("crm")
            if table.name not in {"product", "staff"}
            for row in connection.scalars(select(table.c.id))
        }
    for number in numbers:
        mine, ours = oracle.hers(crm, number), oracle.shared(crm, number)
        count.update((table, row) for table, ids in mine.items() for row in ids)
        count.update(("contact", row) for row in ours["contact"])
        assert not any(mine[table] & ours[table] for table in ours)
    assert set(count) == there
    assert set(count.values()) == {1}


def test_what_goes_and_what_is_held_is_all_of_hers(crm: Engine) -> None:
    """Nothing of hers is both gone and held, nothing is neither."""
    for who in cast.CUSTOMERS:
        gone = oracle.gone_after_erasure(crm, who.number, TODAY)
        held = oracle.held_after_erasure(crm, who.number, TODAY)
        for table, ids in oracle.hers(crm, who.number).items():
            assert gone[table] | held.get(table, frozenset()) == ids
            assert not gone[table] & held.get(table, frozenset())


def test_annas_books_stay_on_their_side_of_the_line(crm: Engine) -> None:
    """The invoice of 1 January 2019 is held until 2027, the one of the day before is not."""
    held = oracle.held_after_erasure(crm, ANNA, date(2026, 12, 31))
    gone = oracle.gone_after_erasure(crm, ANNA, date(2026, 12, 31))
    assert 68 in held["invoice"]
    assert 69 in gone["invoice"]
    assert held["payment"] == held["invoice"]
    assert len(held["invoice_line"]) == 24
    assert held["customer"] == {7}
    assert len(gone["call_record"]) > 40
    assert 68 in oracle.gone_after_erasure(crm, ANNA, date(2027, 1, 1))["invoice"]


def test_calls_on_the_line_of_another_are_shared(crm: Engine) -> None:
    """Bram's calls to Anna are his rows, and so are Daan's."""
    anna, bram = oracle.shared(crm, ANNA), oracle.hers(crm, cast.BRAM_AT_HOME.number)
    daan = oracle.hers(crm, cast.DAAN.number)
    assert anna["call_record"] & bram["call_record"]
    assert anna["call_record"] & daan["call_record"]
    assert not oracle.hers(crm, ANNA)["call_record"] & daan["call_record"]


def test_a_customer_of_long_ago_leaves_nothing(crm: Engine) -> None:
    """Without an invoice to keep, the customer's own row goes as well."""
    gone = oracle.gone_after_erasure(crm, cast.LONG_GONE.number, TODAY)
    assert gone == oracle.hers(crm, cast.LONG_GONE.number)
    assert gone["customer"] == {6}


def test_a_contact_with_an_own_address_is_another_person(crm: Engine) -> None:
    """Contact 25 writes as the company, contact 26 as herself."""
    company = cast.COMPANY.number
    assert oracle.hers(crm, company)["contact"] == {25}
    assert oracle.shared(crm, company)["contact"] == {26}


def test_a_subscriber_is_found_in_any_case(crm: Engine) -> None:
    """Capitals do not make another address; a dot does."""
    assert oracle.subscribers(crm, cast.ANNA.email) == {cast.ANNA.id}
    assert oracle.subscribers(crm, cast.KLANT9003_AS_GIVEN) == {cast.KLANT9003.id}
    assert oracle.subscribers(crm, cast.READER.email) == {cast.READER.id}
    assert oracle.subscribers(crm, cast.DAAN.email) == frozenset()


def test_the_store_of_calls_tells_own_from_shared(crm: Engine) -> None:
    """Without subscriptions the calling number decides whose a row is; together it is all."""
    numbers = cast.ANNA.msisdns
    own, ours = oracle.own_calls(crm, numbers), oracle.shared_calls(crm, numbers)
    hers = oracle.hers(crm, ANNA)["call_record"]
    assert own
    assert own <= hers <= own | ours
    assert oracle.shared(crm, ANNA)["call_record"] <= ours
    assert not own & ours


@pytest.mark.parametrize(
    "today",
    [TODAY, date(2026, 10, 25), date(2026, 10, 26), date(2027, 3, 28), date(2028, 2, 29)],
)
def test_what_is_expired_agrees_with_the_calendar(crm: Engine, today: date) -> None:
    """Counted by hand from the local day of each row, the same rows are past their term."""
    terms = (
        (CALL_RECORD, CALL_RECORD.c.started_at, Period(years=1), Moment.EVENT),
        (LOGIN_EVENT, LOGIN_EVENT.c.at, Period(months=6), Moment.EVENT),
        (TICKET, TICKET.c.opened_at, Period(years=2), Moment.EVENT),
        (INVOICE, INVOICE.c.issued_on, Period(years=7), Moment.CALENDAR_YEAR_END),
    )
    expired = oracle.expired(crm, today)
    with crm.connect() as connection:
        for table, clock, keep, moment in terms:
            days = {row: local_day(at) for row, at in connection.execute(select(table.c.id, clock))}
            free = {row for row, day in days.items() if keep.free_from(day, moment) <= today}
            free -= paid_later(connection, today) if table is INVOICE else set()
            assert free, table.name
            assert expired[table.name] == free, table.name


def paid_later(connection: Connection, today: date) -> set[int]:
    """Invoices whose payment the books of a later year still need."""
    paid = connection.execute(select(PAYMENT.c.invoice_id, PAYMENT.c.paid_on))
    keep, end = Period(years=7), Moment.CALENDAR_YEAR_END
    return {row for row, day in paid if day and keep.free_from(day, end) > today}


def local_day(at: date) -> date:
    """The day in Amsterdam of a moment in UTC; a day is itself."""
    if isinstance(at, datetime):
        return at.replace(tzinfo=UTC).astimezone(AMSTERDAM).date()
    return at


def test_a_call_goes_a_year_and_a_day_later(any_sql_url: str) -> None:
    """A call of 1 May 2025 is there on 1 May 2026 and gone on 2 May 2026."""
    engine = create_engine(any_sql_url)
    generate(engine, "tiny", today=date(2026, 5, 1))
    start, end = oracle.midnight(date(2025, 5, 1)), oracle.midnight(date(2025, 5, 2))
    with engine.connect() as connection:
        of_that_day = select(CALL_RECORD.c.id).where(
            CALL_RECORD.c.started_at >= start, CALL_RECORD.c.started_at < end
        )
        calls = frozenset(connection.scalars(of_that_day))
    assert len(calls) >= 8
    assert not calls & oracle.expired(engine, date(2026, 5, 1), "call_record")["call_record"]
    assert calls <= oracle.expired(engine, date(2026, 5, 2), "call_record")["call_record"]
    engine.dispose()


def test_who_left_91_days_ago_is_overdue(crm: Engine) -> None:
    """The ninetieth day still counts as within 90 days."""
    overdue = oracle.overdue_customers(crm, TODAY)
    assert {cast.LEFT_91.id, cast.CANCELLED.id, cast.LONG_GONE.id} <= overdue
    assert not {cast.LEFT_89.id, cast.LEFT_90.id, cast.ANNA.id} & overdue


def test_what_the_oracle_wants_can_be_done(own: Engine) -> None:
    """Deleted by hand, children first, no foreign key objects and nobody else's row changes."""
    hers = oracle.hers(own, ANNA)
    before = oracle.snapshot(own, hers)
    gone = oracle.gone_after_erasure(own, ANNA, TODAY)
    with own.begin() as connection:
        for table in reversed(tables_of("crm")):
            if gone.get(table.name):
                connection.execute(delete(table).where(table.c.id.in_(gone[table.name])))
    assert oracle.snapshot(own, hers) == before
    assert not any(oracle.gone_after_erasure(own, ANNA, TODAY).values())


def test_a_snapshot_sees_one_changed_row(own: Engine) -> None:
    """One letter in one row of another, or a value that becomes empty, gives another digest."""
    hers = oracle.hers(own, ANNA)
    digests = [oracle.snapshot(own, hers)["customer"]]
    for phone in ("06-1", "", None):
        with own.begin() as connection:
            connection.execute(update(CUSTOMER).where(CUSTOMER.c.id == 8).values(phone=phone))
        digests.append(oracle.snapshot(own, hers)["customer"])
    assert len(set(digests)) == 4
    assert {d.rows for d in digests} == {39}


def test_a_snapshot_leaves_out_calls_past_their_year(own: Engine) -> None:
    """A retention run that takes what is expired, and only that, leaves the digest as it was."""
    before = oracle.snapshot(own, today=TODAY)["call_record"]
    expired = oracle.expired(own, TODAY, "call_record")
    assert before == oracle.snapshot(own, expired)["call_record"]
    with own.begin() as connection:
        past = oracle.midnight(date(2025, 11, 21)) - timedelta(seconds=1)
        connection.execute(delete(CALL_RECORD).where(CALL_RECORD.c.started_at <= past))
    assert before == oracle.snapshot(own)["call_record"]
    assert not oracle.expired(own, TODAY, "call_record")["call_record"]


def test_a_crm_without_calls_is_whole(sqlite_url: str) -> None:
    """Generated with the calls apart, the crm has no call_record and the oracle does not ask it."""
    engine = create_engine(sqlite_url)
    generate(engine, "tiny", today=TODAY, calls_apart=True)
    assert "call_record" not in oracle.hers(engine, ANNA)
    assert "call_record" not in oracle.snapshot(engine)
    assert oracle.hers(engine, ANNA)["subscription"] == {13, 14}
    engine.dispose()
