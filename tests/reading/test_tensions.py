"""What does not fit in a text is raised with all its places; what fits is left in peace."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from nakomen.reading import read

CASES: list[dict[str, Any]] = tomllib.loads(
    resources.files("nakomen.reading.find").joinpath("cases/tensions.toml").read_text("utf-8")
)["case"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_tensions_are_those_of_the_case(case: dict[str, Any]) -> None:
    """As many texts are in order as are not: one wrongly raised costs as much as one missed."""
    found = read(case["text"]).tensions

    assert [tension.kind for tension in found] == case.get("kinds", [])
    if "places" in case:
        assert [quote.quote for tension in found for quote in tension.quotes] == case["places"]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:40])
def test_each_place_stands_in_the_text(case: dict[str, Any]) -> None:
    """Both places of a tension can be shown, in the order of the text."""
    for tension in read(case["text"]).tensions:
        places = [quote.start for quote in tension.quotes]
        assert places == sorted(places) != []
        assert all(case["text"][q.start : q.end] == q.quote for q in tension.quotes)
        assert tension.message.nl != tension.message.en
