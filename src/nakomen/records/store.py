"""What every place with records can do. A store never reads policy or law."""

from collections.abc import Iterator, Mapping, Sequence
from types import TracebackType
from typing import Any, Protocol, Self

from nakomen.errors import NakomenError
from nakomen.records.becomes import Becomes
from nakomen.records.dataset import StoreMap
from nakomen.records.parking import Keep, Parked
from nakomen.records.selection import Selection
from nakomen.records.subject import Keys
from nakomen.records.survey import Open, Survey
from nakomen.records.task import Count, Groups, Question, Task

Row = Mapping[str, Any]
"""Column → value, as the store's driver gives it; instants keep their zone."""


class StoreError(NakomenError):
    """The store could not do the work. Nothing of this step was changed; see the reason."""

    nl = "Het systeem kon dit werk niet doen. Van deze stap is niets veranderd; zie de reden."
    exit_code = 7


class StoreUnreachable(StoreError):
    """The store did not answer. Check the address and whether this machine may reach it."""

    nl = "Het systeem antwoordt niet. Controleer het adres en of deze machine erbij mag."
    retry = True


class StoreRefused(StoreError):
    """The store refused the work. Check the rights of this user and the rules of the table."""

    nl = "Het systeem weigert. Controleer de rechten van deze gebruiker en de regels van de tabel."


class SchemaChanged(StoreError):
    """The store no longer looks as the data map says. Run `nakomen survey`, confirm, plan again."""

    nl = (
        "Het systeem ziet er anders uit dan de gegevenskaart zegt. "
        "Draai `nakomen survey`, bevestig, en maak een nieuw plan."
    )
    exit_code = 2


class Store(Protocol):
    """
    A place with records, seen through its map.

    ``act`` is one transaction: all of its tasks happen or none. ``sweep`` commits batch by batch
    and can be repeated. Both are repeatable: what is gone is not found again.
    """

    name: str
    kind: str

    def survey(self, sample_rows: int = 1000) -> Survey:
        """
        Look at everything that is there. Reads; keeps no value.

        Of a large table a bounded number of rows is read; what that leaves open, the columns tell.
        """
        ...

    def settle(self, survey: Survey, asked: Sequence[Open]) -> Survey:
        """*survey* with the questions *asked* answered by reading whole tables."""
        ...

    def odd(self, dataset: str, column: str, kind: str) -> int:
        """How many filled values of a column of text are not in the normal form of *kind*."""
        ...

    def check_shape(self, store_map: StoreMap) -> None:
        """
        See whether every mapped dataset and column is there.

        Raises:
            SchemaChanged: names what is missing.
        """
        ...

    def count(self, questions: Sequence[Question], keys: Keys) -> list[Count]:
        """Count now, in as few round trips as the store allows. Rows, not persons."""
        ...

    def spans(
        self, question: Question, by: Sequence[str], keys: Keys
    ) -> Iterator[tuple[tuple[Any, ...], Count]]:
        """
        The answer to *question* apart for each combination of values of the columns *by*, streamed.

        The store can do nothing else until the last was read, or the stream closed.
        """
        ...

    def values(
        self, selection: Selection, columns: Sequence[str], keys: Keys, limit: int
    ) -> list[tuple[Any, ...]]:
        """Distinct values of *columns*, at most *limit* of them."""
        ...

    def groups(
        self, selection: Selection, becomes: Mapping[str, Becomes], keys: Keys, least: int
    ) -> Groups:
        """
        How alike the rows of *selection* are once each column has become what *becomes* says.

        Args:
            least: rows in smaller groups are counted apart.
        """
        ...

    def export(self, task: Task, keys: Keys, found: int | None = None) -> Iterator[Row]:
        """
        The rows, streamed in the order of the primary key; memory does not grow with them.

        The store can do nothing else until the last row was read, or the stream closed.

        Args:
            found: rows that were counted, if they were; few are cheaper to fetch at once.
        """
        ...

    def act(self, tasks: Sequence[Task], keys: Keys) -> list[int]:
        """
        Carry out all *tasks* in order, in one transaction.

        Returns:
            For each task the rows it changed, as the store tells; what proves it is a count on a
            fresh connection.
        """
        ...

    def sweep(self, task: Task, keys: Keys, batch_rows: int, found: int) -> Iterator[int]:
        """
        Carry out one task in batches, each its own transaction; yields rows per batch.

        Args:
            found: rows that were counted just before; it ends when so many are done, and what came
                since is for the next sweep.
        """
        ...

    def park(self, tasks: Sequence[Task], keys: Keys, keeps: Sequence[Keep | None]) -> list[int]:
        """
        As `act`, but the rows of a task pass through its *keep* before they change: what it took
        is on disk when it returns, and only then the change is committed. Nobody can change a row
        in between. None: of this task nothing is kept.

        Raises:
            StoreRefused: a row has no primary key by which it could come back.
        """
        ...

    def park_sweep(
        self, task: Task, keys: Keys, keep: Keep, batch_rows: int, found: int
    ) -> Iterator[int]:
        """As `sweep`, each batch through *keep* first."""
        ...

    def put_back(self, task: Task, rows: Sequence[Parked]) -> list[bool]:
        """
        Put back *rows* that *task* took, in one transaction; repeating it changes nothing.

        Returns:
            For each row whether it now stands there as it stood. A row in whose place something
            else stands is left alone.
        """
        ...

    def stands(self, task: Task, rows: Sequence[Parked]) -> list[bool]:
        """For each row whether it stands there as it stood. Changes nothing."""
        ...

    def explain(self, task: Task, keys: Keys) -> list[str]:
        """The statements that ``act`` would run, with names in place of values."""
        ...

    def reopen(self) -> "Store":
        """A second, fresh connection: an open transaction lies."""
        ...

    def close(self) -> None: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None: ...
