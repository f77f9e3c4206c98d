"""The register of the company: its register.yaml, or a draft from the policy and the maps."""

from nakomen.policy.register import Register, load_register
from nakomen.reading.propose_register import draft_register
from nakomen.run.company import REGISTER, Company, CompanyFaulty
from nakomen.terms import Severity


def registered(company: Company) -> Register:
    """
    Raises:
        CompanyFaulty: register.yaml has faults; names each.
    """
    text = company.texts.get(REGISTER)
    if text is None:
        return draft_register(company.policy, company.maps)
    register, findings = load_register(text, REGISTER, company.policy)
    if register is None or any(f.severity is Severity.ERROR for f in findings):
        raise CompanyFaulty(findings)
    return register
