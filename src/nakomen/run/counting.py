"""What each step would touch, counted in as few questions as the stores allow."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from nakomen.plan import Step, term
from nakomen.plan.weigh import holds
from nakomen.records import Act, Count, Keys, Question
from nakomen.run.company import Company


def counted(
    company: Company, steps: Sequence[Step], keys: Mapping[str, Keys], today: date
) -> list[Step]:
    """
    *steps* with rows, end dates and statements; a mere case that concerns no row is left out.

    Args:
        keys: of each subject that a step is about.
    """
    filled: dict[int, Step] = {}
    groups: dict[tuple[str, str | None], list[int]] = {}
    for place, step in enumerate(steps):
        groups.setdefault((step.store, step.subject), []).append(place)
    for (store, subject), places in groups.items():
        known = keys.get(subject or "", {})
        mine = [steps[place] for place in places]
        asked = [Question(selection=step.task.selection, clock=step.clock) for step in mine]
        counts = company.stores[store].count(asked, known)
        for place, step, count in zip(places, mine, counts, strict=True):
            filled[place] = _filled(company, step, count, known, today)
    return families(
        [
            step
            for _, step in sorted(filled.items(), key=lambda pair: pair[0])
            if _worth_telling(step)
        ]
    )


def _filled(company: Company, step: Step, count: Count, keys: Keys, today: date) -> Step:
    until = step.because.until or _until(company, step, count.newest, today)
    destructive = step.task.act.destructive
    sql = company.stores[step.store].explain(step.task, keys) if destructive else ()
    because = replace(step.because, until=until)
    return replace(step, rows=count.rows, sql=tuple(sql), because=because)


_ALWAYS = (Act.ERASE, Act.AGGREGATE, Act.TRUNCATE, Act.ANONYMISE, Act.EXPORT, Act.UNKNOWN)


def _worth_telling(step: Step) -> bool:
    """A case that concerns no row is left out; the dataset itself always keeps its main step."""
    return bool(step.rows) or step.task.act in _ALWAYS


def until_of(company: Company, step: Step, newest: date | None, today: date) -> date | None:
    """The first free day of what *step* keeps, when *newest* is its last clock day."""
    if step.task.act is not Act.KEEP:
        return None
    return _until(company, step, newest, today) or _fixed(company, step, today)


def _fixed(company: Company, step: Step, today: date) -> date | None:
    """The day of a hold that counts from no clock: the review of a claim."""
    records = company.store_map(step.store).dataset(step.task.dataset).records
    counted_from = {hold.rule for hold in holds(records, None, today)}
    return None if step.because.rule in counted_from else step.because.until


def _until(company: Company, step: Step, newest: date | None, today: date) -> date | None:
    if newest is None or step.task.act is not Act.KEEP:
        return None
    records = company.store_map(step.store).dataset(step.task.dataset).records
    for hold in holds(records, None, today):
        if hold.rule == step.because.rule:
            return hold.free_from(newest)
    promise = step.because.promise
    rule = company.policy.promise(promise).retention if promise else None
    keep = term(rule) if rule else None
    return keep.free_from(newest, rule.start) if rule and keep else None


def families(steps: Sequence[Step]) -> list[Step]:
    """Records that a norm keeps together are free together: the last day counts for all."""
    last: dict[tuple[str | None, ...], date] = {}
    for step in steps:
        if step.because.until and step.because.rule:
            key = (step.store, step.subject, step.because.rule)
            last[key] = max(last.get(key, step.because.until), step.because.until)
    return [
        replace(step, because=replace(step.because, until=until))
        if step.because.rule
        and step.task.act in (Act.KEEP, Act.BLANK)
        and (until := last.get((step.store, step.subject, step.because.rule)))
        else step
        for step in steps
    ]
