"""The words of a paper in one language, and dates and numbers as that language writes them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from nakomen.terms import Lang

_MONTHS = {
    Lang.NL: "januari februari maart april mei juni juli augustus september oktober november "
    "december",
    Lang.EN: "January February March April May June July August September October November "
    "December",
}


@cache
def words(lang: Lang, paper: str) -> Mapping[str, str]:
    """Every sentence of *paper* by name, from ``templates/<lang>/<paper>.toml``."""
    source = files("nakomen.papers").joinpath("templates", lang.value, f"{paper}.toml")
    return {name: str(text) for name, text in tomllib.loads(source.read_text("utf-8")).items()}


def written(day: date, lang: Lang) -> str:
    """
    A date written out.

    >>> written(date(2026, 11, 1), Lang.NL), written(date(2026, 11, 1), Lang.EN)
    ('1 november 2026', '1 November 2026')
    """
    return f"{day.day} {_MONTHS[lang].split()[day.month - 1]} {day.year}"


def counted(number: int, lang: Lang) -> str:
    """
    A number in groups of three.

    >>> counted(12345, Lang.NL), counted(12345, Lang.EN)
    ('12.345', '12,345')
    """
    grouped = f"{number:,}"
    return grouped.replace(",", ".") if lang is Lang.NL else grouped


def euros(cents: int, lang: Lang) -> str:
    """
    An amount.

    >>> euros(123450, Lang.NL), euros(1250, Lang.EN)
    ('€ 1.234,50', '€12.50')
    """
    whole, rest = divmod(cents, 100)
    if lang is Lang.NL:
        return f"€ {counted(whole, lang)},{rest:02}"
    return f"€{counted(whole, lang)}.{rest:02}"


def capital(text: str) -> str:
    """As the beginning of a sentence or of a cell."""
    return text[:1].upper() + text[1:]
