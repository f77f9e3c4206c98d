"""One value with the sentence that says it."""

from dataclasses import dataclass
from typing import Generic, TypeVar

from nakomen.reading.facts.quote import Quote

Value = TypeVar("Value")


@dataclass(frozen=True, kw_only=True)
class Said(Quote, Generic[Value]):
    """*value* as read from the words of the quote: an age, a name, yes or no."""

    value: Value
