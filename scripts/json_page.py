"""The JSON documents: each command is run with --json, and what came is told as a shape."""

import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from scripts.ask import Ask
from scripts.company import made_in

from nakomen.demo.provider import STATEMENT

ANNA = "email=anna.dewit@post.example"
INDENT = 2
LINES = "JSON Lines: one document for each step as it ends, the last one for the plan."
MAY = "*decision* is allow, deny or ask (exit 0, 3, 4); *missing* are options that could change it."
ERROR = """\
Whatever goes wrong comes as one document too, with the exit code that fits. *retry* says whether
the same command can succeed later; *findings* and other names stand there when they apply."""


def documents(ask: Ask) -> Iterator[tuple[str, str, list[Any]]]:
    """Command, what to know about it, and what it said with --json."""
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        home = made_in(place, ask)

        def said(*words: str) -> list[Any]:
            text = ask("--json", *home, *words)
            one = words[0] != "apply"
            return [json.loads(text)] if one else [json.loads(line) for line in text.splitlines()]

        yield "read FILE", "", said("read", str(STATEMENT))
        other = str(place / "other")
        yield "init DIR", "", said("init", other, "--statement", str(STATEMENT))
        url = f"sqlite:///{place}/crm.sqlite"
        yield "connect NAME URL", "", said("connect", "copy", url)
        (place / "zonneveld" / "systems" / "copy.yaml").unlink()
        _forget(place / "zonneveld" / "nakomen.yaml")
        yield "confirm … --all", "", said("confirm", "policy", "right-1")
        yield "survey, check", "", said("survey") + said("check")
        plans = said("plan", "retention") + said("plan", "erase", "--key", ANNA)
        yield "plan REQUEST", "", plans
        yield "show PLAN", "As `plan`, with *state*.", said("show", "plan-0002")
        *steps, done = said("apply", "plan-0002", "--yes")
        yield "apply PLAN", LINES, steps
        yield "apply PLAN, the last line", "", [done]
        yield "status", "", said("status")
        bundle = str(place / "bewijs.jsonl")
        yield "evidence bundle", "", said("evidence", "bundle", "-o", bundle)
        yield "verify FILE", "", said("verify", bundle)
        yield "explain NAME", "", said("explain", "awr-52")
        yield "may GATE", MAY, said("may", "transfer", "--country", "IN") + said("may", "minor")
        yield "doctor", "", said("doctor")


def _forget(settings: Path) -> None:
    text = re.sub(r"  copy:\n    url: .*\n", "", settings.read_text("utf-8"))
    settings.write_text(text, "utf-8")


def shape(value: object) -> object:
    """
    A document as names and kinds of values; every item of a list adds to one shape.

    >>> shape({"rows": 3, "until": None, "steps": [{"act": "keep"}, {"act": None, "sql": []}]})
    {'rows': 'number', 'until': 'null', 'steps': [{'act': 'text | null', 'sql': []}]}
    """
    match value:
        case dict():
            return {name: shape(item) for name, item in value.items()}
        case list():
            return [] if not value else [together([shape(item) for item in value])]
        case bool():
            return "true | false"
        case None:
            return "null"
        case int() | float():
            return "number"
        case _:
            return "date" if re.fullmatch(r"\d{4}-\d\d-\d\d", str(value)) else "text"


def together(shapes: list[Any]) -> object:
    """One shape that covers all of *shapes*."""
    if all(isinstance(one, dict) for one in shapes):
        names = dict.fromkeys(name for one in shapes for name in one)
        return {n: together([one[n] for one in shapes if n in one]) for n in names}
    lists = [one for one in shapes if isinstance(one, list)]
    if len(lists) == len(shapes):
        items = [item for one in lists for item in one]
        return [together(items)] if items else []
    full = [one for one in shapes if not isinstance(one, str)]
    if full:
        return together(full)
    words = dict.fromkeys(word for one in shapes for word in one.split(" | "))
    kinds = [w for w in words if w != "null" and not (w == "date" and "text" in words)]
    return " | ".join(kinds + ["null"] * ("null" in words))


def drawn(value: object, depth: int = 0) -> str:
    """A shape as people read JSON."""
    space, inner = " " * INDENT * depth, " " * INDENT * (depth + 1)
    match value:
        case dict():
            lines = [f'{inner}"{n}": {drawn(item, depth + 1)}' for n, item in value.items()]
            flat = "{" + ", ".join(line.strip() for line in lines) + "}"
            if len(flat) + len(inner) < 90 and "\n" not in flat:
                return flat
            return "{\n" + ",\n".join(lines) + f"\n{space}}}"
        case list():
            return "[" + (drawn(value[0], depth) + ", …" if value else "") + "]"
        case _:
            return str(value)
