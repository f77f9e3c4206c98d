"""A large table is seen in a sample; what must hold for every row is asked where it matters."""

import sqlite3
from pathlib import Path

import pytest

from nakomen import stores
from nakomen.detect import draft_map
from nakomen.detect.left_open import left_open
from nakomen.records import KeyRole, SeenColumn, Store, Survey
from nakomen.run.surveyed import looked_at, surveyed
from nakomen.stores.sql.sampled import WHOLE_ROWS

ROWS = WHOLE_ROWS + 2000
# In no sample: not at the beginning, the end, or where a stretch between them begins.
UNSEEN = 30_000
FILL = f"""
    WITH RECURSIVE n (id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < {ROWS})
    INSERT INTO customer SELECT id, 'persoon' || id || '@example.nl', NULL FROM n
"""


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("large") / "crm.db"
    with sqlite3.connect(file) as database:
        database.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT, bsn TEXT)")
        database.execute(FILL)
    return file


def changed(file: Path, what: str, row: int = UNSEEN) -> Store:
    """A copy of the table with one row changed."""
    copy = file.with_name("changed.db")
    copy.write_bytes(file.read_bytes())
    with sqlite3.connect(copy) as database:
        database.execute(f"UPDATE customer SET {what} WHERE id = {row}")
    return stores.load("crm", f"sqlite:///{copy}")


def column(survey: Survey, name: str) -> SeenColumn:
    return next(column for column in survey.datasets[0].columns if column.name == name)


def test_what_holds_for_every_row_is_read_from_every_row(file: Path) -> None:
    """A survey leaves it open; the map that is drafted has it from the whole table."""
    with stores.load("crm", f"sqlite:///{file}") as store:
        first, whole = store.survey(), surveyed(store)
    assert column(first, "email").open == {"distinct", "email"}
    assert not column(first, "email").distinct
    assert draft_map(first).datasets[0].key("email").written == "mixed"
    key = draft_map(whole).datasets[0].key("email")
    assert (key.role, key.written) == (KeyRole.SUBJECT, "normal")


def test_one_row_that_no_sample_sees_is_enough(file: Path) -> None:
    """An address that two have names neither alone; one odd form and an index would miss it."""
    with changed(file, f"email = 'persoon{UNSEEN + 1}@example.nl'") as store:
        assert "distinct" in column(store.survey(), "email").open
        assert draft_map(surveyed(store)).datasets[0].key("email").role is KeyRole.CONTACT
    with changed(file, "email = upper(email)") as store:
        assert "email" in column(store.survey(), "email").open
        assert draft_map(surveyed(store)).datasets[0].key("email").written == "mixed"


def test_a_column_in_which_nothing_was_seen_is_looked_for_further(file: Path) -> None:
    """One value far down in a long table counts, also when it is only looked at again."""
    with changed(file, "bsn = '111222333'", row=ROWS - 1000) as store:
        assert column(store.survey(), "bsn").sampled == 0
        assert column(looked_at(store), "bsn").shares["bsn"] == 1


def test_nothing_is_asked_of_a_small_table(file: Path) -> None:
    """Its survey has read all of it."""
    with sqlite3.connect(file.with_name("small.db")) as database:
        database.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT, bsn TEXT)")
        database.execute("INSERT INTO customer VALUES (1, 'anna@example.nl', NULL)")
    with stores.load("crm", f"sqlite:///{file.with_name('small.db')}") as store:
        survey = store.survey()
    assert column(survey, "email").distinct
    assert left_open(survey) == ()
