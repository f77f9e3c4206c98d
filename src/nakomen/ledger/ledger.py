"""The ledger: what was meant and what was done, in order, sealed, never changed."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from operator import itemgetter
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Select, func, insert, select

from nakomen.ledger.canonical import stamp
from nakomen.ledger.database import Database
from nakomen.ledger.errors import EntryRefused, LedgerBroken
from nakomen.ledger.line import Entry, Line, Row, Written, leaf_of, rows_of
from nakomen.ledger.merkle import Frontier
from nakomen.ledger.pages import ALL_HEADS, ALL_LINES, PAGE_ROWS, lines_of
from nakomen.ledger.schema import GUARD, HEAD, LINE, MIGRATIONS, NO_GUARD
from nakomen.ledger.seal import SignedHead, SigningKey
from nakomen.ledger.stored import StoredHead

_MANY = 1000
_NEW_LINE = "INSERT INTO line (seq, at, kind, body, leaf) VALUES (?, ?, ?, ?, ?)"
_AT_ONCE = 50
_NEW_LINES = _NEW_LINE + ", (?, ?, ?, ?, ?)" * (_AT_ONCE - 1)
_NEW_HEAD = insert(HEAD)
_LEAF = itemgetter(-1)
_LAST_HEAD = (
    select(HEAD, select(func.max(LINE.c.seq)).scalar_subquery().label("lines"))
    .order_by(HEAD.c.size.desc())
    .limit(1)
)


@dataclass(frozen=True, kw_only=True)
class Receipt:
    """Lines *first* up to and including *last* are on disk under *head*."""

    first: int
    last: int
    head: SignedHead


class Ledger:
    """
    Append-only lines under a Merkle tree with signed heads, in ``ledger.sqlite``.

    Every method raises ``LedgerFull``, ``LedgerBusy`` and ``LedgerBroken`` as their texts say.
    Several processes may append to one folder at the same time. What it cannot see by itself is
    that the whole folder was put back to an older day: a bundle kept elsewhere shows that.
    """

    def __init__(self, database: Database, key: SigningKey) -> None:
        self._database = database
        self.key = key
        self._last: tuple[StoredHead | None, Frontier] = (None, Frontier())
        with database.reading() as connection:
            self._catch_up(connection)

    @classmethod
    def open(cls, folder: Path) -> Self:
        """
        The ledger of a state folder; made, with its key, at first use.

        Costs the same for every size: the last head is verified, not every line; see ``verify``.

        Raises:
            KeyUnusable: there are lines, but their key is gone.
            LedgerBroken: the last head is not signed by this key, or lines were cut or added.
        """
        database = Database(folder / "ledger.sqlite", MIGRATIONS)
        try:
            with database.reading() as connection:
                is_new = connection.execute(_LAST_HEAD).first() is None
            key = SigningKey.open(folder / "keys" / "ledger.key", may_make=is_new)
            return cls(database, key)
        except BaseException:
            database.close()
            raise

    def append(self, entries: Sequence[Entry], at: datetime) -> Receipt:
        """
        Write *entries* and one signed head in one commit: all of them, or none.

        Raises:
            EntryRefused: no entries, a body that is no JSON, or a time without a zone.
        """
        if not entries:
            raise EntryRefused("no lines")
        time = stamp(at)
        with self._database.writing() as connection:
            before = self._catch_up(connection)
            rows = rows_of(entries, before.size + 1, time)
            after = before.extend(map(_LEAF, rows))
            head = self.key.sign_head(after.size, after.root, at)
            _insert(connection, rows)
            stored = StoredHead.of(head, after)
            connection.execute(_NEW_HEAD, stored._asdict())
        self._last = stored, after
        return Receipt(first=before.size + 1, last=after.size, head=head)

    def lines(
        self, kind: str | Sequence[str] | None = None, after: int = 0, **match: str | int | None
    ) -> Iterator[Line]:
        """
        Lines in order, streamed; only those of *kind* whose body has every field of *match*.

        Args:
            kind: one, or several of which each will do.
            after: only lines behind this one.

        ``plan``, ``subject`` and a *kind* that few lines have are looked up in an index, other
        fields read the lines that remain.
        """
        kinds = (kind,) if isinstance(kind, str) else kind if kind is None else tuple(kind)
        page = lines_of(kinds, frozenset((name, match[name] is None) for name in match))
        pages = self._pages(page, after, match)
        for seq, at, kind_, body, leaf in chain.from_iterable(pages):
            line = Written(seq, at, kind_, body)
            _refuse_unless(line.leaf == leaf, seq)
            yield line.line

    def head(self) -> SignedHead | None:
        """The last signed head; None while nothing was written."""
        with self._database.reading() as connection:
            row = connection.execute(_LAST_HEAD).first()
        return StoredHead._make(row[:-1]).trusted(self.key)[0] if row else None

    def written(self, upto: int) -> Iterator[Row]:
        """
        The first *upto* lines, each hashed anew.

        Raises:
            LedgerBroken: names the first line that is not what was written.
        """
        return chain.from_iterable(_proven(self._pages(ALL_LINES, 0, {"upto": upto})))

    def verify(self) -> SignedHead | None:
        """
        Read every line and every head again, and compare each with the next.

        Returns:
            The last head, now proven; None while nothing was written.

        Raises:
            LedgerBroken: names the first line that is not what was written.
        """
        last = self.head()
        upto = last.size if last else 0
        leaves = map(_LEAF, self.written(upto))
        frontier = Frontier()
        for row in chain.from_iterable(self._pages(ALL_HEADS, 0, {"upto": upto})):
            start, stored = frontier.size, StoredHead._make(row)
            frontier = frontier.extend(islice(leaves, stored.size - start))
            head, _ = stored.trusted(self.key)
            _refuse_unless((frontier.size, frontier.root) == (head.size, head.root), start + 1)
        return last

    def close(self) -> None:
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _catch_up(self, connection: Connection) -> Frontier:
        """Where the ledger stands now: what we remember, or what another process signed since."""
        row = connection.execute(_LAST_HEAD).first()
        if row is None:
            _refuse_unless(connection.scalar(select(func.count()).select_from(LINE)) == 0, 1)
            return Frontier()
        stored, lines = StoredHead._make(row[:-1]), row.lines or 0
        _refuse_unless(lines == stored.size, min(lines, stored.size) + 1)
        if stored != self._last[0]:
            self._last = stored, stored.trusted(self.key)[1]
        return self._last[1]

    def _pages(
        self, page: Select[Any], after: int, facts: Mapping[str, str | int | None]
    ) -> Iterator[Sequence[Any]]:
        """
        Rows of one *page* after another, with *facts*; page by page, so that no long read keeps
        the log of the database growing. As the driver gives them: rows of SQLAlchemy cost more
        than hashes.
        """
        while True:
            with self._database.reading() as connection:
                cursor = connection.execute(page, {**facts, "after": after}).cursor
                rows = cursor.fetchall() if cursor else []
            yield rows
            if len(rows) < PAGE_ROWS:
                return
            after = rows[-1][0]


def _proven(pages: Iterable[Sequence[Row]]) -> Iterator[Sequence[Row]]:
    """Each page when its lines, counted from 1, have the leaves that were written beside them."""
    number = 0
    for rows in pages:
        for seq, at, kind, body, leaf in rows:
            number += 1
            if seq != number or leaf_of(seq, at, kind, body.encode()) != leaf:
                raise LedgerBroken(f"line {number}", line=number)
        yield rows


def _insert(connection: Connection, rows: list[Row]) -> None:
    """
    The guard asks of each line by itself whether it is the next, which takes half as long again
    as writing it. Ours are, and until we are done nobody else can write: it may stand aside. A
    statement for each line takes a third longer than one for fifty; for more it takes no less.
    """
    if len(rows) < _MANY:
        connection.exec_driver_sql(_NEW_LINE, rows)
        return
    connection.exec_driver_sql(NO_GUARD)
    starts, rest = range(0, len(rows) - _AT_ONCE + 1, _AT_ONCE), len(rows) % _AT_ONCE
    values = [tuple(chain(*rows[start : start + _AT_ONCE])) for start in starts]
    connection.exec_driver_sql(_NEW_LINES, values)
    if rest:
        connection.exec_driver_sql(_NEW_LINE, rows[-rest:])
    connection.exec_driver_sql(GUARD)


def _refuse_unless(good: bool, line: int) -> None:
    if not good:
        raise LedgerBroken(f"line {line}", line=line)
