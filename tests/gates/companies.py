"""Policies of fictional companies that differ in one promise each."""

from typing import Any

from nakomen.policy import (
    Children,
    Control,
    Marketing,
    Policy,
    Promise,
    PromiseKind,
    SpecialData,
    Statement,
    Transfer,
)
from nakomen.terms import (
    Channel,
    MarketingGround,
    Place,
    Safeguard,
    SpecialRule,
    SpecialStatus,
)


def company(*stated: dict[str, Any]) -> Policy:
    """One promise for each of *stated*, named P1, P2 …"""
    promises = tuple(
        Promise(
            **{"kind": PromiseKind.OTHER, "control": Control.INFORMATIONAL} | entry,
            id=f"P{number}",
            place=Place("policy.yaml", number),
        )
        for number, entry in enumerate(stated, start=1)
    )
    return Policy(
        statement=Statement(file="statement.nl.md"), controller={}, promises=promises, digest="d"
    )


def children(age: int, *, consent: bool = False, written: bool = False) -> dict[str, Any]:
    return {"children": Children(age=age, consent=consent, written=written)}


def transfer(*safeguards: Safeguard, **more: Any) -> dict[str, Any]:
    return {"transfer": Transfer(**{"outside_eea": True, "safeguards": safeguards} | more)}


def marketing(ground: MarketingGround, *channels: Channel) -> dict[str, Any]:
    return {"marketing": Marketing(ground=ground, channels=channels)}


def special(status: SpecialStatus, rule: SpecialRule | None = None, *items: str) -> dict[str, Any]:
    return {"special": SpecialData(status=status, rule=rule, items=items)}


SILENT = company()
