"""Words that the statement, the policy, the data map and the law share. Pure values, no effects."""

from nakomen.terms.basis import Basis
from nakomen.terms.bound import Bound
from nakomen.terms.category import Category, RecordKind
from nakomen.terms.certainty import Certainty
from nakomen.terms.channel import Channel
from nakomen.terms.cookie_kind import CookieKind
from nakomen.terms.criterion import Criterion
from nakomen.terms.finding import Finding, Severity
from nakomen.terms.marketing import MarketingGround
from nakomen.terms.measure import Measure
from nakomen.terms.moment import Moment, Take
from nakomen.terms.period import Period, PeriodError
from nakomen.terms.place import Place
from nakomen.terms.right import Right
from nakomen.terms.safeguard import Safeguard
from nakomen.terms.special import SpecialRule, SpecialStatus
from nakomen.terms.text import Lang, Text

__all__ = [
    "Basis",
    "Bound",
    "Category",
    "Certainty",
    "Channel",
    "CookieKind",
    "Criterion",
    "Finding",
    "Lang",
    "MarketingGround",
    "Measure",
    "Moment",
    "Period",
    "PeriodError",
    "Place",
    "RecordKind",
    "Right",
    "Safeguard",
    "Severity",
    "SpecialRule",
    "SpecialStatus",
    "Take",
    "Text",
]
