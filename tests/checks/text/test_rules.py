"""Every rule that a text can decide fails on one text and passes another; all others are unseen."""

import tomllib
from datetime import date
from pathlib import Path

import pytest

from nakomen.checks.text import Verdict, check_text, judge
from nakomen.checks.text.registry import DECIDED
from nakomen.checks.text.told import Told
from nakomen.law.catalogue import Topic, catalogue
from nakomen.reading import read

TODAY = date(2026, 11, 21)
FOLDER = Path(__file__).parent / "cases"
CASES = {
    id: case
    for file in sorted(FOLDER.glob("*.toml"))
    for id, case in tomllib.loads(file.read_text("utf-8")).items()
}

WORDINGS = tomllib.loads((FOLDER.parent / "wordings.toml").read_text("utf-8"))
SAID = [
    (id, text, how == "bad")
    for id, case in WORDINGS.items()
    for how in ("bad", "good")
    for text in case[how]
]


def verdicts(id: str, text: str) -> set[Verdict]:
    return {answer.verdict for answer in judge(id, Told(text, read(text), TODAY))}


@pytest.mark.parametrize("id", CASES)
def test_a_rule_fails_where_it_should_and_passes_where_it_may(id: str) -> None:
    """The failing text gives a finding with exact words; the passing one gives none."""
    bad = CASES[id]["bad"] * CASES[id].get("times", 1)
    answers = judge(id, Told(bad, read(bad), TODAY))
    assert all(answer.verdict.amiss for answer in answers)
    assert all(bad[a.at.start : a.at.end].strip() for a in answers if a.at)
    assert not any(verdict.amiss for verdict in verdicts(id, CASES[id]["good"]))


@pytest.mark.parametrize(("id", "text", "breaks"), SAID)
def test_a_rule_hears_other_words_for_the_same(id: str, text: str, breaks: bool) -> None:
    """People say the same thing in many ways, and nearly the same thing with another meaning."""
    assert any(verdict.amiss for verdict in verdicts(id, text)) is breaks


def test_every_rule_that_is_decided_has_its_cases() -> None:
    """A rule without cases could say anything."""
    assert set(CASES) == set(DECIDED)


@pytest.mark.parametrize("id", sorted(set(catalogue()) - set(DECIDED)))
def test_a_rule_that_no_text_can_decide_says_so(id: str) -> None:
    """Unseen is an answer, never the same as good, and the rule says why."""
    assert verdicts(id, "Wij voldoen overal aan.") == {Verdict.UNSEEN}
    assert catalogue()[id].unseen is not None


def test_what_is_decided_is_not_called_unseen() -> None:
    """The catalogue says of a rule that it is unseen only where nothing decides it."""
    assert [id for id in DECIDED if catalogue()[id].unseen] == []


def test_every_rule_answers_once() -> None:
    """Found, met, not for this text or unseen: each rule of the catalogue is in one of the four."""
    checked = check_text("Bakkerij Duinzicht B.V. bewaart uw naam en adres twee jaar.", TODAY)
    found = {judged.rule.id for judged in checked.amiss}
    all_of_them = [*found, *checked.ok, *checked.not_applicable, *checked.unseen]
    assert sorted(all_of_them) == sorted(catalogue())


def test_each_topic_has_its_file_and_each_rule_its_words() -> None:
    """331 rules in both languages, with an article; a source, or that there is none to name."""
    assert len(catalogue()) == 331
    assert {rule.topic for rule in catalogue().values()} == set(Topic)
    for rule in catalogue().values():
        for text in (rule.message, rule.cure):
            assert text.nl
            assert text.en
            assert text.nl != text.en
        assert rule.article
        assert rule.sure
        assert rule.looks_at
