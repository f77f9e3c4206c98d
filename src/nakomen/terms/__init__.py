"""Words that the statement, the policy, the data map and the law share. Pure values, no effects."""

from nakomen.terms.bound import Bound
from nakomen.terms.category import Category, RecordKind
from nakomen.terms.certainty import Certainty
from nakomen.terms.criterion import Criterion
from nakomen.terms.finding import Finding, Severity
from nakomen.terms.moment import Moment
from nakomen.terms.period import Period, PeriodError
from nakomen.terms.place import Place
from nakomen.terms.right import Right
from nakomen.terms.text import Lang, Text

__all__ = [
    "Bound",
    "Category",
    "Certainty",
    "Criterion",
    "Finding",
    "Lang",
    "Moment",
    "Period",
    "PeriodError",
    "Place",
    "RecordKind",
    "Right",
    "Severity",
    "Text",
]
