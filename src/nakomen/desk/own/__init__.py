"""
What the desk itself keeps of one person, for her copy (AVG artikel 15 and 20).

Only rows of this very person; a code, a digest, a token or another secret never. A table that is
neither in a part nor in `APART` fails a test.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from django.utils import translation

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers.asking import mine_of
from nakomen.desk.customers.models import Customer
from nakomen.desk.dossiers.models import Case
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kept import until
from nakomen.desk.own import account, asked, work
from nakomen.desk.own.part import MASK, Her, Part

if TYPE_CHECKING:
    from nakomen import Company, Known, OwnPart

STORE = "loket"
PARTS = (*asked.PARTS, *account.PARTS, *work.PARTS)
APART = {
    "account.EmailConfirmation": "a secret that opens an account, gone when it was used",
    "api.Answered": "digests, and answers to a program of the company without a person in them",
    "api.Delivery": "numbers and kinds that a program of the company was told",
}
"""Tables with a term of which no row goes into a copy, and why."""


def parts_of(company: Company, case: Case) -> list[OwnPart]:
    """
    What goes along in the copy of *case*, whose person proved that its address is hers.

    Raises:
        NakomenError: a system did not answer, so nobody knows which customer she is.
    """
    her = her_of(company, case)
    with translation.override(company.policy.statement.language):
        made = [_access(part, her) for part in PARTS]
    if case.right == Right.PORT:
        made = [_given(part, one) for part, one in zip(PARTS, made, strict=True) if part.given]
    return [one for one in made if one.rows]


def her_of(company: Company, case: Case) -> Her:
    """
    Whose rows are hers. Where the company gave her address to another customer since somebody
    opened an account with it, or to several, nobody can say who asked before: only *case* is hers.
    """
    known, several = _known(company, case.email)
    user = Colleague.objects.filter(email__iexact=case.email).first()
    account = Customer.objects.filter(user=user).first() if user else None
    moved = several or bool(account and known and not known.marks & {*account.marks})
    every = Case.objects.filter(email=case.email)
    if moved:
        every = every.filter(pk=case.pk)
    proven = mine_of(case.email).values("pk")
    return Her(
        email=case.email,
        cases=every.filter(pk__in=proven),
        others=every.exclude(pk__in=proven),
        every_case=every,
        customer=None if moved else account,
        colleague=user if user and user.works_here else None,
        marks=known.marks if known else frozenset(),
    )


def _known(company: Company, email: str) -> tuple[Known | None, bool]:
    """Which customer she is; or that several have this address."""
    try:
        return verbs.known(company, email), False
    except NakomenError as error:
        if error.retry:
            raise
        return None, True


def _access(part: Part, her: Her) -> OwnPart:
    from nakomen import OwnPart

    return OwnPart(
        store=STORE,
        name=part.name,
        title=part.title,
        purpose=part.why.purpose,
        ground=part.why.ground,
        source=part.why.source,
        term=until(part.models[0]),
        columns=part.columns,
        rows=tuple(part.rows(her)),
        words=frozenset(part.words),
    )


def _given(part: Part, whole: OwnPart) -> OwnPart:
    """Only the columns that she filled in, of rows that she showed are hers (AVG artikel 20)."""
    rows = [{name: row[name] for name in part.given} for row in whole.rows]
    hers = [row for row in rows if MASK not in row.values()]
    columns = {name: whole.columns[name] for name in part.given}
    return replace(whole, columns=columns, rows=tuple(hers))
