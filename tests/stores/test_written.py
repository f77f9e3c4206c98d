"""Whether a column has numbers in one form only decides how they are looked up."""

import pytest
import sqlalchemy as sa

from nakomen.records import Column, Dataset, KeyIn, Selection, StoreMap, normal
from nakomen.stores.sql.store import open_store
from nakomen.terms import Category, RecordKind

NORMAL = [f"+3161234567{last}" for last in range(9)]


def all_normal(url: str, numbers: list[str]) -> bool:
    """What a survey says of a column with these *numbers*."""
    engine = sa.create_engine(url)
    line = sa.Table("line", sa.MetaData(), sa.Column("number", sa.String(30)))
    line.create(engine)
    with engine.begin() as connection:
        connection.execute(sa.insert(line), [{"number": number} for number in numbers])
    engine.dispose()
    with open_store("crm", url) as store:
        return store.survey().datasets[0].columns[0].written["phone"]


def test_numbers_in_one_form_are_seen_as_such(any_sql_url: str) -> None:
    """An index can find them."""
    assert all_normal(any_sql_url, NORMAL)


@pytest.mark.parametrize("odd", ["0612345678", "+31 612345678", "31612345678", "+31612345678\n"])
def test_one_number_in_another_form_is_seen(any_sql_url: str, odd: str) -> None:
    """Else a person would be missed who wrote her number in another way."""
    assert not all_normal(any_sql_url, [*NORMAL, odd])


ADDRESSES = (
    *("anna@zon.example", "Anna@Zon.Example", " anna@zon.example", "anna@zon.example\t"),
    *("ANNA@zon.example \n", "Ánna@zon.example", "anna@zon.example.nl", "xanna@zon.example"),
    *("straße@zon.example", "STRASSE@zon.example", "", "zoé@zon.example", "ZOÉ@zon.example "),
    *("mailto:Anna@Zon.Example", " MAILTO:mailto:anna@zon.example", "mailto:Zoé@zon.example"),
    *("mailto:", "mailto: anna@zon.example", "xmailto:anna@zon.example"),
    *("Anna de Wit <Anna@Zon.Example>", " <anna@zon.example>\t", '"Wit, Anna" <anna@zon.example>'),
    *("'anna@zon.example' <anna@zon.example>", "Zoé <ZOÉ@zon.example>", "anna@zon.example>"),
    *("<mailto:anna@zon.example>", "mailto:Anna <mailto:mailto:anna@zon.example>", "Anna <Anna>"),
    *("bram@zon.example, <anna@zon.example>", "<bram@zon.example>, <anna@zon.example>", "<>", ">"),
    *("<bram@zon.example,anna@zon.example>", "anna@zon.example <Anna>", "Anna <anna@zon.example"),
    *("Anna <anna@zon.example> (werk)", "<<anna@zon.example>>", "Anna > <anna@zon.example>"),
)
COMPOSED = ("\uff41nna@zon.example", "\u247d@zon.example", "(10)@ZON.example")
"""Signs that stand for others; MariaDB cannot take them apart."""
ADDRESS = Dataset(
    name="address", records=RecordKind.CUSTOMER, primary_key=("id",),
    columns=(
        Column(name="id", type="integer", category=Category.NONE),
        Column(name="email", type="varchar(60)", category=Category.EMAIL),
    ),
)  # fmt: skip


def test_an_address_is_found_in_any_writing(any_sql_url: str) -> None:
    """What is cheap to see of a row never hides one that is hers in another writing."""
    engine = sa.create_engine(any_sql_url)
    written = [*ADDRESSES, *(() if engine.dialect.name == "mysql" else COMPOSED)]
    columns = sa.Column("id", sa.Integer, primary_key=True), sa.Column("email", sa.String(60))
    table = sa.Table("address", sa.MetaData(), *columns)
    table.create(engine)
    with engine.begin() as connection:
        rows = [{"id": n, "email": address} for n, address in enumerate(written, 1)]
        connection.execute(sa.insert(table), rows)
    engine.dispose()
    rows_of_hers = Selection("address", KeyIn("email", "email"))
    store_map = StoreMap(store="crm", kind="sql", datasets=(ADDRESS,))
    with open_store("crm", any_sql_url, store_map) as store:
        for hers in dict.fromkeys(normal("email", address) for address in written if address):
            found = store.values(rows_of_hers, ("id",), {"email": (hers,)}, len(written))
            same = {n for n, a in enumerate(written, 1) if normal("email", a) == hers}
            assert {row[0] for row in found} == same, hers


SIGNS = ('say"hi"@zon.example', "a\\b@zon.example", "a,b@zon.example", "{a}@zon.example", "null",
         "a'b@zon.example", "a%b@zon.example", "a_b@zon.example")  # fmt: skip


def test_keys_with_any_signs_are_found_and_no_others(any_sql_url: str) -> None:
    """However many keys travel together, none of their signs speaks to the database."""
    engine = sa.create_engine(any_sql_url)
    columns = sa.Column("id", sa.Integer, primary_key=True), sa.Column("email", sa.String(60))
    table = sa.Table("address", sa.MetaData(), *columns)
    table.create(engine)
    others = ["", "axb@zon.example", "a", "b@zon.example", "a\\\\b@zon.example", "say"]
    with engine.begin() as connection:
        rows = [{"id": n, "email": key} for n, key in enumerate([*SIGNS, *others], 1)]
        connection.execute(sa.insert(table), rows)
    engine.dispose()
    store_map = StoreMap(store="crm", kind="sql", datasets=(ADDRESS,))
    with open_store("crm", any_sql_url, store_map) as store:
        where = Selection("address", KeyIn("email", "email"))
        found = store.values(where, ("id",), {"email": SIGNS}, 99)
    assert {row[0] for row in found} == {*range(1, len(SIGNS) + 1)}
