"""What decides how long, where a statement gives a reason beside or instead of a number."""

from enum import StrEnum


class Criterion(StrEnum):
    WHILE_CUSTOMER = "while_customer"
    PURPOSE = "purpose"
    """As long as needed for the purpose (AVG artikel 5 lid 1 onder e)."""
    STATUTORY = "statutory"
    """As long as the law says, without a number."""
    UNTIL_WITHDRAWN = "until_withdrawn"
    """Until she unsubscribes, objects or withdraws consent."""
    UNTIL_OVERWRITTEN = "until_overwritten"
    TERM_ENDED = "term_ended"
    """When "the term" has passed, which the sentence itself does not name."""
    ARCHIVE = "archive"
    UNLIMITED = "unlimited"
    NON_PAYMENT = "non_payment"
    """The term counts arrears of payment, not the age of the data."""
