"""nakomen read: what a published statement says, with the exact words."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

import typer

from nakomen.cli.common import Exit, common
from nakomen.cli.findings import finding_json, tell_findings
from nakomen.cli.language import LANG, say
from nakomen.cli.sentence import sentence
from nakomen.cli.tell import emit, room, tell, tell_table

HELP = say(
    "Lees een verklaring: wie, hoe lang, welke rechten, welke ontvangers.",
    "Read a statement: who, how long, which rights, which recipients.",
)
EXAMPLE = say("nakomen read verklaring.txt", "nakomen read statement.txt")

_ROOMY = 60
"""In a narrower window a fact stands below its name."""


def command(
    file: Annotated[
        Path,
        typer.Argument(metavar=say("BESTAND", "FILE"), help=".txt .md .html .docx .pdf"),
    ],
    promises: Annotated[
        bool, typer.Option("--promises", help=say("alleen de beloften", "the promises alone"))
    ] = False,
    text: Annotated[
        bool,
        typer.Option(
            "--text",
            help=say(
                "de gelezen tekst zelf, waar citaten naar verwijzen",
                "the text that was read, to which quotes refer",
            ),
        ),
    ] = False,
) -> int:
    from nakomen import verbs

    reading = verbs.read(file)
    tell_findings(reading.findings, sys.stderr if text else None)
    found = {"findings": [finding_json(f) for f in reading.findings]}
    if reading.facts is None or reading.text is None:
        emit(found)
        return Exit.USAGE
    if text:
        emit({"text": reading.text} | found)
        _print_text(reading.text)
        return Exit.DONE
    document = reading.facts.as_json()
    emit(({"promises": document["promises"]} if promises else document) | found)
    if not promises:
        _tell_facts(document)
        for tension in reading.facts.tensions:
            tell(tension.message.in_(LANG), "yellow", "! ", "  ")
        tell()
    _tell_promises(document["promises"])
    return Exit.DONE


def _print_text(text: str) -> None:
    """Sign for sign, so that an offset in it is the offset of a quote."""
    if not common.as_json:
        sys.stdout.flush()
        sys.stdout.buffer.write(text.encode("utf-8"))
        sys.stdout.buffer.flush()


def _tell_facts(document: dict[str, Any]) -> None:
    silent = say("niet genoemd", "not stated")
    tell(document["controller"]["name"] or silent, "bold")
    rows = [(label, value or silent) for label, value in _facts(document)]
    wide = max(len(label) for label, _ in rows) + 4
    for label, value in rows:
        if room() >= _ROOMY:
            tell(value, None, f"  {label}".ljust(wide), " " * wide)
        else:
            tell(f"{label}:", "dim", "  ")
            tell(value, None, "    ")


def _facts(document: dict[str, Any]) -> Iterator[tuple[str, str | None]]:
    from nakomen.terms import Period, Right
    from nakomen.terms.labels import label

    controller, statement = document["controller"], document["statement"]
    address = (controller["address"], controller["postcode"], controller["city"])
    term = document["response_term"]
    yield say("titel", "title"), statement["title"]
    yield say("datum", "date"), statement["date"]
    yield say("KvK", "trade register"), controller["kvk"]
    yield say("adres", "address"), " ".join(part for part in address if part)
    yield say("e-mail", "e-mail"), ", ".join(controller["emails"])
    yield say("antwoord binnen", "answer within"), term and Period.parse(term).tell(LANG)
    yield (
        say("rechten", "rights"),
        ", ".join(label(Right(right["code"])).in_(LANG) for right in document["rights"]),
    )
    yield (
        say("ontvangers", "recipients"),
        ", ".join(dict.fromkeys(r["name"] for r in document["recipients"])),
    )


def _tell_promises(promises: list[dict[str, Any]]) -> None:
    headings = (say("wat de verklaring belooft", "what the statement promises"), "")
    tell_table(headings, [(sentence(p["quote"]), p["id"]) for p in promises])
