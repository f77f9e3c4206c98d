"""
Five published statements, each carried out on PostgreSQL, MariaDB and SQLite.

What must be gone and what must have stayed is said by `nakomen.demo.provider.oracle`, which is
plain SQL and knows nothing of maps, policies and plans.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from tests.circle.due import DUE
from tests.circle.providers import provider
from tests.circle.witness import Subject, emptied, filled, free_on, read_copy, subject, there
from tests.circle.world import World, rows, statement

from nakomen import Company
from nakomen.demo.provider import cast, oracle
from nakomen.terms import Right

ANNA = cast.ANNA
KEY = ("--key", f"email={ANNA.email}")
MASK = "•••"
DECIDE = 4
"""Exit code: done, and a person must still decide about what no promise covers."""
KEPT_BY_LAW = {"invoice", "invoice_line", "payment"}

BROKEN = {"technorama": ["cdr-one-year"], "itsb": ["retention-sweep", "retention-sweep"]}
"""Controls of promises that the provider's data breaks; no other statement has a term to count."""
DESTRUCTION = "irrecoverable-destruction"
MENDED = {"technorama": ["kept"], "itsb": ["kept", "unseen"]}
"""Their verdicts after the run. «All your data» of ITSB has no end date in the newsletter."""

CASES = [
    ("sqlite", "vextra"),
    ("sqlite", "upgraders"),
    ("mariadb", "etsoft"),
    ("postgresql", "itsb"),
    ("postgresql", "technorama"),
]
"""Each statement once, those that name terms or bind the most on a server."""


@pytest.fixture
def world(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[World]:
    """The provider on one database, under one statement; read, drafted and confirmed."""
    database, name = request.param
    source = statement(name)
    with provider(database, "tiny", tmp_path) as urls:
        world = World(folder=tmp_path / name, urls=urls)
        world.init(source, None if database == "postgresql" else "UTC")
        yield world
        world.close()


@pytest.mark.parametrize("world", CASES, indirect=True, ids="-".join)
def test_a_published_statement_is_carried_out(world: World) -> None:
    """Access, erasure, retention and the end of a hold touch just the rows that the oracle says."""
    crm = world.engine("crm")
    anna = subject(crm, ANNA)
    she_is_there(world, anna)
    others = oracle.snapshot(crm, anna.changes)
    readers = oracle.snapshot(world.engine("newsletter"), her_mail(world), store="newsletter")
    before = promises_before(world)

    her_copy_is_hers(world, anna)
    assert oracle.hers(crm, ANNA.number) == anna.hers

    plan = what_stays_has_a_reason(world, anna)
    she_is_erased(world, anna, plan)
    assert oracle.snapshot(crm, anna.changes) == others
    assert oracle.snapshot(world.engine("newsletter"), store="newsletter") == readers

    what_is_due_goes(world)
    promises_after(world, before)
    her_invoices_go_when_they_may(world, anna)


def her_mail(world: World) -> dict[str, frozenset[int]]:
    return {"subscriber": oracle.subscribers(world.engine("newsletter"), ANNA.email)}


def she_is_there(world: World, anna: Subject) -> None:
    """In every table; invoices on both sides of the line; calls with others; a shared number."""
    assert set(filled(anna.hers)) == set(anna.hers) - {"contact"}
    assert set(filled(anna.held)) == KEPT_BY_LAW | {"customer"}
    assert set(filled(anna.gone)) == set(anna.hers) - {"contact", "customer"}
    assert anna.shared["call_record"]
    crm = world.engine("crm")
    numbers = [oracle.profile(crm, who.id)["phone"] for who in (ANNA, cast.DAAN)]
    assert numbers[0].endswith(numbers[1][-8:])
    assert numbers[0] != numbers[1]
    assert her_mail(world)["subscriber"]


def promises_before(world: World) -> dict[str, str]:
    """The counted promises are broken, and nothing is kept of which there is no proof yet."""
    told = world.run("status", code=3 if world.folder.name in BROKEN else 0)["promises"]
    broken = [p["control"] for p in told if p["verdict"] == "broken"]
    assert broken == BROKEN.get(world.folder.name, [])
    assert not [p for p in told if p["verdict"] == "kept"]
    return world.verdicts()


def her_copy_is_hers(world: World, anna: Subject) -> None:
    """Just her rows and what she shares; what is another's is masked; nobody else is named."""
    planned = world.plan("access", *KEY)
    everywhere = {(s["store"], s["dataset"]) for s in planned["steps"]}
    assert everywhere == {("crm", t) for t in [*anna.hers, "staff"]} | {
        ("newsletter", "subscriber")
    }
    world.apply(planned["plan"], "-o", world.folder.parent / "copy.zip")
    copy = read_copy(world.folder.parent / "copy.zip")
    assert copy.ids("crm") == filled(anna.hers)
    assert copy.ids("newsletter") == her_mail(world)
    assert copy.shared_ids("crm") == filled(anna.shared)
    for row in copy.shared["crm.call_record"]:
        assert {row["caller"], row["callee"]} <= {*ANNA.msisdns, MASK, None}
        assert row["subscription_id"] == MASK
    for other in (cast.OTHER_ANNA, cast.LOTTE, cast.BRAM_AT_HOME):
        assert other.email not in copy.text
        assert other.number not in copy.text


def what_stays_has_a_reason(world: World, anna: Subject) -> str:
    """Invoices, lines and payments stay by article and date; every dataset is in the plan."""
    planned = world.plan("erase", *KEY)
    until = free_on(world.engine("crm"), anna.held["invoice"]).isoformat()
    for table in KEPT_BY_LAW:
        kept = [s for s in planned["steps"] if (s["dataset"], s["act"]) == (table, "keep")]
        assert [step["rows"] for step in kept] == [len(anna.held[table])]
        assert kept[0]["because"]["article"] == "AWR artikel 52 lid 4"
        assert kept[0]["because"]["until"] == until
    for table, ids in filled(anna.gone).items():
        assert rows(planned, table, "erase") == len(ids)
    assert rows(planned, "customer", "blank") == 1
    told = {"keep", "ask"}
    others = [s for s in planned["steps"] if s["dataset"] == "call_record" and s["act"] in told]
    assert [step["rows"] for step in others] == [len(anna.shared["call_record"])]
    return str(planned["plan"])


def she_is_erased(world: World, anna: Subject, plan: str) -> None:
    """Gone is gone, kept is kept, and of the customer an empty row stays that invoices point to."""
    crm = world.engine("crm")
    world.apply(plan, code=None)
    assert filled(there(crm, anna.gone)) == {}
    assert there(crm, anna.held) == filled(anna.held)
    assert oracle.hers(crm, ANNA.number) == {t: anna.held.get(t, frozenset()) for t in anna.hers}
    assert emptied(crm, ANNA.id)
    assert her_mail(world)["subscriber"] == frozenset()


def what_is_due_goes(world: World) -> None:
    """The rows that are past their term, all of them, and no other."""
    crm = world.engine("crm")
    due = DUE[world.folder.name](crm)
    staying = due.staying(crm)
    planned = world.plan("retention")
    world.apply(planned["plan"], code=DECIDE)
    assert filled(there(crm, due.gone)) == {}
    assert due.staying(crm) == staying
    assert all(emptied(crm, customer) for customer in due.emptied)
    assert not any(s["rows"] for s in planned["steps"] if s["act"] == "erase" and not due.gone)


def promises_after(world: World, before: dict[str, str]) -> None:
    """From broken to kept; what could not be counted is not shown as kept."""
    if any(p["control"] == DESTRUCTION for p in world.run("status", code=None)["promises"]):
        world.apply(world.plan("destruction")["plan"], code=None)
    told: list[dict[str, Any]] = world.run("status", code=None)["promises"]
    after = world.verdicts()
    # What a server still keeps of old rows, and until when, is broken and not hidden.
    assert {p["control"] for p in told if p["verdict"] == "broken"} <= {DESTRUCTION}
    mended = [after[promise] for promise, verdict in before.items() if verdict == "broken"]
    assert sorted(mended) == MENDED.get(world.folder.name, [])
    kept = [p for p in told if p["verdict"] == "kept"]
    assert all(p["evidence"] for p in kept)
    asked = [
        p["promise"]
        for p in kept
        if before[p["promise"]] != "broken" and p["control"] != DESTRUCTION
    ]
    assert {p["kind"] for p in kept if p["promise"] in asked} <= {"right", "deadline"}
    with Company.open(world.folder) as company:
        promised = [company.policy.promise(name) for name in asked]
    assert all({Right.ACCESS, Right.ERASURE} & set(p.rights) for p in promised if p.rights)
    assert not [p for p in promised if p.control == "self-service-edit"]


def her_invoices_go_when_they_may(world: World, anna: Subject) -> None:
    """The day before nothing of hers goes; on the day itself all of it, and nothing of others."""
    crm = world.engine("crm")
    free = free_on(crm, anna.held["invoice"])
    early = world.plan("retention", today=free - timedelta(days=1))
    assert all(step["because"]["rule"] != "avg-17" for step in early["steps"])
    planned = world.plan("retention", today=free)
    taken = [s for s in planned["steps"] if s["because"]["rule"] == "avg-17"]
    assert {s["dataset"]: s["rows"] for s in taken if s["rows"]} == {
        table: len(ids) for table, ids in filled(anna.held).items()
    }
    world.run("apply", planned["plan"], "--yes", "--by", "Chaima", today=free, code=DECIDE)
    assert filled(there(crm, anna.hers)) == {}
