"""Whom a row is about, where several persons stand in it."""

from collections.abc import Mapping
from dataclasses import replace

from tests.detect.seen import column, survey, table

from nakomen.detect import draft_map
from nakomen.records import Dataset, SeenColumn, SeenDataset

MAILS = ["a@post.example", "b@post.example"]
USERS = table("users", column("email", values=MAILS, unique=True))


def _always(name: str, values: list[int] | None = None) -> SeenColumn:
    """A reference that every row has."""
    return replace(column(name, "BIGINT", values or [1, 1]), nullable=False)


def _drafted(name: str, *datasets: SeenDataset) -> Dataset:
    return draft_map(survey(*datasets)).dataset(name)


def _owners(dataset: Dataset) -> list[str]:
    return [link.columns[0] for link in dataset.owner_links]


def _roles(dataset: Dataset) -> Mapping[str, str]:
    return {key.column: key.role.value for key in dataset.keys}


TICKET = table("ticket", column("submitter_email", values=MAILS))


def test_what_an_agent_wrote_in_a_ticket_is_the_customers_and_names_the_agent():
    """A staff member who asks for erasure takes no row out of the tickets of customers."""
    reply = table(
        "ticket_reply",
        _always("ticket_id"),
        column("user_id", "BIGINT", [1, 2]),
        links={"ticket_id": "ticket.id", "user_id": "users.id"},
    )
    drafted = _drafted("ticket_reply", reply, TICKET, USERS)
    assert _owners(drafted) == ["ticket_id"]
    assert _roles(drafted) == {"user_id": "party"}


def test_a_vote_is_of_who_votes():
    """Not of who wrote what was voted for, who is another."""
    review = table("review", _always("user_id"), links={"user_id": "users.id"})
    vote = table(
        "vote",
        _always("review_id"),
        _always("user_id"),
        links={"review_id": "review.id", "user_id": "users.id"},
    )
    assert _owners(_drafted("vote", review, vote, USERS)) == ["user_id"]


def test_a_ticket_that_names_its_sender_belongs_to_no_queue():
    """Whoever looks after the queue by default is not the person of the tickets in it."""
    queue = table(
        "queue", column("default_owner_id", "BIGINT"), links={"default_owner_id": "users.id"}
    )
    ticket = table(
        "ticket",
        _always("queue_id"),
        column("submitter_email", values=MAILS),
        links={"queue_id": "queue.id"},
    )
    assert _owners(_drafted("queue", queue, ticket, USERS)) == []
    assert _owners(_drafted("ticket", queue, ticket, USERS)) == []
    assert _roles(_drafted("ticket", queue, ticket, USERS)) == {"submitter_email": "subject"}


def test_of_sender_and_recipient_it_is_of_who_is_always_named_and_else_of_who_sends():
    """In whichever order the columns stand; the other is named."""
    links = {"recipient_id": "users.id", "sender_id": "users.id"}
    either = [column("recipient_id", "BIGINT"), column("sender_id", "BIGINT")]
    message = table("message", *either, links=links)
    notice = table("message", _always("recipient_id"), either[1], links=links)
    assert _owners(_drafted("message", message, USERS)) == ["sender_id"]
    assert _roles(_drafted("message", message, USERS)) == {"recipient_id": "party"}
    assert _owners(_drafted("message", notice, USERS)) == ["recipient_id"]


def test_an_address_that_one_order_points_to_is_part_of_it():
    """One that two orders point to is not, nor is a country."""
    place = table("order_address", column("street"), column("postcode"))
    once, twice = _always("address_id", [1, 2]), _always("address_id", [1, 1])
    links = {"address_id": "order_address.id", "user_id": "users.id", "country_id": "country.id"}
    of_user = column("user_id", "BIGINT", [1, 2])
    country = table("country", column("iso_code"))
    for beside, part in ((once, True), (twice, False)):
        columns = (beside, of_user, _always("country_id", [1, 2]), column("status"))
        order = table("orders", *columns, links=links)
        drafted = _drafted("orders", order, place, country, USERS)
        assert {link.columns[0]: link.part for link in drafted.links} == {
            "address_id": part,
            "user_id": False,
            "country_id": False,
        }
        assert _owners(drafted) == ["user_id"]


def test_addresses_of_mail_are_other_names_of_their_account():
    """A second address leads to the account; one without an account is somebody all the same."""
    address = table(
        "address",
        column("email", values=MAILS, unique=True),
        column("user_id", "BIGINT", [1, 1]),
        links={"user_id": "users.id"},
    )
    assert _roles(_drafted("address", address, USERS)) == {"email": "alias"}


def test_a_membership_is_no_file_of_persons():
    """It says to what a user belongs, and may belong to her through an address."""
    member = table("member", _always("user_id"), column("role"), links={"user_id": "users.id"})
    assert _drafted("member", member, USERS).records.value == "other"
