"""
Groups of persons in the subject book, so that one plan can be about many.

A group is a list of subjects, each with the line on which it was named. It holds no keys of its
own: those of its members are read from the book, and go with them.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from itertools import count

from sqlalchemy import Connection, delete, select, update

from nakomen.ledger.cipher import Cipher, MasterKey
from nakomen.ledger.database import Database
from nakomen.ledger.errors import SubjectAmbiguous
from nakomen.ledger.naming import (
    Key,
    group_name,
    key_of,
    name_of,
    number_of,
    plain_of,
)
from nakomen.ledger.subject_schema import BOOK, KEY, MEMBER, NEXT_NUMBER, SUBJECT, listed

MARK_CHARS = 32
"""Half of an HMAC identifies as well (RFC 2104 section 5) and halves the index."""
PAGE = 500
"""Members whose keys are in memory at the same time."""
_NEW_KEY = "INSERT INTO subject_key (fingerprint, subject, sealed) VALUES (?, ?, ?)"
_OLD_KEY = "DELETE FROM subject_key WHERE subject = ? AND fingerprint = ?"
_ANEW = "UPDATE subject_key SET sealed = ? WHERE subject = ? AND fingerprint = ?"


@dataclass(frozen=True, kw_only=True)
class Member:
    """A person of a group, and the line of the list on which she was named first."""

    subject: str
    line: int


class Groups:
    """What the subject book does for many persons at once; each method is one transaction."""

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._master = master

    def make(self, members: Sequence[Member]) -> str:
        """A new group of *members*."""
        with self._database.writing() as connection:
            made = connection.exec_driver_sql("INSERT INTO grouped DEFAULT VALUES")
            number = int(made.lastrowid)
            rows = [(number, number_of(m.subject), m.line) for m in members]
            connection.exec_driver_sql("INSERT INTO member VALUES (?, ?, ?)", rows)
        return group_name(number)

    def members(self, group: str) -> list[Member]:
        """Who is in *group*, in the order of the book."""
        with self._database.reading() as connection:
            return list(_members(connection, group))

    def leave(self, group: str, subjects: Iterable[str]) -> None:
        """Take *subjects* out of *group*; the book keeps what it knows of them."""
        numbers = [number_of(subject) for subject in subjects]
        mine = MEMBER.c.grouped == number_of(group, "group")
        with self._database.writing() as connection:
            connection.execute(delete(MEMBER).where(mine, MEMBER.c.subject.in_(listed(numbers))))

    def each(self, subjects: Sequence[str]) -> Iterator[tuple[str, list[Key]]]:
        """Keys in clear of each of *subjects* that the book still knows. Keep them in memory."""
        for start in range(0, len(subjects), PAGE):
            numbers = [number_of(subject) for subject in subjects[start : start + PAGE]]
            with self._database.reading() as connection:
                ciphers = self._ciphers(connection, numbers)
                rows = connection.execute(
                    select(KEY.c.subject, KEY.c.fingerprint, KEY.c.sealed)
                    .where(KEY.c.subject.in_(listed(numbers)))
                    .order_by(KEY.c.subject)
                ).all()
            found: dict[int, list[Key]] = {number: [] for number in ciphers}
            for number, mark, sealed in rows:
                found[number].append(key_of(ciphers[number].unseal(sealed, mark)))
            yield from ((name_of(number), keys) for number, keys in found.items())

    def owners(self, keys: Iterable[Key]) -> dict[Key, list[str]]:
        """Who has each of *keys*, of those that the book knows."""
        marks = {self._mark(key): key for key in keys}
        asked = select(KEY.c.fingerprint, KEY.c.subject).where(KEY.c.fingerprint.in_(listed(marks)))
        found: dict[Key, list[str]] = {}
        with self._database.reading() as connection:
            for mark, number in connection.execute(asked.order_by(KEY.c.subject)):
                found.setdefault(marks[mark], []).append(name_of(number))
        return found

    def remember(self, persons: Sequence[tuple[str | None, Sequence[Key]]]) -> list[str]:
        """
        Add the keys of each person; one without a name yet becomes somebody new.

        Returns:
            Their names, in order.
        """
        with self._database.writing() as connection:
            numbers = self._numbered(connection, [name for name, _ in persons])
            for start in range(0, len(persons), PAGE):
                page = slice(start, start + PAGE)
                self._add(connection, numbers[page], [keys for _, keys in persons[page]])
        return [name_of(number) for number in numbers]

    def keep_only(self, left: Mapping[str, Sequence[Key]]) -> None:
        """
        Destroy every key of each subject that is not among its keys in *left*; add none.

        What stays is sealed anew under a fresh key. Without a key that stays she is forgotten.
        """
        names = list(left)
        with self._database.writing() as connection:
            for start in range(0, len(names), PAGE):
                page = {number_of(n): left[n] for n in names[start : start + PAGE]}
                self._keep_only(connection, page)

    def _add(
        self, connection: Connection, numbers: Sequence[int], keys: Sequence[Sequence[Key]]
    ) -> None:
        """Write the keys of some persons that were not there yet."""
        held = _held(connection, numbers)
        ciphers = self._ciphers(connection, numbers)
        rows: list[tuple[str, int, bytes]] = []
        for number, hers in zip(numbers, keys, strict=True):
            known = held.setdefault(number, set())
            new = {mark: plain for mark, plain in self._marked(hers) if mark not in known}
            known.update(new)  # the same person may be there twice
            rows += [(mark, number, sealed) for mark, sealed in ciphers[number].seal_all(new)]
        if rows:
            connection.exec_driver_sql(_NEW_KEY, rows)

    def _keep_only(self, connection: Connection, wanted: Mapping[int, Sequence[Key]]) -> None:
        held = _held(connection, list(wanted))
        kept: dict[int, dict[str, bytes]] = {}
        for number, keys in wanted.items():
            if known := held.get(number):
                hers = {mark: plain for mark, plain in self._marked(keys) if mark in known}
                if len(hers) < len(known):
                    kept[number] = hers
        if kept:
            self._seal_anew(connection, kept, held)

    def _seal_anew(
        self,
        connection: Connection,
        kept: Mapping[int, Mapping[str, bytes]],
        held: Mapping[int, Set[str]],
    ) -> None:
        """What stays is written over where it stands, so that no index of it changes."""
        gone = [(number, mark) for number in kept for mark in held[number] - kept[number].keys()]
        connection.exec_driver_sql(_OLD_KEY, gone)
        forgotten = [number for number, keys in kept.items() if not keys]
        connection.execute(delete(SUBJECT).where(SUBJECT.c.number.in_(listed(forgotten))))
        staying = [number for number, keys in kept.items() if keys]
        if staying:
            wrapped = [(self._master.new_wrapped_key(name_of(n)), n) for n in staying]
            connection.exec_driver_sql("UPDATE subject SET wrapped = ? WHERE number = ?", wrapped)
            ciphers = self._ciphers(connection, staying)
            anew = [
                (sealed, number, mark)
                for number in staying
                for mark, sealed in ciphers[number].seal_all(kept[number])
            ]
            connection.exec_driver_sql(_ANEW, anew)
        connection.execute(update(BOOK).values(unswept=1))

    def _numbered(self, connection: Connection, names: Sequence[str | None]) -> list[int]:
        """The numbers of *names*; a fresh one for who has none yet."""
        fresh = count(connection.execute(NEXT_NUMBER).scalar_one())
        numbers = [number_of(name) if name else next(fresh) for name in names]
        new = [number for number, name in zip(numbers, names, strict=True) if not name]
        rows = [(number, self._master.new_wrapped_key(name_of(number))) for number in new]
        if rows:
            connection.exec_driver_sql("INSERT INTO subject VALUES (?, ?)", rows)
        return numbers

    def _ciphers(self, connection: Connection, numbers: Sequence[int]) -> dict[int, Cipher]:
        asked = select(SUBJECT.c.number, SUBJECT.c.wrapped)
        rows = connection.execute(asked.where(SUBJECT.c.number.in_(listed(numbers)))).all()
        return {n: self._master.subject_key(sealed, name_of(n)) for n, sealed in rows}

    def _mark(self, key: Key) -> str:
        return self._master.fingerprint(*key)[:MARK_CHARS]

    def _marked(self, keys: Iterable[Key]) -> Iterator[tuple[str, bytes]]:
        """Each of *keys* as it is sealed, with its fingerprint."""
        fingerprint = self._master.fingerprint_of
        for plain in map(plain_of, keys):
            yield fingerprint(plain)[:MARK_CHARS], plain


def find_among(owners: Mapping[Key, Sequence[str]], keys: Sequence[Key]) -> str | None:
    """
    The one subject who has all of *keys* that the book knows; None when it knows none.

    Raises:
        SubjectAmbiguous: several fit, or different keys lead to different persons.
    """
    known = [set(owners[key]) for key in keys if owners.get(key)]
    if not known:
        return None
    fitting = sorted(set.intersection(*known))
    if len(fitting) == 1:
        return fitting[0]
    names = sorted(set.union(*known))
    raise SubjectAmbiguous(", ".join(names), subjects=names)


def _members(connection: Connection, group: str) -> Iterator[Member]:
    asked = select(MEMBER.c.subject, MEMBER.c.line)
    mine = asked.where(MEMBER.c.grouped == number_of(group, "group")).order_by(MEMBER.c.subject)
    for number, line in connection.execute(mine):
        yield Member(subject=name_of(number), line=line)


def _held(connection: Connection, numbers: Sequence[int]) -> dict[int, set[str]]:
    """Fingerprints of each of *numbers* that has any."""
    asked = select(KEY.c.subject, KEY.c.fingerprint).where(KEY.c.subject.in_(listed(numbers)))
    found: dict[int, set[str]] = {}
    for number, mark in connection.execute(asked):
        found.setdefault(number, set()).add(mark)
    return found
