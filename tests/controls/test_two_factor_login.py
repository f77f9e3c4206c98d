"""two-factor-login: a password alone opens nothing for who works here."""

from playwright.sync_api import Page, expect
from tests.support.desk import PASSWORD, Desk, code


def test_the_right_password_without_a_code_gives_no_session(desk: Desk) -> None:
    """Neither before she made a second step nor after it; with the code she is in."""
    who = desk.hired("privacy", "zonder@zonneveld.example", second=False)
    assert who.client.get("/beloften/").to == "/account/tweede-stap/totp/activate/"
    desk.make_second(who)
    client = desk.client()
    assert desk.enter(who, client).to == "/account/tweede-stap/authenticate/"
    assert client.get("/beloften/").to == "/account/login/?next=%2Fbeloften%2F"
    again = desk.again(who)
    assert again.get("/beloften/").status == 200


def test_a_code_works_once_and_for_a_short_time(desk: Desk, page: Page) -> None:
    """In a browser: not the one of two minutes ago, then the one of now, and that one once."""
    who = desk.hired("privacy", "eenmaal@zonneveld.example")
    now = code(who.secret, 1)
    page.goto("/beloften/")
    page.get_by_label("E-mailadres").fill(who.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    for given, title in ((code(who.secret, -4), "Uw tweede stap"), (now, "Beloften")):
        page.get_by_label("Code van zes cijfers").fill(given)
        page.get_by_role("button", name="Inloggen").click()
        expect(page).to_have_title(f"{title} · Zonneveld Telecom & Hosting B.V.")
    other = desk.client()
    desk.enter(who, other)
    assert "al gebruikt" in other.post("/account/tweede-stap/authenticate/", {"code": now}).words
