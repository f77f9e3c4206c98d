"""A sentence of the statement as a promise, not yet agreed to by anybody."""

from dataclasses import dataclass
from typing import Any

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Certainty


@dataclass(frozen=True, kw_only=True)
class Promise(Quote):
    """A sentence with consequences. ``kind`` and ``control`` as in the annotation's lists."""

    id: str
    kind: str
    section: str | None
    control: str
    parameters: dict[str, Any]
    certainty: Certainty

    @property
    def as_json(self) -> Json:
        return {
            "id": self.id,
            "kind": self.kind,
            **super().as_json,
            "section": self.section,
            "control": self.control,
            "parameters": self.parameters,
            "certainty": self.certainty.value,
        }
