"""Whatever a database looks like, a draft comes of it that the planner can walk."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nakomen.detect import as_connect_json, draft_map
from nakomen.records import Dataset, SeenColumn, SeenDataset, SeenLink, Survey

WORDS = [
    "customer",
    "klant",
    "contact",
    "invoice",
    "ticket",
    "staff",
    "call",
    "name",
    "id",
    "",
    "é☃",
]
NAMES = st.one_of(st.sampled_from(WORDS), st.text(max_size=6))
TYPES = st.sampled_from(["TEXT", "BIGINT", "DATE", "BOOLEAN", "", "GEOMETRY(POINT, 4326)", "NULL"])


@st.composite
def _surveys(draw: st.DrawFn) -> Survey:
    """A few tables that point at one another in any way, also at themselves and in rings."""
    tables = draw(st.lists(NAMES, unique=True, min_size=1, max_size=5))
    return Survey(
        store="crm", kind="sql", datasets=tuple(draw(_datasets(name, tables)) for name in tables)
    )


@st.composite
def _datasets(draw: st.DrawFn, name: str, tables: list[str]) -> SeenDataset:
    columns = draw(st.lists(NAMES, unique=True, min_size=1, max_size=4))
    targets = draw(st.lists(st.sampled_from([*tables, "elsewhere"]), max_size=3))
    return SeenDataset(
        name=name,
        rows=0,
        columns=tuple(
            SeenColumn(name=c, type=draw(TYPES), distinct=draw(st.booleans())) for c in columns
        ),
        primary_key=tuple(columns[: draw(st.integers(0, 2))]),
        links=tuple(
            SeenLink(columns=(draw(st.sampled_from(columns)),), to=to, to_columns=("id",))
            for to in targets
        ),
    )


@given(_surveys())
@settings(max_examples=150, deadline=None)
def test_any_schema_gives_a_map_that_can_be_walked(seen: Survey):
    """All tables and columns are there and no more, no row is its own, parents come first."""
    drafted = draft_map(seen)
    assert sorted(d.name for d in drafted.datasets) == sorted(d.name for d in seen.datasets)
    assert {d.name: len(d.stored) for d in drafted.datasets} == {
        d.name: len(d.columns) for d in seen.datasets
    }
    placed: set[str] = set()
    for dataset in drafted.datasets:
        assert {link.to for link in dataset.owner_links} <= placed
        assert _keys_stand_in(dataset)
        placed.add(dataset.name)
    assert len(as_connect_json(seen, drafted)["datasets"]) == len(seen.datasets)


def _keys_stand_in(dataset: Dataset) -> bool:
    return all(dataset.has(key.column) for key in dataset.keys) and all(
        dataset.has(clock.column) for clock in dataset.clocks
    )


SHORT = {
    "name": ("vnaam", "anaam", "tussenv", "fname", "lname", "Vorname", "Nachname"),
    "address": ("hnr", "pc", "wpl", "addr1", "zip", "cty", "Strasse", "PLZ", "Ort"),
    "email": ("emailadr", "eml", "EMail"),
    "phone": ("tel_nr", "mob", "ph_no", "Telefon", "Mobil"),
    "date_of_birth": ("gebdat", "dob", "GebDat"),
    "gender": ("sex", "Geschlecht"),
    "bank_account": ("bankrek", "acct_no", "Kontonummer"),
    "login_credentials": ("wachtw", "pwd_hash", "Passwort"),
    "none": ("ReNr", "Rechnungsdatum", "port", "mobility", "sort_order"),
}


@pytest.mark.parametrize("category", SHORT)
def test_short_and_german_names_are_understood(category: str) -> None:
    """What programmers and neighbours write is known by name alone, without a single value."""
    columns = tuple(SeenColumn(name=name, type="VARCHAR(80)") for name in SHORT[category])
    table = SeenDataset(name="cust_mst", rows=5, columns=columns)
    drafted = draft_map(Survey(store="crm", kind="sql", datasets=(table,)))
    found = {column.name: column.category.value for column in drafted.datasets[0].columns}

    if category == "none":
        assert not {"address", "phone", "name"} & set(found.values()), found
    else:
        assert found == dict.fromkeys(SHORT[category], category)
