"""
Leaving: a notice that the contract ends is a request for erasure, on the day that was promised.

Three ways, by the statement. With a cooling-off time everything is out of the systems at once and
can come back until it is over. With a term after the end it stays until that day and is then
erased by `nakomen plan retention`. Without either it goes at once.
"""

from collections.abc import Iterator

from nakomen.plan.model import Because, Step
from nakomen.plan.requests.case import Case
from nakomen.plan.requests.erase import erase_steps
from nakomen.plan.requests.promised import not_found_in, unreachable
from nakomen.plan.whose import whose
from nakomen.policy import Control, Policy, Promise
from nakomen.records import Act, Condition, Dataset, Nothing, Selection, StoreMap, Task
from nakomen.terms import Moment, Period, RecordKind, Text

LEAVING = "offboard"
"""What the calendar calls a hold that ends because the person left."""


def cooling_off(policy: Policy) -> Period | None:
    """How long what a leaver had can come back."""
    promised = (p for p in policy.retention if p.control == Control.COOLING_OFF_90D)
    return next((p.retention.keep for p in promised if p.retention and p.retention.keep), None)


def last_term(policy: Policy) -> Promise | None:
    """The promise that says how long after the end customers' data stays."""
    for promise in policy.retention:
        rule = promise.retention
        ends = rule and rule.keep and rule.start is Moment.CONTRACT_END
        if rule and ends and rule.records in RecordKind.CUSTOMER.promised_as:
            return promise
    return None


def offboard_steps(case: Case) -> list[Step]:
    """Gone now and able to come back, or staying until its last day, or gone now."""
    promise = last_term(case.policy)
    if cooling_off(case.policy) or promise is None or promise.retention is None:
        return erase_steps(case)
    keep = promise.retention.keep or Period()
    because = Because(
        text=_UNTIL, promise=promise.id, rule=LEAVING, until=keep.after(case.today),
        article="AVG artikel 17 lid 1 onder a",
    )  # fmt: skip
    return [
        step
        for store_map in case.maps
        for name, rows in whose(store_map, case.person.kinds, found=True).items()
        for step in _waits(case, store_map, store_map.dataset(name), rows.hers, because)
    ]


def _waits(
    case: Case, store_map: StoreMap, dataset: Dataset, hers: Condition, because: Because
) -> Iterator[Step]:
    rows = Selection(dataset.name, hers)
    known = not isinstance(hers, Nothing)
    if not known and not unreachable(dataset):
        return
    act = (Act.ASK if dataset.records is RecordKind.STAFF else Act.KEEP) if known else Act.UNKNOWN
    yield Step(
        store=store_map.store,
        task=Task(selection=rows, act=act),
        because=because if known else not_found_in(),
        subject=case.person.subject,
    )


_UNTIL = Text(
    "opgezegd: wordt op deze dag gewist, behalve wat de wet dan nog laat bewaren",
    "notice given: erased on this day, but for what the law still keeps then",
)
