"""A statement held against every rule of the catalogue."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from nakomen.checks.text import (
    automated_decision,
    breach,
    bsn,
    camera,
    children,
    complaint,
    cookies,
    criminal_data,
    dpia,
    dpo,
    employees,
    identity,
    legal_basis,
    legitimate_interest,
    marketing,
    obligation_to_provide,
    personal_data,
    processor_contract,
    purpose,
    recipients,
    retention,
    retention_kinds,
    rights,
    rights_limits,
    rights_requests,
    security,
    source_art14,
    special_categories,
    statement_form,
    statement_style,
    telecom,
    transfers,
    versioning,
)
from nakomen.checks.text.answer import UNSEEN, Answers, Verdict
from nakomen.checks.text.registry import DECIDED
from nakomen.checks.text.told import Told
from nakomen.law.catalogue import Rule, catalogue
from nakomen.reading import Facts, read

TOPICS = (
    identity,
    dpo,
    purpose,
    legal_basis,
    legitimate_interest,
    recipients,
    transfers,
    retention,
    retention_kinds,
    rights,
    rights_limits,
    rights_requests,
    complaint,
    obligation_to_provide,
    automated_decision,
    source_art14,
    cookies,
    personal_data,
    marketing,
    children,
    special_categories,
    criminal_data,
    bsn,
    security,
    processor_contract,
    dpia,
    breach,
    camera,
    employees,
    statement_form,
    statement_style,
    telecom,
    versioning,
)
"""The visible table: every module that decides rules."""


@dataclass(frozen=True, kw_only=True)
class Judged:
    """What one rule found amiss at one place. *quote* is empty where the text is silent."""

    rule: Rule
    verdict: Verdict
    quote: str = ""
    start: int | None = None


@dataclass(frozen=True, kw_only=True)
class Checked:
    """Every rule of the catalogue stands in exactly one of the four."""

    amiss: tuple[Judged, ...]
    ok: tuple[str, ...]
    not_applicable: tuple[str, ...]
    unseen: tuple[str, ...]


def judge(id: str, told: Told) -> Answers:
    """What rule *id* answers of one statement; unseen when no text can decide it."""
    decide = DECIDED.get(id)
    return decide(told) if decide else UNSEEN


def check_text(text: str, today: date, facts: Facts | None = None) -> Checked:
    """*text* against the whole catalogue, as of *today*; *facts* when it was read already."""
    told = Told(text, facts or read(text), today)
    answers = {id: judge(id, told) for id in catalogue()}
    return Checked(
        amiss=tuple(_amiss(answers, text)),
        ok=_all(answers, Verdict.OK),
        not_applicable=_all(answers, Verdict.NOT_APPLICABLE),
        unseen=_all(answers, Verdict.UNSEEN),
    )


def _amiss(answers: Mapping[str, Answers], text: str) -> Iterable[Judged]:
    for id, given in answers.items():
        for answer in given:
            if answer.verdict.amiss:
                at = answer.at
                yield Judged(
                    rule=catalogue()[id],
                    verdict=answer.verdict,
                    quote=text[at.start : at.end] if at else "",
                    start=at.start if at else None,
                )


def _all(answers: Mapping[str, Answers], verdict: Verdict) -> tuple[str, ...]:
    return tuple(id for id, given in answers.items() if {a.verdict for a in given} == {verdict})
