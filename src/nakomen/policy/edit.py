"""A person's yes and a new system, written into the file; everything else stays as it was."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from nakomen.errors import UsageError
from nakomen.policy.digest import entry_digest
from nakomen.policy.load import load_policy
from nakomen.policy.load_map import load_map
from nakomen.policy.map_form import DatasetForm
from nakomen.policy.near import nearest
from nakomen.policy.policy_form import PromiseForm
from nakomen.policy.settings import load_settings
from nakomen.policy.shape import fit
from nakomen.policy.splice import put
from nakomen.policy.tree import (
    Document,
    MappingNode,
    ScalarNode,
    SequenceNode,
)
from nakomen.policy.yaml import parse
from nakomen.terms import Finding, Severity


class UnknownEntry(UsageError):
    """There is no entry of that name. See `nakomen confirm` for the names that there are."""

    nl = "Er is geen onderdeel met die naam. `nakomen confirm` toont de namen die er zijn."


class CannotConfirm(UsageError):
    """This cannot be confirmed as it stands. Mend what `nakomen check` shows, then confirm."""

    nl = "Dit kan zo niet bevestigd worden. Herstel wat `nakomen check` toont en bevestig daarna."

    def __init__(self, detail: str, findings: Sequence[Finding] = ()) -> None:
        super().__init__(detail)
        self.findings = list(findings)


@dataclass(frozen=True, kw_only=True)
class _Entry:
    name: str
    node: MappingNode
    digest: str
    current: bool
    """Somebody agreed to just this."""


def confirm(text: str, entries: Sequence[str] | None, by: str, on: date) -> str:
    """
    The text of policy.yaml or a data map with ``confirmed`` on *entries* (promise ids, datasets).

    None means all; who agreed before to what still stands so, stays.

    Raises:
        UnknownEntry: names the near one.
        CannotConfirm: the file has faults, or *by* is no name.
    """
    if not by.strip() or not by.isprintable():
        raise CannotConfirm("by")
    document = parse(text, "")
    _refuse_faults(text, document)
    known = {entry.name: entry for entry in _entries(document)}
    for name in entries or ():
        if name not in known:
            near = nearest(name, list(known))
            raise UnknownEntry(f"→ {near}" if near else "")  # the name may be about a person
    if entries is None:
        chosen = [entry for entry in known.values() if not entry.current]
    else:
        chosen = [known[name] for name in dict.fromkeys(entries)]
    return _written(text, document, chosen, by, on)


def _refuse_faults(text: str, document: Document) -> None:
    root = document.root
    store = root.get("store") if isinstance(root, MappingNode) else None
    if isinstance(store, ScalarNode):
        findings = load_map(text, f"systems/{store.text}.yaml")[1]
    else:
        findings = load_policy(text, "policy.yaml", None)[1]
    wrong = [finding for finding in findings if finding.severity is Severity.ERROR]
    if wrong:
        raise CannotConfirm(_listed(wrong), wrong)


def _listed(findings: Sequence[Finding]) -> str:
    return ", ".join(f"{f.place} {f.code}" for f in findings[:3])


def _entries(document: Document) -> Iterator[_Entry]:
    root = document.root
    promises = root.get("promises") if isinstance(root, MappingNode) else None
    datasets = root.get("datasets") if isinstance(root, MappingNode) else None
    for node in promises.items if isinstance(promises, SequenceNode) else ():
        promise = fit(PromiseForm, node)
        if promise and isinstance(node, MappingNode):
            yield _entry(promise.id, node, promise)
    for key, node in datasets.entries if isinstance(datasets, MappingNode) else ():
        dataset = fit(DatasetForm, node)
        if dataset and isinstance(node, MappingNode):
            yield _entry(key.text, node, dataset)


def _entry(name: str, node: MappingNode, form: PromiseForm | DatasetForm) -> _Entry:
    digest = entry_digest(form)
    current = form.confirmed is not None and form.confirmed.digest == digest
    return _Entry(name=name, node=node, digest=digest, current=current)


def _written(text: str, document: Document, chosen: Sequence[_Entry], by: str, on: date) -> str:
    mark = len(text) - len(document.source.text)  # a byte order mark is not part of the source
    result = document.source.text
    for entry in sorted(chosen, key=lambda entry: entry.node.start, reverse=True):
        name = json.dumps(by, ensure_ascii=False)
        # In quotes: sixteen digits would be read as a number.
        told = f'{{by: {name}, on: {on.isoformat()}, digest: "{entry.digest}"}}'
        result = put(result, entry.node, "confirmed", told)
    _see_that_it_holds(result, chosen)
    return text[:mark] + result


def _see_that_it_holds(result: str, chosen: Sequence[_Entry]) -> None:
    """A yes must say what was agreed to and nothing else; odd layouts can break a splice."""
    now = {entry.name: entry for entry in _entries(parse(result, ""))}
    for entry in chosen:
        after = now.get(entry.name)
        if after is None or not after.current or after.digest != entry.digest:
            raise CannotConfirm(entry.name)


class OtherAddress(UsageError):
    """nakomen.yaml has a system of that name with another address. Choose another name."""

    nl = (
        "In nakomen.yaml staat al een systeem met die naam en een ander adres. "
        "Kies een andere naam."
    )


def add_store(text: str, name: str, url: str) -> str:
    """
    The text of nakomen.yaml with one more system; its password is a placeholder in *url*.

    Raises:
        OtherAddress: that name has another address.
        CannotConfirm: the file has faults, or the result would have.
    """
    settings, findings = load_settings(text, "nakomen.yaml")
    if settings is None:
        raise CannotConfirm(_listed(findings), findings)
    if name in settings.stores:
        if settings.stores[name] != url:
            raise OtherAddress(name)
        return text
    result = _with_store(text, name, json.dumps(url, ensure_ascii=False))
    after, findings = load_settings(result, "nakomen.yaml")
    if after is None or after.stores != {**settings.stores, name: url}:
        raise CannotConfirm(_listed(findings), findings)
    return result


def _with_store(text: str, name: str, url: str) -> str:
    root = parse(text, "").root
    stores = root.get("stores") if isinstance(root, MappingNode) else None
    if isinstance(stores, MappingNode) and stores.entries:
        told = f"{{url: {url}}}" if stores.flow else f"\n  url: {url}"
        return put(text, stores, name, told)
    if not isinstance(root, MappingNode):
        raise CannotConfirm("nakomen.yaml")
    return put(text, root, "stores", f"{{{name}: {{url: {url}}}}}")
