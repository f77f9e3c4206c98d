"""Facts as promises: what the statement binds the company to, with the control that keeps it."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import groupby
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
from nakomen.reading.find.sharing import AGREEMENT, denies
from nakomen.reading.text.sentences import Role, Sentence
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
_BEYOND_REPAIR = re.compile(r"onherstelbaar|hersteld|versnipper|technische\s+wijze|irrevers", re.I)
_REVIEW = re.compile(r"controleren|beoordelen|nagaan|review", re.I)


@dataclass(frozen=True, kw_only=True)
class Read:
    """All mentions of the kinds of fact that make promises."""

    retention: tuple[RetentionFact, ...]
    rights: tuple[RightMention, ...]
    response: tuple[ResponseFact, ...]
    recipients: tuple[RecipientFact, ...]
    categories: tuple[RecipientCategory, ...]


def make_promises(read: Read, sentences: tuple[Sentence, ...]) -> tuple[Promise, ...]:
    """One promise for each sentence and kind, in text order; ids are kind and running number."""
    drafts = [
        *_kept(read.retention),
        *_granted(read.rights),
        *_answered(read.response),
        *_received(read),
    ]
    drafts.extend(_agreed(sentences, {draft.start for draft in drafts}))
    return _numbered(drafts)


def _numbered(drafts: list[Promise]) -> tuple[Promise, ...]:
    counts: Counter[str] = Counter()
    promises: list[Promise] = []
    for draft in sorted(drafts, key=lambda draft: (draft.start, draft.kind)):
        counts[draft.kind] += 1
        promises.append(replace(draft, id=f"{draft.kind}-{counts[draft.kind]}"))
    return tuple(promises)


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
        kind = "deletion_trigger" if fact.trigger else "retention"
        yield _draft(fact, kind, fact.section, _keeper(fact), stated, fact.certainty)


def _keeper(fact: RetentionFact) -> str:
    """The control that keeps a promise about a term."""
    if fact.criterion in _BY_CRITERION and fact.object is not RecordKind.BILLING:
        return _BY_CRITERION[fact.criterion]
    if fact.object in _KEEPING:
        return _KEEPING[fact.object]
    if fact.trigger and fact.start_event is Moment.CONTRACT_END:
        return "cooling-off-90d" if fact.period else "offboarding-is-erasure"
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
            yield _draft(mention, "complaint", mention.section, "complaint-desk", {})
        codes = [code for code in mention.codes if code is not Right.COMPLAINT]
        if codes:
            stated = {
                "rights": [code.value for code in codes],
                "self_service": mention.self_service,
            }
            desk = _BY_RIGHT[codes[0]] if len(codes) == 1 else "rights-request-desk"
            control = "self-service-edit" if mention.self_service else desk
            yield _draft(mention, "right", mention.section, control, stated)


def _answered(facts: tuple[ResponseFact, ...]) -> Iterator[Promise]:
    for fact in facts:
        stated = {"within": fact.within and fact.within.iso, "right": fact.code and fact.code.value}
        stated |= {} if fact.within else {"criterion": Criterion.STATUTORY.value}
        yield _draft(fact, "deadline", fact.section, "rights-deadline", stated)


def _received(read: Read) -> Iterator[Promise]:
    """One promise for each sentence that names receivers; what they keep is a promise already."""
    kept = {fact.start for fact in read.retention}
    facts: list[RecipientFact | RecipientCategory] = [*read.recipients, *read.categories]
    facts = sorted((fact for fact in facts if fact.start not in kept), key=lambda f: f.start)
    for _, rows in groupby(facts, key=lambda fact: fact.start):
        group = list(rows)
        roles = {fact.role for fact in group}
        role = next((r for r in ("authority", "processor") if r in roles), None)
        kind, control = _RECEIVING[role]
        if role is None and any(isinstance(fact, RecipientFact) for fact in group):
            control = "processor-field-filter"
        purposes = (fact.purpose for fact in group if isinstance(fact, RecipientFact))
        stated = {
            "recipients": list(dict.fromkeys(_name(fact) for fact in group)),
            "role": role,
            "purpose": next((purpose for purpose in purposes if purpose), None),
        }
        yield _draft(group[0], kind, group[0].section, control, stated, Certainty.LIKELY)


def _name(fact: RecipientFact | RecipientCategory) -> str:
    return fact.name if isinstance(fact, RecipientFact) else fact.label


_RECEIVING = {
    "authority": ("authority_disclosure", "authority-order-register"),
    "processor": ("processor", "processor-register"),
    None: ("recipient", "disclosure-gate"),
}


def _agreed(sentences: tuple[Sentence, ...], taken: set[int]) -> Iterator[Promise]:
    """What is asked of processors: an agreement, a careful choice."""
    for sentence in sentences:
        found = AGREEMENT.search(sentence.words)
        if not found or sentence.role is Role.HEADING or sentence.start in taken:
            continue
        if not denies(sentence.words):
            quote = Quote(quote=sentence.text, start=sentence.start)
            stated = {"requires": [found.group().casefold()]}
            yield _draft(
                quote, "processor", sentence.section, "processor-register", stated, Certainty.LIKELY
            )


def _draft(
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
