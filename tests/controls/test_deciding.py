"""What only a person may decide a person decides: step by step, with a reason, as evidence."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from tests.controls.terms import Terms, terms

from nakomen import Company

DAY = date(2026, 11, 21)
WHY = ("--because", "dossier 4 is dicht", "--by", "Chaima Yilmaz")
ANNA = ("--key", "email=anna@post.example")


@pytest.fixture
def world(sqlite_url: str, tmp_path: Path) -> Iterator[Terms]:
    """Anna and Bram, each with an invoice; Anna's says no day, Bram's is of this year."""
    made = terms(tmp_path, sqlite_url)
    for id, name in ((1, "anna"), (2, "bram")):
        made.add("customer", {"id": id, "name": name, "email": f"{name}@post.example"})
        made.add("visit", {"id": id, "customer_id": id, "ip": f"203.0.113.{id}"})
    made.add("invoice", {"id": 1, "customer_id": 1, "bill_name": "anna"})
    made.add("invoice", {"id": 2, "customer_id": 2, "bill_name": "bram", "issued_on": DAY})
    made.promise(visits="records: login, keep: 1 jaar", bills="records: billing, keep: 7 jaar")
    yield made
    made.close()


def acts(plan: Any, dataset: str) -> dict[str, int]:
    return {s["act"]: s["rows"] for s in plan["steps"] if s["dataset"] == dataset and s["rows"]}


def test_yes_becomes_the_act_and_is_shown_before_anything_goes(world: Terms) -> None:
    """The answer leads to a new plan; the old one is refused, and nobody else's row is touched."""
    asked = world.run("plan", "erase", *ANNA, code=None)
    assert acts(asked, "invoice") == {"ask": 1}
    decided = world.run("decide", asked["plan"], "crm.invoice", "ja", *WHY)
    assert (acts(decided, "invoice"), decided["follows"]) == ({"erase": 1}, asked["plan"])
    assert acts(decided, "customer") == acts(asked, "customer")
    assert world.ids("invoice") == {1, 2}
    world.run("apply", asked["plan"], "--yes", code=2)
    world.run("decide", asked["plan"], "crm.invoice", "nee", *WHY, code=2)
    world.apply(decided["plan"], code=None)
    assert world.ids("invoice") == {2}
    with Company.open(world.folder) as company:
        [noted] = [line.body for line in company.ledger.lines(kind="answered-question")]
    assert (noted["answer"], noted["because"]) == ("yes", "dossier 4 is dicht")
    assert "Chaima" not in str(noted)


def test_no_keeps_with_its_reason_and_says_by_which_article(world: Terms) -> None:
    """What stays is a refusal that the person must hear of, and the plan asks nothing more."""
    asked = world.run("plan", "erase", *ANNA, code=None)
    [step] = [s for s in asked["steps"] if s["act"] == "ask" and s["rows"]]
    decided = world.run("decide", asked["plan"], step["step"], "no", *WHY)
    [kept] = [s for s in decided["steps"] if s["dataset"] == "invoice" and s["rows"]]
    assert (kept["act"], kept["rows"]) == ("keep", 1)
    assert kept["because"]["refused"] == "AVG artikel 12 lid 4, artikel 17"
    assert "dossier 4 is dicht" in kept["because"]["text"]
    world.apply(decided["plan"], code=0)
    assert world.ids("invoice") == {1, 2}
    assert world.ids("visit") == {2}


def test_after_a_sweep_its_questions_can_still_be_answered(world: Terms) -> None:
    """Undated visits are asked about; a yes takes exactly those, in a plan of its own."""
    world.sql("UPDATE visit SET visited_on = '2026-11-01' WHERE id = 2")
    swept = world.plan("retention", today=DAY)
    assert acts(swept, "visit") == {"ask": 1, "keep": 1}
    world.apply(swept["plan"], code=4)
    decided = world.run("decide", swept["plan"], "crm.visit", "yes", *WHY)
    assert [(s["dataset"], s["act"], s["rows"]) for s in decided["steps"]] == [
        ("visit", "erase", 1)
    ]
    world.apply(decided["plan"], code=0)
    assert world.ids("visit") == {2}


def test_what_is_no_question_cannot_be_answered(world: Terms) -> None:
    """A step that keeps, a place without a question, a reason with an address: nothing is noted."""
    asked = world.run("plan", "erase", *ANNA, code=None)["plan"]
    world.run("decide", asked, "crm.customer", "yes", *WHY, code=2)
    world.run("decide", asked, "step-99", "yes", *WHY, code=2)
    world.run("decide", asked, "crm.invoice", "perhaps", *WHY, code=2)
    named = ("--because", "zie anna@post.example")
    world.run("decide", asked, "crm.invoice", "yes", *named, code=2)
    with Company.open(world.folder) as company:
        assert not list(company.ledger.lines(kind="answered-question"))
