"""
May this be used for this purpose, now? (purpose-binding, purpose-change-gate, restriction-freeze)

Data is collected for named purposes and not used otherwise (AVG artikel 5 lid 1 onder b); for a
purpose that came later a basis is judged anew, or the person agrees (artikel 6 lid 4). What is
restricted is stored and hardly anything else (artikel 18 lid 2).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from nakomen.gates.decision import NO_CONSENT, Answer, Consent, Decision, Gate
from nakomen.law.tables import restriction
from nakomen.law.tables.row import Outcome
from nakomen.policy import Control, Policy, Promise
from nakomen.policy.stated import Purpose
from nakomen.terms import Basis, Text


class Allowed(StrEnum):
    """What may be done with restricted data (AVG artikel 18 lid 2)."""

    STORAGE = "storage"
    CONSENT = "consent"
    CLAIM = "claim"
    RIGHTS_OF_OTHERS = "rights_of_others"
    PUBLIC_INTEREST = "public_interest"


@dataclass(frozen=True, kw_only=True)
class Use:
    """
    Reading, exporting or sending. *purpose* is as the policy calls it, or the id of its promise.

    *attached*: the records carry this purpose by the register; None: no register says it.
    *restricted*: the person's data is frozen, and *ground* says why it may be used all the same.
    *objected*: the day on which she said no to this use, if that stands; it holds while it is
    weighed and after it, until she agrees anew. *collected* is the day on which the data came in.
    """

    purpose: str | None
    today: date
    attached: bool | None = None
    restricted: bool = False
    objected: date | None = None
    ground: Allowed | None = None
    consent: Consent = NO_CONSENT
    collected: date | None = None


def declared(policy: Policy, name: str | None) -> Promise | None:
    """The promise that declares the purpose of this name or id."""
    wanted = " ".join((name or "").casefold().split())
    for promise in policy.promises:
        if promise.purpose and wanted in (promise.id.casefold(), _label(promise.purpose)):
            return promise
    return None


def _label(purpose: Purpose) -> str:
    return " ".join(purpose.label.casefold().split())


def use_gate(policy: Policy, use: Use) -> Decision:
    """The first thing that forbids the use, else a yes with the purpose that it rests on."""
    promise = declared(policy, use.purpose)
    refused = next(_refusals(policy, use, promise), None)
    if refused:
        return refused
    if use.restricted or _said_no(use):
        allowed = Decision(
            gate=Gate.USE, answer=Answer.ALLOW, text=_EXCEPTED, rule="RES-06", article=_RESTRICTED
        )
    else:
        agreed = promise and promise.purpose and _leans_on_consent(promise, promise.purpose, use)
        text, article = (_AGREED, _CONSENT) if agreed else (_DECLARED, _BOUND)
        allowed = Decision(gate=Gate.USE, answer=Answer.ALLOW, text=text, article=article)
    return allowed.kept_by(promise)


def _refusals(policy: Policy, use: Use, promise: Promise | None) -> Iterator[Decision]:
    if use.restricted:
        yield from _frozen(policy, use, _FROZEN)
    elif _said_no(use):
        yield from _frozen(policy, use, _OBJECTED)
    if not (use.purpose or "").strip():
        yield _deny(_UNNAMED, _BOUND, "purpose")
    elif promise is None:
        bound = (p for p in policy.promises if p.control == Control.PURPOSE_BINDING)
        said = next((p for p in bound if p.purpose is None), None)
        yield _deny(_UNDECLARED, _BOUND, "purpose").kept_by(said)
    elif promise.purpose:
        if use.attached is False:
            yield _deny(_NOT_ATTACHED, _BOUND, "in").kept_by(promise)
        yield from _without_basis(promise, promise.purpose, use)
        if use.attached is None:
            asked = Decision(
                gate=Gate.USE,
                answer=Answer.ASK,
                text=_UNKNOWN,
                article=_BOUND,
                missing=("in",),
            )
            yield asked.kept_by(promise)


def _said_no(use: Use) -> bool:
    """She objected, and did not agree since."""
    if use.objected is None:
        return False
    given = use.consent.given if use.consent.lives(use.today) else None
    return given is None or given <= use.objected


def _frozen(policy: Policy, use: Use, text: Text) -> Iterator[Decision]:
    wanted = restriction.Use(**{use.ground.value: True}) if use.ground else restriction.Use()
    if restriction.use(wanted).outcome is Outcome.GRANT:
        return
    said = next((p for p in policy.promises if p.control == Control.RESTRICTION_FREEZE), None)
    decision = Decision(
        gate=Gate.USE, answer=Answer.DENY, text=text, rule="RES-06", article=_RESTRICTED,
        missing=("ground",),
    )  # fmt: skip
    yield decision.kept_by(said)


def _without_basis(promise: Promise, purpose: Purpose, use: Use) -> Iterator[Decision]:
    """
    Consent is needed where it is the only basis, and for earlier data when a later purpose has no
    basis that was judged for it.
    """
    if use.consent.lives(use.today):
        return
    came_later = purpose.since is not None and not (
        use.collected is not None and use.collected >= purpose.since
    )
    judged = purpose.reassessed is not None and purpose.reassessed <= use.today
    others = [basis for basis in purpose.bases if basis is not Basis.CONSENT]
    if came_later and not judged:
        yield _deny(_NOT_JUDGED, _CHANGED, "consent").kept_by(promise)
    elif came_later and not others:
        yield _deny(_NO_BASIS, _CHANGED, "consent").kept_by(promise)
    elif purpose.bases and not others:
        yield _deny(_NO_CONSENT, _CONSENT, "consent").kept_by(promise)


def _leans_on_consent(promise: Promise, purpose: Purpose, use: Use) -> bool:
    without = replace(use, consent=NO_CONSENT)
    return any(True for _ in _without_basis(promise, purpose, without))


def _deny(text: Text, article: str, *missing: str) -> Decision:
    return Decision(gate=Gate.USE, answer=Answer.DENY, text=text, article=article, missing=missing)


_BOUND = "AVG artikel 5 lid 1 onder b"
_CONSENT = "AVG artikel 6 lid 1 onder a"
_CHANGED = "AVG artikel 6 lid 4"
_RESTRICTED = "AVG artikel 18 lid 2"
_DECLARED = Text(
    "dit doel staat in de verklaring en de gegevens zijn ervoor verzameld",
    "this purpose is in the statement and the data was collected for it",
)
_AGREED = Text(
    "de persoon heeft voor dit doel toestemming gegeven", "the person agreed to this purpose"
)
_EXCEPTED = Text(
    "de gegevens zijn beperkt, maar hiervoor mag het; elk gebruik wordt vastgelegd",
    "the data is restricted, but this is an exception; each use is logged",
)
_FROZEN = Text(
    "de gegevens van deze persoon zijn beperkt: alleen bewaren",
    "the data of this person is restricted: storage only",
)
_OBJECTED = Text(
    "deze persoon maakte bezwaar tegen dit gebruik: alleen bewaren, ook zolang een mens het weegt",
    "this person objected to this use: storage only, also while a person weighs it",
)
_UNNAMED = Text("er is geen doel genoemd", "no purpose was named")
_UNDECLARED = Text("dit doel staat niet in de verklaring", "this purpose is not in the statement")
_NOT_ATTACHED = Text(
    "deze gegevens zijn niet voor dit doel verzameld, zegt het register",
    "these records were not collected for this purpose, says the register",
)
_UNKNOWN = Text(
    "geen register zegt voor welke doelen deze gegevens zijn verzameld",
    "no register says for which purposes these records were collected",
)
_NOT_JUDGED = Text(
    "een nieuw doel voor gegevens die er al waren: beoordeel eerst de grondslag, of vraag "
    "toestemming",
    "a new purpose for data that was there: judge the basis first, or ask for consent",
)
_NO_BASIS = Text(
    "een nieuw doel zonder grondslag: alleen met toestemming van deze persoon",
    "a new purpose without a basis: only with the consent of this person",
)
_NO_CONSENT = Text(
    "dit doel rust op toestemming, en die is er niet",
    "this purpose rests on consent, and there is none",
)
