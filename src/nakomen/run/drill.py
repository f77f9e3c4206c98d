"""
The fire drill: somebody who does not exist is planted, asks for her data, and asks to be erased.

What is found, exported and erased of her is counted row by row against what was planted. The
requests go the same way as everybody's. Killed at any moment, the next drill cleans up first: each
row is in the ledger, by its key and the marks of its values, before it is in a store.
"""

import json
import re
import secrets
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.ledger import JSON, Entry, Line, SubjectUnknown, has_vault
from nakomen.plan import Plan, Request
from nakomen.records import Act, KeyKind, KeyRole, StoreMap
from nakomen.records.planting import Marked, Planted, Planter, Refused, Sample, Stands
from nakomen.run.apply import apply_plan
from nakomen.run.company import Company
from nakomen.run.lease import lease
from nakomen.run.planning import plan_person
from nakomen.run.shelf import load_plan

_MARK_CHARS = 16
_FILE = r"data/{}(-[0-9]+)?\.json"
_KEPT = (Act.KEEP, Act.ASK, Act.BLANK)


class NoSuchSystem(UsageError):
    """There is no system of this name. Those that are known stand in the folder systems."""

    nl = "Er is geen systeem met deze naam. Die bekend zijn staan in de map systems."


class DrillUnconfirmed(PersonMustDecide):
    """Nobody confirmed what an erasure rests on, so a drill would stop halfway. Confirm first."""

    nl = (
        "Niemand heeft bevestigd waar een wissing op rust, dus een oefening zou halverwege stoppen."
        " Bevestig dat eerst."
    )


class DrillLeft(PersonMustDecide):
    """
    A row of the drill was changed by another program, so it is not taken out. Look at it yourself.
    """

    nl = (
        "Een rij van de oefening is door een ander programma veranderd en wordt daarom niet "
        "weggehaald. Bekijk hem zelf."
    )


@dataclass(frozen=True, kw_only=True)
class Drilled:
    """
    One dataset: rows planted, and of those found, exported, erased (or emptied), held by a norm or
    a person's decision, and left; *unseen* says why rows could not be planted.
    """

    store: str
    dataset: str
    planted: int
    found: int = 0
    exported: int = 0
    erased: int = 0
    held: int = 0
    left: int = 0
    unseen: tuple[str, ...] = ()

    @property
    def whole(self) -> bool:
        """Each planted row was found and exported, and is gone, emptied, or held."""
        return self.left == 0 and self.found == self.exported == self.planted


@dataclass(frozen=True, kw_only=True)
class Drill:
    """What a drill showed; *cleaned* are rows that an earlier, killed one had left."""

    datasets: tuple[Drilled, ...]
    cleaned: int
    evidence: str
    unplantable: tuple[str, ...] = ()
    """Systems in which nothing can be planted: they were not tried."""

    @property
    def planted(self) -> int:
        return sum(d.planted for d in self.datasets)

    @property
    def recall(self) -> float | None:
        """The share of planted rows that was found and exported; None when nothing was planted."""
        seen = sum(min(d.found, d.exported) for d in self.datasets)
        return seen / self.planted if self.planted else None

    @property
    def whole(self) -> bool:
        return self.planted > 0 and all(d.whole for d in self.datasets)


@dataclass
class _Running:
    """One drill while it runs."""

    company: Company
    sample: Sample
    today: date
    rows: dict[str, list[Planted]] = field(default_factory=dict)
    refused: dict[str, list[Refused]] = field(default_factory=dict)

    def mark(self, value: str) -> str:
        return self.company.subjects.fingerprint("drill", value)[:_MARK_CHARS]

    def note(self, kind: str, **body: JSON) -> None:
        entry = Entry(kind=kind, body={"drill": self.sample.tag, **body})
        self.company.ledger.append([entry], at=datetime.now(UTC))


def drill(company: Company, today: date, only: Sequence[str] = ()) -> Drill:
    """
    Plant, ask, erase, count, clean up.

    Args:
        only: systems to plant in; without it, all. The requests always go through all.

    Raises:
        NoSuchSystem, DrillUnconfirmed, Busy: nothing was planted.
        ManyPersons, StoreError: and everything that was planted is taken out again.
        DrillLeft: but for a row that somebody changed.
    """
    maps = _chosen(company, only)
    with lease(company, "drill"):
        return _drilled(company, today, maps)


def _drilled(company: Company, today: date, maps: Sequence[StoreMap]) -> Drill:
    with lease(company):
        cleaned = clean(company)
    company.check_shapes()
    _refuse_unconfirmed(company)
    sample = Sample(tag=secrets.token_hex(4), day=today)
    running = _Running(company, sample, today)
    running.note("drill", on=today.isoformat(), stores=[m.store for m in maps])
    try:
        for store_map in maps:
            _plant(running, store_map)
        datasets = tuple(_measured(running))
        running.note("drilled", on=today.isoformat(), datasets=[_told(d) for d in datasets])
    finally:
        with lease(company):
            clean(company)
    head = company.ledger.head()
    return Drill(
        datasets=datasets,
        cleaned=cleaned,
        evidence=f"{head.size}-{head.root.hex()[:16]}" if head else "",
        unplantable=tuple(
            m.store for m in maps if not isinstance(company.stores[m.store], Planter)
        ),
    )


def _chosen(company: Company, only: Sequence[str]) -> list[StoreMap]:
    known = [m.store for m in company.maps]
    if unknown := [name for name in only if name not in known]:
        raise NoSuchSystem(f"{', '.join(unknown)} ({', '.join(known)})")
    return [m for m in company.maps if not only or m.store in only]


def _refuse_unconfirmed(company: Company) -> None:
    missing = [
        f"systems/{m.store} {d.name}" for m in company.maps for d in m.datasets if not d.confirmed
    ]
    if missing:
        raise DrillUnconfirmed(", ".join(missing), entries=missing)


def _plant(running: _Running, store_map: StoreMap) -> None:
    store = running.company.stores[store_map.store]
    if not isinstance(store, Planter):
        return

    def noted(rows: Sequence[Planted]) -> None:
        told: list[JSON] = [
            {
                "dataset": row.dataset,
                "key": dict(row.key),
                "marks": {name: running.mark(value) for name, value in row.values.items()},
            }
            for row in rows
        ]
        running.note("drill-rows", store=store_map.store, rows=told)

    running.rows[store_map.store], running.refused[store_map.store] = store.plant(
        running.sample, noted
    )


def _measured(running: _Running) -> Iterator[Drilled]:
    """Both requests, as she would make them, and what each dataset shows."""
    given = _given(running)
    exported: dict[tuple[str, str], int] = {}
    found: dict[tuple[str, str], int] = {}
    held: dict[tuple[str, str], int] = {}
    if given:
        access = _requested(running, Request.ACCESS, given)
        found = _rows(access, (Act.EXPORT,))
        exported = _exported(running, access)
        erase = _requested(running, Request.ERASE, given)
        _carried_out(running, erase)
        held = _rows(erase, _KEPT)
    for store_map in running.company.maps:
        for name, rows, became in _standing(running, store_map.store):
            place = store_map.store, name
            stays = sum(state is Stands.WHOLE for state in became)
            emptied = sum(state is not Stands.WHOLE for state in became)
            kept = min(stays, held.get(place, 0))
            yield Drilled(
                store=store_map.store,
                dataset=name,
                planted=len(rows),
                found=min(found.get(place, 0), len(rows)),
                exported=min(exported.get(place, 0), len(rows)),
                erased=emptied,
                held=kept,
                left=stays - kept,
                unseen=tuple(
                    _refusal(refused)
                    for refused in running.refused.get(store_map.store, ())
                    if refused.dataset == name
                ),
            )


def _given(running: _Running) -> list[tuple[str, str]]:
    """The key that she names: her address, or else what she is known by."""
    kinds = {
        key.kind
        for store_map in running.company.maps
        for dataset in store_map.datasets
        for key in dataset.keys
        if key.role is KeyRole.SUBJECT
    }
    order = (KeyKind.EMAIL, KeyKind.CUSTOMER, KeyKind.USERNAME, *sorted(kinds))
    return next(([(kind, running.sample.key(kind))] for kind in order if kind in kinds), [])


def _requested(running: _Running, request: Request, given: list[tuple[str, str]]) -> Plan:
    company = running.company
    plan = plan_person(company, request, given, running.today).plan
    running.note("drill-plan", plan=plan.id)
    return plan


def _rows(plan: Plan, acts: Iterable[Act]) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for step in plan.steps:
        if step.task.act in acts:
            place = step.store, step.task.dataset
            found[place] = found.get(place, 0) + step.rows
    return found


def _exported(running: _Running, plan: Plan) -> dict[tuple[str, str], int]:
    """Planted rows that stand in the archive, known by their keys."""
    file = _archive(running.company)
    try:
        _carried_out(running, plan, file)
        with zipfile.ZipFile(file) as archive:
            return dict(_in_archive(running, archive))
    finally:
        file.unlink(missing_ok=True)


def _archive(company: Company) -> Path:
    return company.state / "drill.zip"


def _in_archive(
    running: _Running, archive: zipfile.ZipFile
) -> Iterator[tuple[tuple[str, str], int]]:
    for store, rows in running.rows.items():
        for name in dict.fromkeys(row.dataset for row in rows):
            keys = [dict(row.key) for row in rows if row.dataset == name]
            there = [
                row
                for file in archive.namelist()
                if re.fullmatch(_FILE.format(re.escape(f"{store}.{name}")), file)
                for row in json.loads(archive.read(file))
            ]
            yield (store, name), sum(any(_is(key, row) for row in there) for key in keys)


def _is(key: dict[str, str], row: dict[str, object]) -> bool:
    return all(str(row.get(name)) == value for name, value in key.items())


def _carried_out(running: _Running, plan: Plan, out: Path | None = None) -> None:
    for _ in apply_plan(running.company, plan, running.today, out):
        pass


def _standing(running: _Running, name: str) -> Iterator[tuple[str, list[Planted], list[Stands]]]:
    """Dataset, its planted rows, and what became of each, seen through a fresh connection."""
    rows, refused = running.rows.get(name, []), running.refused.get(name, [])
    datasets = dict.fromkeys([*(r.dataset for r in rows), *(r.dataset for r in refused)])
    if not datasets:
        return
    with running.company.stores[name].reopen() as fresh:
        assert isinstance(fresh, Planter)
        for dataset in datasets:
            mine = [row for row in rows if row.dataset == dataset]
            marked = [
                Marked(
                    dataset=dataset,
                    key=row.key,
                    marks={c: running.mark(value) for c, value in row.values.items()},
                )
                for row in mine
            ]
            yield dataset, mine, fresh.became(marked, running.mark)


def _refusal(refused: Refused) -> str:
    return f"{refused.through} → {refused.why}" if refused.through else refused.why


def _told(drilled: Drilled) -> dict[str, JSON]:
    return {
        "store": drilled.store,
        "dataset": drilled.dataset,
        "planted": drilled.planted,
        "found": drilled.found,
        "exported": drilled.exported,
        "erased": drilled.erased,
        "held": drilled.held,
        "left": drilled.left,
        "unseen": list(drilled.unseen),
    }


def clean(company: Company) -> int:
    """
    Take out everything that drills left, and forget their persons; the number of rows taken out.

    Raises:
        DrillLeft: a row stands there that is not as it was planted; the others are taken out.
    """
    ended = {str(line.body["drill"]) for line in company.ledger.lines(kind="drill-clean")}
    begun = [line for line in company.ledger.lines(kind="drill") if line.body["drill"] not in ended]
    return sum(_clean(company, line) for line in begun)


def _clean(company: Company, begun: Line) -> int:
    tag = str(begun.body["drill"])
    running = _Running(
        company, Sample(tag=tag, day=date.fromisoformat(str(begun.body["on"]))), date.min
    )
    _archive(company).unlink(missing_ok=True)
    removed, other = 0, []
    for line in company.ledger.lines(kind="drill-rows", drill=tag):
        rows = [Marked(**row) for row in line.body["rows"]]
        store = company.stores[str(line.body["store"])]
        assert isinstance(store, Planter)
        for row, was in zip(rows, store.uproot(rows, running.mark), strict=True):
            removed += was in (Stands.WHOLE, Stands.EMPTIED)
            other += [f"{line.body['store']}.{row.dataset}"] if was is Stands.OTHER else []
    _forget(running, begun)
    running.note("drill-clean", removed=removed, other=sorted(set(other)))
    if other:
        raise DrillLeft(", ".join(sorted(set(other))))
    return removed


def _forget(running: _Running, begun: Line) -> None:
    """Her requests are marked as no one's, her keys are destroyed, her calendar is empty."""
    company = running.company
    noted = {str(x.body["plan"]) for x in company.ledger.lines(kind="drill-plan")}
    persons: dict[str, str] = {}
    for line in company.ledger.lines(kind="planned"):
        if line.seq < begun.seq:
            continue
        plan = load_plan(company, str(line.body["plan"]))
        subject = next((step.subject for step in plan.steps if step.subject), None)
        if plan.id in noted or (subject and _hers(running, subject)):
            if plan.id not in noted:
                running.note("drill-plan", plan=plan.id)
            if has_vault(company.state):
                company.vault.destroy(company.vault.parcels(plan=plan.id))
            if subject:
                persons[subject] = plan.id
    for subject, plan_id in persons.items():
        company.subjects.forget(subject)
        released = Entry(kind="released", body={"plan": plan_id, "subject": subject})
        company.ledger.append([released], at=datetime.now(UTC))


def _hers(running: _Running, subject: str) -> bool:
    """The subject book knows this person by the drill's own tag."""
    with suppress(SubjectUnknown):
        keys = running.company.subjects.keys(subject)
        return any(running.sample.tag in value.lower() for _, value in keys)
    return False
