"""Terms, rights and answers as promises: these facts are promises by themselves."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from nakomen.reading.facts import (
    Json,
    Promise,
    Quote,
    RecipientCategory,
    RecipientFact,
    ResponseFact,
    RetentionFact,
    RightMention,
)
from nakomen.reading.words.quick import Quick
from nakomen.records import Act
from nakomen.terms import Certainty, Criterion, Moment, RecordKind, Right

_KEEPING = {
    RecordKind.BILLING: "invoice-seven-years",
    RecordKind.TRAFFIC: "cdr-one-year",
    RecordKind.BACKUP: "backup-expiry",
    RecordKind.CAMERA: "camera-90d",
}
_BY_CRITERION = {
    Criterion.NON_PAYMENT: "debt-block",
    Criterion.STATUTORY: "erasure-with-legal-hold",
    Criterion.ARCHIVE: "retention-review",
    Criterion.UNLIMITED: "retention-review",
}
_BY_RIGHT = {
    Right.ACCESS: "access-export",
    Right.RECTIFICATION: "rectification-confirm",
    Right.ERASURE: "erasure-with-legal-hold",
    Right.RESTRICTION: "restriction-freeze",
    Right.PORTABILITY: "portability-export",
    Right.OBJECTION: "objection-halt",
    Right.WITHDRAW_CONSENT: "consent-register",
    Right.NO_AUTOMATED_DECISION: "automated-decision-guard",
    Right.COMPLAINT: "complaint-desk",
}
_BEYOND_REPAIR = Quick(r"onherstelbaar|hersteld|versnipper|technische\s+wijze|irrevers", re.I)
_CANCELLED = Quick(r"opzeg|opgezegd|afkoel|bedenktijd|cancel|grace", re.I)
_REVIEW = Quick(r"controleren|beoordelen|nagaan|review", re.I)


@dataclass(frozen=True, kw_only=True)
class Read:
    """All mentions of the kinds of fact that make promises."""

    retention: tuple[RetentionFact, ...]
    rights: tuple[RightMention, ...]
    response: tuple[ResponseFact, ...]
    recipients: tuple[RecipientFact, ...]
    categories: tuple[RecipientCategory, ...]


def from_facts(read: Read) -> list[Promise]:
    """A draft, still without id, for each term, right and answer."""
    return [*_kept(read.retention), *_granted(read.rights), *_answered(read.response)]


def _kept(facts: tuple[RetentionFact, ...]) -> Iterator[Promise]:
    for fact in facts:
        stated = {
            "object": fact.object.value,
            "period": fact.period and fact.period.iso,
            "bound": fact.period and fact.bound.value,
            "criterion": fact.criterion and fact.criterion.value,
            "start": fact.start_event and fact.start_event.value,
            "action": fact.act and fact.act.value,
            "recipient": fact.holder,
        }
        gone = fact.trigger and fact.act is not Act.BLANK
        kind = "deletion_trigger" if gone else "retention"
        yield draft(fact, kind, fact.section, _keeper(fact), stated, fact.certainty)


def _keeper(fact: RetentionFact) -> str:
    """The control that keeps a promise about a term."""
    if fact.criterion in _BY_CRITERION and fact.object is not RecordKind.BILLING:
        return _BY_CRITERION[fact.criterion]
    if fact.object in _KEEPING:
        return _KEEPING[fact.object]
    if fact.trigger and fact.start_event is Moment.CONTRACT_END:
        if not fact.period:
            return "offboarding-is-erasure"
        return "cooling-off-90d" if _CANCELLED.search(fact.quote) else "retention-sweep"
    if _REVIEW.search(fact.quote):
        return "retention-review"
    if fact.trigger and _BEYOND_REPAIR.search(fact.quote):
        return "irrecoverable-destruction"
    return "retention-sweep"


def _granted(mentions: tuple[RightMention, ...]) -> Iterator[Promise]:
    """A complaint is a promise of its own kind; a heading alone promises nothing."""
    for mention in mentions:
        if mention.certainty is not Certainty.SURE:
            continue
        if Right.COMPLAINT in mention.codes:
            yield draft(mention, "complaint", mention.section, "complaint-desk", {})
        codes = [code for code in mention.codes if code is not Right.COMPLAINT]
        if codes:
            stated = {
                "rights": [code.value for code in codes],
                "right": codes[0].value if len(codes) == 1 else None,
                "self_service": mention.self_service,
            }
            desk = _BY_RIGHT[codes[0]] if len(codes) == 1 else "rights-request-desk"
            control = "self-service-edit" if mention.self_service else desk
            yield draft(mention, "right", mention.section, control, stated)


def _answered(facts: tuple[ResponseFact, ...]) -> Iterator[Promise]:
    for fact in facts:
        stated = {"within": fact.within and fact.within.iso, "right": fact.code and fact.code.value}
        stated |= {} if fact.within else {"criterion": Criterion.STATUTORY.value}
        yield draft(fact, "deadline", fact.section, "rights-deadline", stated)


def draft(
    quote: Quote,
    kind: str,
    section: str | None,
    control: str,
    stated: Json,
    certainty: Certainty = Certainty.SURE,
) -> Promise:
    parameters: dict[str, Any] = {key: value for key, value in stated.items() if value is not None}
    return Promise(
        id="",
        kind=kind,
        quote=quote.quote,
        start=quote.start,
        section=section,
        control=control,
        parameters=parameters,
        certainty=certainty,
    )
