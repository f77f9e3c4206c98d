"""Facts with one answer: an age, a name, yes, no or silence. The cases stand beside the finders."""

import tomllib
from collections.abc import Callable, Iterator
from importlib import resources
from typing import Any

import pytest

from nakomen.reading.facts import Said
from nakomen.reading.find.authority import read_authority
from nakomen.reading.find.automated import read_automated
from nakomen.reading.find.breach import read_breach
from nakomen.reading.find.children import read_children
from nakomen.reading.find.disclosure import read_disclosure
from nakomen.reading.text.sentences import Sentence, split

Finder = Callable[[tuple[Sentence, ...]], Said[Any] | None]
FINDERS: dict[str, Finder] = {
    "authority": read_authority,
    "automated": read_automated,
    "breach": read_breach,
    "children": read_children,
    "disclosure": read_disclosure,
}


def _cases() -> Iterator[Any]:
    for name in FINDERS:
        file = resources.files("nakomen.reading.find") / "cases" / f"{name}.toml"
        for case in tomllib.loads(file.read_text("utf-8"))["case"]:
            yield pytest.param(
                name, case["text"], case.get("is"), id=f"{name}: {case['text'][:60]}"
            )


@pytest.mark.parametrize(("name", "text", "answer"), list(_cases()))
def test_the_answer_is_that_of_the_words(name: str, text: str, answer: Any) -> None:
    """What the text says is read with its sentence; where it says nothing, nothing is read."""
    said = FINDERS[name](split(text))

    assert (said.value if said else None) == answer
    assert said is None or text[said.start : said.end] == said.quote


@pytest.mark.parametrize("name", FINDERS)
def test_silence_is_tried_as_often_as_speech(name: str) -> None:
    """A finder that always answers would fail half of its cases."""
    answers = [p.values[2] for p in _cases() if p.values[0] == name]

    assert answers.count(None) >= 7
    assert len(answers) - answers.count(None) >= 7
