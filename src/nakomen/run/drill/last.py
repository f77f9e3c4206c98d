"""The last drill, as it stands beside the rights in `nakomen status`."""

from dataclasses import dataclass
from datetime import date

from nakomen.ledger import Line
from nakomen.run.company import Company
from nakomen.run.drill.figures import Drilled, Figures
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
    figures = Figures(datasets=tuple(map(Drilled.from_json, line.body["datasets"])))
    on = date.fromisoformat(str(line.body["on"]))
    ruling, why = _ruled(company, line, figures, on, today)
    return LastDrill(
        ruling=ruling,
        why=why,
        on=on,
        planted=figures.planted,
        recall=figures.recall,
        left=figures.left,
        untried=_untried(company, figures),
    )


def _ruled(
    company: Company, line: Line, figures: Figures, on: date, today: date
) -> tuple[Ruling, Text]:
    """What it shows; one that went well may say nothing of the systems of now."""
    if not figures.planted:
        return Ruling.UNSEEN, _NOTHING
    if not figures.whole:
        return Ruling.BROKEN, _MISSED
    if company.settings.drill.after(on) <= today:
        return Ruling.UNSEEN, _OLD
    if line.body.get("maps") != maps_of(company):
        return Ruling.UNSEEN, _OTHER_MAP
    return Ruling.KEPT, _WHOLE


def maps_of(company: Company) -> dict[str, str]:
    """The digest of each map: what was practised on."""
    return {name: told for name, told in company.digests.items() if name != "policy"}


def _untried(company: Company, figures: Figures) -> tuple[str, ...]:
    tried = {f"{one.store}.{one.dataset}" for one in figures.datasets if one.planted}
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
