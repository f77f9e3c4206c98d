"""The table of commands: one file each."""

import typer

from nakomen.cli import (
    apply,
    check,
    confirm,
    connect,
    demo,
    doctor,
    evidence,
    explain,
    init,
    plan,
    read,
    show,
    status,
    survey,
    verify,
)
from nakomen.cli.language import say

app = typer.Typer(
    no_args_is_help=True,
    add_completion=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help=say(
        "nakomen: een bedrijf houdt zich aan zijn privacyverklaring, en kan het laten zien.",
        "nakomen: a company keeps its privacy statement, and can show it.",
    ),
    epilog=say(
        "Overal te gebruiken: -C MAP (de map van het bedrijf), --json, --today JJJJ-MM-DD, "
        "--lang nl|en.",
        "Anywhere: -C DIR (the company's folder), --json, --today YYYY-MM-DD, --lang nl|en.",
    ),
)
for verb in (read, init, connect, confirm, survey, check, plan, show, apply, status, verify,
             explain, doctor, demo):  # fmt: skip
    name = verb.__name__.rsplit(".", 1)[1]
    app.command(name, help=verb.HELP)(verb.command)
app.add_typer(evidence.app, name="evidence", help=evidence.HELP)
