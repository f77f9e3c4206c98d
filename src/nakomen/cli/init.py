"""nakomen init: a folder for the company, made from its statement and its systems."""

from pathlib import Path
from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.findings import finding_json, tell_findings
from nakomen.cli.language import say
from nakomen.cli.tell import counted, emit, tell
from nakomen.errors import UsageError

HELP = say(
    "Maak de map van een bedrijf uit zijn verklaring en zijn systemen.",
    "Make a company's folder from its statement and its systems.",
)
EXAMPLE = say(
    "nakomen init mijnbedrijf --statement verklaring.txt",
    "nakomen init mycompany --statement statement.txt",
)


class BadStore(UsageError):
    """A store is NAME=URL, such as --store crm=sqlite:///crm.db."""

    nl = "Een systeem is NAAM=URL, zoals --store crm=sqlite:///crm.db."


def command(
    folder: Annotated[
        Path,
        typer.Argument(metavar=say("MAP", "DIR"), help=say("de nieuwe map", "the new folder")),
    ],
    statement: Annotated[
        Path,
        typer.Option(
            metavar=say("BESTAND", "FILE"), help=say("de verklaring (nodig)", "the statement")
        ),
    ],
    store: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("NAAM=URL", "NAME=URL"),
            help=say("een systeem; mag vaker", "a system; repeatable"),
        ),
    ] = None,
) -> int:
    from nakomen import verbs

    stores = dict(_pair(word) for word in store or ())
    made = verbs.init(common.folder / folder, statement, stores)
    read = counted(made.promises, ("belofte", "beloften"), ("promise", "promises"))
    drafted = counted(made.datasets, ("gegevensset", "gegevenssets"), ("dataset", "datasets"))
    found = counted(len(stores), ("systeem", "systemen"), ("system", "systems"))
    tell_findings(made.findings)
    tell(say(f"{made.folder} is gemaakt.", f"{made.folder} was made."), "bold")
    tell(say(f"{read} gelezen; {drafted} in {found}.", f"{read} read; {drafted} in {found}."))
    _tell_doubts(made.doubtful)
    tell(
        say(
            "Lees policy.yaml en systems/ na, en bevestig: nakomen confirm",
            "Read policy.yaml and systems/, and confirm: nakomen confirm",
        )
    )
    document = {"folder": str(made.folder), "promises": made.promises, "datasets": made.datasets}
    findings = [finding_json(finding) for finding in made.findings]
    emit(document | {"doubtful": made.doubtful, "findings": findings})
    return Exit.DONE


def _tell_doubts(doubtful: list[str]) -> None:
    if doubtful:
        tell(say("Twijfel, kijk hier het eerst:", "In doubt, look here first:"))
    for entry in doubtful:
        tell(entry, first="  ? ", rest="    ")


def _pair(word: str) -> tuple[str, str]:
    name, equals, url = word.partition("=")
    if not (equals and name.isidentifier() and url):
        raise BadStore
    return name, url
