"""two-factor-login: a password alone opens nothing for who works here, or who wants it so."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect
from tests.support.customers import customer, entered, link, second
from tests.support.desk import PASSWORD, Desk, code
from tests.support.letters import Mailed

from nakomen.ledger import Ledger


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


def test_a_security_key_is_a_second_step_too(desk: Desk, browser: Browser) -> None:
    """Made in a browser on a site with a name, and used at the next login; no app is needed."""
    who = desk.invited("privacy", "sleutel@zonneveld.example")
    context = browser.new_context(
        base_url=f"http://localhost:{urlsplit(desk.address).port}", locale="nl-NL"
    )
    page = context.new_page()
    key = {"protocol": "ctap2", "transport": "usb", "automaticPresenceSimulation": True}
    devices = context.new_cdp_session(page)
    devices.send("WebAuthn.enable")
    devices.send("WebAuthn.addVirtualAuthenticator", {"options": key})
    page.goto("/account/login/")
    page.get_by_label("E-mailadres").fill(who.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("link", name="Ik gebruik liever een beveiligingssleutel").click()
    page.get_by_role("button", name="Voeg de sleutel toe").click()
    expect(page.locator("ol.codes li")).to_have_count(10)
    page.get_by_role("button", name="Uitloggen").click()
    page.get_by_label("E-mailadres").fill(who.email)
    page.get_by_label("Wachtwoord").fill(PASSWORD)
    page.get_by_role("button", name="Verder").click()
    page.get_by_role("button", name="Gebruik uw sleutel").click()
    expect(page.locator("nav [aria-current]")).to_have_text("Beloften")
    page.goto("/account/tweede-stap/webauthn/")
    expect(page.locator("tbody tr")).to_have_count(1)
    context.close()


def test_a_customer_may_turn_it_on_and_then_her_password_opens_nothing(mailed: Mailed) -> None:
    """Without one her password is enough; with one it gives no session, and a code works once."""
    her = customer(mailed)
    assert her.again().get("/mijn/").status == 200
    who = second(her)
    client = mailed.desk.client()
    assert entered(client, her.email).to == "/account/tweede-stap/authenticate/"
    assert client.get("/mijn/").to == "/account/login/?next=%2Fmijn%2F"
    spent = who.code()
    for given, to in ((spent, "/"), (spent, "")):
        client = mailed.desk.client()
        entered(client, her.email)
        assert client.post("/account/tweede-stap/authenticate/", {"code": given}).to == to
    assert her.get("/mijn/").status == 200


def test_a_letter_gives_a_password_and_not_the_second_factor(mailed: Mailed) -> None:
    """Who reads her mail chooses a password, and stands before the code."""
    her = customer(mailed)
    second(her)
    thief = mailed.desk.client()
    path = link(mailed, thief, her.email, 2)
    chosen = {"password": "vier gele tractoren", "again": "vier gele tractoren", "noticed": "on"}
    assert thief.post(path, chosen).to == "/account/login/"
    to = entered(thief, her.email, "vier gele tractoren").to
    assert to == "/account/tweede-stap/authenticate/"
    assert thief.get("/mijn/").to.startswith("/account/login/")
    # And she is out everywhere: somebody chose another password.
    assert her.get("/mijn/").to.startswith("/account/login/")


LOST = "/klanten/tweede-stap/"


def test_a_lost_second_factor_goes_after_somebody_saw_her_and_nothing_else(mailed: Mailed) -> None:
    """Not by others, not without saying how, not of who works here; she hears of it and sees it."""
    her = customer(mailed)
    second(her)
    lost = {"email": her.email, "how": "called", "reason": "telefoon in de gracht"}
    owner = mailed.desk.colleague("owner")
    support = mailed.desk.colleague("support").client
    assert support.post(LOST, lost).status == 403
    assert her.post(LOST, **lost).status == 403
    for wrong in (
        {"how": ""}, {"how": "login"}, {"reason": " "}, {"reason": "kaart 4242 4242 4242 4242"},
        {"email": owner.email}, {"email": "niemand@ergens.example"}, {"email": "geen adres"},
    ):  # fmt: skip
        assert owner.client.post(LOST, lost | wrong).status == 422, wrong
    her.write("email", "verhuisd@nergens.example")
    assert owner.client.post(LOST, lost).status == 422, "the systems know somebody else by it"
    her.write("email", her.email)
    assert her.get("/mijn/").status == 200
    assert entered(mailed.desk.client(), her.email).to == "/account/tweede-stap/authenticate/"

    assert owner.client.post(LOST, lost).to == LOST
    letter = mailed.letters.last(her.email, "tweede stap is uit")
    assert all(words in letter for words in ("Hebt u dit niet gevraagd?", "Did you not ask"))
    assert her.get("/mijn/").to.startswith("/account/login/")
    client = mailed.desk.client()
    assert entered(client, her.email, "een ander wachtwoord").status == 200
    assert entered(client, her.email).to == "/"
    told = "tweede stap weggehaald door een medewerker"
    assert told in client.get("/mijn-logins/").words
    assert told in client.get("/mijn/logboek/").words
    assert "telefoon in de gracht" in owner.client.get(LOST).words
    assert owner.client.post(LOST, lost).status == 422, "there is none any more"
    with Ledger.open(mailed.desk.folder / ".nakomen") as ledger:
        [line] = ledger.lines(kind="second_factor")
    assert (line.body["how"], bool(line.body["person"])) == ("called", True)
    kept = b"".join(mailed.desk.files().values())
    assert b"customers_regained" in kept
    assert b"in de gracht" not in kept
