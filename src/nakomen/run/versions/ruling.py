"""The promises that hold on a day: those of the version in force, not what is written since."""

from dataclasses import replace
from datetime import date

from nakomen.policy import Policy, Promise
from nakomen.policy.versions import Version, text_hash
from nakomen.run.company import Company
from nakomen.run.versions.known import (
    current_text,
    in_force,
    lacks,
    policy_of,
    register,
    text_of,
)
from nakomen.terms import Place, Text

_NOWHERE = Place("", 1)


def ruled(company: Company, day: date | None = None) -> Company:
    """
    The company under the version of its statement that holds on *day*, the day of this machine when
    None; under what its files say while no version was noted.

    A policy that was written since rules from the day on which its version does, so that nothing is
    erased, judged or refused by a promise that does not hold yet. Its stores and books are those of
    *company*.

    Raises:
        VersionUnreadable, TextChanged: what holds cannot be known.
    """
    whole = company.written
    one = _holding(whole, day or date.today())
    if one is None or one.policy == whole.policy.digest:
        return whole
    if one.policy not in whole.earlier:
        policy = _with_yes(policy_of(whole, one), whole.policy)
        text = text_of(whole, one) if whole.statement else ""
        whole.earlier[one.policy] = whole.under(policy, text)
    return whole.earlier[one.policy]


def waiting(company: Company, day: date) -> Text | None:
    """Which version holds on *day* while what is written waits, and for what; None: it holds."""
    whole = company.written
    one = _holding(whole, day)
    if one is None or one.policy == whole.policy.digest:
        return None
    said = (text_hash(current_text(whole)), whole.policy.digest)
    known = register(whole)
    new = next((v for v in known.versions if (v.sha256, v.policy) == said), None)
    if new is None:
        return _UNNOTED.fill(old=one.number)
    untold = [lack.tell() for lack in lacks(whole, known, new)]
    why_nl = "; ".join(why.nl for why in untold) or f"op {new.effective.isoformat()}"
    why_en = "; ".join(why.en for why in untold) or f"for {new.effective.isoformat()}"
    return Text(
        f"versie {one.number} geldt; versie {new.number} wacht nog: {why_nl}",
        f"version {one.number} holds; version {new.number} still waits: {why_en}",
    )


_UNNOTED = Text(
    "versie {old} geldt; policy.yaml zegt iets anders, en is geen vastgelegde versie "
    "(nakomen version add)",
    "version {old} holds; policy.yaml says something else, and is no version that was noted "
    "(nakomen version add)",
)


def _holding(company: Company, day: date) -> Version | None:
    """Before the first version takes effect it is the oldest text that is known."""
    return in_force(company, day) or next(iter(register(company).versions), None)


def _with_yes(old: Policy, new: Policy) -> Policy:
    """A yes that came after the version was noted holds for the same promise in it."""
    given = {p.id: p for p in new.promises if p.confirmed}
    promises = (
        replace(p, confirmed=True, confirmation=given[p.id].confirmation)
        if p.id in given and _said(p) == _said(given[p.id])
        else p
        for p in old.promises
    )
    return replace(old, promises=(*promises,))


def _said(promise: Promise) -> Promise:
    """All but where it stands and who agreed."""
    return replace(promise, place=_NOWHERE, at=None, confirmation=None, confirmed=False)
