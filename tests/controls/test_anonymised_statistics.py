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
from tests.controls.terms import Terms, terms

from nakomen import Company

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
