"""Why a person may ask that her data is kept and not used."""

from enum import StrEnum


class Ground(StrEnum):
    """Why a person may ask for it (AVG artikel 18 lid 1)."""

    CONTESTED = "contested"
    UNLAWFUL = "unlawful"
    CLAIM = "claim"
    OBJECTION = "objection"
