"""FreeRADIUS on MariaDB."""

from tests.schemas.radius import build
from tests.schemas.score import holds, scored


def test_subscribers_of_freeradius_are_found_by_username(mariadb_url: str) -> None:
    """No table links to another; an address that two subscribers had leads to neither."""
    build(mariadb_url)
    holds(scored("radius", mariadb_url))
