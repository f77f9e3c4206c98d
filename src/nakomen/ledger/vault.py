"""
The vault: rows that went out of a system and may have to come back, encrypted, each with an end.

What one step of one plan took out is a parcel with a key of its own. Destroying that key destroys
the rows; their bytes go from the file as well.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any, Self

from sqlalchemy import Connection, Row, Select, delete, func, insert, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from nakomen.ledger.cipher import Cipher, MasterKey
from nakomen.ledger.database import Database
from nakomen.ledger.errors import LedgerBroken, LedgerBusy
from nakomen.ledger.values import read, written
from nakomen.ledger.vault_schema import MARK, MIGRATIONS, PARCEL, PARKED, ROW_MARK, VAULT
from nakomen.records.parking import Parked

BATCH_ROWS = 1000
_PLACE_CHARS = 32
FILE = "vault.sqlite"
_OF_PARCEL = (
    (PARKED, "parcel"), (MARK, "parcel"), (ROW_MARK, "parcel"), (PARCEL, "number"),
)  # fmt: skip
Marks = Callable[[Parked], Iterable[str]]
"""Fingerprints by which one row can be found again."""


@dataclass(frozen=True, kw_only=True)
class Parcel:
    """
    What one step took out. *subject* is whose it is, if it is of one person.

    *until* is the first day on which it is destroyed; None: when the restriction is lifted.
    *purpose* and *role* are those of an archive: for what, and by whom, it may be opened.
    """

    number: int = 0
    plan: str
    step: str
    store: str
    dataset: str
    act: str
    columns: tuple[str, ...] = ()
    subject: str | None = None
    promise: str | None = None
    until: date | None = None
    purpose: str | None = None
    role: str | None = None
    rows: int = 0


class Vault:
    """
    Parcels in ``vault.sqlite``. Every method raises ``LedgerFull``, ``LedgerBusy`` and
    ``LedgerBroken`` as their texts say.
    """

    def __init__(self, database: Database, master: MasterKey) -> None:
        self._database = database
        self._master = master

    @classmethod
    def open(cls, folder: Path) -> Self:
        """
        The vault of a state folder; made, with its key, at first use.

        Raises:
            KeyUnusable: there is a vault, but its key is gone.
            LedgerBroken: the key is that of another vault.
        """
        database = Database(folder / FILE, MIGRATIONS)
        try:
            with database.reading() as connection:
                is_new = connection.execute(select(VAULT)).first() is None
            master = MasterKey.open(folder / "keys" / "vault.key", may_make=is_new)
            _claim(database, master)
            return cls(database, master)
        except BaseException:
            database.close()
            raise

    def begin(self, parcel: Parcel, marks: Iterable[str] = ()) -> Parcel:
        """
        The parcel of this step of this plan, made if it is not there; *marks* are fingerprints of
        the person's keys, by which she can be told that it exists.
        """
        with self._database.writing() as connection:
            found = self._of(connection, parcel.plan, parcel.step)
            if found:
                return found
            wrapped = self._master.new_wrapped_key(_name(parcel))
            made = connection.execute(insert(PARCEL).values(**_facts(parcel), wrapped=wrapped))
            number = int(made.lastrowid)
            known = [{"parcel": number, "fingerprint": mark} for mark in dict.fromkeys(marks)]
            if known:
                connection.execute(insert(MARK), known)
        return replace(parcel, number=number)

    def keep(self, parcel: Parcel, rows: Iterator[Parked], marks: Marks | None = None) -> int:
        """
        Put *rows* in, batch by batch, and return how many; a row that is there is written anew.

        *marks* are fingerprints by which one row can be found again.

        Raises:
            EntryRefused: a value of a type that could not be put back as it was.
        """
        cipher, kept = self._cipher(parcel), 0
        while batch := list(islice(rows, BATCH_ROWS)):
            sealed = [self._sealed(parcel, cipher, row) for row in batch]
            put = upsert(PARKED)
            put = put.on_conflict_do_update(
                index_elements=["parcel", "place"], set_={"sealed": put.excluded.sealed}
            )
            known = [
                {"parcel": parcel.number, "place": one["place"], "fingerprint": mark}
                for one, row in zip(sealed, batch, strict=True)
                for mark in set(marks(row) if marks else ())
            ]
            with self._database.writing() as connection:
                connection.execute(put, sealed)
                if known:
                    connection.execute(upsert(ROW_MARK).on_conflict_do_nothing(), known)
            kept += len(batch)
        return kept

    def parcels(self, plan: str | None = None, subject: str | None = None) -> list[Parcel]:
        """All of them, or those of a plan or a person, in the order in which they were made."""
        wanted = _counted()
        if plan:
            wanted = wanted.where(PARCEL.c.plan == plan)
        if subject:
            wanted = wanted.where(PARCEL.c.subject == subject)
        with self._database.reading() as connection:
            return [_parcel(row) for row in connection.execute(wanted)]

    def marked(self, fingerprints: Iterable[str]) -> list[Parcel]:
        """Parcels of a person with one of these keys."""
        numbers = select(MARK.c.parcel).where(MARK.c.fingerprint.in_(list(fingerprints)))
        wanted = _counted().where(PARCEL.c.number.in_(numbers))
        with self._database.reading() as connection:
            return [_parcel(row) for row in connection.execute(wanted)]

    def rows_marked(self, fingerprints: Iterable[str]) -> Iterator[tuple[Parcel, Parked]]:
        """Single rows that were put in with one of these marks, parcel by parcel."""
        known = select(ROW_MARK.c.parcel, ROW_MARK.c.place).distinct()
        known = known.where(ROW_MARK.c.fingerprint.in_(list(fingerprints)))
        with self._database.reading() as connection:
            places: dict[int, list[str]] = {}
            for number, place in connection.execute(known):
                places.setdefault(number, []).append(place)
        for parcel in self.parcels() if places else ():
            if parcel.number in places:
                yield from self._at(parcel, places[parcel.number])

    def _at(self, parcel: Parcel, places: Sequence[str]) -> Iterator[tuple[Parcel, Parked]]:
        wanted = select(PARKED).where(
            PARKED.c.parcel == parcel.number, PARKED.c.place.in_(list(places))
        )
        with self._database.reading() as connection:
            found = connection.execute(wanted.order_by(PARKED.c.number)).all()
        cipher = self._cipher(parcel)
        for row in found:
            yield parcel, _opened(parcel, cipher, row)

    def batches(self, parcel: Parcel, rows: int = BATCH_ROWS) -> Iterator[list[Parked]]:
        """Its rows in the order in which they came, so many at a time."""
        cipher, after = self._cipher(parcel), 0
        while True:
            page = select(PARKED).where(PARKED.c.parcel == parcel.number, PARKED.c.number > after)
            with self._database.reading() as connection:
                found = connection.execute(page.order_by(PARKED.c.number).limit(rows)).all()
            if not found:
                return
            yield [_opened(parcel, cipher, row) for row in found]
            after = found[-1].number

    def row(self, parcel: Parcel, place: Sequence[str]) -> Parked | None:
        """The one row of that place, if it is here."""
        wanted = select(PARKED).where(
            PARKED.c.parcel == parcel.number, PARKED.c.place == self._mark(parcel, place)
        )
        with self._database.reading() as connection:
            found = connection.execute(wanted).first()
        return _opened(parcel, self._cipher(parcel), found) if found else None

    def remove(self, parcel: Parcel, rows: Iterable[Parked]) -> None:
        """Take out what has been put back."""
        places = [self._mark(parcel, row.place) for row in rows]
        with self._database.writing() as connection:
            of_it = PARKED.c.parcel == parcel.number
            connection.execute(delete(PARKED).where(of_it, PARKED.c.place.in_(places)))
            its = ROW_MARK.c.parcel == parcel.number
            connection.execute(delete(ROW_MARK).where(its, ROW_MARK.c.place.in_(places)))
            connection.execute(update(VAULT).values(unswept=1))

    def destroy(self, parcels: Iterable[Parcel]) -> None:
        """
        Destroy the keys and rows of *parcels*; without its key nothing of one can be read again.

        The bytes go with `sweep`.
        """
        numbers = [parcel.number for parcel in parcels]
        with self._database.writing() as connection:
            for table, column in _OF_PARCEL:
                connection.execute(delete(table).where(table.c[column].in_(numbers)))
            connection.execute(update(VAULT).values(unswept=1))

    def sweep(self) -> None:
        """
        Write the file anew without the bytes of what was destroyed, if there are any.

        Raises:
            LedgerBusy: another process still reads; the next sweep does it.
        """
        self._database.sweep(VAULT)

    def close(self) -> None:
        """Sweep once for all that was destroyed since the opening, and close."""
        with suppress(LedgerBusy):
            self.sweep()
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _of(self, connection: Connection, plan: str, step: str) -> Parcel | None:
        wanted = _counted().where(PARCEL.c.plan == plan, PARCEL.c.step == step)
        found = connection.execute(wanted).first()
        return _parcel(found) if found else None

    def _cipher(self, parcel: Parcel) -> Cipher:
        wanted = select(PARCEL.c.wrapped).where(PARCEL.c.number == parcel.number)
        with self._database.reading() as connection:
            wrapped = connection.scalar(wanted)
        if wrapped is None:
            raise LedgerBroken(f"{FILE}: {parcel.plan} {parcel.step}")
        return self._master.subject_key(wrapped, _name(parcel))

    def _mark(self, parcel: Parcel, place: Sequence[str]) -> str:
        """Where a row stood, for whoever knows its key only."""
        told = json.dumps([parcel.store, parcel.dataset, *place])
        return self._master.fingerprint("place", told)[:_PLACE_CHARS]

    def _sealed(self, parcel: Parcel, cipher: Cipher, row: Parked) -> dict[str, Any]:
        mark = self._mark(parcel, row.place)
        plain = written({"place": json.dumps(row.place), **_named(row)})
        sealed = cipher.seal(plain, f"{parcel.number} {mark}")
        return {"parcel": parcel.number, "place": mark, "sealed": sealed}


def has_vault(folder: Path) -> bool:
    """Whether anything was ever put into a vault here; where nobody may look, opening it tells."""
    try:
        return (folder / FILE).exists()
    except PermissionError:
        return True


def _named(row: Parked) -> dict[str, Any]:
    return {f"={name}": value for name, value in row.values.items()}


def _opened(parcel: Parcel, cipher: Cipher, row: Row[Any]) -> Parked:
    values = read(cipher.unseal(row.sealed, f"{parcel.number} {row.place}"))
    place = tuple(json.loads(values.pop("place")))
    return Parked(place=place, values={name[1:]: value for name, value in values.items()})


def _name(parcel: Parcel) -> str:
    return f"{parcel.plan} {parcel.step}"


def _facts(parcel: Parcel) -> dict[str, str | None]:
    return {
        "plan": parcel.plan,
        "step": parcel.step,
        "store": parcel.store,
        "dataset": parcel.dataset,
        "act": parcel.act,
        "columns": json.dumps(parcel.columns),
        "subject": parcel.subject,
        "promise": parcel.promise,
        "until": parcel.until.isoformat() if parcel.until else None,
        "purpose": parcel.purpose,
        "role": parcel.role,
    }


def _counted() -> Select[Any]:
    rows = select(func.count()).where(PARKED.c.parcel == PARCEL.c.number).scalar_subquery()
    return select(PARCEL, rows.label("rows")).order_by(PARCEL.c.number)


def _parcel(row: Row[Any]) -> Parcel:
    return Parcel(
        number=row.number,
        plan=row.plan,
        step=row.step,
        store=row.store,
        dataset=row.dataset,
        act=row.act,
        columns=tuple(json.loads(row.columns)),
        subject=row.subject,
        promise=row.promise,
        until=date.fromisoformat(row.until) if row.until else None,
        purpose=row.purpose,
        role=row.role,
        rows=row.rows,
    )


def _claim(database: Database, master: MasterKey) -> None:
    with database.writing() as connection:
        check = connection.scalar(select(VAULT.c.check_value))
        if check is None:
            connection.execute(insert(VAULT), {"check_value": master.check, "unswept": 0})
        elif check != master.check:
            raise LedgerBroken("keys/vault.key")
