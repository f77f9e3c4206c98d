"""Detector: the value is what a browser or another program says of itself (RFC 9110 §10.1.5)."""

import re

FORM = re.compile(rb".*/v?9.*", re.DOTALL)
_BROWSER = re.compile(r"(?:Mozilla|Opera|Dalvik)/[0-9]\.?[0-9.]* ?\(.*", re.DOTALL)
_PROGRAM = re.compile(
    r"(?:curl|Wget|okhttp|Go-http-client|PostmanRuntime|Java|axios|node-fetch|libwww-perl"
    r"|python-(?:requests|urllib|httpx)|Apache-HttpClient|[\w.\-]*[Bb]ot)/v?[0-9][\w.]*(?: .*)?"
    r"|[\w.\- ]{2,40}/[0-9][\w.]* \([^)]*(?:iPhone|iPad|Android|Linux|Windows|Darwin|Mac).*\).*",
    re.DOTALL,
)


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a user agent.

    >>> passes("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0")
    True
    >>> [passes(t) for t in ("curl/8.5.0", "Googlebot/2.1 (+http://bot.example)", "okhttp/4.12.0")]
    [True, True, True]

    Not a name of a browser, a path, a type of file, or a date:

    >>> [passes(t) for t in ("Firefox", "docs/2024/report", "text/html", "21/11/2026", "v1/4", "")]
    [False, False, False, False, False, False]
    """
    return bool(_BROWSER.fullmatch(text) or _PROGRAM.fullmatch(text))
