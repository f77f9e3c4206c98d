"""The fingerprint of what counts in an entry: order of names, comments and layout do not."""

import hashlib
import json
from typing import Any

from pydantic import BaseModel


def digest_of(content: Any) -> str:
    """
    First 16 hexadecimal digits of SHA-256 of the canonical JSON of *content*.

    >>> digest_of({"b": 1, "a": "é"}) == digest_of({"a": "é", "b": 1})
    True
    """
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def content_of(entry: BaseModel, *left_out: str) -> Any:
    """
    What a form says: names with values that are not the default, periods in one writing.

    So an entry keeps its digest when a new version of nakomen knows more names.
    """
    return entry.model_dump(
        mode="json", by_alias=True, exclude_defaults=True, exclude=set(left_out)
    )


def entry_digest(entry: BaseModel) -> str:
    """Of one promise or dataset, without who confirmed it and how many rows there were."""
    return digest_of(content_of(entry, "confirmed", "rows"))
