"""locked-identity-fields: by what she is known and reached a customer changes nothing herself."""

import re

import pytest
from tests.support.customers import Her, customer
from tests.support.letters import Mailed

PHONE = "/mijn/aanpassen/crm.customer.phone/"
NEW = "0612340099"


@pytest.fixture(scope="module")
def her(mailed: Mailed) -> Her:
    return customer(mailed)


def test_a_form_that_was_made_up_is_refused_and_logged(her: Her) -> None:
    """On every field by which she is known, at both steps; each try stands in her log."""
    before = her.mailed.rows("SELECT * FROM customer WHERE id = ?", her.number)
    fields = ("name", "email", "phone", "street", "postcode", "iban", "date_of_birth")
    for name in fields:
        place = f"/mijn/aanpassen/crm.customer.{name}/"
        assert her.post(place, value="iets anders").status == 403, name
        assert her.post(f"{place}doen/").status == 403, name
    assert her.mailed.rows("SELECT * FROM customer WHERE id = ?", her.number) == before
    logged = her.mailed.desk.rows(
        "SELECT n.place FROM customers_noted n JOIN customers_customer c ON c.id = n.customer_id"
        " JOIN accounts_colleague a ON a.id = c.user_id WHERE a.email = ? AND n.what = 'refused'",
        her.email,
    )
    assert {place for (place,) in logged} == {f"crm.customer.{name}" for name in fields}
    assert her.get("/mijn/logboek/").words.count("geprobeerd een vast gegeven") == 2 * len(fields)
    assert her.post("/mijn/aanpassen/crm.customer.id/", value="1").status == 404


def test_staff_change_it_after_a_check_that_is_recorded(her: Her) -> None:
    """Role and check are needed; old and new value are kept, readable for nobody with the disk."""
    mailed, old = her.mailed, str(her.column("phone"))
    asked = her.post(f"{PHONE}vragen/", value=NEW)
    assert asked.to == "/mijn/verzoeken/"
    [(number,)] = mailed.desk.rows("SELECT max(case_id) FROM customers_change")
    page = f"/klanten/wijzigingen/{number}/"
    support = mailed.desk.hired("support", "vast@zonneveld.example").client
    assert support.post(page, {"how": "called"}).status == 403
    staff = mailed.desk.colleague("owner").client
    words = staff.get(page).words
    assert old in words
    assert NEW in words
    # Not without saying how, and not because she was logged in: that was whoever asked.
    assert staff.post(page).status == 422
    assert staff.post(f"/zaken/{number}/gezien/", {"how": "login"}).status == 422
    assert mailed.state(number) == "asked"
    assert staff.post(page, {"how": "called"}).to == f"/zaken/{number}/"
    [(plan,)] = mailed.desk.rows("SELECT plan FROM dossiers_case WHERE id = ?", number)
    assert her.column("phone") == old
    mailed.carried_out(staff, number, plan)
    assert her.column("phone") == NEW
    kept = staff.get(page).words
    assert all(part in kept for part in (old, NEW, "ik belde het nummer"))
    for file, content in mailed.desk.files().items():
        assert NEW.encode() not in content, file
    assert re.search("Gezien", kept)


def test_a_code_to_her_address_is_not_the_check(her: Her) -> None:
    """Who reads her mail and has her account still changes no address by which she is reached."""
    mailed = her.mailed
    assert her.post("/mijn/aanpassen/crm.customer.street/vragen/", value="Elders 1").status == 302
    rows = "SELECT id, token FROM dossiers_case WHERE email = ? ORDER BY id DESC LIMIT 1"
    [(number, token)] = mailed.desk.rows(rows, her.email)
    before = len(mailed.letters.to(her.email, "Uw code"))
    her.post(f"/verzoek/{token}/code/")
    her.post(f"/verzoek/{token}/", code=mailed.letters.code(her.email, before + 1))
    assert mailed.state(number) == "asked"
