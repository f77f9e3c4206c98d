"""Links that no foreign key declares: guessed by the names of columns, where the types fit."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from nakomen.detect.column_role import is_identifier
from nakomen.detect.shape import shape
from nakomen.detect.words import bare, spoken, stem, stems
from nakomen.records import Link, SeenColumn, SeenDataset


def guessed(dataset: SeenDataset, all_seen: Iterable[SeenDataset]) -> Iterator[Link]:
    """`x_id` → `x.id`, for columns of which the database declares nothing."""
    known = {column for link in dataset.links for column in link.columns}
    others = [d for d in all_seen if d.name != dataset.name and len(d.primary_key) == 1]
    keys = {d.primary_key[0] for d in others}
    for column in dataset.columns:
        if column.name in known or not (is_identifier(column.name) or column.name in keys):
            continue
        if not _base(column.name) or _ends_on(dataset.name, _base(column.name)):
            continue
        fits = [to for to in others if _means(column.name, to) and _fits(column, to)]
        nearest = [to for to in fits if stems(bare(to.name)) == _base(column.name)] or fits
        if len(nearest) == 1:
            yield Link(
                columns=(column.name,),
                to=nearest[0].name,
                to_columns=nearest[0].primary_key,
                declared=False,
                owner=False,
            )


@cache
def _base(column: str) -> tuple[str, ...]:
    """What an id is of, in stems: of `order_customer_id` order and customer."""
    name = re.sub(r"\s?(?:id|ids|uuid|guid)$", "", spoken(column))
    return tuple(stem(word) for word in name.split())


def _ends_on(table: str, base: tuple[str, ...]) -> bool:
    return bool(base) and stems(bare(table))[-len(base) :] == base


def _means(column: str, to: SeenDataset) -> bool:
    """`customer_id` means the key of `customer`, `klantnummer` the `klantnummer` of `klant`."""
    if column == to.primary_key[0] and not is_identifier(column):
        return any(word in spoken(column) for word in stems(bare(to.name)))
    base, table = _base(column), stems(bare(to.name))
    fits = _ends_on(to.name, base) or (bool(table) and base[-len(table) :] == table)
    return fits and is_identifier(column)


def _fits(column: SeenColumn, to: SeenDataset) -> bool:
    key = next((c for c in to.columns if c.name == to.primary_key[0]), None)
    return key is not None and shape(key) is shape(column)
