"""What a statement names as ground for a transfer outside the EEA (AVG artikelen 44-49)."""

from enum import StrEnum


class Safeguard(StrEnum):
    ADEQUACY = "adequacy"
    SCC = "scc"
    """Standard contractual clauses, AVG artikel 46 lid 2 onder c."""
    BCR = "bcr"
    """Binding corporate rules, AVG artikel 47."""
    PRIVACY_SHIELD = "privacy_shield"
    """Invalid since 16 July 2020 (C-311/18); statements still name it."""
    SAFE_HARBOR = "safe_harbor"
    """Invalid since 6 October 2015 (C-362/14); statements still name it."""
    ANONYMISATION = "anonymisation"
