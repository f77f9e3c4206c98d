"""The last drill, as it stands beside the rights in `nakomen status`."""

from dataclasses import dataclass, replace
from datetime import date
from typing import cast

from nakomen.ledger import Line
from nakomen.run.company import Company
from nakomen.run.verdict import Ruling
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class LastDrill:
    """
    *recall* is the share of planted rows that was found and copied (0 to 1), *left* the rows that
    an erasure would have left; both None without a drill. *untried* are datasets and systems in
    which nobody was planted.
    """

    ruling: Ruling
    why: Text
    on: date | None = None
    planted: int = 0
    recall: float | None = None
    left: int | None = None
    untried: tuple[str, ...] = ()


def last_drill(company: Company, today: date) -> LastDrill:
    """What the last drill that came to its end showed; old or of another map it shows nothing."""
    ended = [*company.ledger.lines(kind="drilled")]
    if not ended:
        return LastDrill(ruling=Ruling.UNSEEN, why=_NEVER)
    line = ended[-1]
    rows = cast(list[dict[str, int]], line.body["datasets"])
    planted = sum(row["planted"] for row in rows)
    seen = sum(min(row["found"], row["exported"]) for row in rows)
    left = sum(row["left"] for row in rows)
    on = date.fromisoformat(str(line.body["on"]))
    whole = left == 0 and seen == planted
    shown = LastDrill(
        ruling=Ruling.KEPT if whole else Ruling.BROKEN,
        why=_WHOLE if whole else _MISSED,
        on=on,
        planted=planted,
        recall=seen / planted if planted else None,
        left=left,
        untried=_untried(company, line),
    )
    why = _stale(company, line, shown, today) if whole else None
    return replace(shown, ruling=Ruling.UNSEEN, why=why) if why else shown


def _stale(company: Company, line: Line, shown: LastDrill, today: date) -> Text | None:
    """Why a drill that went well says nothing of the systems of now."""
    if not shown.planted:
        return _NOTHING
    if shown.on and company.settings.drill.after(shown.on) <= today:
        return _OLD
    return _OTHER_MAP if line.body.get("maps") != maps_of(company) else None


def maps_of(company: Company) -> dict[str, str]:
    """The digest of each map: what was practised on."""
    return {name: told for name, told in company.digests.items() if name != "policy"}


def _untried(company: Company, line: Line) -> tuple[str, ...]:
    rows = cast(list[dict[str, int | str]], line.body["datasets"])
    tried = {f"{row['store']}.{row['dataset']}" for row in rows if row["planted"]}
    return tuple(
        f"{m.store}.{d.name}"
        for m in company.maps
        for d in m.datasets
        if d.personal_columns and f"{m.store}.{d.name}" not in tried
    )


_NEVER = Text("nog nooit gehouden", "never held so far")
_NOTHING = Text("er was niets te planten", "there was nothing to plant")
_OLD = Text("te lang geleden om nog iets te zeggen", "too long ago to say anything now")
_OTHER_MAP = Text("een kaart is sindsdien veranderd", "a map has changed since")
_WHOLE = Text("alles is teruggevonden en gewist", "everything was found again and erased")
_MISSED = Text("niet alles is teruggevonden of gewist", "not everything was found again or erased")
