"""The rules of the catalogue that a text can decide: one module a topic, one function a rule."""

from nakomen.checks.text.answer import VERDICT_LABELS, Answer, Span, Verdict, verdict_word
from nakomen.checks.text.findings import as_findings
from nakomen.checks.text.run import Checked, Judged, check_text, judge
from nakomen.checks.text.tell import answer_told

__all__ = [
    "VERDICT_LABELS",
    "Answer",
    "Checked",
    "Judged",
    "Span",
    "Verdict",
    "answer_told",
    "as_findings",
    "check_text",
    "judge",
    "verdict_word",
]
