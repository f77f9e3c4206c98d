"""A use of a person's data is asked, answered and logged: for which purpose, and of whom."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from nakomen.errors import UsageError
from nakomen.gates import NO_CONSENT, Allowed, Consent, Decision, Use, declared
from nakomen.ledger import Line, SubjectAmbiguous
from nakomen.policy import Promise
from nakomen.records import is_value, normal
from nakomen.run import objecting, registered
from nakomen.run.company import REGISTER, Company
from nakomen.run.deciding import may
from nakomen.run.frozen import restricted_person

MARK = 16
"""Hexadecimal characters of a fingerprint: they tell persons apart, and nothing without the key."""


class RecordsUnknown(UsageError):
    """No system has records of this name. Write them as SYSTEM.DATASET, such as crm.customer."""

    nl = "Geen systeem heeft gegevens met deze naam. Schrijf SYSTEEM.TABEL, zoals crm.customer."


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """What somebody wants to do. *given* are keys of the person, *records* is ``crm.customer``."""

    purpose: str | None
    given: Sequence[tuple[str, str]] = ()
    records: str | None = None
    ground: Allowed | None = None
    consent: Consent = NO_CONSENT
    collected: date | None = None


@dataclass(frozen=True, kw_only=True)
class Used:
    """
    One line of the log. *purpose* is the id of its promise, or the fingerprint of one that is not
    declared; *person* are fingerprints.
    """

    at: datetime
    answer: str
    purpose: str
    records: str | None
    person: tuple[str, ...]
    rule: str | None
    ground: str | None


def may_use(company: Company, wanted: Wanted, today: date) -> Decision:
    """
    Whether it may be used so, now; the answer is in the log, also when it is no.

    Raises:
        RecordsUnknown: no map has these records.
        LedgerFull: the answer could not be noted, so none is given.
    """
    if wanted.records is not None and wanted.records not in _places(company):
        raise RecordsUnknown
    promise = declared(company.policy, wanted.purpose)
    facts = Use(
        purpose=wanted.purpose,
        today=today,
        attached=_attached(company, promise, wanted.records, today),
        restricted=restricted_person(company, wanted.given) is not None,
        objected=objecting.standing(company, wanted.given, promise.id) if promise else None,
        ground=wanted.ground,
        consent=wanted.consent,
        collected=wanted.collected,
    )
    log = {
        "purpose": _named(company, wanted.purpose, promise),
        "records": wanted.records,
        "person": [_mark(company, *key) for key in wanted.given],
    }
    return may(company, facts, today, log)


def uses(
    company: Company, given: Sequence[tuple[str, str]] = (), purpose: str | None = None
) -> Iterator[Used]:
    """
    The log, oldest first: of the person with one of these keys, for this purpose, or all of it.

    A person who is in the subject book is found by every key that she has there.
    """
    hers = _marks(company, given)
    wanted = _named(company, purpose, declared(company.policy, purpose)) if purpose else None
    for line in company.ledger.lines(kind="decided", gate="use"):
        used = _used(line)
        if (not given or hers & set(used.person)) and (wanted is None or used.purpose == wanted):
            yield used


def _used(line: Line) -> Used:
    body = line.body
    return Used(
        at=line.at,
        answer=str(body["answer"]),
        purpose=str(body["purpose"]),
        records=body["records"],
        person=tuple(body["person"]),
        rule=body["rule"],
        ground=body["about"].get("ground"),
    )


def _places(company: Company) -> set[str]:
    return {f"{m.store}.{dataset.name}" for m in company.maps for dataset in m.datasets}


def _attached(
    company: Company, promise: Promise | None, records: str | None, today: date
) -> bool | None:
    """Whether a person put in the register that these records serve this purpose."""
    if REGISTER not in company.texts or promise is None:
        return None
    now = [a for a in registered.registered(company).activities if a.holds(today)]
    serving = [activity for activity in now if promise.id in activity.purposes]
    if records is None:
        return any(activity.stores for activity in serving)
    return any(records in activity.stores for activity in serving)


def _named(company: Company, purpose: str | None, promise: Promise | None) -> str:
    """The promise; of words that nobody declared only their fingerprint, for they may name one."""
    if promise:
        return promise.id
    plain = " ".join((purpose or "").casefold().split())
    return f"#{company.subjects.fingerprint('purpose', plain)[:MARK]}" if plain else "-"


def _mark(company: Company, kind: str, value: str) -> str:
    return f"{kind} #{company.subjects.fingerprint(kind, normal(kind, value))[:MARK]}"


def _marks(company: Company, given: Sequence[tuple[str, str]]) -> set[str]:
    known = [(kind, normal(kind, value)) for kind, value in given]
    try:
        person = company.subjects.find(known) if known else None
    except SubjectAmbiguous:
        person = None
    more = company.subjects.keys(person) if person else []
    return {_mark(company, *key) for key in (*known, *more) if not is_value(key[0])}
