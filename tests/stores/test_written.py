"""Whether a column has numbers in one form only decides how they are looked up."""

import pytest
import sqlalchemy as sa

from nakomen.stores.sql.store import open_store

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
