"""A limit of an hour is one of an hour."""

from tests.support.desk import Desk

TWICE = """
from nakomen.desk.kit.cached import times
print(times("limit-of-an-hour", 3600), times("limit-of-an-hour", 3600), times("another", 3600))
import time
from django.core.cache import cache
from django.db import connection
with connection.cursor() as asked:
    name = [cache.make_and_validate_key("limit-of-an-hour")]
    asked.execute("SELECT strftime('%%s', expires) FROM kit_cached WHERE cache_key = %s", name)
    print(3500 < int(asked.fetchone()[0]) - time.time() <= 3602)
print(times("short", 1), times("short", 1), time.sleep(1.1) or times("short", 1))
"""


def test_what_is_counted_for_an_hour_is_kept_for_an_hour(desk: Desk) -> None:
    """Counting again neither shortens nor lengthens it; when it is over it begins again."""
    assert desk.inside(TWICE).split() == ["1", "2", "1", "True", "1", "2", "1"]
