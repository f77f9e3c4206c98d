"""From which moment a term counts."""

from enum import StrEnum


class Moment(StrEnum):
    """The start of a term. A dataset's clock offers the first four; a rule may ask for any."""

    EVENT = "event"
    """The day of the record itself: the call, the invoice date, the login."""
    CREATED = "created"
    """The day on which the record was made."""
    CONTRACT_END = "contract_end"
    """The day on which the customer left."""
    LAST_CONTACT = "last_contact"
    CALENDAR_YEAR_END = "calendar_year_end"
    """31 December of the year of the event (book year, AWR artikel 52)."""

    @property
    def clock(self) -> "Moment":
        """The clock of a dataset that this moment is read from."""
        return Moment.EVENT if self is Moment.CALENDAR_YEAR_END else self
