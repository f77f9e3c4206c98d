"""What a survey of the reference store sees: every value is looked at, none is kept."""

from collections.abc import Mapping, Sequence
from typing import Any

from nakomen import detect
from nakomen.records import Dataset, SeenColumn, SeenDataset, SeenLink, normal
from nakomen.stores.wanted import WRITTEN_KINDS


def seen(dataset: Dataset, rows: Sequence[Mapping[str, Any]], sample_rows: int) -> SeenDataset:
    columns = []
    for column in dataset.stored:
        filled = [row[column.name] for row in rows if row[column.name] not in (None, "")]
        columns.append(
            SeenColumn(
                name=column.name,
                type=column.type,
                nullable=column.nullable,
                unique=column.unique,
                sampled=len(filled[:sample_rows]),
                shares=detect.shares(filled[:sample_rows]),
                distinct=len(set(map(str, filled))) == len(filled),
                written={k: all(normal(k, str(v)) == v for v in filled) for k in WRITTEN_KINDS},
            )
        )
    links = tuple(
        SeenLink(columns=link.columns, to=link.to, to_columns=link.to_columns)
        for link in dataset.links
    )
    return SeenDataset(
        name=dataset.name,
        rows=len(rows),
        columns=tuple(columns),
        primary_key=dataset.primary_key,
        links=links,
    )
