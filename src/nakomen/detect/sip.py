"""Detector: the value is an address for calling or chatting over the internet (RFC 3261, 6120)."""

import re

FORM = re.compile(rb"[^:]{0,40}[Aa]{1,5}:.+|[^@ :]+@[^@/ :]+/.+", re.DOTALL)
_ADDRESS = re.compile(
    r"(?:[^<>]*<)?(?:sips?|xmpp|h323|im|pres):[^\s@<>]*@?[\w.\-\[\]:]{1,255}(?:;[^\s<>]*)?>?(?:;.*)?",
    re.IGNORECASE,
)
# With a resource behind it: where, or with which program, she was reached (RFC 6120 §1.4).
_WITH_RESOURCE = re.compile(
    r"[^\s@/<>\":]{1,255}@(?:[\w-]{1,63}\.)+[a-z]{2,24}/[^/\s][^\n]{0,255}", re.IGNORECASE
)


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is one address.

    >>> [passes(t) for t in ("sip:anna@voip.example", "sip:0612345678@192.0.2.1:5060;ob")]
    [True, True]
    >>> [passes(t) for t in ("<sips:anna@voip.example>;tag=1", "xmpp:bram@chat.example")]
    [True, True]
    >>> passes("anna@chat.example/phone")
    True

    Not a place on the web, a message, or a word before a colon:

    >>> [passes(t) for t in ("https://voip.example", "sip: zie boven", "tip: bel Anna", "sip", "")]
    [False, False, False, False, False]
    """
    return (_ADDRESS.fullmatch(text) or _WITH_RESOURCE.fullmatch(text)) is not None
