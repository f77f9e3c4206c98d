"""One norm of one article, as a value that the planner can weigh."""

from dataclasses import dataclass

from nakomen.terms import Category, Moment, Period, RecordKind, Text


@dataclass(frozen=True, kw_only=True)
class LegalRule:
    """
    What one article demands of records.

    *keep* is at least so long, from *start*; None when the norm sets no term. *needs* are the
    categories that must stay readable while it runs. *verified* says that the article itself was
    read; *checked* says in which text, and what is our reading.
    """

    id: str
    article: str
    records: frozenset[RecordKind]
    text: Text
    """One plain sentence for a plan or a letter."""
    keep: Period | None = None
    start: Moment = Moment.EVENT
    beats_erasure: bool = False
    """Goes before a request for erasure (AVG artikel 17 lid 3)."""
    needs: frozenset[Category] = frozenset()
    source: str
    verified: bool
    checked: Text

    def holds(self, records: RecordKind) -> bool:
        """Whether the norm speaks of records of this kind."""
        return records in self.records or RecordKind.ALL in self.records
