"""The rules of the catalogue that a text can decide: one module a topic, one function a rule."""

from nakomen.checks.text.answer import VERDICT_LABELS, Answer, Span, Verdict
from nakomen.checks.text.run import Checked, Judged, check_text, judge

__all__ = [
    "VERDICT_LABELS",
    "Answer",
    "Checked",
    "Judged",
    "Span",
    "Verdict",
    "check_text",
    "judge",
]
