"""ejabberd on SQLite."""

from tests.schemas.chat import build
from tests.schemas.score import scored


def test_chat_is_found_by_username_and_never_anothers(sqlite_url: str) -> None:
    """Little is declared, and the username is the key of most tables; her talks name others."""
    build(sqlite_url)
    score = scored("chat", sqlite_url)
    print(score)
    assert score.rows.precision == 1.0, score.rows.wrong
    assert score.rows.recall >= 0.95, score.rows.missed
    assert score.category.f1 >= 0.95, score.category
    assert score.links.f1 >= 0.95, score.links
