"""Receivers outside the systems: who must do the same, and who must be told (AVG artikel 19)."""

from collections.abc import Mapping

from nakomen.plan.model import Ask, Notice, Request
from nakomen.policy import Policy
from nakomen.terms import Text

WHAT: Mapping[Request, Text] = {
    Request.ERASE: Text("wis de gegevens van deze persoon", "erase the data of this person"),
    Request.RECTIFY: Text(
        "verbeter de gegevens van deze persoon", "correct the data of this person"
    ),
}
"""What receivers must do too, by what was asked."""


def notices(policy: Policy, request: Request) -> tuple[Notice, ...]:
    """Every receiver that the statement names must be told (AVG artikel 19)."""
    what = WHAT.get(request)
    names = dict.fromkeys(
        str(p.recipient["name"]) for p in policy.promises if p.recipient.get("name")
    )
    return tuple(Notice(recipient=name, what=what) for name in names if what)


def asks(policy: Policy, request: Request) -> tuple[Ask, ...]:
    """Processors that must do the same in their own systems (AVG artikel 28 lid 3 onder e)."""
    what = WHAT.get(request)
    why = Text("verwerker volgens de verklaring", "processor according to the statement")
    names = dict.fromkeys(
        str(p.recipient["name"])
        for p in policy.promises
        if p.recipient.get("name") and p.kind == "processor"
    )
    return tuple(Ask(to=name, what=what, why=why) for name in names if what)
