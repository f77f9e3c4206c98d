"""YAML text to a tree with places. Refuses what fools people or programs, all of it at once."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.error import MarkedYAMLError, YAMLError
from ruamel.yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)
from ruamel.yaml.reader import ReaderError

from nakomen.policy.codes import CODES
from nakomen.policy.quick import quick_events
from nakomen.policy.source import Source
from nakomen.policy.syntax import explained
from nakomen.policy.tree import Document, MappingNode, Node, ScalarNode, SequenceNode
from nakomen.terms import Finding, Place

MAX_MB = 5
MAX_DEPTH = 16
MAX_FAULTS = 200
_TABBED = re.compile(r"^ *\t[ \t]*(?=[^\s#])", re.MULTILINE)
_CONTROL = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SURROGATE = re.compile("[\ud800-\udfff]")


def decode(data: bytes, file: str) -> tuple[str | None, list[Finding]]:
    """The text of a file's bytes, without a byte order mark; or None and why not."""
    if len(data) > MAX_MB * 1024 * 1024:
        return None, [CODES["Y005"].found(Place(file, 1), limit=MAX_MB)]
    try:
        return data.decode("utf-8-sig"), []
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8-sig")
        return None, [CODES["Y004"].found(Place.at_offset(file, before, len(before)))]


@lru_cache(maxsize=8)
def parse(text: str, file: str) -> Document:
    """
    The tree of *text*. Never raises: what is wrong stands in the document's findings.

    A policy is looked into for the name of its statement before it is read, and a program may open
    a company again: what did not change since is one parse.
    """
    source = Source(file, text.removeprefix("\ufeff"))
    if len(text) > MAX_MB * 1024 * 1024:
        return Document(
            source=source, findings=(CODES["Y005"].found(Place(file, 1), limit=MAX_MB),)
        )
    return _Reading(source).document()


class _Stop(Exception):
    """Nothing further on can be told apart; the findings say why."""


class _Reading:
    """One pass over the events of a parser; it keeps its own stack shallow by ``MAX_DEPTH``."""

    def __init__(self, source: Source) -> None:
        self.blank = Document(source=source)
        self.source = source
        self.findings: list[Finding] = []
        self.broken: set[int] = set()
        self.events: Iterator[Event] = iter(())

    def document(self) -> Document:
        root = None
        try:
            self.events = quick_events(self.source.text) or iter(_parser().parse(self.source.text))
            root = self._root()
        except _Stop:
            root = None
        except YAMLError as error:
            self.findings += self._syntax(error)
        except (ValueError, OverflowError):  # ruamel takes \UFFFFFFFF for a character
            self.findings += self._beyond_unicode()
        return Document(
            source=self.source,
            root=root,
            findings=tuple(self.findings),
            broken=frozenset(self.broken),
        )

    def _root(self) -> Node | None:
        root = None
        for event in self.events:
            if isinstance(event, NodeEvent):
                root = self._node(event, 0)
            elif isinstance(event, DocumentStartEvent) and root is not None:
                self._fault("Y011", _span(event))
                return None
        if root is None or (isinstance(root, ScalarNode) and root.plain and not root.text):
            self._fault("Y006", ScalarNode(start=0, end=0, text=""))
            return None
        return root

    def _node(self, event: Event, depth: int) -> Node:
        self._refuse_extras(event)
        if depth > MAX_DEPTH:
            self._fault("Y009", _span(event), limit=str(MAX_DEPTH))
            raise _Stop
        match event:
            case ScalarEvent():
                return self._scalar(event)
            case MappingStartEvent():
                return self._mapping(event, depth)
            case SequenceStartEvent():
                return self._sequence(event, depth)
            case _:
                return _span(event)

    def _scalar(self, event: ScalarEvent) -> ScalarNode:
        text = event.value
        if odd := _SURROGATE.search(text):
            self._fault("Y003", _span(event), value=f"U+{ord(odd[0]):04X}")
            text = _SURROGATE.sub("\ufffd", text)
        plain = event.style in (None, "")
        if plain and not text:
            return self._empty(event.start_mark.index)
        return ScalarNode(
            start=event.start_mark.index, end=event.end_mark.index, text=text, plain=plain
        )

    def _empty(self, offset: int) -> ScalarNode:
        """Nothing, right behind the name or hyphen; ruamel places it before what comes next."""
        while offset and self.source.text[offset - 1] in " \t\r\n":
            offset -= 1
        return ScalarNode(start=offset, end=offset, text="")

    def _sequence(self, start: SequenceStartEvent, depth: int) -> SequenceNode:
        items: list[Node] = []
        for event in self.events:
            if isinstance(event, SequenceEndEvent):
                break
            items.append(self._node(event, depth + 1))
        return SequenceNode(
            start=start.start_mark.index,
            end=event.end_mark.index,
            items=tuple(items),
            flow=bool(start.flow_style),
        )

    def _mapping(self, start: MappingStartEvent, depth: int) -> MappingNode:
        entries: dict[str, tuple[ScalarNode, Node]] = {}
        for event in self.events:
            if isinstance(event, MappingEndEvent):
                break
            key = self._node(event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            if not isinstance(key, ScalarNode):
                self._fault("Y012", key)
            elif first := entries.get(key.text):
                line = self.blank.line_of(first[0])
                self._fault("Y010", key, key=key.text, line=line)
            else:
                entries[key.text] = (key, value)
        return MappingNode(
            start=start.start_mark.index,
            end=event.end_mark.index,
            entries=tuple(entries.values()),
            flow=bool(start.flow_style),
        )

    def _refuse_extras(self, event: Event) -> None:
        if isinstance(event, AliasEvent) or getattr(event, "anchor", None):
            sign = "*" if isinstance(event, AliasEvent) else "&"
            self._fault("Y007", _span(event), value=f"{sign}{getattr(event, 'anchor', '')}")
        if tag := getattr(event, "tag", None):
            short = str(tag).replace("tag:yaml.org,2002:", "!!")
            self._fault("Y008", _span(event), value=short)

    def _fault(self, code: str, node: Node, **facts: Any) -> None:
        self.broken.add(node.start)
        self.findings.append(self.blank.finding(code, node, **facts))
        if len(self.findings) == MAX_FAULTS:
            self.findings.append(self.blank.finding("Y013", node, limit=str(MAX_FAULTS)))
            raise _Stop

    def _syntax(self, error: YAMLError) -> list[Finding]:
        if isinstance(error, ReaderError):
            return self._control_characters()
        if isinstance(error, MarkedYAMLError) and "'\\t'" in (error.problem or ""):
            return [self._at(found.start(), "Y002") for found in _tabs(self.source.text)]
        offset, told, cure = explained(error, self.source.text)
        return [self._at(offset, "Y001", problem=told, cure=cure)]

    def _control_characters(self) -> list[Finding]:
        odd = _CONTROL.finditer(self.source.text)
        return [self._at(f.start(), "Y003", value=f"U+{ord(f[0]):04X}") for f in odd]

    def _beyond_unicode(self) -> list[Finding]:
        odd = re.finditer(r"\\U(?!000|0010)[0-9a-fA-F]{8}", self.source.text)
        return [self._at(f.start(), "Y003", value=f[0]) for f in odd] or self._syntax(YAMLError())

    def _at(self, offset: int, code: str, **facts: Any) -> Finding:
        return self.blank.finding(code, ScalarNode(start=offset, end=offset, text=""), **facts)


def _parser() -> YAML:
    return YAML(typ="safe", pure=True)


def _span(event: Event) -> ScalarNode:
    """An empty word where *event* stands: for a finding, or in place of what was refused."""
    return ScalarNode(start=event.start_mark.index, end=event.end_mark.index, text="")


def _tabs(text: str) -> list[re.Match[str]]:
    return list(_TABBED.finditer(text))
