"""user-notices: who enters data or leaves the site is told before."""

import re

from tests.controls.office import Office
from tests.support.browser import opened
from tests.support.customers import PASSWORD, customer, entered, link, newcomer
from tests.support.letters import Mailed

HERE = "https://www.otterloo.example"
ELSEWHERE = "https://www.ergens.example/beleid"


def _with_links(company: Office) -> None:
    """A statement with a link to the own site and one to another."""
    words = f"Lees ook {HERE}/contact en {ELSEWHERE}."
    file = company.folder / "statement.nl.md"
    file.write_text(f"{words}\n", "utf-8")
    company.edit(
        ("Voor wat u zelf plaatst bent u verantwoordelijk.", words),
        ("kvk:", f"website: {HERE}\n  kvk:"),
    )


def test_every_link_to_another_site_is_marked(company: Office) -> None:
    """In words, for everybody; a link to the own site is not marked."""
    _with_links(company)
    site = company.publish()

    for name in ("statement.nl.html", "statement.en.html", "statement.verbatim.html"):
        with opened((site / name).read_text("utf-8"), scripts=False) as page:
            links = page.locator("a[href^='http']")
            urls = [links.nth(n).get_attribute("href") for n in range(links.count())]
            marked = page.locator("a[rel~='external'] + .elsewhere")

            assert {f"{HERE}/contact", ELSEWHERE} <= set(urls), name
            assert marked.count() == urls.count(ELSEWHERE) > 0, name


def test_nothing_is_entered_before_the_warning_is_confirmed_and_logged(mailed: Mailed) -> None:
    """No account without a tick; when the warning changes, every page waits for a new one."""
    email, client = newcomer(mailed), mailed.desk.client()
    path = link(mailed, client, email)
    words = client.get(path).words
    assert "Let op" in words
    unread = {"password": PASSWORD, "again": PASSWORD}
    assert client.post(path, unread).status == 422
    assert entered(client, email).status == 200
    assert client.post(path, unread | {"noticed": "on"}).to == "/account/login/"
    entered(client, email)
    assert _confirmed(mailed, email) == 1
    mailed.desk.write(
        "UPDATE customers_customer SET noticed = 'an older text' WHERE user_id ="
        " (SELECT id FROM accounts_colleague WHERE email = ?)",
        email,
    )
    for page in ("/mijn/", "/mijn/aanpassen/crm.customer.gender/", "/mijn/vragen/access/"):
        assert client.get(page).to.startswith("/mijn/let-op/?next=")
        assert client.post(page, {"value": "x", "words": "x"}).to.startswith("/mijn/let-op/")
    assert client.post("/mijn/let-op/", {"noticed": "on", "next": "/mijn/"}).to == "/mijn/"
    assert (
        client.post("/mijn/let-op/", {"noticed": "on", "next": "//elders.example"}).to == "/mijn/"
    )
    assert client.get("/mijn/").status == 200
    assert _confirmed(mailed, email) == 3


def _confirmed(mailed: Mailed, email: str) -> int:
    found = mailed.desk.rows(
        "SELECT count(*) FROM customers_noted n JOIN customers_customer c ON c.id = n.customer_id"
        " JOIN accounts_colleague a ON a.id = c.user_id WHERE a.email = ? AND n.what = 'noticed'",
        email,
    )
    return int(found[0][0])


def test_every_link_to_another_site_is_marked_where_a_customer_is_at_home(mailed: Mailed) -> None:
    """In the statement as she reads it; a link to the desk itself is not marked."""
    file = mailed.desk.folder / "statement.nl.md"
    before = file.read_text("utf-8")
    file.write_text(f"{before}\n\nLees {ELSEWHERE} of {mailed.desk.address}/vragen/.\n", "utf-8")
    try:
        shown = customer(mailed).get("/mijn/verklaring/").text
    finally:
        file.write_text(before, "utf-8")
    marks = dict(re.findall(r'<a href="(https?:[^"]*)"[^>]*>[^<]*</a>(.{0,25})', shown))
    assert 'class="elsewhere"' in marks[ELSEWHERE]
    assert 'class="elsewhere"' not in marks[f"{mailed.desk.address}/vragen/"]
