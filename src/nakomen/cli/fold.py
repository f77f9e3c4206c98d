"""Text that fits a window: folded between words, never inside one."""

import unicodedata
from collections.abc import Iterator

_TURNS = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
"""Signs that turn the direction of writing: with them a line can show other words than it holds."""


def cells(text: str) -> int:
    """
    How wide a terminal shows *text*.

    >>> cells("één"), cells("e\u0301"), cells("漢")
    (3, 1, 2)
    """
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )


def clean(text: str) -> str:
    r"""
    *text* without what a terminal would obey.

    >>> clean("twee\nregels \x1b[31m")
    'twee\nregels ·[31m'
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join("·" if _obeyed(sign) else sign for sign in text)


def _obeyed(sign: str) -> bool:
    return sign != "\n" and (unicodedata.category(sign) == "Cc" or sign in _TURNS)


def fold(text: str, width: int, first: str = "", rest: str | None = None) -> list[str]:
    """
    Lines of at most *width* cells, each after its indent; a longer word stays whole.

    >>> fold("wissen wij ze", 9, "- ", "  ")
    ['- wissen', '  wij ze']
    >>> fold("een\\ntwee", 9), fold("", 9)
    (['een', 'twee'], [''])
    """
    rest = first if rest is None else rest
    lines = [line for part in text.split("\n") for line in _fold(part, width - cells(rest))]
    return [(rest if n else first) + line for n, line in enumerate(lines)]


def _fold(text: str, room: int) -> Iterator[str]:
    line = ""
    for word in text.split(" "):
        if line and word and cells(line) + 1 + cells(word) > room:
            yield line
            line = word
        elif word:
            line = f"{line} {word}" if line else word
    yield line
