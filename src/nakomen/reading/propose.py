"""Facts as entries of a policy: a proposal, until a person says yes."""

from collections.abc import Iterator
from typing import Any

from nakomen.reading.facts import Facts, Promise, RetentionFact
from nakomen.reading.stated_entry import several, stated_entry
from nakomen.records import Act
from nakomen.terms import Bound, Criterion, Lang, Moment, RecordKind

Entry = dict[str, Any]
_RETENTION = ("retention", "deletion_trigger")


def propose(facts: Facts, file: str) -> dict[str, Any]:
    """
    The parts of a policy.yaml: ``statement``, ``controller`` and ``promises``.

    Only what the statement says. Two readings are filled in where it leaves them open, and both
    wait for a person: an end that is not named is erasure, and for a bare minimum a question.
    """
    # Of another language little is read; what people are told about it is Dutch.
    said = facts.statement.language
    language = said if said in set(Lang) else Lang.NL.value
    statement = {
        "file": file,
        "language": language,
        "title": facts.statement.title,
        "version": facts.statement.version,
        "date": _full_date(facts.statement.date),
    }
    return {
        "statement": _filled(statement),
        "controller": _filled(facts.controller.as_json),
        "promises": [entry for promise in facts.promises for entry in _entries(facts, promise)],
    }


def _filled(entry: Entry) -> Entry:
    return {name: value for name, value in entry.items() if value not in (None, [], {}, "")}


def _full_date(text: str | None) -> str | None:
    """A date of which only the month is known stays out: it would have to be guessed."""
    return text if text and len(text) == len("2026-11-21") else None


def _entries(facts: Facts, promise: Promise) -> Iterator[Entry]:
    """One entry a promise; one more for each further receiver or purpose that it names."""
    base = {
        "id": promise.id,
        "kind": promise.kind,
        "control": promise.control,
        "says": promise.quote,
        "at": promise.start,
        "certainty": promise.certainty.value,
    }
    told = _term(facts, promise) | stated_entry(facts, promise)
    more = [_filled(part) for part in several(facts, promise)]
    yield base | _filled(told | (more[0] if more else {}))
    for number, part in enumerate(more[1:], start=2):
        yield base | {"id": f"{promise.id}-{number}"} | part


def _term(facts: Facts, promise: Promise) -> Entry:
    """How long data stays, or within which term a request is answered."""
    stated = promise.parameters
    if promise.kind in _RETENTION:
        return {"retention": _rule(facts, promise)}
    if promise.kind == "deadline":
        rights = [stated["right"]] if stated.get("right") else []
        return {"within": stated.get("within"), "rights": rights}
    return {"rights": stated["rights"]} if promise.kind == "right" and "rights" in stated else {}


def _rule(facts: Facts, promise: Promise) -> Entry | None:
    """The term, when the company itself keeps the data and the statement says from when or why."""
    fact = next((f for f in facts.retention if _is_about(promise, f)), None)
    if fact is None or fact.holder or fact.criterion is Criterion.NON_PAYMENT:
        return None
    return _filled(
        {
            "records": fact.object.value,
            "keep": fact.period and fact.period.iso,
            "bound": fact.bound.value,
            "from": _start(fact).value,
            "then": _end(fact).value,
            "criterion": fact.criterion and fact.criterion.value,
        }
    )


def _is_about(promise: Promise, fact: RetentionFact) -> bool:
    """One sentence may name two terms: the records and the number tell them apart."""
    said = promise.parameters
    period = fact.period.iso if fact.period else None
    return (fact.start, fact.object.value, period) == (
        promise.start,
        said.get("object"),
        said.get("period"),
    )


def _start(fact: RetentionFact) -> Moment:
    if fact.start_event:
        return fact.start_event
    leaves = fact.criterion is Criterion.WHILE_CUSTOMER
    return Moment.CONTRACT_END if leaves else Moment.EVENT


def _end(fact: RetentionFact) -> Act:
    """
    What happens when the term is over.

    Traffic data may not stay once its use is over (Telecommunicatiewet artikel 11.5), so there even
    a minimum ends in erasure; elsewhere a bare minimum says nothing about the day after.
    """
    if fact.act:
        # A statement that lets rows stay without a person in them says that they are anonymous.
        return Act.ANONYMISE if fact.act is Act.BLANK else fact.act
    bare = fact.bound is Bound.AT_LEAST and fact.object is not RecordKind.TRAFFIC
    return Act.ASK if bare else Act.ERASE
