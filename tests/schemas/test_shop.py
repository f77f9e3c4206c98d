"""django-oscar on PostgreSQL."""

from tests.schemas.score import holds, scored
from tests.schemas.shop import build


def test_orders_of_an_account_and_of_a_guest_are_found_with_their_addresses(
    postgres_url: str,
) -> None:
    """An address that only the order points to is hers; what a clerk noted in it too."""
    build(postgres_url)
    holds(scored("shop", postgres_url))
