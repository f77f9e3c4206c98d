"""Countries by their code, as people name them."""

from functools import cache

from babel import Locale

from nakomen.terms import Lang


@cache
def country(code: str, lang: Lang) -> str:
    """
    The name of an ISO 3166 country; an unknown code stays a code.

    >>> country("US", Lang.NL), country("GB", Lang.EN), country("ZZZ", Lang.NL)
    ('Verenigde Staten', 'United Kingdom', 'ZZZ')
    """
    return str(Locale(lang.value).territories.get(code, code))
