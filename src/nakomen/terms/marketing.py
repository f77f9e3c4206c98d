"""When a company may send advertising, as its own statement says it."""

from enum import StrEnum


class MarketingGround(StrEnum):
    CONSENT = "consent"
    """Only after the person said yes."""
    CUSTOMER = "customer"
    """To own customers about own, similar services, until they object."""
    OPT_OUT = "opt_out"
    """To whoever is known, until she objects."""
    NEVER = "never"
