"""What tests of stores share."""

import pytest


@pytest.fixture(params=["sqlite", "postgres", "postgres15", "mariadb"])
def any_sql_url(request: pytest.FixtureRequest) -> str:
    """The URL of a fresh database, once for each server that we support."""
    return str(request.getfixturevalue(f"{request.param}_url"))
