"""One row of the retention catalogue: how long records of one sort may or must stay."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from nakomen.law.checked import Checked
from nakomen.terms import Period, RecordKind, Text


class Force(StrEnum):
    """What stands behind a term."""

    STATUTORY = "statutory"
    GUIDELINE = "guideline"
    CUSTOM = "custom"
    """No number in law or guideline: our proposal."""


class Until(StrEnum):
    """An end that is no number."""

    CLOSED = "until_closed"
    UNDISPUTABLE = "until_invoice_undisputable"
    CONSENT_WITHDRAWN = "until_consent_withdrawn"
    SERVICE_ENDS = "as_long_as_needed_for_service"
    WITHDRAWN = "until_withdrawn"
    PROCESSING_ENDS = "until_processing_ends"
    NO_MARKETING = "until_no_marketing"
    SESSION = "session"


class Counted(StrEnum):
    """How the term is counted from its start."""

    DAY = "day"
    YEAR_END = "year_end"
    """From 31 December of the year of the start."""
    YEAR = "year"
    """The year of the start is the first year of the term."""


class Sector(StrEnum):
    """Whom the row concerns."""

    ALL = "all"
    LEGAL_PERSON = "legal_person"
    BUSINESS = "business"
    REAL_ESTATE = "real_estate"
    DIGITAL_SALES = "digital_sales"
    PLATFORM = "platform"
    EMPLOYER = "employer"
    WEBSITE = "website"
    WEB_SHOP = "web_shop"
    TELECOM = "telecom"
    IT = "it"
    HOSTING = "hosting"
    FINANCE = "finance"
    CARE = "care"
    WWFT = "wwft"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """
    *least* is what a duty demands, *most* what is still proportionate; None says nothing.

    *records* are the kinds it is about, *words* how statements name it: stems in lower case, whole
    words with a space behind.
    """

    id: str
    what: Text
    least: Period | Until | None = None
    most: Period | Until | None = None
    start: Text
    counted: Counted = Counted.DAY
    basis: str
    force: Force
    sector: Sector = Sector.ALL
    note: Text | None = None
    checked: Checked
    source: str = ""
    records: frozenset[RecordKind] = frozenset()
    words: tuple[str, ...] = ()

    def last_day(self, start: date) -> date | None:
        """The last day of the longest term that the row knows in numbers; None without one."""
        term = next((t for t in (self.most, self.least) if isinstance(t, Period)), None)
        if term is None:
            return None
        begins = {
            Counted.DAY: start,
            Counted.YEAR_END: date(start.year, 12, 31),
            Counted.YEAR: date(start.year - 1, 12, 31),
        }
        return term.after(begins[self.counted])


class Fit(StrEnum):
    """How a promised term stands to a row."""

    SHORTER = "shorter"
    WITHIN = "within"
    LONGER = "longer"
    UNKNOWN = "unknown"
    """The row knows no number to hold it against."""


def fit(row: Kept, promised: Period) -> Fit:
    """
    Whether *promised* is shorter than *least* or longer than *most*, counted from one same day.

    >>> from nakomen.law.retention import row
    >>> fit(row("camera-footage"), Period(days=90)), fit(row("camera-footage"), Period(days=28))
    (<Fit.LONGER: 'longer'>, <Fit.WITHIN: 'within'>)
    """
    numbers = [term for term in (row.least, row.most) if isinstance(term, Period)]
    if not numbers:
        return Fit.UNKNOWN
    day = date(2026, 1, 1)
    if isinstance(row.least, Period) and promised.after(day) < row.least.after(day):
        return Fit.SHORTER
    if isinstance(row.most, Period) and promised.after(day) > row.most.after(day):
        return Fit.LONGER
    return Fit.WITHIN
