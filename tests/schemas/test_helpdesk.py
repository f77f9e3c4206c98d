"""django-helpdesk on MariaDB."""

from tests.schemas.helpdesk import build
from tests.schemas.score import holds, scored


def test_tickets_are_of_who_asked_and_name_who_answered(mariadb_url: str) -> None:
    """Guests are found by mail; what an agent wrote in a ticket is the customer's and names him."""
    build(mariadb_url)
    holds(scored("helpdesk", mariadb_url))
