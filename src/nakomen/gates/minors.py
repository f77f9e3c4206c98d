"""
May data of a person of this age be taken, or a contract made? (minors-gate)

The age and what a parent must do come from the statement; below 16 the law goes along with it (AVG
artikel 8, UAVG artikel 5), where consent is the ground.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.gates.decision import Answer, Decision, Gate, together, unread
from nakomen.policy import Children, Control, Policy
from nakomen.terms import Basis, Text

PARENT_BELOW = 16
"""Years: below it a parent consents (UAVG artikel 5 lid 1)."""
OLDEST_LIMIT = 21
"""Years: no statement sets a limit above it, so an unread one cannot concern who is older."""


@dataclass(frozen=True, kw_only=True)
class Minor:
    """
    *age* in years, None when nobody knows. *consent*: that of a parent or guardian is stored.

    *basis* is the ground for the processing, if it is known.
    """

    age: int | None = None
    consent: bool = False
    written: bool = False
    basis: Basis | None = None


def minors_gate(policy: Policy, minor: Minor) -> Decision:
    """Every promise on age binds, and so does the law; the strictest decides."""
    if minor.age is None:
        return _decide(Answer.ASK, _AGE_UNKNOWN, missing=("age",))
    return together(_promised(policy, minor, minor.age), _by_law(minor, minor.age))


def _promised(policy: Policy, minor: Minor, age: int) -> Iterator[Decision]:
    for promise in policy.promises:
        if promise.children:
            yield _of(promise.children, minor, age).kept_by(promise)
    if age < OLDEST_LIMIT:
        yield from unread(policy, Gate.MINOR, Control.MINORS_GATE, lambda promise: promise.children)


def _of(rule: Children, minor: Minor, age: int) -> Decision:
    if age >= rule.age:
        return _decide(Answer.ALLOW, _OLD_ENOUGH.fill(age=rule.age))
    if not rule.consent:
        return _decide(Answer.DENY, _TOO_YOUNG.fill(age=rule.age))
    if not minor.consent:
        return _decide(Answer.DENY, _NO_PARENT.fill(age=rule.age), missing=("parent-consent",))
    if rule.written and not minor.written:
        return _decide(Answer.DENY, _NOT_WRITTEN.fill(age=rule.age), missing=("written",))
    return _decide(Answer.ALLOW, _PARENT_AGREED.fill(age=rule.age))


def _by_law(minor: Minor, age: int) -> Decision:
    if age >= PARENT_BELOW or minor.consent:
        said = _OLD_ENOUGH if age >= PARENT_BELOW else _PARENT_AGREED
        return _decide(Answer.ALLOW, said.fill(age=PARENT_BELOW), norm=True)
    if minor.basis is None:
        missing = ("parent-consent", "basis")
        return _decide(Answer.ASK, _WHICH_BASIS, norm=True, missing=missing)
    if minor.basis is Basis.CONSENT:
        text = _NO_PARENT.fill(age=PARENT_BELOW)
        return _decide(Answer.DENY, text, norm=True, missing=("parent-consent",))
    return _decide(Answer.ASK, _OTHER_BASIS, missing=("parent-consent",))


def _decide(
    answer: Answer, text: Text, *, norm: bool = False, missing: tuple[str, ...] = ()
) -> Decision:
    return Decision(
        gate=Gate.MINOR,
        answer=answer,
        text=text,
        rule="art8-uavg5-age-16" if norm else None,
        article="AVG artikel 8 lid 1; UAVG artikel 5 lid 1" if norm else None,
        missing=missing,
    )


_AGE_UNKNOWN = Text("niemand weet hoe oud deze persoon is", "nobody knows how old this person is")
_OLD_ENOUGH = Text("{age} jaar of ouder", "{age} years or older")
_TOO_YOUNG = Text(
    "jonger dan {age} jaar, en de verklaring maakt daar geen uitzondering op",
    "younger than {age}, and the statement makes no exception",
)
_NO_PARENT = Text(
    "jonger dan {age} jaar, zonder toestemming van een ouder of voogd",
    "younger than {age}, without the consent of a parent or guardian",
)
_NOT_WRITTEN = Text(
    "jonger dan {age} jaar, en de toestemming van de ouder staat niet op schrift",
    "younger than {age}, and the parent's consent is not in writing",
)
_PARENT_AGREED = Text(
    "jonger dan {age} jaar, met toestemming van een ouder of voogd",
    "younger than {age}, with the consent of a parent or guardian",
)
_WHICH_BASIS = Text(
    "jonger dan 16 jaar: rust dit op toestemming, dan moet een ouder die geven",
    "younger than 16: where this rests on consent, a parent must give it",
)
_OTHER_BASIS = Text(
    "jonger dan 16 jaar, niet op grond van toestemming: laat een mens oordelen of een ouder nodig "
    "is (BW 1:234)",
    "younger than 16, not on the ground of consent: a person judges whether a parent is needed "
    "(BW 1:234)",
)
