"""From which moment a term counts."""

from enum import StrEnum


class Moment(StrEnum):
    """The start of a term. A dataset's clock offers all but the ends of years; a rule any."""

    EVENT = "event"
    """The day of the record itself: the call, the invoice date, the login."""
    CREATED = "created"
    """The day on which the record was made."""
    CONTRACT_END = "contract_end"
    """The day on which the customer left."""
    LAST_CONTACT = "last_contact"
    LAST_LOGIN = "last_login"
    LAST_ORDER = "last_order"
    HANDLED = "handled"
    """The day on which a question, a ticket or a complaint was dealt with."""
    BILLED = "billed"
    """The day on which a record came on an invoice (Telecommunicatiewet artikel 11.5)."""
    CALENDAR_YEAR_END = "calendar_year_end"
    """31 December of the year of the event (book year, AWR artikel 52)."""
    CONTRACT_YEAR_END = "contract_year_end"
    """31 December of the year in which the contract ended."""

    @property
    def clock(self) -> "Moment":
        """The clock of a dataset that this moment is read from."""
        return _READ_FROM.get(self, self)

    @property
    def ends_year(self) -> bool:
        """The term begins when the calendar year of the clock is over."""
        return self in _READ_FROM

    @property
    def awaited(self) -> bool:
        """Without a day it has not come yet, and the term has not begun: a contract that runs."""
        return self.clock in (Moment.CONTRACT_END, Moment.HANDLED, Moment.BILLED)

    @property
    def optional(self) -> bool:
        """Without a day it never came: somebody who never logged in."""
        return self in (Moment.LAST_CONTACT, Moment.LAST_LOGIN, Moment.LAST_ORDER)


_READ_FROM = {
    Moment.CALENDAR_YEAR_END: Moment.EVENT,
    Moment.CONTRACT_YEAR_END: Moment.CONTRACT_END,
}


class Take(StrEnum):
    """Which of several moments counts."""

    EARLIEST = "earliest"
    LATEST = "latest"
