"""Countries and days as people write them."""

from datetime import date
from functools import cache

from babel import Locale
from babel.dates import format_date

from nakomen.terms import Lang


@cache
def country(code: str, lang: Lang) -> str:
    """
    The name of an ISO 3166 country; an unknown code stays a code.

    >>> country("US", Lang.NL), country("GB", Lang.EN), country("ZZZ", Lang.NL)
    ('Verenigde Staten', 'United Kingdom', 'ZZZ')
    """
    return str(Locale(lang.value).territories.get(code, code))


def day(on: date, lang: Lang, *, known: bool = True) -> str:
    """
    A day written out, or its month where only that is known.

    >>> day(date(2026, 3, 1), Lang.NL), day(date(2026, 3, 1), Lang.EN, known=False)
    ('1 maart 2026', 'March 2026')
    """
    return str(format_date(on, "d MMMM y" if known else "MMMM y", locale=lang.value))
