"""Everything that does not fit, of a company or of a statement alone."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from nakomen.checks import check_policy
from nakomen.checks.text import Checked, as_findings, check_text
from nakomen.run import registered
from nakomen.run.company import Company
from nakomen.run.source import facts_of, read_statement
from nakomen.terms import Finding


@dataclass(frozen=True, kw_only=True)
class Checkup:
    """
    Findings by place, and what each rule of the law catalogue answered.

    *law* is None when there is no text to hold against the law.
    """

    findings: list[Finding]
    law: Checked | None


def of_company(company: Company, today: date) -> Checkup:
    """The policy against its text, the maps, the registers and the law."""
    policy, text = company.policy, company.statement
    facts = facts_of(text)
    law = check_text(text, today, facts) if facts else None
    said = as_findings(law, policy.statement.file, text, policy.promises) if law else []
    texts = {**company.texts, policy.statement.file: text}
    found = company.findings + check_policy(policy, company.maps, texts, said, facts)
    found += registered.findings(company, today)
    by_place = sorted(dict.fromkeys(found), key=lambda finding: finding.sort_key)
    return Checkup(findings=by_place, law=law)


def of_statement(file: Path, today: date) -> Checkup:
    """
    A published statement against the law, without a company's folder.

    Raises:
        StatementMissing: no such file.
    """
    text, facts, findings = read_statement(file)
    if text is None:
        return Checkup(findings=findings, law=None)
    law = check_text(text, today, facts)
    return Checkup(findings=[*findings, *as_findings(law, file.name, text)], law=law)
