"""The vault: what is in it can be put back exactly, and what is destroyed is gone."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from uuid import UUID

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nakomen.ledger import EntryRefused, KeyUnusable, LedgerBroken, Parcel, Vault
from nakomen.ledger.values import read, written
from nakomen.records.parking import Parked

CANARY = "anna@post.example"
PARCEL = Parcel(
    plan="plan-0001", step="step-2", store="crm", dataset="customer", act="erase",
    subject="subject-1", until=date(2026, 12, 1),
)  # fmt: skip


@pytest.fixture
def vault(tmp_path: Path) -> Iterator[Vault]:
    with Vault.open(tmp_path) as opened:
        yield opened


def _rows(many: int) -> Iterator[Parked]:
    for number in range(many):
        yield Parked(place=(str(number),), values={"id": number, "email": CANARY, "note": None})


def _all(vault: Vault, parcel: Parcel) -> list[Parked]:
    return [row for batch in vault.batches(parcel, 700) for row in batch]


# No database knows which of two equal hours was meant.
MOMENTS = st.one_of(st.datetimes(), st.datetimes(timezones=st.just(UTC)), st.times())
PLAIN = (
    st.none(),
    st.booleans(),
    st.integers(),
    st.floats(allow_nan=False),
    st.text(),
    st.binary(),
    st.decimals(allow_nan=False),
    st.dates(),
    st.timedeltas(),
    st.uuids(),
    MOMENTS.map(lambda moment: moment.replace(fold=0)),
)


@given(st.dictionaries(st.text(), st.one_of(*PLAIN)))
def test_a_value_comes_back_as_itself(values: dict[str, object]) -> None:
    """The same type and the same value: NULL is not empty, 1 is not True, 1.50 is not 1.5."""
    back = read(written(values))
    assert [(k, type(v), repr(v)) for k, v in back.items()] == [
        (k, type(v), repr(v)) for k, v in values.items()
    ]


def test_a_value_that_could_not_come_back_is_refused() -> None:
    """Better no parcel than one that holds something else."""
    kept = (b"\0", Decimal("1.50"), datetime(2026, 1, 1), date(2026, 1, 1), time(1), timedelta(1))
    assert read(written({"all": UUID(int=1)})) == {"all": UUID(int=1)}
    assert [read(written({"one": value}))["one"] for value in kept] == list(kept)
    with pytest.raises(EntryRefused) as refused:
        written({"one": {"nested": CANARY}})
    assert CANARY not in str(refused.value)


def test_rows_are_kept_in_order_and_once(vault: Vault) -> None:
    """A step that was stopped and begins again writes the same rows, not more of them."""
    parcel = vault.begin(PARCEL)
    assert vault.keep(parcel, _rows(2500)) == 2500
    assert vault.begin(PARCEL).number == parcel.number
    assert vault.keep(parcel, _rows(2500)) == 2500
    assert _all(vault, parcel) == list(_rows(2500))
    assert vault.row(parcel, ("7",)) == Parked(
        place=("7",), values={"id": 7, "email": CANARY, "note": None}
    )
    assert vault.row(parcel, ("-1",)) is None
    assert [found.rows for found in vault.parcels("plan-0001")] == [2500]


def test_a_person_is_found_by_a_mark(vault: Vault) -> None:
    """Who asks can be told that something of hers is here, by a fingerprint of her key."""
    parcel = vault.begin(PARCEL, ["a91f"])
    assert [found.number for found in vault.marked(["0000", "a91f"])] == [parcel.number]
    assert vault.marked(["0000"]) == []
    assert [found.subject for found in vault.parcels(subject="subject-1")] == ["subject-1"]


def test_what_was_destroyed_left_no_byte(tmp_path: Path) -> None:
    """Neither values nor ciphertext stay in the file or its log; another parcel is untouched."""
    with Vault.open(tmp_path) as vault:
        gone, stays = vault.begin(PARCEL), vault.begin(_other())
        vault.keep(gone, _rows(300))
        vault.keep(stays, _rows(3))
        with vault._database.reading() as connection:
            sealed = connection.exec_driver_sql("select sealed, parcel from parked").all()
        wanted = [row.sealed for row in sealed if row.parcel == gone.number]
        here = [row.sealed for row in sealed if row.parcel == stays.number]
        assert _found(tmp_path, wanted) == len(wanted) == 300
        assert _found(tmp_path, [CANARY.encode()]) == 0
        vault.destroy([gone])
        vault.sweep()
        assert _found(tmp_path, wanted) == 0
        assert _found(tmp_path, here) == 3
        assert _all(vault, stays) == list(_rows(3))
        with pytest.raises(LedgerBroken):
            _all(vault, gone)


def test_what_was_put_back_left_no_byte(tmp_path: Path) -> None:
    """A row that went back is here no more."""
    with Vault.open(tmp_path) as vault:
        parcel = vault.begin(PARCEL)
        vault.keep(parcel, _rows(3))
        with vault._database.reading() as connection:
            sealed = list(connection.exec_driver_sql("select sealed from parked").scalars())
        vault.remove(parcel, list(_rows(2)))
    assert [_found(tmp_path, [one]) for one in sealed] == [0, 0, 1]


def test_another_key_opens_nothing(tmp_path: Path) -> None:
    """A vault without its key is closed for good, and says so."""
    with Vault.open(tmp_path) as vault:
        vault.keep(vault.begin(PARCEL), _rows(1))
    key = tmp_path / "keys" / "vault.key"
    secret = key.read_bytes()
    key.write_bytes(bytes(32))
    with pytest.raises(LedgerBroken):
        Vault.open(tmp_path)
    key.unlink()
    with pytest.raises(KeyUnusable):
        Vault.open(tmp_path)
    key.write_bytes(secret)
    with Vault.open(tmp_path) as vault:
        assert len(_all(vault, vault.parcels()[0])) == 1


def _other() -> Parcel:
    return Parcel(plan="plan-0002", step="step-1", store="crm", dataset="customer", act="freeze")


def _found(folder: Path, wanted: list[bytes]) -> int:
    bytes_of = b"".join(f.read_bytes() for f in folder.iterdir() if f.name.startswith("vault"))
    return sum(one in bytes_of for one in wanted)
