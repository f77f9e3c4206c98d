"""Whether data leaves the European Economic Area (AVG artikel 13 lid 1 onder f; 44-49)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Safeguard


@dataclass(frozen=True, kw_only=True)
class TransferFact:
    """
    ``outside_eea`` is True also where it is only possible (then ``conditional``), False where the
    text denies it, None where it is silent. Countries are ISO 3166. ``told``: the sentences.
    """

    outside_eea: bool | None = None
    conditional: bool | None = None
    countries: tuple[str, ...] = ()
    safeguards: tuple[Safeguard, ...] = ()
    told: tuple[Quote, ...] = ()

    @property
    def as_json(self) -> Json:
        return {
            "outside_eea": self.outside_eea,
            "conditional": self.conditional,
            "countries": list(self.countries),
            "safeguards": [safeguard.value for safeguard in self.safeguards],
            "quote": self.told[0].quote if self.told else None,
        }
