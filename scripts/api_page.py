"""The page of what programs can ask of the desk, from the OpenAPI document that the desk serves."""

import json
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scripts.ask import Ask

from nakomen.demo.provider import STATEMENT

JSON = "application/json"
_PROGRAM = """
import json, sys
from pathlib import Path
from nakomen.desk.start import configure
configure(Path(sys.argv[1]), "http://localhost")
from nakomen.desk.api.document import document
print(json.dumps(document()))
"""
Schema = Mapping[str, Any]
Kind = Callable[[dict[str, Any], dict[str, Any]], str]


def document(ask: Ask) -> dict[str, Any]:
    """The document as a desk serves it; a process of its own, for a desk is one per process."""
    with TemporaryDirectory() as place:
        folder = Path(place) / "zonneveld"
        ask("-C", str(folder), "init", ".", "--statement", str(STATEMENT))
        words = [sys.executable, "-c", _PROGRAM, str(folder)]
        told = subprocess.run(words, capture_output=True, text=True, check=True)
    found: dict[str, Any] = json.loads(told.stdout)
    return found


def operations(found: Schema) -> Iterator[str]:
    """Each address with its method: what it needs, takes and answers."""
    for path, methods in found["paths"].items():
        for method, operation in methods.items():
            [(_, [scope])] = [*operation["security"][0].items()]
            yield f"## {method.upper()} {path}"
            yield f"**{operation['summary']}** · {operation['description']}"
            yield "\n".join(_lines(operation, scope))


def _lines(operation: Schema, scope: str) -> Iterator[str]:
    yield f"- needs: `{scope}`"
    for given in operation.get("parameters", ()):
        where = "in the address" if given["in"] == "path" else f"in the {given['in']}"
        told = given.get("description", "") or f"of the form `{given['schema']['pattern']}`"
        yield f"- **{given['name']}**, {where}: {told}"
    if body := operation.get("requestBody"):
        yield f"- takes: {_named(body['content'][JSON])}"
    refusals = []
    for status, answer in operation["responses"].items():
        if JSON in answer["content"]:
            yield f"- answers {status}: {_named(answer['content'][JSON])}"
        else:
            refusals.append(status)
    yield f"- refuses with {', '.join(refusals)}: {_link('ProblemShape')}"


def _named(content: Schema) -> str:
    return _link(content["schema"]["$ref"].rpartition("/")[2])


def _link(name: str) -> str:
    return f"[{name}](#{name.lower()})"


def shapes(found: Schema, kind: Kind) -> Iterator[str]:
    """Each shape with its fields, or its words."""
    known = found["components"]["schemas"]
    for name, shape in sorted(known.items()):
        yield f"### {name}"
        if told := shape.get("description"):
            yield told
        if "enum" in shape:
            yield ", ".join(f"`{word}`" for word in shape["enum"])
        else:
            yield "\n".join(_table(shape, known, kind))


def _table(shape: Schema, known: dict[str, Any], kind: Kind) -> Iterator[str]:
    yield "| name | value | what |"
    yield "|---|---|---|"
    for name, value in shape["properties"].items():
        shown = f"**{name}**" if name in shape.get("required", ()) else name
        yield f"| {shown} | {_value(value, known, kind)} | {value.get('description', '')} |"


def _value(value: dict[str, Any], known: dict[str, Any], kind: Kind) -> str:
    """A kind of value; a shape leads to its own table."""
    if "anyOf" in value:
        parts = [_value(v, known, kind) for v in value["anyOf"] if v.get("type") != "null"]
        return " or ".join([*parts, "null"])
    if "allOf" in value:
        return _value(value["allOf"][0], known, kind)
    if "$ref" in value:
        return _link(value["$ref"].rpartition("/")[2])
    if value.get("type") == "array":
        return f"list of {_value(value['items'], known, kind)}"
    if form := value.get("format"):
        return {"date": "day", "date-time": "moment", "email": "e-mail address"}[form]
    return kind(value, known)
