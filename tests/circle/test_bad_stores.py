"""Databases that fail in the middle, and rows that cannot be: a finding or an ask, nothing lost."""

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Connection, create_engine, make_url, text
from tests.circle.account import rows_of
from tests.circle.test_bad_systems import Served, served
from tests.cli.terminal import Running, terminal
from tests.support import mortal, servers
from tests.support.servers import Server

from nakomen.demo.provider import cast

SERVERS: dict[str, Callable[[], AbstractContextManager[mortal.Mortal]]] = {
    "postgres": mortal.mortal_postgres,
    "mariadb": mortal.mortal_mariadb,
}


@pytest.fixture(scope="module")
def sqlite(tmp_path_factory: pytest.TempPathFactory) -> Served:
    home = tmp_path_factory.mktemp("sqlite") / "home"
    return served(home, f"sqlite:///{home / 'crm'}.sqlite")


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory, _postgres18: Server) -> Iterator[Served]:
    with servers.postgres_database(_postgres18) as url:
        yield served(tmp_path_factory.mktemp("postgres") / "home", url)


@pytest.fixture(scope="module")
def mariadb(tmp_path_factory: pytest.TempPathFactory, _mariadb: Server) -> Iterator[Served]:
    with servers.mariadb_database(_mariadb) as url:
        yield served(tmp_path_factory.mktemp("mariadb") / "home", url)


@pytest.fixture(params=["sqlite", "postgres", "mariadb"])
def at(request: pytest.FixtureRequest) -> Served:
    found: Served = request.getfixturevalue(request.param)
    return found


@pytest.fixture(params=["postgres", "mariadb"])
def on_server(request: pytest.FixtureRequest) -> Served:
    found: Served = request.getfixturevalue(request.param)
    return found


def begun(at: Served, plan: str) -> Running:
    """`apply` in a process of its own."""
    return terminal("nl").start(
        "--today", at.company.today, "-C", at.company.folder, "apply", plan, "--yes"
    )


@contextmanager
def held(at: Served, statement: str) -> Iterator[Connection]:
    """Another program holds what *statement* locks, until it commits or goes away."""
    with at.root(autocommit=False) as other:
        other.execute(text(statement))
        yield other


def wait_until_it_waits(at: Served) -> None:
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
            time.sleep(0.2)  # MariaDB tells the same to who asks again within a tenth of a second


def of_its_own(url: Callable[[str], str], kind: str) -> str:
    """The URL of a fresh database on a server that is nobody else's."""
    root = create_engine(url(kind.replace("mariadb", "mysql")), isolation_level="AUTOCOMMIT")
    with root.connect() as connection:
        connection.execute(text("CREATE DATABASE crm"))
    root.dispose()
    return url("crm")


@pytest.mark.parametrize("kind", SERVERS)
def test_a_server_that_is_killed_in_the_middle_loses_nothing(kind: str, tmp_path: Path) -> None:
    """SIGKILL while a step runs: that step never was; the same command then ends the work."""
    with SERVERS[kind]() as server:
        server.start()
        at = served(tmp_path / "home", of_its_own(server.url, kind))
        plan, before = at.plan(cast.ANNA), rows_of(at.company.urls)
        with held(at, f"SELECT 1 FROM customer WHERE id = {cast.ANNA.id} FOR UPDATE") as other:
            running = begun(at, plan)
            wait_until_it_waits(at)
            server.kill()
            told = running.end()
            other.invalidate()
        assert told.code == 7, told.all
        assert "antwoordt niet" in told.text
        server.start()
        half = rows_of(at.company.urls)
        assert half["customer"] == before["customer"]
        assert half["ticket_message"] == before["ticket_message"]
        ended = at.company.tell("apply", plan, "--yes")
        assert ended.code == 0, ended.all
        after = rows_of(at.company.urls)
        assert after["customer"] != before["customer"]
        again = at.company.tell("apply", plan, "--yes")
        assert again.code == 0
        assert rows_of(at.company.urls) == after


@pytest.mark.parametrize("on_server", ["postgres"], indirect=True)
def test_a_table_that_somebody_locks_is_not_waited_for(on_server: Served) -> None:
    """Somebody holds a whole table: told within seconds; afterwards the same command works."""
    company, plan = on_server.company, on_server.plan(cast.LOTTE)
    before = rows_of(company.urls)
    lock = (
        "LOCK TABLE customer IN ACCESS EXCLUSIVE MODE"
        if on_server.url.startswith("postgresql")
        else "LOCK TABLES customer WRITE"
    )
    with held(on_server, lock):
        told = company.tell("apply", plan, "--yes")
        assert told.code == 7, told.all
        assert "probeer het later nog eens" in told.text
    assert rows_of(company.urls) == before
    assert company.tell("apply", plan, "--yes").code == 0
    assert rows_of(company.urls)["customer"] != before["customer"]


@pytest.mark.parametrize("on_server", ["postgres"], indirect=True)
def test_a_column_that_goes_while_a_step_runs_undoes_that_step(on_server: Served) -> None:
    """The plan names it, the table has it no more: nothing was changed, and survey says what is."""
    company, plan = on_server.company, on_server.plan(cast.BRAM_AT_HOME)
    first = f"SELECT 1 FROM login_event WHERE customer_id = {cast.BRAM_AT_HOME.id} FOR UPDATE"
    with held(on_server, first) as other:
        running = begun(on_server, plan)
        wait_until_it_waits(on_server)
        before = rows_in(on_server)
        other.execute(text("ALTER TABLE customer DROP COLUMN street"))
        other.commit()
        told = running.end()
    try:
        # MariaDB ends our transaction for the change of the table; PostgreSQL misses the column.
        assert told.code in (2, 7), told.all
        assert "Van deze stap is niets veranderd" in told.text or "anders uit" in told.text
        assert rows_in(on_server) == before
        next_time = company.tell("apply", plan, "--yes")
        assert next_time.code == 2, next_time.all
        assert "ziet er anders uit" in next_time.text
        assert rows_in(on_server) == before
        company.lost = ("crm",)
        survey = company.tell("survey")
        assert survey.code == 3
        assert "'street'" in survey.text
    finally:
        company.lost = ()
        on_server.do("ALTER TABLE customer ADD COLUMN street VARCHAR(120)")
    again = company.tell("apply", plan, "--yes")
    assert again.code == 0, again.all
    assert rows_in(on_server) != before


def rows_in(at: Served) -> dict[str, int]:
    """Rows of the tables that a person's erasure touches."""
    names = ("customer", "login_event", "subscription", "ticket", "ticket_message")
    with at.root() as looking:
        return {n: looking.execute(text(f"SELECT count(*) FROM {n}")).scalar_one() for n in names}


def test_a_map_with_a_column_that_is_not_there_is_told(at: Served) -> None:
    """Nothing is planned on a map that does not fit; the column is named."""
    company = at.company
    old = "      phone: {"
    company.edit("systems/crm.yaml", old, f"      fax: {{type: TEXT, category: phone}}\n{old}")
    try:
        company.refuses(
            "plan", "erase", "--key", f"email={cast.DAAN.email}", code=2,
            nl=("ziet er anders uit", "customer.fax"), en=("no longer looks", "customer.fax"),
        )  # fmt: skip
    finally:
        company.edit("systems/crm.yaml", f"      fax: {{type: TEXT, category: phone}}\n{old}", old)


def test_two_persons_with_one_address_are_for_a_person_to_decide(at: Served) -> None:
    """An address that two customers gave names neither; with the number it names one."""
    first, second = customers(at, 2)
    on_table = " ON customer" if make_url(at.url).get_backend_name() == "mysql" else ""
    at.do(f"DROP INDEX IF EXISTS customer_email{on_table}")
    mail = "samen@huis.example"
    with renamed(at, [first, second], mail):
        told = at.company.tell("plan", "erase", "--key", f"email={mail}")
        assert told.code == 4, told.all
        assert "meer dan één klant" in told.text
        number = of(at, first, "number")
        one = at.company.tell("--json", "plan", "erase", "--key", f"customer={number}")
        assert one.code == 4, "her address still leads to the other"
        for step in one.json.get("steps", ()):
            assert step["dataset"] != "customer" or step["rows"] <= 1


def customers(at: Served, many: int) -> list[int]:
    """Ids of customers who are nobody of the cast."""
    with at.root() as looking:
        found = looking.execute(text("SELECT id FROM customer WHERE id > 20 ORDER BY id"))
        return [row[0] for row in found][:many]


def of(at: Served, id: int, column: str) -> object:
    with at.root() as looking:
        return looking.execute(text(f"SELECT {column} FROM customer WHERE id = {id}")).scalar_one()


@contextmanager
def renamed(at: Served, ids: list[int], mail: str) -> Iterator[None]:
    """These customers have the address *mail*, for a while."""
    before = {id: of(at, id, "email") for id in ids}
    change = text("UPDATE customer SET email = :mail WHERE id = :id")
    with at.root() as other:
        for id in ids:
            other.execute(change, {"id": id, "mail": mail})
    try:
        yield
    finally:
        with at.root() as other:
            for id, was in before.items():
                other.execute(change, {"id": id, "mail": was})


def test_a_number_that_was_given_to_somebody_else_stops_the_plan(at: Served) -> None:
    """Between plan and apply the account became another's: she is not erased for the first."""
    (first,) = customers(at, 1)
    was = of(at, first, "email")
    number = of(at, first, "number")
    told = at.company.tell("--json", "plan", "erase", "--key", f"customer={number}")
    assert told.code == 0, told.all
    with renamed(at, [first], "opvolger@elders.example"):
        before = rows_of(at.company.urls)
        refused = at.company.tell("apply", told.json["plan"], "--yes")
        assert refused.code == 2, refused.all
        assert "Maak een nieuw plan" in refused.text
        assert rows_of(at.company.urls) == before
    assert of(at, first, "email") == was


IMPOSSIBLE = {
    "sqlite": ("2026-13-45 10:00:00", "0000-00-00", "morgen"),
    "postgresql": ("infinity", "-infinity", "0044-03-15 10:00:00 BC"),
    "mysql": ("0000-00-00 00:00:00",),
}


def test_impossible_dates_never_fall_due(at: Served) -> None:
    """A day that is none is not before any day: such a row stays, and its owner still sees it."""
    kind = make_url(at.url).get_backend_name()
    (who,) = customers(at, 1)
    days = IMPOSSIBLE[kind]
    with at.root() as other:
        if kind == "mysql":
            other.execute(text("SET SESSION sql_mode = ''"))
        for n, day in enumerate(days):
            other.execute(
                text(
                    "INSERT INTO login_event (id, customer_id, at, ip) "
                    "VALUES (:id, :who, :at, '::1')"
                ),
                {"id": 900_000 + n, "who": who, "at": day},
            )
    try:
        planned = at.company.tell("--json", "plan", "retention")
        assert planned.code == 0, planned.all
        applied = at.company.tell("apply", planned.json["plan"], "--yes")
        assert applied.code in (0, 4), applied.all
        with at.root() as looking:
            still = "SELECT count(*) FROM login_event WHERE id >= 900000"
            assert looking.execute(text(still)).scalar_one() == len(days)
        asked = ("--key", f"customer={of(at, who, 'number')}")
        access = at.company.tell("--json", "plan", "access", *asked)
        file = at.company.folder.parent / "copy.zip"
        copied = at.company.tell("apply", access.json["plan"], "-o", file)
        assert copied.code == 0, copied.all
        file.unlink()
    finally:
        at.do("DELETE FROM login_event WHERE id >= 900000")


def test_a_row_without_a_key_is_nobodys(at: Served) -> None:
    """An empty key names nobody, and a contact without an address is not taken for anybody's."""
    assert at.company.tell("plan", "erase", "--key", "email=").code == 2
    (other,) = customers(at, 1)
    added = "INSERT INTO contact (id, customer_id, name, email) VALUES (900000, :id, 'Els', NULL)"
    with at.root() as connection:
        connection.execute(text(added), {"id": other})
    plan = at.plan(cast.DAAN)
    assert at.company.tell("apply", plan, "--yes").code == 0
    with at.root() as looking:
        els = looking.execute(text("SELECT name, email FROM contact WHERE id = 900000")).one()
    assert tuple(els) == ("Els", None)
