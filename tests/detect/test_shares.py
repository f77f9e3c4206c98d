"""What values show of themselves: shares per detector, and what comes near and is not it."""

from datetime import UTC, date, datetime
from decimal import Decimal
from ipaddress import ip_address

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.detect import MEASURES, shares

ANYTHING = st.one_of(
    st.none(), st.text(), st.integers(), st.floats(), st.binary(), st.booleans(), st.dates()
)


def _passing(values: list[object]) -> set[str]:
    measured = shares(values).items()
    return {name for name, share in measured if share > 0 and not name.endswith("_form")}


def test_a_share_counts_filled_values_only():
    """NULL and blank text are no values: two addresses in three filled ones are two thirds."""
    values = ["anna@post.example", "bram@post.example", "onbekend", None, "", "  "]
    assert shares(values)["email"] == pytest.approx(2 / 3)


def test_nothing_filled_is_nothing_measured():
    """A column without a value has no shares, which is not the same as shares of zero."""
    assert shares(["a"])["email"] == 0
    assert shares([None, " "]) == {}


@pytest.mark.parametrize(
    ("value", "detector"),
    [
        (31612345678, "phone"),
        (111222333, "bsn"),
        (ip_address("192.0.2.1"), "ip"),
        (ip_address("2001:db8::1"), "ip"),
        (date(2026, 11, 21), "moment"),
        (datetime(2026, 11, 21, 9, tzinfo=UTC), "moment"),
        (" NL91 ABNA 0417 1643 00 ", "iban"),
    ],
)
def test_a_value_is_read_as_people_see_it(value: object, detector: str):
    """Numbers, addresses and dates come from drivers as objects and are measured all the same."""
    assert _passing([value]) == {detector}


@pytest.mark.parametrize("value", [True, b"anna@post.example", 3.5, Decimal("31612345678")])
def test_what_cannot_be_read_passes_nothing(value: object):
    """Bytes, flags and fractions count as filled and pass no detector."""
    assert _passing(["anna@post.example"]) == {"email"}
    assert set(shares([value]).values()) == {0.0}


def test_a_long_text_is_no_address():
    """A document counts as filled and is not searched."""
    document = "anna@post.example" + " " * 400 + "x" * 1_000_000
    assert shares([document, "anna@post.example"])["email"] == 0.5


@pytest.mark.parametrize(
    "near",
    [
        ["20240117", "19991231", "00000042"],  # days and counters of eight digits
        ["612345678", "100000001", "200000003"],  # nine digits, no BSN, no telephone
        [612345678, 100000001],
        ["2024000123", "0000012345", "0012345678"],  # order numbers
        ["ORD-1234 AB", "2024-AB", "1234 AB 56"],  # order numbers that resemble a postcode
        ["NL92ABNA0417164300", "NL90INGB0001234567"],  # IBANs with wrong check digits
        ["NL123456783B01"],  # VAT number with a wrong check
        ["1.2.3", "10.0.19041.1", "v1.2.3.4", "1.2.3-rc1"],  # versions
        ["Fiber 1000", "Glasvezel", "VoIP Zakelijk 06"],  # products
        ["Fietsenmakerij De Ketting B.V.", "1234 Ab Company"],  # companies
        ["8712345678906"],  # EAN
        ["1732180000", 1732180000],  # seconds since 1970
        ["3f2504e0-4f89-41d3-9a0c-0305e82c3301"],
    ],
)
def test_what_comes_near_passes_nothing(near: list[object]):
    """Numbers, codes and names of the daily administration are no personal data by their form."""
    assert _passing(near) == set()


@given(st.lists(ANYTHING))
def test_shares_are_shares(values: list[object]):
    """Whatever stands in a column, each detector answers with a share from 0 to 1."""
    measured = shares(values)
    assert set(measured) in (set(), set(MEASURES))
    assert all(0 <= share <= 1 for share in measured.values())
