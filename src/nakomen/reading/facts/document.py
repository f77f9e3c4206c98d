"""What the statement says of itself, and what in it does not fit."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class StatementFacts:
    """The document itself. Dates are ISO 8601, ``YYYY-MM`` if only a month is given."""

    title: str | None = None
    version: str | None = None
    date: str | None = None
    effective: str | None = None
    language: str | None = None
    words: int = 0

    @property
    def as_json(self) -> Json:
        names = ("title", "version", "date", "effective", "language", "words")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, kw_only=True)
class Tension:
    """Something in the text that does not fit: a placeholder, two towns for one postcode."""

    kind: str
    message: Text
    quotes: tuple[Quote, ...]

    @property
    def as_json(self) -> Json:
        return {
            "kind": self.kind,
            "message": self.message.both,
            "quotes": [quote.as_json for quote in self.quotes],
        }
