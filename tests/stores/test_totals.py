"""Rows that become numbers do so alike in every store."""

import pytest
from tests.stores.factories import in_memory, in_sql

from nakomen.stores.contract_totals import TOTALS


@pytest.mark.parametrize("demand", TOTALS, ids=lambda demand: demand.__name__)
def test_the_store_in_memory_totals(demand) -> None:
    """The reference does itself what it asks of others."""
    demand(in_memory)


@pytest.mark.parametrize("demand", TOTALS, ids=lambda demand: demand.__name__)
def test_every_database_totals(demand, any_sql_url: str) -> None:
    """SQLite, PostgreSQL and MariaDB count each row once, also when a sweep was stopped."""
    demand(in_sql(any_sql_url))
