"""
anonymised-statistics: no stored statistics row holds an identifier or full IP address, and no
published cell is under the minimum.
"""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.controls.terms import _MAP as MAP
from tests.controls.terms import Terms, terms

from nakomen import BatchDone, Company, verbs
from nakomen.policy import load_map

TODAY = date(2026, 11, 21)
PAST = "records: login, keep: 6 maanden, then: anonymise"


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def provider(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Terms]:
    made = terms(tmp_path, str(request.getfixturevalue(f"{request.param}_url")))
    yield made
    made.close()


@pytest.fixture
def on_file(sqlite_url: str, tmp_path: Path) -> Iterator[Terms]:
    """Where what is shown does not depend on the database."""
    made = terms(tmp_path, sqlite_url)
    yield made
    made.close()


def visit(id: int, month: int = 1, network: int = 1, year: int = 1980) -> dict[str, object]:
    """One visit of January or later; each with an address, a postcode and a birthday of its own."""
    return {
        "id": id,
        "customer_id": 1,
        "ip": f"203.0.{network}.{id % 250}" if id % 7 else f"2001:db8:{network}:{id}::1",
        "postcode": f"1234 A{chr(65 + id % 26)}",
        "born_on": date(year, 1, 1) + timedelta(days=id),
        "visited_on": date(2026, month, 1 + id % 28),
        "page": "/prijzen",
    }


def left(provider: Terms) -> Counter[tuple[object, ...]]:
    rows = provider.sql("SELECT customer_id, ip, postcode, born_on, visited_on FROM visit")
    return Counter(tuple(row) for row in rows)


def test_no_row_names_anybody_and_no_group_is_small(provider: Terms) -> None:
    """Addresses, days and postcodes are coarse, the person is gone, every group has ten rows."""
    provider.add("visit", *(visit(id) for id in range(1, 71)), visit(99, month=11))
    provider.promise(visits=PAST)
    assert provider.due(TODAY, "visit") == {"anonymise": 70, "keep": 1}

    provider.sweep(TODAY)

    groups = left(provider)
    recent = [key for key in groups if key[0] == 1]
    assert [groups.pop(key) for key in recent] == [1]
    assert min(groups.values()) >= 10
    for _, ip, postcode, born, visited in groups:
        assert re.fullmatch(r"203\.0\.1\.0|2001:db8:1::", str(ip))
        assert (postcode, str(born), str(visited)) == ("1234", "1980-01-01", "2026-01-01")
    assert provider.due(TODAY, "visit") == {"keep": 71}


def test_small_groups_are_made_coarser(provider: Terms) -> None:
    """Two visits from a network of their own would stand out: then no network is kept at all."""
    rows = [visit(id) for id in range(1, 41)] + [visit(id, network=9) for id in (41, 43)]
    provider.add("visit", *rows)
    provider.promise(visits=PAST)
    step = next(
        step
        for step in provider.plan("retention", today=TODAY)["steps"]
        if step["act"] == "anonymise"
    )
    assert "ten minste 42 rijen" in step["because"]["text"]

    provider.sweep(TODAY)

    assert set(left(provider).values()) == {42}


def test_too_few_rows_are_a_question(on_file: Terms) -> None:
    """Four rows are never anonymous, however coarse; the program asks and changes nothing."""
    on_file.add("visit", *(visit(id) for id in range(1, 5)))
    on_file.promise(visits=PAST)
    before = left(on_file)
    assert on_file.due(TODAY, "visit") == {"ask": 4}
    on_file.sweep(TODAY, code=4)
    assert left(on_file) == before


def test_the_limit_is_a_setting(on_file: Terms) -> None:
    """Who sets the smallest group to three gets groups of three."""
    file = on_file.folder / "nakomen.yaml"
    file.write_text(file.read_text("utf-8") + "anonymous:\n  smallest_group: 3\n", "utf-8")
    on_file.add("visit", *(visit(id) for id in range(1, 5)))
    on_file.promise(visits=PAST)
    assert on_file.due(TODAY, "visit") == {"anonymise": 4}
    on_file.sweep(TODAY)
    assert min(left(on_file).values()) >= 3


def test_addresses_alone_are_cut(on_file: Terms) -> None:
    """With `truncate` the address keeps its network, and nothing else changes."""
    on_file.add("visit", visit(1), visit(7))
    on_file.promise(visits="records: login, keep: 6 maanden, then: truncate")
    assert on_file.due(TODAY, "visit") == {"truncate": 2}
    on_file.sweep(TODAY)
    rows = on_file.sql("SELECT ip, customer_id, postcode FROM visit ORDER BY id")
    assert rows == [("203.0.1.0", 1, "1234 AB"), ("2001:db8:1::", 1, "1234 AH")]
    assert on_file.due(TODAY, "visit") == {"keep": 2}


def test_what_stays_is_evidence(on_file: Terms) -> None:
    """The ledger says how large the smallest group is, as it was counted after the act."""
    on_file.add("visit", *(visit(id) for id in range(1, 71)))
    on_file.promise(visits=PAST)
    on_file.sweep(TODAY)
    smallest = min(left(on_file).values())
    with Company.open(on_file.folder) as company:
        noted = [line.body for line in company.ledger.lines(kind="measured")]
    assert [(body["rows"], body["smallest"], body["least"]) for body in noted] == [
        (70, smallest, 10)
    ]
    assert on_file.verdicts()["visits"] == "kept"


TOTALS = """
    totals:
      into: call_total
      rows: calls
      by:
        - {column: month, of: started_on, grain: month}
        - {column: prefix, of: callee, grain: prefix, step: 5}
      sums:
        - {column: seconds, of: seconds}
  call_total:
    records: other
    columns:
      month: {type: DATE, category: none}
      prefix: {type: VARCHAR(20), category: none}
      calls: {type: INTEGER, category: none}
      seconds: {type: INTEGER, category: none}
"""
CALLS = "records: traffic, keep: 6 maanden, then: aggregate"


def with_totals(provider: Terms, told: str = TOTALS) -> None:
    """A table for totals, and a map that names it."""
    provider.sql(
        "CREATE TABLE call_total (month DATE, prefix VARCHAR(20), calls INTEGER, seconds INTEGER)"
    )
    file = provider.folder / "systems" / "crm.yaml"
    clock = "      - {column: billed_on, moment: billed}\n"
    file.write_text(file.read_text("utf-8").replace(clock, clock.rstrip() + told), "utf-8")


def call(id: int, month: int = 1, to: str = "+31201") -> dict[str, object]:
    return {
        "id": id,
        "customer_id": None,
        "caller": "+31612345678",
        "callee": f"{to}{id:06}",
        "started_on": date(2026, month, 1 + id % 28),
        "seconds": id,
        "cell": "Gorinchem 3",
    }


def totals(provider: Terms) -> dict[tuple[str | None, str | None], tuple[int, int]]:
    rows = provider.sql("SELECT month, prefix, calls, seconds FROM call_total")
    return {(m and str(m), p): (int(n), int(s)) for m, p, n, s in rows}


def test_calls_become_totals_that_name_nobody(provider: Terms) -> None:
    """Per month and region: how many, how long; few calls stand in a larger group; all add up."""
    with_totals(provider)
    calls = [
        *(call(id) for id in range(1, 41)),
        *(call(id, to="+31101") for id in (41, 42)),
        *(call(id, month=2, to="+31301") for id in range(43, 56)),
        *(call(id, month=2, to="+31401") for id in range(56, 65)),
    ]
    provider.add("call_record", *calls, call(99, month=11))
    provider.promise(calls=CALLS)
    assert provider.due(TODAY, "call_record") == {"aggregate": 64, "keep": 1}
    assert len(provider.ids("call_record")) == 65

    provider.sweep(TODAY)

    found = totals(provider)
    assert provider.ids("call_record") == {99}
    assert found.keys() == {("2026-01-01", "+3120"), ("2026-02-01", "+3130"), (None, None)}
    assert min(rows for rows, _ in found.values()) >= 10
    assert sum(rows for rows, _ in found.values()) == 64
    assert sum(seconds for _, seconds in found.values()) == sum(range(1, 65))
    with Company.open(provider.folder) as company:
        [noted] = [line.body for line in company.ledger.lines(kind="measured")]
    assert (noted["before"], noted["rows"], noted["smallest"]) == (0, 64, 11)
    assert provider.verdicts()["calls"] == "kept"


def test_a_stop_in_the_middle_counts_each_row_once(
    provider: Terms, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Stopped after a batch: totals and rows that are left make what was there; then it goes on."""
    monkeypatch.setattr("nakomen.run.acting.BATCH_ROWS", 10)
    with_totals(provider)
    provider.add("call_record", *(call(id) for id in range(1, 41)))
    provider.promise(calls=CALLS)
    planned = provider.plan("retention", today=TODAY)["plan"]
    with Company.open(provider.folder) as company:
        plan = verbs.recall(company, planned).plan
        verbs.approve(company, plan, "Chaima", TODAY)
        stopped = verbs.apply(company, plan, TODAY, None)
        assert next(e for e in stopped if isinstance(e, BatchDone)).rows
        stopped.close()
    left, counted = provider.ids("call_record"), sum(n for n, _ in totals(provider).values())
    assert 0 < counted == 40 - len(left) < 40

    provider.today = TODAY
    provider.apply(planned)

    assert provider.ids("call_record") == set()
    assert totals(provider) == {("2026-01-01", "+3120"): (40, sum(range(1, 41)))}


def test_later_calls_are_added(on_file: Terms) -> None:
    """What falls due another day is added to its group; one call alone goes with others."""
    with_totals(on_file)
    on_file.add("call_record", *(call(id) for id in range(1, 41)))
    on_file.promise(calls=CALLS)
    on_file.sweep(TODAY)
    on_file.add("call_record", call(70), call(71, to="+31101"))
    on_file.sweep(TODAY)
    assert totals(on_file) == {(None, None): (42, sum(range(1, 41)) + 141)}


def test_too_few_calls_and_no_table_are_questions(on_file: Terms) -> None:
    """Four calls are no statistics; and without `totals` in the map a person decides."""
    on_file.add("call_record", *(call(id) for id in range(1, 5)))
    on_file.promise(calls=CALLS)
    assert on_file.due(TODAY, "call_record") == {"ask": 4}
    with_totals(on_file)
    on_file.run("confirm", "--all", "--by", "Chaima")
    assert on_file.due(TODAY, "call_record") == {"ask": 4}
    on_file.sweep(TODAY, code=4)
    assert on_file.ids("call_record") == {1, 2, 3, 4}


@pytest.mark.parametrize(
    ("before", "after", "code"),
    [
        ("grain: prefix, step: 5", "grain: prefix, step: 8", "M020"),
        ("of: callee, grain: prefix, step: 5", "of: callee", "M020"),
        ("prefix: {type: VARCHAR(20), category: none}", "prefix: {category: phone}", "M021"),
        ("month: {type: DATE, category: none}", "month: {category: none, nullable: false}", "M022"),
        ("into: call_total", "into: call_totals", "M003"),
        ("seconds, of: seconds", "seconds, of: second", "M006"),
        ("rows: calls", "rows: call", "M004"),
    ],
)
def test_totals_that_could_name_somebody_are_refused(before: str, after: str, code: str) -> None:
    """A number, a whole row or a table with personal data is a finding, at its place."""
    text = MAP.format(kind="sqlite").replace(
        "      - {column: billed_on, moment: billed}\n",
        "      - {column: billed_on, moment: billed}" + TOTALS,
    )
    assert load_map(text, "systems/crm.yaml")[1] == []
    assert before in text
    found = load_map(text.replace(before, after), "systems/crm.yaml")[1]
    assert [finding.code for finding in found] == [code]
