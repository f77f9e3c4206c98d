"""
What a person may ask, one file a right.

The table below is all there is: a request → the steps it comes down to.
"""

from collections.abc import Callable, Mapping

from nakomen.plan.model import Request, Step
from nakomen.plan.requests.access import access_steps
from nakomen.plan.requests.case import Case, Person
from nakomen.plan.requests.erase import erase_steps
from nakomen.plan.requests.offboard import offboard_steps
from nakomen.plan.requests.port import port_steps
from nakomen.plan.requests.receivers import asks, confirmations, notices
from nakomen.plan.requests.rectify import rectify_steps
from nakomen.plan.requests.restrict import restrict_steps
from nakomen.plan.requests.stop import object_steps, withdraw_steps
from nakomen.plan.requests.unseen import and_unseen

_STEPS: Mapping[Request, Callable[[Case], list[Step]]] = {
    Request.ACCESS: access_steps,
    Request.RECTIFY: rectify_steps,
    Request.OFFBOARD: offboard_steps,
    Request.PORT: port_steps,
    Request.OBJECT: object_steps,
    Request.WITHDRAW: withdraw_steps,
    Request.ERASE: erase_steps,
    Request.RESTRICT: restrict_steps,
}
STEPS: Mapping[Request, Callable[[Case], list[Step]]] = {
    request: and_unseen(steps) for request, steps in _STEPS.items()
}
"""Each with an ask for what nobody can read, for it may be hers."""

__all__ = [
    "STEPS",
    "Case",
    "Person",
    "access_steps",
    "asks",
    "confirmations",
    "erase_steps",
    "notices",
]
