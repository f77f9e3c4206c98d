"""A change is bounded: its selection can never come down to "every row"."""

from nakomen.records import AllOf, AnyOf, Condition, Everything, Not, Task, all_of, any_of, not_
from nakomen.stores.errors import Unbounded


def check_bounded(task: Task) -> None:
    """
    Raises:
        Unbounded: the task's selection means every row of its dataset.
    """
    if isinstance(fold(task.selection.where), Everything):
        raise Unbounded(task.dataset)


def fold(condition: Condition) -> Condition:
    """
    The condition with its constant parts worked out.

    >>> from nakomen.records import Missing, Nothing
    >>> fold(AnyOf((Not(Nothing()), Missing("name"))))
    Everything()
    """
    match condition:
        case AllOf(parts):
            return all_of(*map(fold, parts))
        case AnyOf(parts):
            return any_of(*map(fold, parts))
        case Not(part):
            return not_(fold(part))
        case _:
            return condition
