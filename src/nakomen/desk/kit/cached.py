"""What is kept for a while under a name: who tried how often, which codes were used."""

import hmac
import time
from hashlib import sha256

from django.conf import settings
from django.core.cache import cache


def name(key: str, prefix: str, version: int) -> str:
    """A name that says nothing: IP addresses and codes stand in *key*."""
    told = f"{prefix}:{version}:{key}"
    return hmac.new(settings.SECRET_KEY.encode(), told.encode(), sha256).hexdigest()


def times(key: str, within_s: float) -> int:
    """
    How often *key* was asked for, this time included, in the *within_s* since the first of them.

    `cache.incr` would give what it counts the usual lifetime again, of five minutes.
    """
    now = time.time()
    begun, many = cache.get(key, (now, 0))
    if not 0 <= now - begun < within_s:
        begun, many = now, 0
    # The table drops parts of a second, so it keeps a second more than is counted with.
    cache.set(key, (begun, many + 1), begun + within_s - now + 1)
    return int(many) + 1
