"""
Detector: the value is a place on earth: a pair of degrees, or one degree in the Netherlands.

One number is a place only with four decimals or more (some ten metres) and within the country;
an amount has two.
"""

import re

FORM = re.compile(rb"[^ ]{1,8}[ (]{0,2}-?9{1,3}\.9{3,}.*|-?9{1,3}\.9{4,}")
_NUMBER = r"[-+]?[0-9]{1,3}\.[0-9]{3,}"
_PAIR = re.compile(
    rf"\(?\[?(?P<lat>{_NUMBER})\s?[,;]\s?(?P<lon>{_NUMBER})\]?\)?"
    rf"|(?:SRID=4326;)?POINT ?\((?P<x>{_NUMBER}) (?P<y>{_NUMBER})\)",
    re.IGNORECASE,
)
_DEGREE = re.compile(r"(?:5[0-3]|[3-7])\.[0-9]{4,}")


def passes(text: str) -> bool:
    """
    Whether the whole of *text* is a place.

    >>> [passes(t) for t in ("52.0907, 5.1214", "(52.0907,5.1214)", "POINT(5.1214 52.0907)")]
    [True, True, True]
    >>> [passes(t) for t in ("52.090737", "5.12142", "-33.8688, 151.2093")]
    [True, True, True]

    Not an amount, a version, two amounts, a degree that does not exist, or a share:

    >>> [passes(t) for t in ("52.09", "5.1.2", "12.50, 3.75", "152.0907, 5.1214", "0.51234", "")]
    [False, False, False, False, False, False]
    """
    if _DEGREE.fullmatch(text):
        return 50.7 <= float(text) <= 53.7 or 3.2 <= float(text) <= 7.3
    pair = _PAIR.fullmatch(text)
    if pair is None:
        return False
    lat, lon = float(pair["lat"] or pair["y"]), float(pair["lon"] or pair["x"])
    return abs(lat) <= 90 and abs(lon) <= 180
