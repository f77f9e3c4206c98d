"""nakomen may: may this be done, now? One file a gate."""

import typer

from nakomen.cli.help import Verb
from nakomen.cli.language import say
from nakomen.cli.may import combined, dpia, marketing, minor, role, special, transfer, use

HELP = say(
    "Vraag of iets mag: de verklaring en de wet beslissen samen.",
    "Ask whether something may be done: statement and law decide together.",
)
app = typer.Typer(rich_markup_mode=None)


@app.callback()
def may() -> None:
    """The group of gates."""


for gate in (minor, transfer, marketing, special, dpia, combined, role, use):
    name = gate.__name__.rsplit(".", 1)[1]
    app.command(name, cls=Verb, help=gate.HELP, epilog=gate.EXAMPLE)(gate.command)
