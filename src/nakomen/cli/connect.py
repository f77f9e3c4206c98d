"""nakomen connect: draft the data map of a live store."""

from typing import Annotated

import typer

from nakomen.cli.common import Exit, common, emit, number, table, tell
from nakomen.cli.init import BadStore
from nakomen.cli.language import say

HELP = say(
    "Stel de gegevenskaart van een systeem op: wat staat waar, en van wie is het.",
    "Draft the data map of a system: what is where, and whose it is.",
)


def command(
    name: Annotated[str, typer.Argument(help=say("naam, zoals crm", "name, such as crm"))],
    url: Annotated[str, typer.Argument(help="postgresql:// mysql:// sqlite:///")],
) -> int:
    from nakomen import verbs

    if not name.isidentifier():
        raise BadStore
    document = verbs.connect(common.folder, name, url)
    headings = (say("gegevensset", "dataset"), say("rijen", "rows"), say("persoonlijk", "personal"),
                say("te herkennen aan", "known by"))  # fmt: skip
    rows = [
        (
            d["name"],
            number(d["rows"]),
            ", ".join(c["name"] for c in d["columns"] if c["category"] != "none"),
            ", ".join(f"{k['kind']}: {k['column']}" for k in d["keys"]),
        )
        for d in document["datasets"]
    ]
    table(headings, rows, numbers=(1,))
    tell(say(f"Opgesteld: systems/{name}.yaml. Lees na en bevestig: nakomen confirm systems/{name}",
             f"Drafted: systems/{name}.yaml. Read and confirm: nakomen confirm systems/{name}"))  # fmt: skip  # noqa: E501
    emit(document)
    return Exit.DONE
