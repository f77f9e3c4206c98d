"""Rights that a statement must name: AVG artikel 13 lid 2, and 14 lid 2."""

from collections.abc import Iterable, Mapping

from nakomen.checks.law_codes import about_law
from nakomen.policy import Policy, Promise
from nakomen.policy.kind import PromiseKind
from nakomen.terms import Finding, Lang, Right, Text
from nakomen.terms.labels import label

ALWAYS: Mapping[Right, str] = {
    Right.ACCESS: "15",
    Right.RECTIFICATION: "16",
    Right.ERASURE: "17",
    Right.RESTRICTION: "18",
    Right.PORTABILITY: "20",
    Right.OBJECTION: "21",
    Right.COMPLAINT: "77",
}
"""Lid 2 onder b and d: to be named whatever the company does."""
WHEN_IT_APPLIES: Mapping[Right, str] = {
    Right.WITHDRAW_CONSENT: "7",
    Right.NO_AUTOMATED_DECISION: "22",
}
"""Lid 2 onder c and f: to be named when consent is a basis, or a computer decides alone."""

SAID_AS = {
    PromiseKind.COMPLAINT: Right.COMPLAINT,
    PromiseKind.WITHDRAWAL: Right.WITHDRAW_CONSENT,
}
"""Kinds of promise that name a right by themselves."""


def check_rights(policy: Policy) -> list[Finding]:
    """One finding that lists every right that is missing, and one for those that may apply."""
    named = {right for promise in policy.promises for right in promise.rights}
    named |= {
        right for kind, right in SAID_AS.items() if any(p.kind == kind for p in policy.promises)
    }
    missing = [right for right in ALWAYS if right not in named]
    perhaps = [right for right in WHEN_IT_APPLIES if right not in named]
    found = [_missing(policy, missing)] if missing else []
    return found + ([_perhaps(policy, perhaps)] if perhaps else [])


def _missing(policy: Policy, rights: list[Right]) -> Finding:
    return about_law(
        "L020",
        policy,
        promise=_first_with_rights(policy),
        message=Text(
            f"deze rechten ontbreken: {_listed(rights, ALWAYS, Lang.NL)}",
            f"these rights are missing: {_listed(rights, ALWAYS, Lang.EN)}",
        ),
        hint=Text(
            "noem elk recht, en dat iemand een klacht kan indienen bij de Autoriteit "
            "Persoonsgegevens",
            "name each right, and that a person can complain to the Autoriteit Persoonsgegevens",
        ),
    )


def _perhaps(policy: Policy, rights: list[Right]) -> Finding:
    return about_law(
        "L021",
        policy,
        promise=_first_with_rights(policy),
        message=Text(
            f"niet genoemd: {_listed(rights, WHEN_IT_APPLIES, Lang.NL)}",
            f"not named: {_listed(rights, WHEN_IT_APPLIES, Lang.EN)}",
        ),
        hint=Text(
            "noem dit als u toestemming vraagt, of als een computer alleen beslist",
            "name this if you ask for consent, or if a computer decides alone",
        ),
    )


def _first_with_rights(policy: Policy) -> Promise | None:
    return next((promise for promise in policy.promises if promise.rights), None)


def _listed(rights: Iterable[Right], articles: Mapping[Right, str], lang: Lang) -> str:
    word = "artikel" if lang is Lang.NL else "article"
    return ", ".join(f"{label(right).in_(lang)} ({word} {articles[right]})" for right in rights)
