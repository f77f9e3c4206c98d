"""Who receives data, by name or by kind (AVG artikel 13 lid 1 onder e)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote


@dataclass(frozen=True, kw_only=True)
class RecipientFact(Quote):
    """A named third party. ``role`` is processor, third_party or authority; country ISO 3166."""

    name: str
    role: str | None = None
    purpose: str | None = None
    country: str | None = None
    section: str | None = None

    @property
    def as_json(self) -> Json:
        names = ("name", "role", "purpose", "country", "quote", "start")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, kw_only=True)
class RecipientCategory(Quote):
    """A kind of receiver without a name: "leveranciers", "de accountant"."""

    label: str
    role: str | None = None
    section: str | None = None
    vague: bool = False
    """Says no more than "derden"."""

    @property
    def as_json(self) -> Json:
        return {"label": self.label, **super().as_json}
