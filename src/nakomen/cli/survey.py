"""nakomen survey: look at all stores again and report what the map does not know."""

from nakomen.cli.common import common
from nakomen.cli.findings import exit_for, finding_json, tell_findings, tell_total
from nakomen.cli.language import say
from nakomen.cli.tell import counted, emit, tell

HELP = say(
    "Kijk opnieuw in alle systemen: wat is er bij gekomen, weg, of zonder belofte?",
    "Look at all systems again: what is new, gone, or without a promise?",
)
EXAMPLE = "nakomen survey"


def command() -> int:
    from nakomen import Company, verbs

    with Company.open(common.folder) as company:
        findings = verbs.survey(company)
        stores = len(company.maps)
    tell_findings(findings)
    looked = counted(stores, ("systeem", "systemen"), ("system", "systems"))
    tell(say(f"{looked} bekeken.", f"{looked} looked at."))
    tell_total(findings)
    emit({"findings": [finding_json(finding) for finding in findings]})
    return exit_for(findings)
