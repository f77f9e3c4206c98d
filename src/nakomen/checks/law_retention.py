"""Terms of the statement against the law: too short, wrongly called a duty, or not there."""

import re
from collections.abc import Iterator
from datetime import date

from nakomen.checks.law_codes import about_law
from nakomen.law import LegalRule, holds_for
from nakomen.law.nl import tw_11_5_traffic_data
from nakomen.policy import Policy, Promise, RetentionRule
from nakomen.terms import Bound, Criterion, Finding, Lang, Period, RecordKind, Text
from nakomen.terms.labels import label

_DUTY = re.compile(
    r"wettelijke?\s+(bewaar|termijn|verplicht)|bewaarplicht|wet\s+(ons\s+)?verplicht|"
    r"(statutory|legal)\s+(retention|duty|obligation|period)|required\s+by\s+law",
    re.IGNORECASE,
)
_SAMPLE_DAYS = tuple(date(year, 1, 1) for year in range(2021, 2025))
"""The first day of each year of a cycle with one leap year: there a year-end start is furthest."""


def check_retention(policy: Policy) -> list[Finding]:
    """Every finding on terms, by what is wrong."""
    return [
        *_against_minimum(policy),
        *_duty_for_traffic(policy),
        *_without_number(policy),
        *_as_long_as_needed(policy),
        *_without_end(policy),
    ]


def _against_minimum(policy: Policy) -> Iterator[Finding]:
    for kind in _KEPT_BY_LAW:
        norm = holds_for(kind)[0]
        for promise in _numbered(policy, kind):
            rule = promise.retention
            if rule is None or rule.longest is None or rule.bound is Bound.AT_LEAST:
                continue
            if _shorter(rule.longest, norm):
                yield _too_short(policy, promise, kind, rule.longest, norm)
            elif rule.records is kind and _ends_earlier(rule, norm):
                yield _starts_early(policy, promise, norm)


_KEPT_BY_LAW = tuple(kind for kind in RecordKind if kind is not RecordKind.ALL and holds_for(kind))


def _own(policy: Policy) -> Iterator[tuple[Promise, RetentionRule]]:
    """
    Terms of the company itself, for how long data stays.

    What a receiver keeps is that receiver's term; a term for paying is not one for keeping.
    """
    for promise in policy.retention:
        rule = promise.retention
        if rule and rule.criterion is not Criterion.NON_PAYMENT and not promise.recipient:
            yield promise, rule


def _numbered(policy: Policy, kind: RecordKind) -> list[Promise]:
    """
    The promises whose number governs *kind*.

    One for the kind itself goes before one for everything, and a sentence that sets the law's own
    terms apart takes these records out of a general term.
    """
    own = [p for p, rule in _own(policy) if rule.records is kind and rule.keep]
    general = [p for p, rule in _own(policy) if rule.records is RecordKind.ALL and rule.keep]
    apart = any(
        rule.criterion is Criterion.STATUTORY and rule.records in (kind, RecordKind.ALL)
        for _, rule in _own(policy)
    )
    return own or ([] if apart else general)


def _shorter(keep: Period, norm: LegalRule) -> bool:
    least = norm.keep or Period()
    return any(keep.after(day) < least.after(day) for day in _SAMPLE_DAYS)


def _ends_earlier(rule: RetentionRule, norm: LegalRule) -> bool:
    keep, least = rule.longest or Period(), norm.keep or Period()
    return any(
        keep.free_from(day, rule.start) < least.free_from(day, norm.start) for day in _SAMPLE_DAYS
    )


def _too_short(
    policy: Policy, promise: Promise, kind: RecordKind, keep: Period, norm: LegalRule
) -> Finding:
    message = Text(
        "{records}: beloofd is {promised}, de wet vraagt ten minste {least}",
        "{records}: {promised} is promised, the law asks for at least {least}",
    )
    return about_law(
        "L001",
        policy,
        promise=promise,
        norm=norm,
        message=_filled(message, kind, promised=keep, least=norm.keep or Period()),
        hint=Text(
            "noem de wettelijke termijn, of zonder deze gegevens uit van de belofte; tot dan gaat "
            "de wet voor",
            "state the legal term, or take these records out of the promise; until then the law "
            "goes first",
        ),
    )


def _starts_early(policy: Policy, promise: Promise, norm: LegalRule) -> Finding:
    return about_law(
        "L002",
        policy,
        promise=promise,
        norm=norm,
        message=Text(
            f"de wet telt vanaf {label(norm.start).nl}; beloofd is een eerder begin",
            f"the law counts from {label(norm.start).en}; an earlier start is promised",
        ),
        hint=Text(
            "schrijf vanaf wanneer de termijn telt, zoals 'na het einde van het kalenderjaar'",
            "write from when the term counts, such as 'after the end of the calendar year'",
        ),
    )


def _duty_for_traffic(policy: Policy) -> Iterator[Finding]:
    ended = tw_11_5_traffic_data.DUTY_ENDED
    for promise, rule in _own(policy):
        if rule.records is RecordKind.TRAFFIC and _calls_it_a_duty(promise, rule):
            yield about_law(
                "L003",
                policy,
                promise=promise,
                norm=tw_11_5_traffic_data.RULE,
                message=Text(
                    f"de bewaarplicht voor verkeersgegevens geldt niet meer sinds {ended.nl}; de "
                    "wet vraagt juist wissen zodra ze niet meer nodig zijn",
                    f"the duty to keep traffic data ended on {ended.en}; the law asks to erase "
                    "them as soon as they are no longer needed",
                ),
                hint=Text(
                    "noem de echte reden (zoals de factuur) en een termijn die daarbij past",
                    "state the real reason (such as the bill) and a term that fits it",
                ),
            )


def _calls_it_a_duty(promise: Promise, rule: RetentionRule) -> bool:
    return rule.criterion is Criterion.STATUTORY or bool(_DUTY.search(promise.says or ""))


def _without_number(policy: Policy) -> Iterator[Finding]:
    for kind in _KEPT_BY_LAW:
        if any(rule.keep and rule.records in (kind, RecordKind.ALL) for _, rule in _own(policy)):
            continue
        norm = holds_for(kind)[0]
        message = Text(
            "{records}: de verklaring noemt geen termijn; de wet vraagt ten minste {least}",
            "{records}: the statement names no term; the law asks for at least {least}",
        )
        yield about_law(
            "L004",
            policy,
            promise=_speaking_of(policy, kind),
            message=_filled(message, kind, least=norm.keep or Period()),
            hint=Text(
                f"noem het aantal jaren en de wet ({norm.article})",
                f"state the number of years and the law ({norm.article})",
            ),
        )


def _speaking_of(policy: Policy, kind: RecordKind) -> Promise | None:
    """A promise on *kind* without a number, or one that leaves terms to the law."""
    own = [promise for promise, rule in _own(policy) if rule.records is kind]
    law = [promise for promise, rule in _own(policy) if rule.criterion is Criterion.STATUTORY]
    return next(iter(own + law), None)


def _as_long_as_needed(policy: Policy) -> Iterator[Finding]:
    numbered = {rule.records for _, rule in _own(policy) if rule.keep}
    for promise, rule in _own(policy):
        if (
            rule.keep is None
            and rule.criterion is Criterion.PURPOSE
            and rule.records not in numbered
        ):
            yield about_law(
                "L005",
                policy,
                promise=promise,
                message=Text(
                    f"{label(rule.records).nl}: 'zolang als nodig' is geen termijn",
                    f"{label(rule.records).en}: 'as long as necessary' is not a term",
                ),
                hint=Text(
                    "noem per soort gegevens een termijn, of wat het einde ervan bepaalt",
                    "state a term for each kind of data, or what decides its end",
                ),
            )


def _without_end(policy: Policy) -> Iterator[Finding]:
    for promise, rule in _own(policy):
        if rule.criterion is Criterion.UNLIMITED:
            yield about_law(
                "L006",
                policy,
                promise=promise,
                message=Text(
                    f"{label(rule.records).nl}: bewaren zonder einde mag niet",
                    f"{label(rule.records).en}: keeping without an end is not allowed",
                ),
                hint=Text(
                    "noem een termijn, of wat het einde ervan bepaalt",
                    "state a term, or what decides its end",
                ),
            )


def _filled(message: Text, kind: RecordKind, **periods: Period) -> Text:
    told = {
        lang: {name: period.tell(lang) for name, period in periods.items()}
        | {"records": label(kind).in_(lang)}
        for lang in Lang
    }
    return Text(message.nl.format(**told[Lang.NL]), message.en.format(**told[Lang.EN]))
