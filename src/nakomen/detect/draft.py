"""A data map drafted from what a store shows: a proposal, until a person says yes."""

from collections.abc import Mapping
from dataclasses import replace

from nakomen.detect.categorise import REFERENCE, Judged, category
from nakomen.detect.clocks import clocks_of
from nakomen.detect.clocks_elsewhere import with_clocks_elsewhere
from nakomen.detect.composite import with_pairs, without_halves
from nakomen.detect.consents import consent_of
from nakomen.detect.documents import APART, columns_inside, judged_inside
from nakomen.detect.guess import Targets, targets_of
from nakomen.detect.keys import keys_of
from nakomen.detect.keys_inside import keys_inside
from nakomen.detect.kind import kind
from nakomen.detect.links import Links, links_of
from nakomen.detect.of_parts import judged_parts
from nakomen.detect.shape import Shape, shape
from nakomen.detect.usernames import hold_usernames
from nakomen.records import (
    Column,
    Dataset,
    Link,
    SeenColumn,
    SeenDataset,
    StoreMap,
    Survey,
    column_of,
    inside,
)
from nakomen.terms import Category, Certainty, Lang, RecordKind, Text

USERNAMES = Judged(
    Category.LOGIN_CREDENTIALS,
    Certainty.LIKELY,
    Text("de waarden zijn gebruikersnamen", "the values are usernames"),
)


def draft_map(survey: Survey, lang: Lang = Lang.NL) -> StoreMap:
    """
    The map of *survey*'s store, unconfirmed, parents before children.

    Holds names and measures, never a value. *lang* is that of the sentence why.
    """
    links, targets = links_of(survey), targets_of(survey.datasets)
    kinds = {dataset.name: kind(dataset) for dataset in survey.datasets}
    plain = [_drafted(survey.store, d, links[d.name], kinds, lang) for d in survey.datasets]
    drafted = [
        _with_places(survey.store, seen, dataset, targets, lang)
        for seen, dataset in zip(survey.datasets, plain, strict=True)
    ]
    whole = with_pairs(without_halves(drafted), lang)
    ordered = tuple(_parents_first(whole, links))
    return with_clocks_elsewhere(StoreMap(store=survey.store, kind=survey.kind, datasets=ordered))


def _drafted(
    store: str,
    seen: SeenDataset,
    links: tuple[Link, ...],
    kinds: Mapping[str, RecordKind],
    lang: Lang,
) -> Dataset:
    judged = {c.name: _judged(c, seen, links) for c in seen.columns}
    records = kinds[seen.name]
    part = any(link.owner and kinds.get(link.to) is records for link in links)
    return Dataset(
        name=seen.name,
        records=records,
        primary_key=seen.primary_key,
        columns=_columns(seen, judged, links, lang),
        keys=keys_of(store, seen, judged, [ln for ln in links if not any(map(inside, ln.columns))]),
        links=links,
        clocks=clocks_of(seen, records, judged, part=part),
    )


def _with_places(
    store: str, seen: SeenDataset, dataset: Dataset, targets: Targets, lang: Lang
) -> Dataset:
    """*dataset* with the places inside its documents and lists."""
    if not seen.inside:
        return dataset
    judged = judged_inside(seen, dataset.links)
    keys = keys_inside(store, seen, judged, dataset.links, targets, dataset.keys)
    used = {key.column for key in keys} | {n for link in dataset.links for n in link.columns}
    places = columns_inside(seen, judged, used, lang)
    return replace(dataset, columns=(*dataset.columns, *places), keys=(*dataset.keys, *keys))


def _judged(column: SeenColumn, seen: SeenDataset, links: tuple[Link, ...]) -> Judged:
    """A number that points elsewhere is a reference, however the column is called: `author`."""
    points = any(column.name in link.columns and not link.when for link in links)
    if points and shape(column) is Shape.NUMBER:
        return REFERENCE
    if any(column_of(place.name) == column.name for place in seen.inside):
        return APART
    if column.name in hold_usernames(seen):
        return USERNAMES
    return judged_parts(column.name, seen) or category(column, seen)


def _columns(
    seen: SeenDataset, judged: Mapping[str, Judged], links: tuple[Link, ...], lang: Lang
) -> tuple[Column, ...]:
    """The columns; where a guess says whose the rows are nothing is sure."""
    guessed = any(link.owner and not link.declared for link in links)
    keyed = {*seen.primary_key, *(name for link in links for name in link.columns)}
    return tuple(
        Column(
            name=column.name,
            type=column.type,
            category=judged[column.name].category,
            certainty=_at_most_likely(judged[column.name].certainty, guessed),
            why=judged[column.name].why.in_(lang),
            nullable=column.nullable,
            unique=column.unique,
            **_consent(column, keyed),
        )
        for column in seen.columns
    )


def _consent(column: SeenColumn, keyed: set[str]) -> dict[str, str | None]:
    found = None if column.name in keyed else consent_of(column.name, column.type)
    return {"consent_for": found[0], "no": found[1]} if found else {}


def _at_most_likely(certainty: Certainty, guessed: bool) -> Certainty:
    return Certainty.LIKELY if guessed and certainty is Certainty.SURE else certainty


def _parents_first(drafted: list[Dataset], links: Links) -> list[Dataset]:
    """Each after those it points to; in a circle only the links that own count."""
    placed: list[Dataset] = []
    waiting = list(drafted)
    while waiting:
        names = {dataset.name for dataset in waiting}
        free = (d for d in waiting if not _ahead(links[d.name], d.name, names))
        owned = (d for d in waiting if not _ahead(_owning(links[d.name]), d.name, names))
        placed.append(next(free, None) or next(owned))
        waiting.remove(placed[-1])
    return placed


def _owning(links: tuple[Link, ...]) -> tuple[Link, ...]:
    return tuple(link for link in links if link.owner)


def _ahead(links: tuple[Link, ...], own: str, waiting: set[str]) -> bool:
    return any(link.to in waiting and link.to != own for link in links)
