"""nakomen archive: what left the systems for an archive, and opening one for its purpose."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import day_told, emit, rows_told, tell
from nakomen.cli.who import who_says
from nakomen.errors import UsageError

if TYPE_CHECKING:
    from nakomen import Parcel

HELP = say(
    "Toon de archieven, of open er een voor het doel waarvoor het bewaard wordt.",
    "Show the archives, or open one for the purpose that it is kept for.",
)
EXAMPLE = "nakomen archive plan-0001 --purpose controle --role boekhouding -o archief.jsonl"


class OpeningUnfinished(UsageError):
    """Opening names --purpose, --role and the file: -o FILE."""

    nl = "Openen noemt --purpose, --role en het bestand: -o BESTAND."


def command(
    plan: Annotated[
        str | None,
        typer.Argument(metavar="PLAN", help=say("zoals in de lijst", "as in the list")),
    ] = None,
    purpose: Annotated[
        str | None,
        typer.Option(metavar=say("DOEL", "PURPOSE"), help=say("waarvoor", "what for")),
    ] = None,
    role: Annotated[
        str | None, typer.Option(metavar=say("ROL", "ROLE"), help=say("als wie", "as who"))
    ] = None,
    by: Annotated[
        str | None,
        typer.Option(metavar=say("NAAM", "NAME"), help=say("wie het opent", "who opens it")),
    ] = None,
    output: Annotated[
        Path | None,
        typer.Option(
            "-o",
            "--output",
            metavar=say("BESTAND", "FILE"),
            help=say("waar de rijen komen (JSON Lines)", "where the rows go (JSON Lines)"),
        ),
    ] = None,
) -> int:
    from nakomen import Company, verbs

    if plan is None:
        with Company.open(common.folder) as company:
            found = verbs.archives(company)
        return _tell_all(found)
    if purpose is None or role is None or output is None:
        raise OpeningUnfinished
    with Company.open(common.folder) as company:
        rows = verbs.open_archive(company, plan, purpose, role, who_says(by), output, common.today)
    told = rows_told(rows)
    tell(say(f"{told} in {output}; dat dit open was, staat in het bewijs.",
             f"{told} in {output}; that this was opened stands in the evidence."))  # fmt: skip
    emit({"plan": plan, "rows": rows, "file": str(output)})
    return Exit.DONE


def _tell_all(found: "list[Parcel]") -> int:
    for parcel in found:
        end = day_told(parcel.until) if parcel.until else ""
        tell(f"{parcel.plan} · {parcel.store}.{parcel.dataset} · {rows_told(parcel.rows)}", "bold")
        told = say(
            f"tot {end}, voor {parcel.purpose}, alleen voor {parcel.role}",
            f"until {end}, for {parcel.purpose}, for {parcel.role} only",
        )
        tell(told, None, "    ", "    ")
    if not found:
        tell(say("Er is geen archief.", "There is no archive."))
    emit({"archives": [_json(parcel) for parcel in found]})
    return Exit.DONE


def _json(parcel: "Parcel") -> dict[str, Any]:
    return {
        "plan": parcel.plan,
        "place": f"{parcel.store}.{parcel.dataset}",
        "rows": parcel.rows,
        "until": parcel.until.isoformat() if parcel.until else None,
        "purpose": parcel.purpose,
        "role": parcel.role,
    }
