"""Trac on SQLite."""

from tests.schemas.score import scored
from tests.schemas.trac import build


def test_who_reports_is_found_by_username_and_keeps_what_agents_wrote(sqlite_url: str) -> None:
    """No table is of persons and nothing is declared; what an agent keeps is the reporter's."""
    build(sqlite_url)
    score = scored("trac", sqlite_url)
    print(score)
    assert score.rows.precision == 1.0, score.rows.wrong
    assert score.rows.recall >= 0.95, score.rows.missed
    assert score.category.f1 >= 0.95, score.category
    assert score.links.precision == 1.0, score.links
