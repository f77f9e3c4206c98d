"""
Detector: the value is a day, without a time, on which somebody who lives now may be born.

Only days before 1995: companies kept few dates in a computer then, while four in five customers
were born. Days that stand for "unknown" do not count.
"""

import re
from datetime import date

FORM = re.compile(rb"9{4}-99-99|99?[-/. ]99?[-/. ]9{4}|9{8}|9{4}/99/99")
_ISO = re.compile(r"(19[0-9]{2})[-/]?([01][0-9])[-/]?([0-3][0-9])")
_DAY_FIRST = re.compile(r"([0-3]?[0-9])[-/. ]([01]?[0-9])[-/. ](19[0-9]{2})")
_FIRST, _LAST = 1907, 1994
_UNKNOWN = frozenset({(1970, 1, 1), (1980, 1, 1), (1990, 1, 1), (1910, 1, 1)})


def passes(text: str) -> bool:
    """
    Whether *text* is such a day.

    >>> [passes(t) for t in ("1980-03-21", "21-03-1980", "21/3/1980", "19800321")]
    [True, True, True, True]

    Not a day of today's administration, a moment, a day that never was, or one for "unknown":

    >>> [passes(t) for t in ("2024-03-21", "1980-03-21 09:30:00", "1980-02-30", "1900-01-01")]
    [False, False, False, False]
    >>> [passes(t) for t in ("1970-01-01", "19809999", "")]
    [False, False, False]
    """
    found = _ISO.fullmatch(text)
    if found:
        year, month, day = int(found[1]), int(found[2]), int(found[3])
    elif found := _DAY_FIRST.fullmatch(text):
        year, month, day = int(found[3]), int(found[2]), int(found[1])
    else:
        return False
    return _FIRST <= year <= _LAST and (year, month, day) not in _UNKNOWN and _is(year, month, day)


def _is(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True
