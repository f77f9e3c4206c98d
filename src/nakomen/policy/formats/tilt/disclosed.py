"""The data of a policy as TILT's ``dataDisclosed``, one entry a category, and its ``sources``."""

from collections.abc import Iterator
from typing import Any

from nakomen.policy.formats.tilt.references import REFERENCES
from nakomen.policy.model import Policy, Promise, RetentionRule
from nakomen.policy.stated import Purpose
from nakomen.terms import Basis, Category, Period
from nakomen.terms.labels import label

Json = dict[str, Any]


def disclosed(policy: Policy) -> Iterator[Json]:
    """
    A statement ties purposes, receivers and terms to all of its data, not to one category; so each
    category bears all of them.
    """
    categories = dict.fromkeys(c for promise in policy.promises for c in promise.data)
    common = _common(policy)
    for category in categories:
        yield {"_id": category.value, "category": _label(policy, category), **common}


def sources(policy: Policy) -> Iterator[Json]:
    for promise in policy.promises:
        if promise.sources:
            found = [
                {"description": source, "url": "-", "publiclyAvailable": False}
                for source in promise.sources
            ]
            yield {"_id": promise.id, "dataCategory": "-", "sources": found}


def _label(policy: Policy, category: Category) -> str:
    return label(category).in_(policy.statement.language)


def _common(policy: Policy) -> Json:
    bases = dict.fromkeys(b for p in policy.promises for b in _bases(p))
    interests = Basis.LEGITIMATE_INTERESTS in bases
    required = any(promise.required for promise in policy.promises)
    return {
        "purposes": [_purpose(p, p.purpose) for p in policy.promises if p.purpose],
        "legalBases": [{"reference": REFERENCES[basis]} for basis in bases],
        "legitimateInterests": [{"exists": interests, "reasoning": "-"}],
        "recipients": [r for p in policy.promises for r in _recipients(p)],
        "storage": [_storage(policy)],
        "nonDisclosure": {
            "legalRequirement": False,
            "contractualRegulation": required,
            "obligationToProvide": required,
            "consequences": "-",
        },
    }


def _bases(promise: Promise) -> tuple[Basis, ...]:
    return (*(promise.purpose.bases if promise.purpose else ()), *promise.bases)


def _purpose(promise: Promise, purpose: Purpose) -> Json:
    return {"purpose": purpose.label, "description": promise.says or purpose.label}


def _recipients(promise: Promise) -> Iterator[Json]:
    party = promise.recipient
    if party:
        named = {"name": party["name"], "category": party.get("role") or "-"}
        yield named | ({"country": party["country"]} if party.get("country") else {})
    yield from ({"category": kind} for kind in promise.receivers)


def _storage(policy: Policy) -> Json:
    rules = [promise.retention for promise in policy.retention if promise.retention]
    return {
        "temporal": [_temporal(rule, rule.longest) for rule in rules if rule.longest],
        "purposeConditional": [
            f"{rule.records.value}: {rule.criterion.value}" for rule in rules if rule.criterion
        ],
        "legalBasisConditional": [],
        "aggregationFunction": "max",
    }


def _temporal(rule: RetentionRule, keep: Period) -> Json:
    return {"description": rule.records.value, "ttl": keep.iso}
