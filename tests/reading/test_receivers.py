"""Who receives data: by name, and as a kind. The cases stand beside the finders."""

import tomllib
from collections.abc import Iterator
from importlib import resources
from typing import Any

import pytest

from nakomen.reading.find.receiver_kinds import one_per_label, read_categories
from nakomen.reading.find.recipients import one_per_party, read_recipients
from nakomen.reading.text.sentences import split
from nakomen.reading.words.gazetteer import known, known_names, spot


def _cases(name: str) -> Iterator[Any]:
    file = resources.files("nakomen.reading.find") / "cases" / f"{name}.toml"
    for case in tomllib.loads(file.read_text("utf-8"))["case"]:
        yield pytest.param(case["text"], case["is"], id=case["text"].strip()[:60])


@pytest.mark.parametrize(("text", "receivers"), list(_cases("recipients")))
def test_those_who_receive_are_named_and_nobody_else(text: str, receivers: list[Any]) -> None:
    """Name, role, purpose and country as the text states them; a mention alone is no receipt."""
    found = [fact.as_json for fact in one_per_party(read_recipients(split(text), frozenset()))]
    told = [each if isinstance(each, dict) else {"name": each} for each in receivers]

    assert [fact["name"] for fact in found] == [each["name"] for each in told]
    assert [{key: f[key] for key in each} for f, each in zip(found, told, strict=True)] == told
    assert all(text[f["start"] :].startswith(f["quote"]) for f in found)


@pytest.mark.parametrize(("text", "kinds"), list(_cases("receiver_kinds")))
def test_kinds_that_receive_are_told_in_the_words_of_the_text(text: str, kinds: list[str]) -> None:
    """Who has no name is a kind; sources, denials and definitions are none."""
    assert [fact.label for fact in one_per_label(read_categories(split(text)))] == kinds


def test_every_known_name_is_found_where_it_stands_between_words() -> None:
    """No spelling of the list hides another, and none needs a rule of its own."""
    missed = [
        spelling
        for spelling, service in known_names().items()
        for written in (service.name,)
        if [s.service for s in spot(f"Wij werken met {written} en anderen.")] != [service]
    ]

    assert len(known_names()) > 900
    assert missed == []


def test_what_is_known_of_a_service_is_complete() -> None:
    """A role, a kind and a country of two letters or none; authorities are of the government."""
    services = set(known_names().values())

    assert {service.role for service in services} == {"processor", "third_party", "authority"}
    assert all(s.country is None or (len(s.country) == 2 and s.country.isupper()) for s in services)
    assert all(s.kind in ("government", "register", "supervisor") for s in services if s.authority)
    assert (known("google analytics B.V.") or known("x")) == known("Google Analytics")
    assert known("Zilverpost") is None
