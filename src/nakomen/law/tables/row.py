"""One row of a decision table: when it holds, what follows, and which article says so."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Generic, TypeVar

from nakomen.law.checked import Checked
from nakomen.terms import Lang, Text

F = TypeVar("F")


class Outcome(StrEnum):
    GRANT = "grant"
    PARTIAL = "partial"
    """Part of it: what the row names is masked, left out or done in another way."""
    REFUSE = "refuse"
    RESTRICT = "restrict"
    """Only store it for now (AVG artikel 18)."""
    PAUSE = "pause"
    """Something must be known first."""
    ROUTE = "route"
    """Somebody else, or another procedure."""
    ASK = "ask"
    """A person must weigh it."""
    NEVER = "never"
    """Nobody may do this: a finding."""
    NOTIFY = "notify"
    SILENT = "silent"
    """No notice is needed."""


@dataclass(frozen=True, kw_only=True)
class Row(Generic[F]):
    """*when* is the reason, *do* what follows; *holds* looks at the facts of one case."""

    id: str
    outcome: Outcome
    when: Text
    do: Text
    article: str
    checked: Checked = Checked.READ
    at_once: bool = False
    holds: Callable[[F], object] = field(repr=False, compare=False)


def first(table: Iterable[Row[F]], facts: F) -> Row[F]:
    """
    The first row that holds, from the top.

    Raises:
        StopIteration: none holds; every table that is read this way ends with one that does.
    """
    return next(row for row in table if row.holds(facts))


def every(table: Iterable[Row[F]], facts: F) -> tuple[Row[F], ...]:
    """All rows that hold, in their order."""
    return tuple(row for row in table if row.holds(facts))


def together(rows: Iterable[Row[Any]]) -> Outcome:
    """
    The answer to a request whose items got *rows*: a partial answer unless all agree.

    >>> from nakomen.law.tables.erasure import Item, erase
    >>> together([*erase(Item(duty=True)), *erase(Item(no_longer_needed=True))])
    <Outcome.PARTIAL: 'partial'>
    """
    outcomes = {row.outcome for row in rows}
    return outcomes.pop() if len(outcomes) == 1 else Outcome.PARTIAL


def explain_row(row: Row[Any]) -> Text:
    """Several lines of plain text in each language; unverified is said."""
    return Text(_told(row, Lang.NL), _told(row, Lang.EN))


def _told(row: Row[Any], lang: Lang) -> str:
    outcome = _OUTCOMES[row.outcome].in_(lang)
    at_once = Text(" (direct)", " (at once)").in_(lang) if row.at_once else ""
    when = Text("Als", "If").in_(lang)
    return "\n".join(
        (
            f"{row.id}: {outcome}{at_once}",
            f"{when}: {row.when.in_(lang)}.",
            f"{Text('Doe', 'Do').in_(lang)}: {row.do.in_(lang)}.",
            f"{row.article}.",
            row.checked.told.in_(lang),
        )
    )


_OUTCOMES = {
    Outcome.GRANT: Text("inwilligen", "grant"),
    Outcome.PARTIAL: Text("deels inwilligen", "grant in part"),
    Outcome.REFUSE: Text("weigeren", "refuse"),
    Outcome.RESTRICT: Text("beperken: alleen bewaren", "restrict: store only"),
    Outcome.PAUSE: Text("eerst iets vragen", "ask something first"),
    Outcome.ROUTE: Text("langs een andere weg", "by another way"),
    Outcome.ASK: Text("een mens weegt dit", "a person weighs this"),
    Outcome.NEVER: Text("dit mag niet", "this is not allowed"),
    Outcome.NOTIFY: Text("melden", "notify"),
    Outcome.SILENT: Text("niet melden", "no notice"),
}
