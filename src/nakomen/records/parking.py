"""Rows on their way out that may have to come back: as they stood, in a form that loses nothing."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from nakomen.records.task import Task


@dataclass(frozen=True, kw_only=True)
class Parked:
    """
    One row as it stood, or those columns of it that a task empties.

    Values are in the form in which the store takes them back exactly; for some databases that is
    the text of the value. *place* are the texts of its primary key.
    """

    place: tuple[str, ...]
    values: Mapping[str, Any]


Keep = Callable[[Task, Iterator[Parked]], int]
"""Takes the rows of a task and returns how many; when it returns, they are safely on disk."""
