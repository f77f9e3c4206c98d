"""What a count found, as it is kept: the statement, and a verdict for each of its promises."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nakomen import Company, Verdict


def shown(company: Company, verdicts: Sequence[Verdict]) -> dict[str, Any]:
    """
    Returns:
        JSON: ``{"company", "statement", "verdicts": [{"promise", "ruling", "why": {"nl", "en"},
        "start", "end", …}]}``; start and end are places in the statement, None without a sentence.
    """
    return {
        "company": str(company.policy.controller.get("name") or ""),
        "statement": company.statement,
        "verdicts": [_verdict(company.statement, verdict) for verdict in verdicts],
    }


def _verdict(statement: str, verdict: Verdict) -> dict[str, Any]:
    start = _place(statement, verdict)
    return {
        "promise": verdict.promise.id,
        "control": verdict.promise.control,
        "ruling": verdict.ruling.value,
        "why": verdict.why.both,
        "mends": verdict.promise.retention is not None,
        "count": verdict.count,
        "oldest": verdict.oldest.isoformat() if verdict.oldest else None,
        "since": verdict.since.isoformat() if verdict.since else None,
        "evidence": verdict.evidence,
        "start": start,
        "end": None if start is None else start + len(verdict.promise.says or ""),
    }


def _place(statement: str, verdict: Verdict) -> int | None:
    """Where its sentence begins; only where it still stands there."""
    says = verdict.promise.says
    if not says:
        return None
    at = verdict.promise.at
    if at is not None and statement.startswith(says, at):
        return at
    found = statement.find(says)
    return found if found >= 0 else None
