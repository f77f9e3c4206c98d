"""Before anything is removed a person reads what, why and until when, and says yes."""

import re

import pytest
from sqlalchemy import create_engine, text
from tests.cli.conftest import ANNA, Firm
from tests.cli.screen import seen


def rows(firm: Firm) -> int:
    engine = create_engine(f"sqlite:///{firm.home / 'systemen' / 'calls.sqlite'}")
    with engine.connect() as connection:
        found = int(connection.execute(text("SELECT count(*) FROM calls")).scalar_one())
    engine.dispose()
    return found


@pytest.fixture
def plan(firm: Firm) -> str:
    return str(firm.document("plan", "erase", "--key", ANNA)["plan"])


def test_a_plan_reads_as_a_letter(firm: Firm, plan: str) -> None:
    """A layman sees what goes, what stays until when and by which article, and what others do."""
    shown = seen(*firm.words("show", plan), columns=80)
    told = shown.words
    assert shown.lines[0] == f"{plan} · wissen · email #{told.split('#')[1][:4]} · 21 november 2026"
    assert "− wissen · recht op gegevenswissing (AVG artikel 17 lid 1) calls.calls" in told
    assert "× geweigerd tot 1 januari 2034 · fiscale bewaarplicht" in told
    assert "(AVG artikel 17 lid 3 onder b; AWR artikel 52 lid 4) crm.payment 8" in told
    assert "~ leegmaken tot 1 januari 2034 · andere gegevens die blijven" in told
    assert re.search(r"crm.customer 1 rij name, .*iban, date_of_birth", told)
    assert "Gezocht, niets gevonden: " in told
    assert "Buiten deze systemen" in told
    counted = r"wissen: \d+ rijen; leegmaken: 1 rij; geweigerd: \d+ rijen; blijft: \d+ rijen"
    assert re.search(counted, told)
    assert told.endswith("Stand: nog niet uitgevoerd")


def test_a_reason_is_said_once(firm: Firm, plan: str) -> None:
    """Datasets stand below their reason, and a figure stands beside each of them."""
    shown = seen(*firm.words("show", plan), columns=80)
    assert shown.words.count("fiscale bewaarplicht") == 1
    steps = [s for s in firm.document("show", plan)["steps"] if s["rows"]]
    for step in steps:
        noun = "rij" if step["rows"] == 1 else "rijen"
        place = f"{step['store']}.{step['dataset']}"
        assert re.search(rf"^    {place} +{step['rows']} {noun}$", shown.text, re.MULTILINE)


def test_the_sql_is_there_for_who_asks(firm: Firm, plan: str) -> None:
    """A layman is spared the statements; --sql shows each, without a value of the person."""
    assert "DELETE" not in firm.run("show", plan).out
    told = firm.run("show", plan, "--sql").out
    assert "DELETE FROM subscriber" in told
    assert ANNA.partition("=")[2] not in told


@pytest.mark.parametrize("how", [(), ("--json",)])
def test_without_a_keyboard_yes_must_be_given(firm: Firm, plan: str, how: tuple[str, ...]) -> None:
    """A script that forgot --yes removes nothing; both languages name the cure."""
    before = rows(firm)
    told = firm.run("apply", plan, *how)
    assert told.code == 4
    assert "--yes" in told.err
    assert "add --yes" in firm.run("apply", plan, *how, lang="en").err
    assert rows(firm) == before
    assert firm.document("show", plan)["state"] == "planned"


@pytest.mark.parametrize("answer", ["n\n", "\n", "nee\n", "misschien\n", "\x04"])
def test_anything_but_yes_is_no(firm: Firm, plan: str, answer: str) -> None:
    """The question comes after the plan; no answer is no, and nothing has changed."""
    before = rows(firm)
    shown = seen(*firm.words("apply", plan), typed=answer)
    assert shown.code == 4
    assert "wissen · recht op gegevenswissing" in shown.words
    assert "Uitvoeren? [j/N]" in shown.words
    assert "Er is niets veranderd." in shown.words
    assert rows(firm) == before


@pytest.mark.parametrize(("lang", "answer"), [("nl", "ja\n"), ("nl", "J\n"), ("en", "yes\n")])
def test_a_yes_in_ones_own_language_carries_it_out(
    firm: Firm, plan: str, lang: str, answer: str
) -> None:
    """What was done stands below: found, gone, left, and the evidence."""
    before = rows(firm)
    steps = firm.document("show", plan)["steps"]
    n = next(s["rows"] for s in steps if (s["dataset"], s["act"]) == ("calls", "erase"))
    shown = seen(*firm.words("apply", plan), typed=answer, lang=lang)
    assert shown.code == 0
    gone = {"nl": f"gevonden {n}, weg {n}, over 0", "en": f"found {n}, gone {n}, left 0"}[lang]
    assert f"calls.calls: {gone}" in shown.words
    assert re.search(rf"{plan}: (klaar en bewezen|done and proven) (bewijs|evidence) ", shown.words)
    assert rows(firm) == before - n


def test_a_copy_asks_nothing(firm: Firm) -> None:
    """A plan that removes nothing needs no yes; it says where the copy is."""
    plan = firm.document("plan", "access", "--key", ANNA)["plan"]
    told = firm.run("apply", plan, "-o", firm.home / "anna.zip")
    assert told.code == 0
    assert f"kopie {firm.home / 'anna.zip'}" in told.text
    assert (firm.home / "anna.zip").stat().st_mode & 0o777 == 0o600
