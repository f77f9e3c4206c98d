"""A part of a copy: which of the desk's own rows are of one person, and what she is told."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.utils.timezone import localtime

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.customers.models import Customer
from nakomen.desk.dossiers.models import Case
from nakomen.terms import Category, Text

if TYPE_CHECKING:
    from django.db.models import QuerySet

MASK = "•••"
Row = dict[str, Any]


def moment(at: datetime | None) -> datetime | None:
    """On the clock of the office, to the second."""
    return localtime(at).replace(microsecond=0) if at else None


@dataclass(frozen=True, kw_only=True)
class Her:
    """
    Somebody who proved an address. *cases* are those that she proved, *others* what somebody else
    may have asked with her address; letters about *every_case* went to her. *customer* is her
    account, *colleague* the one of her work. *marks* say which customer she is in the company's
    systems.
    """

    email: str
    cases: QuerySet[Case]
    others: QuerySet[Case]
    every_case: QuerySet[Case]
    customer: Customer | None
    colleague: Colleague | None
    marks: frozenset[str]

    @property
    def accounts(self) -> list[Colleague]:
        """What she logs in with: one at most."""
        hers = self.colleague or (self.customer.user if self.customer else None)
        return [hers] if hers else []


@dataclass(frozen=True, kw_only=True)
class Why:
    """What rows are kept for, and why that may be."""

    purpose: Text
    ground: Text
    source: Text


@dataclass(frozen=True, kw_only=True)
class Part:
    """
    Rows of some tables, *models*; the first has the term of all in `nakomen.desk.kept`. *given* are
    the columns that she filled in herself: those she may take along. In *words* a colleague wrote.
    """

    name: str
    models: tuple[str, ...]
    title: Text
    why: Why
    columns: Mapping[str, Category]
    rows: Callable[[Her], list[Row]]
    given: tuple[str, ...] = ()
    words: tuple[str, ...] = ()


ANSWERING = Why(
    purpose=Text(
        "uw verzoek behandelen, en laten zien dat wij dat deden",
        "handling your request, and showing that we did",
    ),
    ground=Text(
        "wettelijke plicht (AVG artikel 12 en artikel 6 lid 1 onder c)",
        "legal duty (AVG artikel 12 and artikel 6 lid 1 onder c)",
    ),
    source=Text(
        "van uzelf, en van wie uw verzoek behandelde", "from you, and from who handled your request"
    ),
)
ACCOUNT = Why(
    purpose=Text("uw account laten werken", "making your account work"),
    ground=Text(
        "nodig voor wat u met ons afsprak (AVG artikel 6 lid 1 onder b)",
        "needed for what you agreed with us (AVG artikel 6 lid 1 onder b)",
    ),
    source=Text("van uzelf, toen u het account gebruikte", "from you, when you used the account"),
)
SAFETY = Why(
    purpose=Text(
        "zien wie er inlogde, en misbruik tegengaan", "seeing who logged in, and stopping misuse"
    ),
    ground=Text(
        "gerechtvaardigd belang: beveiliging (AVG artikel 6 lid 1 onder f en artikel 32)",
        "legitimate interest: security (AVG artikel 6 lid 1 onder f and artikel 32)",
    ),
    source=Text("van uw browser, toen u kwam", "from your browser, when you came"),
)
SHOWING = Why(
    purpose=Text(
        "laten zien wie in uw gegevens keek, en waarom",
        "showing who looked at your data, and why",
    ),
    ground=Text(
        "wettelijke plicht: verantwoording (AVG artikel 5 lid 2 en artikel 6 lid 1 onder c)",
        "legal duty: accountability (AVG artikel 5 lid 2 and artikel 6 lid 1 onder c)",
    ),
    source=Text("van wie u hielp", "from who helped you"),
)
TELLING = Why(
    purpose=Text(
        "u vertellen dat onze verklaring verandert", "telling you that our statement changes"
    ),
    ground=Text(
        "wettelijke plicht (AVG artikel 13 en 14, en artikel 6 lid 1 onder c)",
        "legal duty (AVG artikel 13 and 14, and artikel 6 lid 1 onder c)",
    ),
    source=Text("uit onze klantgegevens", "from our customer details"),
)
WORK = Why(
    purpose=Text(
        "weten wie hier werkt, en wie wat deed", "knowing who works here, and who did what"
    ),
    ground=Text(
        "gerechtvaardigd belang: beveiliging (AVG artikel 6 lid 1 onder f en artikel 32 lid 4)",
        "legitimate interest: security (AVG artikel 6 lid 1 onder f and artikel 32 lid 4)",
    ),
    source=Text("van uzelf en uw collega’s", "from you and your colleagues"),
)
