"""password-policy: a strong password, kept as a salted hash, readable nowhere."""

import pytest
from tests.support.desk import PASSWORD, Desk

REFUSED = {
    "kort": "te kort",
    "motherfucker": "uitgelekt",
    "P@ssw0rd2026!": "uitgelekt",
    "welcomewelcome": "uitgelekt",
    "ababababababab": "uitgelekt",
    "20261122202611": "alleen cijfers",
    "pieter.pastoor@z": "lijkt te veel op uw naam",
}


@pytest.fixture(scope="module")
def link(desk: Desk) -> str:
    return desk.link("support", "pieter.pastoor@zonneveld.example", "Pieter Pastoor")


@pytest.mark.parametrize(("password", "why"), REFUSED.items())
def test_a_short_or_leaked_password_is_refused(
    desk: Desk, link: str, password: str, why: str
) -> None:
    """Also in other clothes, and the reason is told in words."""
    fields = {"password": password, "again": password, "signed": "on"}
    refused = desk.client().post(link, fields)
    assert refused.status == 422
    assert why in refused.words


def test_a_new_password_follows_the_same_rule_and_ends_other_sessions(desk: Desk) -> None:
    """Who changes it needs the one she has; her other devices are out."""
    who = desk.hired("support", "wisselt@zonneveld.example")
    other = desk.again(who)
    path, new = "/account/password/change/", "negen paarse banken"
    for old, wanted, why in (
        (PASSWORD, "P@ssw0rd2026!", "uitgelekt"),
        ("niet dit wachtwoord", new, "niet uw wachtwoord van nu"),
    ):
        fields = {"oldpassword": old, "password1": wanted, "password2": wanted}
        assert why in who.client.post(path, fields).words
    fields = {"oldpassword": PASSWORD, "password1": new, "password2": new}
    assert who.client.post(path, fields).status == 302
    assert who.client.get("/beloften/").status == 200
    assert other.get("/beloften/").to.startswith("/account/login/")


def test_a_password_is_found_in_no_file(desk: Desk) -> None:
    """Of one who logged in, failed to, and was invited: only a salted hash, of each another."""
    who = desk.colleague("support")
    wrong = "verkeerde paarse kameel"
    desk.client().post("/account/login/", {"login": who.email, "password": wrong})
    kept = b"".join(desk.files().values()) + desk.log.read_bytes()
    assert b"scrypt$" in kept
    for password in (PASSWORD, wrong):
        assert password.encode() not in kept
    hashes = [h for (h,) in desk.rows("SELECT password FROM accounts_colleague")]
    of_it = [h for h in hashes if h.startswith("scrypt$")]
    assert len(of_it) > 1
    assert len(set(of_it)) == len(of_it)
