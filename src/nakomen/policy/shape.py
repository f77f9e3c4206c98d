"""Faults of form: what pydantic refuses becomes a finding at the very name or value."""

from functools import cache
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails, to_json

from nakomen.policy.codes import CODES
from nakomen.policy.map_form import KEY_KINDS, zones
from nakomen.policy.near import choices, did_you_mean
from nakomen.policy.tree import (
    Document,
    MappingNode,
    Node,
    Path,
    ScalarNode,
    SequenceNode,
    follow,
    plain_data,
    value_of,
)
from nakomen.terms import Finding, Text

F = TypeVar("F", bound=BaseModel)

_TEXT = frozenset({"string_type", "string_too_short"})
_WHOLE = frozenset({"int_type", "int_parsing", "int_from_float", "greater_than_equal"})
_WORD = frozenset({"enum", "literal_error"})
_FORMS = {
    "list": Text("een lijst", "a list"),
    "block": Text("een blok met namen en waarden", "a block of names and values"),
    "text": Text("een tekst", "a text"),
    "empty": Text("een lege lijst", "an empty list"),
}
_CURES = {
    "list": Text(
        "zet elk onderdeel op een eigen regel achter een streepje, of schrijf [a, b]",
        "put each item on a line of its own behind a hyphen, or write [a, b]",
    ),
    "block": Text(
        "zet de namen eronder, twee spaties verder, elk met een dubbele punt en een waarde",
        "put the names below it, two spaces further, each with a colon and a value",
    ),
    "text": Text(
        "schrijf één tekst, zonder streepje, haakjes of dubbele punt",
        "write one text, without hyphen, brackets or colon",
    ),
}
_LISTS = ("tuple_type", "list_type", "too_short")
_BLOCKS = ("dict_type", "model_type", "model_attributes_type", "dataclass_type")
_WANTED = dict.fromkeys(_LISTS, "list") | dict.fromkeys(_BLOCKS, "block")


def fit(form: type[F], node: Node) -> F | None:
    """The value of *node* in this form, or None when it does not fit."""
    try:
        return form.model_validate_json(to_json(plain_data(node)))
    except ValidationError:
        return None


def misfits(form: type[BaseModel], document: Document) -> list[Finding]:
    """Every way in which the whole document does not fit the form."""
    if document.root is None:
        return []
    try:
        form.model_validate_json(to_json(plain_data(document.root)))
    except ValidationError as error:
        told = [_told(form, document, document.root, fault) for fault in error.errors()]
        return [finding for finding in told if finding]
    return []


def _told(
    form: type[BaseModel], document: Document, root: Node, fault: ErrorDetails
) -> Finding | None:
    path: Path = fault["loc"]
    key, node, taken = follow(root, path)
    name = str(path[taken - 1] if key is None and taken else (key.text if key else ""))
    if node.start in document.broken:
        return None
    schema = _schema_at(form, path[:-1])
    match fault["type"]:
        case "extra_forbidden":
            return _unknown_name(document, key or node, name, schema)
        case "missing":
            return _missing(document, key or node, str(path[-1]), _schema_at(form, path))
        case kind:
            name = _name(path, key) or document.source.file
            return _value(document, kind, node, name, _schema_at(form, path))


def _name(path: Path, key: ScalarNode | None) -> str:
    """What people call a value: its name, or that of the list it stands in."""
    return key.text if key else next((s for s in reversed(path) if isinstance(s, str)), "")


def _unknown_name(document: Document, at: Node, name: str, schema: dict[str, Any]) -> Finding:
    known = list(schema.get("properties", {}))
    return document.finding(
        "Y020", at, key=name, near=did_you_mean(name, known), allowed=choices(name, known)
    )


def _missing(document: Document, at: Node, name: str, schema: dict[str, Any]) -> Finding:
    known = schema.get("enum", [])
    listed = choices("", known)
    if known:
        listed = Text(f"; kies uit: {listed.nl}", f"; choose from: {listed.en}")
    return document.finding("Y021", at, key=name, allowed=listed)


def _value(document: Document, kind: str, node: Node, name: str, schema: dict[str, Any]) -> Finding:
    scalar = node if isinstance(node, ScalarNode) else None
    if scalar and (value_of(scalar) is None or not scalar.text.strip()):
        return document.finding("Y022", node, key=name)
    if scalar is None:
        return _form(document, node, name, _WANTED.get(kind, "text"))
    if kind in _TEXT:
        return document.finding("Y024", node, key=name, value=scalar.text)
    if kind in _WORD:
        known = schema.get("enum", [])
        near = did_you_mean(scalar.text, known)
        listed = choices(scalar.text, known)
        return document.finding(
            "Y027", node, key=name, value=scalar.text, near=near, allowed=listed
        )
    if kind in _WHOLE or kind == "bool_type":
        code = "Y025" if kind == "bool_type" else "Y028"
        value = scalar.text if scalar.plain else f'"{scalar.text}"'
        return document.finding(code, node, key=name, value=value)
    if kind in CODES:
        return _own_code(document, kind, scalar, name)
    return _form(document, node, name, _WANTED[kind])


def _own_code(document: Document, code: str, node: ScalarNode, name: str) -> Finding:
    known = _known(code)
    return document.finding(
        code,
        node,
        key=name,
        value=node.text,
        near=did_you_mean(node.text, known),
        allowed=choices(node.text, known),
    )


def _known(code: str) -> list[str]:
    """The words to choose from, where a value must be one of many."""
    match code:
        case "M008":
            return list(KEY_KINDS)
        case "M013":
            return list(zones())
        case _:
            return []


def _form(document: Document, node: Node, name: str, wanted: str) -> Finding:
    match node:
        case ScalarNode():
            seen = "text"
        case MappingNode():
            seen = "block"
        case SequenceNode():
            seen = "list" if node.items else "empty"
    return document.finding(
        "Y023", node, key=name, wanted=_FORMS[wanted], seen=_FORMS[seen], cure=_CURES[wanted]
    )


@cache
def _schema(form: type[BaseModel]) -> dict[str, Any]:
    return form.model_json_schema()


def _schema_at(form: type[BaseModel], path: Path) -> dict[str, Any]:
    """What the form says of the value at *path*; empty where it says nothing."""
    whole = _schema(form)
    here = whole
    for step in path:
        here = _bare(whole, here)
        if isinstance(step, int):
            here = here.get("items") or here  # one word may stand for a list of one
        else:
            here = here.get("properties", {}).get(step) or here.get("additionalProperties") or {}
    return _bare(whole, here)


def _bare(whole: dict[str, Any], here: Any) -> dict[str, Any]:
    """*here* without references and without «or null»."""
    if not isinstance(here, dict):
        return {}
    for option in here.get("anyOf", ()):
        if option.get("type") != "null":
            return _bare(whole, option)
    if ref := here.get("$ref"):
        found: dict[str, Any] = whole["$defs"][ref.rsplit("/", 1)[-1]]
        return _bare(whole, found)
    return here
