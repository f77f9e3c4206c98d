"""Sentences that bind are promises of their kind; what leads in, asks or praises is none."""

import tomllib
from importlib import resources
from typing import Any

import pytest

from nakomen.policy import Control, PromiseKind
from nakomen.reading import read
from nakomen.reading.facts import Promise
from nakomen.reading.find.promises.rules import rules, topics
from nakomen.reading.words.concepts import names

FAMILIES = ("statement", "data", "sharing", "rights", "security")
FORMS = {"party", "@theirs"}


def _cases() -> list[Any]:
    folder = resources.files("nakomen.reading.find") / "cases" / "promises"
    return [
        pytest.param(case, id=f"{family}: {case['words'][:50]}")
        for family in FAMILIES
        for case in tomllib.loads((folder / f"{family}.toml").read_text("utf-8"))["case"]
    ]


def _promised(case: dict[str, Any]) -> list[Promise]:
    """What is promised in the words of the case, within a small statement."""
    above = f"## {case['section']}\n\n" if "section" in case else ""
    lead = f"{case['lead']}\n\n- " if "lead" in case else ""
    text = f"# Privacyverklaring\n\n{above}{lead}{case['words']}\n"
    start = text.index(case["words"], len("# Privacyverklaring\n\n" + above + lead))
    return [promise for promise in read(text).promises if promise.end > start]


@pytest.mark.parametrize("case", _cases())
def test_the_promise_is_that_of_the_words(case: dict[str, Any]) -> None:
    """Kind and control, or nothing at all."""
    assert [f"{p.kind} {p.control}" for p in _promised(case)] == case.get("is", [])


def test_silence_is_tried_beside_speech() -> None:
    """A reader that takes every sentence for a promise fails on a good part of the cases."""
    tried = [param.values[0] for param in _cases()]

    assert sum("is" in case for case in tried) > 60
    assert sum("is" not in case for case in tried) > 40


def test_every_rule_speaks_of_known_kinds_and_ideas() -> None:
    """A rule with a word that nothing gives would never speak, and nobody would notice."""
    kinds = {kind.value for kind in PromiseKind} | {"none"}
    controls = {control.value for control in Control} | {"-"}
    ideas = names()

    for rule in rules():
        assert rule.kind in kinds, rule.source
        assert rule.control in controls, rule.source
        asked = set().union(*rule.needs, rule.bars, *(allowed for _, allowed in rule.unless))
        bare = {trait.lstrip("#^") for trait in asked if not trait.startswith(("@", "$"))}
        assert bare <= ideas | FORMS, (rule.source, bare - ideas)
    for told in topics().values():
        assert {trait.lstrip("#^") for trait in told} <= ideas


def test_who_the_company_is_is_promised_once() -> None:
    """A letterhead above and again below is one promise."""
    text = "Bakkerij Zeldenrust\n\nKvK 12345678\n\nWij bakken brood.\n\nKvK 12345678"
    kinds = [promise.kind for promise in read(text).promises]

    assert kinds.count("controller_identity") == 2


def test_two_promises_in_one_sentence_are_two() -> None:
    """Each is quoted by its own clause; the first by the whole sentence."""
    text = (
        "Wij bewaren uw gegevens niet langer dan nodig, en wij verkopen uw gegevens nooit aan "
        "derden."
    )
    found = {promise.kind: promise.quote for promise in read(text).promises}

    assert set(found) == {"retention", "confidentiality"}
    assert found["confidentiality"].startswith("en wij verkopen")


def test_a_table_is_read_by_its_columns() -> None:
    """What stands under a purpose is a purpose, and under data are data."""
    text = (
        "| Doel | Gegevens | Bewaartermijn |\n|---|---|---|\n"
        "| Pakketten bezorgen | naam, adres | 2 jaar |\n"
    )
    found = {promise.kind: promise for promise in read(text).promises}

    assert set(found) == {"purpose", "data_category", "retention"}
    assert found["purpose"].quote == "Pakketten bezorgen"
    assert found["data_category"].quote == "naam, adres"
