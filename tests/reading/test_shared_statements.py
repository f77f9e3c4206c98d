"""The five published statements: what is read, beside what people read by hand."""

import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from nakomen.reading import Facts, load_text, read
from nakomen.reading.facts import Promise

SHARED = Path(__file__).resolve().parents[2].parent / "shared"
NAMES = ("etsoft", "itsb", "technorama", "upgraders", "vextra")
TERMS = ("retention", "deletion_trigger")
NUMBERS = ("P7Y", "P1Y", "P12M", "P90D")

if not (SHARED / "statements").is_dir():
    if os.environ.get("CI") == "true":
        pytest.fail("The shared statements are missing beside the repository.", pytrace=False)
    pytest.skip(
        "The five statements are somebody's publications and stand beside the repository, in "
        "../shared; put them there to run these tests.",
        allow_module_level=True,
    )

TEXTS = {
    name: load_text((SHARED / "statements" / f"{name}.txt").read_bytes(), f"{name}.txt")[0]
    for name in NAMES
}
FACTS: dict[str, Facts] = {name: read(text) for name, text in TEXTS.items()}
GOLD = [
    json.loads(line)
    for line in (SHARED / "annotations" / "promises.jsonl").read_text("utf-8").splitlines()
]
POLICIES = {
    name: YAML(typ="safe").load(SHARED / "annotations" / "policies" / f"{name}.yaml")
    for name in NAMES
}


def _gold(name: str, kinds: Iterable[str]) -> list[dict[str, Any]]:
    return [g for g in GOLD if g["statement"] == name and g["kind"] in kinds]


def _meet(promise: Promise, gold: dict[str, Any]) -> bool:
    return bool(promise.start < gold["start"] + len(gold["quote"]) and gold["start"] < promise.end)


def _score(kinds: tuple[str, ...]) -> tuple[float, float]:
    """Precision and recall of spans, by overlap, over the five statements."""
    right = read_count = found = asked = 0
    for name in NAMES:
        gold = _gold(name, kinds)
        mine = [p for p in FACTS[name].promises if p.kind in kinds]
        right += sum(any(_meet(p, g) for g in gold) for p in mine)
        found += sum(any(_meet(p, g) for p in mine) for g in gold)
        read_count, asked = read_count + len(mine), asked + len(gold)
    print(f"{'+'.join(kinds)}: {right} of {read_count} right, {found} of {asked} found")
    return right / read_count, found / asked


@pytest.mark.parametrize("name", NAMES)
def test_every_quote_stands_at_its_offset(name: str) -> None:
    """No quote is rephrased, trimmed or joined."""
    facts = FACTS[name]
    quotes = [*facts.retention, *facts.rights, *facts.recipients, *facts.recipient_categories]
    quotes += [*facts.promises, *facts.controller.quotes.values()]
    quotes += [quote for tension in facts.tensions for quote in tension.quotes]

    assert len(quotes) > 10
    assert all(TEXTS[name][q.start : q.end] == q.quote for q in quotes)


@pytest.mark.parametrize("name", NAMES)
def test_the_controller_is_that_of_the_annotation(name: str) -> None:
    """Every detail that people found, and none that they did not find."""
    gold, mine = POLICIES[name]["controller"], FACTS[name].controller
    place = gold["addresses"][0]
    spellings = set(gold["name"].get("spellings", [])) - {gold["name"]["value"]}

    assert mine.name == gold["name"]["value"]
    assert spellings <= set(mine.aliases)
    for field in ("legal_form", "kvk", "vat", "iban"):
        assert getattr(mine, field) == (gold[field] and gold[field]["value"]), field
    assert (mine.address, mine.postcode) == (place["street"], place["postcode"])
    assert (mine.city, mine.country) == (place["city"], place["country"])
    assert list(mine.phones) == [p["value"] for p in gold["phones"]]
    assert list(mine.emails) == [e["value"] for e in gold["emails"]]
    assert mine.website == (gold["websites"][0]["value"] if gold["websites"] else None)


@pytest.mark.parametrize("name", NAMES)
def test_the_document_is_that_of_the_annotation(name: str) -> None:
    """Title, version, date and day of effect; a description in brackets is no title."""
    gold, mine = POLICIES[name]["statement"], FACTS[name].statement
    title = gold["title"]["value"]

    assert mine.title == (None if "geen titelregel" in title else title)
    assert mine.version == (gold["version"] and gold["version"]["value"])
    assert mine.date == (gold["date"] and gold["date"]["value"])
    assert mine.effective == (gold["effective_date"] and gold["effective_date"]["value"])
    assert [mine.language] == gold["languages"]


def _stated_period(gold: dict[str, Any]) -> str | None:
    said = gold["parameters"]
    period = said.get("period") or said.get("min") or said.get("after")
    return period if period in NUMBERS else None


@pytest.mark.parametrize("name", NAMES)
def test_no_term_is_invented_and_none_is_missed(name: str) -> None:
    """A number that is read stands in the annotation at that place, and the other way round."""
    gold = [g for g in _gold(name, TERMS) if _stated_period(g)]
    mine = [p for p in FACTS[name].promises if p.kind in TERMS and "period" in p.parameters]

    for term in gold:
        found = [p.parameters["period"] for p in mine if _meet(p, term)]
        assert _stated_period(term) in found, term["id"]
    for promise in mine:
        told = [g for g in _gold(name, TERMS) if _meet(promise, g)]
        assert any(
            _stated_period(g) == promise.parameters["period"] or "7 jaren" in g["quote"]
            for g in told
        ), promise.id


def test_numbers_stand_in_one_statement_of_terms_and_one_of_answers() -> None:
    """Only one names terms of keeping, only one names a term for an answer."""
    keeps = {n for n in NAMES if any(fact.period for fact in FACTS[n].retention)}
    terms = {n: FACTS[n].response_term for n in NAMES if FACTS[n].response_term}

    assert keeps == {"technorama"}
    assert {name: term.iso for name, term in terms.items() if term} == {"itsb": "P30D"}


def test_terms_bind_as_their_words_say() -> None:
    """At least seven years for the books, at most twelve months for a back-up."""
    read_terms = {
        (f.object.value, f.period.iso): (f.bound.value, f.start_event and f.start_event.value)
        for f in reversed(FACTS["technorama"].retention)
        if f.period
    }

    assert read_terms == {
        ("billing", "P7Y"): ("at_least", "calendar_year_end"),
        ("traffic", "P1Y"): ("at_least", None),
        ("backup", "P12M"): ("at_most", None),
        ("camera", "P90D"): ("at_most", None),
        ("content", "P90D"): ("exactly", None),
    }


_RIGHT = {
    "no_automated_decision": "no_automated_decision",
    "objection_sharing": "objection",
    "objection_use": "objection",
    "objection_marketing": "objection",
    "rectification_identity_fields": "rectification",
}


@pytest.mark.parametrize("name", NAMES)
def test_the_rights_are_those_of_the_annotation(name: str) -> None:
    """A right that is not granted is not given, also where the law would."""
    gold = {_RIGHT.get(r["right"], r["right"]) for r in POLICIES[name]["rights"]}
    if POLICIES[name]["complaint"]["authority"]:
        gold.add("complaint")

    assert {fact.code.value for fact in FACTS[name].rights} == gold


def test_named_parties_are_read_and_placeholders_are_tensions() -> None:
    """A form that was left open is reported, and its placeholder is nobody."""
    named = {name: [f.name for f in FACTS[name].recipients] for name in NAMES}
    tensions = {t.kind for t in FACTS["itsb"].tensions}

    assert named["itsb"] == ["Siteground", "Office365", "Mollie", "PostNL", "MoneyBird"]
    assert named["technorama"] == ["Facebook", "Twitter"]
    assert named["upgraders"] == ["Google"]
    assert named["vextra"] == ["Belastingdienst"]
    assert named["etsoft"] == []
    assert tensions == {"placeholder", "template_remnant", "empty_section", "hosting_claims"}


def test_tensions_of_places_and_dates_are_seen() -> None:
    """Two towns for one postcode; a date above that differs from the one below."""
    assert [t.kind for t in FACTS["vextra"].tensions] == ["two_towns"]
    assert [q.quote for q in FACTS["vextra"].tensions[0].quotes] == ["Gorinchem", "Geldermalsen"]
    assert [t.kind for t in FACTS["etsoft"].tensions] == ["dates_disagree"]


@pytest.mark.parametrize(
    ("kinds", "precision", "recall"),
    [
        (TERMS, 0.96, 0.93),
        (("right",), 0.95, 0.95),
        (("deadline",), 1.0, 1.0),
        (("recipient", "processor", "authority_disclosure"), 0.83, 0.82),
    ],
    ids=lambda value: "+".join(value) if isinstance(value, tuple) else "",
)
def test_promises_meet_those_of_the_annotation(
    kinds: tuple[str, ...], precision: float, recall: float
) -> None:
    """Spans overlap with those that people marked, at the measured level or better."""
    assert _score(kinds) >= (precision, recall)
    assert _score(kinds)[1] >= recall
