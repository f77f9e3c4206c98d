"""What a table is for."""

import pytest
from tests.detect.seen import column, survey, table

from nakomen.detect import draft_map

NAMES = {
    "customer": "customers klant klanten relaties users gebruikers accounts tbl_customer personen",
    "contact": "contact contactpersoon contactpersonen customer_contacts klant_contact",
    "contract": "subscription abonnementen orders order_line contracten OrderLines overeenkomst",
    "billing": "invoice Invoices facturen factuurregels invoice_line payments betaling creditnota",
    "traffic": "call_detail_record cdr gesprekken call_records traffic verkeersgegevens",
    "login": "logins login_event sessions bezoek visits user_login",
    "correspondence": "tickets ticket_message berichten emails contactformulier klachten",
    "newsletter": "newsletter nieuwsbrief nieuwsbrief_abonnee newsletter_subscription mailing_list",
    "staff": "staff employees medewerkers sollicitanten",
    "other": "product products settings ticket_status order_type subscriber_type soort _ tmp1",
}


@pytest.mark.parametrize("kind", NAMES)
def test_the_name_of_a_table_says_its_kind(kind: str):
    """Singular and plural, Dutch and English, alone and in compounds."""
    names = NAMES[kind].split()
    drafted = draft_map(survey(*(table(name) for name in names)))
    assert {d.name: d.records.value for d in drafted.datasets} == dict.fromkeys(names, kind)


def test_a_subscriber_with_an_address_is_a_customer():
    """The word is used for readers of a newsletter and for customers of a telephone company."""
    reader = table("subscriber", column("email"))
    customer = table("abonnee", column("email"), column("adres"))
    kinds = {d.name: d.records.value for d in draft_map(survey(reader, customer)).datasets}
    assert kinds == {"subscriber": "newsletter", "abonnee": "customer"}


def test_columns_tell_where_the_name_is_silent():
    """A caller and a callee make traffic; a birthday with a phone makes a file of persons."""
    traffic = table("log_2026", column("caller"), column("callee"))
    persons = table("deelnemers", column("geboortedatum", "DATE"), column("telefoon"))
    kinds = {d.name: d.records.value for d in draft_map(survey(traffic, persons)).datasets}
    assert kinds == {"log_2026": "traffic", "deelnemers": "customer"}


def test_a_service_is_a_contract_only_when_it_is_somebodys():
    """A list of services is a catalogue; one that points to a customer says what she has."""
    catalogue = table("diensten", column("omschrijving"))
    hers = table("domein", column("klant_id", "BIGINT"), links={"klant_id": "klant.id"})
    drafted = draft_map(survey(catalogue, hers, table("klant")))
    assert drafted.dataset("diensten").records.value == "other"
    assert drafted.dataset("domein").records.value == "contract"
