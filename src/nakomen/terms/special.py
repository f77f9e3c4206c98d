"""What a statement says of special categories of personal data (AVG artikel 9)."""

from enum import StrEnum


class SpecialStatus(StrEnum):
    NONE = "none"
    """It says that they are not processed."""
    CONDITIONAL = "conditional"
    """Only in a case that it names: with consent, when volunteered, when a law demands it."""
    PROCESSED = "processed"
    NOT_MENTIONED = "not_mentioned"


class SpecialRule(StrEnum):
    """What must hold before a special value may be stored."""

    REFUSED = "refused"
    EXPLICIT_CONSENT = "explicit_consent"
    VOLUNTEERED = "volunteered"
    """Only what the person gives of her own accord."""
