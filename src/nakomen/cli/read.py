"""nakomen read: what a published statement says, with the exact words."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, emit, table, tell
from nakomen.cli.findings import finding_json, tell_findings
from nakomen.cli.language import LANG, say

if TYPE_CHECKING:
    from nakomen import Facts

HELP = say(
    "Lees een verklaring: wie, hoe lang, welke rechten, welke ontvangers.",
    "Read a statement: who, how long, which rights, which recipients.",
)
SHOWN = 90


def command(
    file: Annotated[Path, typer.Argument(help=".txt | .md")],
    promises: Annotated[
        bool, typer.Option("--promises", help=say("alleen de beloften", "promises alone"))
    ] = False,
) -> int:
    from nakomen import verbs

    reading = verbs.read(file)
    tell_findings(reading.findings)
    if reading.facts is None:
        emit({"findings": [finding_json(f) for f in reading.findings]})
        return Exit.USAGE
    document = reading.facts.as_json()
    emit({"promises": document["promises"]} if promises else document)
    _tell(reading.facts)
    return Exit.DONE


def _tell(facts: "Facts") -> None:
    controller = facts.controller
    tell(f"{controller.name or say('niet genoemd', 'not named')}", style="bold")
    for label, value in (
        (say("titel", "title"), facts.statement.title),
        (say("datum", "date"), facts.statement.date),
        ("KvK", controller.kvk),
        (say("adres", "address"), controller.address),
        ("e-mail", ", ".join(controller.emails)),
        (say("antwoord binnen", "answer within"),
         facts.response_term and facts.response_term.tell(LANG)),
    ):  # fmt: skip
        tell(f"  {label}: {value or say('niet genoemd', 'not stated')}")
    headings = (say("belofte", "promise"), say("soort", "kind"), say("zin", "sentence"))
    rows = [(p.id, p.kind, " ".join(p.quote.split())[:SHOWN]) for p in facts.promises]
    table(headings, rows)
    for tension in facts.tensions:
        tell(f"  ! {tension.message.in_(LANG)}", style="yellow")
