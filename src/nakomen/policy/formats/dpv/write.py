"""A policy as a privacy notice in the Data Privacy Vocabulary, as JSON-LD."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from nakomen.policy.formats.dpv import terms
from nakomen.policy.model import Policy, Promise, RetentionRule
from nakomen.policy.role import RecipientRole
from nakomen.terms import Measure, Right

Json = dict[str, Any]


def as_dpv(policy: Policy) -> Json:
    """
    The document. Every property and class is a term of DPV 2.3 or Dublin Core; what these cannot
    say (kinds of cookies, an age limit, words without values) is not in it.
    """
    base = f"urn:nakomen:{policy.digest}"
    notice = {
        "@context": dict(terms.CONTEXT),
        "@id": base,
        "@type": "dpv:PrivacyNotice",
        "dct:language": policy.statement.language.value,
        "dct:title": policy.statement.title or policy.controller.get("name"),
        "dct:hasVersion": policy.statement.version,
        "dct:modified": _day(policy),
        "dpv:hasDataController": _controller(policy),
        "dpv:hasProcess": [_process(base, p) for p in policy.promises if p.purpose or p.bases],
        "dpv:hasPersonalData": _terms(terms.DATA[c] for p in policy.promises for c in p.data),
        "dpv:hasDataSubject": [_titled("dpv:DataSubject", g) for g in _groups(policy)],
        "dpv:hasDataSource": [_titled("dpv:DataSource", s) for s in _sources(policy)],
        "dpv:hasRecipient": [r for p in policy.promises for r in _recipients(p)],
        "dpv:hasThirdCountry": [c for p in policy.promises for c in _countries(p)],
        "dpv:hasStorageCondition": [_storage(p.retention) for p in policy.retention if p.retention],
        "dpv:hasRight": _terms(terms.RIGHTS[right] for right in _rights(policy)),
        "dpv:hasTechnicalMeasure": _measures(policy, terms.TECHNICAL),
        "dpv:hasOrganisationalMeasure": _measures(policy, terms.ORGANISATIONAL),
    }
    return {name: value for name, value in notice.items() if value}


def _day(policy: Policy) -> Json | None:
    day = policy.statement.date
    return {"@value": day.isoformat(), "@type": "xsd:date"} if day else None


def _controller(policy: Policy) -> Json:
    known = policy.controller
    place = " ".join(known[part] for part in ("postcode", "city") if known.get(part))
    entry = {
        "@type": "dpv:DataController",
        "dpv:hasName": known.get("name"),
        "dpv:hasIdentifier": known.get("kvk"),
        "dpv:hasAddress": ", ".join(part for part in (known.get("address"), place) if part),
        "dpv:hasContact": [*(known.get("emails") or ()), *(known.get("phones") or ())],
    }
    return {name: value for name, value in entry.items() if value}


def _process(base: str, promise: Promise) -> Json:
    purpose = promise.purpose
    bases = (*(purpose.bases if purpose else ()), *promise.bases)
    entry = {
        "@id": f"{base}#{promise.id}",
        "@type": "dpv:PersonalDataProcess",
        "dpv:hasPurpose": _titled("dpv:Purpose", purpose.label) if purpose else None,
        "dpv:hasLegalBasis": _terms(terms.BASES[basis] for basis in bases),
    }
    return {name: value for name, value in entry.items() if value}


def _titled(type: str, title: str) -> Json:
    return {"@type": type, "dct:title": title}


def _terms(names: Iterable[str]) -> list[Json]:
    return [{"@id": name} for name in dict.fromkeys(names)]


def _groups(policy: Policy) -> Iterable[str]:
    return dict.fromkeys(group for promise in policy.promises for group in promise.groups)


def _sources(policy: Policy) -> Iterable[str]:
    return dict.fromkeys(source for promise in policy.promises for source in promise.sources)


def _recipients(promise: Promise) -> Iterator[Json]:
    party = promise.recipient
    if party:
        role = RecipientRole(party["role"]) if party.get("role") else None
        entry = {
            "@type": ["dpv:Recipient", *([terms.ROLES[role]] if role else [])],
            "dpv:hasName": party["name"],
            "dpv:hasPurpose": _purpose(party),
            "dpv:hasCountry": {"@id": f"loc:{party['country']}"} if party.get("country") else None,
        }
        yield {name: value for name, value in entry.items() if value}
    for kind in promise.receivers:
        yield _titled("dpv:Recipient", kind)


def _purpose(party: Mapping[str, Any]) -> Json | None:
    return _titled("dpv:Purpose", party["purpose"]) if party.get("purpose") else None


def _countries(promise: Promise) -> Iterator[Json]:
    said = promise.transfer
    if said and said.outside_eea:
        grounds = _terms(terms.SAFEGUARDS[s] for s in said.safeguards if s in terms.SAFEGUARDS)
        for code in said.countries:
            place = {"@id": f"loc:{code}", "@type": "dpv:ThirdCountry"}
            yield place | ({"dpv:hasLegalBasis": grounds} if grounds else {})


def _storage(rule: RetentionRule) -> Json:
    """How long; the kind of record and the criterion are its title."""
    entry: Json = {"@type": "dpv:StorageDuration", "dct:title": rule.records.value}
    if rule.longest:
        entry["dpv:hasDuration"] = {"@value": rule.longest.iso, "@type": "xsd:duration"}
    if rule.criterion:
        entry["dct:description"] = rule.criterion.value
    return entry


def _rights(policy: Policy) -> Iterable[Right]:
    for promise in policy.promises:
        yield from promise.rights
        if promise.authority:
            yield Right.COMPLAINT


def _measures(policy: Policy, table: Mapping[Measure, str]) -> list[Json]:
    return _terms(table[m] for p in policy.promises for m in p.measures if m in table)
