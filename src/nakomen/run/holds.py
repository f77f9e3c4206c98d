"""A person puts data on hold for a dispute, looks at it again, and ends it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime

from nakomen.errors import UsageError
from nakomen.ledger import Entry
from nakomen.plan import whose
from nakomen.records import Keys, Nothing, Question, Selection, normal
from nakomen.run.company import Company
from nakomen.run.frozen import restricted
from nakomen.run.held import ENDED, KIND, LegalHold, holds_now
from nakomen.run.lease import lease
from nakomen.run.parting import on_the_calendar
from nakomen.run.planning import find_person
from nakomen.run.reason import refuse_reason
from nakomen.run.resolve import resolve
from nakomen.run.restricting import anchored
from nakomen.terms import Period

LONGEST = Period(years=1)
"""Without a look at it again nothing is kept for a dispute."""


class WhatToHold(UsageError):
    """Say what is held: a person (--key email=ADDRESS), or a dataset (--dataset STORE.NAME)."""

    nl = (
        "Zeg wat wordt vastgehouden: een persoon (--key email=ADRES), of een verzameling "
        "(--dataset SYSTEEM.NAAM)."
    )


class NobodyToHold(UsageError):
    """No row belongs to these keys, so nothing would be held. Check the spelling."""

    nl = (
        "Geen rij hoort bij deze sleutels, dus er zou niets bewaard blijven. Kijk naar de spelling."
    )


class NoSuchDataset(UsageError):
    """No map has this dataset. Write it as in a plan: STORE.NAME."""

    nl = "Geen kaart heeft deze verzameling. Schrijf haar zoals in een plan: SYSTEEM.NAAM."


class ReviewTooLate(UsageError):
    """A person looks at this again on a day to come, within a year: --until DATE."""

    nl = "Een mens kijkt hier opnieuw naar op een dag die nog komt, binnen een jaar: --until DATUM."


class NoSuchHold(UsageError):
    """There is no such hold. `nakomen hold list` names them."""

    nl = "Zo'n vasthouding is er niet. `nakomen hold list` noemt ze."


def add(
    company: Company,
    given: Sequence[tuple[str, str]],
    place: str | None,
    reason: str,
    until: date,
    today: date,
) -> LegalHold:
    """
    Hold the rows of whoever has the keys *given*, or all of *place* (``crm.invoice``).

    Raises:
        WhatToHold, NobodyToHold, NoSuchDataset, ReasonMissing, ReviewTooLate: nothing was noted.
        ManyPersons: the keys lead to several customers.
        Busy: a plan is being carried out; it must not take what is held meanwhile.
    """
    if bool(given) == bool(place):
        raise WhatToHold
    given = [(kind, normal(kind, value)) for kind, value in given]
    refuse_reason(reason, [value for _, value in given])
    refuse_day(until, today)
    with lease(company):
        store, dataset = _place(company, place) if place else (None, None)
        hold = LegalHold(
            id=f"hold-{len({str(x.body['hold']) for x in company.ledger.lines(kind=KIND)}) + 1}",
            subject=_person(company, given) if given else None,
            shown=tuple(f"{k} #{company.subjects.fingerprint(k, v)[:4]}" for k, v in given),
            store=store,
            dataset=dataset,
            reason=reason.strip(),
            since=today,
            until=until,
        )
        _note(company, hold)
    return hold


def renew(company: Company, id: str, reason: str, until: date, today: date) -> LegalHold:
    """
    A person looked at it again, and it goes on until *until*.

    Raises:
        NoSuchHold, ReasonMissing, ReviewTooLate: nothing was noted.
    """
    refuse_reason(reason)
    refuse_day(until, today)
    hold = replace(_known(company, id), reason=reason.strip(), until=until)
    _note(company, hold)
    return hold


def end(company: Company, id: str, because: str, today: date) -> LegalHold:
    """
    What it kept goes as its terms say; what was due meanwhile goes in the next sweep.

    Raises:
        NoSuchHold, ReasonMissing: nothing was noted.
    """
    refuse_reason(because)
    with lease(company):
        hold = _known(company, id)
        body = {
            "hold": id,
            "subject": hold.subject,
            "because": because.strip(),
            "on": today.isoformat(),
        }
        company.ledger.append([Entry(kind=ENDED, body=body)], at=datetime.now(UTC))
        if hold.subject and not _needed(company, hold.subject):
            company.subjects.forget(hold.subject)
    return hold


def refuse_day(until: date, today: date) -> None:
    """
    Raises:
        ReviewTooLate: it is past, or more than a year ahead.
    """
    if not today < until <= LONGEST.after(today):
        raise ReviewTooLate


def _known(company: Company, id: str) -> LegalHold:
    found = next((hold for hold in holds_now(company) if hold.id == id), None)
    if found is None:
        raise NoSuchHold
    return found


def _place(company: Company, place: str) -> tuple[str, str]:
    store, _, dataset = place.partition(".")
    if not any(m.store == store and m.has(dataset) for m in company.maps):
        raise NoSuchDataset
    return store, dataset


def _person(company: Company, given: Sequence[tuple[str, str]]) -> str:
    """Her name in the subject book, with the ids of all her rows that can be told apart."""
    company.check_shapes()
    if not _has_rows(company, resolve(company.maps, company.stores, given)):
        raise NobodyToHold
    subject, keys = find_person(company, given)
    anchored(company, subject, keys)
    return subject


def _has_rows(company: Company, keys: Keys) -> bool:
    for store_map in company.maps:
        found = whose(store_map, frozenset(keys), found=True).items()
        asked = [
            Question(selection=Selection(name, rows.hers))
            for name, rows in found
            if not isinstance(rows.hers, Nothing)
        ]
        if any(count.rows for count in company.stores[store_map.store].count(asked, keys)):
            return True
    return False


def _needed(company: Company, subject: str) -> bool:
    """Something else still has to find her by her keys."""
    others = [hold.subject for hold in holds_now(company)]
    others += [person.subject for person in restricted(company)]
    return subject in others or on_the_calendar(company, subject)


def _note(company: Company, hold: LegalHold) -> None:
    body = {
        "hold": hold.id,
        "subject": hold.subject,
        "shown": ", ".join(hold.shown),
        "store": hold.store,
        "dataset": hold.dataset,
        "reason": hold.reason,
        "since": hold.since.isoformat(),
        "until": hold.until.isoformat(),
    }
    company.ledger.append([Entry(kind=KIND, body=body)], at=datetime.now(UTC))
