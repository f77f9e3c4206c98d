"""A paper as data: who sends it, and what it says in which order. HTML and PDF both read it."""

from dataclasses import dataclass
from typing import TypeAlias

from nakomen.terms import Lang


@dataclass(frozen=True, kw_only=True)
class Heading:
    """*level* 2 starts a section, 3 a part of one; the title of the document is 1."""

    text: str
    level: int = 2


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    text: str


@dataclass(frozen=True, kw_only=True)
class Listing:
    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Facts:
    """Pairs of a label and what it says."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """*numbers* are the indexes of columns whose cells are aligned as figures."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    numbers: tuple[int, ...] = ()


Block: TypeAlias = Heading | Paragraph | Listing | Facts | Table


@dataclass(frozen=True, kw_only=True)
class Document:
    """
    A letter or register.

    *sender* is the letterhead, a line each; *facts* stand above the text (date, reference);
    *page* and *of* are the words around page numbers.
    """

    lang: Lang
    title: str
    sender: tuple[str, ...]
    facts: tuple[tuple[str, str], ...]
    blocks: tuple[Block, ...]
    page: str
    of: str
