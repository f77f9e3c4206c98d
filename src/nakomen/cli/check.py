"""nakomen check: the policy and the data map, held against each other and against the law."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.findings import exit_for, finding_json, tell_findings, tell_total
from nakomen.cli.language import LANG, say
from nakomen.cli.law import rules_json, tell_law
from nakomen.cli.tell import emit

if TYPE_CHECKING:
    from nakomen import Checkup

HELP = say(
    "Houd het beleid tegen de tekst, de wet en de gegevenskaart.",
    "Hold the policy against the text, the law and the data map.",
)
EXAMPLE = "nakomen check"


class Format(StrEnum):
    TEXT = "text"
    SARIF = "sarif"


def command(
    format: Annotated[
        Format,
        typer.Option(
            metavar="text|sarif",
            help=say("sarif: voor editors en bouwstraten", "sarif: for editors and CI"),
        ),
    ] = Format.TEXT,
    statement: Annotated[
        Path | None,
        typer.Option(
            metavar=say("BESTAND", "FILE"),
            help=say(
                "alleen deze verklaring tegen de wet, zonder bedrijfsmap",
                "this statement alone against the law, without a company's folder",
            ),
        ),
    ] = None,
    schema: Annotated[
        list[str] | None,
        typer.Option(
            metavar=say("BESTAND|ADRES", "FILE|URL"),
            help=say(
                "alleen dit schema: brengt het persoonsgegevens zonder belofte? mag vaker",
                "this schema alone: does it bring personal data without a promise? repeatable",
            ),
        ),
    ] = None,
    store: Annotated[
        str | None,
        typer.Option(
            metavar=say("NAAM", "NAME"),
            help=say("het systeem dat dit schema krijgt", "the system that gets this schema"),
        ),
    ] = None,
    everything: Annotated[
        bool,
        typer.Option(
            "--all",
            help=say(
                "toon ook opmerkingen en wat niet te zien is",
                "show notes and what cannot be seen too",
            ),
        ),
    ] = False,
) -> int:
    from nakomen import sarif

    checkup = _checkup(statement, schema, store)
    findings = checkup.findings
    unread = statement is not None and checkup.law is None
    code = Exit.USAGE if unread else exit_for(findings)
    if format is Format.SARIF:
        common.as_json = True
        emit(sarif(findings, LANG))
        return code
    tell_findings([finding for finding in findings if not finding.rule])
    on_text = [finding for finding in findings if finding.rule]
    tell_law(on_text, checkup.law, everything=everything)
    tell_total(findings)
    emit(
        {
            "findings": [finding_json(finding) for finding in findings],
            **rules_json(checkup.law),
        }
    )
    return code


def _checkup(statement: Path | None, schema: Sequence[str] | None, store: str | None) -> "Checkup":
    from nakomen import Checkup, Company, verbs

    if statement is not None:
        return verbs.check_statement(statement, common.today)
    with Company.open(common.folder) as company:
        if schema:
            return Checkup(findings=verbs.check_schema(company, schema, store), law=None)
        return verbs.checkup(company, common.today)
