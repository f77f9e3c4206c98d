"""What a task changes, in the words of selections: the same for every store."""

from nakomen.records import (
    Act,
    Becomes,
    Condition,
    Dataset,
    Emptied,
    Filled,
    Missing,
    StoreRefused,
    Task,
    Unlike,
    all_of,
    any_of,
    not_,
)
from nakomen.stores.blank import blank_of
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
        case Act.ERASE | Act.AGGREGATE:
            return task.selection.where
        case Act.BLANK | Act.FREEZE:
            return all_of(task.selection.where, Filled(task.columns))
        case Act.DETACH:
            return all_of(task.selection.where, any_of(*(not_(Missing(c)) for c in task.columns)))
        case act if act.sets:
            pairs = zip(task.columns, task.becomes, strict=True)
            return all_of(task.selection.where, any_of(*(Unlike(c, b) for c, b in pairs)))
        case _:
            raise StoreRefused(f"{task.dataset}: {task.act}")


def becoming(task: Task, dataset: Dataset) -> dict[str, Becomes]:
    """
    What each column of the task becomes. Empty where the rows themselves go.

    Raises:
        CannotBlank: a column has no blank.
        StoreRefused: a column that identifies its row would change.
    """
    match task.act:
        case Act.BLANK | Act.FREEZE:
            return {name: _blank(dataset, name) for name in task.columns}
        case Act.DETACH:
            return {name: _loose(dataset, name) for name in task.columns}
        case act if act.sets:
            if fixed := set(task.columns) & set(dataset.primary_key):
                raise StoreRefused(f"{dataset.name}.{min(fixed)}")
            return dict(zip(task.columns, task.becomes, strict=True))
        case _:
            return {}


def _blank(dataset: Dataset, name: str) -> Emptied:
    blank_of(dataset, name)
    return Emptied()


def _loose(dataset: Dataset, name: str) -> Emptied:
    if not dataset.column(name).nullable:
        raise CannotBlank(f"{dataset.name}.{name}")
    return Emptied()
