"""
The subject book: which keys belong to which person, encrypted, and gone when it must be.

Everywhere else a person is ``subject-7`` and a key is ``email #a91f``. Numbers are never used
twice, so an old line of evidence can never come to point at somebody else.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Self

from sqlalchemy import Connection, delete, insert, select, update

from nakomen.ledger.cipher import Cipher, MasterKey
from nakomen.ledger.database import Database
from nakomen.ledger.errors import (
    EntryRefused,
    LedgerBroken,
    LedgerBusy,
    SubjectAmbiguous,
    SubjectUnknown,
)
from nakomen.ledger.groups import MARK_CHARS, Groups
from nakomen.ledger.naming import Key, key_of, name_of, number_of, plain_of
from nakomen.ledger.subject_schema import (
    BOOK,
    KEY,
    KEYS_OF,
    MIGRATIONS,
    NEXT_NUMBER,
    SUBJECT,
    fingerprints_of,
    listed,
    owners_of,
)


class SubjectBook:
    """
    Keys of persons in ``subjects.sqlite``; values arrive in their normal form.

    One key may be of several persons: a family shares a telephone. The book never joins two
    persons of its own accord. Every method raises ``LedgerFull``, ``LedgerBusy`` and
    ``LedgerBroken`` as their texts say.
    """

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._master = master
        self.groups = Groups(database, master)
        """The same for many persons at once."""
        self.sweep()

    @classmethod
    def open(cls, folder: Path) -> Self:
        """
        The subject book of a state folder; made, with its key, at first use.

        Raises:
            KeyUnusable: there is a book, but its key is gone.
            LedgerBroken: the key is that of another book.
        """
        database = Database(folder / "subjects.sqlite", MIGRATIONS)
        try:
            with database.reading() as connection:
                is_new = connection.execute(select(BOOK)).first() is None
            master = MasterKey.open(folder / "keys" / "subjects.key", may_make=is_new)
            _claim(database, master, is_new=is_new)
            return cls(database, master)
        except BaseException:
            database.close()
            raise

    def fingerprint(self, kind: str, value: str) -> str:
        """What stands for a key everywhere else; 64 hex characters, see ``short``."""
        return self._master.fingerprint(kind, value)

    def find(self, keys: Iterable[Key]) -> str | None:
        """
        The one subject who has all of those *keys* that the book knows; None if it knows none.

        Raises:
            SubjectAmbiguous: several subjects fit, or different keys lead to different persons.
        """
        wanted = self._fingerprints(keys)
        with self._database.reading() as connection:
            owners = owners_of(connection, wanted)
        if not owners:
            return None
        known = set.union(*owners.values())
        fitting = [number for number, has in owners.items() if has == known]
        return name_of(_only(fitting, owners))

    def remember(self, keys: Iterable[Key], subject: str | None = None) -> str:
        """
        Add *keys* to *subject*, in one transaction; repeating it changes nothing.

        Without *subject*: the person who has every one of *keys* already, or else somebody new.
        Who means a person of the book says so, with ``find`` or a name: a shared telephone must
        not make two persons into one.

        Raises:
            SubjectUnknown: *subject* is not in the book.
            SubjectAmbiguous: several subjects have every one of *keys*.
            EntryRefused: no keys.
        """
        wanted = self._fingerprints(keys)
        if not wanted:
            raise EntryRefused("no keys")
        with self._database.writing() as connection:
            number = self._whose(connection, wanted) if subject is None else number_of(subject)
            cipher = self._cipher(connection, number)
            held = set(connection.scalars(fingerprints_of(number)))
            new = {mark: key for mark, key in wanted.items() if mark not in held}
            _add(connection, number, cipher, new)
        return name_of(number)

    def keys(self, subject: str) -> list[Key]:
        """
        Every key of *subject* in clear, sorted. Keep it in memory only.

        Raises:
            SubjectUnknown: not in the book, or forgotten.
        """
        number = number_of(subject)
        with self._database.reading() as connection:
            rows = connection.execute(KEYS_OF, {"number": number}).all()
        if not rows:
            raise SubjectUnknown(name_of(number))
        cipher = self._master.subject_key(rows[0].wrapped, name_of(number))
        held = [(row.sealed, row.fingerprint) for row in rows if row.fingerprint]
        return sorted(key_of(cipher.unseal(*one)) for one in held)

    def keep_only(self, subject: str, keys: Iterable[Key]) -> None:
        """
        Destroy every key of *subject* that is not among *keys*; no key is added.

        What stays is sealed anew under a fresh key, so that no old copy of the rest can be opened.
        Bytes of the old copies go with the next `sweep`, at the latest on closing.

        Raises:
            SubjectUnknown: *subject* is not in the book.
        """
        number, wanted = number_of(subject), self._fingerprints(keys)
        with self._database.writing() as connection:
            self._cipher(connection, number)
            held = set(connection.scalars(fingerprints_of(number)))
            if held <= wanted.keys():
                return
            self._seal_anew(
                connection, number, {mark: wanted[mark] for mark in held & wanted.keys()}
            )

    def forget(self, *subjects: str) -> None:
        """
        Destroy key, values and fingerprints of *subjects*; who is not there is no error.

        Without their key nothing of them can be read again. Bytes of the old copies go with the
        next `sweep`, at the latest on closing; what backups and the disk itself keep of
        overwritten bytes is beyond our reach.
        """
        numbers = [number_of(subject) for subject in subjects]
        with self._database.writing() as connection:
            connection.execute(delete(KEY).where(KEY.c.subject.in_(listed(numbers))))
            connection.execute(delete(SUBJECT).where(SUBJECT.c.number.in_(listed(numbers))))
            connection.execute(update(BOOK).values(unswept=1))

    def sweep(self) -> None:
        """
        Write the file anew without the bytes of what was forgotten, if there are any.

        Raises:
            LedgerBusy: another process still reads; repeat, or the next closing or opening does it.
        """
        self._database.sweep(BOOK)

    def close(self) -> None:
        """Sweep once for all that was forgotten since the opening, and close."""
        # Who reads just now is no fault of ours: the mark stays, and the next opening sweeps.
        with suppress(LedgerBusy):
            self.sweep()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _fingerprints(self, keys: Iterable[Key]) -> dict[str, Key]:
        return {self.fingerprint(*key)[:MARK_CHARS]: key for key in keys}

    def _whose(self, connection: Connection, wanted: Mapping[str, Key]) -> int:
        """Who has every one of *wanted*, or else somebody new."""
        owners = owners_of(connection, wanted)
        fitting = [number for number, has in owners.items() if has == wanted.keys()]
        return _only(fitting, owners) if fitting else self._somebody_new(connection)

    def _somebody_new(self, connection: Connection) -> int:
        number: int = connection.execute(NEXT_NUMBER).scalar_one()
        wrapped = self._master.new_wrapped_key(name_of(number))
        connection.execute(insert(SUBJECT), {"number": number, "wrapped": wrapped})
        return number

    def _seal_anew(self, connection: Connection, number: int, keys: Mapping[str, Key]) -> None:
        wrapped = self._master.new_wrapped_key(name_of(number))
        connection.execute(delete(KEY).where(KEY.c.subject == number))
        connection.execute(
            update(SUBJECT).where(SUBJECT.c.number == number).values(wrapped=wrapped)
        )
        _add(connection, number, self._cipher(connection, number), keys)
        connection.execute(update(BOOK).values(unswept=1))

    def _cipher(self, connection: Connection, number: int) -> Cipher:
        wrapped = connection.scalar(select(SUBJECT.c.wrapped).where(SUBJECT.c.number == number))
        if wrapped is None:
            raise SubjectUnknown(name_of(number))
        return self._master.subject_key(wrapped, name_of(number))


def _claim(database: Database, master: MasterKey, *, is_new: bool) -> None:
    """With another key every fingerprint would be unknown, and nobody would be found: refuse."""
    with database.writing() if is_new else database.reading() as connection:
        check = connection.scalar(select(BOOK.c.check_value))
        if check is None:
            connection.execute(insert(BOOK), {"check_value": master.check, "unswept": 0})
        elif check != master.check:
            raise LedgerBroken("keys/subjects.key")


def _add(connection: Connection, number: int, cipher: Cipher, keys: Mapping[str, Key]) -> None:
    rows = [
        {"fingerprint": mark, "subject": number, "sealed": cipher.seal(plain_of(key), mark)}
        for mark, key in keys.items()
    ]
    if rows:
        connection.execute(insert(KEY), rows)


def _only(fitting: list[int], owners: Iterable[int]) -> int:
    if len(fitting) == 1:
        return fitting[0]
    names = [name_of(number) for number in owners]
    raise SubjectAmbiguous(", ".join(names), subjects=names)
