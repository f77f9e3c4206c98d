"""Which link says whose a row is."""

from dataclasses import replace

import pytest
from tests.detect.seen import column, survey, table

from nakomen.detect import draft_map
from nakomen.records import SeenDataset
from nakomen.terms import Certainty

CUSTOMER = table("customer", column("email", values=["a@post.example"], unique=True))
STAFF = table("staff", column("name"))


def _refers(name: str, **links: str) -> SeenDataset:
    """A table with declared links, a column for each: ``customer_id="customer"``."""
    columns = [column(here, "BIGINT", [1, 1]) for here in links]
    return table(name, *columns, links={here: f"{to}.id" for here, to in links.items()})


def _owners(*datasets: SeenDataset) -> dict[str, list[str]]:
    drafted = draft_map(survey(*datasets))
    return {d.name: [ln.columns[0] for ln in d.owner_links] for d in drafted.datasets}


def test_rows_belong_to_the_customer_they_point_to():
    """Through any number of tables, also through one of which the kind is unknown."""
    owners = _owners(
        _refers("subtaak", taak_id="taak"),
        _refers("taak", project_id="project"),
        _refers("project", customer_id="customer"),
        CUSTOMER,
    )
    assert owners == {
        "customer": [],
        "project": ["customer_id"],
        "taak": ["project_id"],
        "subtaak": ["taak_id"],
    }


def test_a_reference_back_does_not_own():
    """A customer does not belong to her main contact, whichever table the survey names first."""
    contact = _refers("contact", customer_id="customer")
    customer = _refers("customer", primary_contact_id="contact")
    for datasets in ((contact, customer), (customer, contact)):
        assert _owners(*datasets) == {"customer": [], "contact": ["customer_id"]}


def test_a_customer_never_belongs_to_her_invoice():
    """Also when nothing points the other way."""
    assert _owners(_refers("customer", last_invoice_id="invoice"), table("invoice")) == {
        "invoice": [],
        "customer": [],
    }


def test_staff_products_and_lookups_own_nothing():
    """Who handles a ticket, what was sold and in which state it is say nothing of whose it is."""
    ticket = _refers(
        "ticket",
        customer_id="customer",
        behandelaar_id="staff",
        product_id="product",
        status_id="ticket_status",
    )
    owners = _owners(ticket, CUSTOMER, STAFF, table("product"), table("ticket_status"))
    assert owners["ticket"] == ["customer_id"]


def test_a_member_of_staff_among_the_users_owns_no_ticket():
    """One table for customers and staff: who asks owns, who is assigned does not."""
    ticket = _refers("ticket", assigned_to="users", user_id="users", created_by="users")
    assert _owners(ticket, table("users"))["ticket"] == ["user_id"]


def test_who_made_a_row_owns_it_when_nobody_else_does():
    """The author of a message is its person; the maker of a product is not."""
    users = table("users")
    assert _owners(_refers("message", created_by="users"), users)["message"] == ["created_by"]
    assert _owners(_refers("product", created_by="users"), users)["product"] == []


def test_records_of_staff_belong_to_the_employee():
    """Her payroll is hers; her manager's it is not."""
    payroll = _refers("payroll", employee_id="employee")
    employee = _refers("employee", manager_id="employee")
    assert _owners(payroll, employee) == {"employee": [], "payroll": ["employee_id"]}


def test_a_row_never_belongs_to_a_row_of_its_own_table():
    """A reply belongs to its ticket, not to the message it answers."""
    message = _refers("message", reply_to_id="message", ticket_id="ticket")
    assert _owners(message, table("ticket"))["message"] == ["ticket_id"]


def test_a_link_out_of_sight_owns_nothing():
    """A foreign key to a table that the survey does not show is kept and leads nowhere."""
    drafted = draft_map(survey(_refers("invoice", customer_id="customer"))).dataset("invoice")
    assert [(link.to, link.owner) for link in drafted.links] == [("customer", False)]


@pytest.mark.parametrize(
    ("column_name", "target"),
    [("customer_id", "customers"), ("KlantID", "klanten"), ("order_customer_id", "customer")],
)
def test_without_foreign_keys_names_are_tried(column_name: str, target: str):
    """A guessed link is marked, and nothing in its table is sure."""
    invoice = table("invoice", column(column_name, "BIGINT", [1]), column("issued_on", "DATE"))
    drafted = draft_map(survey(invoice, table(target))).dataset("invoice")
    assert [(ln.to, ln.declared, ln.owner) for ln in drafted.links] == [(target, False, True)]
    assert {c.certainty for c in drafted.columns} == {Certainty.LIKELY}


def test_the_schema_of_a_table_is_not_part_of_its_name():
    """`customer_id` means `sales.customer` first, whatever stands before the dot."""
    order = _refers("sales.order", recipient_customer_id="x", customer_id="x")
    links = tuple(replace(ln, to="sales.customer") for ln in order.links)
    owners = _owners(replace(order, links=links), table("sales.customer"))
    assert owners["sales.order"] == ["customer_id"]


def test_a_guess_needs_a_fitting_type_and_one_candidate():
    """Text does not refer to a number, and two tables that fit are none."""
    text = table("invoice", column("customer_id", "TEXT", ["x"]))
    number = table("invoice", column("customer_id", "BIGINT", [1]))
    assert len(draft_map(survey(number, CUSTOMER)).dataset("invoice").links) == 1
    assert draft_map(survey(text, CUSTOMER)).dataset("invoice").links == ()
    two = (table("old_customer"), table("new_customer"))
    assert draft_map(survey(number, *two)).dataset("invoice").links == ()


def test_a_column_with_a_foreign_key_is_not_guessed_again():
    """The database's word stands, also where the name points elsewhere."""
    odd = _refers("invoice", customer_id="staff")
    links = draft_map(survey(odd, CUSTOMER, STAFF)).dataset("invoice").links
    assert [(link.to, link.declared) for link in links] == [("staff", True)]


def test_a_customer_number_refers_when_it_is_the_primary_key():
    """`klantnummer` of an invoice means `klantnummer` of klant; a bare `code` means nothing."""
    klant = table("klant", key="klantnummer")
    invoice = table("factuur", column("klantnummer", "BIGINT", [1]))
    links = draft_map(survey(invoice, klant)).dataset("factuur").links
    assert [(link.to, link.to_columns) for link in links] == [("klant", ("klantnummer",))]
    coded = table("factuur", column("code", "BIGINT", [1]))
    assert draft_map(survey(coded, table("klant", key="code"))).dataset("factuur").links == ()
