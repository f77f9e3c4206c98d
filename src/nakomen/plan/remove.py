"""
Taking records out of one store: what goes, what is emptied, what stays and until when.

One path for every removal. A person's request and a term that ran out differ only in where the rows
are taken from (*whose*); the weighing, the order and the steps are the same.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from nakomen.plan.inside import IN_LIST, UNREAD, asks, plain, unread
from nakomen.plan.model import Because, Step
from nakomen.plan.taken import Weighed
from nakomen.plan.weigh import Claim, Hold, holds, promised, same_kind_parent, weigh
from nakomen.plan.whose import Whose, detachable, foreign_person, parents_first, wholes
from nakomen.policy import Policy
from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Everything,
    Filled,
    KeyKind,
    Link,
    Linked,
    Nothing,
    Referenced,
    Selection,
    StoreMap,
    Task,
    all_of,
    any_of,
    names_of,
    not_,
    of_several,
)
from nakomen.terms import Category, RecordKind, Text


@dataclass(frozen=True, kw_only=True)
class Removal:
    """
    One removal from one store, ready to be told as steps.

    *why* is the promise or norm that asks for it. *persons* says that rows are taken by a person's
    keys, so that rows of somebody else can hang among them.
    """

    store_map: StoreMap
    whose: Mapping[str, Whose]
    why: Because
    today: date
    subject: str | None = None
    claim: Claim | None = None
    persons: bool = True
    policy: Policy | None = None
    """Given when terms run out by themselves: then a promised minimum holds too."""
    lost: bool = True
    """False where nothing is lost: what a norm keeps is kept in an archive as well."""
    released: bool = False
    """A person saw that rows bear no date, and decided that no duty keeps them any more."""
    mine: Mapping[str, Condition] | None = None
    """The rows that this one takes, where *whose* tells of all that go in the same plan."""

    @cached_property
    def order(self) -> tuple[Dataset, ...]:
        """In which rows go: what belongs to others before those."""
        return tuple(reversed(parents_first(self.store_map)))

    @cached_property
    def _places(self) -> dict[str, int]:
        return {dataset.name: place for place, dataset in enumerate(self.order)}

    def before(self, one: Dataset, other: Dataset) -> bool:
        return self._places[one.name] < self._places[other.name]

    def taken(self, name: str) -> Condition:
        """Rows that this removal speaks of, free or not."""
        return self.whose[name].hers if self.mine is None else self.mine[name]

    def held_by(self, dataset: Dataset) -> tuple[Hold, ...]:
        """A part is held by what holds its whole: the address by what keeps the order."""
        own = self._held_itself(dataset)
        whole = (hold for by, _ in wholes(self.store_map, dataset) for hold in self.held_by(by))
        return tuple(dict.fromkeys((*own, *whole)))

    def _held_itself(self, dataset: Dataset) -> tuple[Hold, ...]:
        if not self.lost:
            return ()
        by_law = holds(dataset.records, self.claim, self.today)
        return by_law + (promised(self.policy, dataset.records) if self.policy else ())

    def weighed(self, dataset: Dataset) -> Weighed:
        """What is free; of a part no more than of the rows that point to it."""
        pointing = wholes(self.store_map, dataset)
        family = any(by.records is dataset.records for by, _ in pointing)
        held_by = () if family else self._held_itself(dataset)
        found = weigh(self.store_map, dataset, held_by, self.today)
        if self.released:
            found = replace(found, free=any_of(found.free, found.undated), undated=Nothing())
        for by, link in pointing:
            above = self.weighed(by)
            if not isinstance(above.free, Everything):
                kept = Referenced(link.to_columns, by.name, link.columns, not_(above.free))
                found = replace(found, free=all_of(found.free, not_(kept)))
            if not isinstance(above.undated, Nothing):
                unclear = Referenced(link.to_columns, by.name, link.columns, above.undated)
                found = replace(found, undated=any_of(found.undated, unclear))
        return found

    @property
    def knotted(self) -> bool:
        """
        Two datasets cannot do without each other: what points to a row may go after it, and then
        what stays cannot be told from what is there when a row has its turn.
        """
        return any(
            not (link.owner or link.part or detachable(child, link) or self.before(child, dataset))
            for dataset in self.order
            if _speaks_of(self, dataset)
            for child, link in self.store_map.children(dataset.name)
            if child.name != dataset.name and _speaks_of(self, child)
        )

    def touched(self, name: str) -> Condition:
        """Rows that are taken and free: they go, or are emptied."""
        dataset = self.store_map.dataset(name)
        return all_of(self.whose[name].hers, self.weighed(dataset).free)


def removal_steps(removal: Removal) -> list[Step]:
    """Steps in the order in which they can be carried out: references first, then children."""
    rows = (step for dataset in removal.order for step in row_steps(removal, dataset))
    steps = [*detach_steps(removal), *rows]
    return [chosen_first(step) for step in steps] if removal.knotted else steps


def chosen_first(step: Step) -> Step:
    """Its rows are chosen before the first of its transaction goes."""
    if not step.task.act.destructive:
        return step
    return replace(step, task=replace(step.task, together=True))


def detach_steps(removal: Removal) -> Iterator[Step]:
    """References that would keep what goes."""
    for dataset in removal.order:
        if _speaks_of(removal, dataset):
            yield from _detach(removal, dataset)


def _speaks_of(removal: Removal, dataset: Dataset) -> bool:
    staff = removal.persons and dataset.records is RecordKind.STAFF
    return not staff and not isinstance(removal.taken(dataset.name), Nothing)


def row_steps(removal: Removal, dataset: Dataset) -> Iterator[Step]:
    """What becomes of the rows of one dataset: kept, erased, emptied, or asked about."""
    if not _speaks_of(removal, dataset):
        return
    weighed = removal.weighed(dataset)
    hers = removal.taken(dataset.name)
    yield from _kept(removal, dataset, all_of(hers, weighed.held), all_of(hers, weighed.undated))
    staying = any_of(*_references(removal, dataset))
    free = all_of(hers, weighed.free)
    yield _step(removal, dataset, Act.ERASE, all_of(free, not_(staying)), removal.why)
    if isinstance(staying, Nothing):
        return
    rows, hold = all_of(free, staying), _hold_below(removal, dataset)
    pointing = wholes(removal.store_map, dataset)
    yield from _in_documents(removal, dataset, rows, hold)
    if not pointing:
        yield _shell(removal, dataset, rows, hold)
        return
    # What keeps its whole needs the part too; a part whose whole goes needs nothing any more.
    whole = any_of(*(_kept_whole(removal, by, link) for by, link in pointing))
    yield _shell(removal, dataset, all_of(rows, whole), hold or _hold_beside(removal, dataset))
    yield _shell(removal, dataset, all_of(rows, not_(whole)), hold)


def _kept(
    removal: Removal, dataset: Dataset, held: Condition, undated: Condition
) -> Iterator[Step]:
    held_by = removal.held_by(dataset)
    if not held_by:
        return
    strongest = held_by[0]
    because = Because(
        text=strongest.text,
        rule=strongest.rule,
        article=strongest.article,
        until=strongest.until,
        promise=strongest.promise or removal.why.promise,
        refused=_refusal(strongest) if removal.why.rule == "avg-17" else None,
    )
    clock = dataset.own_clock(strongest.start)
    kept = _step(removal, dataset, Act.KEEP, held, because)
    yield replace(kept, clock=clock.column if clock else None)
    undated_because = replace(because, text=UNDATED, until=None, refused=None)
    yield _step(removal, dataset, Act.ASK, undated, undated_because)


UNDATED = Text(
    "zonder datum: niet te zien of de bewaarplicht nog loopt; een mens moet beslissen",
    "without a date: nobody can see whether the duty to keep still runs; a person must decide",
)


def _refusal(hold: Hold) -> str:
    """By which exception a person who asks for erasure is refused: a claim, or a duty to keep."""
    claim = hold.rule == "avg-17-3-e"
    return "AVG artikel 17 lid 3 onder e" if claim else "AVG artikel 17 lid 3 onder b"


def _shell(removal: Removal, dataset: Dataset, rows: Condition, hold: Hold | None) -> Step:
    """The row stays as something others point to; what it says about the person goes."""
    needed = hold.needs - _shown_below(removal, dataset, hold) if hold else frozenset()
    columns = blankable(dataset, needed)
    because = replace(
        removal.why,
        text=_SHELL,
        rule=hold.rule if hold else None,
        article=hold.article if hold else removal.why.article,
    )
    if not columns:
        return _step(removal, dataset, Act.KEEP, rows, because)
    selected = all_of(rows, Filled(columns))
    step = _step(removal, dataset, Act.BLANK, selected, because)
    return replace(step, task=replace(step.task, columns=columns))


def _in_documents(
    removal: Removal, dataset: Dataset, rows: Condition, hold: Hold | None
) -> Iterator[Step]:
    """What cannot be emptied by itself in a row that stays: a list, and what nobody can read."""
    step = _step(removal, dataset, Act.ASK, rows, removal.why)
    unseen = unread(blankable(dataset, hold.needs if hold else frozenset()))
    yield from asks(step, all_of(rows, unseen), UNREAD)
    lists = (c.name for c in dataset.personal_columns if of_several([c.name]))
    yield from asks(step, all_of(rows, any_of(*(Filled((name,)) for name in lists))), IN_LIST)


_SHELL = Text(
    "andere gegevens die blijven, verwijzen naar deze rij: de rij blijft leeg achter",
    "records that stay point to this row: the row stays, emptied",
)


def blankable(dataset: Dataset, needed: frozenset[Category]) -> tuple[str, ...]:
    """
    Columns that can be emptied: personal, not needed, and neither an id nor a reference.

    A customer number stays: it is how the books name the account, and says nothing by itself.
    """
    fixed = set(dataset.primary_key) | {c for link in dataset.links for c in link.columns}
    fixed |= {n for key in dataset.keys if key.kind == KeyKind.CUSTOMER for n in names_of(key)}
    return plain(
        c.name for c in dataset.personal_columns if c.name not in fixed and c.category not in needed
    )


def _hold_below(removal: Removal, dataset: Dataset) -> Hold | None:
    """The strongest norm on records that hang under this dataset."""
    for child, link in removal.store_map.children(dataset.name):
        if link.owner and child.name != dataset.name:
            held_by = removal.held_by(child) or ((h,) if (h := _hold_below(removal, child)) else ())
            if held_by:
                return held_by[0]
    return None


def _hold_beside(removal: Removal, dataset: Dataset) -> Hold | None:
    """The strongest norm on records that hang under what this is a part of."""
    found = (_hold_below(removal, by) for by, _ in wholes(removal.store_map, dataset))
    return next((hold for hold in found if hold), None)


def _shown_below(removal: Removal, dataset: Dataset, hold: Hold) -> frozenset[Category]:
    """Categories that the held records themselves carry: an invoice that names its customer."""
    shown: frozenset[Category] = frozenset()
    for child, link in removal.store_map.children(dataset.name):
        if link.owner and child.name != dataset.name:
            if hold in removal.held_by(child):
                shown |= {column.category for column in child.columns}
            shown |= _shown_below(removal, child, hold)
    return shown


def _references(removal: Removal, dataset: Dataset) -> Iterator[Condition]:
    """Rows of *dataset* that a row which stays points to."""
    for child, link in removal.store_map.children(dataset.name):
        if link.part:
            stays = _whole_stays(removal, child, link)
        elif link.owner:
            stays = _owned_stays(removal, child)
        else:
            stays = _pointing_stays(removal, dataset, child, link)
        if not isinstance(stays, Nothing):
            yield Referenced(link.to_columns, child.name, link.columns, stays)


def _owned_stays(removal: Removal, child: Dataset) -> Condition:
    """A member of a family goes with its head, whose freedom already counts every member."""
    other = foreign_person(child) if removal.persons else Nothing()
    member = same_kind_parent(removal.store_map, child) is not None
    held = Nothing() if member else not_(removal.weighed(child).free)
    return any_of(held, other, *_references(removal, child))


def _whole_stays(removal: Removal, child: Dataset, link: Link) -> Condition:
    """
    Rows of *child* that keep their part: those that stay, and all that cannot be taken off it.

    What falls due by itself is found through its whole; taken off, nothing would find it again.
    """
    if not removal.persons or not detachable(child, link):
        return Everything()
    return _stays(removal, child)


def _stays(removal: Removal, dataset: Dataset) -> Condition:
    return any_of(not_(removal.touched(dataset.name)), *_references(removal, dataset))


def _kept_whole(removal: Removal, by: Dataset, link: Link) -> Condition:
    """Rows of a part that a row of *by* which stays points to."""
    return Referenced(link.to_columns, by.name, link.columns, _stays(removal, by))


def _pointing_stays(removal: Removal, dataset: Dataset, child: Dataset, link: Link) -> Condition:
    """Rows of *child* that still point when *dataset* has its turn: neither erased nor detached."""
    if detachable(child, link):
        return not_(removal.touched(child.name))
    return _stays(removal, child) if removal.before(child, dataset) else Everything()


def _detach(removal: Removal, dataset: Dataset) -> Iterator[Step]:
    for link in dataset.links:
        target = removal.whose.get(link.to)
        if link.owner or target is None or isinstance(target.hers, Nothing):
            continue
        if detachable(dataset, link) and (removal.persons or not link.part):
            points = Linked(link.columns, link.to, link.to_columns, target.hers)
            going = all_of(removal.taken(dataset.name), removal.weighed(dataset).free)
            rows = all_of(going, Filled(link.columns), points)
            if link.part:
                rows = all_of(rows, not_(any_of(*_references(removal, dataset))))
            step = _step(removal, dataset, Act.DETACH, rows, replace(removal.why, text=_DETACH))
            yield replace(step, task=replace(step.task, columns=link.columns))


_DETACH = Text(
    "verwijzing losmaken, zodat de rijen waarnaar hij wijst weg kunnen",
    "take the reference off, so that the rows it points to can go",
)


def _step(removal: Removal, dataset: Dataset, act: Act, rows: Condition, why: Because) -> Step:
    return Step(
        store=removal.store_map.store,
        task=Task(selection=Selection(dataset.name, rows), act=act),
        because=why,
        subject=removal.subject,
    )
