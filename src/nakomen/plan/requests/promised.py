"""Which promise a request rests on, and places where the map leaves nobody to be found."""

from nakomen.plan.model import Because
from nakomen.policy import Policy, Promise
from nakomen.records import Dataset
from nakomen.terms import RecordKind, Right, Text


def promise_for(policy: Policy, right: Right) -> str | None:
    """The first promise that grants *right*."""
    return next((p.id for p in policy.promises if right in p.rights), None)


def term_for(policy: Policy, records: RecordKind) -> Promise | None:
    """The promise with a number for records of this kind; one for its own kind comes first."""
    numbered = [p for p in policy.retention if p.retention and p.retention.keep]
    for kind in records.promised_as:
        for promise in numbered:
            if promise.retention and promise.retention.records is kind:
                return promise
    return None


def unreachable(dataset: Dataset) -> bool:
    """Holds personal data, but nothing in the map says how a person is found in it."""
    return bool(dataset.personal_columns) and not dataset.keys and not dataset.owner_links


def not_found_in() -> Because:
    return Because(
        text=Text(
            "de kaart zegt niet hoe een persoon hier te vinden is; vul een sleutel of link aan",
            "the map does not say how a person is found here; add a key or a link",
        )
    )
