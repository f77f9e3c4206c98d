"""Receivers outside the systems: who must do the same, and who must be told (AVG artikel 19)."""

from collections.abc import Mapping

from nakomen.plan.model import Ask, Notice, Request
from nakomen.plan.requests.holding import Holding
from nakomen.policy import Policy
from nakomen.terms import Text

WHAT: Mapping[Request, Text] = {
    Request.ERASE: Text("wis de gegevens van deze persoon", "erase the data of this person"),
    Request.RECTIFY: Text(
        "verbeter de gegevens van deze persoon", "correct the data of this person"
    ),
    Request.RESTRICT: Text(
        "gebruik de gegevens van deze persoon niet tot u meer hoort; bewaar ze",
        "do not use the data of this person until you hear more; keep it",
    ),
    Request.UNRESTRICT: Text(
        "de beperking voor deze persoon is opgeheven",
        "the restriction for this person was lifted",
    ),
    Request.OFFBOARD: Text(
        "deze persoon vertrekt: wis de gegevens uiterlijk op de dag die beloofd is",
        "this person leaves: erase the data at the latest on the promised day",
    ),
    Request.OBJECT: Text(
        "stop het gebruik waartegen deze persoon bezwaar maakt",
        "stop the use that this person objects to",
    ),
    Request.WITHDRAW: Text(
        "stop het gebruik waarvoor deze persoon haar toestemming introk",
        "stop the use for which this person withdrew her consent",
    ),
}
"""What receivers must do too, by what was asked."""


EVERYWHERE = Holding()
_UNDER = Text("werkt voor {name}; vraag het via hen", "works for {name}; ask through them")


def confirmations(request: Request, subject: tuple[str, ...]) -> tuple[Ask, ...]:
    """
    She hears what was done, at the address that was known already: whoever steals an account by
    changing its address is found out.
    """
    if request is not Request.RECTIFY or not subject:
        return ()
    return (Ask(to=subject[0], what=_CONFIRM, why=_OLD_ADDRESS),)


_CONFIRM = Text("bevestig wat er is verbeterd", "confirm what was corrected")
_OLD_ADDRESS = Text(
    "aan het adres dat al bekend was, ook als juist dat adres is veranderd",
    "to the address that was known already, also when that very address changed",
)


def notices(policy: Policy, request: Request, holding: Holding = EVERYWHERE) -> tuple[Notice, ...]:
    """Receivers that the statement names must be told (AVG artikel 19); processors are asked."""
    what = WHAT.get(request)
    asked = {ask.to for ask in asks(policy, request, holding)}
    names = dict.fromkeys(
        str(p.recipient["name"])
        for p in policy.promises
        if p.recipient.get("name") and holding.has(p)
    )
    return tuple(Notice(recipient=name, what=what) for name in names if what and name not in asked)


def asks(policy: Policy, request: Request, holding: Holding = EVERYWHERE) -> tuple[Ask, ...]:
    """Processors that must do the same in their own systems (AVG artikel 28 lid 3 onder e)."""
    what = WHAT.get(request)
    if what is None:
        return ()
    why = Text("verwerker volgens de verklaring", "processor according to the statement")
    names = dict.fromkeys(
        str(p.recipient["name"])
        for p in policy.promises
        if p.recipient.get("name") and p.kind == "processor" and holding.has(p)
    )
    under = [
        Ask(to=sub, what=what, why=_UNDER.fill(name=name))
        for name in names
        for sub in holding.under(name)
    ]
    return (*(Ask(to=name, what=what, why=why) for name in names), *under)
