"""
What one sentence of a statement states beside terms and rights: values, each with its article.

The text that is published, the register, the gates and the checks read the same values.
"""

from dataclasses import dataclass
from datetime import date

from nakomen.terms import (
    Basis,
    Category,
    Channel,
    CookieKind,
    MarketingGround,
    Measure,
    Period,
    Safeguard,
    SpecialRule,
    SpecialStatus,
)


@dataclass(frozen=True, kw_only=True)
class Purpose:
    """What data is used for, on which bases (AVG artikel 13 lid 1 onder c en d)."""

    label: str
    bases: tuple[Basis, ...] = ()
    since: date | None = None
    """A purpose that came later: what was collected before that day was collected for others."""
    reassessed: date | None = None
    """When its basis for that earlier data was judged; *bases* says what came of it."""


@dataclass(frozen=True, kw_only=True)
class SpecialData:
    """
    Special categories (AVG artikel 9). *rule* is what must hold before one may be stored; None
    where the statement names no condition. *items* are its own words for what it speaks of.
    """

    status: SpecialStatus
    rule: SpecialRule | None = None
    items: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Transfer:
    """
    Data outside the EEA (AVG artikel 13 lid 1 onder f). *countries* are ISO 3166 codes.

    *assessment*: only after somebody judged that protection there is equivalent.
    """

    outside_eea: bool
    conditional: bool = False
    countries: tuple[str, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    assessment: bool = False


@dataclass(frozen=True, kw_only=True)
class Cookies:
    """Cookies on the site (Telecommunicatiewet artikel 11.7a). None: the statement is silent."""

    used: bool
    kinds: tuple[CookieKind, ...] = ()
    tools: tuple[str, ...] = ()
    consent: bool | None = None


@dataclass(frozen=True, kw_only=True)
class Children:
    """
    Below *age* (years) nobody's data is taken without a parent (AVG artikel 8, UAVG artikel 5).

    *consent*: a parent's consent opens the gate; *written*: it must be in writing.
    """

    age: int
    consent: bool = False
    written: bool = False


@dataclass(frozen=True, kw_only=True)
class Marketing:
    """Advertising: on which ground, and by which channels; none named means every channel."""

    ground: MarketingGround
    channels: tuple[Channel, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ContactPoint:
    """Whom to ask about privacy (AVG artikel 13 lid 1 onder a en b)."""

    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    is_dpo: bool = False


@dataclass(frozen=True, kw_only=True)
class Notice:
    """
    How people hear of a new version of the statement.

    *channels* is empty where it is not said how. *material*: only of changes that matter.
    *before*: at least so long before the version takes effect.
    """

    channels: tuple[Channel, ...] = ()
    material: bool = False
    before: Period | None = None


@dataclass(frozen=True, kw_only=True)
class Stated:
    """All that a sentence can state; empty where it does not speak of it."""

    purpose: Purpose | None = None
    bases: tuple[Basis, ...] = ()
    data: tuple[Category, ...] = ()
    groups: tuple[str, ...] = ()
    """Whose data: "klanten", "websitebezoekers"."""
    sources: tuple[str, ...] = ()
    """Where data comes from, if not from the person (AVG artikel 14 lid 2 onder f)."""
    receivers: tuple[str, ...] = ()
    """Kinds of receivers without a name (AVG artikel 13 lid 1 onder e)."""
    special: SpecialData | None = None
    transfer: Transfer | None = None
    cookies: Cookies | None = None
    children: Children | None = None
    marketing: Marketing | None = None
    measures: tuple[Measure, ...] = ()
    contact: ContactPoint | None = None
    notice: Notice | None = None
    authority: str | None = None
    """Where people can complain (AVG artikel 13 lid 2 onder d)."""
    automated: bool | None = None
    """Whether a computer alone decides about people (AVG artikel 22)."""
    required: bool | None = None
    """Whether people must give their data (AVG artikel 13 lid 2 onder e)."""
