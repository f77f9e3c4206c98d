"""How values, the column's name and its neighbours decide together."""

import pytest
from tests.detect.seen import column, table

from nakomen.detect import category, shares
from nakomen.detect.hidden import hidden
from nakomen.records import SeenColumn, SeenDataset

EMAILS = [f"a{n}@post.example" for n in range(10)]
POSTCODES = ["1234 AB", "3511 KC"]


def _judge(seen: SeenColumn, *others: SeenColumn, name: str = "customer") -> tuple[str, str]:
    judged = category(seen, table(name, seen, *others))
    return judged.category.value, judged.certainty.value


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (column("email", values=EMAILS), ("email", "sure")),
        (column("x1", values=EMAILS), ("email", "likely")),
        (column("x1", values=[*EMAILS, *["-"] * 9]), ("email", "doubtful")),
        (column("email", values=[*EMAILS, *["-"] * 9]), ("email", "likely")),
        (column("email", values=["-"] * 9), ("email", "doubtful")),
        (column("email"), ("email", "likely")),
        (column("phone", values=EMAILS), ("email", "likely")),
        (column("loginId", values=EMAILS), ("email", "likely")),
    ],
)
def test_values_come_first_and_the_name_makes_them_sure(seen: SeenColumn, expected: object):
    """From 0.9 values decide; the name adds certainty, decides alone, or is doubted."""
    assert _judge(seen) == expected


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (column("ordernummer", values=["1234 AB", "3511 KC"]), ("none", "doubtful")),
        (column("version", values=["1.2.3.4", "1.2.3.5"]), ("none", "doubtful")),
        (column("nummer", values=["111222333", "123456782"]), ("bsn", "doubtful")),
        (column("rsin", values=["111222333", "123456782"]), ("vat_kvk_number", "likely")),
        (column("nummer", values=["0612345678", "0612345679"]), ("phone", "likely")),
        (column("kvk_nummer", values=["12345678"]), ("vat_kvk_number", "sure")),
        (column("order_id", "BIGINT", [31612345678]), ("none", "sure")),
        (column("x1", values=POSTCODES), ("address", "likely")),
        (column("iban", values=["NL92ABNA0417164300"]), ("bank_account", "doubtful")),
    ],
)
def test_forms_that_have_doubles_give_way_to_the_name(seen: SeenColumn, expected: object):
    """A postcode, IP address or BSN looks like many a number: the column's name counts then."""
    assert _judge(seen) == expected


@pytest.mark.parametrize(
    ("name", "table_name", "expected"),
    [
        ("name", "customer", "name"),
        ("naam", "medewerker", "name"),
        ("name", "product", "none"),
        ("naam", "ticket_status", "none"),
        ("product_name", "customer", "none"),
        ("filename", "ticket", "none"),
        ("username", "customer", "login_credentials"),
        ("company_name", "customer", "other"),
        ("company_name", "product", "none"),
        ("plaatsnaam", "customer", "address"),
        ("bill_name", "invoice", "name"),
    ],
)
def test_a_name_is_a_persons_where_the_table_is_about_persons(
    name: str, table_name: str, expected: str
):
    """The word before `name` decides, and for a bare `name` the table."""
    assert _judge(column(name, values=["Roos"]), name=table_name)[0] == expected


def test_a_bare_name_beside_an_email_address_is_a_persons():
    """A table with an unknown name tells by its columns whom its names name."""
    assert _judge(column("name"), name="deelname") == ("none", "likely")
    assert _judge(column("name"), column("email"), name="deelname") == ("name", "likely")


@pytest.mark.parametrize(
    ("name", "type", "table_name", "expected"),
    [
        ("omschrijving", "TEXT", "ticket", ("correspondence", "likely")),
        ("omschrijving", "TEXT", "factuurregel", ("none", "likely")),
        ("notes", "TEXT", "customer", ("other", "likely")),
        ("notes", "TEXT", "product", ("none", "likely")),
        ("body", "TEXT", "ticket_message", ("correspondence", "likely")),
        ("seconds", "INTEGER", "call", ("traffic_data", "likely")),
        ("seconds", "INTEGER", "product", ("none", "likely")),
        ("date_of_birth", "DATE", "customer", ("date_of_birth", "sure")),
        ("created_at", "TIMESTAMP", "customer", ("none", "sure")),
        ("active", "BOOLEAN", "customer", ("none", "likely")),
        ("schoenmaat", "INTEGER", "customer", ("none", "doubtful")),
        ("lievelingskleur", "TEXT", "customer", ("other", "doubtful")),
        ("lievelingskleur", "TEXT", "product", ("none", "likely")),
    ],
)
def test_the_table_says_what_an_open_name_means(
    name: str, type: str, table_name: str, expected: tuple[str, str]
):
    """Free text, durations and unknown columns are read by what their table is for."""
    assert _judge(column(name, type), name=table_name) == expected


def test_an_unknown_column_in_a_child_of_a_customer_is_to_be_looked_at():
    """A table with an unknown name that refers to customers is about persons too."""
    seen = column("lievelingskleur")
    loose = table("wensen", column("customer_id", "BIGINT"), seen)
    tied = table("wensen", *loose.columns[1:], links={"customer_id": "customer.id"})
    assert category(seen, loose).category.value == "none"
    assert category(seen, tied).category.value == "other"


def test_dates_kept_as_text_are_dates():
    """SQLite has no dates; a text column that holds only dates is no unknown text."""
    assert _judge(column("seen", values=["2026-11-21", "2026-11-20"])) == ("none", "sure")
    birth = column("geboortedatum", values=["1980-01-01"])
    assert _judge(birth) == ("date_of_birth", "sure")


def test_why_gives_the_share_and_never_a_value():
    """The reason is a measure in words; 199 in 200 is not rounded up to all."""
    seen = column("email", values=[*(f"a{n}@post.example" for n in range(199)), "-"])
    why = category(seen, _alone(seen)).why
    assert why.nl == (
        "99 % van de waarden is een e-mailadres; de kolomnaam zegt het ook "
        "(199 van 200 bekeken waarden; met 95 % zekerheid ten minste 97,6 % van alle)"
    )
    assert why.en == (
        "99 % of the values is an e-mail address; the column's name says so too "
        "(199 of 200 values seen; with 95 % confidence at least 97.6 % of all)"
    )


def test_a_judgement_carries_its_sample():
    """Which form the values have, how many had it and what that makes sure of all."""
    seen = column("x1", values=[f"a{n}@post.example" for n in range(60)])
    judged = category(seen, _alone(seen))
    assert (judged.detector, judged.sample) == ("email", (60, 60))
    assert judged.sample is not None
    assert 0.95 < judged.sample.at_least < 0.96
    assert category(column("active", "BOOLEAN"), _alone(seen)).sample is None


def _alone(seen: SeenColumn) -> SeenDataset:
    return table("customer", seen)


@pytest.mark.parametrize(
    ("seen", "expected"),
    [
        (column("x1", values=["Anna de Wit", "Bram Bakker", "A.B. Smit"] * 3), ("name", "likely")),
        (column("x1", values=["Dorpsstraat 1", "Kerkweg 12a"] * 4), ("address", "likely")),
        (column("x1", values=["Astma", "Diabetes", "Griep", "onbekend"] * 3), ("health", "likely")),
        (column("x1", values=["4242424242424242", "5555555555554444"]), ("bank_account", "likely")),
        (column("x1", values=["NL123456782B01"] * 2), ("vat_kvk_number", "likely")),
        (column("x1", values=["52.0907, 5.1214"] * 2), ("location", "likely")),
        (column("x1", values=["GB-001-B", "12-XL-RK"]), ("other", "likely")),
        (column("x1", "DATE", values=["1980-03-21", "1955-07-01"]), ("date_of_birth", "likely")),
        (column("in_dienst", "DATE", values=["1980-03-21"]), ("none", "sure")),
        (column("achternaam", values=["Jansen", "de Vries"]), ("name", "sure")),
        (column("product", values=["Anna de Wit", "Bram Bakker"] * 4), ("none", "likely")),
    ],
)
def test_values_tell_what_an_unknown_name_does_not(seen: SeenColumn, expected: object):
    """Names, addresses, illnesses and numbers are known by their form; a name that denies wins."""
    assert _judge(seen) == expected


def test_chance_is_no_bsn_and_more_than_chance_is_shown():
    """Nine per cent of arbitrary numbers pass; a third does not by chance, and a person looks."""
    arbitrary = [str(100_000_000 + n * 7_919) for n in range(300)]
    some = [*arbitrary[:200], *["111222333", "123456782"] * 50]
    assert shares(arbitrary)["bsn"] > 0.05
    assert _judge(column("nummer", values=arbitrary)) == ("none", "likely")
    assert _judge(column("nummer", values=some)) == ("bsn", "doubtful")


def test_a_bsn_inside_a_text_is_told_with_the_column():
    """A notes column stays text, and says what weighty data stands inside; order numbers do not."""
    seen = column("notes", values=["BSN 111222333 doorgegeven", *["belt terug"] * 99])
    judged = category(seen, _alone(seen))
    assert judged.category.value == "other"
    assert "a possible BSN (1 of 100 values seen" in judged.why.en
    assert [(h.detector, h.sample) for h in hidden(seen)] == [("bsn", (1, 100))]
    orders = column("notes", values=[f"order {100_000_000 + n * 7_919}" for n in range(100)])
    assert orders.shares["bsn_inside"] > 0
    assert hidden(orders) == ()
