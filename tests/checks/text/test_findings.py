"""What the rules find becomes findings: weight, place, promise, and one for one fact."""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from tests.cli.terminal import terminal

from nakomen.checks.text import as_findings, check_text
from nakomen.checks.text.findings import CODES, unified
from nakomen.law.catalogue import catalogue
from nakomen.policy import Promise
from nakomen.terms import Finding, Place, Severity, Text

TODAY = date(2026, 11, 21)
STATEMENT = """Privacyverklaring Bakkerij Duinzicht B.V.

Bakkerij Duinzicht B.V., Strandweg 4, 1976 BS IJmuiden, KvK 12345678, is verantwoordelijk.

Door deze website te bezoeken gaat u akkoord met ons gebruik van gegevens.

Wij bewaren gegevens niet langer dan noodzakelijk.
"""
NEEDED = "Wij bewaren gegevens niet langer dan noodzakelijk."


def findings(*promises: Promise) -> list[Finding]:
    return as_findings(check_text(STATEMENT, TODAY), "verklaring.txt", STATEMENT, promises)


def one(code: str, *promises: Promise) -> Finding:
    return next(finding for finding in findings(*promises) if finding.code == code)


def test_a_finding_points_to_its_sentence() -> None:
    """Line and column are those of the words that are quoted."""
    found = one("art4-11-no-consent-by-use")
    assert (found.place.line, found.place.column) == (5, 1)
    assert STATEMENT.splitlines()[4].startswith(found.quote or "-")
    assert found.verdict == "wrong"
    assert found.severity is Severity.ERROR


def test_what_a_text_lacks_stands_at_its_head() -> None:
    """An absence has no sentence; it is told once for the whole text."""
    lacking = next(f for f in findings() if f.rule == "art13-2-b-portability")
    assert (lacking.place, lacking.quote, lacking.verdict) == (
        Place("verklaring.txt", 1),
        None,
        "missing",
    )


def test_what_is_vague_weighs_less_than_what_is_missing() -> None:
    """Of a rule that must be met, a vague sentence is a warning."""
    assert catalogue()["art13-2-a-not-as-long-as-necessary"].severity is Severity.ERROR
    assert one("L005").severity is Severity.WARNING


def test_a_finding_knows_the_promise_whose_sentence_it_is_about() -> None:
    """Who looks at the promise finds the law's word beside it."""
    promise = Promise(
        id="retention-1",
        kind="retention",
        control="retention-sweep",
        place=Place("policy.yaml", 9),
        says=NEEDED,
        at=STATEMENT.index(NEEDED),
    )
    assert one("L005", promise).promise == "retention-1"
    assert one("L005").promise is None


def test_every_code_of_old_belongs_to_a_rule() -> None:
    """Scripts that know a code find the same fact under it."""
    assert set(CODES) <= set(catalogue())


@pytest.mark.parametrize(
    ("weight", "stays"), [(Severity.NOTE, "text"), (Severity.ERROR, "policy")], ids=str
)
def test_one_fact_is_told_once(weight: Severity, stays: str) -> None:
    """Of the same fact in policy and text the heavier stays; at the same weight the sentence."""
    text = one("L005")
    policy = replace(
        text, place=Place("policy.yaml", 9), severity=weight, rule=None, verdict=None, quote=None
    )
    kept = unified([policy], [text])
    assert kept == [text if stays == "text" else policy]


def test_other_facts_stay_beside_each_other() -> None:
    """Two findings of the policy with one code are two; another promise is another fact."""
    message = Text("iets", "something")
    first = Finding(
        code="C001",
        severity=Severity.NOTE,
        place=Place("policy.yaml", 1),
        message=message,
        hint=message,
    )
    second = replace(first, place=Place("policy.yaml", 2))
    assert unified([first, second], [one("L005")]) == [first, second, one("L005")]


def test_a_statement_alone_is_checked_without_a_company(tmp_path: Path) -> None:
    """A script that has only the text gets the same document, and what nobody could see."""
    file = tmp_path / "verklaring.txt"
    file.write_text(STATEMENT, "utf-8")
    told = terminal().run("--json", "check", "--statement", file, "--today", "2026-11-21")
    assert told.code == 3
    document = json.loads(told.out)
    assert {f["code"] for f in document["findings"]} == {f.code for f in findings()}
    assert "art32-https-everywhere" in document["unseen"]
    assert not {f["rule"] for f in document["findings"]} & set(document["ok"])
    for finding in document["findings"]:
        if finding["quote"]:
            assert finding["quote"] in STATEMENT


def test_an_unreadable_statement_is_no_finding_of_law(tmp_path: Path) -> None:
    """What could not be read was not held against the law, and is not called good."""
    file = tmp_path / "leeg.txt"
    file.write_text("", "utf-8")
    told = terminal().run("--json", "check", "--statement", file)
    assert told.code == 2
    assert terminal().run("check", "--statement", tmp_path / "weg.txt").code == 2


def test_people_see_first_what_must_be(tmp_path: Path) -> None:
    """What the law demands stands first, in full; remarks are counted until asked for."""
    file = tmp_path / "verklaring.txt"
    file.write_text(STATEMENT, "utf-8")
    words = ("check", "--statement", file, "--today", "2026-11-21")
    shown = terminal("nl").run(*words).out
    assert shown.index("Dit vraagt de wet") < shown.index("Dit is beter")
    assert "Niet te zien" not in shown
    everything = terminal("nl").run(*words, "--all").out
    assert "art32-https-everywhere" in everything
    assert len(everything) > len(shown)


def test_a_rule_is_explained_with_what_it_found(tmp_path: Path) -> None:
    """Without a company only the rule is told."""
    told = terminal("nl").run("-C", tmp_path, "explain", "art4-11-no-consent-by-use")
    assert told.code == 0
    assert "AVG artikel 4 onder 11" in told.out
    assert "In uw verklaring" not in told.out
