"""Findings for people and for scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, TextIO

from nakomen.cli.common import Exit
from nakomen.cli.language import LANG, say
from nakomen.cli.tell import counted, here, tell, tell_lines
from nakomen.cli.window import width

if TYPE_CHECKING:
    from nakomen.terms import Finding

_STYLES = {"error": "red", "warning": "yellow", "note": None}
_WORDS = {
    "error": (("fout", "fouten"), ("error", "errors")),
    "warning": (("waarschuwing", "waarschuwingen"), ("warning", "warnings")),
    "note": (("opmerking", "opmerkingen"), ("note", "notes")),
}


def tell_findings(findings: "Sequence[Finding]", to: TextIO | None = None) -> None:
    """Every finding with its place, its line and its cure."""
    from nakomen import render

    stream = to or here()
    for finding in findings:
        first, *more = render(finding, LANG, width(stream)).splitlines()
        tell_lines([first], _STYLES[finding.severity], stream)
        tell_lines([*more, ""], None, stream)


def finding_json(finding: "Finding") -> dict[str, Any]:
    place = finding.place
    law = {"rule": finding.rule, "verdict": finding.verdict, "quote": finding.quote}
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "place": {"file": place.file, "line": place.line, "column": place.column},
        "message": finding.message.in_(LANG),
        "hint": finding.hint.in_(LANG),
        "article": finding.article,
        "promise": finding.promise,
        **law,
    }


def exit_for(findings: "Sequence[Finding]") -> int:
    return Exit.BROKEN if any(f.severity == "error" for f in findings) else Exit.DONE


def tell_total(findings: "Sequence[Finding]") -> None:
    """The last line: how many of each."""
    counts = {s: sum(f.severity == s for f in findings) for s in _WORDS}
    told = " · ".join(counted(n, *_WORDS[s]) for s, n in counts.items() if n)
    tell(told or say("Geen bevindingen.", "No findings."))
