"""
support-access-session, ex-customer-lockout and payment-data-vault: a customer's data opens for a
reason and for a while, masked after the task, and she sees that it did.
"""

import json
import sqlite3
from contextlib import closing
from secrets import token_urlsafe

import pytest
from playwright.sync_api import Page
from tests.support.browser import violations
from tests.support.customers import customer as customer_of
from tests.support.desk import Client, Desk
from tests.support.letters import Mailed

START = {
    "key_kind": "email", "kind": "data", "basis": "ticket", "number": "T-4711",
    "asked_by": "mevrouw zelf, aan de telefoon", "reason": "haar factuur klopt niet",
    "minutes": "15",
}  # fmt: skip
_CODES = """
from django.utils import timezone
from nakomen.desk.dossiers import proving
from nakomen.desk.dossiers.models import Case, Code
for number in {numbers}:
    case = Case.objects.get(pk=number)
    digest = proving._digest(case, "123456")
    Code.objects.create(case=case, digest=digest, made_at=timezone.now())
    print(case.token)
"""


def _crm(desk: Desk, select: str) -> tuple[str, ...]:
    (file,) = desk.folder.parent.rglob("crm.sqlite")
    with closing(sqlite3.connect(file)) as opened:
        row = opened.execute(select).fetchone()
    return tuple(str(value) for value in row)


@pytest.fixture(scope="module")
def customer(desk: Desk) -> tuple[str, str]:
    """Address and account number of somebody who is a customer and has invoices and payments."""
    return _crm(
        desk,
        "SELECT c.email, p.iban FROM customer c JOIN invoice i ON i.customer_id = c.id "
        "JOIN payment p ON p.invoice_id = i.id WHERE c.cancelled_on IS NULL AND c.iban = p.iban "
        "AND c.kind = 'person' AND c.email NOT LIKE 'anna%' ORDER BY c.id LIMIT 1 OFFSET 1",
    )  # type: ignore[return-value]


@pytest.fixture(scope="module")
def former(desk: Desk) -> tuple[str, str]:
    """Number of somebody whose contract ended, and one of an invoice of hers that is kept."""
    return _crm(
        desk,
        "SELECT c.number, i.number FROM customer c JOIN invoice i ON i.customer_id = c.id "
        "WHERE c.cancelled_on < '2026-11-01' LIMIT 1",
    )  # type: ignore[return-value]


def _begin(client: Client, key: str, **other: str) -> str:
    answer = client.post("/hulp/nieuw/", {**START, "key": key, **other})
    assert answer.status == 302, answer.words
    return answer.to


def test_without_request_no_session_and_after_the_end_no_access(
    desk: Desk, customer: tuple[str, str]
) -> None:
    """Each look is noted, here and in the evidence; who ends it, or waits, sees nothing more."""
    email, _ = customer
    client = desk.hired("support", "sessie@zonneveld.example").client
    for left_out in ("number", "asked_by", "reason"):
        refused = client.post("/hulp/nieuw/", {**START, "key": email, left_out: " "})
        assert refused.status == 422, left_out
    for made_up in ("Z-2026-9999", "Z-2025-0001", "4711"):
        fields = {**START, "key": email, "basis": "case", "number": made_up}
        assert "niet van deze klant" in client.post("/hulp/nieuw/", fields).words
    page = _begin(client, email)
    assert email not in client.get(page).text
    assert "crm.customer" not in client.get(page).words
    assert email in client.post(f"{page}kijken/").text
    assert "crm.customer (1)" in client.get(page).words

    number = int(page.split("/")[2])
    desk.write("UPDATE support_session SET ends_at = '2026-01-01 00:00:00' WHERE id = ?", number)
    over = client.post(f"{page}kijken/")
    assert (over.status, email in over.text) == (422, False)
    assert "Deze sessie is voorbij" in over.words
    ended = _begin(client, email)
    assert client.post(f"{ended}einde/").status == 302
    assert email not in client.post(f"{ended}kijken/").text
    assert desk.rows("SELECT key FROM support_session WHERE id = ?", int(ended.split("/")[2])) == [
        (None,)
    ]
    lines = [json.loads(line) for line in _evidence(desk)]
    assert f"S-2026-{number:04}" in {line["session"] for line in lines}
    assert email not in json.dumps(lines)


def _evidence(desk: Desk) -> list[str]:
    file = f"file:{desk.folder}/.nakomen/ledger.sqlite?mode=ro"
    with closing(sqlite3.connect(file, uri=True)) as opened:
        return [body for (body,) in opened.execute("SELECT body FROM line WHERE kind = 'support'")]


def test_a_session_is_of_one_colleague(desk: Desk, customer: tuple[str, str]) -> None:
    """Another colleague does not look in it, not even the owner; a guessed number is nothing."""
    page = _begin(desk.colleague("support").client, customer[0])
    for role in ("owner", "finance"):
        for path in (page, f"{page}kijken/", f"{page}einde/"):
            asked = desk.colleague(role).client
            answer = asked.get(path) if path == page else asked.post(path)
            assert answer.status == 404, (role, path)
    assert "haar factuur klopt niet" in desk.colleague("owner").client.get("/hulp/").words
    assert "haar factuur klopt niet" not in desk.colleague("finance").client.get("/hulp/").words


def test_a_session_works_with_keys_alone_in_a_real_browser(
    desk: Desk, page: Page, customer: tuple[str, str]
) -> None:
    """From the form to her data to the end; axe finds nothing, and it fits an old telephone."""
    who = desk.hired("support", "toetsen@zonneveld.example")
    cookie = {"name": "sessionid", "value": who.client.cookie("sessionid") or ""}
    page.context.add_cookies([{**cookie, "url": desk.address}])
    page.goto("/hulp/nieuw/")
    page.get_by_label("Haar adres of nummer").focus()
    page.keyboard.type(customer[0])
    for text in ("", "", "T-4711", "zijzelf", "haar rekening"):
        page.keyboard.press("Tab")
        page.keyboard.type(text)
    page.get_by_role("button", name="Begin").press("Enter")
    page.get_by_role("button", name="Laat haar gegevens zien").press("Enter")
    assert page.get_by_text(customer[0]).first.is_visible()
    assert violations(page) == []
    page.set_viewport_size({"width": 320, "height": 640})
    assert page.evaluate("document.documentElement.scrollWidth") <= 320
    page.get_by_role("button", name="Ik ben klaar").press("Enter")
    assert page.get_by_text("Deze sessie is voorbij").is_visible()


def test_an_account_number_is_whole_for_finance_only(desk: Desk, customer: tuple[str, str]) -> None:
    """Others read its last four signs; what the desk keeps of the session holds none of it."""
    email, iban = customer
    for role, whole in (("support", False), ("finance", True)):
        client = desk.colleague(role).client
        seen = client.post(f"{_begin(client, iban, key_kind='iban')}kijken/")
        assert email in seen.text
        assert (iban in seen.text, f"••• {iban[-4:]}" in seen.text) == (whole, not whole), role
    client = desk.colleague("support").client
    for number in (iban, "4242 4242 4242 4242", "BSN 111222333"):
        refused = client.post("/hulp/nieuw/", {**START, "key": email, "reason": f"gaf {number}"})
        assert (refused.status, "Laat dat weg" in refused.words) == (422, True), number
    kept = b"".join(data for file, data in desk.files().items() if "desk.sqlite" in file.name)
    assert b"support_session" in kept
    for hers in (iban, email, START["reason"]):
        assert hers.encode() not in kept, hers


def test_who_left_is_out_of_reach_but_for_the_invoices_in_the_archive(
    desk: Desk, former: tuple[str, str]
) -> None:
    """Every task is refused profile and documents; the archive sees the invoice and no more."""
    number, invoice = former
    before = len(_evidence(desk))
    for role in ("owner", "privacy", "support", "finance"):
        fields = {**START, "key_kind": "customer", "key": number}
        refused = desk.colleague(role).client.post("/hulp/nieuw/", fields)
        assert refused.status == 422
        assert "Zij is geen klant meer" in refused.words, role
    tried = [json.loads(line) for line in _evidence(desk)[before:]]
    assert [(line["refused"], line["places"]) for line in tried] == [(True, {})] * 4
    archive = desk.colleague("archive").client
    seen = archive.post(f"{_begin(archive, number, key_kind='customer')}kijken/")
    assert invoice in seen.text
    assert "crm.invoice" in seen.words
    for closed in ("crm.customer", "crm.ticket", "newsletter"):
        assert closed not in seen.words


def test_the_customer_sees_the_sessions_of_her_own_data(
    desk: Desk, customer: tuple[str, str]
) -> None:
    """After she proved who she is: who by task, why, and what was seen; nobody else's."""
    email, _ = customer
    helper = desk.colleague("support")
    page = _begin(helper.client, email, reason="zij belde over haar telefoon")
    helper.client.post(f"{page}kijken/")
    (other,) = _crm(
        desk, f"SELECT email FROM customer WHERE cancelled_on IS NULL AND email <> '{email}'"
    )
    shown, elsewhere = _follow(desk, email, other)
    assert "Wie in uw gegevens keek" in shown
    assert "helpdesk, gegevens in de systemen, ticket T-4711" in shown
    assert "zij belde over haar telefoon" in shown
    assert "crm.invoice" in shown
    assert helper.name not in shown
    assert "zij belde over haar telefoon" not in elsewhere


def test_a_customer_with_an_account_sees_them_there(mailed: Mailed) -> None:
    """On the page with her data, which she opened with the address on file."""
    [email] = mailed.customers(1, 22)
    helper = mailed.desk.colleague("support").client
    helper.post(f"{_begin(helper, email, reason='zij vroeg om uitleg')}kijken/")
    seen = customer_of(mailed, email).get("/mijn/").words
    assert "Wie in uw gegevens keek" in seen
    assert "zij vroeg om uitleg" in seen


def _follow(desk: Desk, *emails: str) -> list[str]:
    """What each of them reads about a request of hers, after a code."""
    tokens = desk.inside(_CODES.format(numbers=[_asked(desk, email) for email in emails])).split()
    return [_proven(desk.client(), f"/verzoek/{token}/") for token in tokens]


def _asked(desk: Desk, email: str) -> int:
    fields = {
        "right": "access", "channel": "phone", "name": "Zij", "language": "nl", "email": email,
        "words": "", "received_on": "2026-11-20", "token": token_urlsafe(32),
    }  # fmt: skip
    made = desk.colleague("owner").client.post("/zaken/nieuw/", fields)
    assert made.status == 302, made.words
    return int(made.to.split("/")[2])


def _proven(visitor: Client, page: str) -> str:
    assert "Wie in uw gegevens keek" not in visitor.get(page).words
    assert visitor.post(page, {"code": "123456"}).status == 302
    return visitor.get(page).words


LET = "/mijn/meekijken/"


def test_what_she_permits_in_her_account_opens_until_she_stops_it(mailed: Mailed) -> None:
    """For her and nobody else, to be seen who used it; stopped, what runs closes at once."""
    her, other = customer_of(mailed), customer_of(mailed)
    helper = mailed.desk.colleague("support").client
    for wrong in ({"question": " "}, {"days": "400"}, {"question": "BSN 111222333"}):
        assert her.post(LET, **{"question": "mijn factuur", "days": "3"} | wrong).status == 422
    assert her.post(LET, question="mijn factuur klopt niet", days="3").to == LET
    [(number, until)] = mailed.desk.rows("SELECT id, until FROM support_permission")
    reference = f"T-{until[:4]}-{number:04}"
    assert reference in helper.get("/hulp/").words
    assert her.email in helper.get(f"/hulp/nieuw/?toestemming={number}").text
    given = {"basis": "permission", "number": reference}
    for key, wrong in ((other.email, {}), (her.email, {"number": f"T-2025-{number:04}"})):
        refused = helper.post("/hulp/nieuw/", {**START, "key": key, **given, **wrong})
        assert (refused.status, "gaf die toestemming niet" in refused.words) == (422, True)
    page = _begin(helper, her.email, **given)
    assert her.email in helper.post(f"{page}kijken/").text
    seen = her.get(LET).words
    assert "helpdesk, gegevens in de systemen. Gezien: crm.customer" in seen
    assert f"toestemming {reference}" in her.get("/mijn/").words

    stop = f"{LET}{number}/stop/"
    assert other.post(stop).status == 404
    assert her.email in helper.post(f"{page}kijken/").text
    assert her.post(stop).to == LET
    assert "Deze sessie is voorbij" in helper.post(f"{page}kijken/").words
    assert helper.post("/hulp/nieuw/", {**START, "key": her.email, **given}).status == 422
    assert her.email not in helper.get(f"/hulp/nieuw/?toestemming={number}").text
    assert her.get("/mijn/logboek/").words.count(reference) == 2
    kept = b"".join(mailed.desk.files().values())
    assert b"mijn factuur klopt niet" not in kept

    assert her.post(LET, question="nog iets", days="1").to == LET
    [(number,)] = mailed.desk.rows("SELECT max(id) FROM support_permission")
    given = {"basis": "permission", "number": f"T-{until[:4]}-{number:04}"}
    page = _begin(helper, her.email, **given)
    assert her.post("/mijn/account-weg/").status == 302
    assert "Deze sessie is voorbij" in helper.post(f"{page}kijken/").words
