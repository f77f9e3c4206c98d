"""Receivers outside the systems: who must do the same, and who must be told (AVG artikel 19)."""

from nakomen.plan.model import Ask, Notice
from nakomen.policy import Policy
from nakomen.terms import Text


def notices(policy: Policy, what: Text) -> tuple[Notice, ...]:
    """Every receiver that the statement names must be told (AVG artikel 19)."""
    names = dict.fromkeys(
        str(p.recipient["name"]) for p in policy.promises if p.recipient.get("name")
    )
    return tuple(Notice(recipient=name, what=what) for name in names)


def asks(policy: Policy, what: Text) -> tuple[Ask, ...]:
    """Processors that must do the same in their own systems (AVG artikel 28 lid 3 onder e)."""
    why = Text("verwerker volgens de verklaring", "processor according to the statement")
    names = dict.fromkeys(
        str(p.recipient["name"])
        for p in policy.promises
        if p.recipient.get("name") and p.kind == "processor"
    )
    return tuple(Ask(to=name, what=what, why=why) for name in names)
