"""
Which keys are believed to stand in normal form, so that an index may find them.

A map says it of the day on which it was made. An odd value that came later is found by no index,
so the map is believed only while somebody read the whole column of late, and else the column is
searched in any writing: slower, and nobody is missed. A small table is always searched so.
"""

import hashlib
import json
import os
from collections.abc import Collection, Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from nakomen.policy import Settings
from nakomen.records import Dataset, Key, StoreMap, Survey
from nakomen.run.writing import replaced, writing
from nakomen.stores.family import Family, family
from nakomen.stores.wanted import WRITTEN_KINDS

BELIEVED = timedelta(days=31)
"""So long an answer holds; a survey each week or night renews it."""
SMALL_ROWS = 50_000
"""Below this a search in any writing takes some milliseconds, and no survey need be trusted."""
_FILE = "written.json"


def believed_normal(store_map: StoreMap) -> Iterator[tuple[Dataset, Key]]:
    """Every key that is searched as the map's `written: normal` says, and that a store can ask."""
    return _normal(store_map, (Family.TEXT,))


def _normal(store_map: StoreMap, families: Collection[Family]) -> Iterator[tuple[Dataset, Key]]:
    """A number has one writing; a place inside a document is compared in any."""
    for dataset in store_map.datasets:
        stored = {c.name: family(c.type) for c in dataset.stored}
        for key in dataset.keys:
            normal = key.kind in WRITTEN_KINDS and key.written == "normal"
            if normal and stored.get(key.column) in families:
                yield dataset, key


def large(keys: Iterable[tuple[Dataset, Key]], survey: Survey) -> Iterator[tuple[Dataset, Key]]:
    """Those of *keys* whose table is so large that it matters how it is searched."""
    rows = {dataset.name: dataset.rows for dataset in survey.datasets}
    return ((dataset, key) for dataset, key in keys if rows.get(dataset.name, 0) >= SMALL_ROWS)


def believed(
    maps: Iterable[StoreMap], settings: Settings, state: Path, now: datetime
) -> tuple[StoreMap, ...]:
    """*maps* with `mixed` for each key of which no survey of late said that it is normal."""
    answers = _answers(state)
    return tuple(
        _believed(m, answers.get(_at(m.store, settings.stores.get(m.store, "")), {}), now)
        for m in maps
    )


def _believed(store_map: StoreMap, answers: Mapping[str, str], now: datetime) -> StoreMap:
    doubted = {
        (dataset.name, key)
        for dataset, key in _normal(store_map, (Family.TEXT, Family.OTHER))
        if not _recent(answers.get(_place(dataset, key)), now)
    }
    if not doubted:
        return store_map

    def of(dataset: Dataset) -> Dataset:
        if not any((dataset.name, key) in doubted for key in dataset.keys):
            return dataset
        keys = (
            replace(key, written="mixed") if (dataset.name, key) in doubted else key
            for key in dataset.keys
        )
        return replace(dataset, keys=tuple(keys))

    return replace(store_map, datasets=tuple(of(dataset) for dataset in store_map.datasets))


def _recent(answer: str | None, now: datetime) -> bool:
    """A moment that cannot be read, or is yet to come, is no answer."""
    with suppress(ValueError, TypeError):
        return timedelta(0) <= now - datetime.fromisoformat(answer or "") <= BELIEVED
    return False


def remember(state: Path, store: str, address: str, normal: Iterable[tuple[Dataset, Key]]) -> None:
    """
    The whole columns of *normal* were read just now, and hold no odd value; others of *store* do,
    or nobody knows. *address* is as the settings have it, without secrets.

    Raises:
        FolderUnwritable: nothing was noted.
    """
    now = datetime.now(UTC).isoformat(timespec="seconds")
    answers = _answers(state)
    answers[_at(store, address)] = {_place(dataset, key): now for dataset, key in normal}
    file = state / _FILE
    with writing(_FILE), suppress(FileExistsError):
        os.close(os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600))
    with replaced(file, json.dumps(answers, indent=1, sort_keys=True)):
        pass


def _answers(state: Path) -> dict[str, dict[str, str]]:
    """
    Digest of a store and its address → place and kind of a key → moment of the answer.

    What cannot be read says nothing, so each key is searched in any writing.
    """
    with suppress(OSError, ValueError):
        told = json.loads((state / _FILE).read_text("utf-8"))
        if isinstance(told, dict) and all(isinstance(one, dict) for one in told.values()):
            return told
    return {}


def _at(store: str, address: str) -> str:
    """Another address is another database, of which nothing is known yet."""
    return hashlib.sha256(f"{store} {address}".encode()).hexdigest()[:16]


def _place(dataset: Dataset, key: Key) -> str:
    return f"{dataset.name} {key.column} {key.kind}"
