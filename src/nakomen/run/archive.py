"""
Archives: rows that left a system for the vault, and stay there for one purpose until a day.

Whoever opens one says for what and in which role; the ledger notes it. A person who asks for a copy
gets her rows from it as well: each row is found by fingerprints of the keys that it holds.
"""

import json
import os
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.ledger import Entry, Parcel, has_vault
from nakomen.plan import Because, Request, Step, link_kind
from nakomen.records import (
    Act,
    Dataset,
    KeyRole,
    Keys,
    Nothing,
    Row,
    Selection,
    StoreMap,
    Task,
    joined,
    names_of,
    normal,
    pair,
)
from nakomen.records.parking import Parked
from nakomen.run.company import Company
from nakomen.run.thawed import shown
from nakomen.run.writing import gone_if_it_fails, writing
from nakomen.stores.family import family_of
from nakomen.terms import Text

KIND = "opened-archive"
MARK_CHARS = 32


class NoSuchArchive(UsageError):
    """There is no such archive. `nakomen archive` names them."""

    nl = "Dit archief bestaat niet. `nakomen archive` noemt ze."


class NotForThis(PersonMustDecide):
    """This archive is kept for another purpose or another role. `nakomen archive` says which."""

    nl = "Dit archief is voor een ander doel of een andere rol. `nakomen archive` zegt welke."


def archives(company: Company) -> list[Parcel]:
    """Every parcel that is kept as an archive and holds rows."""
    found = company.vault.parcels() if has_vault(company.state) else []
    return [parcel for parcel in found if parcel.purpose and parcel.rows]


def open_archive(
    company: Company, plan: str, purpose: str, role: str, by: str, file: Path, today: date
) -> int:
    """
    Write the rows that *plan* archived to *file*, one JSON object a line; and note who opened it.

    Returns:
        How many rows.

    Raises:
        NoSuchArchive, NotForThis, FolderUnwritable: nothing was written.
    """
    parcels = [p for p in archives(company) if p.plan == plan and p.until and p.until > today]
    if not parcels:
        raise NoSuchArchive
    asked = (_word(purpose), _word(role))
    if any((_word(p.purpose or ""), _word(p.role or "")) != asked for p in parcels):
        raise NotForThis
    body = {
        "plan": plan,
        "purpose": parcels[0].purpose,
        "role": parcels[0].role,
        "rows": sum(parcel.rows for parcel in parcels),
        "by": company.colleague(by),
        "on": today.isoformat(),
    }
    # On record before anything can be read: killed here, it was opened and nothing was seen.
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
    return _write(company, parcels, file)


def _write(company: Company, parcels: Sequence[Parcel], file: Path) -> int:
    written = 0
    with writing(file.name):
        handle = os.open(file, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, 0o600)
        with gone_if_it_fails(file), os.fdopen(handle, "w", encoding="utf-8") as out:
            for parcel in parcels:
                for batch in company.vault.batches(parcel):
                    for row in batch:
                        told = {"dataset": f"{parcel.store}.{parcel.dataset}"}
                        whole = told | dict(_row(company, parcel, row))
                        out.write(json.dumps(whole, ensure_ascii=False, default=str) + "\n")
                        written += 1
    return written


def _word(text: str) -> str:
    return " ".join(text.casefold().split())


def marks_of(company: Company, store: str, dataset: Dataset, row: Parked) -> list[str]:
    """Fingerprints of what shows whose *row* is: its keys, what it belongs to, and its own id."""
    return [_mark(company, *pair) for pair in _pairs(store, dataset, row)]


def _pairs(store: str, dataset: Dataset, row: Parked) -> Iterator[tuple[str, str]]:
    for key in dataset.keys:
        values = [row.values.get(name) for name in names_of(key)]
        value = joined(values) if pair(key.column) else values[0]
        if key.role is not KeyRole.PARTY and value is not None:
            yield key.kind, str(value)
    for link in dataset.owner_links:
        value = row.values.get(link.columns[0])
        if len(link.columns) == 1 and value is not None:
            yield link_kind(store, link.to, link.to_columns[0]), str(value)
    if len(dataset.primary_key) == 1:
        yield link_kind(store, dataset.name, dataset.primary_key[0]), row.place[0]


def _mark(company: Company, kind: str, value: str) -> str:
    return company.subjects.fingerprint(kind, normal(kind, value))[:MARK_CHARS]


def hers(company: Company, keys: Keys) -> list[tuple[Parcel, Parked]]:
    """Archived rows of the person with *keys*, and what belongs to those rows."""
    if not archives(company):
        return []
    found: dict[tuple[int, tuple[str, ...]], tuple[Parcel, Parked]] = {}
    new = [_mark(company, kind, value) for kind, values in keys.items() for value in values]
    while new:
        more = {(p.number, row.place): (p, row) for p, row in company.vault.rows_marked(new)}
        fresh = {place: pair for place, pair in more.items() if place not in found}
        found |= fresh
        new = [
            _mark(company, link_kind(parcel.store, parcel.dataset, names[0]), row.place[0])
            for parcel, row in fresh.values()
            if len(names := _dataset(company, parcel).primary_key) == 1
        ]
    return list(found.values())


def _dataset(company: Company, parcel: Parcel) -> Dataset:
    return company.store_map(parcel.store).dataset(parcel.dataset)


def archive_steps(
    company: Company, request: Request, keys: Keys, subject: str | None
) -> list[Step]:
    """What an archive holds of a person: copied when she asks for that, asked about else."""
    if request not in (Request.ACCESS, Request.ERASE):
        return []
    rows: dict[int, tuple[Parcel, int]] = {}
    for parcel, _ in hers(company, keys):
        rows[parcel.number] = (parcel, rows.get(parcel.number, (parcel, 0))[1] + 1)
    act = Act.EXPORT if request is Request.ACCESS else Act.ASK
    return [
        Step(
            store=parcel.store,
            task=Task(selection=Selection(parcel.dataset, Nothing()), act=act),
            because=Because(
                text=_ARCHIVED.fill(plan=parcel.plan, purpose=parcel.purpose or ""),
                promise=parcel.promise,
                until=parcel.until,
            ),
            rows=count,
            subject=subject,
            parcel=f"{parcel.plan} {parcel.step}",
        )
        for parcel, count in rows.values()
    ]


def copied(company: Company, steps: Sequence[Step], keys: Keys) -> Mapping[str, Sequence[Row]]:
    """Her rows of the archives that *steps* are about, by the parcel of the step."""
    found: dict[str, list[Row]] = {step.parcel: [] for step in steps if step.parcel}
    for parcel, row in hers(company, keys) if found else ():
        if (name := f"{parcel.plan} {parcel.step}") in found:
            found[name].append(_row(company, parcel, row))
    return found


def _row(company: Company, parcel: Parcel, row: Parked) -> Row:
    """As the map names it; a column that nobody described is told too."""
    store_map: StoreMap = company.store_map(parcel.store)
    dataset = store_map.dataset(parcel.dataset)
    told: dict[str, Any] = {column.name: None for column in dataset.columns}
    for name, value in row.values.items():
        fam = family_of(store_map, dataset.name, name) if dataset.has(name) else None
        told[name] = shown(value, fam) if fam else value
    return told


_ARCHIVED = Text(
    "door {plan} in het archief gezet, alleen voor: {purpose}",
    "put in the archive by {plan}, for this only: {purpose}",
)
