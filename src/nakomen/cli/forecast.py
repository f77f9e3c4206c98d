"""nakomen forecast: what falls due in the coming months."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.hold import hold_json, tell_holds
from nakomen.cli.language import say
from nakomen.cli.signs import SIGNS
from nakomen.cli.tell import day_told, emit, number, rows_told, tell, tell_table

if TYPE_CHECKING:
    from nakomen import Falling, Parcel

HELP = say(
    "Laat zien wat er de komende maanden vervalt, met de gegevens van nu.",
    "Show what falls due in the coming months, with the data as it is now.",
)
EXAMPLE = "nakomen forecast --months 12"


def command(
    months: Annotated[
        int,
        typer.Option(
            min=1,
            max=120,
            metavar=say("AANTAL", "NUMBER"),
            help=say("zoveel maanden vooruit", "so many months ahead"),
        ),
    ] = 24,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        ahead = verbs.forecast(company, common.today, months)
    if ahead.falling:
        _tell(ahead.falling)
    else:
        tell(say("Er vervalt niets in deze tijd.", "Nothing falls due in this time."))
    _tell_destroyed(ahead.destroyed)
    tell_holds(ahead.reviews)
    emit(
        {
            "today": common.today.isoformat(),
            "until": ahead.until.isoformat(),
            "falling": [_json(f) for f in ahead.falling],
            "destroyed": [_parcel_json(parcel) for parcel in ahead.destroyed],
            "holds": [hold_json(hold) for hold in ahead.reviews],
        }
    )
    return Exit.DONE


BAR = 12
"""Cells of the longest bar."""


def _tell(falling: "Sequence[Falling]") -> None:
    """A line for each month: how much, beside a bar, and of what."""
    months = {f.until: [g for g in falling if g.until == f.until] for f in falling}
    totals = {until: sum(f.rows for f in of_it) for until, of_it in months.items()}
    most = max(totals.values())
    rows = [
        (
            _span(of_it[0]),
            number(totals[until]),
            "█" * max(1, round(BAR * totals[until] / most)),
            _places(of_it),
        )
        for until, of_it in months.items()
    ]
    headings = (say("wanneer", "when"), say("rijen", "rows"), "", say("waar", "where"))
    tell_table(headings, rows, right=(1,))
    tell(
        say(
            "Geteld met de gegevens van nu; er is niets veranderd.",
            "Counted with the data as it is now; nothing was changed.",
        )
    )


def _tell_destroyed(parcels: "Sequence[Parcel]") -> None:
    """What is out of the systems and ends in the vault, a line for each plan and day."""
    rows: Counter[tuple[Any, str]] = Counter()
    for parcel in parcels:
        rows[parcel.until, parcel.plan] += parcel.rows
    for (day, plan), many in sorted(rows.items()):
        told, until = rows_told(many), day_told(day)
        tell(
            say(
                f"vernietigd vanaf {until}: {told} van {plan}, dan niet meer terug te zetten",
                f"destroyed from {until}: {told} of {plan}, which cannot be put back then",
            ),
            None,
            "+ ",
            "  ",
        )


def _places(falling: "Sequence[Falling]") -> str:
    """What it comes to in each dataset, the most first: ``calls.calls 24, crm.customer ~2``."""
    rows: Counter[tuple[str, str]] = Counter()
    for f in falling:
        mark = "" if f.what.act.value == "erase" else SIGNS[f.what.act.value].mark
        rows[f"{f.what.store}.{f.what.dataset}", mark] += f.rows
    return ", ".join(f"{where} {mark}{number(n)}" for (where, mark), n in rows.most_common())


def _span(falling: "Falling") -> str:
    """Due already, or at the end of a month."""
    if falling.after is None:
        return say("nu al", "already")
    return day_told(falling.until)


def _json(falling: "Falling") -> dict[str, Any]:
    after = falling.after.isoformat() if falling.after else None
    told = {"after": after, "until": falling.until.isoformat(), "rows": falling.rows}
    return falling.what._asdict() | told


def _parcel_json(parcel: "Parcel") -> dict[str, Any]:
    names = ("plan", "store", "dataset", "rows", "until")
    return {name: getattr(parcel, name) for name in names}
