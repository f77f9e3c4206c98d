"""Measures of security that the text names (AVG artikel 32)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Measure


@dataclass(frozen=True, kw_only=True)
class MeasureFact(Quote):
    """One measure of the company itself; "passende maatregelen" alone names none."""

    code: Measure
    section: str | None = None

    @property
    def as_json(self) -> Json:
        return {"code": self.code.value, **super().as_json}
