"""Rights of the person, AVG artikelen 12-22 and 77."""

from enum import StrEnum


class Right(StrEnum):
    ACCESS = "access"
    RECTIFICATION = "rectification"
    ERASURE = "erasure"
    RESTRICTION = "restriction"
    PORTABILITY = "portability"
    OBJECTION = "objection"
    WITHDRAW_CONSENT = "withdraw_consent"
    NO_AUTOMATED_DECISION = "no_automated_decision"
    COMPLAINT = "complaint"
