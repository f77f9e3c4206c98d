"""What the rules found, as findings with a place, a cure and the promise that they touch."""

from collections.abc import Iterable, Mapping, Sequence

from nakomen.checks.text.answer import Verdict
from nakomen.checks.text.run import Checked, Judged
from nakomen.policy import Promise
from nakomen.terms import Finding, Place, Severity

CODES: Mapping[str, str] = {
    "art5-1-e-period-not-below-statutory": "L001",
    "tw13-2a-no-data-retention-duty": "L003",
    "art13-2-a-statutory-period-cited": "L004",
    "art13-2-a-not-as-long-as-necessary": "L005",
    "art5-1-e-no-indefinite": "L006",
    "art12-3-one-month-stated": "L010",
    "art13-2-b-access": "L020",
    "art13-2-b-rectification": "L020",
    "art13-2-b-erasure": "L020",
    "art13-2-b-restriction": "L020",
    "art13-2-b-objection": "L020",
    "art13-2-b-portability": "L020",
    "art13-2-d-complaint-ap": "L020",
    "art13-2-c-withdraw-consent": "L021",
    "art13-2-f-adm-statement": "L021",
    "art12-1-no-placeholder": "C007",
}
"""Rules whose fact had a code before there was a catalogue; all others have their id as code."""

_WHOLE = frozenset({"L020", "L021"})
"""Codes that tell of the whole statement, not of one sentence."""
_HEAVIEST = (Severity.ERROR, Severity.WARNING, Severity.NOTE)


def as_findings(
    checked: Checked, file: str, text: str, promises: Sequence[Promise] = ()
) -> list[Finding]:
    """Each place where a rule is not met, in text order; what the text lacks stands first."""
    found = [_finding(judged, file, text, promises) for judged in checked.amiss]
    return sorted(found, key=lambda finding: finding.sort_key)


def severity(judged: Judged) -> Severity:
    """That of the rule; what is said vaguely weighs one step less than what is not said."""
    own = judged.rule.severity
    if judged.verdict is Verdict.VAGUE and own is Severity.ERROR:
        return Severity.WARNING
    return own


def _finding(judged: Judged, file: str, text: str, promises: Sequence[Promise]) -> Finding:
    start = judged.start
    return Finding(
        code=CODES.get(judged.rule.id, judged.rule.id),
        severity=severity(judged),
        place=Place(file, 1) if start is None else Place.at_offset(file, text, start),
        message=judged.rule.message,
        hint=judged.rule.cure,
        article=judged.rule.article,
        promise=None if start is None else _promise_at(start, start + len(judged.quote), promises),
        rule=judged.rule.id,
        verdict=judged.verdict.value,
        quote=judged.quote or None,
    )


def _promise_at(start: int, end: int, promises: Sequence[Promise]) -> str | None:
    """The first promise whose sentence shares words with this stretch."""
    for promise in promises:
        at, says = promise.at, promise.says
        if at is not None and says and at < end and start < at + len(says):
            return promise.id
    return None


def unified(policy: Iterable[Finding], text: Iterable[Finding]) -> list[Finding]:
    """
    One finding for one fact, where the policy and the text it was read from both have it.

    They are the same when code and promise are. The heavier stays; of two that weigh the same the
    one with the sentence.
    """
    said, own = list(text), []
    for finding in policy:
        same = [other for other in said if _key(other) == _key(finding)]
        if any(_weight(other) <= _weight(finding) for other in same):
            continue
        said = [other for other in said if other not in same]
        own.append(finding)
    return [*own, *said]


def _key(finding: Finding) -> tuple[str, str | None]:
    return (finding.code, None if finding.code in _WHOLE else finding.promise)


def _weight(finding: Finding) -> int:
    return _HEAVIEST.index(finding.severity)
