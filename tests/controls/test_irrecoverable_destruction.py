"""irrecoverable-destruction: what was erased is in no file, or it is told where and how long."""

import re
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Connection, NullPool, create_engine, text
from tests.circle.conftest import fill
from tests.circle.world import World
from tests.support import mortal, servers

from nakomen.demo.provider import STATEMENT, cast
from nakomen.ledger import Ledger

PROMISE = "Wat wij wissen, vernietigen wij onherstelbaar."
CANARIES = [f"Zwaluwstaert{n:03}Kwikzilver" for n in range(200)]
PLAIN = [f"Roerdomp{n:03}Bladgoud" for n in range(200)]
"""Rows that another program took away with a plain DELETE, before us."""
_MEDIA = {
    "pg_wal": {"log"},
    "ib_logfile": {"log"},
    "ibdata1": {"undo", "doublewrite"},
    "binlog": {"changes"},
}
"""What a file is to its server."""


@dataclass
class House:
    """A company, and the folder with every file of its database."""

    world: World
    files: Path

    @contextmanager
    def connection(self) -> Iterator[Connection]:
        """Another program: what it wrote is in the files, and what it deleted is not wiped."""
        engine = create_engine(self.world.urls["crm"], poolclass=NullPool)
        with engine.begin() as crm:
            if engine.name == "sqlite":
                crm.exec_driver_sql("PRAGMA secure_delete=OFF")
            elif engine.name == "postgresql":  # the tests' servers write a moment later
                crm.exec_driver_sql("SET synchronous_commit = on")
            yield crm

    def plant(self) -> None:
        """Two hundred messages of Anna with words that stand nowhere else, and two hundred more."""
        with self.connection() as crm:
            crm.execute(text(_ADD), _messages(CANARIES, 13, 10_000))
            crm.execute(text(_ADD), _messages(PLAIN, 13, 20_000))
        with self.connection() as crm:
            crm.execute(text("DELETE FROM ticket_message WHERE id >= 20000"))

    def found(self, words: list[str]) -> dict[str, int]:
        """File → how many of *words* are in its bytes."""
        mark = re.compile(re.sub(r"\d+", r"[0-9]+", words[0]).encode())
        counts: dict[str, int] = {}
        for file in sorted(self.files.rglob("*")):
            try:
                content = file.read_bytes() if file.is_file() else b""
            except FileNotFoundError:  # a server takes files away while we look
                continue
            if many := len({word for word in mark.findall(content) if word.decode() in words}):
                counts[str(file.relative_to(self.files))] = many
        return counts

    def verdict(self, today: date | None = None) -> dict[str, Any]:
        told = self.world.run("status", code=None, today=today)
        mine = [p for p in told["promises"] if p["control"] == "irrecoverable-destruction"]
        assert len(mine) == 1
        found: dict[str, Any] = mine[0]
        return found

    def erase(self) -> None:
        plan = self.world.plan("erase", "--key", f"email={cast.ANNA.email}")
        self.world.apply(plan["plan"])

    def destroy(self, code: int | None = 0) -> list[dict[str, Any]]:
        """Plan it and carry it out; the outcome of each step."""
        plan = self.world.plan("destruction")
        assert {step["act"] for step in plan["steps"]} == {"destroy"}
        *steps, end = self.world.apply(plan["plan"], code=code)
        assert end["state"] == "done"
        return steps


_ADD = (
    "INSERT INTO ticket_message (id, ticket_id, body, at) "
    "VALUES (:id, :ticket, :body, '2026-11-01 10:00:00')"
)


def _messages(words: list[str], ticket: int, first: int) -> list[dict[str, Any]]:
    return [{"id": first + n, "ticket": ticket, "body": word} for n, word in enumerate(words)]


def house(home: Path, url: str, files: Path) -> House:
    """A provider that promises it, with its customers at *url*."""
    home.mkdir(parents=True, exist_ok=True)
    newsletter = f"sqlite:///{home / 'newsletter'}.sqlite"
    urls = {"crm": url, "newsletter": newsletter}
    for store, address in urls.items():
        fill(address, store, calls_apart=False)
    statement = home / "statement.nl.md"
    statement.write_text(Path(str(STATEMENT)).read_text("utf-8") + f"\n{PROMISE}\n", "utf-8")
    world = World(folder=home / "zonneveld", urls=urls)
    world.init(statement, "UTC")
    world.close()
    made = House(world, files)
    made.plant()
    return made


@pytest.fixture(params=["delete", "wal"])
def in_a_file(request: pytest.FixtureRequest, tmp_path: Path) -> House:
    """Customers in an SQLite file with each kind of journal."""
    file = tmp_path / "home" / "crm.sqlite"
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as made:
        made.execute(f"PRAGMA journal_mode={request.param}")
        made.execute("CREATE TABLE spare (id INTEGER PRIMARY KEY)")
        made.commit()
    return house(file.parent, f"sqlite:///{file}", file.parent)


@pytest.fixture(params=["postgres18"])
def on_postgres(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[House]:
    server = request.getfixturevalue(f"_{request.param}")
    files = servers.home() / request.param / "data"
    with servers.postgres_database(server) as url:
        yield house(tmp_path / "home", url, files)


def test_nothing_is_left_in_a_file(in_a_file: House) -> None:
    """What another program deleted long ago, and what we erased: in no file, in no journal."""
    all_is_gone(in_a_file)


def test_nothing_is_left_on_postgresql(on_postgres: House) -> None:
    """Not in tables, indexes, samples of values, or the log that was turned over."""
    all_is_gone(on_postgres)


def all_is_gone(house: House) -> None:
    # SQLite packs some pages anew by itself.
    assert max(house.found(PLAIN).values()) > len(PLAIN) / 2
    house.erase()
    before = house.verdict()
    assert before["verdict"] == "broken"
    assert "crm.ticket_message" in before["why"]
    assert before["count"] > len(CANARIES)
    assert house.found(PLAIN)
    for step in house.destroy():
        assert step["left"] == 0
        assert step["remains"] == []
    assert house.found(PLAIN) == {}
    assert house.found(CANARIES) == {}
    assert house.verdict()["verdict"] == "kept"
    assert house.world.plan("destruction")["steps"] == []


@pytest.fixture(scope="module")
def mariadb() -> Iterator[mortal.Mortal]:
    with mortal.mortal_mariadb() as server:
        yield server


@contextmanager
def on(server: mortal.Mortal, home: Path, *settings: str) -> Iterator[House]:
    """The server started with *settings*, and a company on it."""
    server.start(*settings)
    try:
        with servers.mariadb_database(server.server) as url:
            yield house(home, url, server.data)
    finally:
        server.stop()


def test_nothing_is_left_on_mariadb(mariadb: mortal.Mortal, tmp_path: Path) -> None:
    """A server that wipes pages as they are freed, and keeps no log of changes, lets go of all."""
    settings = ("--innodb-immediate-scrub-data-uncompressed=ON", "--innodb-doublewrite=0")
    with on(mariadb, tmp_path / "home", *settings) as house:
        _began_long_ago(house)
        all_is_gone(house)


def _began_long_ago(house: House) -> None:
    """The server tells its age in whole seconds: of rows that went just then nobody can be sure."""
    with house.connection() as crm:
        while int(crm.exec_driver_sql("SHOW GLOBAL STATUS LIKE 'Uptime'").one()[1]) < 5:
            time.sleep(0.2)


def test_what_mariadb_keeps_is_told(mariadb: mortal.Mortal, tmp_path: Path) -> None:
    """As it is installed, with a log of changes: each file with a value is named, with its end."""
    settings = ("--log-bin=binlog", "--binlog-format=ROW", "--binlog-expire-logs-seconds=864000")
    with on(mariadb, tmp_path / "home", *settings) as house:
        house.erase()
        remains = house.destroy(code=4)[0]["remains"]
        found = {**house.found(PLAIN), **house.found(CANARIES)}
        assert any(name.startswith("binlog") for name in found)
        told = {remain["medium"] for remain in remains}
        for name in found:
            assert told & next(m for start, m in _MEDIA.items() if name.startswith(start)), name
        until = next(r["until"] for r in remains if r["medium"] == "changes")
        assert until == (datetime.now(UTC) + timedelta(days=11)).date().isoformat()
        after = house.verdict()
        assert after["verdict"] == "broken"
        assert until in after["why"]
        assert "ibdata1" in after["why"]
        assert house.world.plan("destruction")["steps"]


@pytest.mark.parametrize("in_a_file", ["delete"], indirect=True)
def test_what_can_be_put_back_is_not_destroyed(in_a_file: House) -> None:
    """As long as the vault holds the rows, the promise is not kept, and the day it ends is told."""
    settings = in_a_file.world.folder / "nakomen.yaml"
    settings.write_text(settings.read_text("utf-8") + "guards: {undo: 30 dagen}\n", "utf-8")
    in_a_file.erase()
    in_a_file.destroy()
    assert in_a_file.found(CANARIES) == {}
    after = in_a_file.verdict()
    assert after["verdict"] == "broken"
    assert "vault.sqlite, tot 2026-12-21" in after["why"]


@pytest.mark.parametrize("in_a_file", ["delete"], indirect=True)
def test_the_certificate_says_what_how_and_when(in_a_file: House) -> None:
    """One line of evidence for each dataset, without a word of what stood there."""
    house = in_a_file
    house.erase()
    house.destroy()
    with Ledger.open(house.world.folder / ".nakomen") as ledger:
        ledger.verify()
        lines = {str(line.body["dataset"]): line for line in ledger.lines(kind="certificate")}
    line = lines["ticket_message"]
    assert line.body["methods"][0] == "VACUUM"
    assert line.body["remains"] == []
    assert line.body["rows"] >= len(CANARIES)
    assert line.body["first"] < line.body["last"] < line.at.isoformat()
    assert not any(word in str(line.body) for word in CANARIES)
