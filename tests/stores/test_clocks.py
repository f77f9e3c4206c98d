"""Every store counts days as people in the Netherlands do, however a moment is written."""

import pytest
from tests.stores.factories import in_memory, in_sql

from nakomen.stores.contract_clocks import CLOCK_CONTRACT


@pytest.mark.parametrize("demand", CLOCK_CONTRACT, ids=lambda demand: demand.__name__)
def test_the_store_in_memory_counts_days(demand) -> None:
    """The reference does itself what it asks of others."""
    demand(in_memory)


@pytest.mark.parametrize("demand", CLOCK_CONTRACT, ids=lambda demand: demand.__name__)
def test_every_database_counts_days(demand, any_sql_url: str) -> None:
    """SQLite, PostgreSQL 15 and 18 and MariaDB find the rows of the store in memory."""
    demand(in_sql(any_sql_url))
