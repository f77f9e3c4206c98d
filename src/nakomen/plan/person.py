"""Requests of one person: access (AVG artikel 15) and erasure (AVG artikel 17)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from nakomen.plan.model import Ask, Because, Notice, Step
from nakomen.plan.remove import Removal, removal_steps
from nakomen.plan.weigh import Claim
from nakomen.plan.whose import Whose, whose
from nakomen.policy import Policy, Promise
from nakomen.records import Act, Dataset, Nothing, Selection, StoreMap, Task
from nakomen.terms import Category, RecordKind, Right, Text


@dataclass(frozen=True, kw_only=True)
class Person:
    """A person as a plan knows her: an id in the subject book and the kinds of key found."""

    subject: str
    kinds: frozenset[str]


def access_steps(policy: Policy, maps: Sequence[StoreMap], person: Person) -> list[Step]:
    """A copy of everything, dataset by dataset; what is shared is shown masked."""
    why = Because(
        text=Text("recht van inzage", "right of access"),
        promise=promise_for(policy, Right.ACCESS),
        rule="avg-15",
        article="AVG artikel 15",
    )
    steps: list[Step] = []
    for store_map in maps:
        owned = whose(store_map, person.kinds, found=True)
        for dataset in store_map.datasets:
            steps += _exports(store_map, dataset, owned[dataset.name], why, person)
    return steps


def _exports(
    store_map: StoreMap, dataset: Dataset, rows: Whose, why: Because, person: Person
) -> Iterator[Step]:
    columns = tuple(c.name for c in dataset.columns)
    base = Step(
        store=store_map.store,
        task=Task(selection=Selection(dataset.name, rows.hers), act=Act.EXPORT, columns=columns),
        because=why,
        subject=person.subject,
    )
    if not isinstance(rows.hers, Nothing):
        yield base
    elif unreachable(dataset):
        yield replace(base, task=replace(base.task, act=Act.UNKNOWN), because=_unreachable())
    if not isinstance(rows.shared, Nothing):
        task = replace(
            base.task,
            selection=Selection(dataset.name, rows.shared),
            masked=about_others(dataset),
        )
        yield replace(base, task=task, because=replace(why, text=_SHARED, rule="avg-15-4"))


def about_others(dataset: Dataset) -> tuple[str, ...]:
    """
    Columns of a shared row that can name somebody else: keys, references, and who-columns.

    When a call was made and how long it took is about both; who else made it is not hers.
    """
    named = {key.column for key in dataset.keys}
    named |= {name for link in dataset.owner_links for name in link.columns}
    named |= {c.name for c in dataset.personal_columns if c.category is not Category.TRAFFIC_DATA}
    return tuple(c.name for c in dataset.columns if c.name in named)


_SHARED = Text(
    "gedeeld met een ander: wat de ander aangaat is afgeschermd (AVG artikel 15 lid 4)",
    "shared with somebody else: what concerns the other is masked (GDPR article 15(4))",
)


def unreachable(dataset: Dataset) -> bool:
    """Holds personal data, but nothing in the map says how a person is found in it."""
    return bool(dataset.personal_columns) and not dataset.keys and not dataset.owner_links


def _unreachable() -> Because:
    return Because(
        text=Text(
            "de kaart zegt niet hoe een persoon hier te vinden is; vul een sleutel of link aan",
            "the map does not say how a person is found here; add a key or a link",
        )
    )


def erase_steps(
    policy: Policy,
    maps: Sequence[StoreMap],
    person: Person,
    today: date,
    claim: Claim | None = None,
) -> list[Step]:
    """Everything that is hers goes, but for what a norm or a claim still holds."""
    why = Because(
        text=Text("recht op gegevenswissing", "right to erasure"),
        promise=promise_for(policy, Right.ERASURE),
        rule="avg-17",
        article="AVG artikel 17 lid 1",
    )
    steps: list[Step] = []
    for store_map in maps:
        owned = whose(store_map, person.kinds, found=True)
        removal = Removal(
            store_map=store_map,
            whose=owned,
            why=why,
            today=today,
            subject=person.subject,
            claim=claim,
        )
        steps += removal_steps(removal)
        for dataset in store_map.datasets:
            if dataset.records is RecordKind.STAFF:
                steps += _employee(removal, dataset)
            steps += _others(policy, store_map, dataset, owned[dataset.name], person)
    return steps


def _employee(removal: Removal, dataset: Dataset) -> Iterator[Step]:
    """An employee who is a customer too: her file at work is never taken along."""
    rows = removal.whose[dataset.name].hers
    if not isinstance(rows, Nothing):
        yield Step(
            store=removal.store_map.store,
            task=Task(selection=Selection(dataset.name, rows), act=Act.ASK),
            because=Because(text=_STAFF, promise=removal.why.promise),
            subject=removal.subject,
        )


_STAFF = Text(
    "staat in de gegevens van het personeel: een mens moet beslissen",
    "stands among the data of staff: a person must decide",
)


def _others(
    policy: Policy, store_map: StoreMap, dataset: Dataset, rows: Whose, person: Person
) -> Iterator[Step]:
    """Rows of somebody else in which she is named, and places where nobody can be found."""
    base = Step(
        store=store_map.store,
        task=Task(selection=Selection(dataset.name, rows.shared), act=Act.ASK),
        because=Because(text=_OTHERS, rule="avg-15-4", article="AVG artikel 17, artikel 15 lid 4"),
        subject=person.subject,
    )
    if not isinstance(rows.shared, Nothing):
        term = term_for(policy, dataset.records)
        rule = term.retention if term else None
        clock = dataset.clock(rule.start) if rule else None
        if term and clock:
            because = replace(base.because, promise=term.id)
            kept = replace(base, task=replace(base.task, act=Act.KEEP), because=because)
            yield replace(kept, clock=clock.column)
        else:
            yield base
    elif isinstance(rows.hers, Nothing) and unreachable(dataset):
        yield replace(base, task=replace(base.task, act=Act.UNKNOWN), because=_unreachable())


_OTHERS = Text(
    "hoort bij een ander, die ook rechten heeft; er staat ook iets van deze persoon in",
    "belongs to somebody else, who has rights too; it also names this person",
)


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


def notices(policy: Policy, what: Text) -> tuple[Notice, ...]:
    """Every receiver that the statement names must be told (AVG artikel 19)."""
    names = dict.fromkeys(
        str(p.recipient["name"]) for p in policy.promises if p.recipient.get("name")
    )
    return tuple(Notice(recipient=name, what=what) for name in names)


def asks(policy: Policy, what: Text) -> tuple[Ask, ...]:
    """Processors that must do the same in their own systems (AVG artikel 28 lid 3 onder e)."""
    why = Text("verwerker volgens de verklaring", "processor according to the statement")
    names = dict.fromkeys(
        str(p.recipient["name"])
        for p in policy.promises
        if p.recipient.get("name") and p.kind == "processor"
    )
    return tuple(Ask(to=name, what=what, why=why) for name in names)
