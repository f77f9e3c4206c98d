"""Isso on SQLite: held out when the rules were made."""

from tests.schemas.isso import build
from tests.schemas.score import holds, scored


def test_comments_are_found_by_the_address_of_who_left_them(sqlite_url: str) -> None:
    """One who bears the same name, and one who answers her, keep their own."""
    build(sqlite_url)
    holds(scored("isso", sqlite_url))
