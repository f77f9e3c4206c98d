"""Whom to ask about privacy: an officer, a person, a mailbox (AVG artikel 13 lid 1 onder b)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote


@dataclass(frozen=True, kw_only=True)
class PrivacyContact:
    """
    The contact as the text writes it. ``is_dpo`` is True for an officer under AVG artikel 37,
    False where the text names another contact or says that there is no officer, None where it
    is silent. ``told``: the sentences that decide it.
    """

    name: str | None = None
    role: str | None = None
    email: str | None = None
    phone: str | None = None
    is_dpo: bool | None = None
    told: tuple[Quote, ...] = ()

    @property
    def reachable(self) -> bool:
        """Whether the text gives her a name or a way to reach the contact."""
        return any((self.name, self.email, self.phone))

    @property
    def as_json(self) -> Json:
        return {
            "name": self.name,
            "role": self.role,
            "email": self.email,
            "phone": self.phone,
            "is_dpo": self.is_dpo,
        }
