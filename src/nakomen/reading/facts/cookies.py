"""What the text says of cookies (Telecommunicatiewet artikel 11.7a)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import CookieKind


@dataclass(frozen=True, kw_only=True)
class CookieFact:
    """
    ``used`` is None where the text is silent. ``consent`` is True where it is asked for some,
    False where it is said not to be needed. ``told``: the sentences that decide it.
    """

    used: bool | None = None
    types: tuple[CookieKind, ...] = ()
    analytics_tools: tuple[str, ...] = ()
    consent: bool | None = None
    told: tuple[Quote, ...] = ()

    @property
    def as_json(self) -> Json:
        return {
            "used": self.used,
            "types": [kind.value for kind in self.types],
            "analytics_tools": list(self.analytics_tools),
            "consent": self.consent,
            "quote": self.told[0].quote if self.told else None,
        }
