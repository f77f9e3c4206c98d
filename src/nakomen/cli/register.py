"""nakomen register: the processing activities, and who processes for the company."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.language import say
from nakomen.cli.tell import counted, emit, tell, tell_table

HELP = say(
    "Toon het register van verwerkingen; schrijf het concept als register.yaml.",
    "Show the register of processing activities; write the draft as register.yaml.",
)
EXAMPLE = "nakomen register --write"


def command(
    write: Annotated[
        bool,
        typer.Option(
            "--write",
            help=say("schrijf het concept in de map", "write the draft into the folder"),
        ),
    ] = False,
) -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        register = verbs.write_register(company) if write else verbs.register(company)
    rows = [(a.name, ", ".join(a.stores), a.retention or "", a.status) for a in register.activities]
    head = (
        say("verwerking", "activity"),
        say("systemen", "systems"),
        say("termijn", "term"),
        say("status", "status"),
    )
    if rows:
        tell_table(head, rows)
    parties = counted(
        len(register.processors), ("verwerker", "verwerkers"), ("processor", "processors")
    )
    tell(say(f"{len(rows)} verwerkingen, {parties}.", f"{len(rows)} activities, {parties}."))
    if write:
        tell(say("Geschreven: register.yaml. Vul het aan.", "Written: register.yaml. Complete it."))
    elif register.drafted:
        tell(
            say(
                "Dit is een concept; schrijf het met: nakomen register --write",
                "This is a draft; write it with: nakomen register --write",
            )
        )
    names = ("id", "name", "role", "status", "purposes", "retention", "stores")
    activities = [{name: getattr(a, name) for name in names} for a in register.activities]
    processors = [{"name": p.name, "agreement": p.agreement} for p in register.processors]
    emit({"drafted": register.drafted, "activities": activities, "processors": processors})
    return Exit.DONE
