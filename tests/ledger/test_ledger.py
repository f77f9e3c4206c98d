"""What is written in the ledger stays, in order, and can be found and proven."""

import sqlite3
import stat
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, event

from nakomen.ledger import (
    Entry,
    EntryRefused,
    KeyUnusable,
    Ledger,
    LedgerBroken,
    LedgerBusy,
    LedgerFull,
    LedgerNewer,
)
from nakomen.ledger.canonical import stamp
from nakomen.ledger.line import Written
from nakomen.ledger.merkle import root_of
from nakomen.ledger.schema import MIGRATIONS

Outcomes = Callable[..., list[Entry]]
APPEND_ONLY = "append-only"


def raw(folder: Path, *statements: str, guarded: bool = False) -> None:
    """What somebody with a SQLite tool can do; without *guarded* they first drop our triggers."""
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        triggers = "SELECT name FROM sqlite_master WHERE type = 'trigger'"
        for (name,) in [] if guarded else connection.execute(triggers).fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            connection.execute(statement)
    connection.close()


def test_lines_come_back_as_they_were_written(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes
) -> None:
    """Order, number, time, kind and body survive, also for who opens the ledger anew."""
    receipt = ledger.append([Entry("intent", {"plan": "plan-0007"}), *outcomes(2)], at)
    assert (receipt.first, receipt.last, receipt.head.size) == (1, 3, 3)

    with Ledger.open(folder) as again:
        lines = list(again.lines())
        assert again.head() == receipt.head
    assert [line.seq for line in lines] == [1, 2, 3]
    assert [line.kind for line in lines] == ["intent", "outcome", "outcome"]
    assert lines[2].body == {"plan": "plan-0007", "step": "step-2", "gone": 2, "left": 0}
    assert {line.at for line in lines} == {at}
    assert receipt.head.root == root_of(line.leaf for line in lines)
    assert receipt.head.is_by(ledger.key.public)


def test_growing_batch_by_batch_gives_the_tree_of_all(
    ledger: Ledger, at: datetime, outcomes: Outcomes
) -> None:
    """However the lines were divided over appends, the root is that of all of them."""
    for count in (1, 2, 3, 7, 20):
        head = ledger.append(outcomes(count), at).head
    assert head.size == 33
    assert head.root == root_of(line.leaf for line in ledger.lines())
    assert ledger.verify() == head


def test_lines_of_a_plan_are_found(ledger: Ledger, at: datetime, outcomes: Outcomes) -> None:
    """Lines are found by plan, kind and any other field; a line without a plan is no match."""
    note = Entry("note", {"promise": "p-12", "count": 3, "why": None})
    ledger.append([*outcomes(3, "plan-0006"), *outcomes(2, "plan-0007"), note], at)

    assert [line.seq for line in ledger.lines(plan="plan-0007")] == [4, 5]
    assert [line.seq for line in ledger.lines("outcome", step="step-2")] == [2, 5]
    assert [line.seq for line in ledger.lines("outcome", plan="plan-0006", gone=3)] == [3]
    assert [line.seq for line in ledger.lines("note", promise="p-12", why=None)] == [6]
    assert list(ledger.lines("note", plan="plan-0007")) == []


def test_looking_up_a_plan_uses_the_index(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes
) -> None:
    """The outcomes of one plan are found without reading those of all others."""
    ledger.append(outcomes(3), at)
    with sqlite3.connect(folder / "ledger.sqlite") as connection:
        query = "EXPLAIN QUERY PLAN SELECT * FROM line WHERE plan = 'x' AND seq > 0 ORDER BY seq"
        steps = [row[3] for row in connection.execute(query)]
    connection.close()
    assert any("line_by_plan" in step for step in steps)
    assert not any("SCAN" in step or "TEMP B-TREE" in step for step in steps)


def test_more_lines_than_a_page_come_in_order(
    ledger: Ledger, at: datetime, outcomes: Outcomes
) -> None:
    """Reading goes on from page to page, without a gap and without a line twice."""
    ledger.append(outcomes(1500), at)
    ledger.append(outcomes(1000), at)
    assert [line.seq for line in ledger.lines()] == list(range(1, 2501))
    assert sum(1 for _ in ledger.lines("outcome", plan="plan-0007")) == 2500


def test_appending_while_reading_disturbs_neither(
    ledger: Ledger, at: datetime, outcomes: Outcomes
) -> None:
    """A half-read stream of lines does not keep anyone from writing."""
    ledger.append(outcomes(2), at)
    reading = ledger.lines()
    assert next(reading).seq == 1
    ledger.append(outcomes(1), at)
    assert [line.seq for line in reading] == [2]


def test_an_append_is_all_or_nothing(ledger: Ledger, at: datetime, outcomes: Outcomes) -> None:
    """One entry that cannot be written keeps the others out too, and the ledger goes on."""
    ledger.append(outcomes(1), at)
    with pytest.raises(EntryRefused):
        ledger.append([*outcomes(2), Entry("outcome", {"seconds": float("nan")})], at)
    with pytest.raises(EntryRefused):
        ledger.append([], at)
    assert [line.seq for line in ledger.lines()] == [1]
    assert ledger.append(outcomes(1), at).last == 2
    ledger.verify()


def test_times_keep_their_instant(ledger: Ledger) -> None:
    """A time given in a Dutch zone comes back as the same instant, to the microsecond."""
    given = datetime.fromisoformat("2026-10-25T02:30:00.123456+01:00")
    ledger.append([Entry("note", {})], given)
    (line,) = ledger.lines()
    assert line.at == given
    assert line.at.tzinfo == UTC


def test_nothing_written_is_nothing_proven(ledger: Ledger) -> None:
    """A new ledger has no head, no lines, and nothing to complain about."""
    assert ledger.head() is None
    assert ledger.verify() is None
    assert list(ledger.lines()) == []


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE line SET body = '{}' WHERE seq = 2",
        "DELETE FROM line WHERE seq = 3",
        "INSERT OR REPLACE INTO line (seq, at, kind, body, leaf) VALUES (2, '', '', '{}', x'')",
        "INSERT INTO line (seq, at, kind, body, leaf) VALUES (9, '', '', '{}', x'')",
        "UPDATE head SET size = 2",
        "DELETE FROM head",
        "INSERT OR REPLACE INTO head VALUES (3, x'', '', x'', x'')",
    ],
)
def test_the_database_itself_refuses_changes(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes, statement: str
) -> None:
    """Whoever works on the file with another program is stopped by the file."""
    ledger.append(outcomes(3), at)
    with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
        raw(folder, statement, guarded=True)
    assert ledger.verify() == ledger.head()


def test_a_large_batch_leaves_the_guards_standing(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes
) -> None:
    """The guard that steps aside for many lines stands again, also after a batch that failed."""
    ledger.append(outcomes(1234), at)
    twice = "INSERT OR REPLACE INTO line (seq, at, kind, body, leaf) VALUES (2, '', '', '{}', x'')"
    with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
        raw(folder, twice, guarded=True)
    other = sqlite3.connect(folder / "ledger.sqlite")
    other.execute("CREATE TRIGGER full BEFORE INSERT ON head BEGIN SELECT RAISE(ABORT, 'no'); END")
    other.close()
    with pytest.raises(LedgerBroken):
        ledger.append(outcomes(1234), at)
    with pytest.raises(sqlite3.IntegrityError, match=APPEND_ONLY):
        raw(folder, twice, guarded=True)
    assert ledger.verify() == ledger.head()
    assert sum(1 for _ in ledger.lines()) == 1234


def test_a_ledger_of_an_older_version_goes_on(
    folder: Path, at: datetime, outcomes: Outcomes, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Lines from before are found and proven as they were, and the tree grows from them."""
    with monkeypatch.context() as then:
        then.setattr("nakomen.ledger.ledger.MIGRATIONS", MIGRATIONS[:2])
        with Ledger.open(folder) as old:
            head = old.append([Entry("hold", {"subject": "subject-7"}), *outcomes(3)], at).head
    with Ledger.open(folder) as ledger:
        assert ledger.verify() == head
        assert [line.seq for line in ledger.lines("hold")] == [1]
        assert [line.seq for line in ledger.lines("outcome", plan="plan-0007")] == [2, 3, 4]
        assert ledger.append(outcomes(1), at).head == ledger.verify()


def test_looking_up_a_kind_uses_the_index(ledger: Ledger, folder: Path, at: datetime) -> None:
    """The few lines of a kind that is not in every plan are found without reading all."""
    ledger.append([Entry("hold", {})], at)
    asked: list[tuple[str, Any]] = []

    def hear(*said: Any) -> None:
        asked.append((said[2], said[3]))

    event.listen(Engine, "before_cursor_execute", hear)
    assert [line.seq for line in ledger.lines("hold")] == [1]
    event.remove(Engine, "before_cursor_execute", hear)
    with closing(sqlite3.connect(folder / "ledger.sqlite")) as connection:
        query, values = asked[-1]
        steps = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {query}", values)]
    assert any("line_by_seldom" in step for step in steps), steps
    assert not any("SCAN" in step or "TEMP B-TREE" in step for step in steps)


CHANGES_OF_LINES = {
    "body": ('UPDATE line SET body = \'{"plan":"plan-0008"}\' WHERE seq = 2', 2),
    "time": ("UPDATE line SET at = '2020-01-01T00:00:00.000000Z' WHERE seq = 3", 3),
    "kind": ("UPDATE line SET kind = 'intent' WHERE seq = 1", 1),
    "leaf": ("UPDATE line SET leaf = zeroblob(32) WHERE seq = 2", 2),
    "gap": ("DELETE FROM line WHERE seq = 2", 2),
}


@pytest.mark.parametrize(("statement", "line"), CHANGES_OF_LINES.values(), ids=CHANGES_OF_LINES)
def test_a_changed_line_is_named(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes, statement: str, line: int
) -> None:
    """Who takes the triggers away can change a line, but not unseen."""
    ledger.append(outcomes(2), at)
    ledger.append(outcomes(3), at)
    assert ledger.verify() == ledger.head()

    raw(folder, statement)

    with Ledger.open(folder) as again, pytest.raises(LedgerBroken) as broken:
        again.verify()
    assert broken.value.facts == {"line": line}


def test_a_line_that_was_changed_with_its_leaf_is_caught(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes
) -> None:
    """A forger who computes the leaf anew is caught by the root of the first head over it."""
    ledger.append(outcomes(2), at)
    ledger.append(outcomes(3), at)
    forged = Written(4, stamp(at), "outcome", "{}")
    raw(folder, f"UPDATE line SET body = '{{}}', leaf = x'{forged.leaf.hex()}' WHERE seq = 4")

    assert next(ledger.lines(step="step-1")).seq == 1
    with pytest.raises(LedgerBroken) as broken:
        ledger.verify()
    assert broken.value.facts == {"line": 3}, "the first line of the batch under that head"


def test_a_changed_line_is_not_read_as_evidence(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes
) -> None:
    """Reading, too, stops at a line that is not what was written."""
    ledger.append(outcomes(3), at)
    raw(folder, "UPDATE line SET body = '{}' WHERE seq = 2")
    reading = ledger.lines()
    assert next(reading).seq == 1
    with pytest.raises(LedgerBroken):
        next(reading)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE head SET root = zeroblob(32)",
        "UPDATE head SET peaks = zeroblob(64)",
        "UPDATE head SET peaks = x''",
        "UPDATE head SET at = '2020-01-01T00:00:00.000000Z'",
        "UPDATE head SET at = 'long ago'",
        "UPDATE head SET signature = zeroblob(64)",
        "UPDATE head SET size = 4",
        "DELETE FROM head",
        "DELETE FROM line WHERE seq = 3",
        "DELETE FROM line",
        "INSERT INTO line (seq, at, kind, body, leaf) VALUES (4, '', '', '{}', x'')",
        "DROP TABLE line",
    ],
)
def test_a_ledger_that_does_not_match_its_head_stays_shut(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes, statement: str
) -> None:
    """A forged head, cut lines and added lines are seen at opening and before each append."""
    ledger.append(outcomes(3), at)
    raw(folder, statement)
    with pytest.raises(LedgerBroken):
        Ledger.open(folder)
    with pytest.raises(LedgerBroken):
        ledger.append(outcomes(1), at)


def test_another_file_is_no_ledger(folder: Path) -> None:
    """A file that is no database is refused, and left as it is."""
    folder.mkdir()
    (folder / "ledger.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(LedgerBroken):
        Ledger.open(folder)
    assert (folder / "ledger.sqlite").read_bytes() == b"no database at all" * 100


def test_a_ledger_of_a_newer_version_is_left_alone(folder: Path) -> None:
    """An older nakomen does not write in tables that it does not understand."""
    Ledger.open(folder).close()
    raw(folder, "INSERT INTO migration VALUES (99)", guarded=True)
    with pytest.raises(LedgerNewer):
        Ledger.open(folder)


def test_a_lost_key_is_not_replaced_in_silence(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes
) -> None:
    """A new key under old lines would hide that the old one is gone."""
    ledger.append(outcomes(1), at)
    file = folder / "keys" / "ledger.key"
    kept = file.read_bytes()
    file.unlink()
    with pytest.raises(KeyUnusable, match=r"ledger\.key"):
        Ledger.open(folder)
    assert not file.exists()

    file.write_bytes(b"not a key")
    with pytest.raises(KeyUnusable):
        Ledger.open(folder)

    file.write_bytes(kept)
    with Ledger.open(folder) as again:
        assert again.verify() is not None


def test_the_key_of_another_ledger_does_not_fit(
    ledger: Ledger, folder: Path, at: datetime, outcomes: Outcomes, tmp_path: Path
) -> None:
    """Lines signed by one key are not taken up under another."""
    ledger.append(outcomes(1), at)
    Ledger.open(tmp_path / "other").close()
    (folder / "keys" / "ledger.key").write_bytes(
        (tmp_path / "other" / "keys" / "ledger.key").read_bytes()
    )
    with pytest.raises(LedgerBroken):
        Ledger.open(folder)


def test_only_the_owner_can_read_the_state(ledger: Ledger, folder: Path, at: datetime) -> None:
    """Folders are 0700; the key, the database and its log are 0600."""
    ledger.append([Entry("note", {})], at)
    modes = {path.name: stat.S_IMODE(path.stat().st_mode) for path in folder.rglob("*")}
    assert {"ledger.key", "ledger.sqlite", "ledger.sqlite-wal"} <= modes.keys()
    assert stat.S_IMODE(folder.stat().st_mode) == modes.pop("keys") == 0o700
    assert set(modes.values()) == {0o600}


def test_a_place_that_is_no_folder_is_told(tmp_path: Path) -> None:
    """A state folder that cannot be made is told in our words, with the cure."""
    (tmp_path / "file").write_text("x")
    with pytest.raises(LedgerFull) as full:
        Ledger.open(tmp_path / "file" / ".nakomen")
    assert full.value.retry
    assert "goes on where it stopped" in full.value.text.en
    assert "gaat verder waar dit ophield" in full.value.text.nl


def test_a_locked_ledger_says_to_wait(
    ledger: Ledger, folder: Path, at: datetime, monkeypatch: pytest.MonkeyPatch
) -> None:
    """When another program keeps the write lock, the answer is to try again later."""
    monkeypatch.setattr("nakomen.ledger.database.BUSY_SECONDS", 0.05)
    other = sqlite3.connect(folder / "ledger.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Ledger.open(folder) as waiting, pytest.raises(LedgerBusy) as busy:
        waiting.append([Entry("note", {})], at)
    assert busy.value.retry
    other.execute("ROLLBACK")
    other.close()
    assert ledger.append([Entry("note", {})], at).last == 1
