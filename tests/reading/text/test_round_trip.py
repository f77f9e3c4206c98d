"""One statement in five kinds of file says the same."""

from typing import Any

import pytest
from tests.reading.text import kinds

from nakomen.reading import Facts, load_text, read

FILES = {
    "a.txt": kinds.as_text().encode(),
    "a.html": kinds.as_page().encode(),
    "a.docx": kinds.as_word(),
    "a.pdf": kinds.as_pdf(),
}
PLACED = ("quote", "start", "section", "quotes", "id", "words", "certainty")
"""What may differ: where the words stand, with which signs, and how sure that makes."""


def bare(fact: Any) -> Any:
    """A fact without its place in the text; of two facts at one place either may come first."""
    if isinstance(fact, dict):
        return {name: bare(value) for name, value in fact.items() if name not in PLACED}
    return sorted(map(bare, fact), key=str) if isinstance(fact, list) else fact


def facts_of(name: str, data: bytes) -> tuple[str, Facts]:
    text, findings = load_text(data, name)
    assert findings == []
    return text, read(text)


@pytest.fixture(scope="module")
def plain() -> dict[str, Any]:
    facts: dict[str, Any] = bare(facts_of("a.md", kinds.STATEMENT.encode())[1].as_json())
    return facts


def test_the_statement_says_something(plain: dict[str, Any]) -> None:
    """Before anything is the same, it is there."""
    assert plain["controller"]["kvk"] == "12345678"
    assert plain["controller"]["city"] == "Ede"
    assert plain["statement"]["date"] == "2024-05-03"
    assert {row["period"] for row in plain["retention"]} == {"P7Y", "P2Y", "P90D"}
    assert {right["code"] for right in plain["rights"]} >= {"access", "erasure", "objection"}
    assert {party["name"] for party in plain["recipients"]} >= {"PostNL", "Moneybird"}
    assert plain["response_term"] == "P4W"


@pytest.mark.parametrize("name", FILES)
def test_every_kind_of_file_says_the_same(name: str, plain: dict[str, Any]) -> None:
    """Not a fact more, from menus and banners, and not a fact less; each quote in its text."""
    text, facts = facts_of(name, FILES[name])
    told = bare(facts.as_json())

    assert {field: told[field] for field in plain if told[field] != plain[field]} == {}
    for promise in facts.promises:
        assert text[promise.start : promise.start + len(promise.quote)] == promise.quote
