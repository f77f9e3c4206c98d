"""What the program that answers keeps of the person itself, beside the stores (AVG artikel 15)."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from nakomen.records import Row
from nakomen.terms import Category, Text


@dataclass(frozen=True, kw_only=True)
class OwnPart:
    """
    One part of a copy that the caller brings along: rows of this very person, and of nobody else.

    *store* and *name* become the name of its files, *title* is what people read. *columns* maps
    names to what they say, in order. *words* are those in which people write as they like: an
    address or a number there that is not hers is masked (AVG artikel 15 lid 4). *ground* is why it
    may be kept, with its article.
    """

    store: str
    name: str
    title: Text
    purpose: Text
    ground: Text
    source: Text
    term: Text
    columns: Mapping[str, Category]
    rows: tuple[Row, ...] = field(repr=False)
    receivers: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
