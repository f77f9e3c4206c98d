"""Which columns recognise a person, and in which role."""

from tests.detect.seen import column, ident, survey, table

from nakomen.detect import draft_map
from nakomen.records import SeenDataset

CUSTOMER = table("customer", column("number", values=["K1", "K2"], unique=True))
ONCE = ["a@post.example", "b@post.example"]
TWICE = ["info@linde.example"] * 2
PHONES = ["0612345678", "0612345679"]
TO_CUSTOMER = {"customer_id": "customer.id"}


def _keys(dataset: SeenDataset, *others: SeenDataset) -> dict[str, str]:
    drafted = draft_map(survey(dataset, *others)).dataset(dataset.name)
    return {key.column: f"{key.kind} {key.role}" for key in drafted.keys}


def test_an_address_that_occurs_once_is_its_owners():
    """Unique by rule or by what was seen: subject. Twice among customers: shared, so contact."""
    unique = column("email", values=TWICE, unique=True)
    assert _keys(table("contact", column("email", values=ONCE))) == {"email": "email subject"}
    assert _keys(table("contact", unique)) == {"email": "email subject"}
    assert _keys(table("contact", column("email", values=TWICE))) == {"email": "email contact"}


def test_twice_in_a_newsletter_is_the_same_reader():
    """An address that stands on two lists is one person's, also beside a link to a customer."""
    tied = table(
        "nieuwsbrief",
        column("customer_id", "BIGINT", [1, 1]),
        column("email", values=TWICE),
        links=TO_CUSTOMER,
    )
    assert _keys(table("nieuwsbrief", column("email", values=TWICE))) == {"email": "email subject"}
    assert _keys(tied, CUSTOMER) == {"email": "email subject"}


def test_records_that_only_an_address_ties_to_a_person_are_hers():
    """
    Her tickets come back with the same address; without a link nothing else finds them. Where a
    ticket can belong to a customer, it does so only as long as that link is not filled.
    """
    loose = table("ticket", column("email", values=TWICE))
    tied = table(
        "ticket",
        column("customer_id", "BIGINT", [1, 1]),
        column("email", values=TWICE),
        links=TO_CUSTOMER,
    )
    assert _keys(loose) == {"email": "email subject"}
    assert _keys(tied, CUSTOMER) == {"email": "email guest"}


def test_a_phone_to_be_reached_under_may_be_a_familys():
    """Also when today no two customers gave the same number, and even when the table forbids it."""
    distinct = column("phone", values=PHONES)
    unique = column("phone", values=PHONES, unique=True)
    assert _keys(table("contact", distinct)) == {"phone": "phone contact"}
    assert _keys(table("contact", unique)) == {"phone": "phone contact"}


def test_the_number_of_a_line_is_one_persons():
    """An assigned number that occurs once finds a person; one that was given out twice does not."""
    line = column("msisdn", values=PHONES, unique=True)
    issued_twice = column("msisdn", values=PHONES[:1] * 2)
    contact_phone = column("contact_phone", values=PHONES, unique=True)
    assert _keys(table("subscription", line)) == {"msisdn": "phone subject"}
    assert _keys(table("subscription", issued_twice)) == {"msisdn": "phone contact"}
    assert _keys(table("subscription", contact_phone)) == {"contact_phone": "phone contact"}


def test_in_calls_with_an_owner_both_numbers_are_parties():
    """The subscription says whose call it is; the numbers may be somebody else's."""
    numbers = (column("caller", values=PHONES), column("callee", values=PHONES))
    owned = table(
        "call", column("customer_id", "BIGINT"), *numbers, links={"customer_id": "customer.id"}
    )
    assert _keys(owned, CUSTOMER) == {"caller": "phone party", "callee": "phone party"}
    assert _keys(table("call", *numbers)) == {"caller": "phone subject", "callee": "phone party"}


def test_sender_and_recipient_of_mail_are_as_caller_and_callee():
    """A mail without an owner belongs to its sender and names its recipient."""
    mail = table("mail", column("from_email", values=TWICE), column("to_email", values=TWICE))
    assert _keys(mail) == {"from_email": "email subject", "to_email": "email party"}


def test_a_customer_is_called_by_her_number_or_else_by_the_primary_key():
    """Only one of the two is a customer key, and only in the table that customers stand in."""
    bare = table("customer", column("kind"))
    profile = table(
        "profile",
        column("customer_id", "BIGINT", unique=True),
        links={"customer_id": "customer.id"},
    )
    assert _keys(CUSTOMER) == {"number": "customer subject"}
    assert _keys(bare) == {"id": "customer subject"}
    assert _keys(profile, CUSTOMER) == {}


def test_a_customer_number_elsewhere_finds_rows_that_nothing_ties():
    """An old billing table knows the customer by number only; `number` of an invoice is its own."""
    old = table("factuur", column("klantnummer", values=["K1", "K1"]), column("nummer"))
    assert _keys(old) == {"klantnummer": "customer subject"}


def test_usernames_ibans_and_ip_addresses():
    """A unique username is a person; an account or an address may be shared."""
    seen = table(
        "gebruiker",
        column("gebruikersnaam", values=["anna", "bram"], unique=True),
        column("iban", values=["NL91ABNA0417164300"]),
        column("laatste_ip", values=["192.0.2.1"]),
        column("bic", values=["ABNANL2A"]),
    )
    assert _keys(seen) == {
        "id": "customer subject",
        "gebruikersnaam": "username subject",
        "iban": "iban contact",
        "laatste_ip": "ip contact",
    }


def test_a_second_reference_to_a_customer_names_another_person():
    """Who receives the present is in the row, and the row is not hers."""
    order = table(
        "order",
        column("recipient_customer_id", "BIGINT"),
        column("customer_id", "BIGINT"),
        links={"recipient_customer_id": "customer.id", "customer_id": "customer.id"},
    )
    drafted = draft_map(survey(order, CUSTOMER)).dataset("order")
    assert {" ".join(link.columns): link.owner for link in drafted.links} == {
        "recipient_customer_id": False,
        "customer_id": True,
    }
    assert _keys(order, CUSTOMER) == {"recipient_customer_id": "crm.customer.id party"}


def test_normal_only_when_it_was_proved():
    """An index may be trusted only when every value was seen in normal form."""
    neat = table("contact", column("email", values=ONCE))
    mixed = table("contact", column("email", values=["Anna@post.example", "b@post.example"]))
    unseen = table("contact", column("email"))
    written = [draft_map(survey(t)).datasets[0].keys[0].written for t in (neat, mixed, unseen)]
    assert written == ["normal", "mixed", "mixed"]


def test_a_primary_key_can_be_a_key_of_a_person():
    """A reader who is known by her address only."""
    reader = SeenDataset(
        name="nieuwsbrief",
        rows=2,
        columns=(column("email", values=ONCE, unique=True), ident("lijst_id")),
        primary_key=("email",),
    )
    assert _keys(reader) == {"email": "email subject"}
