"""The subject book knows persons by their keys, keeps them sealed, and really forgets."""

import random
import sqlite3
import stat
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from nakomen.ledger import (
    EntryRefused,
    KeyUnusable,
    LedgerBroken,
    LedgerBusy,
    SubjectAmbiguous,
    SubjectBook,
    SubjectUnknown,
    short,
)

ANNA = ("email", "anna@example.nl")
BRAM = ("email", "bram@example.nl")
HOME = ("phone", "+31201234567")


@pytest.fixture
def book(folder: Path) -> Iterator[SubjectBook]:
    with SubjectBook.open(folder) as opened:
        yield opened


def on_disk(folder: Path) -> bytes:
    """Every byte of the book: the file, its log and the index of the log."""
    return b"".join(path.read_bytes() for path in sorted(folder.glob("subjects.sqlite*")))


def sealed_of(folder: Path, subject: str) -> list[bytes]:
    """What the file holds of one person: key, values and fingerprints."""
    number = int(subject.removeprefix("subject-"))
    with sqlite3.connect(folder / "subjects.sqlite") as connection:
        wrapped = connection.execute("SELECT wrapped FROM subject WHERE number = ?", [number])
        keys = connection.execute(
            "SELECT sealed, CAST(fingerprint AS BLOB) FROM subject_key WHERE subject = ?", [number]
        )
        found = [value for row in [*wrapped, *keys] for value in row]
    connection.close()
    return found


def test_a_person_is_found_by_any_of_her_keys(book: SubjectBook, folder: Path) -> None:
    """Anna is one subject, by mail or by telephone, also for who opens the book anew."""
    anna = book.remember([ANNA, HOME])
    assert anna == "subject-1"
    with SubjectBook.open(folder) as again:
        assert again.find([ANNA]) == again.find([HOME]) == again.find([HOME, ANNA]) == anna
        assert again.find([ANNA, ("iban", "unknown")]) == anna
        assert again.find([BRAM]) is None
        assert again.find([]) is None
        assert again.keys(anna) == [ANNA, HOME]


def test_remembering_twice_changes_nothing(book: SubjectBook) -> None:
    """The same keys are the same person, and each is kept once."""
    anna = book.remember([ANNA, HOME, ANNA])
    assert book.remember([HOME, ANNA]) == anna
    assert book.remember([ANNA], anna) == anna
    assert book.keys(anna) == [ANNA, HOME]


def test_keys_are_added_to_who_is_named(book: SubjectBook) -> None:
    """What a plan finds of Anna later comes with the same subject."""
    anna = book.remember([ANNA])
    many = [("crm.invoice.id", str(number)) for number in range(40_000)]
    assert book.remember([*many, HOME], anna) == anna
    assert len(book.keys(anna)) == 40_002
    assert book.find(many[:1]) == book.find(many) == anna


def test_a_shared_key_does_not_make_two_persons_one(book: SubjectBook) -> None:
    """Anna and Bram share a telephone: each keeps an own name, and the telephone alone asks."""
    anna, bram = book.remember([ANNA, HOME]), book.remember([BRAM, HOME])
    assert anna != bram
    assert book.find([BRAM, HOME]) == bram
    assert book.keys(anna) == [ANNA, HOME]
    for keys in ([HOME], [ANNA, BRAM]):
        with pytest.raises(SubjectAmbiguous) as asked:
            book.find(keys)
        assert asked.value.facts == {"subjects": [anna, bram]}
        assert asked.value.exit_code == 4
        assert HOME[1] not in asked.value.text.en
    with pytest.raises(SubjectAmbiguous):
        book.remember([HOME])


def test_without_keys_nobody_is_remembered(book: SubjectBook) -> None:
    """A person without a key could never be found again."""
    with pytest.raises(EntryRefused):
        book.remember([])


def test_a_fingerprint_is_keyed(book: SubjectBook, tmp_path: Path) -> None:
    """The same mail address looks different in every book, so no list of addresses opens one."""
    ours = book.fingerprint(*ANNA)
    assert len(bytes.fromhex(ours)) == 32
    assert ours == book.fingerprint(*ANNA)
    assert ours not in (book.fingerprint("phone", ANNA[1]), book.fingerprint(*BRAM))
    with SubjectBook.open(tmp_path / "other") as other:
        assert other.fingerprint(*ANNA) != ours
    assert short(ours) == f"#{ours[:4]}"


def test_strange_values_come_back_as_they_are(book: SubjectBook) -> None:
    """Zero bytes, half characters, accents and empty values survive."""
    keys = [("customer", value) for value in ("", "é\0x", "\ud800", "x" * 5000)]
    assert book.keys(book.remember(keys)) == sorted(keys)


def test_no_value_stands_in_clear(book: SubjectBook, folder: Path) -> None:
    """Whoever has the file without the key sees neither values nor kinds."""
    book.remember([ANNA, HOME])
    files = on_disk(folder)
    assert sealed_of(folder, "subject-1")[0] in files, "the file was read where the book writes"
    for word in (*ANNA, *HOME):
        assert word.encode() not in files.replace(b"wal", b"")


def test_forgetting_leaves_no_byte(book: SubjectBook, folder: Path) -> None:
    """What was there of Bram is nowhere in the file or its log; Anna's is all still there."""
    anna, bram = book.remember([ANNA, HOME]), book.remember([BRAM, HOME])
    of_anna, of_bram = sealed_of(folder, anna), sealed_of(folder, bram)
    assert len(of_bram) == 5
    assert all(value in on_disk(folder) for value in of_anna + of_bram)

    book.forget(bram)
    book.sweep()

    left = on_disk(folder)
    home = book.fingerprint(*HOME)[:32].encode()
    assert [value for value in of_bram if value in left] == [home], "that one is Anna's as well"
    assert all(value in left for value in of_anna)
    assert book.find([BRAM]) is None
    assert book.find([HOME]) == anna
    with pytest.raises(SubjectUnknown):
        book.keys(bram)


def test_forgetting_reaches_copies_that_the_database_left_behind(
    book: SubjectBook, folder: Path
) -> None:
    """Rows that SQLite moved from page to page leave copies; those go too."""
    chance = random.Random(5)
    people = [book.remember([("customer", str(person))]) for person in range(200)]
    for round_ in range(3):  # each grows in the middle of the file, so that pages are split
        for person in people:
            count = chance.choice((1, 3, 30))
            book.remember([("customer", f"{person}-{round_}-{n}") for n in range(count)], person)
    leaving, staying = people[::2], people[1::2]
    gone = [value for person in leaving for value in sealed_of(folder, person)]
    kept = [value for person in staying for value in sealed_of(folder, person)]
    assert all(value in on_disk(folder) for value in gone[::50])

    book.forget(*leaving)
    book.sweep()

    left = on_disk(folder)
    assert not [value for value in gone if value in left]
    assert all(value in left for value in kept[::50])


def test_only_the_keys_that_are_still_needed_stay(book: SubjectBook, folder: Path) -> None:
    """Of Anna one invoice stays; her address and telephone leave no byte, and nothing is added."""
    invoice, other = ("crm.invoice.id", "41"), ("crm.invoice.id", "99")
    anna, bram = book.remember([ANNA, HOME, invoice]), book.remember([BRAM])
    of_anna, of_bram = sealed_of(folder, anna), sealed_of(folder, bram)
    assert all(value in on_disk(folder) for value in of_anna)

    book.keep_only(anna, [invoice, other])
    book.keep_only(anna, [invoice])
    book.sweep()

    left = on_disk(folder)
    kept = book.fingerprint(*invoice)[:32].encode()
    assert [value for value in of_anna if value in left] == [kept]
    assert all(value in left for value in of_bram)
    assert book.keys(anna) == [invoice]
    assert book.find([invoice]) == anna
    assert book.find([ANNA, HOME, other]) is None


def test_keeping_nothing_keeps_the_name(book: SubjectBook) -> None:
    """A person of whom no key is needed has none left; who is forgotten cannot be kept."""
    anna = book.remember([ANNA])
    book.keep_only(anna, [])
    assert book.keys(anna) == []
    book.forget(anna)
    with pytest.raises(SubjectUnknown):
        book.keep_only(anna, [ANNA])


def test_several_are_forgotten_at_once_and_again(book: SubjectBook) -> None:
    """Forgetting is repeatable, and a number is never given to somebody else."""
    anna, bram = book.remember([ANNA]), book.remember([BRAM])
    book.forget(anna, bram)
    book.forget(anna, bram)
    assert book.find([ANNA, BRAM]) is None
    assert book.remember([ANNA]) == "subject-3"


def test_a_program_killed_while_forgetting_is_finished(folder: Path) -> None:
    """Rows deleted but not yet swept out of the file go when the book opens again."""
    with SubjectBook.open(folder) as book:
        book.remember([ANNA])
        of_anna = sealed_of(folder, "subject-1")
    with sqlite3.connect(folder / "subjects.sqlite") as connection:
        connection.execute("PRAGMA secure_delete = OFF")
        connection.execute("DELETE FROM subject_key")
        connection.execute("DELETE FROM subject")
        connection.execute("UPDATE book SET unswept = 1")
    connection.close()
    assert any(value in on_disk(folder) for value in of_anna)

    SubjectBook.open(folder).close()

    assert not any(value in on_disk(folder) for value in of_anna)


def test_a_reader_elsewhere_delays_forgetting(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """While another program holds the old state open we do not claim that it is gone."""
    monkeypatch.setattr("nakomen.ledger.database.BUSY_SECONDS", 0.05)
    with SubjectBook.open(folder) as book:
        book.remember([ANNA])
        of_anna = sealed_of(folder, "subject-1")
        reader = sqlite3.connect(folder / "subjects.sqlite", isolation_level=None)
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM subject").fetchone()
        book.forget("subject-1")
        with pytest.raises(LedgerBusy):
            book.sweep()
        reader.execute("ROLLBACK")
        reader.close()
    assert not any(value in on_disk(folder) for value in of_anna)


def test_closing_sweeps_or_leaves_it_to_the_next(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Who forgot need not think of the sweeping; a reader elsewhere does not make closing fail."""
    monkeypatch.setattr("nakomen.ledger.database.BUSY_SECONDS", 0.05)
    reader = sqlite3.connect(folder.parent / "none", isolation_level=None)
    for busy in (False, True):
        with SubjectBook.open(folder) as book:
            name = book.remember([ANNA])
            of_anna = sealed_of(folder, name)
            if busy:
                reader = sqlite3.connect(folder / "subjects.sqlite", isolation_level=None)
                reader.execute("BEGIN")
                reader.execute("SELECT count(*) FROM subject").fetchone()
            book.forget(name)
        assert any(value in on_disk(folder) for value in of_anna) is busy
    reader.close()
    SubjectBook.open(folder).close()
    assert not any(value in on_disk(folder) for value in of_anna)


@pytest.mark.parametrize(
    "subject", ["subject-9", "anna@example.nl", "subject-", "case-1", f"subject-{10**30}"]
)
def test_who_is_not_in_the_book_is_told(book: SubjectBook, subject: str) -> None:
    """An unknown name is an error for who reads or adds."""
    book.remember([BRAM])
    with pytest.raises(SubjectUnknown) as unknown:
        book.keys(subject)
    assert "anna" not in unknown.value.text.en
    with pytest.raises(SubjectUnknown):
        book.remember([ANNA], subject)


def test_a_moved_or_changed_value_is_refused(book: SubjectBook, folder: Path) -> None:
    """Ciphertext opens only for its own person and key: nobody can give Anna Bram's address."""
    book.remember([ANNA])
    book.remember([BRAM])
    with sqlite3.connect(folder / "subjects.sqlite") as connection:
        connection.execute(
            "UPDATE subject_key SET sealed = (SELECT sealed FROM subject_key WHERE subject = 2) "
            "WHERE subject = 1"
        )
    connection.close()
    with pytest.raises(LedgerBroken):
        book.keys("subject-1")
    assert book.keys("subject-2") == [BRAM]


def test_the_key_of_the_book_is_guarded(book: SubjectBook, folder: Path) -> None:
    """A lost key is not replaced and another does not fit: nobody would be found any more."""
    book.remember([ANNA])
    file = folder / "keys" / "subjects.key"
    assert stat.S_IMODE(file.stat().st_mode) == 0o600
    kept = file.read_bytes()
    for content, error in ((bytes(32), LedgerBroken), (b"short", KeyUnusable)):
        file.write_bytes(content)
        with pytest.raises(error):
            SubjectBook.open(folder)
    file.unlink()
    with pytest.raises(KeyUnusable):
        SubjectBook.open(folder)
    assert not file.exists()
    file.write_bytes(kept)
    with SubjectBook.open(folder) as again:
        assert again.find([ANNA]) == "subject-1"


def test_of_many_only_what_is_needed_stays_and_old_copies_cannot_be_read(
    book: SubjectBook, folder: Path
) -> None:
    """Anna keeps one key under a fresh one, Bram all of his as they were, Chaima is forgotten."""
    ids = [("crm.invoice.id", str(number)) for number in range(3)]
    keys = [[ANNA, HOME, *ids], [BRAM, HOME], [("email", "chaima@example.nl")]]
    anna, bram, chaima = book.groups.remember([(None, hers) for hers in keys])
    assert book.groups.remember([(anna, [ANNA, *ids]), (anna, ids)]) == [anna, anna]
    assert dict(book.groups.each([anna, bram, chaima])) == dict(
        zip((anna, bram, chaima), map(sorted_by_book(book), keys), strict=True)
    )
    of_anna, of_bram = sealed_of(folder, anna), sealed_of(folder, bram)

    book.groups.keep_only({anna: [ids[0], BRAM], bram: keys[1], chaima: []})
    book.sweep()

    assert dict(book.groups.each([anna, bram, chaima])) == dict(
        zip((anna, bram), map(sorted_by_book(book), ([ids[0]], keys[1])), strict=True)
    )
    assert sealed_of(folder, bram) == of_bram
    left = on_disk(folder)
    shared = {mark.encode()[:32] for mark in (book.fingerprint(*HOME), book.fingerprint(*ids[0]))}
    assert {value for value in of_anna if value in left} == shared


def sorted_by_book(book: SubjectBook) -> Callable[[list[tuple[str, str]]], list[tuple[str, str]]]:
    """Keys in the order in which the book gives them."""
    return lambda keys: sorted(keys, key=lambda key: book.fingerprint(*key))
