"""Findings for people and for scripts."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from nakomen.cli.common import Exit, tell
from nakomen.cli.language import LANG, say

if TYPE_CHECKING:
    from nakomen.terms import Finding

_STYLES = {"error": "red", "warning": "yellow", "note": None}


def tell_findings(findings: "Sequence[Finding]") -> None:
    """Every finding with its place, its line and its cure."""
    from nakomen import render

    for finding in findings:
        tell(render(finding, LANG), style=_STYLES[finding.severity])
        tell()


def finding_json(finding: "Finding") -> dict[str, Any]:
    place = finding.place
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "place": {"file": place.file, "line": place.line, "column": place.column},
        "message": finding.message.in_(LANG),
        "hint": finding.hint.in_(LANG),
        "article": finding.article,
        "promise": finding.promise,
    }


def exit_for(findings: "Sequence[Finding]") -> int:
    return Exit.BROKEN if any(f.severity == "error" for f in findings) else Exit.DONE


def tell_total(findings: "Sequence[Finding]") -> None:
    """The last line: how many of each."""
    counts = {s: sum(f.severity == s for f in findings) for s in _STYLES}
    words = {"error": say("fouten", "errors"), "warning": say("waarschuwingen", "warnings"),
             "note": say("opmerkingen", "notes")}  # fmt: skip
    told = " · ".join(f"{n} {words[s]}" for s, n in counts.items() if n)
    tell(told or say("Geen bevindingen.", "No findings."))
