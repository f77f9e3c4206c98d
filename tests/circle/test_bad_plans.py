"""A plan that no longer fits what it was made for is refused, with its reason, before any act."""

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.circle.refusal import ANNA, Company
from tests.circle.world import TODAY

from nakomen.demo.provider import cast

NEW_LINE = "+31699999999"


def planned(company: Company, *words: object) -> str:
    return str(company.tell("--json", "plan", *words).json["plan"])


def erasure(company: Company) -> str:
    return planned(company, "erase", "--key", ANNA)


def write(company: Company, store: str, statement: str, *values: object) -> None:
    file = company.urls[store].removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement, values)


def test_a_plan_of_another_policy_is_refused(company: Company) -> None:
    """Somebody changed a term after the plan was shown: what was approved is no longer so."""
    plan = erasure(company)
    company.edit("policy.yaml", "keep: P90D", "keep: P91D")
    told = company.refuses(
        "apply", plan, "--yes", code=2,
        nl=("veranderd na dit plan", "Maak een nieuw plan", "(policy)"),
        en=("changed after this plan", "Make a new plan", "(policy)"),
    )  # fmt: skip
    assert told["error"]["type"] == "PlanStale"


def test_a_plan_of_another_map_is_refused(company: Company) -> None:
    """A column that is no longer called personal would stay behind."""
    plan = erasure(company)
    company.edit("systems/newsletter.yaml", "category: ip_address", "category: none")
    company.refuses(
        "apply", plan, "--yes", code=2,
        nl="(systems/newsletter)", en="(systems/newsletter)",
    )  # fmt: skip


def test_a_plan_that_does_not_know_a_new_line_is_refused(company: Company) -> None:
    """Anna took another telephone: its calls hang on nothing but a number that the plan lacks."""
    plan = erasure(company)
    took = "INSERT INTO subscription VALUES (900001, ?, 'mobile', ?, '2026-11-20', NULL)"
    write(company, "crm", took, cast.ANNA.id, NEW_LINE)
    write(
        company, "calls", "INSERT INTO calls VALUES (900001, ?, '+31688888888', '2026-11-20', 9)",
        NEW_LINE,
    )  # fmt: skip
    told = company.refuses(
        "apply", plan, "--yes", code=2,
        nl=("bij gekomen", "Maak een nieuw plan", "phone"),
        en=("does not know", "Make a new plan", "phone"),
    )  # fmt: skip
    assert NEW_LINE not in json.dumps(told)
    company.tell("apply", erasure(company), "--yes")
    assert not calls_of(company, NEW_LINE)


def calls_of(company: Company, number: str) -> list[tuple[int]]:
    file = company.urls["calls"].removeprefix("sqlite:///")
    with closing(sqlite3.connect(file)) as connection:
        found = connection.execute("SELECT id FROM calls WHERE caller = ?", (number,))
        return found.fetchall()


def test_rows_that_came_under_a_known_key_are_part_of_the_plan(company: Company) -> None:
    """A selection is no list of rows: the call of this morning goes too, and is counted."""
    plan = erasure(company)
    mine = cast.ANNA.msisdns[0]
    before = len(calls_of(company, mine))
    write(
        company, "calls", "INSERT INTO calls VALUES (900001, ?, '+31688888888', '2026-11-21', 9)",
        mine,
    )  # fmt: skip
    assert len(calls_of(company, mine)) == before + 1
    shown = company.tell("--json", "show", plan).json["steps"]
    done = company.tell("--json", "apply", plan, "--yes").lines
    step = next(s for s in shown if s["dataset"] == "calls" and s["act"] == "erase")
    outcome = next(line for line in done if line.get("step") == step["step"])
    assert (outcome["found"], outcome["left"]) == (step["rows"] + 1, 0)
    assert calls_of(company, mine) == []


def test_a_plan_of_a_day_to_come_is_refused(company: Company) -> None:
    """What is free in 2034 must be kept today: a plan made ahead waits for its day."""
    later = date(2034, 1, 2)
    company.today = later
    plan = planned(company, "retention")
    company.today = TODAY
    company.refuses(
        "apply", plan, "--yes", code=2,
        nl=("een dag die nog moet komen", "maak een plan voor vandaag", str(later)),
        en=("a day that has not come", "make a plan for today", str(later)),
    )  # fmt: skip


def test_a_plan_of_more_than_a_month_ago_is_refused(company: Company) -> None:
    """A person has her answer within a month; what was weighed before that may be weighed anew."""
    plan = erasure(company)
    company.today = TODAY + timedelta(days=32)
    company.refuses(
        "apply", plan, "--yes", code=2,
        nl=("meer dan een maand oud", "Maak een nieuw plan"),
        en=("more than a month old", "Make a new plan"),
    )  # fmt: skip
    company.today = TODAY + timedelta(days=31)
    assert company.tell("apply", plan, "--yes").code == 0


def test_a_plan_that_was_carried_out_does_nothing_more(company: Company) -> None:
    """The second time there is no act, no line of evidence, and the same account."""
    plan = erasure(company)
    first = company.tell("--json", "apply", plan, "--yes")
    with company.unchanged():
        second = company.tell("--json", "apply", plan, "--yes")
    assert (first.code, second.code) == (0, 0)
    assert second.lines == [first.lines[-1]]


@pytest.mark.parametrize("who", [cast.ANNA, cast.LONG_GONE])
def test_a_plan_that_was_overtaken_is_refused(company: Company, who: cast.Customer) -> None:
    """Two made the same plan; whether anything of her is left or not, the second one is told."""
    key = f"email={who.email}"
    first, second = (planned(company, "erase", "--key", key) for _ in range(2))
    assert company.tell("apply", second, "--yes").code == 0
    company.refuses(
        "apply", first, "--yes", code=2,
        nl=("een ander plan voor deze persoon uitgevoerd", f"{first} < {second}"),
        en=("Another plan for this person", f"{first} < {second}"),
    )  # fmt: skip


def cut(text: str) -> str:
    return text[: len(text) // 2]


def kept_becomes_erased(text: str) -> str:
    assert '"act": "keep"' in text
    return text.replace('"act": "keep"', '"act": "erase"')


def no_object(_: str) -> str:
    return "[1]"


@pytest.mark.parametrize("spoil", [cut, kept_becomes_erased, no_object, str.upper, lambda _: ""])
def test_a_plan_that_somebody_wrote_in_is_refused(
    company: Company, spoil: Callable[[str], str]
) -> None:
    """The plan that is carried out is the one that was shown, or none."""
    plan = erasure(company)
    file = company.file(f".nakomen/plans/{plan}.json")
    file.write_text(spoil(file.read_text("utf-8")), "utf-8")
    company.refuses(
        "apply", plan, "--yes", code=2,
        nl=("niet het plan dat is getoond", plan), en=("not the one that was shown", plan),
    )  # fmt: skip


def test_a_plan_of_another_company_is_refused(company: Company, tmp_path: Path) -> None:
    """Also when it is about the same person and has the same name."""
    plan = erasure(company)
    mine = company.file(f".nakomen/plans/{plan}.json")
    foreign = tmp_path / "foreign.json"
    shutil.copyfile(mine, foreign)
    shutil.rmtree(company.file(".nakomen"))
    assert erasure(company) == plan
    shutil.copyfile(foreign, mine)
    company.refuses(
        "apply", plan, "--yes", code=2,
        nl="niet het plan dat is getoond", en="not the one that was shown",
    )  # fmt: skip


def test_a_plan_that_nobody_made_is_refused(company: Company) -> None:
    """Nor does a name lead out of the folder of plans."""
    erasure(company)
    for name in ("plan-0099", "plan-../../../nakomen", "*"):
        company.refuses("apply", name, "--yes", code=2, nl="bestaat niet", en="no such plan")
