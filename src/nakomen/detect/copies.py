"""Columns that hold another one again in small letters, to search in: `lname` beside `name`."""

from nakomen.detect.shape import Shape, shape
from nakomen.records import SeenColumn, SeenDataset

_SMALL = "l"
# One may be chance, as with `link` and `ink`.
_SEVERAL = 3


def copied(column: SeenColumn, dataset: SeenDataset) -> SeenColumn:
    """The column that *column* repeats, in a table that repeats several; else itself."""
    texts = {other.name: other for other in dataset.columns if shape(other) is Shape.TEXT}
    again = {name for name in texts if name[:1] == _SMALL and name[1:] in texts}
    if column.name not in again or len(again) < _SEVERAL:
        return column
    return texts[column.name[1:]]
