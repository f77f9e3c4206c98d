"""Values in an export read back to the same, and run nothing."""

import base64
import csv
import io
import json
import math
from collections.abc import Callable
from datetime import date, datetime, timedelta, timezone
from decimal import Decimal
from ipaddress import ip_address
from pathlib import Path
from typing import Any
from uuid import UUID
from zipfile import ZipFile

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nakomen.papers import AccessPaper, AccessPart, write_access
from nakomen.papers.values import Spreadsheet
from nakomen.terms import Lang

CET = timezone(timedelta(hours=1))
Export = Callable[..., tuple[list[dict[str, Any]], list[list[str]]]]


@pytest.fixture
def export(
    tmp_path: Path, paper: Callable[..., AccessPaper], part: Callable[..., AccessPart]
) -> Export:
    """Write rows through the whole archive and read both files back."""

    def read(*rows: dict[str, Any], lang: Lang = Lang.NL) -> Any:
        receipt = write_access(tmp_path / "out.zip", paper(lang=lang), [part(rows)])
        with ZipFile(receipt.file) as archive:
            exact = json.loads(archive.read(receipt.parts[0].json))
            table = archive.read(receipt.parts[0].csv).decode("utf-8-sig")
        delimiter = Spreadsheet.of(lang).delimiter
        return exact, list(csv.reader(io.StringIO(table, newline=""), delimiter=delimiter))

    return read


def test_values_read_back_to_the_same(export: Export) -> None:
    """Instants keep their zone, decimals their digits, bytes and null are themselves."""
    row = {
        "started": datetime(2026, 3, 29, 1, 59, 59, 123456, tzinfo=CET),
        "local": datetime(2026, 1, 1, 10, 0),
        "born": date(1980, 2, 29),
        "amount": Decimal("1200.500"),
        "file": b"\x00\xff\x10",
        "gone": None,
        "seconds": 61,
        "active": True,
        "tags": ["a", Decimal("1.0")],
        "more": {"at": date(2026, 1, 1)},
    }
    [back] = export(row)[0]

    assert datetime.fromisoformat(back["started"]) == row["started"]
    assert back["started"].endswith("+01:00")
    assert datetime.fromisoformat(back["local"]) == row["local"]
    assert date.fromisoformat(back["born"]) == row["born"]
    assert str(Decimal(back["amount"])) == "1200.500"
    assert base64.b64decode(back["file"]) == row["file"]
    assert back["gone"] is None
    assert back["seconds"] == 61
    assert back["active"] is True
    assert back["tags"] == ["a", "1.0"]
    assert back["more"] == {"at": "2026-01-01"}


@given(
    st.datetimes(timezones=st.just(CET) | st.just(timezone(timedelta(hours=-5, minutes=-30)))),
    st.decimals(allow_nan=False),
    st.text(),
    st.integers(),
    st.floats(allow_nan=False, allow_infinity=False),
)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_value_reads_back(
    export: Export, moment: datetime, amount: Decimal, text: str, number: int, share: float
) -> None:
    """Whatever a database holds comes out of the JSON as it went in."""
    row = {"moment": moment, "amount": amount, "text": text, "number": number, "share": share}
    [back] = export(row)[0]

    assert datetime.fromisoformat(back["moment"]) == moment
    assert Decimal(back["amount"]) == amount
    assert (back["text"], back["number"], back["share"]) == (text, number, share)


def test_what_json_does_not_know_is_told_in_text(export: Export) -> None:
    """A number without end, an address or a key that is no text never stops an export."""
    row = {
        "share": math.nan,
        "net": ip_address("10.0.0.1"),
        "id": UUID(int=7),
        "waited": timedelta(minutes=-1, microseconds=1),
        "odd": {(1, 2): math.inf},
        "kinds": {"b", "a"},
        "half": "\ud800",
    }
    [back] = export(row)[0]

    assert back["share"] == "nan"
    assert back["net"] == "10.0.0.1"
    assert UUID(back["id"]) == UUID(int=7)
    assert back["waited"] == "-PT59.999999S"
    assert back["odd"] == {"(1, 2)": "inf"}
    assert back["kinds"] == ["a", "b"]
    assert back["half"] == "\ud800"


@pytest.mark.parametrize("text", ["=1+1", "+31201234567", "-1", "@x", "\t=1", " =1", "\uff1d1"])
def test_a_spreadsheet_runs_nothing(export: Export, text: str) -> None:
    """Text that looks like a formula is guarded in CSV, also in a column's name; JSON is exact."""
    exact, table = export({"=name": text})

    assert exact == [{"=name": text}]
    assert table == [["'=name"], ["'" + text]]


@pytest.mark.parametrize("text", ["Anna", "'s-Hertogenbosch", "06-12345678", "", "é=1", 'a;b\n"c"'])
def test_other_text_is_left_alone(export: Export, text: str) -> None:
    """A guard never touches what is no formula, and quoting carries the rest."""
    assert export({"name": text})[1][1] == [text] or text == ""


def test_a_dutch_spreadsheet_reads_dutch_numbers(export: Export) -> None:
    """Semicolons and a decimal comma for Dutch, the reverse for English; negatives stay numbers."""
    row = {
        "amount": Decimal("-12.50"),
        "share": 0.5,
        "count": 3,
        "gone": None,
        "big": Decimal("1E3"),
    }

    assert export(row)[1][1] == ["-12,50", "0,5", "3", "", "1000"]
    assert export(row, lang=Lang.EN)[1][1] == ["-12.50", "0.5", "3", "", "1000"]


def test_a_csv_says_that_it_is_utf_8(
    tmp_path: Path, paper: Callable[..., AccessPaper], part: Callable[..., AccessPart]
) -> None:
    """A byte order mark and Windows line ends: a double click shows é as é."""
    receipt = write_access(tmp_path / "out.zip", paper(), [part([{"name": "André"}])])
    with ZipFile(receipt.file) as archive:
        content = archive.read(receipt.parts[0].csv)

    assert content == "\ufeffname\r\nAndré\r\n".encode()


def test_only_the_listed_columns_leave(
    tmp_path: Path, paper: Callable[..., AccessPaper], part: Callable[..., AccessPart]
) -> None:
    """A column that the plan did not list is not written, whatever the store hands over."""
    rows = [{"name": "Anna", "secret": "kanarie"}]
    receipt = write_access(tmp_path / "o.zip", paper(), [part(rows, columns=["name", "phone"])])
    with ZipFile(receipt.file) as archive:
        everything = b"".join(archive.read(name) for name in archive.namelist())
        exact = json.loads(archive.read(receipt.parts[0].json))

    assert b"Anna" in everything
    assert b"kanarie" not in everything
    assert exact == [{"name": "Anna", "phone": None}]
