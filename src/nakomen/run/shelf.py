"""Plans are kept until they are carried out, each in a file of its own that is never changed."""

import json
import os
import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from nakomen.errors import UsageError
from nakomen.ledger import Entry
from nakomen.plan import Plan, digest, plan_from, plan_json
from nakomen.run.company import Company
from nakomen.run.stale import PlanChanged
from nakomen.run.writing import gone_if_it_fails, writing

_PLAN_ID = re.compile(r"plan-[0-9]{4,9}")


class NoSuchPlan(UsageError):
    """There is no such plan. `nakomen plan` makes one and names it."""

    nl = "Dit plan bestaat niet. `nakomen plan` maakt er een en noemt de naam."


def keep(company: Company, plan: Plan, entries: Sequence[Entry] = ()) -> Plan:
    """
    Give *plan* its name, write it down, and note its digest in the ledger.

    *entries* say more of it; they are noted with its name, in the same commit.
    """
    folder = company.state / "plans"
    with writing(folder.name):
        folder.mkdir(mode=0o700, exist_ok=True)
    number = 1 + max((int(f.stem.split("-")[1]) for f in folder.glob("plan-*.json")), default=0)
    while True:
        named = replace(plan, id=f"plan-{number:04}")
        if _write_new(folder / f"{named.id}.json", named):
            break
        number += 1
    with gone_if_it_fails(folder / f"{named.id}.json"):
        more = [replace(entry, body={**entry.body, "plan": named.id}) for entry in entries]
        company.ledger.append([*more, _planned(named)], at=datetime.now(UTC))
    return named


def _planned(plan: Plan) -> Entry:
    acts: dict[str, int] = {}
    for step in plan.steps:
        acts[step.task.act] = acts.get(step.task.act, 0) + step.rows
    body = {
        "plan": plan.id,
        "request": plan.request.value,
        "today": plan.today.isoformat(),
        "digest": digest(plan),
        "made_from": plan.made_from,
        "rows": acts,
    }
    return Entry(kind="planned", body=body)


def _write_new(file: Path, plan: Plan) -> bool:
    """Write a plan under a name that nobody else took; False when somebody just did."""
    text = json.dumps(plan_json(plan), ensure_ascii=False)
    with writing(file.name):
        try:
            handle = os.open(file, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
        except FileExistsError:
            return False
        with gone_if_it_fails(file), os.fdopen(handle, "w", encoding="utf-8") as out:
            out.write(text)
    return True


def load_plan(company: Company, id: str) -> Plan:
    """
    Raises:
        NoSuchPlan: nothing is stored under that name.
        PlanChanged: it can no longer be read.
    """
    if not _PLAN_ID.fullmatch(id):
        raise NoSuchPlan  # what was typed may be about a person
    file = company.state / "plans" / f"{id}.json"
    if not file.is_file():
        raise NoSuchPlan(id)
    try:
        return plan_from(json.loads(file.read_bytes()))
    except (ValueError, LookupError, TypeError):
        raise PlanChanged(id) from None
