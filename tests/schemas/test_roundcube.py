"""Roundcube on PostgreSQL."""

from tests.schemas.roundcube import build
from tests.schemas.score import holds, scored


def test_an_address_book_is_its_owners_and_names_others(postgres_url: str) -> None:
    """Whose mailbox is asked for gets her address book; who stands in one is only named there."""
    build(postgres_url)
    holds(scored("roundcube", postgres_url))
