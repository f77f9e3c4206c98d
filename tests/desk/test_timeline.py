"""What falls due when: counted beside the page, as a picture and as a table."""

import re
import time

import yaml
from playwright.sync_api import Browser
from tests.support.browser import violations
from tests.support.desk import Desk


def test_the_picture_says_what_the_table_says(desk: Desk, browser: Browser) -> None:
    """Bars and table add up to the same; axe finds nothing, and a telephone shows it whole."""
    client = desk.colleague("owner").client
    end = time.monotonic() + 60
    while "<svg" not in (text := client.get("/beloften/tijdlijn/").text):
        assert "Er wordt nu vooruit geteld" in text
        assert time.monotonic() < end, desk.log.read_text("utf-8")
        time.sleep(0.2)

    bars = re.findall(r'<text class="middle"[^>]*>([\d.]+)<', text)
    rows = re.findall(r'<td class="number">([\d.]+)</td>', text)
    assert bars
    assert _sum(bars) == _sum(rows)
    assert "style=" not in text, "the page's policy refuses it"
    assert len(desk.rows("SELECT 1 FROM promises_ahead")) == 1, "looking again counts nothing again"

    context = browser.new_context(base_url=desk.address, locale="nl-NL")
    context.add_cookies(
        [{"name": c.name, "value": c.value or "", "url": desk.address} for c in client.cookies]
    )
    page = context.new_page()
    for path in ("/beloften/tijdlijn/", "/beloften/kaart/", "/zaken/agenda/"):
        page.goto(path)
        found = violations(page)
        page.emulate_media(color_scheme="dark")
        found += violations(page, "color-contrast")
        page.emulate_media(color_scheme="light")
        assert found == []
        page.set_viewport_size({"width": 320, "height": 640})
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
        page.set_viewport_size({"width": 1000, "height": 900})
    context.close()


def test_the_map_leads_from_every_table_to_a_purpose_or_says_that_none_does(desk: Desk) -> None:
    """Whatever is on a map is in the picture or named beside it; unknown is never left out."""
    helpdesk = desk.colleague("support").client
    answer = helpdesk.get("/beloften/kaart/")
    drawn = set(re.findall(r"<text[^>]*>(crm\.\w+|newsletter\.\w+)</text>", answer.text))
    loose = re.search(r"Zonder doel in het register: ([^<]*)\.</p>", answer.text)
    maps = {
        f"{file.stem}.{name}"
        for file in (desk.folder / "systems").glob("*.yaml")
        for name in yaml.safe_load(file.read_text("utf-8"))["datasets"]
    }
    assert drawn
    assert drawn | set(loose[1].split(", ") if loose else ()) == maps
    assert "land niet vastgelegd" in answer.words
    assert "Mollie (land niet vastgelegd)" in answer.words, "the table says it as well"
    assert desk.client().get("/beloften/kaart/").to.startswith("/account/login/")
    assert helpdesk.post("/beloften/tijdlijn/tellen/").status == 403


def _sum(told: list[str]) -> int:
    return sum(int(figure.replace(".", "")) for figure in told)
