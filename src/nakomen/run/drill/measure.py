"""The requests of who was planted, as anybody would make them, and what became of each row."""

import json
import re
import zipfile
from collections.abc import Iterable, Iterator
from pathlib import Path

from nakomen.plan import Plan, Request
from nakomen.records import Act, KeyKind, KeyRole
from nakomen.records.planting import Marked, Planted, Planter, Refused, Stands
from nakomen.run.apply import apply_plan
from nakomen.run.drill.figures import Drilled
from nakomen.run.drill.running import Running, archive_of
from nakomen.run.planning import plan_person

_FILE = r"data/{}(-[0-9]+)?\.json"
_KEPT = (Act.KEEP, Act.ASK, Act.BLANK)


def measured(running: Running) -> Iterator[Drilled]:
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


def _given(running: Running) -> list[tuple[str, str]]:
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


def _requested(running: Running, request: Request, given: list[tuple[str, str]]) -> Plan:
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


def _exported(running: Running, plan: Plan) -> dict[tuple[str, str], int]:
    """Planted rows that stand in the archive, known by their keys."""
    file = archive_of(running.company)
    try:
        _carried_out(running, plan, file)
        with zipfile.ZipFile(file) as archive:
            return dict(_in_archive(running, archive))
    finally:
        file.unlink(missing_ok=True)


def _in_archive(
    running: Running, archive: zipfile.ZipFile
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


def _carried_out(running: Running, plan: Plan, out: Path | None = None) -> None:
    for _ in apply_plan(running.company, plan, running.today, out):
        pass


def _standing(running: Running, name: str) -> Iterator[tuple[str, list[Planted], list[Stands]]]:
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
