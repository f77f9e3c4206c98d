"""
Detector: the value is a bare checksum in hexadecimal: MD5, SHA-1, SHA-2.

That is a password in a column of that name, and the mark of a file in another: the name decides.
"""

import re

# Of 32 signs so few are digits that it looks shorter, with each run of letters as one.
FORM = re.compile(rb"[9a]{10,128}|[9A]{32,128}")
_DIGEST = re.compile(
    r"(?=[0-9]*[a-f])(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}"
    r"|[0-9a-f]{128})",
    re.IGNORECASE,
)


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a checksum.

    >>> [passes(t) for t in ("d41d8cd98f00b204e9800998ecf8427e", "a" * 64)]
    [True, True]

    Not a UUID, a word, a number, or one of another length:

    >>> [passes(t) for t in ("3f2504e0-4f89-41d3-9a0c-0305e82c3301", "abcdef", "1" * 32, "a" * 33)]
    [False, False, False, False]
    """
    return _DIGEST.fullmatch(text) is not None
