"""Surveys built by hand: tables with sample values, measured by the real detectors."""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from nakomen.detect import shares
from nakomen.records import SeenColumn, SeenDataset, SeenLink, StoreMap, Survey, normal

ANSWERS = Path(__file__).parent / "answers"
KINDS = ("email", "phone", "iban")


def column(
    name: str, type: str = "TEXT", values: Sequence[object] = (), *, unique: bool = False
) -> SeenColumn:
    """A column with these values, measured as a store measures them and then forgotten."""
    filled = [value for value in values if value is not None]
    written = {k: all(normal(k, str(v)) == str(v) for v in filled) for k in KINDS if filled}
    return SeenColumn(
        name=name,
        type=type,
        unique=unique,
        sampled=len(filled),
        shares=shares(values),
        different=len(set(map(str, filled))),
        distinct=len(set(filled)) == len(filled),
        written=written,
    )


def ident(name: str = "id") -> SeenColumn:
    return column(name, "BIGINT", range(1, 9), unique=True)


def table(
    name: str,
    *columns: SeenColumn,
    links: Mapping[str, str] | None = None,
    key: str = "id",
) -> SeenDataset:
    """A table with primary key *key*, and *links* from a column to ``table.column``."""
    return SeenDataset(
        name=name,
        rows=8,
        columns=(ident(key), *columns),
        primary_key=(key,),
        links=tuple(
            SeenLink(columns=(here,), to=to.split(".")[0], to_columns=(to.split(".")[1],))
            for here, to in (links or {}).items()
        ),
    )


def survey(*datasets: SeenDataset, store: str = "crm") -> Survey:
    return Survey(store=store, kind="sql", datasets=datasets)


def told(store_map: StoreMap) -> dict[str, Any]:
    """A draft as an answer file writes it; datasets in order."""
    return {
        d.name: {
            "records": d.records.value,
            "columns": {c.name: f"{c.category} {c.certainty}" for c in d.columns},
            "keys": {k.column: f"{k.kind} {k.role} {k.written}" for k in d.keys},
            "links": {
                " ".join(ln.columns): f"{ln.to} {'owner' if ln.owner else 'other'}"
                + ("" if ln.declared else " guessed")
                for ln in d.links
            },
            "clocks": {
                c.moment.value: f"{c.of}.{c.column}" if c.of else c.column for c in d.clocks
            },
        }
        for d in store_map.datasets
    }


def answer(name: str) -> dict[str, Any]:
    """What a person wrote down as right; an empty part may be left out."""
    text = (ANSWERS / f"{name}.yaml").read_text(encoding="utf-8")
    written = YAML(typ="safe", pure=True).load(text)
    parts = ("records", "columns", "keys", "links", "clocks")
    return {
        dataset: {part: said.get(part, {}) for part in parts} for dataset, said in written.items()
    }
