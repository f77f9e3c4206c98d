"""ip-allow-deny-list: who may come in from where, for a reason and a while."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from tests.support.desk import PASSWORD, Answer, Client, Desk

LIST = "/collegas/internetadressen/"


@pytest.fixture
def places(desk: Desk) -> Iterator[Desk]:
    yield desk
    desk.write("UPDATE accounts_listed SET ended_at = '2026-01-01 00:00:00'")


def _add(client: Client, network: str, door: str, scope: str, until: date | None = None) -> Answer:
    given = {"network": network, "door": door, "scope": scope, "reason": "proef"}
    return client.post(LIST, given | {"until": (until or date.today()).isoformat()})


def _login(client: Client, email: str) -> str:
    answer = client.post("/account/login/", {"login": email, "password": PASSWORD})
    return answer.to or answer.words.replace(email, "")


def test_a_denied_address_gets_no_page_and_no_session_until_the_entry_expires(
    places: Desk,
) -> None:
    """The same answer at every address, without a cookie; by itself it is over."""
    owner, who = places.colleague("owner").client, places.hired("support", "plek@zonneveld.example")
    assert _add(owner, f"{who.client.ip}/32", "deny", "everyone").status == 302
    answers = [
        who.client.get(path)
        for path in ("/account/login/", "/beloften/", "/vragen/", "/bestaat-niet/")
    ]
    answers.append(who.client.send("POST", "/account/login/", b"login=a&password=b"))
    assert {(answer.status, answer.body) for answer in answers} == {(403, answers[0].body)}
    assert not any(answer.headers.get("Set-Cookie") for answer in answers)
    spoofed = who.client.get("/vragen/", X_Forwarded_For="198.51.100.7")
    assert spoofed.status == 403, "what a visitor says of herself counts for nothing"
    places.write("UPDATE accounts_listed SET until = ?", date.today() - timedelta(1))
    assert who.client.get("/beloften/").status == 200
    shown = owner.get(LIST).words
    assert "voorbij" in shown
    assert re.search(r"127\.9\.\d+\.\d+/32 weigeren", shown)


def test_where_staff_is_denied_a_right_password_is_a_wrong_one(places: Desk) -> None:
    """Customers still ask from there; pages of staff are not there, and a session ends."""
    owner, who = (
        places.colleague("owner").client,
        places.hired("support", "kroeg@zonneveld.example"),
    )
    link = places.link("support", "kroeg-nieuw@zonneveld.example", "Nieuw")
    assert _add(owner, who.client.ip, "deny", "staff").status == 302
    assert who.client.get("/beloften/").status == 404
    assert who.client.get(link).status == 404
    assert who.client.get("/vragen/").status in (200, 302)
    stranger = Client(places.address, ip=who.client.ip)
    known, unknown = (_login(stranger, each) for each in (who.email, "niemand@zonneveld.example"))
    assert known == unknown
    assert "klopt niet" in known
    assert "geweigerd: vanaf dit adres mag het niet" in owner.get("/logins/").words
    assert _login(places.client(), who.email).startswith("/account/tweede-stap/")
    places.write("UPDATE accounts_listed SET ended_at = '2026-01-01 00:00:00'")
    assert who.client.get("/beloften/").to.startswith("/account/login/"), "her session ended"


def test_with_a_list_only_listed_addresses_are_for_staff_and_nobody_locks_herself_out(
    places: Desk,
) -> None:
    """An entry that shuts out who adds it is refused; so is taking back the one she stands on."""
    owner = places.colleague("owner").client
    refused = _add(owner, "203.0.113.0/24", "allow", "staff")
    assert (refused.status, "sluit u uzelf buiten" in refused.words) == (422, True)
    assert _add(owner, "127.0.0.0/8", "deny", "everyone").status == 422
    assert not places.rows("SELECT 1 FROM accounts_listed WHERE ended_at IS NULL")

    assert _add(owner, owner.ip, "allow", "staff").status == 302
    assert _add(owner, "2001:db8::/48", "allow", "staff").status == 302
    assert owner.get("/beloften/").status == 200
    assert places.client().get("/beloften/").status == 404
    assert places.client().get("/vragen/").status in (200, 302)
    [(number,)] = places.rows(
        "SELECT id FROM accounts_listed WHERE ended_at IS NULL AND network = ?", f"{owner.ip}/32"
    )
    assert "sluit u uzelf buiten" in owner.post(f"{LIST}{number}/").words
    assert owner.get("/beloften/").status == 200
    log = owner.get("/collegas/logboek/").words
    assert "internetadres op de lijst allow 2001:db8::/48" in log


@pytest.mark.parametrize(
    ("network", "until", "said"),
    [
        ("geen adres", date.today(), "geen internetadres"),
        ("203.0.113.300", date.today(), "geen internetadres"),
        ("203.0.113.7", date.today() - timedelta(1), "vanaf vandaag, binnen een jaar"),
        ("203.0.113.7", date.today() + timedelta(400), "vanaf vandaag, binnen een jaar"),
    ],
)
def test_an_entry_has_an_address_and_an_end(
    desk: Desk, network: str, until: date, said: str
) -> None:
    """Nothing is denied for ever, or by mistake."""
    refused = _add(desk.colleague("owner").client, network, "deny", "staff", until)
    assert (refused.status, said in refused.words) == (422, True)
