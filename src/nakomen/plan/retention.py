"""What falls due by itself: terms that the statement promises, weighed against the law."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from nakomen.plan.in_place import changes, in_place, in_place_steps, members, still
from nakomen.plan.model import Archive, Because, Step
from nakomen.plan.once import Ended, sweep
from nakomen.plan.remove import Removal, removal_steps
from nakomen.plan.taken import Weighed
from nakomen.plan.weigh import due, holds, promised, same_kind_parent
from nakomen.plan.whose import parents_first, whose_from
from nakomen.policy import Policy, Promise, RetentionRule
from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Everything,
    Missing,
    Selection,
    StoreMap,
    Task,
    all_of,
    not_,
)
from nakomen.terms import Bound, Criterion, Lang, Moment, Period, Text


def retention_steps(policy: Policy, maps: Sequence[StoreMap], today: date) -> list[Step]:
    """For every dataset with personal data: what is due, what stays, and what nobody promised."""
    return [step for each in maps for step in _store(policy, each, today)]


def _store(policy: Policy, store_map: StoreMap, today: date) -> Iterator[Step]:
    order = parents_first(store_map)[::-1]
    rules = {each.name: rules_for(policy, each) for each in order if _counts(store_map, each)}
    going = (
        _ended(policy, promise, store_map, store_map.dataset(name), today)
        for name, promises in rules.items()
        for promise in promises
    )
    swept = sweep(store_map, [ended for ended in going if ended])
    yield from swept.first
    for dataset in order:
        yield from swept.rows.get(dataset.name, ())
        if dataset.name in rules:
            yield from _beside(policy, rules[dataset.name], store_map, dataset, today)


def _counts(store_map: StoreMap, dataset: Dataset) -> bool:
    """A term counts for it: it says something of persons, and is no member of a family."""
    return bool(dataset.personal_columns) and same_kind_parent(store_map, dataset) is None


def _beside(
    policy: Policy, promises: list[Promise], store_map: StoreMap, dataset: Dataset, today: date
) -> Iterator[Step]:
    """Everything but the rows that go."""
    if not promises:
        yield _row_step(store_map, dataset, Act.UNKNOWN, Everything(), _no_term(policy, dataset))
    for promise in promises:
        yield from _staying(policy, promise, store_map, dataset, today)


def rules_for(policy: Policy, dataset: Dataset) -> list[Promise]:
    """
    Promises with a countable term for this dataset: those that name its kind, else those for all.

    A dataset without the clock that a promise counts from is not covered by it.
    """
    countable = [p for p in policy.retention if p.retention and term(p.retention)]
    for kind in dataset.records.promised_as:
        named = [p for p in countable if p.retention and p.retention.records is kind]
        clocked = [p for p in named if p.retention and _clocked(p.retention, dataset)]
        if clocked:
            return clocked
    return []


def _clocked(rule: RetentionRule, dataset: Dataset) -> bool:
    return all(dataset.clock(moment) for moment in rule.moments)


def term(rule: RetentionRule) -> Period | None:
    """
    The length after which records must go; None when the statement gives no number and none
    follows.
    """
    if rule.at_most:
        return rule.at_most
    while_customer = rule.criterion is Criterion.WHILE_CUSTOMER and rule.keep is None
    return Period() if while_customer else rule.keep


def overdue(store_map: StoreMap, dataset: Dataset, rule: RetentionRule, today: date) -> Weighed:
    """Rows past the promised term on *today*, whatever a norm still holds."""
    keep = term(rule)
    if keep is None:
        raise ValueError("a rule without a countable term has no due rows")
    return due(store_map, dataset, keep, rule.moments, today, rule.take)


def promise_steps(
    policy: Policy, promise: Promise, store_map: StoreMap, dataset: Dataset, today: date
) -> Iterator[Step]:
    """What one promise asks of one dataset, and of everything that hangs under it."""
    ended = _ended(policy, promise, store_map, dataset, today)
    swept = sweep(store_map, [ended] if ended else [])
    yield from swept.first
    for steps in swept.rows.values():
        yield from steps
    yield from _staying(policy, promise, store_map, dataset, today)


def _ended(
    policy: Policy, promise: Promise, store_map: StoreMap, dataset: Dataset, today: date
) -> Ended | None:
    """The rows that the term takes; None for one that takes none by itself."""
    rule = promise.retention
    if rule is None or has_ceiling(policy, promise) or not _takes(rule, dataset):
        return None
    past = overdue(store_map, dataset, rule, today)
    removal = Removal(
        store_map=store_map,
        whose=whose_from(store_map, {dataset.name: past.free}),
        why=_why(promise, rule),
        today=today,
        persons=False,
        policy=policy,
    )
    return Ended(dataset=dataset, rule=rule, removal=removal)


def _takes(rule: RetentionRule, dataset: Dataset) -> bool:
    return not (rule.then is Act.ASK or _without_totals(rule, dataset) or in_place(rule))


def _without_totals(rule: RetentionRule, dataset: Dataset) -> bool:
    return rule.then is Act.AGGREGATE and (bool(rule.only) or dataset.totals is None)


def _why(promise: Promise, rule: RetentionRule) -> Because:
    return Because(text=_told(rule), promise=promise.id, rule="avg-5-1-e", article=_STORAGE)


def _staying(
    policy: Policy, promise: Promise, store_map: StoreMap, dataset: Dataset, today: date
) -> Iterator[Step]:
    """What stays past its term and why, what is changed in place, and what does not run out yet."""
    rule = promise.retention
    if rule is None:
        return
    past, why = overdue(store_map, dataset, rule, today), _why(promise, rule)
    if has_ceiling(policy, promise):
        yield _row_step(store_map, dataset, Act.KEEP, past.free, replace(why, text=_MAY_STAY))
    elif rule.then is Act.ASK:
        yield _row_step(store_map, dataset, Act.ASK, past.free, replace(why, text=_ON_REQUEST))
    elif _without_totals(rule, dataset):
        yield _row_step(store_map, dataset, Act.ASK, past.free, replace(why, text=_NO_TOTALS))
    elif in_place(rule):
        for member in members(store_map, dataset):
            yield from _changed(policy, rule, store_map, member, why, today)
    yield _row_step(store_map, dataset, Act.KEEP, past.held, replace(why, text=_RUNNING))
    yield _row_step(store_map, dataset, Act.KEEP, past.waiting, replace(why, text=_waits(rule)))
    asked = all_of(past.undated, *_left(rule, store_map, dataset))
    yield _row_step(store_map, dataset, Act.ASK, asked, replace(why, text=_UNDATED))


def decided_steps(
    policy: Policy,
    store_map: StoreMap,
    rows: Selection,
    act: Act,
    why: Because,
    today: date,
) -> list[Step]:
    """What a person decided about *rows*: to erase them, or to make them anonymous; law weighs."""
    dataset = store_map.dataset(rows.dataset)
    where = each_row(dataset, rows.where)
    if act is Act.ANONYMISE:
        rule = RetentionRule(records=dataset.records, keep=None, then=act)
        held_by = holds(dataset.records, None, today) + promised(policy, dataset.records)
        past = Weighed(free=where)
        return list(in_place_steps(rule, store_map, dataset, past, held_by, why, today))
    removal = Removal(
        store_map=store_map,
        whose=whose_from(store_map, {dataset.name: where}),
        why=why,
        today=today,
        persons=False,
        policy=policy,
    )
    return removal_steps(removal)


def each_row(dataset: Dataset, where: Condition) -> Condition:
    """
    A store refuses a change of "every row", which is what a mistake comes down to. Where a person
    decided about a whole dataset, each row of it is meant by its id.
    """
    if isinstance(where, Everything) and dataset.primary_key:
        return not_(Missing(dataset.primary_key[0]))
    return where


def archived_steps(
    store_map: StoreMap, rows: Selection, archive: Archive, why: Because, today: date
) -> list[Step]:
    """*rows* and what hangs under them leave the system, and stay in *archive*."""
    removal = Removal(
        store_map=store_map,
        whose=whose_from(
            store_map, {rows.dataset: each_row(store_map.dataset(rows.dataset), rows.where)}
        ),
        why=why,
        today=today,
        persons=False,
        lost=False,
    )
    return [
        replace(step, archive=archive) if step.task.act.destructive else step
        for step in removal_steps(removal)
    ]


def _left(rule: RetentionRule, store_map: StoreMap, dataset: Dataset) -> Iterator[Condition]:
    """A row that became anonymous has lost its date too; there is nothing left to ask."""
    if in_place(rule) and (becomes := changes(rule, store_map, dataset)):
        yield still(becomes)


def _changed(
    policy: Policy,
    rule: RetentionRule,
    store_map: StoreMap,
    dataset: Dataset,
    why: Because,
    today: date,
) -> Iterator[Step]:
    """The rows stay; what they say of a person goes."""
    past = overdue(store_map, dataset, rule, today)
    held_by = holds(dataset.records, None, today) + promised(policy, dataset.records)
    yield from in_place_steps(rule, store_map, dataset, past, held_by, why, today)
    if becomes := changes(rule, store_map, dataset):
        done = all_of(past.free, not_(still(becomes)))
        yield _row_step(store_map, dataset, Act.KEEP, done, replace(why, text=_DONE))


def has_ceiling(policy: Policy, promise: Promise) -> bool:
    """A bare minimum beside a promised maximum for the same records: the maximum takes them."""
    rule = promise.retention
    return (
        rule is not None
        and rule.bound is Bound.AT_LEAST
        and rule.at_most is None
        and any(
            other.retention.bound is Bound.AT_MOST and other.retention.records is rule.records
            for other in policy.retention
            if other.retention and other.retention.keep
        )
    )


def _waits(rule: RetentionRule) -> Text:
    ended = any(m.clock is Moment.CONTRACT_END for m in rule.moments)
    return _NOT_ENDED if ended else _NOT_BEGUN


_STORAGE = "AVG artikel 5 lid 1 onder e"
_RUNNING = Text("de beloofde termijn loopt nog", "the promised term still runs")
_NOT_ENDED = Text(
    "zonder einddatum: het contract loopt nog", "without an end date: the contract still runs"
)
_DONE = Text(
    "de termijn is om; wat van een persoon was, is weg",
    "the term is over; what was of a person is gone",
)
_NOT_BEGUN = Text(
    "nog niet afgerond: de termijn is niet begonnen", "not completed yet: the term has not begun"
)
_MAY_STAY = Text(
    "het beloofde minimum is om; de beloofde maximale termijn zegt wanneer dit weg moet",
    "the promised minimum is over; the promised maximum says when this must go",
)
_UNDATED = Text(
    "zonder datum: niet te zien of de termijn voorbij is; een mens moet beslissen",
    "without a date: nobody can see whether the term is over; a person must decide",
)
_NO_TOTALS = Text(
    "de termijn is om, maar de gegevenskaart noemt geen `totals` voor de hele rij; een mens moet "
    "beslissen",
    "the term is over, but the data map names no `totals` for the whole row; a person must decide",
)
_ON_REQUEST = Text(
    "termijn voorbij, maar de verklaring wist dit alleen als de klant erom vraagt",
    "term over, but the statement erases this only when the customer asks",
)


def _told(rule: RetentionRule) -> Text:
    keep = term(rule)
    if rule.criterion is Criterion.WHILE_CUSTOMER and rule.keep is None:
        return Text("bewaard zolang iemand klant is", "kept while somebody is a customer")
    if rule.keep and rule.at_most:
        both = rule.keep, rule.at_most
        nl, en = ([period.tell(lang) for period in both] for lang in Lang)
        return Text(
            f"bewaard: ten minste {nl[0]}, ten hoogste {nl[1]}",
            f"kept: at least {en[0]}, at most {en[1]}",
        )
    sense = {
        Bound.EXACTLY: Text("bewaard: {keep}", "kept: {keep}"),
        Bound.AT_LEAST: Text("ten minste bewaard: {keep}", "kept at least: {keep}"),
        Bound.AT_MOST: Text("hooguit bewaard: {keep}", "kept at most: {keep}"),
    }[rule.bound]
    iso = keep or Period()
    return Text(
        sense.nl.format(keep=iso.tell(Lang.NL)),
        sense.en.format(keep=iso.tell(Lang.EN)),
    )


def _no_term(policy: Policy, dataset: Dataset) -> Because:
    """Say which promise speaks of these records without a number, if one does."""
    for promise in policy.retention:
        rule = promise.retention
        if rule and rule.records in dataset.records.promised_as:
            return Because(
                text=Text(
                    "de verklaring noemt geen termijn in een getal, of een datum ontbreekt",
                    "the statement names no term in a number, or there is no date to count from",
                ),
                promise=promise.id,
            )
    return Because(
        text=Text("geen belofte zegt hoe lang dit blijft", "no promise says how long this stays")
    )


def _row_step(
    store_map: StoreMap, dataset: Dataset, act: Act, rows: Condition, because: Because
) -> Step:
    task = Task(selection=Selection(dataset.name, rows), act=act)
    return Step(store=store_map.store, task=task, because=because)
