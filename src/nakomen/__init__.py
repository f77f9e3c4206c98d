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
    from nakomen.checks.text import Checked, verdict_word
    from nakomen.errors import NakomenError
    from nakomen.gates import (
        Activity,
        Allowed,
        Combined,
        Consent,
        Decision,
        Export,
        GateFacts,
        Intent,
        Message,
        Minor,
        Reach,
        Sending,
        Special,
        Storing,
        Trait,
        Use,
    )
    from nakomen.ledger import Parcel
    from nakomen.ledger.keyfile import load_or_make
    from nakomen.papers.document import Document
    from nakomen.papers.own_part import OwnPart
    from nakomen.plan import ASKED_BY, Archive, Plan, Request, Step, plan_told
    from nakomen.plan.requests.ground import Ground
    from nakomen.policy.handling import Elsewhere, Handling
    from nakomen.policy.versions import Change, Lack, Version
    from nakomen.reading import Facts
    from nakomen.reading.letter import Recognised
    from nakomen.records.destruction import Remain
    from nakomen.run.checking import Checkup
    from nakomen.run.choosable import Choosable
    from nakomen.run.company import Company
    from nakomen.run.drill import Drill, Drilled, LastDrill
    from nakomen.run.fields import Field
    from nakomen.run.followed import Followed, Made
    from nakomen.run.forecast import Falling, Forecast
    from nakomen.run.frozen import Restriction
    from nakomen.run.handled import Address, End, Handled
    from nakomen.run.held import LegalHold
    from nakomen.run.keeping import ReplayWaits
    from nakomen.run.mending import Consequences, Mending
    from nakomen.run.mine import Kind, Known, Mine
    from nakomen.run.outcomes import BatchDone, PlanDone, StepOutcome
    from nakomen.run.outside import Outside
    from nakomen.run.overdue import Overdue
    from nakomen.run.planning import Planned
    from nakomen.run.review import Choice, Item
    from nakomen.run.supporting import FormerCustomer, Looking, Seen
    from nakomen.run.term import Term
    from nakomen.run.untold import Untold
    from nakomen.run.using import Wanted
    from nakomen.run.verdict import Verdict
    from nakomen.terms import Finding, Lang, Place, Text

_FROM = {
    "ASKED_BY": "plan",
    "Activity": "gates",
    "Address": "run.handled",
    "Allowed": "gates",
    "Archive": "plan",
    "BatchDone": "run.outcomes",
    "Change": "policy.versions",
    "Checked": "checks.text",
    "Checkup": "run.checking",
    "Choice": "run.review",
    "Choosable": "run.choosable",
    "Combined": "gates",
    "Company": "run.company",
    "Consent": "gates",
    "Consequences": "run.mending",
    "Decision": "gates",
    "Document": "papers.document",
    "Drill": "run.drill",
    "Drilled": "run.drill",
    "Elsewhere": "policy.handling",
    "End": "run.handled",
    "Export": "gates",
    "Facts": "reading",
    "Falling": "run.forecast",
    "Field": "run.fields",
    "Finding": "terms",
    "Followed": "run.followed",
    "Forecast": "run.forecast",
    "FormerCustomer": "run.supporting",
    "GateFacts": "gates",
    "Ground": "plan.requests.ground",
    "Handled": "run.handled",
    "Handling": "policy.handling",
    "Intent": "gates",
    "Item": "run.review",
    "Kind": "run.mine",
    "Known": "run.mine",
    "Lack": "policy.versions",
    "Lang": "terms",
    "LastDrill": "run.drill",
    "LegalHold": "run.held",
    "Looking": "run.supporting",
    "Made": "run.followed",
    "Mending": "run.mending",
    "Message": "gates",
    "Mine": "run.mine",
    "Minor": "gates",
    "NakomenError": "errors",
    "Outside": "run.outside",
    "Overdue": "run.overdue",
    "OwnPart": "papers.own_part",
    "Parcel": "ledger",
    "Place": "terms",
    "Plan": "plan",
    "PlanDone": "run.outcomes",
    "Planned": "run.planning",
    "Reach": "gates",
    "Recognised": "reading.letter",
    "Remain": "records.destruction",
    "ReplayWaits": "run.keeping",
    "Request": "plan",
    "Restriction": "run.frozen",
    "Seen": "run.supporting",
    "Sending": "gates",
    "Special": "gates",
    "Step": "plan",
    "StepOutcome": "run.outcomes",
    "Storing": "gates",
    "Term": "run.term",
    "Text": "terms",
    "Trait": "gates",
    "Untold": "run.untold",
    "Use": "gates",
    "Verdict": "run.verdict",
    "Version": "policy.versions",
    "Wanted": "run.using",
    "load_or_make": "ledger.keyfile",
    "plan_told": "plan",
    "render": "checks.render",
    "sarif": "checks.sarif",
    "verdict_word": "checks.text",
}
__all__ = [
    "ASKED_BY",
    "Activity",
    "Address",
    "Allowed",
    "Archive",
    "BatchDone",
    "Change",
    "Checked",
    "Checkup",
    "Choice",
    "Choosable",
    "Combined",
    "Company",
    "Consent",
    "Consequences",
    "Decision",
    "Document",
    "Drill",
    "Drilled",
    "Elsewhere",
    "End",
    "Export",
    "Facts",
    "Falling",
    "Field",
    "Finding",
    "Followed",
    "Forecast",
    "FormerCustomer",
    "GateFacts",
    "Ground",
    "Handled",
    "Handling",
    "Intent",
    "Item",
    "Kind",
    "Known",
    "Lack",
    "Lang",
    "LastDrill",
    "LegalHold",
    "Looking",
    "Made",
    "Mending",
    "Message",
    "Mine",
    "Minor",
    "NakomenError",
    "Outside",
    "Overdue",
    "OwnPart",
    "Parcel",
    "Place",
    "Plan",
    "PlanDone",
    "Planned",
    "Reach",
    "Recognised",
    "Remain",
    "ReplayWaits",
    "Request",
    "Restriction",
    "Seen",
    "Sending",
    "Special",
    "Step",
    "StepOutcome",
    "Storing",
    "Term",
    "Text",
    "Trait",
    "Untold",
    "Use",
    "Verdict",
    "Version",
    "Wanted",
    "load_or_make",
    "plan_told",
    "render",
    "sarif",
    "verbs",
    "verdict_word",
]


def __getattr__(name: str) -> Any:
    if name == "verbs":
        return import_module("nakomen.verbs")
    if name in _FROM:
        return getattr(import_module(f"nakomen.{_FROM[name]}"), name)
    raise AttributeError(f"module 'nakomen' has no attribute {name!r}")
