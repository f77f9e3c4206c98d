"""django-newsletter and django-postman on MariaDB: held out when the rules were made."""

from tests.schemas.portal import build
from tests.schemas.score import holds, scored


def test_a_message_is_of_who_wrote_it_and_names_who_receives_it(mariadb_url: str) -> None:
    """Also where the writer is a visitor without an account, and where she threw it away."""
    build(mariadb_url)
    holds(scored("portal", mariadb_url))
