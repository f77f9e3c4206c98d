"""nakomen connect: draft the data map of a live store."""

from typing import Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.init import BadStore
from nakomen.cli.language import say
from nakomen.cli.tell import emit, number, tell, tell_table

HELP = say(
    "Stel de gegevenskaart van een systeem op: wat staat waar, en van wie is het.",
    "Draft the data map of a system: what is where, and whose it is.",
)
EXAMPLE = "nakomen connect crm postgresql://localhost/crm"


def command(
    name: Annotated[
        str,
        typer.Argument(
            metavar=say("NAAM", "NAME"), help=say("hoe u het noemt, zoals crm", "such as crm")
        ),
    ],
    url: Annotated[str, typer.Argument(metavar="URL", help="postgresql://… mysql://… sqlite:///…")],
) -> int:
    from nakomen import verbs

    if not name.isidentifier():
        raise BadStore
    document = verbs.connect(common.folder, name, url)
    headings = (
        say("gegevens", "dataset"),
        say("van personen", "personal"),
        say("te herkennen aan", "known by"),
        say("rijen", "rows"),
    )
    tell_table(headings, [_row(dataset) for dataset in document["datasets"]], right=(3,))
    if "views" in document:
        views = ", ".join(document["views"])
        tell()
        tell(say(f"Alleen om te lezen, tellen niet mee: {views}", f"Views, not counted: {views}"))
    tell()
    tell(say(f"Opgesteld: systems/{name}.yaml", f"Drafted: systems/{name}.yaml"))
    tell(
        say(
            f"Lees na en bevestig: nakomen confirm systems/{name}",
            f"Read and confirm: nakomen confirm systems/{name}",
        )
    )
    emit(document)
    return Exit.DONE


def _row(dataset: dict[str, Any]) -> tuple[str, str, str, str]:
    return (
        dataset["name"],
        ", ".join(c["name"] for c in dataset["columns"] if c["category"] != "none"),
        ", ".join(map(_key, dataset["keys"])),
        number(dataset["rows"]),
    )


def _key(key: dict[str, Any]) -> str:
    """A key of some rows only is told with what those rows say: `email: value (_billing_email)`."""
    rows = f" ({key['when']['value']})" if "when" in key else ""
    return f"{key['kind']}: {key['column']}{rows}"
