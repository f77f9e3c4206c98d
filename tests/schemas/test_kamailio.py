"""Kamailio on SQLite."""

from tests.schemas.kamailio import build
from tests.schemas.score import holds, scored


def test_a_call_is_of_who_made_it_and_names_who_was_called(sqlite_url: str) -> None:
    """A telephone exchange knows people by username; a call that somebody received names her."""
    build(sqlite_url)
    holds(scored("kamailio", sqlite_url))
