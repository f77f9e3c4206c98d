"""How long records stay (AVG artikel 13 lid 2 onder a)."""

from dataclasses import dataclass

from nakomen.reading.facts.quote import Json, Quote
from nakomen.records import Act
from nakomen.terms import Bound, Certainty, Criterion, Moment, Period, RecordKind


@dataclass(frozen=True, kw_only=True)
class RetentionFact(Quote):
    """
    How long one kind of record is kept, or what makes it go.

    ``period`` is None where the statement gives no number; then ``criterion`` says what decides.
    ``start_event`` is None where the statement does not say from when. ``holder`` is the third
    party that keeps the data, None for the controller. ``trigger`` is True where the sentence
    promises that data goes rather than that it stays.
    """

    object: RecordKind
    period: Period | None = None
    bound: Bound = Bound.EXACTLY
    criterion: Criterion | None = None
    start_event: Moment | None = None
    act: Act | None = None
    holder: str | None = None
    trigger: bool = False
    section: str | None = None
    listed: bool = False
    """A row of a table or a list."""
    certainty: Certainty = Certainty.SURE

    @property
    def as_json(self) -> Json:
        return {
            "object": self.object.value,
            "period": self.period and self.period.iso,
            "criterion": self.criterion and self.criterion.value,
            "start_event": self.start_event and self.start_event.value,
            "act": self.act and self.act.value,
            **super().as_json,
        }
