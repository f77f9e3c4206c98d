"""Countries as statements write them, by ISO 3166 code, from ``countries.toml``."""

import re
import tomllib
from importlib.resources import files


def _words() -> str:
    told = tomllib.loads(files(__package__).joinpath("countries.toml").read_text("utf-8"))
    return "|".join(
        f"(?P<{code}>{'|'.join(map(_word, sorted(words, key=len, reverse=True)))})"
        for side in told.values()
        for code, words in side.items()
        if code != "EU"
    )


def _word(written: str) -> str:
    word = re.escape(written.rstrip("*")).replace(r"\ ", r"\s+")
    return rf"\b{word}" if written.endswith("*") else rf"\b{word}(?!\w)"


COUNTRY_WORDS = _words()
"""A pattern with a group for each country; a country is written with its capital."""
_ONE = re.compile(COUNTRY_WORDS)


def is_country(name: str) -> bool:
    """
    >>> is_country("Ierland"), is_country("Postduif")
    (True, False)
    """
    return _ONE.fullmatch(name) is not None
