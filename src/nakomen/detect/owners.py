"""
Which of the links that may own a row do own it: it is about one person, and somebody answered.

An agent's reply stands in the customer's ticket and is hers; it names the agent. A vote is of who
voted, not of who wrote what was voted for. A ticket that names its sender belongs to no queue.
"""

from collections.abc import Callable, Mapping

from nakomen.detect.column_name import meaning
from nakomen.detect.column_role import is_author, is_customer_number, is_username
from nakomen.detect.person_name import Named, named
from nakomen.detect.shape import ENOUGH, Shape, shape
from nakomen.detect.usernames import hold_usernames
from nakomen.detect.words import bare, stems
from nakomen.records import Link, SeenColumn, SeenDataset
from nakomen.terms import Category, RecordKind

_PERSONS = (RecordKind.CUSTOMER, RecordKind.CONTACT)
_DOCUMENTS = (RecordKind.CONTRACT, RecordKind.BILLING, RecordKind.CORRESPONDENCE)
_ACCOUNTS = frozenset(stems("user account gebruiker login"))

# An order has a few addresses at most; of what is pointed to far less often, few rows are parts.
_ADDRESSES = 4

Kinds = Mapping[str, RecordKind]
Owners = dict[str, list[Link]]


def settled(
    seen: Mapping[str, SeenDataset], owners: Owners, kinds: Kinds, told: frozenset[str]
) -> Owners:
    """*owners* without the links that only say who acted, or that lead to no person at all."""
    people = {name for name in seen if _leads_to_person(seen[name], owners, kinds, told)}
    kept = {
        name: _of_one_person(seen[name], links, kinds, told, people)
        for name, links in owners.items()
    }
    while True:
        people = {name for name in seen if _leads_to_person(seen[name], kept, kinds, told)}
        left = {name: _leading(seen[name], ln, kinds, people) for name, ln in kept.items()}
        if left == kept:
            return kept
        kept = left


def _leading(dataset: SeenDataset, links: list[Link], kinds: Kinds, people: set[str]) -> list[Link]:
    """Links to persons' rows; without one, to the whole that nobody is known of: an invoice."""
    leading = [link for link in links if link.to in people]
    return leading or [
        link
        for link in links
        if kinds[link.to] is not RecordKind.OTHER and not _single(link, dataset)
    ]


def _of_one_person(
    dataset: SeenDataset, links: list[Link], kinds: Kinds, told: frozenset[str], people: set[str]
) -> list[Link]:
    whole = [ln for ln in links if ln.to in people and _is_whole(ln, dataset, kinds)]
    if whole:
        links = [ln for ln in links if not _is_actor(ln, dataset, kinds)]
    persons = [ln for ln in links if kinds[ln.to] in _PERSONS and not ln.when]
    by_person = any(_certain(ln, dataset) for ln in persons)
    if by_person or (kinds[dataset.name] in _DOCUMENTS and _has(dataset, _is_email)):
        return [
            ln for ln in links if kinds[ln.to] is not RecordKind.OTHER or ln.when or ln.to in told
        ]
    return links


def _is_whole(link: Link, dataset: SeenDataset, kinds: Kinds) -> bool:
    """Each row is part of an order, an invoice or a ticket."""
    return kinds[link.to] in _DOCUMENTS and _certain(link, dataset) and not link.when


def _is_actor(link: Link, dataset: SeenDataset, kinds: Kinds) -> bool:
    """A user beside the whole: who wrote the reply, who took the note."""
    if kinds[link.to] not in _PERSONS or link.when:
        return False
    in_case = kinds[dataset.name] is RecordKind.CORRESPONDENCE
    return in_case or not _ACCOUNTS.isdisjoint(stems(bare(link.to)))


def _certain(link: Link, dataset: SeenDataset) -> bool:
    return not any(column.nullable for column in _columns(link, dataset))


def _single(link: Link, dataset: SeenDataset) -> bool:
    """Nothing is pointed to twice, and something is."""
    columns = _columns(link, dataset)
    return all(column.unique or (column.distinct and column.sampled) for column in columns)


def _columns(link: Link, dataset: SeenDataset) -> list[SeenColumn]:
    every = (*dataset.columns, *dataset.inside)
    return [column for column in every if column.name in link.columns]


def _leads_to_person(
    dataset: SeenDataset, owners: Owners, kinds: Kinds, told: frozenset[str]
) -> bool:
    known = (*_PERSONS, RecordKind.STAFF)
    return (
        kinds[dataset.name] in known
        or bool(owners[dataset.name])
        or dataset.name in told
        or _has(dataset, _identifies)
        or bool(hold_usernames(dataset))
    )


def _has(dataset: SeenDataset, test: Callable[[SeenColumn], bool]) -> bool:
    return any(test(column) for column in dataset.columns)


def _is_email(column: SeenColumn) -> bool:
    said = meaning(column.name)
    named = said is not None and said.category is Category.EMAIL and column.sampled == 0
    return named or column.shares.get("email", 0) >= ENOUGH


def _identifies(column: SeenColumn) -> bool:
    """It names a person, or one of her lines, by itself."""
    said = meaning(column.name)
    line = (
        said is not None and said.category is Category.PHONE and (column.unique or column.distinct)
    )
    return _is_email(column) or is_username(column.name) or is_customer_number(column.name) or line


def is_part(
    link: Link, name: str, seen: Mapping[str, SeenDataset], owners: Owners, kinds: Kinds
) -> bool:
    """
    What *link* of table *name* points to is written down with that row and belongs to no other.

    Each is pointed to once, it says something of a person (or can be owned by one), and whoever
    points to it has a person: the addresses of an order.
    """
    to = seen.get(link.to)
    if to is None or link in owners[name] or link.when or link.to == name:
        return False
    if link.to_columns != to.primary_key or not _single(link, seen[name]):
        return False
    if _only_ties(seen[name]) or seen[name].rows * _ADDRESSES < to.rows:
        return False
    if kinds[link.to] is RecordKind.STAFF or (kinds[link.to] in _PERSONS and not owners[link.to]):
        return False
    mine = owners[name] or kinds[name] in _PERSONS or _has(seen[name], _identifies)
    free = not any(_certain(owner, to) for owner in owners[link.to])
    return bool(mine) and free and bool(owners[link.to] or _has(to, _says_who))


def _only_ties(dataset: SeenDataset) -> bool:
    """Nothing but references: a label on an article makes the article nobody's."""
    tied = {name for link in dataset.links for name in link.columns} | {*dataset.primary_key}
    return all(column.name in tied for column in dataset.columns)


def _says_who(column: SeenColumn) -> bool:
    if shape(column) is not Shape.TEXT or is_author(column.name):
        return False
    said = meaning(column.name)
    kinds = (Category.ADDRESS, Category.PHONE, Category.EMAIL)
    return named(column.name) is Named.PERSON or (said is not None and said.category in kinds)
