"""What a promise states, in the fields of policy.yaml: each value from the words of its quote."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from nakomen.reading.facts import Facts, Promise, Quote
from nakomen.reading.stated_consent import asks_consent, children, marketing
from nakomen.reading.stated_words import groups, notice, sources
from nakomen.terms import Basis, SpecialRule, SpecialStatus

Entry = dict[str, Any]
_VOLUNTEERED = re.compile(r"vrijwillig|voluntar", re.I)
_RESTS = re.compile(
    r"\b(?:op\s+(?:basis|grond)\s+van|on\s+the\s+basis\s+of|based\s+on)\s+"
    r"(?:(?:uw|je|jouw|your)\s+)?(?:toestemming|consent)\W*\Z",
    re.I,
)
_WEIGHED = re.compile(r"nagegaan|beoordeel|onderzo[ce]|assess|gelijkwaardig", re.I)
_ASKED = ("contact", "dpo", "right_procedure", "complaint", "other")
"""Kinds that may name whom to ask."""
_TERMS = ("retention", "deletion_trigger")
_NOT_OF_PEOPLE = (*_TERMS, "right", "deadline", "complaint")
_GUARDING = (
    "security_measure",
    "access_control",
    "logging_monitoring",
    "backup",
    "confidentiality",
)
_ANNOUNCING = ("change_notice", "statement_version", "other")
_PLACING = ("cookie", "consent", "analytics", "other")
_OF_SPECIAL = ("special_category", "children", "consent", "other")
_GOING = ("transfer", "other")
_RECEIVING = ("recipient", "processor", "authority_disclosure", "analytics", "confidentiality")


def stated_entry(facts: Facts, promise: Promise) -> Entry:
    """The fields beside receivers, purposes and terms; None and empty where nothing is said."""
    told: Entry = {
        "data": _data(facts, promise),
        "measures": _measures(facts, promise),
    }
    if promise.kind not in _NOT_OF_PEOPLE:
        told |= {"groups": groups(promise.quote), "sources": sources(promise.quote)}
    if not _all(promise.parameters, "purposes", "purpose"):
        told["bases"] = _bases(promise)
    if promise.kind in _ANNOUNCING:
        told |= _notice(promise)
    if promise.kind in _ASKED:
        told |= _contact(facts, promise)
    return told | _by_place(facts, promise) | _by_kind(facts, promise)


def _by_kind(facts: Facts, promise: Promise) -> Entry:
    if promise.kind in _BY_DOCUMENT:
        return _BY_DOCUMENT[promise.kind](facts, promise)
    by_sentence = _BY_SENTENCE.get(promise.kind)
    return by_sentence(promise) if by_sentence else {}


def _by_place(facts: Facts, promise: Promise) -> Entry:
    """What a sentence on cookies, special data or going abroad states, whatever its kind."""
    found: Entry = {}
    if promise.kind in _PLACING and _holds(promise, facts.cookies.told):
        found |= _cookies(facts)
    if promise.kind in _OF_SPECIAL and _holds(promise, facts.special_categories.told):
        found |= _special(facts, promise)
    if promise.kind in _GOING and _holds(promise, facts.transfers.told):
        found |= _transfer(facts, promise)
    return found


def _holds(promise: Promise, told: tuple[Quote, ...]) -> bool:
    return any(_here(promise, quote) for quote in told)


def _here(promise: Promise, told: Quote) -> bool:
    return promise.start <= told.start < promise.end


def _data(facts: Facts, promise: Promise) -> list[str]:
    """Records that a term is told of are no new data; all else that a sentence names is."""
    terms = (p for p in facts.promises if p.kind in _TERMS)
    if promise.kind == "telephony" and any(_here(term, promise) for term in terms):
        return []
    named = _all(promise.parameters, "categories", "category")
    return [code for code in named if code != "none"]


def _bases(promise: Promise) -> list[str]:
    """Grounds of no purpose in particular; consent is one where all that is said rests on it."""
    if promise.kind == "legal_basis":
        return _all(promise.parameters, "bases", "basis")
    alone = promise.kind == "consent" and _RESTS.search(promise.quote)
    return [Basis.CONSENT.value] if alone else []


def _measures(facts: Facts, promise: Promise) -> list[str]:
    """Each measure in the first sentence that names it, whichever of them its kind is about."""
    if promise.kind not in _GUARDING:
        return _all(promise.parameters, "measures", "measure")
    found = facts.security_measures
    named = (f.code.value for f in found if f.start < promise.end and promise.start < f.end)
    return list(dict.fromkeys(named))


def several(facts: Facts, promise: Promise) -> Iterator[Entry]:
    """What takes an entry of its own for each: named receivers, purposes."""
    if promise.kind in _RECEIVING:
        yield from _receivers(facts, promise)
    if promise.kind in ("purpose", "direct_marketing", "legal_basis"):
        named = _all(promise.parameters, "bases", "basis")
        known = {fact.label: fact.basis for fact in facts.purposes}
        for label in _all(promise.parameters, "purposes", "purpose"):
            ground = known.get(label)
            bases = named or ([ground.value] if ground else [])
            yield {"purpose": {"label": label} | ({"bases": bases} if bases else {})}


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
    if not _holds(promise, (*fact.told, *fact.items)) or fact.status is SpecialStatus.NOT_MENTIONED:
        return {}
    rule = _special_rule(fact.status, promise.quote)
    items = [item.label for item in fact.items if _here(promise, item)]
    part = {"status": fact.status.value, "rule": rule and rule.value, "items": items}
    return {"special": {key: value for key, value in part.items() if value}}


def _special_rule(status: SpecialStatus, words: str) -> SpecialRule | None:
    if status is SpecialStatus.NONE:
        return SpecialRule.REFUSED
    if asks_consent(words):
        return SpecialRule.EXPLICIT_CONSENT
    return SpecialRule.VOLUNTEERED if _VOLUNTEERED.search(words) else None


def _transfer(facts: Facts, promise: Promise) -> Entry:
    """Whether data leaves, as the whole statement says it: where to, and how guarded."""
    said = facts.transfers
    part = {
        "outside_eea": said.outside_eea,
        "conditional": said.conditional or None,
        "countries": list(said.countries),
        "safeguards": [safeguard.value for safeguard in said.safeguards],
        "assessment": bool(_WEIGHED.search(promise.quote)) or None,
    }
    return {"transfer": {key: value for key, value in part.items() if value not in (None, [])}}


def _cookies(facts: Facts) -> Entry:
    """All that the statement says of cookies, in each sentence that says some of it."""
    said = facts.cookies
    if said.used is None:
        return {}
    part = {
        "used": said.used,
        "kinds": [kind.value for kind in said.types],
        "tools": list(said.analytics_tools) if said.used else [],
        "consent": said.consent,
    }
    return {"cookies": {key: value for key, value in part.items() if value not in (None, [])}}


def _consent(promise: Promise) -> Entry:
    """A consent that a gate waits for: to be written to, or for special data."""
    if not asks_consent(promise.quote):
        return {}
    if promise.control == "marketing-preference-gate":
        return marketing(promise)
    if promise.control == "special-category-gate":
        rule = SpecialRule.EXPLICIT_CONSENT.value
        items = _all(promise.parameters, "special", "special")
        part = {"status": SpecialStatus.CONDITIONAL.value, "rule": rule}
        return {"special": part | ({"items": items} if items else {})}
    return {}


def _contact(facts: Facts, promise: Promise) -> Entry:
    """Whom to ask, where the sentence tells it; the company's own address is no such promise."""
    contact = facts.privacy_contact
    known = (contact.name, contact.email, contact.phone)
    names_it = any(value and value in promise.quote for value in known)
    if not names_it or not _holds(promise, contact.told):
        return {}
    names = ("name", "email", "phone")
    part: Entry = {key: value for key in names if (value := getattr(contact, key))}
    part |= {"is_dpo": True} if contact.is_dpo else {"role": contact.role} if contact.role else {}
    return {"contact": part}


def _notice(promise: Promise) -> Entry:
    part = notice(promise.quote, certain=promise.control == "statement-version-notice")
    return {"notice": part} if part else {}


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
    "automated_decision": _automated,
    "children": children,
}
_BY_SENTENCE: dict[str, Callable[[Promise], Entry]] = {
    "consent": _consent,
    "direct_marketing": marketing,
    "complaint": _authority,
    "other": _required,
}
