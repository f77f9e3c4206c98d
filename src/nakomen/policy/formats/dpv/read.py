"""A privacy notice in the Data Privacy Vocabulary as entries of a policy."""

from collections.abc import Iterator, Mapping
from typing import Any

from nakomen.policy.formats.dpv import terms
from nakomen.terms import Criterion, Period, PeriodError, RecordKind, Right

Json = dict[str, Any]
_DATA = terms.turned(terms.DATA)
_BASES = terms.turned(terms.BASES)
_RIGHTS = terms.turned(terms.RIGHTS)
_SAFEGUARDS = terms.turned(terms.SAFEGUARDS)
_ROLES = terms.turned(terms.ROLES)
_MEASURES = terms.turned(terms.TECHNICAL) | terms.turned(terms.ORGANISATIONAL)
_KINDS = {kind.value for kind in RecordKind}
_CRITERIA = {criterion.value for criterion in Criterion}


def is_dpv(document: Any) -> bool:
    """Whether it speaks of the vocabulary in its context."""
    return isinstance(document, Mapping) and "w3id.org/dpv" in str(document.get("@context"))


def read_dpv(document: Mapping[str, Any]) -> dict[str, Any]:
    """
    ``statement``, ``controller`` and ``promises``, as `policy_yaml` takes them.

    Reads the compact form that `as_dpv` writes; a term that we have no word for is passed over.
    """
    numbered: dict[str, int] = {}
    promises = []
    for entry in _promises(document):
        kind = entry["kind"]
        numbered[kind] = numbered.get(kind, 0) + 1
        promises.append({"id": f"{kind}-{numbered[kind]}", **entry})
    return {
        "statement": _statement(document),
        "controller": _controller(_one(document, "dpv:hasDataController")),
        "promises": promises,
    }


def _statement(document: Mapping[str, Any]) -> Json:
    language = _value(document.get("dct:language"))
    return {
        "file": "statement.md",
        "language": language if language in ("nl", "en") else "en",
        "title": _value(document.get("dct:title")),
        "version": _value(document.get("dct:hasVersion")),
        "date": _value(document.get("dct:modified")),
    }


def _controller(known: Json) -> Json:
    contacts = [_value(contact) or "" for contact in _all(known, "dpv:hasContact")]
    return {
        "name": _value(known.get("dpv:hasName")),
        "kvk": _value(known.get("dpv:hasIdentifier")),
        "address": _value(known.get("dpv:hasAddress")),
        "emails": [contact for contact in contacts if "@" in contact],
        "phones": [contact for contact in contacts if contact and "@" not in contact],
    }


def _promises(document: Mapping[str, Any]) -> Iterator[Json]:
    yield from _processes(document)
    yield from _plain(document)
    yield from _recipients(document)
    yield from _countries(document)
    yield from _storage(document)
    yield from _rights(document)


def _processes(document: Mapping[str, Any]) -> Iterator[Json]:
    for process in _nodes(document, "dpv:hasProcess"):
        bases = [_BASES[t].value for t in _ids(process, "dpv:hasLegalBasis") if t in _BASES]
        if title := _value(_one(process, "dpv:hasPurpose").get("dct:title")):
            said = {"label": title, "bases": bases}
            yield {"kind": "purpose", "control": "purpose-binding", "purpose": said}
        elif bases:
            yield {"kind": "legal_basis", "control": "processing-register", "bases": bases}


def _plain(document: Mapping[str, Any]) -> Iterator[Json]:
    """Lists of terms or titles that make one promise each."""
    data = [_DATA[t].value for t in _ids(document, "dpv:hasPersonalData") if t in _DATA]
    groups, sources = (
        [title for item in _nodes(document, key) if (title := _value(item.get("dct:title")))]
        for key in ("dpv:hasDataSubject", "dpv:hasDataSource")
    )
    keys = ("dpv:hasTechnicalMeasure", "dpv:hasOrganisationalMeasure")
    measures = [_MEASURES[t].value for k in keys for t in _ids(document, k) if t in _MEASURES]
    for kind, control, name, found in (
        ("data_category", "customer-crm", "data", data),
        ("data_subject_group", "processing-register", "groups", groups),
        ("source", "source-provenance", "sources", sources),
        ("security_measure", "endpoint-protection", "measures", measures),
    ):
        if found:
            yield {"kind": kind, "control": control, name: found}


def _recipients(document: Mapping[str, Any]) -> Iterator[Json]:
    for party in _nodes(document, "dpv:hasRecipient"):
        name, title = _value(party.get("dpv:hasName")), _value(party.get("dct:title"))
        promise = {"kind": "recipient", "control": "processor-register"}
        if name:
            roles = [_ROLES[t].value for t in _words(party.get("@type")) if t in _ROLES]
            said = {
                "name": name,
                "role": roles[0] if roles else None,
                "purpose": _value(_one(party, "dpv:hasPurpose").get("dct:title")),
                "country": _code(_one(party, "dpv:hasCountry").get("@id")),
            }
            yield promise | {"recipient": said}
        elif title:
            yield promise | {"receivers": [title]}


def _countries(document: Mapping[str, Any]) -> Iterator[Json]:
    for place in _nodes(document, "dpv:hasThirdCountry"):
        if code := _code(place.get("@id")):
            found = [_SAFEGUARDS.get(t) for t in _ids(place, "dpv:hasLegalBasis")]
            safeguards = [safeguard.value for safeguard in found if safeguard]
            said = {"outside_eea": True, "countries": [code], "safeguards": safeguards}
            yield {"kind": "transfer", "control": "transfer-gate", "transfer": said}


def _storage(document: Mapping[str, Any]) -> Iterator[Json]:
    for item in _nodes(document, "dpv:hasStorageCondition"):
        kind, why = _value(item.get("dct:title")), _value(item.get("dct:description"))
        rule = {
            "records": kind if kind in _KINDS else RecordKind.ALL.value,
            "keep": _period(_value(item.get("dpv:hasDuration"))),
            "criterion": why if why in _CRITERIA else None,
        }
        if rule["keep"] or rule["criterion"]:
            yield {"kind": "retention", "control": "retention-sweep", "retention": rule}


def _rights(document: Mapping[str, Any]) -> Iterator[Json]:
    rights = [_RIGHTS[t] for t in _ids(document, "dpv:hasRight") if t in _RIGHTS]
    granted = [right.value for right in rights if right is not Right.COMPLAINT]
    if granted:
        yield {"kind": "right", "control": "rights-request-desk", "rights": granted}
    if Right.COMPLAINT in rights:
        complaint = [Right.COMPLAINT.value]
        yield {"kind": "complaint", "control": "complaint-desk", "rights": complaint}


def _period(text: str | None) -> str | None:
    try:
        return Period.parse(text).iso if text else None
    except PeriodError:
        return None


def _code(id: Any) -> str | None:
    """The country of ``loc:US`` or its whole address."""
    code = str(id or "").removeprefix(terms.CONTEXT["loc"]).removeprefix("loc:")
    return code if len(code) == 2 and code.isupper() else None


def _nodes(node: Mapping[str, Any], key: str) -> list[Json]:
    return [item for item in _all(node, key) if isinstance(item, dict)]


def _all(node: Mapping[str, Any], key: str) -> list[Any]:
    """The values of a property: none, one or more."""
    found = node.get(key)
    return found if isinstance(found, list) else [] if found is None else [found]


def _one(node: Mapping[str, Any], key: str) -> Json:
    return next(iter(_nodes(node, key)), {})


def _ids(node: Mapping[str, Any], key: str) -> list[str]:
    return [str(item.get("@id")) for item in _nodes(node, key)]


def _words(value: Any) -> list[str]:
    return [str(word) for word in (value if isinstance(value, list) else [value])]


def _value(literal: Any) -> str | None:
    """The text of a literal, plain or typed."""
    found = literal.get("@value") if isinstance(literal, Mapping) else literal
    return found if isinstance(found, str) and found else None
