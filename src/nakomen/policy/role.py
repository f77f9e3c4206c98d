"""What a receiver of personal data does with it."""

from enum import StrEnum


class RecipientRole(StrEnum):
    PROCESSOR = "processor"
    """Works for the controller, on its instructions (AVG artikel 28)."""
    SUB_PROCESSOR = "sub_processor"
    """Works for a processor (AVG artikel 28 lid 4)."""
    THIRD_PARTY = "third_party"
    """Decides for itself what happens to the data."""
    AUTHORITY = "authority"
