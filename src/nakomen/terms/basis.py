"""Legal bases of a processing activity, AVG artikel 6 lid 1 onder a tot en met f."""

from enum import StrEnum


class Basis(StrEnum):
    CONSENT = "consent"
    CONTRACT = "contract"
    LEGAL_OBLIGATION = "legal_obligation"
    VITAL_INTERESTS = "vital_interests"
    PUBLIC_TASK = "public_task"
    LEGITIMATE_INTERESTS = "legitimate_interests"

    @property
    def article(self) -> str:
        """
        Where the basis stands.

        >>> Basis.LEGAL_OBLIGATION.article
        'AVG artikel 6 lid 1 onder c'
        """
        return f"AVG artikel 6 lid 1 onder {'abcdef'[list(Basis).index(self)]}"
