"""What a promise states, in the fields of policy.yaml: each value from the words of its quote."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from nakomen.reading.facts import Facts, Promise
from nakomen.reading.words.durations import durations
from nakomen.terms import MarketingGround, SpecialRule, SpecialStatus

Entry = dict[str, Any]
_CONSENT = re.compile(r"toestemming|goedkeuring|akkoord|opt-in|consent|permission", re.I)
_VOLUNTEERED = re.compile(r"vrijwillig|voluntar", re.I)
_OBJECT = re.compile(r"bezwaar|afmeld|uitschrijf|opt-?out|object|unsubscribe", re.I)
_OWN = re.compile(
    r"gelijksoortig|soortgelijk|eigen\s+(?:producten|diensten)|(?:bij\s+ons\s+)?afneemt|similar",
    re.I,
)
_WEIGHED = re.compile(r"nagegaan|beoordeel|onderzo[ce]|assess|gelijkwaardig", re.I)
_MATTERS = re.compile(
    r"wezenlijk|belangrijk|ingrijpend|substanti|grote\s+wijzig|gevolgen\s+heeft|material|significant",
    re.I,
)
_UNLESS = re.compile(r"\s*(?:tenzij|behalve|mits|unless|except)\b", re.I)
_UNCHECKED = re.compile(
    r"\b(?:niet|cannot|can\s?not|can't|unable)\b[^.]{0,40}\b(?:controler|nagaan|verifi|verify|check)",
    re.I,
)
_APART = 3
"""Characters between two sentences of one paragraph."""
_RECEIVING = ("recipient", "processor", "authority_disclosure", "analytics", "confidentiality")


def stated_entry(facts: Facts, promise: Promise) -> Entry:
    """The fields beside receivers, purposes and terms; None and empty where nothing is said."""
    said = promise.parameters
    told: Entry = {
        "data": [code for code in _all(said, "categories", "category") if code != "none"],
        "measures": _all(said, "measures", "measure"),
        "groups": said.get("groups", []),
        "sources": said.get("sources", []),
    }
    if promise.kind == "legal_basis":
        told["bases"] = _all(said, "bases", "basis")
    if promise.kind in _BY_DOCUMENT:
        return told | _BY_DOCUMENT[promise.kind](facts, promise)
    by_sentence = _BY_SENTENCE.get(promise.kind)
    return told | (by_sentence(promise) if by_sentence else {})


def several(facts: Facts, promise: Promise) -> Iterator[Entry]:
    """What takes an entry of its own for each: named receivers, purposes."""
    if promise.kind in _RECEIVING:
        yield from _receivers(facts, promise)
    if promise.kind in ("purpose", "direct_marketing"):
        bases = _all(promise.parameters, "bases", "basis")
        for label in _all(promise.parameters, "purposes", "purpose"):
            purpose = {"label": label, "bases": bases} if bases else {"label": label}
            yield {"purpose": purpose}


def _receivers(facts: Facts, promise: Promise) -> Iterator[Entry]:
    """Parties by name, each an entry; kinds without a name together in one."""
    said = _all(promise.parameters, "recipients", "recipient")
    known = {party.name: party for party in facts.recipients}
    kinds = [name for name in said if name not in known]
    if kinds and promise.kind != "confidentiality":
        yield {"receivers": kinds}
    for name in said:
        if party := known.get(name):
            fields = {key: getattr(party, key) for key in ("name", "role", "purpose", "country")}
            yield {"recipient": {key: value for key, value in fields.items() if value}}


def _special(facts: Facts, promise: Promise) -> Entry:
    """The status where the sentence itself tells it."""
    fact = facts.special_categories
    here = any(promise.start <= told.start < promise.end for told in (*fact.told, *fact.items))
    if not here or fact.status is SpecialStatus.NOT_MENTIONED:
        return {}
    rule = _special_rule(fact.status, promise.quote)
    items = _all(promise.parameters, "special", "special")
    part = {"status": fact.status.value, "rule": rule and rule.value, "items": items}
    return {"special": {key: value for key, value in part.items() if value}}


def _special_rule(status: SpecialStatus, words: str) -> SpecialRule | None:
    if status is SpecialStatus.NONE:
        return SpecialRule.REFUSED
    if _CONSENT.search(words):
        return SpecialRule.EXPLICIT_CONSENT
    return SpecialRule.VOLUNTEERED if _VOLUNTEERED.search(words) else None


def _transfer(facts: Facts, promise: Promise) -> Entry:
    said = promise.parameters
    if "outside_eea" not in said:
        return {}
    part = {
        "outside_eea": said["outside_eea"],
        "conditional": facts.transfers.conditional or None,
        "countries": said.get("countries"),
        "safeguards": said.get("safeguards"),
        "assessment": bool(_WEIGHED.search(promise.quote)) or None,
    }
    return {"transfer": {key: value for key, value in part.items() if value not in (None, [])}}


def _cookies(facts: Facts, promise: Promise) -> Entry:
    said = promise.parameters
    if facts.cookies.used is None or not {"types", "consent"} & said.keys():
        return {}
    part = {
        "used": facts.cookies.used,
        "kinds": said.get("types"),
        "tools": list(facts.cookies.analytics_tools),
        "consent": said.get("consent"),
    }
    return {"cookies": {key: value for key, value in part.items() if value not in (None, [])}}


def _children(facts: Facts, promise: Promise) -> Entry:
    """An age and what a parent can do; that nobody can check an age is no rule."""
    age = promise.parameters.get("age")
    if age is None or _UNCHECKED.search(promise.quote):
        return {}
    words = " ".join((promise.quote, *_exceptions(facts, promise)))
    asks = bool(_CONSENT.search(words))
    written = asks and re.search(r"schriftelijk|in\s+writing|written", words, re.I)
    part: Entry = {"age": age} | ({"consent": True} if asks else {})
    return {"children": part | ({"written": True} if written else {})}


def _exceptions(facts: Facts, promise: Promise) -> Iterator[str]:
    """A sentence of its own that goes on where *promise* ends: "Tenzij een ouder …"."""
    for other in facts.promises:
        follows = 0 <= other.start - promise.end <= _APART
        if follows and other.kind == promise.kind and _UNLESS.match(other.quote):
            yield other.quote


def _marketing(promise: Promise) -> Entry:
    """Only where the sentence says when advertising is allowed."""
    words, said = promise.quote, promise.parameters
    ground = None
    if said.get("allowed") is False and not _OBJECT.search(words):
        ground = MarketingGround.NEVER
    elif _CONSENT.search(words):
        ground = MarketingGround.CONSENT
    elif _OBJECT.search(words):
        ground = MarketingGround.OPT_OUT
    elif _OWN.search(words):
        ground = MarketingGround.CUSTOMER
    if ground is None:
        return {}
    ways = _all(said, "channels", "channel")
    return {"marketing": {"ground": ground.value} | ({"channels": ways} if ways else {})}


def _consent(promise: Promise) -> Entry:
    """A consent that a gate waits for: to be written to, or for special data."""
    if not _CONSENT.search(promise.quote):
        return {}
    if promise.control == "marketing-preference-gate":
        return _marketing(promise)
    if promise.control == "special-category-gate":
        rule = SpecialRule.EXPLICIT_CONSENT.value
        items = _all(promise.parameters, "special", "special")
        part = {"status": SpecialStatus.CONDITIONAL.value, "rule": rule}
        return {"special": part | ({"items": items} if items else {})}
    return {}


def _contact(promise: Promise) -> Entry:
    said = promise.parameters
    if promise.control == "controller-identity-block":
        return {}
    names = ("name", "role", "email", "phone", "is_dpo")
    part = {key: said[key] for key in names if said.get(key)}
    return {"contact": part}


def _notice(promise: Promise) -> Entry:
    if promise.control != "statement-version-notice":
        return {}
    before = next((term.period.iso for term in durations(promise.quote)), None)
    part = {
        "channels": _all(promise.parameters, "channels", "channel"),
        "material": bool(_MATTERS.search(promise.quote)) or None,
        "before": before,
    }
    return {"notice": {key: value for key, value in part.items() if value not in (None, [])}}


def _authority(promise: Promise) -> Entry:
    to = promise.parameters.get("to")
    return {"authority": to} if to != "controller" else {}


def _automated(facts: Facts, promise: Promise) -> Entry:
    said = facts.automated_decision
    if said is None or not promise.start <= said.start < promise.end:
        return {}
    return {"automated": said.value}


def _required(promise: Promise) -> Entry:
    return {"required": True} if promise.control == "data-minimisation-schema" else {}


def _all(said: Entry, many: str, one: str) -> list[Any]:
    """The values under the name for many or the name for one."""
    found = said.get(many, said.get(one))
    if found is None:
        return []
    return list(found) if isinstance(found, list) else [found]


_BY_DOCUMENT: dict[str, Callable[[Facts, Promise], Entry]] = {
    "special_category": _special,
    "transfer": _transfer,
    "cookie": _cookies,
    "automated_decision": _automated,
    "children": _children,
}
_BY_SENTENCE: dict[str, Callable[[Promise], Entry]] = {
    "consent": _consent,
    "direct_marketing": _marketing,
    "contact": _contact,
    "dpo": _contact,
    "change_notice": _notice,
    "complaint": _authority,
    "other": _required,
}
