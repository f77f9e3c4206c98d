"""What data is for, and on which ground (AVG artikel 13 lid 1 onder c; 6 lid 1)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Basis


@dataclass(frozen=True, kw_only=True)
class PurposeFact(Quote):
    """One stated purpose, ``label`` in the text's own words; ``basis`` if the text ties one."""

    label: str
    basis: Basis | None = None
    section: str | None = None

    @property
    def as_json(self) -> Json:
        basis = self.basis and self.basis.value
        return {"label": self.label, "basis": basis, **super().as_json}


@dataclass(frozen=True, kw_only=True)
class BasisFact(Quote):
    """One legal basis; ``explicit`` when the text calls it a ground."""

    basis: Basis
    explicit: bool = False
    section: str | None = None

    @property
    def as_json(self) -> Json:
        return {"basis": self.basis.value, "explicit": self.explicit, **super().as_json}
