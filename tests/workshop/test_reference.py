"""Pages and pictures that the program makes are those that stand in docs/."""

import pytest
from scripts.ask import GOOD
from scripts.picture import picture
from scripts.reference import API, DOCS, pages
from tests.cli.terminal import terminal


def asked(*words: str, columns: int = 90) -> str:
    """One command of a warm program; see `scripts.ask`."""
    told = terminal("en").run(*words, env={"COLUMNS": str(columns), "NO_COLOR": "1"})
    assert told.code in GOOD, told.all
    return told.out


@pytest.fixture(scope="module")
def made() -> dict[str, str]:
    return pages(asked)


def test_each_generated_page_is_fresh(made: dict[str, str]) -> None:
    """Who changes the program runs `just docs`; nothing else changes these pages."""
    stale = [
        place
        for place, page in made.items()
        if not (DOCS / place).is_file() or (DOCS / place).read_text("utf-8") != page
    ]
    assert stale == []


def test_no_page_stands_among_them_that_is_not_made(made: dict[str, str]) -> None:
    """What somebody wrote by hand there would be lost one day."""
    # Whether the page from the OpenAPI document is fresh, a desk that serves it can tell.
    places = [file for part in ("reference", "schema") for file in (DOCS / part).iterdir()]
    assert {str(file.relative_to(DOCS)) for file in places} == {*made, API}


def test_the_picture_shows_what_the_program_says() -> None:
    """The picture in the README is drawn from the real output."""
    assert (DOCS / "img" / "status.svg").read_text("utf-8") == picture(asked)
