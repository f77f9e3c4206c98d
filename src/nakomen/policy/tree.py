"""A YAML file as a tree in which every name and value knows where it stands."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from nakomen.policy.codes import CODES, Fact
from nakomen.policy.source import Source
from nakomen.terms import Finding, Place

Step: TypeAlias = str | int
Path: TypeAlias = tuple[Step, ...]
"""The way to a value: names, and numbers in lists from 0."""


@dataclass(frozen=True, kw_only=True)
class ScalarNode:
    """One word or text, as written. *start* and *end* are offsets; *plain* means unquoted."""

    start: int
    end: int
    text: str
    plain: bool = True


@dataclass(frozen=True, kw_only=True)
class MappingNode:
    """Names with values, in the order of the file; each name once."""

    start: int
    end: int
    entries: tuple[tuple[ScalarNode, "Node"], ...] = ()
    flow: bool = False
    """Written between { and }."""

    def get(self, name: str) -> "Node | None":
        return next((value for key, value in self.entries if key.text == name), None)

    def key(self, name: str) -> ScalarNode | None:
        return next((key for key, _ in self.entries if key.text == name), None)


@dataclass(frozen=True, kw_only=True)
class SequenceNode:
    start: int
    end: int
    items: tuple["Node", ...] = ()
    flow: bool = False


Node: TypeAlias = ScalarNode | MappingNode | SequenceNode


@dataclass(frozen=True, kw_only=True)
class Document:
    """
    A file that was read: its tree, if there is one, and what was found on the way.

    *broken* holds offsets of values that already have a finding.
    """

    source: Source
    root: Node | None = None
    findings: tuple[Finding, ...] = ()
    broken: frozenset[int] = field(default_factory=frozenset)

    def finding(
        self, code: str, node: Node, *, promise: str | None = None, **facts: Fact
    ) -> Finding:
        """A finding of this code at *node*, with its line."""
        place = self.source.place(node.start)
        line = self.source.line(place.line)
        return CODES[code].found(place, source_line=line, promise=promise, **facts)

    def line_of(self, node: Node) -> int:
        return self.source.place(node.start).line


def follow(root: Node, path: Sequence[Step]) -> tuple[ScalarNode | None, Node, int]:
    """
    The last name and value on the way of *path* that exist, and how many steps were taken.

    The name is None when the last step went into a list.
    """
    key: ScalarNode | None = None
    node = root
    for taken, step in enumerate(path):
        if isinstance(node, MappingNode) and (value := node.get(str(step))) is not None:
            key, node = node.key(str(step)), value
        elif isinstance(node, SequenceNode) and isinstance(step, int) and step < len(node.items):
            key, node = None, node.items[step]
        else:
            return key, node, taken
    return key, node, len(path)


_INT = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?|[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)"
)
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_TRUTHS = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}


def value_of(scalar: ScalarNode) -> str | int | float | bool | None:
    """
    The value by the core schema of YAML 1.2; a number only tells that it is one when it is odd.

    >>> [value_of(ScalarNode(start=0, end=0, text=t)) for t in ("12", "2.1", "NO", "true", "~")]
    [12, 2.1, 'NO', True, None]
    """
    text = scalar.text
    if not scalar.plain:
        return text
    if text in _NULLS:
        return None
    if text in _TRUTHS:
        return _TRUTHS[text]
    if _INT.fullmatch(text):
        return int(text) if len(text) < 16 and text.lstrip("+-").isdecimal() else 0.5
    return text if not _FLOAT.fullmatch(text) else _finite(text)


def _finite(text: str) -> float:
    number = float(text.replace(".inf", "inf").lower().lstrip("+-").lstrip(".") or 0)
    return number if number - number == 0 else 0.5


def plain_data(node: Node) -> Any:
    """The tree as lists, dicts and values; names are always text."""
    match node:
        case ScalarNode():
            return value_of(node)
        case MappingNode():
            return {key.text: plain_data(value) for key, value in node.entries}
        case SequenceNode():
            return [plain_data(item) for item in node.items]


def places_of(root: Node | None, source: Source) -> dict[Path, Place]:
    """The place of every entry: of its value when that is one word, else of its name."""
    found = {} if root is None else dict(_places(root, None, ()))
    return {path: source.place(offset) for path, offset in found.items()}


def _places(node: Node, key: ScalarNode | None, path: Path) -> Iterator[tuple[Path, int]]:
    scalar = isinstance(node, ScalarNode)
    yield path, (node.start if scalar or key is None else key.start)
    if isinstance(node, MappingNode):
        for name, value in node.entries:
            yield from _places(value, name, (*path, name.text))
    elif isinstance(node, SequenceNode):
        for number, item in enumerate(node.items):
            yield from _places(item, None, (*path, number))
