"""Findings as SARIF 2.1.0, which code review tools show beside the line."""

from collections.abc import Sequence
from typing import Any

from nakomen.checks.codes import CODES
from nakomen.checks.law_codes import LAW_CODES
from nakomen.law.catalogue import catalogue
from nakomen.terms import Finding, Lang

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def sarif(findings: Sequence[Finding], lang: Lang) -> dict[str, Any]:
    """One run with the codes that occur and a result for each finding, in the order given."""
    codes = list(dict.fromkeys(finding.code for finding in findings))
    driver = {"name": "nakomen", "rules": [_rule(code, lang) for code in codes]}
    results = [_result(finding, codes.index(finding.code), lang) for finding in findings]
    return {
        "$schema": _SCHEMA,
        "version": "2.1.0",
        "runs": [
            {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "results": results}
        ],
    }


def _rule(code: str, lang: Lang) -> dict[str, Any]:
    row = CODES.get(code) or LAW_CODES.get(code)
    told = row.title if row else catalogue()[code].message if code in catalogue() else None
    return {"id": code} | ({"shortDescription": {"text": told.in_(lang)}} if told else {})


def _result(finding: Finding, rule: int, lang: Lang) -> dict[str, Any]:
    place = finding.place
    region = {"startLine": place.line, "startColumn": place.column}
    location = {"artifactLocation": {"uri": place.file}, "region": region}
    return {
        "ruleId": finding.code,
        "ruleIndex": rule,
        "level": finding.severity.value,
        "message": {"text": f"{finding.message.in_(lang)}. {finding.hint.in_(lang)}."},
        "locations": [{"physicalLocation": location}],
    }
