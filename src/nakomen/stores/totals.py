"""Totals in Python: in which group a row counts, and what becomes of groups that are too small."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from nakomen.records import Coarse, Dataset, Grain, GroupedBy, Task, Totals
from nakomen.stores.becomes import check_coarse
from nakomen.stores.coarse import coarse
from nakomen.stores.errors import DoesNotFit, NoTotals
from nakomen.stores.family import Family

Group = tuple[Any, ...]
"""The values of the columns by which is counted."""
Groups = dict[Group, list[Any]]
"""Group → its rows, and each sum."""
_DAYS = (Grain.MONTH, Grain.YEAR)


def totals_of(task: Task) -> Totals:
    """
    Raises:
        NoTotals: the task says nothing of them.
    """
    if task.totals is None:
        raise NoTotals(task.dataset)
    return task.totals


def check_group(by: GroupedBy, dataset: Dataset, fam: Family, into: Family) -> None:
    """
    Raises:
        DoesNotFit: the column cannot be made so coarse, or the totals cannot hold what it becomes.
    """
    if by.coarse:
        check_coarse(by.coarse, dataset, by.of, fam)
        if by.coarse.grain in _DAYS and into not in (Family.DATE, Family.TEXT):
            raise DoesNotFit(by.column)


def group_value(value: Any, by: GroupedBy, into: Family) -> Any:
    """*value*, coarse already, as the column of the totals holds it: a month is its first day."""
    if value is None:
        return None
    if by.coarse and by.coarse.grain in _DAYS:
        day = date.fromisoformat(str(value)[:10])
        return day if into is Family.DATE else day.isoformat()
    return str(value) if into is Family.TEXT and not isinstance(value, date | datetime) else value


def group_of(
    row: Mapping[str, Any], totals: Totals, here: Mapping[str, Family], into: Mapping[str, Family]
) -> Group:
    """Where *row* counts; *here* and *into* are the families of its columns and of the totals'."""
    return tuple(
        group_value(_made(by.coarse, row[by.of], here[by.of]), by, into[by.column])
        for by in totals.by
    )


def _made(how: Coarse | None, value: Any, fam: Family) -> Any:
    return value if how is None else coarse(how, value, fam)


def added(groups: Groups, more: Iterable[tuple[Group, Sequence[Any]]]) -> Groups:
    """
    *groups* with the numbers of *more*.

    >>> added({("jan",): [2, 60]}, [(("jan",), (1, 30)), (("feb",), (1, None))])
    {('jan',): [3, 90], ('feb',): [1, 0]}
    """
    found = dict(groups)
    for group, numbers in more:
        before = found.get(group, [0] * len(numbers))
        found[group] = [(one or 0) + (n or 0) for one, n in zip(before, numbers, strict=True)]
    return found


def merged(groups: Groups, least: int) -> Groups:
    """
    The same rows in groups of at least *least*: a small one loses its last column, then the one
    before; what is left is the rest, which takes the smallest other group when it is small itself.

    >>> merged({("jan", "020"): [12], ("jan", "010"): [2], ("feb", "020"): [1]}, 3)
    {('jan', '020'): [12], (None, None): [3]}
    """
    found = dict(groups)
    depth = len(next(iter(found), ()))
    for place in reversed(range(depth)):
        small = [g for g, n in found.items() if n[0] < least and _told(g[place:])]
        for group in small:
            found = _moved(found, group, place)
    rest = (None,) * depth
    others = sorted((g for g in found if _told(g)), key=lambda group: int(found[group][0]))
    if rest in found and found[rest][0] < least and others:
        found = _moved(found, others[0], 0)
    return found


def _told(values: Group) -> bool:
    return any(value is not None for value in values)


def _moved(groups: Groups, group: Group, depth: int) -> Groups:
    """*group* goes into the one with its first *depth* values alone."""
    others = {g: n for g, n in groups.items() if g != group}
    wider = group[:depth] + (None,) * (len(group) - depth)
    return added(others, [(wider, groups[group])])


def plain(number: Any) -> Any:
    """A whole number as one: databases tell a sum of whole numbers as a decimal."""
    whole = isinstance(number, Decimal) and number == number.to_integral_value()
    return int(number) if whole else number
