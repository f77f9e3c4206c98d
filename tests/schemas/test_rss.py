"""Tiny Tiny RSS on PostgreSQL."""

from tests.schemas.rss import build
from tests.schemas.score import holds, scored


def test_what_a_reader_follows_and_reads_is_hers(postgres_url: str) -> None:
    """Every table hangs under its owner; the articles are of all readers and of none."""
    build(postgres_url)
    holds(scored("rss", postgres_url))


def test_without_foreign_keys_the_same_rows_are_hers(postgres_url: str) -> None:
    """Names and values tell nearly all links that the package would have declared."""
    build(postgres_url, declared=False)
    score = scored("rss", postgres_url)
    print(score)
    assert score.rows.precision == 1.0, score.rows.wrong
    assert score.rows.recall >= 0.98, score.rows.missed
    assert score.links.precision >= 0.9, score.links.wrong
