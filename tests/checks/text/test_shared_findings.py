"""Five published statements against what a reader found in them."""

import csv
import os
from datetime import date
from pathlib import Path

import pytest

from nakomen.checks.text import Checked, check_text
from nakomen.checks.text.registry import DECIDED

SHARED = Path(__file__).parents[4] / "shared"
TABLE = SHARED / "law" / "findings.csv"
TODAY = date(2026, 11, 21)
REASON = "../shared/law/findings.csv is not here; whoever keeps the shared folder can supply it"


@pytest.fixture(scope="module")
def rows() -> list[dict[str, str]]:
    if not TABLE.is_file():
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(REASON)
    with TABLE.open(encoding="utf-8") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="module")
def found(rows: list[dict[str, str]]) -> dict[str, Checked]:
    names = sorted({row["file"] for row in rows})
    folder = SHARED / "statements"
    return {name: check_text((folder / name).read_text("utf-8"), TODAY) for name in names}


def pairs(found: dict[str, Checked]) -> set[tuple[str, str]]:
    return {(name, j.rule.id) for name, checked in found.items() for j in checked.amiss}


def wanted(rows: list[dict[str, str]]) -> set[tuple[str, str]]:
    return {(r["file"], r["rule_id"]) for r in rows if r["verdict"] != "ok"}


def test_what_a_reader_found_is_found(
    rows: list[dict[str, str]], found: dict[str, Checked]
) -> None:
    """Recall of at least 0.95 where the rule reads the text."""
    of_text = {pair for pair in wanted(rows) if pair[1] in DECIDED}
    assert len(of_text) > 200
    assert len(of_text & pairs(found)) / len(of_text) >= 0.95


def test_little_is_found_that_a_reader_did_not(
    rows: list[dict[str, str]], found: dict[str, Checked]
) -> None:
    """Precision of at least 0.9."""
    given = pairs(found)
    assert len(given & wanted(rows)) / len(given) >= 0.9


def test_what_a_reader_called_good_is_not_found(
    rows: list[dict[str, str]], found: dict[str, Checked]
) -> None:
    """A rule that was read as met gives no finding."""
    fine = {(r["file"], r["rule_id"]) for r in rows if r["verdict"] == "ok"} - wanted(rows)
    assert fine & pairs(found) == set()


def test_every_quote_stands_in_the_text(found: dict[str, Checked]) -> None:
    """Exact words at their offset, for every finding that has a place."""
    for name, checked in found.items():
        text = (SHARED / "statements" / name).read_text("utf-8")
        for judged in checked.amiss:
            if judged.start is not None:
                assert text[judged.start :].startswith(judged.quote)
                assert judged.quote.strip()
