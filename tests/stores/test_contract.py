"""Every store passes the contract suite."""

import pytest
from tests.stores.factories import in_memory, in_sql

from nakomen.stores.contract import CONTRACT
from nakomen.stores.contract_parking import PARKING_CONTRACT

DEMANDS = (*CONTRACT, *PARKING_CONTRACT)


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_the_store_in_memory_passes(demand) -> None:
    """The reference does itself what it asks of others."""
    demand(in_memory)


@pytest.mark.parametrize("demand", DEMANDS, ids=lambda demand: demand.__name__)
def test_every_database_passes(demand, any_sql_url: str) -> None:
    """SQLite, PostgreSQL 15 and 18 and MariaDB do what the store in memory does."""
    demand(in_sql(any_sql_url))
