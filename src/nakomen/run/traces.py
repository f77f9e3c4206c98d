"""Rows that went, of which the files of a store may still hold the values: read from the ledger."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from nakomen.ledger import JSON, Line
from nakomen.records import Act
from nakomen.records.destruction import Medium, Remain
from nakomen.run.company import Company
from nakomen.terms import Text

Place = tuple[str, str]
"""Store and dataset."""


@dataclass(frozen=True, kw_only=True)
class Traces:
    """
    Of one dataset: rows that went or were changed after *first* and before *last*.

    *certificate* is the line that tells of their destruction, None while there was none, and
    *remains* what that left.
    """

    rows: int
    first: datetime
    last: datetime
    certificate: Line | None = None
    remains: tuple[Remain, ...] = ()

    def open_on(self, today: date) -> tuple[Remain, ...]:
        """What remains on *today*: that of which the day has not come."""
        return tuple(r for r in self.remains if r.until is None or r.until > today)


def traces(company: Company) -> Mapping[Place, Traces]:
    """Every dataset from which something went, with its last destruction if nothing went since."""
    found = {place_of(line): _certified(line) for line in company.ledger.lines(kind="certificate")}
    for place, went in _went(company, found).items():
        found[place] = went
    return found


def _certified(line: Line) -> Traces:
    body = line.body
    return Traces(
        rows=int(body["rows"]),
        first=datetime.fromisoformat(str(body["first"])),
        last=datetime.fromisoformat(str(body["last"])),
        certificate=line,
        remains=tuple(remain_from(told) for told in body["remains"]),
    )


def _went(company: Company, certified: Mapping[Place, Traces]) -> Mapping[Place, Traces]:
    """What went after the last destruction; a run that was killed counts by what it meant."""
    rows: dict[Place, dict[tuple[str, str], int]] = {}
    times: dict[Place, list[datetime]] = {}
    meant = {_step(line): line.at for line in company.ledger.lines(kind="intent")}
    for line in _changes(company):
        place = place_of(line)
        last = certified[place].certificate if place in certified else None
        if last is None or line.seq > last.seq:
            rows.setdefault(place, {})[_step(line)] = int(line.body["found"])
            times.setdefault(place, []).extend((meant.get(_step(line), line.at), line.at))
    return {
        place: Traces(rows=sum(steps.values()), first=min(times[place]), last=max(times[place]))
        for place, steps in rows.items()
    }


def _changes(company: Company) -> Iterator[Line]:
    """Lines about rows that went or were changed; those of a drill were nobody's."""
    drills = {str(line.body["plan"]) for line in company.ledger.lines(kind="drill-plan")}
    for kind in ("intent", "outcome"):
        for line in company.ledger.lines(kind=kind):
            changes = Act(str(line.body["act"])).destructive and int(line.body["found"])
            if changes and str(line.body["plan"]) not in drills:
                yield line


def place_of(line: Line) -> Place:
    return str(line.body["store"]), str(line.body["dataset"])


def _step(line: Line) -> tuple[str, str]:
    return str(line.body["plan"]), str(line.body["step"])


def remain_json(remain: Remain) -> dict[str, JSON]:
    return {
        "medium": remain.medium.value,
        "place": remain.place,
        "until": remain.until.isoformat() if remain.until else None,
        "seen": remain.seen,
        "text": {**remain.text.both},
    }


def remain_from(told: Mapping[str, JSON]) -> Remain:
    """The `Remain` that `remain_json` told."""
    until, text = told["until"], told["text"]
    assert isinstance(text, dict)
    return Remain(
        medium=Medium(str(told["medium"])),
        place=str(told["place"]),
        until=date.fromisoformat(str(until)) if until else None,
        seen=bool(told["seen"]),
        text=Text(str(text["nl"]), str(text["en"])),
    )
