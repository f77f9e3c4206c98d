"""
Which row belongs to which: foreign keys as the database declares them, and guesses by name.

A link owns when the row is about the person of the row it points to. Belonging runs one way, from
the many to the one: an invoice belongs to its customer, a customer never to an invoice.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from nakomen.detect.column_role import is_second_party
from nakomen.detect.composite import guessed_composite
from nakomen.detect.documents import links_inside
from nakomen.detect.guess import alike, guessed, targets_of
from nakomen.detect.kind import kind
from nakomen.detect.of_parts import tells_person
from nakomen.detect.owners import is_part, settled
from nakomen.detect.words import bare, spoken, stem, stems
from nakomen.records import Link, SeenDataset, Survey
from nakomen.terms import RecordKind

# The lower the number, the nearer to the person. A row belongs to its equals and betters.
_RANK: Mapping[RecordKind, int] = {
    RecordKind.CUSTOMER: 0,
    RecordKind.CONTACT: 1,
    RecordKind.CONTRACT: 2,
    RecordKind.BILLING: 3,
    RecordKind.CORRESPONDENCE: 4,
    RecordKind.TRAFFIC: 5,
    RecordKind.LOGIN: 5,
    RecordKind.NEWSLETTER: 5,
}
_LAST = 9
_BY_STAFF = re.compile(
    r"\b(?:default|manager|assigned|assignee|behandelaar|behandeld|agent|approver|approved|reviewer"
    r"|editor|operator|employee|medewerker|verkoper|sales)\b"
)
_BY_SOMEBODY = re.compile(r"\b(?:by|door|referrer|referred|aanbrenger|author|auteur)\b")
Links = Mapping[str, tuple[Link, ...]]
Owners = dict[str, list[Link]]


def links_of(survey: Survey) -> Links:
    """For each dataset its links, in the order of the columns, with who owns."""
    seen = {dataset.name: dataset for dataset in survey.datasets}
    targets = targets_of(seen.values())
    plain = {
        name: (
            *_declared(d),
            *guessed(d, targets),
            *links_inside(d, targets),
            *guessed_composite(d),
        )
        for name, d in seen.items()
    }
    return _owned(seen, alike(seen, plain))


def _declared(dataset: SeenDataset) -> Iterator[Link]:
    for link in dataset.links:
        yield Link(columns=link.columns, to=link.to, to_columns=link.to_columns, owner=False)


def _owned(seen: Mapping[str, SeenDataset], plain: Links) -> Links:
    """
    The same links with those marked that own.

    Nearest to the person first, so that where two tables point to one another the child's link
    owns and the reference back does not. Who made or changed a row owns it only when nobody else
    does. Repeated until nothing is added: a task belongs through its project.
    """
    kinds = {name: kind(dataset) for name, dataset in seen.items()}
    told = _told_of(seen, plain)
    pairs = _by_nearness(seen, plain, kinds)
    owners: Owners = {name: [] for name in plain}
    for said_by in (False, True):
        waiting = [p for p in pairs if _acts(p[1], plain[p[0]]) is said_by]
        while _add(waiting, owners, kinds, told, alone=said_by):
            waiting = [(name, link) for name, link in waiting if link not in owners[name]]
    owners = settled(seen, owners, kinds, told)
    return {
        name: tuple(
            replace(link, owner=link in owners[name], part=is_part(link, name, seen, owners, kinds))
            for link in links
        )
        for name, links in plain.items()
    }


def _acts(link: Link, beside: Iterable[Link]) -> bool:
    """Somebody who made or changed the row; but what one gives to another is of who gives."""
    others = [other for other in beside if other.to == link.to and other != link]
    given = bool(others) and all(map(_to_another, others))
    return _BY_SOMEBODY.search(_said(link)) is not None and not given


def _to_another(link: Link) -> bool:
    return any(map(is_second_party, link.columns))


def _add(
    waiting: Iterable[tuple[str, Link]],
    owners: Owners,
    kinds: Mapping[str, RecordKind],
    told: frozenset[str],
    *,
    alone: bool,
) -> int:
    """Move what may own to *owners*; how many that were."""
    added = 0
    for name, link in waiting:
        if _may_own(name, link, owners, kinds, told, alone=alone):
            owners[name].append(link)
            added += 1
    return added


def _certain(dataset: SeenDataset, link: Link) -> bool:
    """Each row points somewhere: a notice always has a reader, and seldom a writer."""
    every = (*dataset.columns, *dataset.inside)
    return not any(column.nullable for column in every if column.name in link.columns)


def _by_nearness(
    seen: Mapping[str, SeenDataset], plain: Links, kinds: Mapping[str, RecordKind]
) -> list[tuple[str, Link]]:
    """Nearest to the person first; of several persons who is always named, and who acts."""
    pairs = [(name, link) for name, links in plain.items() for link in links]
    return sorted(
        pairs,
        key=lambda pair: (
            _RANK.get(kinds.get(pair[1].to, RecordKind.OTHER), _LAST),
            not _certain(seen[pair[0]], pair[1]),
            any(map(is_second_party, pair[1].columns)),
            _odd(pair[1]),
        ),
    )


def _odd(link: Link) -> bool:
    """The column is called after more than its target: `recipient_customer_id`."""
    base = tuple(stem(w) for w in _said(link).split() if w not in ("id", "uuid", "guid"))
    return base != stems(bare(link.to))


def _said(link: Link) -> str:
    return spoken(link.when[1] if link.when else " ".join(link.columns))


def _may_own(
    name: str,
    link: Link,
    owners: Owners,
    kinds: Mapping[str, RecordKind],
    told: frozenset[str],
    *,
    alone: bool,
) -> bool:
    mine = owners[name]
    if link.to == name or link.to not in kinds or any(o.to == link.to for o in mine):
        return False
    if _BY_STAFF.search(_said(link)) and kinds[name] is not RecordKind.STAFF:
        return False
    if alone and (mine or kinds[name] is RecordKind.OTHER):
        return False
    return _nearer(name, link, owners, kinds, told) and not _leads(link.to, name, owners)


def _told_of(seen: Mapping[str, SeenDataset], plain: Links) -> frozenset[str]:
    """Things of which key/value rows say whose they are: orders with `_billing_email` beside."""
    return frozenset(
        link.to
        for name, links in plain.items()
        for link in links
        if link.when is None and tells_person(seen[name])
    )


def _nearer(
    name: str, link: Link, owners: Owners, kinds: Mapping[str, RecordKind], told: frozenset[str]
) -> bool:
    """The target is a person's, and at least as near to the person as the row that points."""
    if kinds[link.to] is RecordKind.STAFF:
        return kinds[name] is RecordKind.STAFF
    if kinds[link.to] is RecordKind.OTHER:
        return (bool(owners[link.to]) or link.to in told) and kinds[name] not in (
            RecordKind.CUSTOMER,
            RecordKind.CONTACT,
        )
    return _RANK.get(kinds[link.to], _LAST) <= _RANK.get(kinds[name], _LAST)


def _leads(start: str, to: str, owners: Owners) -> bool:
    """Owner links lead from *start* to *to*: one more back would close a circle."""
    ahead, been = [start], set[str]()
    while ahead:
        here = ahead.pop()
        if here == to:
            return True
        been.add(here)
        ahead += [link.to for link in owners[here] if link.to not in been]
    return False
