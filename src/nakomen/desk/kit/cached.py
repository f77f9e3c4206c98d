"""What is kept for a while under a name: who tried how often, which codes were used."""

import hmac
from hashlib import sha256

from django.conf import settings


def name(key: str, prefix: str, version: int) -> str:
    """A name that says nothing: IP addresses and codes stand in *key*."""
    told = f"{prefix}:{version}:{key}"
    return hmac.new(settings.SECRET_KEY.encode(), told.encode(), sha256).hexdigest()
