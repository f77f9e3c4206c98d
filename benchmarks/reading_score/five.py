"""
The five annotated statements beside the repository, as gold.

What the annotation tells in the shape of the facts is taken from it; what it tells in words only
(codes of data and measures, objects of terms) is in ``five.yaml``, which holds no sentence of the
statements. Keys that are a reading of the annotator are not expected of a reader.
"""

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from nakomen.reading import load_text

from .gold import ROOT, Gold
from .places import Span
from .result import Json

SHARED = ROOT.parent / "shared"
NAMES = ("etsoft", "itsb", "technorama", "upgraders", "vextra")
READINGS = frozenset(
    [
        "inferred",
        "law",
        "reading",
        "note",
        "claim",
        "legally_wrong",
        "valid_under_gdpr",
        "conflict_with",
        "conflicts_with",
        "role_in_fact",
        "template_remnant",
        "hedge",
        "gdpr_article",
    ]
)
PURPOSES = ["purpose", "direct_marketing", "profiling", "analytics", "legal_basis", "consent"]
RECEIVERS = [
    "recipient",
    "processor",
    "authority_disclosure",
    "transfer",
    "confidentiality",
    "telephony",
]
RIGHTS = {
    "objection_sharing": "objection",
    "objection_use": "objection",
    "objection_marketing": "objection",
    "rectification_identity_fields": "rectification",
}


def load_five() -> Iterator[Gold]:
    """The five, or nothing where the annotations do not stand beside the repository."""
    if not (SHARED / "annotations").is_dir():
        return
    by_hand = YAML(typ="safe").load(Path(__file__).with_name("five.yaml"))
    for name in NAMES:
        yield _gold(name, by_hand[name])


def _gold(name: str, by_hand: Json) -> Gold:
    source = SHARED / "statements" / f"{name}.txt"
    policy = YAML(typ="safe").load(SHARED / "annotations" / "policies" / f"{name}.yaml")
    promises = _lines("promises.jsonl", name)
    told = _of_policy(policy, {p["id"]: p for p in promises}) | by_hand["facts"]
    told["recipient_categories"] = _unnamed(told["recipient_categories"], told["recipients"])
    return Gold(
        name=name,
        text=load_text(source.read_bytes(), source.name)[0],
        facts=told | {"promises": [_promise(p) for p in promises]},
        allowed=_allowed(promises) | by_hand["allowed"],
        non_promises=tuple(
            {"quote": line["text"], "start": line["start"]}
            for line in _lines("non_promises.jsonl", name)
        ),
    )


def _lines(file: str, name: str) -> list[Json]:
    text = (SHARED / "annotations" / file).read_text("utf-8")
    lines = (json.loads(line) for line in text.splitlines())
    return [line for line in lines if line["statement"] == name]


def _promise(line: Json) -> Json:
    kept = ("id", "kind", "control", "controls_also", "quote", "start")
    said = {k: v for k, v in line["parameters"].items() if k not in READINGS and v is not None}
    return {key: line[key] for key in kept} | {"parameters": said}


def _of_policy(policy: Json, promises: dict[str, Json]) -> Json:
    authority = policy["complaint"]["authority"]
    rights = {RIGHTS.get(r["right"], r["right"]) for r in policy["rights"]}
    rights |= {"complaint"} if authority else set()
    received = [
        item
        for item in policy["recipients"]
        if any(promises[ref]["kind"] in RECEIVERS for ref in item["refs"])
    ]
    return {
        "statement": _document(policy["statement"]),
        "controller": _controller(policy["controller"]),
        "privacy_contact": _contact(policy["privacy_contact"]),
        "purposes": _placed(policy["purposes"], promises),
        "recipient_categories": _placed(received, promises),
        "rights": [{"code": code} for code in sorted(rights)],
        "complaint_authority": _value(authority),
    }


def _placed(items: list[Json], promises: dict[str, Json]) -> list[Json]:
    """Each with the places of its promises; two that stand in the very same words are one."""
    facts: dict[tuple[Span, ...], Json] = {}
    for item in items:
        places = tuple(_span(promises[ref]) for ref in item["refs"])
        label = item.get("label") or item.get("name")
        facts.setdefault(places, {"label": label, "places": places})
    return list(facts.values())


def _span(promise: Json) -> Span:
    return promise["start"], promise["start"] + len(promise["quote"])


def _unnamed(receivers: list[Json], named: list[Json]) -> list[Json]:
    """The annotation lists who has a name and who has none together."""
    names = [
        name.casefold()
        for item in named
        for name in (item["name"] if isinstance(item["name"], list) else [item["name"]])
    ]
    return [r for r in receivers if not any(name in r["label"].casefold() for name in names)]


def _allowed(promises: list[Json]) -> Json:
    """Where a reader may see a purpose or a receiver that the annotation tells otherwise."""

    def at(kinds: Iterable[str], *keys: str) -> list[Json]:
        told = [p for p in promises if p["kind"] in kinds or set(keys) & set(p["parameters"])]
        return [{"places": [_span(p) for p in told]}]

    return {
        "purposes": at(PURPOSES, "purpose", "purposes"),
        "recipient_categories": at(RECEIVERS),
        "special_categories.items": at(("special_category",)),
        "privacy_contact.email": True,
        "privacy_contact.phone": True,
    }


def _value(item: Any) -> Any:
    return item and item["value"]


def _document(told: Json) -> Json:
    title = told["title"]["value"]
    return {
        # A description in brackets is the annotator's, for a text without a title.
        "title": None if "geen titelregel" in title else title,
        "version": _value(told["version"]),
        "date": _value(told["date"]),
        "effective": _value(told["effective_date"]),
        "language": told["languages"][0],
    }


def _controller(told: Json) -> Json:
    place = told["addresses"][0]
    spellings = set(told["name"].get("spellings", ())) - {told["name"]["value"]}
    return {
        **{field: _value(told[field]) for field in ("name", "legal_form", "kvk", "vat", "iban")},
        **({"aliases": sorted(spellings)} if spellings else {}),
        "address": place["street"],
        "postcode": place["postcode"],
        "city": place["city"],
        "country": place["country"],
        "phones": [phone["value"] for phone in told["phones"]],
        "emails": [email["value"] for email in told["emails"]],
        "website": told["websites"][0]["value"] if told["websites"] else None,
    }


def _contact(told: Json) -> Json:
    return {"name": _value(told["name"]), "is_dpo": told["is_dpo"]}
