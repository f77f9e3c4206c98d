"""user-notices, on what is published: whoever leaves the site is told before."""

from tests.controls.office import Office
from tests.support.browser import opened

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
