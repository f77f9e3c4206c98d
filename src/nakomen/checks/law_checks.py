"""All checks of the policy against the law."""

from nakomen.checks.law_response_term import check_response_term
from nakomen.checks.law_retention import check_retention
from nakomen.checks.law_rights import check_rights
from nakomen.policy import Policy
from nakomen.terms import Finding


def check_law(policy: Policy) -> list[Finding]:
    """Everything in *policy* that does not fit the law, by place and code. Reads nothing else."""
    found = [*check_retention(policy), *check_response_term(policy), *check_rights(policy)]
    return sorted(found, key=lambda finding: finding.sort_key)
