"""Writes docs/reference and docs/schema from the program itself. See `just docs`."""

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

from scripts.api_page import document, operations, shapes
from scripts.ask import Ask, ask
from scripts.json_page import ERROR, documents, drawn, shape, together
from typer.main import get_command

from nakomen import law
from nakomen.checks import explain_code, known_codes
from nakomen.cli.app import app
from nakomen.cli.common import Exit
from nakomen.law.catalogue import Topic, explain_catalogue_rule, of_topic
from nakomen.law.clocks.table import CLOCKS, explain_clock
from nakomen.law.retention import ROWS as TERMS
from nakomen.law.retention.explain import explain_row as explain_term
from nakomen.law.tables.catalogue import TABLES, explain_rows
from nakomen.policy.schema import schema_texts, schemas

DOCS = Path(__file__).parents[1] / "docs"
MADE = "<!-- Made by scripts/reference.py; change the program, then run `just docs`. -->"


def cli(ask: Ask) -> str:
    """Every command with its --help, in English."""
    parts = [
        "# Commands",
        MADE,
        "Names, exit codes and JSON keys are kept; text for people may change. Every command takes,"
        " "
        "before or after its name: `-C DIR` the company's folder, `--json` one JSON document on "
        "standard output, `--today YYYY-MM-DD` another day than today, `--lang nl|en`.",
        "\n".join(_exit_codes()),
    ]
    for words in _commands():
        parts += [f"## {' '.join(words)}", f"```text\n{_help(ask, words)}\n```"]
    return "\n\n".join(parts) + "\n"


def findings(_: Ask) -> str:
    """Every code that a check can give."""
    parts = ["# Findings", MADE, "`nakomen explain CODE` tells the same in Dutch and English."]
    for code in known_codes():
        parts += [f"## {code}", _indented(explain_code(code).en)]
    return "\n\n".join(parts) + "\n"


def norms(_: Ask) -> str:
    """Every norm that is weighed."""
    intro = "What the planner and the checks weigh. A norm that is not listed is not weighed."
    parts = ["# Norms", MADE, intro]
    for norm in law.RULES:
        parts += [f"## {norm.id}", _indented(law.explain(norm.id).en)]
    return "\n\n".join(parts) + "\n"


def rules(_: Ask) -> str:
    """Every rule of the law catalogue, topic by topic."""
    intro = (
        "What `nakomen check` holds a statement against. Each entry: the article, what is amiss "
        "when the rule is not met, the cure, the source and how sure that is. A rule that no text "
        "can decide says so, and is listed under `unseen`, never as met. `nakomen explain RULE` "
        "adds what it found in your own statement."
    )
    parts = ["# Rules", MADE, intro]
    for topic in Topic:
        parts += [f"## {topic.value.replace('_', ' ')}"]
        for rule in of_topic(topic):
            parts += [f"### {rule.id}", _indented(explain_catalogue_rule(rule).en)]
    return "\n\n".join(parts) + "\n"


def terms(_: Ask) -> str:
    """Every row of the retention catalogue."""
    intro = (
        "How long records of each sort may or must stay, and what says so: statute, guideline, or "
        "a proposal of ours where neither names a number. `nakomen explain ID` tells it in Dutch."
    )
    parts = ["# Terms of retention", MADE, intro]
    for row in TERMS:
        parts += [f"## {row.id}", _indented(explain_term(row).en)]
    return "\n\n".join(parts) + "\n"


def clocks(_: Ask) -> str:
    """Every clock that runs for a controller or processor."""
    intro = (
        "What starts each clock, how long it runs and what changes it. Why a deadline has three "
        "days: [the safe day](../decisions/0013-the-safe-day.md)."
    )
    parts = ["# Clocks", MADE, intro]
    for clock in CLOCKS:
        parts += [f"## {clock.id}", _indented(explain_clock(clock).en)]
    return "\n\n".join(parts) + "\n"


def tables(_: Ask) -> str:
    """Every row of the decision tables."""
    intro = (
        "What follows from a request or a breach, row by row. Within a table the first row that "
        "holds decides, except where it says that every one counts."
    )
    parts = ["# Decision tables", MADE, intro]
    for name, rows in TABLES.items():
        parts += [f"## {name}"]
        for id in dict.fromkeys(row.id for row in rows):
            parts += [f"### {id}", _indented(explain_rows(id).en)]
    return "\n\n".join(parts) + "\n"


def files(_: Ask) -> str:
    """Every name in policy.yaml, systems/NAME.yaml and nakomen.yaml."""
    parts = [
        "# The files",
        MADE,
        "An editor that knows YAML schemas shows the same while you type: each file that nakomen "
        "writes begins with a line that points to its schema. They also stand in "
        "[docs/schema](../schema/policy.schema.json). In **bold** what must be there.",
    ]
    for schema in schemas().values():
        parts += [f"## {schema['title']}", schema["description"], _table(schema, schema["$defs"])]
        for name, form in schema["$defs"].items():
            if "properties" in form and name not in ("ConfirmedForm",):
                parts += [f"### {_title(name)}", form["description"], _table(form, schema["$defs"])]
    kinds = {n: f for s in schemas().values() for n, f in s["$defs"].items() if "enum" in f}
    parts += ["## Words", *(_words(name, form) for name, form in sorted(kinds.items()))]
    return "\n\n".join(parts) + "\n"


def documents_page(ask: Ask) -> str:
    """Every JSON document, as it came from a run."""
    parts = ["# JSON documents", MADE, SHAPES]
    for command, told, found in documents(ask):
        parts += [f"## {command}", *([told] if told else [])]
        parts += [_fenced(drawn(together([shape(document) for document in found])))]
    error = {"error": {"type": "text", "message": "text", "retry": "true | false"}}
    return "\n\n".join([*parts, "## Errors", ERROR, _fenced(drawn(error))]) + "\n"


def programs(found: dict[str, Any]) -> str:
    """Every address for programs, from the OpenAPI document that the desk serves."""
    intro = (
        f"{found['info']['description']} Each address stands behind "
        f"`{found['servers'][0]['url']}`; [how to connect a program](../how-to/programs.md) tells "
        "how a key is made. A program reads the same in `/api/v1/openapi.json`, OpenAPI "
        f"{found['openapi']}. In **bold** what must be there."
    )
    made = (*operations(found), "## Shapes", *shapes(found, _kind))
    return "\n\n".join(["# Addresses for programs", MADE, intro, *made]) + "\n"


API = "reference/api.md"
PAGES: Mapping[str, Callable[[Ask], str]] = {
    "cli.md": cli,
    "files.md": files,
    "json.md": documents_page,
    "findings.md": findings,
    "law.md": norms,
    "rules.md": rules,
    "retention.md": terms,
    "clocks.md": clocks,
    "tables.md": tables,
}
SHAPES = (
    "What `--json` gives, as names and kinds of values, each from a run on the example provider. "
    "`null` or an empty list alone: the example was silent."
)
MEANS = {
    Exit.DONE: "done; all kept; nothing to do",
    Exit.INTERNAL: "internal error",
    Exit.USAGE: "wrong usage or unreadable input",
    Exit.BROKEN: "a promise is broken or contradicted; a check has errors",
    Exit.PERSON: "a person must decide first",
    Exit.LATE: "a legal deadline has passed",
    Exit.TAMPERED: "evidence does not verify",
    Exit.UNREACHABLE: "a system cannot be reached",
}


def pages(ask: Ask) -> dict[str, str]:
    """Place under docs/ → what belongs there."""
    made = {f"reference/{name}": page(ask) for name, page in PAGES.items()}
    return made | {f"schema/{name}": text for name, text in schema_texts().items()}


def _exit_codes() -> Iterator[str]:
    yield "| exit code | means |\n|---|---|"
    for code, meaning in MEANS.items():
        yield f"| {int(code)} | {meaning} |"


def _table(form: dict[str, Any], kinds: dict[str, Any]) -> str:
    rows = ["| name | value | what |", "|---|---|---|"]
    for name, value in form["properties"].items():
        shown = f"**{name}**" if name in form.get("required", ()) else name
        told = value.get("description", "").rpartition("\n\n")[2]
        rows.append(f"| {shown} | {_kind(value, kinds)} | {told} |")
    return "\n".join(rows)


def _kind(value: dict[str, Any], kinds: dict[str, Any]) -> str:
    if "anyOf" in value:
        return " or ".join(_kind(v, kinds) for v in value["anyOf"] if v.get("type") != "null")
    if "$ref" in value:
        name = value["$ref"].rpartition("/")[2]
        return f"[{_title(name)}](#{_title(name).replace(' ', '-')})" if name in kinds else name
    if "prefixItems" in value:
        return "list of " + ", ".join(_kind(v, kinds) for v in value["prefixItems"])
    if value.get("type") == "array":
        return f"list of {_kind(value['items'], kinds)}"
    if value.get("type") == "object":
        inside = value.get("additionalProperties") or {}
        return f"name → {_kind(inside, kinds)}" if inside else "names"
    if "enum" in value:
        return ", ".join(f"`{word}`" for word in value["enum"])
    if "const" in value:
        return f"`{value['const']}`"
    examples = ", ".join(f"`{word}`" for word in value.get("examples", ()))
    plain = {"integer": "number", "boolean": "true or false", "string": "text"}
    return examples or plain.get(str(value.get("type")), "text")


def _title(name: str) -> str:
    """`RetentionForm` → `retention`, `RecordKind` → `record kind`."""
    words = "".join(f" {c.lower()}" if c.isupper() else c for c in name.removesuffix("Form"))
    return words.strip()


def _words(name: str, form: dict[str, Any]) -> str:
    return f"### {_title(name)}\n\n" + ", ".join(f"`{word}`" for word in form["enum"])


def _fenced(text: str) -> str:
    return f"```text\n{text}\n```"


def _commands() -> Iterator[tuple[str, ...]]:
    yield ("nakomen",)
    yield from _below(("nakomen",), get_command(app))


def _below(words: tuple[str, ...], command: object) -> Iterator[tuple[str, ...]]:
    for name, child in getattr(command, "commands", {}).items():
        yield (*words, name)
        yield from _below((*words, name), child)


def _help(ask: Ask, words: tuple[str, ...]) -> str:
    text = ask(*words[1:], "--help", columns=90)
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _indented(text: str) -> str:
    """Lines stay lines: two spaces at the end are Markdown's line break."""
    return "  \n".join(text.splitlines())


if __name__ == "__main__":
    for place, page in {**pages(ask), API: programs(document(ask))}.items():
        (DOCS / place).parent.mkdir(parents=True, exist_ok=True)
        (DOCS / place).write_text(page, "utf-8")
