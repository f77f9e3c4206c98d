"""What stands inside documents is drafted like columns; a key of two columns only as a whole."""

from dataclasses import replace

import pytest
from tests.detect.seen import column, ident, survey, table

from nakomen.detect import draft_map
from nakomen.records import Dataset, KeyRole, SeenColumn, SeenDataset, SeenPair
from nakomen.terms import Category

MAIL = [f"a{n}@post{n}.example" for n in range(20)]
NAMES = ["Anna de Wit", "Bram Bos", "Chaima Smit", "Daan Mulder", "Emma Visser"]


def _drafted(*places: SeenColumn, name: str = "orders") -> Dataset:
    seen = table(name, ident(), column("payload", "JSON", ["{}"]))
    drafted = draft_map(survey(replace(seen, inside=places)))
    return drafted.dataset(name)


def test_each_place_has_its_category_and_the_column_none() -> None:
    """A place is judged by its name and values; the document as a whole is not emptied."""
    found = _drafted(
        column("payload:$.billing.email", values=MAIL),
        column("payload:$.billing.name", values=NAMES),
        column("payload:$.total", "BIGINT", [1, 2, 3]),
    )
    assert {c.name: c.category for c in found.columns if c.name != "id"} == {
        "payload": Category.NONE,
        "payload:$.billing.email": Category.EMAIL,
        "payload:$.billing.name": Category.NAME,
    }
    assert [(key.column, key.role) for key in found.keys] == [
        ("payload:$.billing.email", KeyRole.SUBJECT)
    ]


@pytest.mark.parametrize("place", ["payload:$.cc[*].email", "payload:$.recipient.email"])
def test_a_list_and_a_second_party_make_no_row_hers(place: str) -> None:
    """Who stands in a list, or receives, is named in the row of somebody else."""
    found = _drafted(column(place, values=MAIL))
    assert [key.role for key in found.keys] == [KeyRole.PARTY]


def test_of_two_addresses_in_one_document_neither_owns_the_row() -> None:
    """When the document names several persons nobody is chosen."""
    found = _drafted(
        column("payload:$.email", values=MAIL), column("payload:$.friend.email", values=MAIL)
    )
    assert {key.role for key in found.keys} == {KeyRole.PARTY}


@pytest.mark.parametrize(
    ("place", "role"),
    [
        ("details:$.email", KeyRole.SUBJECT),
        ("details:$.contact.email", KeyRole.SUBJECT),
        ("details:$.partner.email", KeyRole.PARTY),
        ("details:$.emails[*]", KeyRole.PARTY),
    ],
)
def test_the_only_address_of_a_customer_is_hers_though_it_stands_in_a_document(
    place: str, role: KeyRole
) -> None:
    """Else nobody who gives it would be found; whoever stands beside her is named only."""
    found = _drafted(column(place, values=MAIL), name="customers")
    assert {key.column: key.role for key in found.keys}[place] is role


def test_beside_an_address_of_her_own_another_in_a_document_names_somebody() -> None:
    """Also where two stand alike, or customers share it: nobody is chosen, and it is asked."""
    seen = table("customers", column("email", values=MAIL, unique=True), column("info", "JSON"))
    place = column("info:$.email", values=MAIL)
    (beside,) = draft_map(survey(replace(seen, inside=(place,)))).datasets
    assert beside.key("info:$.email").role is KeyRole.PARTY
    for places in (
        [column("a:$.email", values=MAIL), column("b:$.email", values=MAIL)],
        [column("a:$.email", values=[*MAIL, *MAIL])],
    ):
        found = _drafted(*places, name="customers")
        assert {key.role for key in found.keys if "$" in key.column} == {KeyRole.PARTY}


def _pair(name: str, share: float) -> SeenDataset:
    seen = table(name, ident(), column("tenant_id", "BIGINT", [4, 4]),
                 column("customer_no", "BIGINT", [7, 7]))  # fmt: skip
    key = ("tenant_id", "customer_no")
    return replace(
        seen, pairs=(SeenPair(columns=key, to="customer", to_columns=key, tested=9, share=share),)
    )


@pytest.mark.parametrize(("share", "linked"), [(1.0, True), (0.5, False)])
def test_a_key_of_two_columns_is_guessed_as_a_whole_or_not_at_all(
    share: float, linked: bool
) -> None:
    """Half a key means nobody: no link and no key on the number alone."""
    customer = replace(
        table("customer", column("tenant_id", "BIGINT", [4, 4]),
              column("customer_no", "BIGINT", [1, 2]), column("email", values=MAIL, unique=True)),
        primary_key=("tenant_id", "customer_no"),
    )  # fmt: skip
    drafted = draft_map(survey(customer, _pair("booking", share)))
    links = [link.columns for link in drafted.dataset("booking").links]
    assert (("tenant_id", "customer_no") in links) is linked
    assert ("customer_no",) not in links
    keys = [key.column for key in drafted.dataset("customer").keys]
    assert keys == ["email", "tenant_id:+customer_no"]
    assert not drafted.dataset("booking").keys
