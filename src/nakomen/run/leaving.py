"""Persons of a list of whom more is known by now than the plan knew: they leave, the others go."""

from collections.abc import Sequence
from datetime import UTC, datetime

from nakomen.ledger import Entry
from nakomen.plan import Plan
from nakomen.records import is_value
from nakomen.run.company import Company
from nakomen.run.many import Pair, TooMany, alone, resolve_many

_SETTLED = frozenset({"hold", "released", "frozen"})


def let_go(company: Company, plan: Plan, group: str, made: int) -> None:
    """
    Take out of *group* whom the plan no longer fits; the ledger says of each why.

    Args:
        made: the line of the ledger on which the plan was noted.
    """
    book = company.subjects.groups
    names = [member.subject for member in book.members(group)]
    overtaken = _overtaken(company, made) & {*names}
    asked = book.each([name for name in names if name not in overtaken])
    known = {name: [key for key in keys if not is_value(key[0])] for name, keys in asked}
    grown = _grown(company, known)
    gone = {name: "overtaken" for name in names if name in overtaken or name not in known}
    gone |= dict.fromkeys(grown, "grew")
    if gone:
        book.leave(group, gone)
        bodies = [
            {"plan": plan.id, "group": group, "subject": n, "why": w} for n, w in gone.items()
        ]
        entries = [Entry(kind="left", body=body) for body in bodies]
        company.ledger.append(entries, at=datetime.now(UTC))


def _overtaken(company: Company, made: int) -> set[str]:
    """Everybody whom another plan settled since."""
    return {
        str(line.body["subject"])
        for kind in sorted(_SETTLED)
        for line in company.ledger.lines(kind=kind, after=made)
    }


def _grown(company: Company, known: dict[str, list[Pair]]) -> list[str]:
    """Persons who are now known by more than the plan knew."""
    names = list(known)
    try:
        if len(names) > 1:
            found = resolve_many(company.maps, company.stores, [known[name] for name in names])
        else:
            found = [alone(company.maps, company.stores, keys) for keys in known.values()]
    except TooMany:
        half = len(names) // 2
        parts = (names[:half], names[half:])
        return [name for part in parts for name in _grown(company, _only(known, part))]
    return [
        name
        for name, sought in zip(names, found, strict=True)
        if sought.several or {*sought.pairs} - {*known[name]}
    ]


def _only(known: dict[str, list[Pair]], names: Sequence[str]) -> dict[str, list[Pair]]:
    return {name: known[name] for name in names}
