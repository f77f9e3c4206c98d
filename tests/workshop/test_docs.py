"""The documentation runs: console blocks say what the program says, links lead somewhere."""

import re
from pathlib import Path

import pytest
from tests.support.console import ROOT, Unlike, examples, run_page

PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)")


def named(page: Path) -> str:
    return str(page.relative_to(ROOT))


@pytest.mark.parametrize("page", [p for p in PAGES if [*examples(p.read_text())]], ids=named)
def test_a_page_says_what_the_program_says(page: Path, tmp_path: Path) -> None:
    """Somebody who follows the page sees what the page shows."""
    assert run_page(page, tmp_path)


def test_a_page_that_says_something_else_is_caught(tmp_path: Path) -> None:
    """The runner tells a true page from one that is wrong in its words or in its exit code."""
    page = tmp_path / "page.md"
    page.write_text("```console\n$ echo kept\nkept\n$ false\n$ echo $?\n1\n```\n")
    assert run_page(page, tmp_path) == 3
    for wrong in ("$ echo kept\nbroken\n", "$ echo kept; false\nkept\n"):
        page.write_text(f"```console\n{wrong}```\n")
        with pytest.raises(Unlike):
            run_page(page, tmp_path)


@pytest.mark.parametrize("page", PAGES, ids=named)
def test_every_link_leads_somewhere(page: Path) -> None:
    """A link within the repository points to a file that is there."""
    links = LINK.findall(page.read_text())
    assert [link for link in links if not (page.parent / link).exists()] == []


def test_every_page_is_reached_from_the_index() -> None:
    """No page stands where nobody finds it."""
    found, waiting = set(), [ROOT / "docs" / "index.md"]
    while waiting:
        page = waiting.pop()
        if page not in found and page.suffix == ".md":
            found.add(page)
            waiting += [(page.parent / link).resolve() for link in LINK.findall(page.read_text())]
    assert set((ROOT / "docs").rglob("*.md")) - found == set()
