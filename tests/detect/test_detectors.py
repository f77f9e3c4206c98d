"""Columns without a header are known by their values, and what comes near them is not taken."""

from collections import Counter
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.detect import seen, values
from tests.detect.values import NEAR, PERSONAL, Make

from nakomen.detect import DETECTORS, Measure, shares
from nakomen.detect.categorise import told_by_values
from nakomen.records import SeenColumn

SEEDS = range(6)
WITH_CHECK_DIGITS = ("IBAN", "BSN", "btw", "card", "IMEI")
ALONE = ("email", "iban", "user_agent", "password_hash", "ip", "mac", "name")


def _column(make: Make, seed: str) -> SeenColumn:
    return seen.column("x1", values=values.column(make, seed))


def _answers() -> list[tuple[str, str | None, str | None]]:
    """(what it is, the detector that must know it, the one that does), over all columns."""
    makers = [(what, detector, make) for what, (detector, make) in PERSONAL.items()]
    makers += [(what, None, make) for what, make in NEAR.items()]
    return [
        (what, right, told_by_values(_column(make, f"{what} {seed}")))
        for what, right, make in makers
        for seed in SEEDS
    ]


def _f1(answers: list[tuple[str, str | None, str | None]], detector: str | None) -> float:
    counted = Counter(
        (right == detector, told == detector)
        for _, right, told in answers
        if detector in (right, told)
    )
    hit = counted[True, True]
    return 2 * hit / (2 * hit + counted[True, False] + counted[False, True])


@pytest.fixture(scope="module")
def answers() -> list[tuple[str, str | None, str | None]]:
    return _answers()


def test_types_are_known_without_a_header(answers: list[tuple[str, str | None, str | None]]):
    """Macro-F1 over all types and "none of these" is 0.95 or better."""
    types = {right for _, right, _ in answers}
    scores = {str(t): _f1(answers, t) for t in types}
    assert len(types) >= 25
    assert sum(scores.values()) / len(scores) >= 0.95, scores
    assert min(scores.values()) >= 0.9, scores


@pytest.mark.parametrize("what", WITH_CHECK_DIGITS)
def test_numbers_with_a_check_are_as_good_as_sure(
    what: str, answers: list[tuple[str, str | None, str | None]]
):
    """Check digits leave no doubt over a column: F1 of 0.99 or better."""
    assert _f1(answers, PERSONAL[what][0]) >= 0.99


@pytest.mark.parametrize("what", NEAR)
def test_what_comes_near_is_nothing_of_these(what: str):
    """Order numbers, amounts, versions and places pass for nothing personal."""
    told = {told_by_values(_column(NEAR[what], f"near {what} {seed}")) for seed in SEEDS}
    assert told == {None}


@pytest.mark.parametrize("what", [*PERSONAL, *NEAR])
def test_the_quick_way_says_what_the_slow_way_says(what: str):
    """Looking at forms first leaves out no value that a detector would have passed."""
    right, make = PERSONAL[what] if what in PERSONAL else (None, NEAR[what])
    column = values.column(make, f"slow {what}", 60)
    quick = shares(column)
    slow = {name: sum(map(passes, column)) / len(column) for name, passes in DETECTORS.items()}
    # An e-mail address is nothing else, so the others are not asked about it.
    asked = [right] if right in ALONE else list(DETECTORS)
    assert {n: quick[n] for n in asked} == pytest.approx({n: slow[n] for n in asked})
    assert all(quick[name] <= slow[name] for name in DETECTORS)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.one_of(st.none(), st.text(), st.integers(), st.binary()), max_size=20))
def test_batches_count_as_one(column: list[object]):
    """A column measured in two parts is measured as in one."""
    whole, parts = Measure(), Measure()
    whole.add(column)
    parts.add(column[:7])
    parts.add(column[7:])
    assert (parts.filled, +parts.passed) == (whole.filled, +whole.passed)


def test_arbitrary_numbers_pass_by_chance_only():
    """One in eleven passes the elfproef; of a column of BSNs all do."""
    r = Random(4)
    arbitrary = [str(r.randrange(100_000_000, 999_999_999)) for _ in range(5000)]
    assert shares(arbitrary)["bsn"] == pytest.approx(1 / 11, abs=0.015)
    assert shares(arbitrary)["bsn_form"] == 1
    assert shares([values.bsn(r) for _ in range(500)])["bsn"] == 1


def test_iban_is_right_in_every_country():
    """Made with other arithmetic: right ones pass, one changed digit never does."""
    r = Random(5)
    ibans = [values.iban(r).replace(" ", "") for _ in range(300)]
    slips = [t[:-1] + str((int(t[-1]) + 1) % 10) for t in ibans]
    assert shares(ibans)["iban"] == 1
    assert shares(slips)["iban"] == 0
