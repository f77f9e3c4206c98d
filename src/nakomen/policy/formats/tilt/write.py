"""
A policy as a TILT document that is valid against its schema (draft-07, commit ba05879).

TILT wants some fields that a small company may lack, such as a data protection officer: the privacy
contact stands there, and ``nakomen.lacks`` says so. What TILT has no field for (restriction,
objection, measures, cookies) stands under ``nakomen.policy``, whole, so nothing is lost.
"""

import hashlib
import json
from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from nakomen.policy.entries import as_entries
from nakomen.policy.formats.tilt.disclosed import disclosed, sources
from nakomen.policy.formats.tilt.rights import rights
from nakomen.policy.model import Policy
from nakomen.policy.stated import ContactPoint, Transfer
from nakomen.terms import Safeguard

Json = dict[str, Any]
UNKNOWN = "-"
"""TILT wants a text where the policy is silent."""
_NO_MAIL = "unknown@example.invalid"
_CODES = {"nederland": "NL", "netherlands": "NL", "the netherlands": "NL", "belgië": "BE"}


def as_tilt(policy: Policy, made_on: date, *, url: str | None = None, version: int = 1) -> Json:
    """
    The document. ``meta._hash`` is SHA-256 of it as canonical JSON with an empty ``_hash``.

    Args:
        made_on: when the text was last changed, if the policy has no date.
        url: where the statement stands; else the website of the company.
    """
    document = {
        "meta": _meta(policy, made_on, url, version),
        "controller": _controller(policy),
        "dataProtectionOfficer": _officer(policy),
        "dataDisclosed": list(disclosed(policy)),
        "thirdCountryTransfers": list(_transfers(policy)),
        **rights(policy),
        "sources": list(sources(policy)),
        "automatedDecisionMaking": _automated(policy),
        "changesOfPurpose": [],
        "nakomen": {"lacks": list(_lacks(policy)), "policy": as_entries(policy)},
    }
    document["meta"]["_hash"] = tilt_hash(document)
    return document


def tilt_hash(document: Mapping[str, Any]) -> str:
    """SHA-256 of the document as JSON with sorted keys, its own ``_hash`` left empty."""
    bare = {**document, "meta": {**document["meta"], "_hash": ""}}
    text = json.dumps(bare, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _meta(policy: Policy, made_on: date, url: str | None, version: int) -> Json:
    day = f"{(policy.statement.date or made_on).isoformat()}T00:00:00"
    return {
        "_id": str(uuid5(NAMESPACE_URL, policy.digest)),
        "name": policy.controller.get("name") or UNKNOWN,
        "created": day,
        "modified": day,
        "version": version,
        "language": policy.statement.language.value,
        "status": "active",
        "url": url or policy.controller.get("website") or UNKNOWN,
        "_hash": "",
    }


def _controller(policy: Policy) -> Json:
    known = policy.controller
    return {
        "name": known.get("name") or UNKNOWN,
        "address": address(known) or UNKNOWN,
        "country": country_code(known),
        "representative": _person(policy),
    }


def address(known: Mapping[str, Any]) -> str:
    """Street and place of the company on one line."""
    place = " ".join(known[part] for part in ("postcode", "city") if known.get(part))
    return ", ".join(part for part in (known.get("address"), place) if part)


def country_code(known: Mapping[str, Any]) -> str:
    """The country of the company; one that says nothing is Dutch, as its statement is."""
    return _CODES.get(str(known.get("country", "")).casefold(), "NL")


def _officer(policy: Policy) -> Json:
    return {
        **_person(policy),
        "address": address(policy.controller) or UNKNOWN,
        "country": country_code(policy.controller),
    }


def _person(policy: Policy) -> Json:
    """Whom to ask: the officer, else the privacy contact, else the company."""
    contact = _contact(policy) or ContactPoint()
    mails, phones = (policy.controller.get(name) or () for name in ("emails", "phones"))
    person = {
        "name": contact.name or policy.controller.get("name") or UNKNOWN,
        "email": contact.email or next(iter(mails), _NO_MAIL),
    }
    phone = contact.phone or next(iter(phones), None)
    return person | ({"phone": phone} if phone else {})


def _contact(policy: Policy) -> ContactPoint | None:
    points = [promise.contact for promise in policy.promises if promise.contact]
    return next((p for p in points if p.is_dpo), points[0] if points else None)


def _transfers(policy: Policy) -> Iterator[Json]:
    for promise in policy.promises:
        said = promise.transfer
        if said and said.outside_eea:
            for country in said.countries:
                yield {"country": country, **_guarantees(said)}


def _guarantees(said: Transfer) -> Json:
    adequate = Safeguard.ADEQUACY in said.safeguards
    clauses = Safeguard.SCC in said.safeguards
    others = [s.value for s in said.safeguards if s not in (Safeguard.ADEQUACY, Safeguard.SCC)]
    return {
        "adequacyDecision": _available(adequate, "AVG artikel 45"),
        "appropriateGuarantees": _available(bool(others), ", ".join(others)),
        "presenceOfEnforceableRightsAndEffectiveRemedies": {"available": False},
        "standardDataProtectionClause": _available(clauses, "AVG artikel 46 lid 2 onder c"),
    }


def _available(there: bool, description: str) -> Json:
    return {"available": True, "description": description} if there else {"available": False}


def _automated(policy: Policy) -> Json:
    in_use = any(promise.automated for promise in policy.promises)
    texts = {"logicInvolved": UNKNOWN, "scopeAndIntendedEffects": UNKNOWN}
    return {"inUse": in_use, **(texts if in_use else {})}


def _lacks(policy: Policy) -> Iterator[str]:
    """Fields that the schema wants and the policy does not have."""
    contact = _contact(policy)
    if contact is None or not contact.is_dpo:
        yield "dataProtectionOfficer"
    if contact is None or not contact.name:
        yield "controller.representative"
    if not address(policy.controller):
        yield "controller.address"
