"""Facts with parts or with several answers. The cases stand beside the finders."""

import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import pytest

from nakomen.reading.find.controller import read_controller
from nakomen.reading.find.privacy_contact import read_privacy_contact
from nakomen.reading.find.response import one_term, read_response
from nakomen.reading.find.retention import one_per_object, read_retention
from nakomen.reading.find.rights import one_per_right, read_rights
from nakomen.reading.text.sentences import split


def _name(text: str) -> str | None:
    return read_controller(text, split(text))[0].name


def _contact(text: str) -> dict[str, Any]:
    told = read_privacy_contact(split(text)).as_json
    return {part: value for part, value in told.items() if value is not None}


def _response(text: str) -> str | None:
    term = one_term(read_response(split(text)))
    return term.iso if term else None


def _rights(text: str) -> list[str]:
    return sorted(fact.code.value for fact in one_per_right(read_rights(split(text))))


def _retention(text: str) -> list[str]:
    facts = one_per_object(read_retention(split(text)))
    decides = [f.period.iso if f.period else f.criterion and f.criterion.value for f in facts]
    return [f"{fact.object.value} {what}" for fact, what in zip(facts, decides, strict=True)]


READERS: dict[str, tuple[Callable[[str], Any], Any]] = {
    "names": (_name, None),
    "privacy_contact": (_contact, {}),
    "response": (_response, None),
    "rights": (_rights, []),
    "retention": (_retention, []),
}
"""How to read, and what silence looks like."""


def _cases() -> Iterator[Any]:
    for name, (_, silence) in READERS.items():
        file = resources.files("nakomen.reading.find") / "cases" / f"{name}.toml"
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            answer = case.get("is", silence)
            answer = sorted(answer) if name == "rights" else answer
            yield pytest.param(name, case["text"], answer, id=f"{name}: {case['text'][:60]}")


@pytest.mark.parametrize(("name", "text", "answer"), list(_cases()))
def test_what_is_read_is_what_the_words_say(name: str, text: str, answer: Any) -> None:
    """Neither more nor less than the text says, in the shapes in which companies write."""
    assert READERS[name][0](text) == answer


@pytest.mark.parametrize("name", READERS)
def test_silence_is_tried_as_well(name: str) -> None:
    """A finder that always answers would fail."""
    answers = [p.values[2] for p in _cases() if p.values[0] == name]

    assert answers.count(READERS[name][1]) >= 5
