"""Parts of a copy that the caller brings along: what it keeps of the person itself."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from nakomen.detect.inside import emails, numbers
from nakomen.errors import UsageError
from nakomen.ledger import JSON, Entry, is_group
from nakomen.papers import AccessPart
from nakomen.papers.own_part import OwnPart
from nakomen.papers.portable import PortPart
from nakomen.plan import Plan, Request
from nakomen.records import Column, Keys, Row, normal
from nakomen.stores.wanted import MASK
from nakomen.terms import RecordKind

COPIES = (Request.ACCESS, Request.PORT)


class NoCopyOfOne(UsageError):
    """What you keep yourself goes along only in a copy for one person. Leave it out here."""

    nl = "Wat u zelf bewaart gaat alleen mee in een kopie voor één persoon. Laat het hier weg."


@dataclass(frozen=True, kw_only=True)
class Copy:
    """Where a copy goes, and what comes in it beside what the stores have."""

    file: Path
    own: tuple[OwnPart, ...] = ()


def copy_of(plan: Plan, file: Path | None, own: Sequence[OwnPart]) -> Copy | None:
    """
    Raises:
        NoCopyOfOne: *own* was given for another request, for many, or without a file.
    """
    many = any(step.subject and is_group(step.subject) for step in plan.steps)
    if own and (plan.request not in COPIES or many or file is None):
        raise NoCopyOfOne
    return Copy(file=file, own=tuple(own)) if file else None


def access_parts(own: Sequence[OwnPart], keys: Keys) -> Iterator[AccessPart]:
    """As parts of the archive, told like those of the stores."""
    for part in own:
        rows = [dict(_masked(part, row, keys)) for row in part.rows]
        changed = _changed(part, rows)
        yield AccessPart(
            store=part.store,
            dataset=part.name,
            records=RecordKind.OTHER,
            title=part.title,
            columns=_columns(part),
            rows=rows,
            term=part.term,
            purpose=part.purpose,
            ground=part.ground,
            source=part.source,
            recipients=part.receivers,
            shared=bool(changed),
            masked=changed,
        )


def port_parts(own: Sequence[OwnPart], keys: Keys) -> Iterator[PortPart]:
    """As parts of what she takes along."""
    for part in own:
        rows = [dict(_masked(part, row, keys)) for row in part.rows]
        yield PortPart(store=part.store, dataset=part.name, columns=_columns(part), rows=rows)


def copied(plan: Plan, own: Sequence[OwnPart], rows: Sequence[int]) -> list[Entry]:
    """The line that says how many rows of each part went along; none where nothing was brought."""
    told: dict[str, JSON] = {part.name: n for part, n in zip(own, rows, strict=True)}
    return [Entry(kind="own", body={"plan": plan.id, "rows": told})] if own else []


def _columns(part: OwnPart) -> tuple[Column, ...]:
    return tuple(
        Column(name=name, type="text", category=category) for name, category in part.columns.items()
    )


def _masked(part: OwnPart, row: Row, keys: Keys) -> Iterator[tuple[str, object]]:
    for name in part.columns:
        value = row.get(name)
        others = name in part.words and isinstance(value, str)
        yield name, without_others(str(value), keys) if others else value


def _changed(part: OwnPart, rows: Sequence[Row]) -> tuple[str, ...]:
    """The columns in which something of somebody else stood."""
    pairs = list(zip(part.rows, rows, strict=True))
    return tuple(n for n in part.columns if any(was.get(n) != now[n] for was, now in pairs))


_LEADS = ("email", "phone", "iban", "bsn", "card", "imei")
"""By these somebody is found; a street or a day could be her own, and is left."""


def without_others(text: str, keys: Keys) -> str:
    """
    *text* without what leads to somebody else: addresses, telephone and other numbers.

    >>> without_others("Bel 06-12345678 of anna@example.nl", {"email": ("anna@example.nl",)})
    'Bel ••• of anna@example.nl'
    """
    found = {"email": tuple(emails(text)), **numbers(text)}
    spans = {
        span
        for kind, places in found.items()
        if kind in _LEADS
        for span in places
        if normal(kind, text[slice(*span)]) not in keys.get(kind, ())
    }
    for first, last in sorted(spans, reverse=True):
        text = f"{text[:first]}{MASK}{text[last:]}"
    return text
