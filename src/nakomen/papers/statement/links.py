"""Addresses in a text as links; a link to somebody else's site says so before it is followed."""

import re
from collections.abc import Iterator
from html import escape
from urllib.parse import urlsplit

from nakomen.terms import Lang, Text

_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5})"
    r"|(?P<site>(?:https?://|www\.)[^\s<>\"']{3,300}[^\s<>\"'.,;:!?)])"
)
_ELSEWHERE = Text("andere website", "other website")


def linked(text: str, lang: Lang, own_site: str | None) -> str:
    """
    *text* as HTML, escaped, with its e-mail and web addresses as links.

    >>> linked("Zie www.voorbeeld.example.", Lang.NL, "https://www.voorbeeld.example")
    'Zie <a href="https://www.voorbeeld.example">www.voorbeeld.example</a>.'
    """
    return "".join(_parts(text, lang, _host(own_site or "")))


def _parts(text: str, lang: Lang, own: str) -> Iterator[str]:
    at = 0
    for found in _ADDRESS.finditer(text):
        yield escape(text[at : found.start()])
        at = found.end()
        if found.lastgroup == "mail":
            yield f'<a href="mailto:{escape(found[0])}">{escape(found[0])}</a>'
        else:
            yield _site(found[0], lang, own)
    yield escape(text[at:])


def _site(address: str, lang: Lang, own: str) -> str:
    url = address if "://" in address else f"https://{address}"
    if _host(url) == own:
        return f'<a href="{escape(url)}">{escape(address)}</a>'
    mark = f' <span class="elsewhere">({_ELSEWHERE.in_(lang)})</span>'
    return f'<a href="{escape(url)}" rel="external noopener">{escape(address)}</a>{mark}'


def _host(url: str) -> str:
    """The site without ``www.``; empty for what is no address."""
    try:
        host = urlsplit(url if "://" in url else f"https://{url}").hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.")
