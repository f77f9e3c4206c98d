"""What data is for, on which ground, which data it is, where it goes and how it is guarded."""

import tomllib
from collections.abc import Callable
from importlib.resources import files
from typing import Any

import pytest

from nakomen.reading import Facts, read

Case = dict[str, Any]
Told = Callable[[Facts], Any]
Wanted = Callable[[Case], Any]


def _purposes(facts: Facts) -> list[str]:
    return [f"{p.label} = {p.basis.value}" if p.basis else p.label for p in facts.purposes]


def _bases(facts: Facts) -> list[str]:
    return [fact.basis.value + "!" * fact.explicit for fact in facts.legal_bases]


def _transfers(facts: Facts) -> Any:
    told = facts.transfers.as_json
    return (told["outside_eea"], bool(told["conditional"]), told["countries"], told["safeguards"])


def _cookies(facts: Facts) -> Any:
    told = facts.cookies.as_json
    return (told["used"], told["types"], told["analytics_tools"], told["consent"])


def _special(facts: Facts) -> Any:
    told = facts.special_categories
    return (told.status.value, [item.label for item in told.items])


READ: dict[str, tuple[Told, Wanted]] = {
    "purposes": (_purposes, lambda case: case["is"]),
    "bases": (_bases, lambda case: case["is"]),
    "data_categories": (
        lambda facts: sorted(fact.code.value for fact in facts.data_categories),
        lambda case: sorted(case["is"]),
    ),
    "special_data": (_special, lambda case: (case["status"], case.get("items", []))),
    "transfers": (
        _transfers,
        lambda case: (
            case.get("outside"),
            case.get("maybe", False),
            case.get("countries", []),
            case.get("by", []),
        ),
    ),
    "cookies": (
        _cookies,
        lambda case: (
            case.get("used"),
            case.get("kinds", []),
            case.get("tools", []),
            case.get("consent"),
        ),
    ),
    "measures": (
        lambda facts: sorted(fact.code.value for fact in facts.security_measures),
        lambda case: sorted(case["is"]),
    ),
}


def _cases(name: str) -> list[Case]:
    folder = files("nakomen.reading.find").joinpath("cases")
    told: list[Case] = tomllib.loads(folder.joinpath(f"{name}.toml").read_text("utf-8"))["case"]
    return told


ALL = [(name, case) for name in READ for case in _cases(name)]


@pytest.mark.parametrize(
    ("name", "case"), ALL, ids=lambda value: value if isinstance(value, str) else value["text"][:40]
)
def test_each_case_is_read_as_people_read_it(name: str, case: Case) -> None:
    """The cases beside the finders, silences and denials as well as what is told."""
    told, wanted = READ[name]

    assert told(read(case["text"])) == wanted(case)


@pytest.mark.parametrize("name", READ)
def test_what_says_nothing_is_among_the_cases(name: str) -> None:
    """A finder that answers always would not pass: silence and denial have cases as well."""
    told, _ = READ[name]
    silent = told(read("Deze tekst zegt hier niets over."))
    cases = _cases(name)

    assert sum(READ[name][1](case) == silent for case in cases) >= 4
    assert sum(READ[name][1](case) != silent for case in cases) >= 12


def test_every_quote_stands_in_the_text_at_its_offset() -> None:
    """Also of items that were strung along one line, of cells and of clauses."""
    text = "\n\n".join(case["text"] for _, case in ALL)
    facts = read(text)
    quotes = [*facts.purposes, *facts.legal_bases, *facts.data_categories]
    quotes += [*facts.security_measures, *facts.special_categories.items]
    quotes += [*facts.special_categories.told, *facts.transfers.told, *facts.cookies.told]

    assert len(quotes) > 60
    assert all(text[quote.start : quote.end] == quote.quote for quote in quotes)
