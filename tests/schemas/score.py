"""
What `connect` makes of a database, held against a hand-made answer.

An answer file (``answers/NAME.yaml``) says:

- ``columns``: table → column → category; a column that is not named is ``none``. Two right answers
  are written ``name|other``.
- ``links``: ``table.column -> table.column``; of several columns ``table.(a, b) -> table.(c, d)``;
  one that holds only where another column has a fixed value ends in `` when column=value``.
  ``links_too``: neither asked for nor wrong.
- ``keys``: table → column → kind, where a person is recognised (``column when other=value``).
- ``persons``: what is ``given`` (kind → value), which rows are ``hers`` and which ``name`` her as
  another party: table → primary keys. ``by`` names the columns for a table without a primary key.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from nakomen.detect import draft_map
from nakomen.plan import whose
from nakomen.policy import load_map, map_yaml
from nakomen.records import Act, Link, Selection, Store, StoreMap, Task, gather, normal
from nakomen.run.resolve import resolve
from nakomen.stores.sql import open_store
from nakomen.terms import Certainty

ANSWERS = Path(__file__).parent / "answers"
STORE = "crm"


@dataclass(frozen=True, kw_only=True)
class Share:
    """How many were found that should be, and how many that should not."""

    right: int = 0
    wrong: frozenset[str] = frozenset()
    missed: frozenset[str] = frozenset()

    @property
    def precision(self) -> float:
        told = self.right + len(self.wrong)
        return self.right / told if told else 1.0

    @property
    def recall(self) -> float:
        asked = self.right + len(self.missed)
        return self.right / asked if asked else 1.0

    @property
    def f1(self) -> float:
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0

    def __add__(self, other: "Share") -> "Share":
        return Share(
            right=self.right + other.right,
            wrong=self.wrong | other.wrong,
            missed=self.missed | other.missed,
        )


@dataclass(frozen=True, kw_only=True)
class Score:
    """One database: categories (sure and likely), links, keys, and rows of persons."""

    name: str
    category: Share
    links: Share
    keys: Share
    rows: Share = field(default_factory=Share)

    def __str__(self) -> str:
        parts = {p: getattr(self, p) for p in ("category", "links", "keys", "rows")}
        lines = [
            f"{self.name:12} {name:9} P {s.precision:.3f}  R {s.recall:.3f}  F1 {s.f1:.3f}"
            f"  wrong: {', '.join(sorted(s.wrong)) or '-'}"
            f"  missed: {', '.join(sorted(s.missed)) or '-'}"
            for name, s in parts.items()
        ]
        return "\n".join(lines)


def scored(name: str, url: str) -> Score:
    """Survey, draft, write and read the map as `nakomen connect` does; then look for persons."""
    answer = YAML(typ="safe", pure=True).load((ANSWERS / f"{name}.yaml").read_text("utf-8"))
    store_map = connected(url)
    score = Score(
        name=name,
        category=_categories(store_map, answer.get("columns", {})),
        links=_links(store_map, answer),
        keys=_compared(_keys(store_map), set(_asked_keys(answer.get("keys", {})))),
    )
    rows = Share()
    with open_store(STORE, url, store_map) as store:
        for person in answer.get("persons", ()):
            rows += _person(store_map, store, person, answer.get("by", {}))
    return Score(name=name, category=score.category, links=score.links, keys=score.keys, rows=rows)


def connected(url: str) -> StoreMap:
    """The map as it reads back from the file that `nakomen connect` writes."""
    with open_store(STORE, url) as store:
        survey = store.survey()
    drafted = draft_map(survey)
    rows = {dataset.name: dataset.rows for dataset in survey.datasets}
    read, findings = load_map(map_yaml(drafted, rows), f"systems/{STORE}.yaml")
    assert read == drafted, findings
    return read


def _categories(store_map: StoreMap, asked: Mapping[str, Mapping[str, str]]) -> Share:
    """Doubtful is not told: a doubtful column that is personal is a miss."""
    right, wrong, missed = 0, set[str](), set[str]()
    known = {d.name: {c.name for c in d.columns} for d in store_map.datasets}
    strange = {f"{t}.{c}" for t, cs in asked.items() for c in cs if c not in known.get(t, ())}
    assert not strange, f"the answer names what is not there: {strange}"
    for dataset in store_map.datasets:
        for column in dataset.columns:
            place = f"{dataset.name}.{column.name}"
            answers = asked.get(dataset.name, {}).get(column.name, "none").split("|")
            told = column.category.value if column.certainty is not Certainty.DOUBTFUL else "none"
            if told in answers:
                right += told != "none"
            else:
                wrong |= {f"{place}={told}"} if told != "none" else set()
                missed |= {f"{place}={answers[0]}"} if "none" not in answers else set()
    return Share(right=right, wrong=frozenset(wrong), missed=frozenset(missed))


def _links(store_map: StoreMap, answer: Mapping[str, Any]) -> Share:
    told = {_written(d.name, link) for d in store_map.datasets for link in d.links}
    return _compared(told - set(answer.get("links_too", ())), set(answer.get("links", ())))


def _written(dataset: str, link: Link) -> str:
    here, there = f"{dataset}.{_of(link.columns)}", f"{link.to}.{_of(link.to_columns)}"
    return f"{here} -> {there}{_when(link)}"


def _of(columns: Sequence[str]) -> str:
    return columns[0] if len(columns) == 1 else f"({', '.join(columns)})"


def _when(thing: object) -> str:
    when = getattr(thing, "when", None)
    return f" when {when[0]}={when[1]}" if when else ""


def _keys(store_map: StoreMap) -> set[str]:
    """Keys by a kind that people give; keys that travel along links are judged by the rows."""
    return {
        f"{d.name}.{key.column}{_path(key)}{_when(key)}={key.kind}"
        for d in store_map.datasets
        for key in d.keys
        if "." not in key.kind
    }


def _path(key: object) -> str:
    path = getattr(key, "path", None)
    return f"#{path}" if path else ""


def _asked_keys(keys: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    for table, columns in keys.items():
        yield from (f"{table}.{column}={kind}" for column, kind in columns.items())


def _compared(told: set[str], asked: set[str]) -> Share:
    return Share(
        right=len(told & asked), wrong=frozenset(told - asked), missed=frozenset(asked - told)
    )


def _person(
    store_map: StoreMap, store: Store, person: Mapping[str, Any], by: Mapping[str, Sequence[str]]
) -> Share:
    """A row of hers must come back as hers; one that names her must come back, but not as hers."""
    given = [(kind, normal(kind, str(value))) for kind, value in person["given"].items()]
    keys = resolve([store_map], {STORE: store}, given)
    keys = gather((kind, value) for kind, values in keys.items() for value in values)
    owned = whose(store_map, frozenset(keys), found=True)
    found: dict[str, set[str]] = {"hers": set(), "named": set()}
    for dataset in store_map.datasets:
        columns = tuple(by.get(dataset.name, dataset.primary_key))
        parts = {"hers": owned[dataset.name].hers, "named": owned[dataset.name].shared}
        for part, where in parts.items():
            task = Task(selection=Selection(dataset.name, where), act=Act.EXPORT, columns=columns)
            rows = store.export(task, keys)
            found[part] |= {_place(dataset.name, row.values()) for row in rows}
    who = next(iter(person["given"].values()))
    told = {f"{who}: {part} {row}" for part, rows in found.items() for row in rows}
    asked = {
        f"{who}: {part} {_place(table, row if isinstance(row, list) else [row])}"
        for part in found
        for table, rows in person.get(part, {}).items()
        for row in rows
    }
    return _compared(told, asked)


def _place(table: str, values: Iterable[object]) -> str:
    return f"{table} {'/'.join(str(value) for value in values)}"


def holds(score: Score) -> None:
    """The floors of every database of other people's design; says first what was found."""
    print(score)
    assert score.rows.precision == 1.0, f"rows of others: {sorted(score.rows.wrong)}"
    assert score.rows.recall >= 0.98, f"rows not found: {sorted(score.rows.missed)}"
    assert score.category.f1 >= 0.95, f"{score.category}"
    assert score.links.f1 >= 0.95, f"{score.links}"
