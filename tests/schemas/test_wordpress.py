"""WordPress with a shop on MariaDB."""

from tests.schemas.score import holds, scored
from tests.schemas.wordpress import build


def test_wordpress_orders_of_guests_and_members_are_found(mariadb_url: str) -> None:
    """An order is hers by a value in its key/value rows, and so are the notes under it."""
    build(mariadb_url)
    holds(scored("wordpress", mariadb_url))
