"""
Which of the questions that a survey left open are worth reading a whole table for.

What was not seen must be looked for. Of what a sample allows only that matters on which the map
turns: drafted once as if the answer were yes everywhere, and once as if it were no.
"""

from collections.abc import Collection, Iterator
from dataclasses import replace

from nakomen.detect.draft import draft_map
from nakomen.records import (
    DISTINCT,
    FILLED,
    Dataset,
    Key,
    Link,
    Open,
    SeenColumn,
    SeenDataset,
    StoreMap,
    Survey,
)

_Place = tuple[str, str]
"""Dataset and column."""


def left_open(survey: Survey) -> tuple[Open, ...]:
    """
    What to ask `Store.settle`. Empty where no table is large, so nothing is drafted for it.
    """
    every = [*_every(survey)]
    if not every:
        return ()
    yes = draft_map(_granted(survey, every))
    turns = _turning(draft_map(survey), yes)
    distinct = [one for one in every if one.about == DISTINCT]
    asked = [one for one in distinct if (one.dataset, one.column) in turns]
    if asked != distinct and _plain(draft_map(_granted(survey, asked))) != _plain(yes):
        asked = distinct
    normal = {(d.name, k.column) for d in yes.datasets for k in d.keys if k.written == "normal"}
    others = [one for one in every if one.about != DISTINCT]
    return (
        *asked,
        *(one for one in others if one.about == FILLED or (one.dataset, one.column) in normal),
    )


def _every(survey: Survey) -> Iterator[Open]:
    for dataset in survey.datasets:
        for column in dataset.columns:
            yield from (Open(dataset.name, column.name, about) for about in sorted(column.open))


def _granted(survey: Survey, yes: Collection[Open]) -> Survey:
    """The survey as if the answer to each of *yes* were yes."""

    def column(seen: SeenColumn, dataset: str) -> SeenColumn:
        about = {one.about for one in yes if (one.dataset, one.column) == (dataset, seen.name)}
        formed = {**seen.written, **dict.fromkeys(about - {DISTINCT, FILLED}, True)}
        return replace(seen, distinct=seen.distinct or DISTINCT in about, written=formed)

    def dataset(seen: SeenDataset) -> SeenDataset:
        return replace(seen, columns=tuple(column(c, seen.name) for c in seen.columns))

    return replace(survey, datasets=tuple(dataset(seen) for seen in survey.datasets))


def _turning(no: StoreMap, yes: StoreMap) -> set[_Place]:
    """The columns of keys and links that one map has and the other has not."""
    lacking, having = _plain(no), _plain(yes)
    return {
        place
        for name in having
        for one in lacking[name] ^ having[name]
        for place in _places(name, one)
    }


def _plain(store_map: StoreMap) -> dict[str, set[Key | Link]]:
    """Keys and links by dataset, whatever form the keys are written in."""
    return {dataset.name: _ties(dataset) for dataset in store_map.datasets}


def _ties(dataset: Dataset) -> set[Key | Link]:
    return {*(replace(key, written="mixed") for key in dataset.keys), *dataset.links}


def _places(dataset: str, one: Key | Link) -> list[_Place]:
    if isinstance(one, Key):
        return [(dataset, one.column)]
    there = [(one.to, column) for column in one.to_columns]
    return [*((dataset, column) for column in one.columns), *there]
