"""The registers of the company: of processing, drafted where it is not written, and of versions."""

from collections.abc import Iterator
from contextlib import suppress
from datetime import date

from nakomen.checks import CODES, check_register
from nakomen.errors import UsageError
from nakomen.policy.register import Register, load_register, register_yaml
from nakomen.reading.propose_register import draft_register
from nakomen.run.company import REGISTER, Company, CompanyFaulty
from nakomen.run.versions import NoticeLacking, Unversioned, in_force, register, to_show
from nakomen.run.writing import replaced, writing
from nakomen.terms import Finding, Place, Severity


class RegisterExists(UsageError):
    """There is a register.yaml already. Edit it; `nakomen check` says what it lacks."""

    nl = "Er is al een register.yaml. Pas het aan; `nakomen check` zegt wat ontbreekt."


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


def write_register(company: Company) -> Register:
    """
    Put the draft in the company's folder as register.yaml.

    Raises:
        RegisterExists, FolderUnwritable: nothing was changed.
    """
    file = company.folder / REGISTER
    if file.exists():
        raise RegisterExists
    draft = registered(company)
    with writing(REGISTER):
        file.touch(exist_ok=False)
    try:
        with replaced(file, register_yaml(draft)):
            pass
    except BaseException:
        file.unlink(missing_ok=True)
        raise
    return draft


def findings(company: Company, today: date) -> Iterator[Finding]:
    """What the registers lack: of processing, and of versions."""
    yield from check_register(company.policy, company.maps, registered(company))
    yield from _left(company, today)


def _left(company: Company, today: date) -> Iterator[Finding]:
    """The policy was changed, and no version says so."""
    if not register(company).versions:
        return
    try:
        with suppress(NoticeLacking):
            to_show(company)
    except Unversioned:
        held = in_force(company, today)
        place = Place(company.policy.statement.file, 1)
        yield CODES["C025"].found(place, number=held.number if held else "-")
