"""A version that waits does not rule: until it holds, the terms of the one before it count."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.controls.office import Office, office

from nakomen import Company, Request, verbs

LONG, SHORT = "keep: 2 jaar", "keep: 6 maanden"
"""The customers came on 2026-01-01: today the short term is over, the long one is not."""
RULE = """
  - id: retention-2
    kind: retention
    control: retention-sweep
    retention: {{records: customer, {keep}, from: created}}
"""
BEFORE, FROM = date(2026, 11, 21), date(2027, 2, 1)
HEARD = date(2026, 12, 30)


@pytest.fixture(scope="module")
def begun(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    made = office(tmp_path_factory.mktemp("waiting"))
    made.run("confirm", "--all", "--by", "Chaima")
    yield made
    made.close()


@pytest.fixture
def company(begun: Office, tmp_path: Path) -> Office:
    """A folder of its own; the customers are those of all, until one plan is carried out."""
    folder = shutil.copytree(begun.folder, tmp_path / "otterloo")
    return replace(begun, folder=folder)


def _published(company: Office, keep: str) -> None:
    """Version 2.1 holds, with this term for customers; its policy and maps are confirmed."""
    file = company.folder / "policy.yaml"
    file.write_text(file.read_text("utf-8").rstrip() + RULE.format(keep=keep), "utf-8")
    company.run("confirm", "--all", "--by", "Chaima", code=None)
    company.run("version", "add", "--effective", "2026-04-01")


def _next(company: Office, before: str, after: str) -> None:
    """Version 2.2 is noted, and waits."""
    company.next_version((before, after))
    company.run("confirm", "--all", "--by", "Chaima", code=None)
    company.run("version", "add", "--effective", FROM, code=4)


def _heard(company: Office) -> None:
    """Both channels, thirty days before."""
    for channel, code in (("website", 4), ("email", 0)):
        company.run("version", "notice", "2.2", "--channel", channel, "--on", HEARD, code=code)


def _taken(company: Office, today: date) -> int:
    plan = company.run("plan", "retention", today=today)
    return sum(step["rows"] for step in plan["steps"] if step["act"] == "erase")


def _status(company: Office, today: date) -> dict[str, Any]:
    told = company.run("status", today=today, code=None)["promises"]
    verdicts: dict[str, dict[str, Any]] = {p["promise"]: p for p in told}
    return verdicts["retention-2"]


def test_a_shorter_term_erases_nothing_before_it_holds(company: Office) -> None:
    """Not while it waits for its notice, not while it waits for its day; from then on it does."""
    _published(company, LONG)
    _next(company, LONG, SHORT)

    assert (_taken(company, BEFORE), _status(company, BEFORE)["verdict"]) == (0, "kept")
    assert _taken(company, FROM) == 0  # its day came, but nobody was told
    _heard(company)
    assert _taken(company, date(2027, 1, 31)) == 0
    assert (_taken(company, FROM), _status(company, FROM)["verdict"]) == (3, "broken")


def test_a_longer_term_keeps_nothing_before_it_holds(company: Office) -> None:
    """What the version in force promises to erase is erased, and is broken until it is."""
    _published(company, SHORT)
    _next(company, SHORT, LONG)

    assert (_taken(company, BEFORE), _status(company, BEFORE)["count"]) == (3, 3)
    _heard(company)
    assert _taken(company, date(2027, 1, 31)) == 3
    assert (_taken(company, FROM), _status(company, FROM)["count"]) == (0, 0)


def test_a_plan_of_the_version_before_is_not_carried_out_under_the_next(company: Office) -> None:
    """While a version waits its coming makes no plan stale; once it holds, what was planned is."""
    _published(company, SHORT)
    company.run("plan", "retention", today=date(2027, 1, 30))
    _next(company, SHORT, LONG)
    _heard(company)

    with Company.open(company.folder) as opened:
        (made,) = verbs.made(opened, Request.RETENTION)
        assert verbs.follow(opened, made.plan, date(2027, 1, 31)).unfit is None
        unfit = verbs.follow(opened, made.plan, FROM).unfit
        assert type(unfit).__name__ == "PlanStale"


def test_an_edit_that_is_no_version_does_not_rule(company: Office) -> None:
    """Once versions are noted, only a noted one rules; the rest waits to be noted."""
    _published(company, LONG)
    company.next_version((LONG, SHORT))

    assert _taken(company, BEFORE) == 0


def test_it_is_told_which_version_holds_while_one_waits(company: Office) -> None:
    """Plan, status and gate say so to people and to programs; without one that waits none does."""
    _published(company, LONG)
    assert "version" not in company.run("plan", "retention")
    _next(company, LONG, SHORT)

    for words in (("plan", "retention"), ("status",)):
        told = company.run(*words, code=None)["version"]
        assert "versie 2.1 geldt; versie 2.2 wacht nog" in told
    with Company.open(company.folder) as opened:
        assert verbs.waiting(opened, BEFORE)
        _heard(company)
        assert verbs.waiting(opened, FROM) is None
        assert opened.policy.statement.version == "2.2"
        assert verbs.ruled(opened, BEFORE).policy.statement.version == "2.1"


def test_what_was_planned_under_the_version_in_force_is_carried_out(company: Office) -> None:
    """The yes to a promise that did not change, or to the one in force, is still a yes."""
    _published(company, SHORT)
    _next(company, SHORT, LONG)
    plan = company.run("plan", "retention")["plan"]
    company.run("apply", plan, "--yes", "--by", "Chaima")

    assert _taken(company, BEFORE) == 0
