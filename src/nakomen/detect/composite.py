"""
Links of several columns that nobody declared: a customer is number 1007 of tenant 4.

Half a key means nobody: all of its columns must be there by name and type, and their values must
stand together in one row of the other table.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace

from nakomen.detect.column_role import is_customer_number
from nakomen.detect.documents import called
from nakomen.detect.shape import Shape, shape
from nakomen.detect.words import bare, stems
from nakomen.records import (
    Column,
    Dataset,
    Key,
    KeyKind,
    Link,
    SeenColumn,
    SeenDataset,
    SeenPair,
    paired,
)
from nakomen.terms import Category, Lang, RecordKind, Text

_MOST = 3
_NEARLY = 0.98
_TOGETHER = Text(
    "samen het nummer van een klant: geef het als 4/7", "together the number of a customer: 4/7"
)


def composite_candidates(
    dataset: SeenDataset, datasets: Iterable[SeenDataset]
) -> Iterator[SeenPair]:
    """Columns of *dataset* that are called as all of a key of several columns elsewhere."""
    declared = {link.columns for link in dataset.links}
    for to in datasets:
        if to.name == dataset.name or not 2 <= len(to.primary_key) <= _MOST:
            continue
        columns = _called_alike(dataset, to)
        if columns and columns not in declared and columns != dataset.primary_key:
            yield SeenPair(columns=columns, to=to.name, to_columns=to.primary_key)


def guessed_composite(dataset: SeenDataset) -> Iterator[Link]:
    """The links that names, types and values agree on."""
    found = [pair for pair in dataset.pairs if pair.tested and pair.share >= _NEARLY]
    for pair in found:
        others = [one for one in found if one.columns == pair.columns and one.to != pair.to]
        if not others:
            yield Link(
                columns=pair.columns, to=pair.to, to_columns=pair.to_columns, declared=False,
                owner=False,
            )  # fmt: skip


def without_halves(datasets: Sequence[Dataset]) -> list[Dataset]:
    """
    *datasets* without customer numbers that are half a key: of several tenants each has its 1007.
    """
    halves = {
        stems(name)
        for dataset in datasets
        if dataset.records is RecordKind.CUSTOMER and len(dataset.primary_key) > 1
        for name in dataset.primary_key
    }
    return [
        replace(d, keys=tuple(k for k in d.keys if not _is_half(k, d, halves))) for d in datasets
    ]


def with_pairs(datasets: Sequence[Dataset], lang: Lang) -> list[Dataset]:
    """*datasets*, with the whole key where a customer has a number of a tenant."""
    return [_with_pair(dataset, lang) for dataset in datasets]


def _with_pair(dataset: Dataset, lang: Lang) -> Dataset:
    columns = dataset.primary_key
    numbers = [name for name in columns if _numbers(name)]
    numbered = any(key.kind == KeyKind.CUSTOMER for key in dataset.keys)
    belongs = {name for link in dataset.owner_links for name in link.columns}
    whole = 2 <= len(columns) <= _MOST and len(numbers) == 1 and belongs.isdisjoint(columns)
    if dataset.records is not RecordKind.CUSTOMER or numbered or not whole:
        return dataset
    name = paired(columns)
    column = Column(name=name, type="TEXT", category=Category.NONE, why=_TOGETHER.in_(lang))
    key = Key(kind=KeyKind.CUSTOMER.value, column=name)
    return replace(dataset, columns=(*dataset.columns, column), keys=(*dataset.keys, key))


def _numbers(name: str) -> bool:
    """What the customers of a tenant are told apart by."""
    return stems(name) == ("id",) or is_customer_number(name, in_customer_file=True)


def _is_half(key: Key, dataset: Dataset, halves: Collection[tuple[str, ...]]) -> bool:
    said = stems(called(key.column))
    alone = dataset.has(key.column) and dataset.column(key.column).unique
    return key.kind == KeyKind.CUSTOMER and said in halves and not alone


def _called_alike(dataset: SeenDataset, to: SeenDataset) -> tuple[str, ...]:
    """For each column of the key of *to* the one of *dataset* that is called so; all or none."""
    known = {column.name: column for column in to.columns}
    columns = [_column(dataset, to, known[name]) for name in to.primary_key if name in known]
    names = tuple(column.name for column in columns if column is not None)
    return names if len(set(names)) == len(to.primary_key) else ()


def _column(dataset: SeenDataset, to: SeenDataset, key: SeenColumn) -> SeenColumn | None:
    """Called as the key is, or as the table and the key: ``no`` of a customer, ``customer_no``."""
    wanted = stems(key.name)
    named: Sequence[tuple[str, ...]] = (wanted, (*stems(bare(to.name))[-1:], *wanted))
    for said in named:
        for column in dataset.columns:
            if stems(column.name) == said and _fits(column, key):
                return column
    return None


def _fits(column: SeenColumn, key: SeenColumn) -> bool:
    one, other = shape(column), shape(key)
    return one is other and one in (Shape.NUMBER, Shape.TEXT)
