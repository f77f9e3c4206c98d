"""
Tables whose rows say what they hold: `meta_key` beside `meta_value`, `object_type` beside
`object_id`. What stands in the second depends on what the first says.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from nakomen.detect.words import spoken
from nakomen.records import SeenColumn, SeenDataset, SeenPart

_NAMES_KEY = re.compile(
    r"(?:(?P<of>.*) )?(?:key|name|attribute|field|property|fldname|aname|sleutel|kenmerk|veld)"
)
_NAMES_VALUE = re.compile(r"(?:(?P<of>.*) )?(?:value|fldvalue|avalue|waarde)")
_TYPE = re.compile(r"(?:(?P<of>.+) )?(?:type|model|class|kind|soort)")
_REFERENCE = re.compile(r"(?:(?P<of>.+) )?(?:id|uuid|key|pk)")
# A name that people gave in a schema; what fits no such form is nobody's schema.
_TOKEN = re.compile(r"(?=.*[A-Za-z])[\w.:\\/ -]{1,64}")
_MOST_COLUMNS = 9


class Pair(NamedTuple):
    """*by* says what *column* holds; *refers* when that is the key of a row of some table."""

    by: str
    column: str
    refers: bool = False


def pairs(dataset: SeenDataset) -> Iterator[Pair]:
    """The pairs of columns of *dataset* of which one says what the other holds."""
    yield from _key_values(dataset)
    yield from _references(dataset)


def is_token(text: str) -> bool:
    """
    Whether *text* can be a name in a schema.

    >>> [is_token(t) for t in ("_billing_email", "RT::Ticket", "App\\\\User", "12", "Beste Anna,")]
    [True, True, True, False, False]
    """
    return _TOKEN.fullmatch(text) is not None


def as_column(part: SeenPart) -> SeenColumn:
    """The values of *part* as a column that is called as the key says."""
    return SeenColumn(name=part.when[1], type="TEXT", sampled=part.sampled, shares=part.shares)


def _key_values(dataset: SeenDataset) -> Iterator[Pair]:
    """A table of few columns with one that names and one that holds, called alike."""
    if len(dataset.columns) > _MOST_COLUMNS:
        return
    named = {c.name: m for c in dataset.columns if (m := _NAMES_KEY.fullmatch(spoken(c.name)))}
    for column in dataset.columns:
        holds = _NAMES_VALUE.fullmatch(spoken(column.name))
        if not holds:
            continue
        ours = [n for n in named if not _names_row(n, dataset)]
        alike = [n for n in ours if named[n]["of"] == holds["of"]]
        found = alike or ours
        if len(found) == 1:
            yield Pair(found[0], column.name)


def _names_row(name: str, dataset: SeenDataset) -> bool:
    """A column that is unique by itself names its row, not what kind of row it is."""
    column = next(c for c in dataset.columns if c.name == name)
    return column.unique or (name,) == dataset.primary_key


def _references(dataset: SeenDataset) -> Iterator[Pair]:
    types = {
        m["of"]: c for c in dataset.columns if (m := _TYPE.fullmatch(spoken(c.name))) and m["of"]
    }
    for column in dataset.columns:
        own = column.unique or column.name in dataset.primary_key
        said = None if own else _REFERENCE.fullmatch(spoken(column.name))
        by = types.get(said["of"]) if said else None
        if by is not None and by.name != column.name:
            yield Pair(by.name, column.name, refers=True)
