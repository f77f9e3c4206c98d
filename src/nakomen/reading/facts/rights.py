"""What a person may ask, and when she is answered (AVG artikel 13 lid 2 onder b; 12 lid 3)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.terms import Certainty, Period, Right


@dataclass(frozen=True, kw_only=True)
class RightFact(Quote):
    """One right that the statement grants, with the sentence that grants it first."""

    code: Right

    @property
    def as_json(self) -> Json:
        return {"code": self.code.value, **super().as_json}


@dataclass(frozen=True, kw_only=True)
class RightMention(Quote):
    """One sentence that grants rights. ``self_service``: the person does it herself."""

    codes: tuple[Right, ...]
    self_service: bool = False
    section: str | None = None
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, kw_only=True)
class ResponseFact(Quote):
    """One promise of an answer within a term; None where only "the legal term" is named."""

    within: Period | None
    code: Right | None = None
    section: str | None = None
