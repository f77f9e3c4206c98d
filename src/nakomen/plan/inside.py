"""
What stands inside documents and lists: what of it is hers, what is another's, and what nobody can
read.

A list may name several persons, so a row is never hers by an element of a list. Her elements go,
the others stay; and where she stands in a row in another way too, a person decides.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from nakomen.plan.model import Step
from nakomen.plan.whose import key_in
from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Key,
    KeyRole,
    Missing,
    Nothing,
    Selection,
    Task,
    Unreadable,
    Without,
    all_of,
    any_of,
    inside,
    not_,
    of_several,
)
from nakomen.terms import Text

UNREAD = Text(
    "geen leesbaar document: niet te zien wat erin staat of van wie het is; een mens moet kijken",
    "no document that can be read: nobody can see what it says or whose it is; a person must look",
)
OTHERS = Text(
    "het document noemt ook een ander, wiens deel is afgeschermd: een mens kijkt of dat klopt "
    "(AVG artikel 15 lid 4)",
    "the document names somebody else too, whose part is masked: a person sees whether that is "
    "right (GDPR article 15(4))",
)
FROM_LIST = Text(
    "staat in een lijst met anderen: alleen wat van deze persoon is gaat eruit",
    "stands in a list with others: only what is this person's goes",
)
IN_LIST = Text(
    "staat in een lijst met anderen in een rij die blijft: een mens moet beslissen",
    "stands in a list with others in a row that stays: a person must decide",
)


def asks(step: Step, rows: Condition, text: Text) -> Iterator[Step]:
    """A person must decide about *rows*, for the reason *text*; no step where there are none."""
    if not isinstance(rows, Nothing):
        task = Task(selection=Selection(step.task.dataset, rows), act=Act.ASK)
        because = replace(step.because, text=text)
        yield replace(step, task=task, because=because, clock=None)


def plain(names: Iterable[str]) -> tuple[str, ...]:
    """*names* without those that stand for the elements of a list, which have no single value."""
    return tuple(name for name in names if not of_several([name]))


def unread(names: Iterable[str]) -> Condition:
    """A column inside which one of *names* stands holds no document."""
    columns = dict.fromkeys(place.column for name in names if (place := inside(name)))
    return any_of(*(Unreadable(column) for column in columns))


def nobody_sees(dataset: Dataset) -> Condition:
    """A column that says whose the row is, inside, cannot be read."""
    links = (name for link in dataset.owner_links for name in link.columns)
    return unread([*(key.column for key in dataset.keys), *links])


def parts_of_others(dataset: Dataset) -> tuple[str, ...]:
    """Parts of documents that are about somebody else: what a second party stands in."""
    places = (place for key in dataset.keys if _other(key) and (place := inside(key.column)))
    return tuple(dict.fromkeys(str(place.around or place) for place in places))


def outside(names: Iterable[str], parts: Iterable[str]) -> tuple[str, ...]:
    """*names* but for those that stand inside one of *parts*."""
    covers = [place for part in parts if (place := inside(part))]

    def covered(name: str) -> bool:
        place = inside(name)
        return place is not None and any(
            place.column == cover.column and place.steps[: len(cover.steps)] == cover.steps
            for cover in covers
        )

    return tuple(name for name in names if not covered(name))


def names_others(dataset: Dataset) -> Condition:
    """The document names a person who is not she, or a list in which others may stand."""
    parts = (k for k in dataset.keys if _other(k) and inside(k.column))
    return any_of(
        *(
            not_(Missing(k.column))
            if of_several([k.column])
            else all_of(not_(Missing(k.column)), not_(key_in(k)))
            for k in parts
        )
    )


def in_lists(dataset: Dataset, kinds: frozenset[str]) -> tuple[Key, ...]:
    """Keys by which she is found in lists of *dataset*."""
    return tuple(k for k in dataset.keys if k.kind in kinds and of_several([k.column]))


def named_in(keys: Iterable[Key]) -> Condition:
    return any_of(*map(key_in, keys))


def taken_out(dataset: Dataset, rows: Condition, keys: tuple[Key, ...]) -> Task:
    """Her elements go from the lists of *rows*."""
    columns = tuple(dict.fromkeys(key.column for key in keys))
    by_column = {key.column: Without(key.kind, key.written) for key in keys}
    return Task(
        selection=Selection(dataset.name, rows),
        act=Act.OMIT,
        columns=columns,
        becomes=tuple(by_column[column] for column in columns),
    )


def _other(key: Key) -> bool:
    return key.role is KeyRole.PARTY or of_several([key.column])
