"""
May these data be treated as not personal? (combined-data-reclassification)

Statistics and "other" data become personal data as soon as they are linked to a person (AVG artikel
4 onder 1): from then on they are in her copy and go when she asks to be erased.
"""

from dataclasses import dataclass

from nakomen.gates.decision import Answer, Decision, Gate
from nakomen.policy import Control, Policy
from nakomen.records import Dataset, StoreMap
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Combined:
    """*personal*: they name or single out a person themselves. None: nobody knows."""

    linked: bool | None
    personal: bool = False


def combined_data_gate(policy: Policy, combined: Combined) -> Decision:
    kinds = (p for p in policy.promises if p.control == Control.COMBINED_DATA_RECLASSIFICATION)
    return _decide(combined).kept_by(next(kinds, None))


def _decide(combined: Combined) -> Decision:
    if combined.personal or combined.linked:
        return _told(Answer.DENY, _LINKED if combined.linked else _PERSONAL)
    if combined.linked is None:
        return _told(Answer.ASK, _UNKNOWN, ("linked",))
    return _told(Answer.ALLOW, _LOOSE)


def personal_by_link(dataset: Dataset, store_map: StoreMap) -> bool:
    """
    Whether rows of *dataset* hold nothing personal themselves, and can yet point to a person.

    Which rows do is a matter of each row: an empty reference leaves it anonymous.
    """
    if dataset.personal_columns or dataset.keys:
        return False
    return any(_leads_to_a_person(link.to, store_map, {dataset.name}) for link in dataset.links)


def _leads_to_a_person(name: str, store_map: StoreMap, seen: set[str]) -> bool:
    target = next((d for d in store_map.datasets if d.name == name), None)
    if target is None or name in seen:
        return False
    if target.personal_columns or target.keys:
        return True
    return any(_leads_to_a_person(link.to, store_map, seen | {name}) for link in target.links)


def _told(answer: Answer, text: Text, missing: tuple[str, ...] = ()) -> Decision:
    return Decision(
        gate=Gate.COMBINED,
        answer=answer,
        text=text,
        rule="art4-1-normal-data-without-persons",
        article="AVG artikel 4 onder 1",
        missing=missing,
    )


_LINKED = Text(
    "ze zijn aan een persoon gekoppeld en dus persoonsgegevens: ze horen in de inzage en worden "
    "gewist",
    "they are linked to a person and so personal data: they belong in the copy and are erased",
)
_PERSONAL = Text("ze wijzen zelf een persoon aan", "they single out a person themselves")
_UNKNOWN = Text(
    "niemand weet of ze aan een persoon zijn gekoppeld",
    "nobody knows whether they are linked to a person",
)
_LOOSE = Text("ze zijn aan niemand gekoppeld", "they are linked to nobody")
