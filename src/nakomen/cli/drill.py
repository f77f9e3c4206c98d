"""nakomen drill: is somebody found, exported and erased, wherever she stands?"""

from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import counted, emit, number, rows_told, tell, tell_table

if TYPE_CHECKING:
    from nakomen import Drill, Drilled

HELP = say(
    "Oefen: plant een verzonnen persoon, vraag inzage en wissing, en tel wat gevonden is.",
    "Practise: plant a made-up person, ask for access and erasure, and count what was found.",
)
EXAMPLE = "nakomen drill"


def command(
    store: Annotated[
        list[str] | None,
        typer.Option(
            "--store",
            metavar=say("SYSTEEM", "SYSTEM"),
            help=say(
                "plant alleen in dit systeem; mag vaker", "plant in this system only; repeatable"
            ),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        drill = verbs.drill(company, common.today, store or ())
    _tell(drill)
    emit(_json(drill))
    return Exit.DONE if drill.whole else Exit.BROKEN


def _tell(drill: "Drill") -> None:
    if drill.cleaned:
        rows = rows_told(drill.cleaned)
        tell(say(f"Eerst opgeruimd van een gestopte oefening: {rows}.",
                 f"Cleaned up first, of a drill that was stopped: {rows}."))  # fmt: skip
    headings = ("", *(say(nl, en) for nl, en in _COLUMNS))
    table = [_row(d) for d in drill.datasets if d.planted]
    tell_table(headings, table, range(1, 7))
    _tell_unseen(drill)
    tell()
    tell(_sum(drill), "bold")
    tell(say("bewijs", "evidence") + f" {drill.evidence}", "dim", "  ")


_COLUMNS = (
    ("geplant", "planted"),
    ("gevonden", "found"),
    ("kopie", "copied"),
    ("gewist", "erased"),
    ("blijft", "held"),
    ("over", "left"),
)


def _row(d: "Drilled") -> tuple[str, ...]:
    counts = (d.planted, d.found, d.exported, d.erased, d.held, d.left)
    return (f"{d.store}.{d.dataset}", *map(number, counts))


def _tell_unseen(drill: "Drill") -> None:
    """What was not tried is said, and why."""
    lines = [f"{d.store}.{d.dataset}: {why}" for d in drill.datasets for why in d.unseen]
    lines += [
        say(f"{name}: in dit soort systeem is niet te planten",
            f"{name}: nothing can be planted in this kind of system")
        for name in drill.unplantable
    ]  # fmt: skip
    if lines:
        tell()
        tell(say("Niet geplant, dus niet gezien", "Not planted, so not seen"))
    for line in lines:
        tell(line, None, "  · ", "    ")


def _sum(drill: "Drill") -> str:
    if drill.recall is None:
        return say("Er was niets te planten.", "There was nothing to plant.")
    left = sum(d.left for d in drill.datasets)
    share = number_of_percent(drill.recall)
    rows = counted(drill.planted, ("rij", "rijen"), ("row", "rows"))
    return say(
        f"Teruggevonden {share} van {rows}; over na het wissen: {number(left)}.",
        f"Found again {share} of {rows}; left after the erasure: {number(left)}.",
    )


def number_of_percent(share: float) -> str:
    """
    Rounded down, so that only all is a hundred.

    >>> number_of_percent(0.9999)
    '99%'
    """
    return f"{int(share * 100)}%"


def _json(drill: "Drill") -> dict[str, object]:
    return {
        "datasets": [
            {
                "store": d.store,
                "dataset": d.dataset,
                "planted": d.planted,
                "found": d.found,
                "exported": d.exported,
                "erased": d.erased,
                "held": d.held,
                "left": d.left,
                "unseen": list(d.unseen),
            }
            for d in drill.datasets
        ],
        "unplantable": list(drill.unplantable),
        "planted": drill.planted,
        "recall": drill.recall,
        "cleaned": drill.cleaned,
        "evidence": drill.evidence,
    }
