"""The pages of accounts as people use them: in a browser, by keyboard, on a small screen."""

import re
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect
from tests.support.browser import violations
from tests.support.desk import PASSWORD, Client, Desk, code

OWN = (
    "/account/tweede-stap/",
    "/account/tweede-stap/totp/deactivate/",
    "/account/tweede-stap/recovery-codes/",
    "/account/tweede-stap/recovery-codes/generate/",
    "/account/tweede-stap/webauthn/",
    "/account/tweede-stap/webauthn/add/",
    "/account/tweede-stap/reauthenticate/",
    "/account/reauthenticate/",
    "/account/password/change/",
    "/account/sessies/",
    "/account/logout/",
    "/mijn-logins/",
)
OWNER = (
    "/beloften/",
    "/collegas/",
    "/collegas/internetadressen/",
    "/collegas/rechten/",
    "/geheimhouding/",
    "/opleidingen/",
    "/hulp/nieuw/",
    "/logins/",
    "/nergens/",
)
DARK = ("/beloften/", "/collegas/", "/account/tweede-stap/totp/activate/", "/account/login/")
"""A table, a form, a picture and every verdict: other pages have no colour of their own."""
HALF = ("/account/tweede-stap/totp/activate/", "/account/tweede-stap/webauthn/add/")


def as_signed_in(context: BrowserContext, client: Client) -> None:
    """The window has what *client* has: she is in."""
    context.add_cookies(
        [
            {"name": each.name, "value": each.value or "", "url": client.address}
            for each in client.cookies
        ]
    )


def faults(page: Page, path: str) -> Iterator[str]:
    """What is wrong with a page: for a screen reader, in the dark, on an old telephone."""
    page.set_viewport_size({"width": 1100, "height": 900})
    page.emulate_media(color_scheme="light")
    page.goto(path)
    yield from (f"{path}: {found}" for found in violations(page))
    if path in DARK:
        page.emulate_media(color_scheme="dark")
        yield from (f"{path} in the dark: {found}" for found in violations(page, "color-contrast"))
    page.set_viewport_size({"width": 320, "height": 640})
    if (wide := page.evaluate("document.documentElement.scrollWidth")) > 320:
        yield f"{path} is {wide} wide on a screen of 320"
    if "allauth" in page.content().lower().replace("allauth.webauthn", "").replace(
        "data-allauth-onload", ""
    ):
        yield f"{path} shows a page that is not ours"


@pytest.fixture
def said(page: Page) -> list[str]:
    """What the browser complains of: a style or script that the policy forbids, a lost file."""
    found: list[str] = []
    page.on("console", lambda m: m.type in ("error", "warning") and found.append(m.text))
    page.on("pageerror", lambda error: found.append(str(error)))
    return found


def test_every_page_of_an_owner_reads_well(desk: Desk, page: Page, said: list[str]) -> None:
    """Nothing for axe to find, in light and dark, and no scrolling sideways at 320 px."""
    desk.counted()
    as_signed_in(page.context, desk.colleague("owner").client)
    wrong = [fault for path in (*OWNER, *OWN) for fault in faults(page, path)]
    assert not wrong
    assert [line for line in said if "404" not in line] == []


def test_every_page_before_the_second_step_reads_well(
    desk: Desk, page: Page, said: list[str]
) -> None:
    """So do the door, an invitation, half a login, and a link that was used."""
    link = desk.link("support", "wim@zonneveld.example", "Wim")
    wrong = [fault for path in ("/account/login/", link) for fault in faults(page, path)]
    half = desk.hired("support", "half@zonneveld.example", second=False)
    as_signed_in(page.context, half.client)
    wrong += [fault for path in HALF for fault in faults(page, path)]
    door = desk.client()
    desk.enter(desk.colleague("owner"), door)
    page.context.clear_cookies()
    as_signed_in(page.context, door)
    wrong += list(faults(page, "/account/tweede-stap/authenticate/"))
    wrong += list(faults(page, f"{link[:-2]}/"))
    assert not wrong
    assert [line for line in said if "410" not in line] == []


def test_from_the_invitation_to_the_wall_by_keyboard_without_scripts(
    desk: Desk, browser: Browser
) -> None:
    """Eight answers on three pages, then the codes to print, then the wall; no mouse, no script."""
    link = desk.link("privacy", "chaima@zonneveld.example", "Chaima El Idrissi")
    context = browser.new_context(
        base_url=desk.address,
        locale="nl-NL",
        java_script_enabled=False,
        viewport={"width": 320, "height": 640},
    )
    page = context.new_page()
    page.goto(link)
    typed(page, {"Kies een wachtwoord": PASSWORD, "Nog een keer": PASSWORD})
    pressed(page, "Ik teken hiervoor", "Space")
    pressed(page, "Tekenen en beginnen")
    typed(page, {"E-mailadres": "chaima@zonneveld.example", "Wachtwoord": PASSWORD})
    pressed(page, "Verder")
    expect(page.get_by_role("heading", level=1)).to_have_text("Maak uw tweede stap")
    assert page.get_by_role("link", name="Beloften").count() == 0
    pressed(page, "Scannen lukt niet")
    typed(page, {"Code van zes cijfers": code(page.locator("code.key").inner_text())})
    pressed(page, "Verder")
    expect(page.locator("ol.codes li")).to_have_count(10)
    pressed(page, "Ik heb ze bewaard, verder")
    expect(page).to_have_title(re.compile("^Beloften · "))
    pressed(page, "Uitloggen")
    expect(page).to_have_title(re.compile("^Inloggen · "))
    context.close()


def typed(page: Page, answers: dict[str, str]) -> None:
    """Tab to each field, and type."""
    for label, answer in answers.items():
        reached(page, label)
        page.keyboard.type(answer)


def pressed(page: Page, name: str, key: str = "Enter") -> None:
    """Tab to something, and press it."""
    reached(page, name)
    page.keyboard.press(key)
    page.wait_for_load_state()


def reached(page: Page, name: str) -> None:
    for _ in range(30):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and name in named(focused):
            return
    raise AssertionError(f"{name} is not reached with the keyboard on {page.url}")


def named(focused: Locator) -> str:
    return focused.aria_snapshot()
