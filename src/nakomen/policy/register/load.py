"""register.yaml to a Register. All faults at once, each at its own line, column and cure."""

from collections.abc import Iterator
from typing import Any

from nakomen.policy.model import Policy
from nakomen.policy.register.form import RegisterForm
from nakomen.policy.register.model import Activity, Processor, Register
from nakomen.policy.shape import fit, misfits
from nakomen.policy.tree import Document, MappingNode, ScalarNode, SequenceNode, places_of
from nakomen.policy.yaml import parse
from nakomen.terms import Finding, Severity

_PROMISES = ("purposes", "receivers", "transfers", "retention", "measures", "sources", "promises")


def load_register(
    text: str, file: str, policy: Policy | None
) -> tuple[Register | None, list[Finding]]:
    """
    Read *text* and hold its references against *policy*, if there is one.

    Returns:
        The register and every finding, by place. There is no register when its form has faults.
    """
    document = parse(text, file)
    findings = [*document.findings, *misfits(RegisterForm, document)]
    findings += _same_ids(document)
    if policy:
        findings += _strangers(document, {promise.id for promise in policy.promises})
    form = None
    if document.root and not any(f.severity is Severity.ERROR for f in findings):
        form = fit(RegisterForm, document.root)
    found = _register(form, document) if form else None
    return found, sorted(findings, key=lambda finding: finding.sort_key)


def _register(form: RegisterForm, document: Document) -> Register:
    return Register(
        activities=tuple(Activity(**vars(activity)) for activity in form.activities),
        processors=tuple(Processor(**vars(processor)) for processor in form.processors),
        places=places_of(document.root, document.source),
    )


def _entries(document: Document, name: str) -> list[MappingNode]:
    root = document.root
    listed = root.get(name) if isinstance(root, MappingNode) else None
    items = listed.items if isinstance(listed, SequenceNode) else ()
    return [item for item in items if isinstance(item, MappingNode)]


def _same_ids(document: Document) -> Iterator[Finding]:
    first: dict[str, ScalarNode] = {}
    for entry in _entries(document, "activities"):
        node = entry.get("id")
        if not isinstance(node, ScalarNode):
            continue
        if node.text in first:
            line = document.line_of(first[node.text])
            yield document.finding("G001", node, id=node.text, line=line)
        first.setdefault(node.text, node)


def _strangers(document: Document, known: set[str]) -> Iterator[Finding]:
    """References to promises that policy.yaml does not have."""
    for entry in (*_entries(document, "activities"), *_entries(document, "processors")):
        for name in _PROMISES:
            for node in _scalars(entry.get(name)):
                if node.text not in known:
                    yield document.finding("G002", node, id=node.text)


def _scalars(node: Any) -> Iterator[ScalarNode]:
    nodes = node.items if isinstance(node, SequenceNode) else (node,)
    yield from (item for item in nodes if isinstance(item, ScalarNode))
