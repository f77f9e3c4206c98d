"""What a task changes, in the words of selections: the same for every store."""

from nakomen.records import (
    Act,
    Condition,
    Dataset,
    Filled,
    Missing,
    StoreRefused,
    Task,
    all_of,
    any_of,
    not_,
)
from nakomen.stores.blank import Blank, blank_of
from nakomen.stores.bounded import check_bounded
from nakomen.stores.errors import CannotBlank


def touched(task: Task) -> Condition:
    """
    The rows that the task still has to change: none once it was done.

    Raises:
        StoreRefused: the task changes nothing by its nature (keep, export, …).
        Unbounded: its selection means every row.
    """
    check_bounded(task)
    match task.act:
        case Act.ERASE:
            return task.selection.where
        case Act.BLANK:
            return all_of(task.selection.where, Filled(task.columns))
        case Act.DETACH:
            return all_of(task.selection.where, any_of(*(not_(Missing(c)) for c in task.columns)))
        case _:
            raise StoreRefused(f"{task.dataset}: {task.act}")


def blanks(task: Task, dataset: Dataset) -> dict[str, Blank]:
    """
    What each column of the task becomes. Empty for ERASE.

    Raises:
        CannotBlank: a column has no blank.
    """
    match task.act:
        case Act.BLANK:
            return {name: blank_of(dataset, name) for name in task.columns}
        case Act.DETACH:
            return {name: _loose(dataset, name) for name in task.columns}
        case _:
            return {}


def _loose(dataset: Dataset, name: str) -> Blank:
    if not dataset.column(name).nullable:
        raise CannotBlank(f"{dataset.name}.{name}")
    return Blank.NULL
