"""Detector: the value is an e-mail address, bare or in a writing in which it is also searched."""

import re

from nakomen.records import KeyKind, normal

FORM = re.compile(rb".*@.*", re.DOTALL)
# Longest legal address is 254 characters (RFC 5321 §4.5.3.1); a longer text is no address.
_LONGEST = 320
_ADDRESS = re.compile(
    r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@(?:[^\W_](?:[\w-]{0,61}[^\W_])?\.)+[^\W\d_][\w-]{0,61}[^\W_]"
)
# Most are plain, and that is quickly seen.
PLAIN = re.compile(
    r"[A-Za-z0-9_.+-]{1,64}@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z]{2,24}"
)


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is one address.

    >>> [passes(t) for t in ("anna@example.nl", "Anna.de+Vries@mail.example.co.uk", "A@EXAMPLE.NL")]
    [True, True, True]
    >>> [passes(t) for t in ("Anna <anna@example.nl>", "mailto:anna@example.nl", "jörg@bücher.de")]
    [True, True, True]

    Not a handle, a host without a domain, a repository address, or a text that holds an address:

    >>> [passes(t) for t in ("@anna", "anna@localhost", "git@example.nl:repo", "mail a@b.nl nu")]
    [False, False, False, False]
    >>> [passes(t) for t in ("anna@example.nl, <bram@example.nl>", "p@ss.w0rd!", "")]
    [False, False, False]
    """
    if len(text) > _LONGEST:
        return False
    if PLAIN.fullmatch(text):
        return True
    return _ADDRESS.fullmatch(normal(KeyKind.EMAIL, text)) is not None
