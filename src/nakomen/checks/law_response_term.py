"""The term for an answer against AVG artikel 12 lid 3."""

from nakomen.checks.law_codes import about_law
from nakomen.law.eu import avg_12_3_response
from nakomen.policy import Policy, Promise
from nakomen.terms import Finding, Lang, Period, Text

RESPONSE_CONTROLS = frozenset({"rights-deadline", "rights-request-desk"})


def check_response_term(policy: Policy) -> list[Finding]:
    """Promised terms for an answer that always end after the legal month; 30 days do not."""
    return [
        _too_long(policy, promise, promise.within)
        for promise in policy.promises
        if promise.within and _answers(promise) and avg_12_3_response.always_later(promise.within)
    ]


def _answers(promise: Promise) -> bool:
    return promise.control in RESPONSE_CONTROLS or bool(promise.rights)


def _too_long(policy: Policy, promise: Promise, within: Period) -> Finding:
    return about_law(
        "L010",
        policy,
        promise=promise,
        norm=avg_12_3_response.RULE,
        message=Text(
            f"een antwoord binnen {within.tell(Lang.NL)} is later dan de wet toestaat: een maand",
            f"an answer within {within.tell(Lang.EN)} is later than the law allows: one month",
        ),
        hint=Text(
            "schrijf 'binnen een maand'; verlengen met twee maanden kan alleen als u dat binnen "
            "die maand met reden laat weten",
            "write 'within one month'; two more months are possible only when you say so with "
            "reasons within that month",
        ),
    )
