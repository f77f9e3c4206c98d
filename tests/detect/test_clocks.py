"""From which column a term counts."""

import pytest
from tests.detect.seen import column, survey, table

from nakomen.detect import draft_map
from nakomen.records import SeenColumn, SeenDataset


def _clocks(name: str, *columns: SeenColumn) -> dict[str, str]:
    drafted = draft_map(survey(table(name, *columns))).dataset(name)
    return {clock.moment.value: clock.column for clock in drafted.clocks}


def _dates(*names: str) -> list[SeenColumn]:
    return [column(name, "TIMESTAMP") for name in names]


@pytest.mark.parametrize(
    ("table_name", "names", "expected"),
    [
        ("invoice", ["due_on", "paid_on", "issued_on"], "issued_on"),
        ("factuur", ["vervaldatum", "factuurdatum", "betaald_op"], "factuurdatum"),
        ("betaling", ["betaaldatum"], "betaaldatum"),
        ("gesprek", ["starttijd", "eindtijd"], "starttijd"),
        ("call", ["ended_at", "started_at"], "started_at"),
        ("login", ["at"], "at"),
        ("visit", ["datum"], "datum"),
        ("ticket", ["created_at", "opened_at", "closed_at"], "opened_at"),
        ("mail", ["verzonden_op"], "verzonden_op"),
        ("bestelling", ["besteldatum", "leverdatum"], "besteldatum"),
        ("newsletter", ["confirmed_at", "subscribed_at"], "subscribed_at"),
    ],
)
def test_the_day_of_the_record_itself(table_name: str, names: list[str], expected: str):
    """The event is the call, the invoice date, the login; never when it is due or changed."""
    assert _clocks(table_name, *_dates(*names))["event"] == expected


def test_a_customer_has_a_beginning_and_an_end_and_no_event():
    """That she was entered in 2012 is no event from which her data may go."""
    dates = _dates("created_at", "updated_at", "last_contact_at", "cancelled_on")
    assert _clocks("customer", *dates, column("date_of_birth", "DATE")) == {
        "created": "created_at",
        "contract_end": "cancelled_on",
        "last_contact": "last_contact_at",
    }


def test_a_date_of_birth_is_never_a_clock():
    """Nobody's data goes because she was born long ago."""
    assert _clocks("customer", column("datum", "DATE")) == {"event": "datum"}
    assert _clocks("customer", column("geboortedatum", "DATE")) == {}
    assert _clocks("customer", column("birth_date_recorded", "DATE")) == {}


def test_the_end_of_a_call_is_no_end_of_a_contract():
    """Ended means left only where somebody is a customer or subscribes."""
    assert _clocks("subscription", *_dates("ended_at"))["contract_end"] == "ended_at"
    assert "contract_end" not in _clocks("call", *_dates("ended_at"))


def test_a_row_made_as_it_happens_counts_from_its_making():
    """A ticket or order with only `created_at` has that as its event too."""
    for name in ("ticket", "order", "login", "invoice"):
        assert _clocks(name, *_dates("created_at")) == {
            "event": "created_at",
            "created": "created_at",
        }
    assert _clocks("customer", *_dates("created_at")) == {"created": "created_at"}


def test_a_part_takes_the_day_of_its_whole():
    """A line made later than its invoice must not outlive it, nor go before it."""
    line = table(
        "invoice_line",
        column("invoice_id", "BIGINT"),
        *_dates("created_at"),
        links={"invoice_id": "invoice.id"},
    )
    drafted = draft_map(survey(table("invoice", *_dates("issued_on")), line))
    assert [c.moment.value for c in drafted.dataset("invoice").clocks] == ["event"]
    assert [c.moment.value for c in drafted.dataset("invoice_line").clocks] == ["created"]


def _elsewhere(*tables: SeenDataset) -> dict[str, set[tuple[str, str, str]]]:
    drafted = draft_map(survey(*tables))
    return {
        d.name: {(c.moment.value, c.of, c.column) for c in d.clocks if c.of}
        for d in drafted.datasets
    }


def _of_customer(name: str, *columns: SeenColumn) -> SeenDataset:
    return table(
        name, column("customer_id", "BIGINT"), *columns, links={"customer_id": "customer.id"}
    )


def test_a_clock_in_another_table_is_drafted_where_one_table_can_be_meant():
    """The last login is the newest of her logins; the contract of a call ends as its line does."""
    customer = table("customer", column("email", "TEXT", ["a@b.example"]))
    line = _of_customer("subscription", *_dates("ended_at"))
    call = table(
        "call",
        column("subscription_id", "BIGINT"),
        column("caller", "TEXT", ["+31612345678"]),
        *_dates("started_at"),
        links={"subscription_id": "subscription.id"},
    )
    login = _of_customer("login_event", column("ip", "TEXT", ["192.0.2.1"]), *_dates("at"))
    found = _elsewhere(customer, line, call, login)
    assert found["customer"] == {
        ("last_login", "login_event", "at"),
        ("contract_end", "subscription", "ended_at"),
    }
    assert found["call"] == {("contract_end", "subscription", "ended_at")}
    assert found["login_event"] == found["subscription"] == set()


def test_of_two_tables_that_could_be_meant_none_is_drafted():
    """Two tables with logins: a person says which; a day of her own counts before both."""
    mail = column("email", "TEXT", ["a@b.example"])
    logins = [_of_customer(n, *_dates("at")) for n in ("app_login", "portal_login")]
    assert _elsewhere(table("customer", mail), *logins)["customer"] == set()
    assert _elsewhere(table("customer", mail), logins[0])["customer"]
    own = table("customer", mail, *_dates("last_login_at"))
    assert _elsewhere(own, logins[0])["customer"] == set()
    assert _clocks("customer", mail, *_dates("last_login_at")) == {"last_login": "last_login_at"}


def test_only_a_day_can_be_a_clock():
    """A time of day, a length of time or a text starts no term; dates kept as text do."""
    assert _clocks("login", column("at", "TIME")) == {}
    assert _clocks("login", column("at", "INTERVAL")) == {}
    assert _clocks("login", column("at", "TEXT", ["gisteren"])) == {}
    assert _clocks("login", column("at", "TEXT", ["2026-11-21 09:30:00"])) == {"event": "at"}
