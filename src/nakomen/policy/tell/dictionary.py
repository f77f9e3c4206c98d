"""English for the usual Dutch labels, from the list beside this file."""

import tomllib
from functools import cache
from importlib.resources import files


@cache
def _words() -> dict[str, str]:
    text = files(__package__).joinpath("dictionary.toml").read_text("utf-8")
    words: dict[str, str] = tomllib.loads(text)["words"]
    return words


def english(words: str) -> str | None:
    """
    The English of a usual Dutch label, or None.

    >>> english("klanten"), english("iets heel eigens")
    ('customers', None)
    """
    return _words().get(words)
