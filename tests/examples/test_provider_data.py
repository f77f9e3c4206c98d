"""The data of the fictional provider is what its README says, on every database."""

import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, create_engine, func, select, text
from sqlalchemy.schema import CreateTable
from stdnum import iban
from stdnum.nl import bsn, btw

from nakomen.demo.provider import STATEMENT, NotEmpty, cast, generate, oracle, vocabulary
from nakomen.demo.provider.moments import AMSTERDAM
from nakomen.demo.provider.schema import (
    CALL_RECORD,
    CONTACT,
    CUSTOMER,
    INVOICE,
    STAFF,
    STORES,
    SUBSCRIBER,
    SUBSCRIPTION,
    TICKET_MESSAGE,
    tables_of,
)

TODAY = date(2026, 11, 21)


@pytest.fixture(scope="module")
def crm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    engine = create_engine(f"sqlite:///{tmp_path_factory.mktemp('provider') / 'crm.sqlite'}")
    for store in STORES:
        generate(engine, "tiny", store, today=TODAY)
    yield engine
    engine.dispose()


def rows(engine: Engine, query: Any) -> list[Any]:
    with engine.connect() as connection:
        return [tuple(map(plain, row)) for row in connection.execute(query)]


def plain(value: Any) -> Any:
    """A moment as UTC without zone: all that SQLite and MariaDB can hold."""
    if isinstance(value, datetime) and value.tzinfo:
        return value.astimezone(UTC).replace(tzinfo=None)
    return value


def test_every_database_gets_the_same_rows(crm: Engine, any_sql_url: str) -> None:
    """The same size and day give the same rows on SQLite, PostgreSQL and MariaDB."""
    engine = create_engine(any_sql_url)
    for store in STORES:
        generate(engine, "tiny", store, today=TODAY)
        for table in tables_of(store):
            query = select(table).order_by(*table.primary_key)
            assert rows(engine, query) == rows(crm, query), table.name
    engine.dispose()


def test_another_day_gives_other_rows(crm: Engine, sqlite_url: str) -> None:
    """The data is as old as the given day wants it."""
    engine = create_engine(sqlite_url)
    generate(engine, "tiny", today=TODAY + timedelta(days=1))
    assert oracle.snapshot(engine)["call_record"] != oracle.snapshot(crm)["call_record"]
    engine.dispose()


def test_a_database_in_use_is_left_alone(any_sql_url: str) -> None:
    """A database that has one of the tables is refused and keeps what it had."""
    engine = create_engine(any_sql_url)
    with engine.begin() as connection:
        connection.execute(CreateTable(SUBSCRIBER))
    with pytest.raises(NotEmpty, match="empty database"):
        generate(engine, "tiny", "newsletter", today=TODAY)
    assert rows(engine, select(SUBSCRIBER)) == []
    engine.dispose()


def test_foreign_keys_and_indexes_are_there(any_sql_url: str) -> None:
    """What was left out during the load stands afterwards, the ring of tables included."""
    from sqlalchemy import inspect

    engine = create_engine(any_sql_url)
    generate(engine, "tiny", today=TODAY)
    look = inspect(engine)
    for table in tables_of("crm"):
        keys = {key["constrained_columns"][0] for key in look.get_foreign_keys(table.name)}
        assert keys == {key.parent.name for key in table.foreign_keys}, table.name
        found = {index["column_names"][0] for index in look.get_indexes(table.name)}
        assert {i.columns[0].name for i in table.indexes} <= found, table.name
    engine.dispose()


def test_no_foreign_key_points_at_nothing(crm: Engine) -> None:
    """Each reference has its row."""
    assert rows(crm, select(CUSTOMER.c.primary_contact_id).where(CUSTOMER.c.id == 13)) == [(25,)]
    assert rows(crm, text("PRAGMA foreign_key_check")) == []


def test_the_cast_is_in_the_data(crm: Engine) -> None:
    """Constants of the cast and rows of the database agree."""
    for who in cast.CUSTOMERS:
        row = oracle.profile(crm, who.id)
        for field in ("number", "name", "company_name", "email", "phone"):
            assert row[field] == getattr(who, field)
        numbers = select(SUBSCRIPTION.c.msisdn).where(
            SUBSCRIPTION.c.customer_id == who.id, SUBSCRIPTION.c.msisdn.is_not(None)
        )
        assert tuple(n for (n,) in rows(crm, numbers.order_by(SUBSCRIPTION.c.id))) == who.msisdns
        ago = who.cancelled_days_ago
        left = None if ago is None else TODAY - timedelta(days=ago)
        assert row["cancelled_on"] == left
        reads = rows(crm, select(SUBSCRIBER.c.email).where(SUBSCRIBER.c.id == who.id))
        assert reads == ([(who.subscriber_email,)] if who.subscriber_email else [])
    staff = [(who.id, who.name, who.email) for who in cast.STAFF]
    assert rows(crm, select(STAFF).order_by(STAFF.c.id)) == staff
    reader = select(SUBSCRIBER.c.email).where(SUBSCRIBER.c.id == cast.READER.id)
    assert rows(crm, reader) == [(cast.READER.email,)]


def test_a_family_and_two_companies_share(crm: Engine) -> None:
    """Anna and Daan share address, account and number; two companies share a switchboard."""
    anna, daan, lotte = (oracle.profile(crm, who.id) for who in (cast.ANNA, cast.DAAN, cast.LOTTE))
    for field in ("street", "postcode", "city", "iban"):
        assert anna[field] == daan[field]
    assert anna["street"] == lotte["street"]
    assert anna["iban"] != lotte["iban"]
    assert digits(anna["phone"]) == digits(daan["phone"])
    assert anna["phone"] != daan["phone"]
    assert daan["phone"] in cast.DAAN.msisdns
    assert digits(cast.COMPANY.phone) == digits(cast.OTHER_COMPANY.phone)
    assert cast.COMPANY.phone != cast.OTHER_COMPANY.phone


def digits(phone: str | None) -> str:
    assert phone is not None
    return "".join(c for c in phone if c.isdigit())[-9:].lstrip("0")


def test_people_call_one_another(crm: Engine) -> None:
    """Anna's number stands in Bram's records and his in hers."""
    anna, bram = cast.ANNA.msisdns[0], cast.BRAM_AT_HOME.msisdns[0]
    between = select(CALL_RECORD.c.subscription_id, func.count()).group_by("subscription_id")
    assert rows(crm, between.where(CALL_RECORD.c.caller == anna, CALL_RECORD.c.callee == bram))
    [(subscription, count)] = rows(
        crm, between.where(CALL_RECORD.c.caller == bram, CALL_RECORD.c.callee == anna)
    )
    assert (subscription, count > 30) == (21, True)


@pytest.mark.parametrize("step", [-1, 0, 1])
@pytest.mark.parametrize("at", [time(0, 0, 0), time(23, 59, 59)])
def test_calls_stand_on_the_boundary(crm: Engine, step: int, at: time) -> None:
    """There is a call in the first and last second of the day a year ago and its neighbours."""
    local = datetime.combine(date(2025, 11, 21) + timedelta(days=step), at, AMSTERDAM)
    moment = local.astimezone(UTC).replace(tzinfo=None)
    of_anna = select(CALL_RECORD.c.subscription_id).where(CALL_RECORD.c.started_at == moment)
    assert {(13,), (21,)} <= set(rows(crm, of_anna))


def test_calls_stand_around_the_change_of_the_clock(crm: Engine) -> None:
    """25 October 2026 has 25 hours; there are calls in both hours that begin at two."""
    twice = [datetime(2026, 10, 25, 0, 30), datetime(2026, 10, 25, 1, 30)]
    wanted = select(CALL_RECORD.c.started_at).where(CALL_RECORD.c.started_at.in_(twice)).distinct()
    assert [moment for (moment,) in rows(crm, wanted)] == twice


def test_invoices_stand_on_the_seven_year_line(crm: Engine) -> None:
    """Anna and others have an invoice of 31 December 2018 and one of 1 January 2019."""
    for day in (date(2018, 12, 31), date(2019, 1, 1)):
        who = select(INVOICE.c.customer_id).where(INVOICE.c.issued_on == day)
        assert {(7,), (8,)} <= set(rows(crm, who))


def test_about_half_of_the_calls_is_older_than_a_year(crm: Engine) -> None:
    """Retention has something to do and something to leave."""
    old = len(oracle.expired(crm, TODAY)["call_record"])
    [(all_calls,)] = rows(crm, select(func.count()).select_from(CALL_RECORD))
    assert 0.4 < old / all_calls < 0.65


def test_there_are_rows_without_a_value(crm: Engine) -> None:
    """A reader that trips over NULL trips here."""
    empty = "select (select count(*) from {} where {} is null)"
    for place in ("customer phone", "customer cancelled_on", "subscription msisdn"):
        assert rows(crm, text(empty.format(*place.split())))[0][0] > 0
    for place in ("payment paid_on", "call_record caller", "subscriber confirmed_ip"):
        assert rows(crm, text(empty.format(*place.split())))[0][0] > 0


def test_nothing_in_it_is_real(crm: Engine) -> None:
    """Addresses end on .example, the bank does not exist, check digits are right all the same."""
    for table in (CUSTOMER, CONTACT, STAFF, SUBSCRIBER):
        emails = rows(crm, select(table.c.email))
        assert emails
        assert all(email.lower().endswith(".example") for (email,) in emails)
    accounts = rows(crm, select(CUSTOMER.c.iban))
    assert accounts
    assert all(iban.is_valid(one) and one[4:8] == "FICT" for (one,) in accounts)
    assert all(map(bsn.is_valid, vocabulary.TEST_BSNS))


def test_free_text_names_people(crm: Engine) -> None:
    """Bram's ticket names Anna, hers names Daan; somewhere stands what looks like a BSN."""
    said = dict(rows(crm, select(TICKET_MESSAGE.c.id, TICKET_MESSAGE.c.body)))
    assert cast.ANNA.email in said[cast.MESSAGE_ABOUT_ANNA]
    assert cast.DAAN.name in said[cast.MESSAGE_ABOUT_DAAN]
    assert any(number in body for body in said.values() for number in vocabulary.TEST_BSNS)
    assert not any("{" in body for body in said.values())


def test_the_statement_says_who_and_how_long() -> None:
    """The statement has valid numbers and the terms that the oracle counts with."""
    words = STATEMENT.read_text(encoding="utf-8")
    assert "KvK-nummer: 00004218" in words
    assert btw.is_valid("NL099990003B01")
    assert "NL099990003B01" in words
    assert iban.is_valid("NL18FICT0000004218")
    assert "NL18 FICT 0000 0042 18" in words
    for term in (
        "zeven jaar",
        "1 jaar",
        "6 maanden",
        "2 jaar",
        "12 maanden",
        "90 dagen",
        "30 dagen",
    ):
        assert term in words


def test_the_command_makes_a_database(tmp_path: Path) -> None:
    """`python -m nakomen.demo.provider` fills an empty database and refuses a full one."""
    url = f"sqlite:///{tmp_path / 'newsletter.sqlite'}"
    command = [sys.executable, "-m", "nakomen.demo.provider", "--store", "newsletter", "--url", url]
    first, second = (subprocess.run(command, capture_output=True, text=True) for _ in "12")
    assert (first.returncode, second.returncode) == (0, 2)
    assert "subscriber" in first.stdout
    assert "empty database" in second.stderr
