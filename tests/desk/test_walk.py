"""The whole way of a request in a browser, by keyboard alone, without JavaScript, at 320 px."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Locator, Page
from tests.support.browser import violations
from tests.support.letters import Mailed

SMALL = {"width": 320, "height": 640}


@pytest.fixture
def windows(browser: Browser, mailed: Mailed) -> Iterator[tuple[Page, Page]]:
    """Hers and that of staff, both without JavaScript; axe brings its own."""
    contexts = [
        browser.new_context(
            base_url=mailed.desk.address,
            locale="nl-NL",
            viewport=SMALL,
            java_script_enabled=False,
            color_scheme="light",
        )
        for _ in range(2)
    ]
    cookies = mailed.desk.colleague("owner").client.cookies
    contexts[1].add_cookies(
        [{"name": c.name, "value": str(c.value), "url": mailed.desk.address} for c in cookies]
    )
    yield contexts[0].new_page(), contexts[1].new_page()
    for context in contexts:
        context.close()


def _to(page: Page, wanted: Locator) -> None:
    """Tab until *wanted* has the focus; the focus is seen all the way."""
    for _ in range(300):
        page.keyboard.press("Tab")
        if wanted.evaluate("e => e === document.activeElement"):
            style = "e => { const s = getComputedStyle(e); return s.outlineStyle + s.boxShadow }"
            assert wanted.evaluate(style) != "nonenone"
            return
    raise AssertionError(f"no key leads to {wanted}")


def _press(page: Page, button: str) -> None:
    _to(page, page.get_by_role("button", name=button, exact=True))
    with page.expect_navigation():
        page.keyboard.press("Enter")
    _fits(page)


def _fits(page: Page) -> None:
    wide = page.evaluate("document.documentElement.scrollWidth")
    assert wide <= SMALL["width"], f"{page.url}: {wide} px"


def test_a_request_walks_from_question_to_answer_by_keyboard_without_scripts(
    mailed: Mailed, windows: tuple[Page, Page]
) -> None:
    """She asks, proves and reads; staff plan, carry out and answer; nothing but keys, at 320 px."""
    hers, staff = windows
    email = mailed.customers(1, 15)[0]
    hers.goto("/")
    _fits(hers)
    _to(hers, hers.get_by_label("Ik wil zien wat u over mij hebt"))
    hers.keyboard.press("ArrowDown")
    hers.keyboard.press("ArrowDown")
    assert hers.get_by_label("Ik wil dat u mijn gegevens wist").is_checked()
    _press(hers, "Verder")
    for label, typed in (("Uw naam", f"Anna {'de' * 40} Wit"), ("Uw e-mailadres", email)):
        _to(hers, hers.get_by_label(label))
        hers.keyboard.type(typed)
    _press(hers, "Verder")
    _to(hers, hers.locator("textarea"))
    hers.keyboard.type(f"Alles weg, graag. {'Hottentottententen' * 5}")
    _press(hers, "Verder")
    _press(hers, "Versturen")
    _to(hers, hers.get_by_label("De code"))
    hers.keyboard.type(mailed.letters.code(email))
    _press(hers, "Verder")
    number = mailed.number(hers.url.removeprefix(mailed.desk.address))
    staff.goto("/zaken/")
    _fits(staff)
    _to(staff, staff.get_by_role("link", name=re.compile(rf"-{number:04}$")))
    with staff.expect_navigation():
        staff.keyboard.press("Enter")
    for button in ("Maak het plan", "Voer uit", "Verstuur het antwoord"):
        _press(staff, button)
    assert "staat klaar" in staff.inner_text("main")
    hers.reload()
    _fits(hers)
    assert hers.get_by_role("heading", name="Wat wij hebben gedaan").is_visible()
    _to(hers, hers.get_by_role("button", name="De brief als PDF"))
    with hers.expect_download() as letter:
        hers.keyboard.press("Enter")
    assert letter.value.path().read_bytes().startswith(b"%PDF")
    hers.emulate_media(media="print")
    assert hers.get_by_role("heading", name="Wat wij hebben gedaan").is_visible()
    assert not hers.get_by_role("button", name="De brief als PDF").is_visible()


def test_axe_finds_nothing_on_any_page_of_a_request_in_light_and_dark(
    mailed: Mailed, browser: Browser
) -> None:
    """Pages of the portal and of cases, with and without mistakes in them."""
    client, path = mailed.proven("access", mailed.customers(1, 16)[0])
    staff = mailed.desk.colleague("owner").client
    number = mailed.number(path)
    waiting = mailed.taken_down("phone", "restrict", "e@nergens.example")
    plan = mailed.planned(staff, number)
    context = browser.new_context(base_url=mailed.desk.address, locale="nl-NL", bypass_csp=True)
    page = context.new_page()
    found = []

    def look(address: str) -> None:
        page.goto(address)
        page.emulate_media(color_scheme="light")
        found.extend(f"{address}: {told}" for told in violations(page))
        page.emulate_media(color_scheme="dark")
        found.extend(f"{address} dark: {told}" for told in violations(page, "color-contrast"))

    def be(who: object) -> None:
        context.clear_cookies()
        context.add_cookies(
            [{"name": c.name, "value": str(c.value), "url": mailed.desk.address} for c in who]  # type: ignore[attr-defined]
        )

    asking = mailed.visitor()
    be(asking.cookies)
    look("/vragen/")
    look(path)
    asking.post("/vragen/", {"right": "rectify"})
    be(asking.cookies)
    look("/vragen/wie/")
    page.get_by_role("button", name="Verder").click()
    found.extend(violations(page))
    asking.post("/vragen/wie/", {"name": "Anna", "email": "f@nergens.example"})
    look("/vragen/uitleg/")
    asking.post("/vragen/uitleg/", {"words": "Mijn naam."})
    look("/vragen/versturen/")
    be(staff.cookies)
    for address in ("/zaken/", "/zaken/nieuw/", f"/zaken/{waiting}/"):
        look(address)
    mailed.carried_out(staff, number, plan)
    look(f"/zaken/{number}/")
    staff.post(f"/zaken/{number}/antwoord/")
    be(client.cookies)
    look(path)
    context.close()
    assert found == []
