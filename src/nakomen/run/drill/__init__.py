"""
The fire drill: somebody who does not exist is planted, asks for her data, and asks to be erased.

What is found, exported and erased of her is counted row by row against what was planted. The
requests go the same way as everybody's. Killed at any moment, the next drill cleans up first: each
row is in the ledger, by its key and the marks of its values, before it is in a store.
"""

import secrets
from collections.abc import Sequence
from datetime import date

from nakomen.errors import PersonMustDecide, UsageError
from nakomen.records import StoreMap
from nakomen.records.planting import Planter, Sample
from nakomen.run.company import Company
from nakomen.run.drill.clean import DrillLeft, clean
from nakomen.run.drill.figures import Drill, Drilled
from nakomen.run.drill.last import LastDrill, last_drill, maps_of
from nakomen.run.drill.measure import measured
from nakomen.run.drill.running import Running, plant
from nakomen.run.lease import lease

__all__ = [
    "Drill",
    "DrillLeft",
    "DrillUnconfirmed",
    "Drilled",
    "LastDrill",
    "NoSuchSystem",
    "clean",
    "drill",
    "last_drill",
]


class NoSuchSystem(UsageError):
    """There is no system of this name. Those that are known stand in the folder systems."""

    nl = "Er is geen systeem met deze naam. Die bekend zijn staan in de map systems."


class DrillUnconfirmed(PersonMustDecide):
    """Nobody confirmed what an erasure rests on, so a drill would stop halfway. Confirm first."""

    nl = (
        "Niemand heeft bevestigd waar een wissing op rust, dus een oefening zou halverwege stoppen."
        " Bevestig dat eerst."
    )


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
    running = Running(company, sample, today)
    running.note("drill", on=today.isoformat(), stores=[m.store for m in maps])
    try:
        for store_map in maps:
            plant(running, store_map)
        datasets = tuple(measured(running))
        told = [d.as_json() for d in datasets]
        running.note("drilled", on=today.isoformat(), datasets=told, maps={**maps_of(company)})
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
