"""The table of commands: one file each, in the order in which a company meets them."""

from importlib.metadata import version
from typing import Annotated

import typer

from nakomen.cli import (
    apply,
    approve,
    archive,
    asks,
    backup,
    check,
    confirm,
    connect,
    decide,
    demo,
    doctor,
    drill,
    evidence,
    explain,
    forecast,
    hits,
    hold,
    init,
    may,
    plan,
    publish,
    read,
    register,
    replay,
    restore,
    review,
    show,
    status,
    survey,
    undo,
    up,
    verify,
)
from nakomen.cli import version as version_verbs
from nakomen.cli.help import Verb, Verbs
from nakomen.cli.language import say

VERBS = {
    say("Beginnen", "Begin"): (read, init, connect, confirm),
    say("Kijken", "Look"): (check, survey, status, forecast, review, explain, doctor),
    say("Uitvoeren", "Carry out"): (plan, show, decide, approve, apply, asks, hits, archive, undo),
    say("Bewijzen", "Prove"): (drill, verify),
    say("Publiceren", "Publish"): (publish, register),
    say("Openen", "Open"): (up,),
    say("Bewaren", "Keep"): (backup, restore, replay),
    say("Proberen", "Try"): (demo,),
}

app = typer.Typer(
    cls=Verbs,
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=say(
        "nakomen: een bedrijf houdt zich aan zijn privacyverklaring, en kan het laten zien.",
        "nakomen: a company keeps its privacy statement, and can show it.",
    ),
)


def _tell_version(wanted: bool) -> None:
    if wanted:
        print(f"nakomen {version('nakomen')}")
        raise typer.Exit


@app.callback()
def nakomen(
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_tell_version,
            is_eager=True,
            help=say("welke versie dit is", "which version this is"),
        ),
    ] = False,
) -> None:
    """What every verb stands under."""


for section, verbs in VERBS.items():
    for verb in verbs:
        name = verb.__name__.rsplit(".", 1)[1]
        app.command(name, cls=Verb, help=verb.HELP, epilog=verb.EXAMPLE, rich_help_panel=section)(
            verb.command
        )
app.add_typer(
    version_verbs.app,
    name="version",
    cls=Verbs,
    help=version_verbs.HELP,
    rich_help_panel=say("Publiceren", "Publish"),
)
app.add_typer(
    may.app,
    name="may",
    cls=Verbs,
    help=may.HELP,
    rich_help_panel=say("Kijken", "Look"),
)
app.add_typer(
    hold.app,
    name="hold",
    cls=Verbs,
    help=hold.HELP,
    rich_help_panel=say("Uitvoeren", "Carry out"),
)
app.add_typer(
    evidence.app,
    name="evidence",
    cls=Verbs,
    help=evidence.HELP,
    rich_help_panel=say("Bewijzen", "Prove"),
)
