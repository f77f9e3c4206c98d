"""
Databases that fail in the middle, and rows that cannot be: a finding or an ask, nothing lost.

Each case is shown for an erasure, for a copy, and for what falls due by itself.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from datetime import date, datetime
from itertools import count
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from sqlalchemy import Connection, NullPool, create_engine, make_url, text
from tests.circle.world import TODAY, World
from tests.cli.terminal import Running, Told, terminal
from tests.controls.house import CUSTOMERS, INVOICES, META, VISITS, house
from tests.support import mortal, servers
from tests.support.servers import Server

from nakomen.stores.sql import postgresql, sqlite
from nakomen.stores.sql.dialects import LOCK_S

REQUESTS = ("erase", "access", "retention")
GONE, PERSON, WRONG = 7, 4, 2


@dataclass
class Place:
    """A small company on one database; *others* makes customers who are of one test alone."""

    world: World
    numbers: Iterator[int] = field(default_factory=lambda: count(10))

    @property
    def url(self) -> str:
        return self.world.urls["crm"]

    @contextmanager
    def root(self, *, autocommit: bool = True) -> Iterator[Connection]:
        engine = create_engine(self.url, poolclass=NullPool)
        level = "AUTOCOMMIT" if autocommit else "SERIALIZABLE"
        with engine.connect().execution_options(isolation_level=level) as connection:
            yield connection

    def do(self, *statements: str, **values: object) -> None:
        with self.root() as connection:
            if self.url.startswith("mysql"):
                connection.execute(text("SET SESSION sql_mode = ''"))
            for statement in statements:
                connection.execute(text(statement), values)

    def customer(self, email: str | None = None) -> int:
        """Somebody new: a visit past its term, one within it, and an invoice of this year."""
        id = next(self.numbers)
        with self.root() as made:
            made.execute(
                sa.insert(CUSTOMERS).values(
                    id=id, name=f"Klant {id}", email=email or f"klant{id}@huis.example"
                )
            )
            for n, year in ((1, 2024), (2, 2026)):
                at = datetime(year, 10, 25, 2, 30)
                made.execute(
                    sa.insert(VISITS).values(
                        id=id * 10 + n, customer_id=id, ip_address=f"192.0.2.{id}", visited_at=at
                    )
                )
            made.execute(
                sa.insert(INVOICES).values(
                    id=id, customer_id=id, customer_name=f"Klant {id}", total=1,
                    invoice_date=date(2026, 1, 2),
                )
            )  # fmt: skip
        return id

    def rows(self) -> dict[str, list[tuple[str, ...]]]:
        """All rows, as text: a day that is none is no day in Python either."""
        found = {}
        with self.root() as looking:
            for table in META.sorted_tables:
                kind = "CHAR(200)" if self.url.startswith("mysql") else "VARCHAR(200)"
                all_of = ", ".join(f"CAST({c.name} AS {kind})" for c in table.columns)
                every = text(f"SELECT {all_of} FROM {table.name} ORDER BY id")
                found[table.name] = [tuple(row) for row in looking.execute(every)]
        return found

    def ids(self, table: sa.Table, customer: int) -> set[int]:
        column = "id" if table is CUSTOMERS else "customer_id"
        with self.root() as looking:
            found = looking.execute(
                text(f"SELECT id FROM {table.name} WHERE {column} = {customer}")
            )
            return {row[0] for row in found}

    def plan(self, request: str, who: int, *words: object, code: int = 0) -> Any:
        """One of `REQUESTS`, of *who* if it is a person's."""
        key = () if request == "retention" else ("--key", f"customer={who}")
        return self.world.run("plan", request, *key, *words, code=code)

    def planned(self, request: str, who: int) -> str:
        return str(self.plan(request, who)["plan"])

    @property
    def copy(self) -> Path:
        return self.world.folder.parent / "copy.zip"

    def words(self, plan: str, request: str) -> list[object]:
        copy = ("-o", self.copy) if request == "access" else ()
        return ["apply", plan, "--yes", "--by", "Chaima", *copy]

    def apply(self, plan: str, request: str, code: int = 0) -> list[dict[str, Any]]:
        """A person still decides about what no promise names: that is no failure."""
        told: list[dict[str, Any]] = self.world.run(*self.words(plan, request), code=code or None)
        assert code or told[-1]["state"] == "done", told
        return told

    def begun(self, plan: str, request: str) -> Running:
        """`apply` in a process of its own."""
        place = ("--today", TODAY, "-C", self.world.folder)
        return terminal("nl").start(*place, *self.words(plan, request))

    def carried_out(self, request: str, who: int) -> bool:
        """What the plan was for, as seen by somebody else."""
        if request == "access":
            there = self.copy.exists()
            self.copy.unlink(missing_ok=True)
            return there
        left = {"erase": set(), "retention": {who * 10 + 2}}
        return self.ids(VISITS, who) == left[request]


@contextmanager
def at_work(home: Path, url: str) -> Iterator[Place]:
    home.mkdir(parents=True, exist_ok=True)
    with house(home, url) as world:
        yield Place(world)


@pytest.fixture(scope="module")
def sqlite_place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Place]:
    home = tmp_path_factory.mktemp("sqlite")
    with at_work(home, f"sqlite:///{home / 'crm'}.sqlite") as place:
        yield place


@pytest.fixture(scope="module")
def postgres_place(
    tmp_path_factory: pytest.TempPathFactory, _postgres18: Server
) -> Iterator[Place]:
    with (
        servers.postgres_database(_postgres18) as url,
        at_work(tmp_path_factory.mktemp("postgres"), url) as place,
    ):
        yield place


@pytest.fixture(scope="module")
def mariadb_place(tmp_path_factory: pytest.TempPathFactory, _mariadb: Server) -> Iterator[Place]:
    with (
        servers.mariadb_database(_mariadb) as url,
        at_work(tmp_path_factory.mktemp("mariadb"), url) as place,
    ):
        yield place


@pytest.fixture
def at(request: pytest.FixtureRequest) -> Place:
    found: Place = request.getfixturevalue(f"{request.param}_place")
    return found


def on(*kinds: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("at", kinds, indirect=True)


@contextmanager
def held(at: Place, statement: str) -> Iterator[Connection]:
    """Another program holds what *statement* locks, until it commits or goes away."""
    with at.root(autocommit=False) as other:
        if at.url.startswith("sqlite"):
            other.connection.driver_connection.execute("BEGIN EXCLUSIVE")  # type: ignore[union-attr]
        else:
            other.execute(text(statement))
        yield other
        other.invalidate()


def wait_until_it_waits(at: Place) -> None:
    """Our run is stopped by somebody else's lock."""
    waits = {
        "postgresql": "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
        "AND datname = current_database()",
        "mysql": "SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT'",
    }[make_url(at.url).get_backend_name()]
    until = time.monotonic() + 60
    with at.root() as looking:
        while not looking.execute(text(waits)).scalar_one():
            assert time.monotonic() < until
            time.sleep(0.12)  # MariaDB tells the same to who asks again within a tenth of a second


MORTAL: dict[str, Callable[[], AbstractContextManager[mortal.Mortal]]] = {
    "postgres": mortal.mortal_postgres,
    "mariadb": mortal.mortal_mariadb,
}
STOPS = {
    "erase": "SELECT 1 FROM customers WHERE id = {who} FOR UPDATE",
    "retention": "SELECT 1 FROM visits WHERE id = {who}1 FOR UPDATE",
    "access": "LOCK TABLE visits IN ACCESS EXCLUSIVE MODE",
}


@pytest.mark.parametrize(("kind", "requests"), [("postgres", REQUESTS), ("mariadb", REQUESTS[:1])])
def test_a_server_that_is_killed_in_the_middle_loses_nothing(
    kind: str, requests: tuple[str, ...], tmp_path: Path
) -> None:
    """SIGKILL while a step runs: that step never was; the same command then ends the work."""
    with MORTAL[kind]() as server:
        server.start()
        url = of_its_own(server.url, kind)
        with at_work(tmp_path, url) as at:
            for request in requests:
                who = at.customer()
                plan, before = at.planned(request, who), at.rows()
                with held(at, STOPS[request].format(who=who)):
                    running = at.begun(plan, request)
                    wait_until_it_waits(at)
                    server.kill()
                    told = running.end()
                assert (told.code, at.copy.exists()) == (GONE, False), told.all
                assert "antwoordt niet" in told.text
                at.world.run("plan", "retention", code=GONE)
                server.start()
                half = at.rows()
                assert half["customers"] == before["customers"]
                assert half["invoices"] == before["invoices"]
                assert request == "erase" or half == before
                at.apply(plan, request)
                assert at.carried_out(request, who)
                after = at.rows()
                at.apply(plan, request)
                assert at.rows() == after


def of_its_own(url: Callable[[str], str], kind: str) -> str:
    """The URL of a fresh database on a server that is nobody else's."""
    root = create_engine(url(kind.replace("mariadb", "mysql")), isolation_level="AUTOCOMMIT")
    with root.connect() as connection:
        connection.execute(text("CREATE DATABASE crm"))
    root.dispose()
    return url("crm")


@on("sqlite", "postgres")
def test_what_somebody_locks_is_not_waited_for(at: Place, monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody holds everything: told within the set time; afterwards the same command works."""
    monkeypatch.setattr(sqlite, "LOCK_S", 0.2)
    quick = postgresql._SESSION.replace(f"'{LOCK_S}s'", "'200ms'")
    assert quick != postgresql._SESSION
    monkeypatch.setattr(postgresql, "_SESSION", quick)
    for request in REQUESTS:
        who = at.customer()
        plan, before = at.planned(request, who), at.rows()
        with held(at, "LOCK TABLE customers, visits IN ACCESS EXCLUSIVE MODE"):
            began = time.monotonic()
            at.apply(plan, request, code=GONE)
            at.plan(request, who, code=GONE)
            assert time.monotonic() - began < 5
        assert (at.rows(), at.copy.exists()) == (before, False)
        at.apply(plan, request)
        assert at.carried_out(request, who)


@on("postgres")
def test_a_column_that_goes_while_a_plan_is_carried_out_undoes_that_step(at: Place) -> None:
    """The plan names it, the table has it no more: nothing was changed, and survey says what is."""
    drops = {
        "erase": ("customers", "birth_date"),
        "access": ("visits", "ip_address"),
        "retention": ("visits", "visited_at"),
    }
    for request in REQUESTS:
        who = at.customer()
        plan, (table, column) = at.planned(request, who), drops[request]
        before = at.rows()
        with held(at, f"ALTER TABLE {table} RENAME COLUMN {column} TO elsewhere") as other:
            running = at.begun(plan, request)
            wait_until_it_waits(at)
            other.commit()
            told = running.end()
        try:
            assert_it_stopped(at, told, plan, request)
            survey = at.world.run("survey", code=3)
            assert column in str(survey)
        finally:
            at.do(f"ALTER TABLE {table} RENAME COLUMN elsewhere TO {column}")
        assert at.rows() == before
        at.apply(plan, request)
        assert at.carried_out(request, who)


def assert_it_stopped(at: Place, told: Told, plan: str, request: str) -> None:
    """This time in the middle, the next time before anything; no half copy is left."""
    assert told.code in (WRONG, GONE), told.all
    assert "Van deze stap is niets veranderd" in told.text or "anders uit" in told.text
    assert not at.copy.exists()
    at.apply(plan, request, code=WRONG)
    at.plan(request, 1, code=WRONG)


@on("sqlite")
def test_a_map_with_a_column_that_is_not_there_is_told(at: Place) -> None:
    """Nothing is planned or foreseen on a map that does not fit; the column is named."""
    file = at.world.folder / "systems" / "crm.yaml"
    drawn = file.read_text("utf-8")
    old = "      email: {"
    assert old in drawn
    file.write_text(
        drawn.replace(old, f"      fax: {{type: TEXT, category: phone}}\n{old}"), "utf-8"
    )
    try:
        for request in REQUESTS:
            told = at.plan(request, 1, code=WRONG)["error"]
            assert (told["type"], told["missing"]) == ("SchemaChanged", ["customers.fax"])
        assert at.world.run("forecast", code=WRONG)["error"]["type"] == "SchemaChanged"
    finally:
        file.write_text(drawn, "utf-8")


ALONE = {
    "postgresql": "ALTER TABLE customers DROP CONSTRAINT customers_email_key",
    "mysql": "DROP INDEX email ON customers",
}


@on("postgres", "mariadb")
def test_two_persons_with_one_address_are_for_a_person_to_decide(at: Place) -> None:
    """An address that two customers gave names neither; what falls due goes by its own day."""
    at.do(ALONE[make_url(at.url).get_backend_name()])
    first, second = (at.customer("samen@huis.example") for _ in range(2))
    before = at.rows()
    for words in (("plan", "erase"), ("plan", "access"), ("hold", "add", *WHY)):
        told = at.world.run(*words, "--key", "email=samen@huis.example", code=PERSON)["error"]
        assert told["type"] == "ManyPersons"
    assert at.plan("erase", first, code=PERSON)["error"], "her address still leads to the other"
    assert at.rows() == before
    at.apply(at.planned("retention", first), "retention")
    assert at.ids(VISITS, first) == {first * 10 + 2}
    assert at.ids(VISITS, second) == {second * 10 + 2}
    at.do(f"UPDATE customers SET email = NULL WHERE id IN ({first}, {second})")


WHY = ("--reason", "dossier 12", "--until", "2027-05-01")


@on("sqlite", "mariadb")
def test_a_number_that_was_given_to_somebody_else_stops_the_plan(at: Place) -> None:
    """Between plan and apply the account became another's: neither erased nor told to the first."""
    who = at.customer()
    plans = {request: at.planned(request, who) for request in REQUESTS[:2]}
    at.do(
        "UPDATE customers SET name = 'Els', email = :mail WHERE id = :id",
        id=who,
        mail="e@l.example",
    )
    before = at.rows()
    for request, plan in plans.items():
        at.apply(plan, request, code=WRONG)
        assert (at.rows(), at.copy.exists()) == (before, False)


@on("sqlite", "mariadb")
def test_a_number_that_is_used_again_is_not_swept_for_who_had_it(at: Place) -> None:
    """
    Erased but for an invoice; later somebody else has the number. When the invoice is free the
    plan asks, and takes nothing of hers; what was kept of others goes.
    """
    first, second = at.customer(), at.customer()
    for who in (first, second):
        at.apply(at.planned("erase", who), "erase")
    free = date(2034, 1, 1)
    at.do("UPDATE customers SET name = 'Els', email = 'els@l.example' WHERE id = :id", id=first)
    at.do(
        "INSERT INTO visits (id, customer_id, ip_address, visited_at) "
        "VALUES (:row, :id, '192.0.2.7', '2033-12-01 10:00:00')", row=first * 10 + 3, id=first,
    )  # fmt: skip
    steps = at.world.plan("retention", today=free)["steps"]
    asked = [s for s in steps if s["act"] == "ask" and s["rows"] and s["dataset"] == "customers"]
    assert [s["rows"] for s in asked] == [1]
    words = ("apply", at.world.plan("retention", today=free)["plan"], "--yes", "--by", "Chaima")
    at.world.run(*words, today=free, code=None)
    assert at.ids(CUSTOMERS, first) == {first}
    assert at.ids(VISITS, first) == {first * 10 + 3}
    with at.root() as looking:
        name = text(f"SELECT name FROM customers WHERE id = {first}")
        assert looking.execute(name).scalar_one() == "Els"
    assert (at.ids(CUSTOMERS, second), at.ids(INVOICES, second)) == (set(), set())
    assert at.ids(INVOICES, first) == {first}


IMPOSSIBLE = {
    "sqlite": ("2026-13-45", "0000-00-00", "morgen"),
    "postgresql": ("infinity", "-infinity", "0044-03-15 BC"),
    "mysql": ("0000-00-00",),
}


@on("sqlite", "postgres", "mariadb")
def test_impossible_dates_never_fall_due(at: Place) -> None:
    """A day that is none is not before any day: such a row stays, and its owner still sees it."""
    who, kind = at.customer(), make_url(at.url).get_backend_name()
    visit = (
        "INSERT INTO visits (id, customer_id, ip_address, visited_at) "
        "VALUES (:id, :who, '::1', :at)"
    )
    bill = "UPDATE invoices SET invoice_date = :at WHERE id = :who"
    for n, day in enumerate(IMPOSSIBLE[kind]):
        at.do(visit, id=900_000 + n, who=who, at=day)
        at.do(bill, who=who, at=day)
    odd = {900_000 + n for n in range(len(IMPOSSIBLE[kind]))}
    at.apply(at.planned("retention", who), "retention")
    assert at.ids(VISITS, who) == {who * 10 + 2, *odd}
    at.apply(at.planned("access", who), "access")
    assert at.carried_out("access", who)
    erased = at.plan("erase", who)
    assert [s["act"] for s in erased["steps"] if s["dataset"] == "invoices" and s["rows"]] == [
        "ask"
    ]
    at.apply(erased["plan"], "erase")
    assert (at.ids(VISITS, who), at.ids(INVOICES, who)) == (set(), {who})


@on("sqlite", "mariadb")
def test_a_row_without_a_key_is_nobodys(at: Place) -> None:
    """An empty key names nobody; a row that says of nobody whose it is goes by its day alone."""
    who, other = at.customer(), at.customer()
    loose = (
        "INSERT INTO visits (id, customer_id, ip_address, visited_at) VALUES (:id, NULL, NULL, :at)"
    )
    at.do(loose, id=910_001, at="2024-01-02 10:00:00")
    at.do(loose, id=910_002, at="2026-11-02 10:00:00")
    at.do("UPDATE customers SET email = NULL WHERE id = :id", id=other)
    for request in REQUESTS[:2]:
        for word in ("email=", "customer="):
            at.world.run("plan", request, "--key", word, code=WRONG)
    exports = {
        s["dataset"]: s["rows"] for s in at.plan("access", who)["steps"] if s["act"] == "export"
    }
    assert (exports["customers"], exports["visits"]) == (1, 2)
    at.apply(at.planned("erase", who), "erase")
    assert (at.ids(CUSTOMERS, other), len(at.ids(VISITS, other))) == ({other}, 2)
    assert loose_rows(at) == {910_001, 910_002}
    at.apply(at.planned("retention", who), "retention")
    assert loose_rows(at) == {910_002}


def loose_rows(at: Place) -> set[int]:
    with at.root() as looking:
        found = looking.execute(text("SELECT id FROM visits WHERE id > 910000"))
        return {row[0] for row in found}
