"""nakomen check: the policy and the data map, held against each other and against the law."""

from enum import StrEnum
from typing import Annotated

import typer

from nakomen.cli.common import common
from nakomen.cli.findings import exit_for, finding_json, tell_findings, tell_total
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import emit

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
) -> int:
    from nakomen import Company, sarif, verbs

    with Company.open(common.folder) as company:
        findings = verbs.check(company, common.today)
    if format is Format.SARIF:
        common.as_json = True
        emit(sarif(findings, LANG))
        return exit_for(findings)
    tell_findings(findings)
    tell_total(findings)
    emit({"findings": [finding_json(finding) for finding in findings]})
    return exit_for(findings)
