"""What was judged of a column: a category, how sure that is, and a sentence that says why."""

from typing import NamedTuple

from nakomen.detect.column_name import Meaning
from nakomen.detect.sampling import Sample
from nakomen.terms import Category, Certainty, Text

NAME = Text("de kolomnaam noemt {what}", "the column's name says {what}")


class Judged(NamedTuple):
    """*detector* and *sample* where values decided: which form they have, and how many."""

    category: Category
    certainty: Certainty
    why: Text
    detector: str | None = None
    sample: Sample | None = None


def told(sentence: Text, found: Meaning, **facts: object) -> Text:
    return Text(
        sentence.nl.format(what=found.what.nl, **facts),
        sentence.en.format(what=found.what.en, **facts),
    )
