"""confidentiality-register: who works here signed, on a day that is on file, or does not get in."""

import csv
import io
from datetime import date

from tests.support.desk import PASSWORD, Desk


def test_an_account_without_a_signed_dated_statement_cannot_log_in(desk: Desk) -> None:
    """Not by leaving the box empty, not with a password alone; and who loses it is out at once."""
    link = desk.link("support", "tekent-niet@zonneveld.example", "Tekent Niet")
    fields = {"password": PASSWORD, "again": PASSWORD}
    refused = desk.client().post(link, fields)
    assert refused.status == 422
    assert "Zonder handtekening werkt uw account niet" in refused.words
    who = desk.hired("support", "ongetekend@zonneveld.example")
    assert who.client.get("/beloften/").status == 200
    signed = desk.rows(
        "SELECT signed_on, signed FROM accounts_colleague WHERE email = ?", who.email
    )
    for on, text in ((None, signed[0][1]), (signed[0][0], "")):
        change = "UPDATE accounts_colleague SET signed_on = ?, signed = ? WHERE email = ?"
        desk.write(change, on, text, who.email)
        assert who.client.get("/beloften/").to.startswith("/account/login/")
        login = {"login": who.email, "password": PASSWORD}
        again = desk.client().post("/account/login/", login)
        assert (again.status, "klopt niet" in again.words) == (200, True)


def test_the_register_says_who_signed_what_and_when(desk: Desk) -> None:
    """On a page and as a table; a name that a spreadsheet would calculate is only a name."""
    who = desk.hired("privacy", "tekent@zonneveld.example")
    desk.link("hr", "nog-niet@zonneveld.example", "=1+1")
    page = who.client.get("/geheimhouding/")
    assert "Ik houd geheim wat ik hier over personen zie." in page.words
    assert "nog niet: kan niet inloggen" in page.words
    answer = who.client.get("/geheimhouding/tabel/")
    rows = {row["e-mailadres"]: row for row in csv.DictReader(io.StringIO(answer.text))}
    hers = rows[who.email]
    assert date.fromisoformat(hers["getekend op"])
    assert len(hers["tekst"]) == 64
    assert rows["nog-niet@zonneveld.example"]["naam"] == "'=1+1"
    assert rows["nog-niet@zonneveld.example"]["getekend op"] == ""
