"""nakomen forecast: what falls due in the coming months."""

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.signs import SIGNS
from nakomen.cli.tell import day_told, emit, number, tell, tell_table

if TYPE_CHECKING:
    from nakomen import Falling

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
        falling = verbs.forecast(company, common.today, months)
    if falling:
        _tell(falling)
    else:
        tell(say("Er vervalt niets in deze tijd.", "Nothing falls due in this time."))
    emit({"today": common.today.isoformat(), "falling": [_json(f) for f in falling]})
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
