"""What will happen and why: promises and law weighed into steps. Pure."""

from nakomen.plan.anonymise import LEVELS, coarser
from nakomen.plan.answer import no_step, yes_steps
from nakomen.plan.in_place import IN_PLACE, changing, still
from nakomen.plan.model import (
    ASKED_BY,
    Archive,
    Aside,
    Ask,
    Because,
    Notice,
    Persons,
    Plan,
    Request,
    Step,
    numbered,
)
from nakomen.plan.purposeless import purposeless_steps
from nakomen.plan.requests import (
    STEPS,
    Case,
    Person,
    access_steps,
    asks,
    confirmations,
    erase_steps,
    notices,
)
from nakomen.plan.retention import (
    archived_steps,
    decided_steps,
    has_ceiling,
    promise_steps,
    retention_steps,
    rules_for,
    term,
)
from nakomen.plan.to_json import digest, plan_from, plan_json, plan_told
from nakomen.plan.weigh import Claim, Hold, holds, same_kind_parent
from nakomen.plan.whose import IDENTITIES, Whose, link_kind, parents_first, role_of, whose

__all__ = [
    "ASKED_BY",
    "IDENTITIES",
    "IN_PLACE",
    "LEVELS",
    "STEPS",
    "Archive",
    "Aside",
    "Ask",
    "Because",
    "Case",
    "Claim",
    "Hold",
    "Notice",
    "Person",
    "Persons",
    "Plan",
    "Request",
    "Step",
    "Whose",
    "access_steps",
    "archived_steps",
    "asks",
    "changing",
    "coarser",
    "confirmations",
    "decided_steps",
    "digest",
    "erase_steps",
    "has_ceiling",
    "holds",
    "link_kind",
    "no_step",
    "notices",
    "numbered",
    "parents_first",
    "plan_from",
    "plan_json",
    "plan_told",
    "promise_steps",
    "purposeless_steps",
    "retention_steps",
    "role_of",
    "rules_for",
    "same_kind_parent",
    "still",
    "term",
    "whose",
    "yes_steps",
]
