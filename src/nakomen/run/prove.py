"""A verdict for every promise: counted in the stores, read from the ledger, or honestly unseen."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from nakomen.plan import IN_PLACE, has_ceiling, promise_steps, rules_for, same_kind_parent, term
from nakomen.policy import Policy, Promise
from nakomen.records import Act, Dataset, Question, Selection, StoreMap, all_of, not_
from nakomen.run import caseload, destruction, staffed
from nakomen.run.answered import carried_out, in_time
from nakomen.run.company import Company
from nakomen.run.on_paper import CONTROLS, Found, on_paper
from nakomen.run.on_paper import verdict as on_paper_verdict
from nakomen.run.parked import parcels
from nakomen.run.restorable import not_gone
from nakomen.run.spared import Spared
from nakomen.run.uncounted import uncounted
from nakomen.run.verdict import NO_CHECK, Ruling, Verdict, evidence_of, unseen
from nakomen.terms import Period, Place, Text


def verdicts(company: Company, today: date) -> list[Verdict]:
    """One for each promise, in the order of the statement."""
    promises = company.policy.promises
    paper = on_paper(company.written, today) if any(p.control in CONTROLS for p in promises) else {}
    waiting = parcels(company)
    return [
        replace(
            not_gone(_verdict(company, promise, today, paper), waiting, today),
            place=_place(company, promise),
        )
        for promise in promises
    ]


def verdict(company: Company, id: str, today: date) -> Verdict:
    """As `verdicts`, of one promise."""
    promise = company.policy.promise(id)
    paper = on_paper(company.written, today) if promise.control in CONTROLS else {}
    return not_gone(_verdict(company, promise, today, paper), parcels(company), today)


def _place(company: Company, promise: Promise) -> Place | None:
    at = promise.at
    if at is None and promise.says:
        at = company.statement.find(promise.says)
    if at is None or at < 0:
        return None
    return Place.at_offset(company.policy.statement.file, company.statement, at)


def _verdict(
    company: Company, promise: Promise, today: date, paper: Mapping[str, Found]
) -> Verdict:
    if promise.control == "informational":
        return Verdict(
            promise=promise,
            ruling=Ruling.INFORMATIONAL,
            why=Text("zegt iets, belooft niets", "says something, promises nothing"),
        )
    if promise.control == destruction.CONTROL:
        return destruction.verdict(company, promise, today)
    if promise.retention:
        return _retention(company, promise, today)
    if promise.control in staffed.CONTROLS:
        return staffed.verdict(company, promise, today)
    if found := caseload.verdict(company, promise, today):
        return found
    if promise.within:
        return in_time(company, promise, today)
    if promise.rights and promise.control != "self-service-edit":
        return carried_out(company, promise, today)
    if promise.control in paper:
        return on_paper_verdict(promise, paper)
    return unseen(promise, NO_CHECK)


def _retention(company: Company, promise: Promise, today: date) -> Verdict:
    rule = promise.retention
    if rule is None or term(rule) is None:
        return unseen(promise, _NO_NUMBER)
    places = list(_places(company, promise))
    if not places:
        return unseen(promise, _NOWHERE)
    if rule.then is Act.ASK or has_ceiling(company.policy, promise):
        return unseen(promise, _MINIMUM)
    rows, oldest, spared = 0, None, Spared.by_sweeps(company)
    for store_map, dataset in places:
        questions = _breaches(company.policy, promise, store_map, dataset, today)
        questions = [_but_spared(spared, store_map, question) for question in questions]
        for counted in company.stores[store_map.store].count(questions, spared.keys):
            rows += counted.rows
            oldest = min((d for d in (oldest, counted.oldest) if d), default=None)
    if rows:
        keep = term(rule) or Period()
        since = keep.free_from(oldest, rule.start) if oldest else None
        return Verdict(
            promise=promise, ruling=Ruling.BROKEN, why=_PAST, count=rows, oldest=oldest, since=since
        )
    if not promise.confirmed or not all(dataset.confirmed for _, dataset in places):
        return unseen(promise, _UNCONFIRMED)
    if unknown := uncounted(company.policy, company.maps, promise):
        return unseen(promise, _PARTLY.fill(places=", ".join(unknown)))
    lines = list(company.ledger.lines(kind="outcome", promise=promise.id, error=None))
    return Verdict(
        promise=promise,
        ruling=Ruling.KEPT,
        why=_NOTHING_PAST,
        count=0,
        since=lines[-1].at.date() if lines else None,
        evidence=evidence_of(lines),
    )


def _but_spared(spared: Spared, store_map: StoreMap, question: Question) -> Question:
    """What a person asked to keep, or a hold keeps, is not past its term (AVG artikel 17, 18)."""
    rows = question.selection
    others = all_of(rows.where, not_(spared.rows(store_map, rows.dataset)))
    return replace(question, selection=Selection(rows.dataset, others))


def _breaches(
    policy: Policy, promise: Promise, store_map: StoreMap, dataset: Dataset, today: date
) -> list[Question]:
    """Rows of the dataset itself that a retention run would erase or empty today."""
    rule = promise.retention
    clock = dataset.own_clock(rule.start) if rule and not rule.others else None
    return [
        Question(selection=step.task.selection, clock=clock.column if clock else None)
        for step in promise_steps(policy, promise, store_map, dataset, today)
        if step.task.dataset == dataset.name
        and (step.task.act.takes_rows or step.task.act in IN_PLACE)
    ]


_NO_NUMBER = Text(
    "de verklaring noemt geen termijn in een getal; er is niets te tellen",
    "the statement names no term in a number; there is nothing to count",
)
_NOWHERE = Text(
    "geen aangesloten systeem heeft deze gegevens met een datum",
    "no connected system has these records with a date",
)
_MINIMUM = Text(
    "een minimumtermijn: dat niets te vroeg verdween, is niet te zien",
    "a minimum term: nobody can see that nothing went too early",
)
_PAST = Text("rijen die er volgens de belofte niet meer mogen zijn", "rows past the promised term")
_UNCONFIRMED = Text(
    "niets over de termijn, maar de lezing of de kaart is nog niet bevestigd",
    "nothing past the term, but the reading or the map is not confirmed yet",
)
_PARTLY = Text(
    "geteld: niets over de termijn; maar zonder datum is dit niet te zien: {places}",
    "counted: nothing past the term; but without a date nobody can see this: {places}",
)
_NOTHING_PAST = Text("geteld: niets over de termijn", "counted: nothing past the term")


def _places(company: Company, promise: Promise) -> Iterator[tuple[StoreMap, Dataset]]:
    """Heads of families of records that this promise governs."""
    for store_map in company.maps:
        for dataset in store_map.datasets:
            governed = promise in rules_for(company.policy, dataset)
            if governed and dataset.personal_columns and not same_kind_parent(store_map, dataset):
                yield store_map, dataset
