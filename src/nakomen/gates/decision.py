"""What a gate says: allow, deny or ask, and because of which promise or norm."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nakomen.policy import Control, Policy, Promise
from nakomen.terms import Text


class Answer(StrEnum):
    ALLOW = "allow"
    DENY = "deny"
    ASK = "ask"
    """A person must decide: something is not known, or the law asks for a judgement."""


class Gate(StrEnum):
    MINOR = "minor"
    TRANSFER = "transfer"
    MARKETING = "marketing"
    SPECIAL = "special"
    DPIA = "dpia"
    COMBINED = "combined"
    ROLE = "role"
    USE = "use"


@dataclass(frozen=True, kw_only=True)
class Decision:
    """
    *promise* is an id of the policy, *rule* one of `nakomen explain`; both None when neither says
    it. *missing* are the facts, by the name of their option, that could change the answer.
    """

    gate: Gate
    answer: Answer
    text: Text
    promise: str | None = None
    rule: str | None = None
    article: str | None = None
    missing: tuple[str, ...] = ()

    @property
    def by_law_alone(self) -> bool:
        """No promise speaks of it."""
        return self.promise is None

    def kept_by(self, promise: Promise | None) -> "Decision":
        """The same decision, which this promise is a reason for as well."""
        return replace(self, promise=promise.id) if promise and not self.promise else self


_WEIGHT = {Answer.DENY: 2, Answer.ASK: 1, Answer.ALLOW: 0}


def strictest(decisions: Iterable[Decision]) -> Decision:
    """
    The first refusal, else the first question, else the first of all: every promise and norm binds.

    Raises:
        ValueError: there are no decisions.
    """
    return max(decisions, key=lambda decision: _WEIGHT[decision.answer])


def together(promised: Iterable[Decision], law: Decision) -> Decision:
    """The strictest of what promises and law say; where all allow it, promise and article both."""
    found = strictest([*promised, law])
    if found.answer is Answer.ALLOW and found.promise:
        return replace(law, promise=found.promise)
    return found


def unread(
    policy: Policy, gate: Gate, control: Control, rule: Callable[[Promise], object]
) -> Iterator[Decision]:
    """
    A question, when sentences are about this gate and none became a rule in the policy.

    Silence falls to the law; a sentence that nobody turned into a rule is no silence.
    """
    about = [p for p in policy.promises if p.control == control]
    if about and not any(rule(promise) for promise in policy.promises):
        yield Decision(gate=gate, answer=Answer.ASK, text=_UNREAD).kept_by(about[0])


_UNREAD = Text(
    "de verklaring zegt hier iets over dat nog geen regel in het beleid is: lees de zin",
    "the statement says something about this that is no rule in the policy yet: read the sentence",
)


@dataclass(frozen=True, kw_only=True)
class Consent:
    """A person's yes and its withdrawal, by day; None: nothing is stored."""

    given: date | None = None
    withdrawn: date | None = None

    def lives(self, today: date) -> bool:
        """
        Whether it can be leaned on today.

        >>> Consent(given=date(2026, 1, 2)).lives(date(2026, 11, 21))
        True
        >>> Consent(given=date(2026, 1, 2), withdrawn=date(2026, 5, 1)).lives(date(2026, 11, 21))
        False
        """
        if self.given is None or self.given > today:
            return False
        return self.withdrawn is None or not self.given <= self.withdrawn <= today


NO_CONSENT = Consent()
"""Nothing is stored."""
