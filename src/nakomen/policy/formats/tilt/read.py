"""
A TILT document as entries of a policy.

Documents in the wild rarely fit the schema: what is missing or of another shape is passed over, and
named in the answer. A document of our own brings its policy along, whole.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from nakomen.policy.formats.tilt.references import basis_of
from nakomen.policy.formats.tilt.rights import BLOCKS
from nakomen.terms import Basis, Category, Period, PeriodError, RecordKind, Right
from nakomen.terms.labels import label

Json = dict[str, Any]
Entry = dict[str, Any]
_PERSONAL = [category for category in Category if category is not Category.NONE]
_ROLES = frozenset({"processor", "third_party", "authority"})


def is_tilt(document: Any) -> bool:
    """Whether it has the parts by which TILT is known."""
    return isinstance(document, Mapping) and {"meta", "controller", "dataDisclosed"} <= set(
        document
    )


def read_tilt(document: Mapping[str, Any]) -> dict[str, Any]:
    """``statement``, ``controller`` and ``promises``, as `policy_yaml` takes them."""
    own = _map(_map(document.get("nakomen")).get("policy"))
    if own:
        return dict(own)
    return {
        "statement": _statement(_map(document.get("meta"))),
        "controller": _controller(_map(document.get("controller"))),
        "promises": list(_promises(document)),
    }


def _statement(meta: Json) -> Entry:
    language = meta.get("language")
    day = str(meta.get("modified") or "")[:10]
    return {
        "file": "statement.md",
        "language": language if language in ("nl", "en") else "en",
        "date": day if len(day) == 10 else None,
    }


def _controller(known: Json) -> Entry:
    person = _map(known.get("representative"))
    return {
        "name": _text(known.get("name")),
        "address": _text(known.get("address")),
        "country": _text(known.get("country")),
        "emails": [mail] if (mail := _text(person.get("email"))) else [],
        "phones": [phone] if (phone := _text(person.get("phone"))) else [],
    }


def _promises(document: Mapping[str, Any]) -> Iterator[Entry]:
    disclosed = [_map(item) for item in _list(document.get("dataDisclosed"))]
    numbered: dict[str, int] = {}
    for entry in [
        *_purposes(disclosed),
        *_data(disclosed),
        *_recipients(disclosed),
        *_terms(disclosed),
        *_transfers(document),
        *_rights(document),
    ]:
        kind = entry["kind"]
        numbered[kind] = numbered.get(kind, 0) + 1
        yield {"id": f"{kind}-{numbered[kind]}", **entry}


def _purposes(disclosed: list[Json]) -> Iterator[Entry]:
    bases: dict[str, dict[Basis, None]] = {}
    for item in disclosed:
        known = [basis_of(str(_map(b).get("reference"))) for b in _list(item.get("legalBases"))]
        for purpose in _list(item.get("purposes")):
            if name := _text(_map(purpose).get("purpose")):
                bases.setdefault(name, {}).update({basis: None for basis in known if basis})
    for name, found in bases.items():
        said = {"label": name, "bases": [basis.value for basis in found]}
        yield {"kind": "purpose", "control": "purpose-binding", "purpose": said}


def _data(disclosed: list[Json]) -> Iterator[Entry]:
    names = {text.casefold(): c for c in _PERSONAL for text in _spellings(c)}
    said = [name for item in disclosed if (name := _text(item.get("category")))]
    found = {names.get(name.casefold(), Category.OTHER) for name in said}
    if found:
        data = [category.value for category in _PERSONAL if category in found]
        yield {"kind": "data_category", "control": "customer-crm", "data": data}


def _spellings(category: Category) -> tuple[str, ...]:
    told = label(category)
    return told.nl, told.en, category.value


def _recipients(disclosed: list[Json]) -> Iterator[Entry]:
    seen: dict[str, Json] = {}
    for item in disclosed:
        for party in map(_map, _list(item.get("recipients"))):
            key = _text(party.get("name")) or _text(party.get("category"))
            if key:
                seen.setdefault(key, party)
    for name, party in seen.items():
        yield {"kind": "recipient", "control": "processor-register", **_receiver(name, party)}


def _receiver(name: str, party: Json) -> Entry:
    if not _text(party.get("name")):
        return {"receivers": [name]}
    role, country = party.get("category"), _text(party.get("country"))
    said = {"name": name, "role": role if role in _ROLES else None, "country": country}
    return {"recipient": said}


def _terms(disclosed: list[Json]) -> Iterator[Entry]:
    seen: set[tuple[str, str]] = set()
    for item in disclosed:
        for storage in map(_map, _list(item.get("storage"))):
            for temporal in map(_map, _list(storage.get("temporal"))):
                about, ttl = str(temporal.get("description")), str(temporal.get("ttl"))
                if (about, ttl) not in seen and (keep := _period(ttl)):
                    seen.add((about, ttl))
                    kinds = {kind.value for kind in RecordKind}
                    rule = {"records": about if about in kinds else "all", "keep": keep}
                    yield {"kind": "retention", "control": "retention-sweep", "retention": rule}


def _period(ttl: str) -> str | None:
    try:
        return Period.parse(ttl).iso
    except PeriodError:
        return None


def _transfers(document: Mapping[str, Any]) -> Iterator[Entry]:
    for item in map(_map, _list(document.get("thirdCountryTransfers"))):
        if country := _text(item.get("country")):
            guarded = {"adequacyDecision": "adequacy", "standardDataProtectionClause": "scc"}
            safeguards = [s for key, s in guarded.items() if _map(item.get(key)).get("available")]
            said = {"outside_eea": True, "countries": [country], "safeguards": safeguards}
            yield {"kind": "transfer", "control": "transfer-gate", "transfer": said}


def _rights(document: Mapping[str, Any]) -> Iterator[Entry]:
    granted: dict[Right, None] = {}
    for block, wanted in BLOCKS.items():
        if _map(document.get(block)).get("available"):
            granted.update(dict.fromkeys(wanted))
    if granted:
        codes = [right.value for right in granted]
        yield {"kind": "right", "control": "rights-request-desk", "rights": codes}
    complaint = _map(document.get("rightToComplain"))
    if complaint.get("available"):
        authority = _text(_map(complaint.get("supervisoryAuthority")).get("name"))
        yield {"kind": "complaint", "control": "complaint-desk", "authority": authority}


def _map(value: Any) -> Json:
    return value if isinstance(value, dict) else {}


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(value: Any) -> str | None:
    return value.strip() or None if isinstance(value, str) and value.strip() != "-" else None
