"""
nakomen: a company keeps its privacy statement.

The public face: the verbs, and the types they speak. Names are brought in when first used, so that
importing this package costs next to nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from nakomen import verbs
    from nakomen.checks.render import render
    from nakomen.checks.sarif import sarif
    from nakomen.errors import NakomenError
    from nakomen.plan import Plan, Request, Step, plan_told
    from nakomen.reading import Facts
    from nakomen.run.company import Company
    from nakomen.run.outcomes import BatchDone, PlanDone, StepOutcome
    from nakomen.run.overdue import Overdue
    from nakomen.run.planning import Planned
    from nakomen.run.verdict import Verdict
    from nakomen.terms import Finding, Lang, Place, Text

_FROM = {
    "BatchDone": "run.outcomes",
    "Company": "run.company",
    "Facts": "reading",
    "Finding": "terms",
    "Lang": "terms",
    "NakomenError": "errors",
    "Overdue": "run.overdue",
    "Place": "terms",
    "Plan": "plan",
    "PlanDone": "run.outcomes",
    "Planned": "run.planning",
    "Request": "plan",
    "Step": "plan",
    "StepOutcome": "run.outcomes",
    "Text": "terms",
    "Verdict": "run.verdict",
    "plan_told": "plan",
    "render": "checks.render",
    "sarif": "checks.sarif",
}
__all__ = [
    "BatchDone",
    "Company",
    "Facts",
    "Finding",
    "Lang",
    "NakomenError",
    "Overdue",
    "Place",
    "Plan",
    "PlanDone",
    "Planned",
    "Request",
    "Step",
    "StepOutcome",
    "Text",
    "Verdict",
    "plan_told",
    "render",
    "sarif",
    "verbs",
]


def __getattr__(name: str) -> Any:
    if name == "verbs":
        return import_module("nakomen.verbs")
    if name in _FROM:
        return getattr(import_module(f"nakomen.{_FROM[name]}"), name)
    raise AttributeError(f"module 'nakomen' has no attribute {name!r}")
