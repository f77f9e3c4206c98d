"""The whole way of a customer in a browser, by keyboard alone, without JavaScript, at 320 px."""

from playwright.sync_api import Browser, Page, expect
from tests.support.customers import PASSWORD, link, newcomer
from tests.support.letters import Mailed

SMALL = {"width": 320, "height": 640}
PAGES = (
    "/mijn/",
    "/mijn/gegevens/crm.invoice/",
    "/mijn/aanpassen/",
    "/mijn/toestemmingen/",
    "/mijn/meekijken/",
    "/mijn/verzoeken/",
    "/mijn/stoppen/",
    "/mijn/logboek/",
    "/mijn/verklaring/",
)


def _type(page: Page, label: str, words: str) -> None:
    page.get_by_label(label).focus()
    page.keyboard.type(words)


def _press(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).focus()
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], page.url


def test_a_customer_opens_looks_changes_and_leaves(browser: Browser, mailed: Mailed) -> None:
    """From the letter to a changed value in the store."""
    email = newcomer(mailed)
    context = browser.new_context(
        base_url=mailed.desk.address,
        locale="nl-NL",
        viewport=SMALL,
        java_script_enabled=False,
        color_scheme="dark",
    )
    page = context.new_page()
    page.goto(link(mailed, mailed.desk.client(), email))
    _type(page, "Kies een wachtwoord", PASSWORD)
    _type(page, "Nog een keer", PASSWORD)
    page.get_by_label("Ik heb dit gelezen").focus()
    page.keyboard.press("Space")
    _press(page, "Open mijn account")
    _type(page, "E-mailadres", email)
    _type(page, "Wachtwoord", PASSWORD)
    _press(page, "Verder")
    for path in PAGES:
        page.goto(path)
        assert page.evaluate("document.documentElement.scrollWidth") <= SMALL["width"], path
    page.goto("/mijn/aanpassen/crm.customer.gender/")
    page.get_by_label("Wat moet er staan?").fill("non-binair")
    _press(page, "Verder")
    _press(page, "Verander het")
    expect(page.get_by_text("non-binair")).to_be_visible()
    rows = mailed.rows("SELECT gender FROM customer WHERE email = ?", email)
    assert rows == [("non-binair",)]
    context.close()
