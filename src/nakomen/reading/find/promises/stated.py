"""What a sentence states beside its kind: typed values from the facts that stand in it."""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from nakomen.reading.facts import (
    BasisFact,
    CategoryFact,
    MeasureFact,
    PurposeFact,
    Quote,
    RecipientCategory,
    RecipientFact,
    SpecialItem,
)
from nakomen.reading.find.promises.worded import worded
from nakomen.reading.text.sentences import Sentence

Stated = dict[str, Any]


@dataclass(frozen=True, kw_only=True)
class Held:
    """Facts by the start of the sentence in which they stand."""

    starts: list[int]
    facts: dict[int, list[Quote]] = field(default_factory=dict)

    def at(self, start: int) -> list[Quote]:
        return self.facts.get(start, [])


def hold(facts: Iterator[Quote], sentences: tuple[Sentence, ...]) -> Held:
    """Each fact beside the sentence that it was read from."""
    held = Held(starts=[sentence.start for sentence in sentences])
    for fact in facts:
        place = bisect_right(held.starts, fact.start) - 1
        if place >= 0:
            held.facts.setdefault(held.starts[place], []).append(fact)
    return held


def stated(kind: str, quote: Quote, here: list[Quote]) -> Stated:
    """
    The parameters of a promise of *kind* with the words *quote*; no key without a value.

    A list of one is told by the name for one: ``purpose`` rather than ``purposes``.
    """
    inside = [fact for fact in here if fact.start < quote.end and quote.start < fact.end]
    values = {
        "purposes": [f.label for f in inside if isinstance(f, PurposeFact)],
        "bases": [f.basis.value for f in inside if isinstance(f, BasisFact)],
        "categories": [f.code.value for f in inside if isinstance(f, CategoryFact)],
        "special": [f.label for f in inside if isinstance(f, SpecialItem)],
        "measures": [f.code.value for f in inside if isinstance(f, MeasureFact)],
        "recipients": [
            _name(f) for f in inside if isinstance(f, RecipientFact | RecipientCategory)
        ],
    }
    told: Stated = {}
    for key in _KEYS.get(kind, ()):
        found = list(dict.fromkeys(values[key]))
        if len(found) == 1 and key in _ONE:
            told[_ONE[key]] = found[0]
        elif found:
            told[key] = found
    if not _PARTIES.isdisjoint(told):
        told = _receiving(inside) | told
    if kind == "data_category" and "categories" in told:
        told["type"] = _type(told["categories"])
    return told | worded(kind, quote.quote)


def _type(codes: list[str]) -> str:
    """The sort of data that asks most care of those named."""
    return next((sort for sort, members in _TYPES if not members.isdisjoint(codes)), "normal")


def _receiving(inside: list[Quote]) -> Stated:
    parties = [f for f in inside if isinstance(f, RecipientFact | RecipientCategory)]
    roles = {fact.role for fact in parties}
    role = next((r for r in ("authority", "processor") if r in roles), None)
    purposes = (fact.purpose for fact in parties if isinstance(fact, RecipientFact))
    purpose = next((purpose for purpose in purposes if purpose), None)
    return {key: value for key, value in (("role", role), ("purpose", purpose)) if value}


def _name(fact: RecipientFact | RecipientCategory) -> str:
    return fact.name if isinstance(fact, RecipientFact) else fact.label


_ONE = {"purposes": "purpose", "bases": "basis", "recipients": "recipient", "measures": "measure"}
_PARTIES = frozenset({"recipient", "recipients"})
_TYPES = (
    ("national_id", frozenset({"bsn", "id_document"})),
    ("special", frozenset({"health", "other_special"})),
    ("credential", frozenset({"login_credentials"})),
    ("financial", frozenset({"bank_account", "payment"})),
    ("traffic", frozenset({"traffic_data"})),
    ("hr", frozenset({"employment_cv"})),
)
_RECEIVERS = ("recipients", "categories", "purposes")
_KEYS = {
    "purpose": ("purposes", "bases"),
    "direct_marketing": ("purposes",),
    "legal_basis": ("bases", "purposes"),
    "consent": ("purposes",),
    "data_category": ("categories", "purposes"),
    "source": ("categories",),
    "special_category": ("special", "categories"),
    "telephony": ("categories",),
    "analytics": ("recipients", "categories"),
    "security_measure": ("measures",),
    "access_control": ("measures",),
    "logging_monitoring": ("measures",),
    "backup": ("measures",),
    "confidentiality": ("recipients",),
    "recipient": _RECEIVERS,
    "processor": _RECEIVERS,
    "authority_disclosure": _RECEIVERS,
    "transfer": ("recipients",),
}
