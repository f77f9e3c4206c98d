"""Detector: the value is a date or an instant. SQLite may keep those as text."""

import re
from datetime import datetime

FORM = re.compile(rb"9{4}-99-99(?:[ A].*)?", re.DOTALL)
PLAIN = re.compile(
    r"(?:19|20)[0-9]{2}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])"
    r"(?:[T ](?:[01][0-9]|2[0-3]):[0-5][0-9](?::[0-5][0-9])?)?"
)
_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}(?:[T ][0-9]{2}:[0-9]{2}.*)?")


def passes(text: str) -> bool:
    """
    Whether *text* is ISO 8601, as programs write it.

    >>> [passes(t) for t in ("2026-11-21", "2026-11-21 09:30:00", "2026-11-21T09:30:00.5+01:00")]
    [True, True, True]
    >>> [passes(t) for t in ("2026-13-01", "20261121", "21-11-2026", "2026-11-21 AB", "09:30", "")]
    [False, False, False, False, False, False]
    """
    if PLAIN.fullmatch(text):
        return True
    if not _ISO.fullmatch(text):
        return False
    try:
        datetime.fromisoformat(text)
    except ValueError:
        return False
    return True
