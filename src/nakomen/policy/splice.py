"""
Changes to a YAML text that leave everything else byte for byte.

ruamel says where an entry stands; the text itself is spliced. (Writing the whole file with ruamel
would move comments and indentation, and put a comment on the next promise inside this one.)
"""

import re

from nakomen.policy.tree import MappingNode, Node, ScalarNode, SequenceNode


def put(text: str, node: MappingNode, name: str, told: str) -> str:
    """
    *text* with ``name: told`` in the mapping *node*: in place of the old value, else at its end.

    *told* is one line of YAML, or begins with a line end and is more lines of it.
    """
    old, value = node.key(name), node.get(name)
    pair = f"{name}:{told}" if told.startswith("\n") else f"{name}: {told}"
    if old and value:
        return f"{text[: old.start]}{pair}{text[_after(text, old, value) :]}"
    if node.flow or not node.entries:
        inside = text[: node.end - 1].rstrip(" \t")
        comma = "" if inside.endswith((",", "{")) else ", "
        return f"{inside}{comma}{pair}{text[node.end - 1 :]}"
    return _line_added(text, node, pair)


def _after(text: str, key: ScalarNode, value: Node) -> int:
    """Where the old pair ends; a comment behind an empty value is not part of it."""
    if isinstance(value, ScalarNode) and value.plain and not value.text:
        return text.index(":", key.end) + 1
    return _end(text, value)


def _line_added(text: str, node: MappingNode, told: str) -> str:
    first, (last_key, last) = node.entries[0][0], node.entries[-1]
    indent = " " * (first.start - _line_start(text, first.start))
    newline = "\r\n" if "\r\n" in text else "\n"
    lines = indent + told.replace("\n", newline + indent)
    if _keeps_blank_lines(text, last) and len(node.entries) > 1:
        at = _line_start(text, last_key.start)
        return f"{text[:at]}{lines}{newline}{text[at:]}"
    at = _line_end(text, _end(text, last))
    return f"{text[:at]}{newline}{lines}{text[at:]}"


def _end(text: str, node: Node) -> int:
    """Just past the last visible character of a value."""
    if isinstance(node, MappingNode) and not node.flow and node.entries:
        return _end(text, node.entries[-1][1])
    if isinstance(node, SequenceNode) and not node.flow and node.items:
        return _end(text, node.items[-1])
    return node.start + len(text[node.start : node.end].rstrip())


def _keeps_blank_lines(text: str, node: Node) -> bool:
    """Blank lines after ``|+`` are part of the value, and must stay right behind it."""
    while not isinstance(node, ScalarNode):
        inner = [v for _, v in node.entries] if isinstance(node, MappingNode) else node.items
        if node.flow or not inner:
            return False
        node = inner[-1]
    return bool(re.match(r"[|>][0-9]?\+", text[node.start : node.end]))


def _line_start(text: str, offset: int) -> int:
    return text.rfind("\n", 0, offset) + 1


def _line_end(text: str, offset: int) -> int:
    end = text.find("\n", offset)
    if end < 0:
        return len(text)
    return end - 1 if text[end - 1 : end] == "\r" else end
