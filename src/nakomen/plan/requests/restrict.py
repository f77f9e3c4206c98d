"""
Restriction (AVG artikel 18): what is hers stays stored, and can be used for nothing else.

The columns that say something of her are emptied where they stand; what stood there is kept apart,
encrypted, and comes back when the restriction is lifted. So every program that reads the system
finds nothing to use, whatever the database and whatever rights nakomen has on it.
"""

import re
from collections.abc import Iterator
from dataclasses import replace

from nakomen.law.tables.restriction import Item, restrict
from nakomen.law.tables.row import Row
from nakomen.plan.inside import UNREAD, asks, plain, unread
from nakomen.plan.model import Because, Step
from nakomen.plan.requests.case import Case, Person
from nakomen.plan.requests.ground import Ground
from nakomen.plan.requests.promised import not_found_in, promise_for, unreachable
from nakomen.plan.whose import Whose, whose
from nakomen.policy import Policy
from nakomen.records import (
    Act,
    Dataset,
    Filled,
    KeyKind,
    KeyRole,
    Nothing,
    Selection,
    StoreMap,
    Task,
    all_of,
    names_of,
)
from nakomen.terms import RecordKind, Right, Text

_ALWAYS = re.compile(
    r"\b(altijd|te allen tijde|op (elk|ieder|enig) moment|at any time|always)\b", re.I
)


def always_promised(policy: Policy) -> bool:
    """The own statement gives this right without asking why."""
    granted = (p.says or "" for p in policy.promises if Right.RESTRICTION in p.rights)
    return any(_ALWAYS.search(says) for says in granted)


def restriction(policy: Policy, ground: Ground | None) -> Row[Item]:
    """What the law says of a request with this ground; RES-05 refuses one without."""
    return restrict(
        Item(
            contested=ground is Ground.CONTESTED,
            unlawful=ground is Ground.UNLAWFUL,
            needed_for_claim=ground is Ground.CLAIM,
            objection_pending=ground is Ground.OBJECTION,
            promised=always_promised(policy),
        )
    )


def restrict_steps(case: Case) -> list[Step]:
    """Everything of hers is frozen; what stands among the data of others is told."""
    row = restriction(case.policy, case.ground)
    why = Because(
        text=row.when,
        promise=promise_for(case.policy, Right.RESTRICTION),
        rule=row.id,
        article=row.article,
    )
    return [
        step
        for store_map in case.maps
        # Children first: the keys of a parent may be what leads to them.
        for name, rows in reversed([*whose(store_map, case.person.kinds, found=True).items()])
        for step in _dataset(store_map, store_map.dataset(name), rows, why, case.person)
    ]


def _dataset(
    store_map: StoreMap, dataset: Dataset, rows: Whose, why: Because, person: Person
) -> Iterator[Step]:
    def step(act: Act, where: Selection, because: Because, *columns: str) -> Step:
        return Step(
            store=store_map.store,
            task=Task(selection=where, act=act, columns=columns),
            because=because,
            subject=person.subject,
        )

    hers = Selection(dataset.name, rows.hers)
    if isinstance(rows.hers, Nothing):
        if unreachable(dataset):
            yield step(Act.UNKNOWN, hers, not_found_in())
    elif dataset.records is RecordKind.STAFF:
        yield step(Act.ASK, hers, replace(why, text=_STAFF))
    elif columns := freezable(dataset):
        filled = Selection(dataset.name, all_of(rows.hers, Filled(columns)))
        yield step(Act.FREEZE, filled, why, *columns)
        yield from asks(step(Act.ASK, hers, why), all_of(rows.hers, unread(columns)), UNREAD)
    if not isinstance(rows.shared, Nothing):
        shared = Selection(dataset.name, rows.shared)
        yield step(Act.KEEP, shared, Because(text=_OTHERS, rule="avg-15-4"))


def freezable(dataset: Dataset) -> tuple[str, ...]:
    """
    Columns that say something of her and by which nothing is found or counted.

    Ids, references, customer numbers and the clocks of terms stay; so do the keys of a table whose
    rows have no id of their own, for nobody could find them again.
    """
    stays = set(dataset.primary_key) | {c for link in dataset.links for c in link.columns}
    stays |= {clock.column for clock in dataset.clocks}
    stays |= {n for key in dataset.keys if key.kind == KeyKind.CUSTOMER for n in names_of(key)}
    if not found_by_id(dataset):
        stays |= {n for k in dataset.keys if k.role is not KeyRole.PARTY for n in names_of(k)}
    return plain(c.name for c in dataset.personal_columns if c.name not in stays)


def found_by_id(dataset: Dataset) -> bool:
    """Its rows can be found again by their own id, or by that of the row they belong to."""
    return len(dataset.primary_key) == 1 or (not dataset.keys and bool(dataset.owner_links))


_STAFF = Text(
    "staat in de gegevens van het personeel: een mens moet beslissen",
    "stands among the data of staff: a person must decide",
)
_OTHERS = Text(
    "hoort bij een ander: daar blijft het staan, en `nakomen may use` weigert het gebruik",
    "belongs to somebody else: it stays there, and `nakomen may use` refuses its use",
)
