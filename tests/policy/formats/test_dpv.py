"""DPV: parses as RDF, uses terms that exist, and reads back."""

import csv
import json
import os
from pathlib import Path
from typing import Any

import pytest
from rdflib import Graph, URIRef
from rdflib.namespace import DCTERMS, RDF
from tests.policy.written import WHOLE, policy

from nakomen.policy import Policy, load_policy, policy_yaml
from nakomen.policy.formats.dpv import as_dpv, is_dpv, read_dpv
from nakomen.policy.formats.dpv.terms import CONTEXT, DATA
from nakomen.terms import Category

# rdflib's own JSON-LD parser still builds what rdflib itself calls old.
pytestmark = pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated")
TERMS = Path(__file__).parents[3].parent / "shared" / "standards" / "data" / "dpv-2.3-terms.csv"
POLICY = policy(WHOLE)
KEPT = (
    "purpose",
    "data_category",
    "data_subject_group",
    "transfer",
    "right",
)
"""Kinds that the vocabulary can say wholly."""


def _graph(document: Any) -> Graph:
    return Graph().parse(data=json.dumps(document), format="json-ld")


def _existing() -> set[str]:
    if not TERMS.is_file():
        if os.environ.get("CI") == "true":
            pytest.fail("the terms of DPV must be there in CI")
        pytest.skip("the terms of DPV stand beside the repository, in ../shared/standards/data")
    with TERMS.open(encoding="utf-8", newline="") as file:
        return {row["iri"] for row in csv.DictReader(file)}


def test_it_parses_into_a_graph() -> None:
    """A program of the web of data gets the facts, not only the text."""
    graph = _graph(as_dpv(POLICY))
    dpv = CONTEXT["dpv"]
    names = {str(name) for name in graph.objects(None, URIRef(f"{dpv}hasName"))}
    bases = set(graph.objects(None, URIRef(f"{dpv}hasLegalBasis")))

    assert {"Otterloo Hosting B.V.", "Mollie"} <= names
    assert URIRef(f"{CONTEXT['eu-gdpr']}A6-1-b") in bases


def test_only_terms_that_exist_are_used() -> None:
    """An invented term would be understood by nobody."""
    known = _existing()
    graph = _graph(as_dpv(POLICY))
    used = {str(word) for triple in graph for word in triple if isinstance(word, URIRef)}
    ours = {word for word in used if "w3id.org/dpv" in word and "/loc#" not in word}

    assert len(ours) > 25
    assert ours - known == set()
    assert {word for word in used - ours if not word.startswith("urn:nakomen:")} <= {
        *(str(term) for term in (RDF.type, *(DCTERMS[n] for n in _DUBLIN_CORE))),
        f"{CONTEXT['loc']}US",
        f"{CONTEXT['loc']}NL",
    }


_DUBLIN_CORE = ("title", "language", "hasVersion", "modified", "description")


def test_every_category_has_a_term_of_its_own() -> None:
    """Two categories under one term could not be told apart when read back."""
    assert set(DATA) == set(Category) - {Category.NONE}
    assert len(set(DATA.values())) == len(DATA)


def test_it_reads_back() -> None:
    """What the vocabulary can say comes back as it was."""
    document = json.loads(json.dumps(as_dpv(POLICY)))
    again, findings = load_policy(policy_yaml(**read_dpv(document)), "policy.yaml", None)

    assert is_dpv(document)
    assert findings == []
    assert again is not None
    assert again.controller["name"] == POLICY.controller["name"]
    for kind in KEPT:
        assert _said(again, kind) == _said(POLICY, kind), kind
    assert [p.recipient for p in again.promises if p.recipient] == [
        p.recipient for p in POLICY.promises if p.recipient
    ]


def _said(one: Policy, kind: str) -> list[Any]:
    names = ("purpose", "data", "groups", "transfer", "rights")
    return [tuple(getattr(p, n) for n in names) for p in one.promises if p.kind == kind]


@pytest.mark.parametrize(
    "document",
    [
        {"@context": CONTEXT, "dpv:hasProcess": 3, "dpv:hasRecipient": [None, "x"]},
        {"@context": CONTEXT, "dpv:hasStorageCondition": {"dpv:hasDuration": ["x"]}},
    ],
)
def test_a_broken_document_reads_without_a_fault(document: Any) -> None:
    """A document of another is passed over where it cannot be read; none stops the program."""
    read, findings = load_policy(policy_yaml(**read_dpv(document)), "policy.yaml", None)

    assert read is not None, [finding.message.en for finding in findings]
