"""GNU Mailman on PostgreSQL."""

from tests.schemas.mailman import build
from tests.schemas.score import holds, scored


def test_subscribers_are_found_by_each_of_their_addresses(postgres_url: str) -> None:
    """A second address leads to the first; a guest without an account is found all the same."""
    build(postgres_url)
    holds(scored("mailman", postgres_url))
