"""Systems that are not there, not as they were, or do not let us in: told, and nothing lost."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from sqlalchemy import Connection, NullPool, create_engine, make_url, text
from tests.circle.conftest import drawn_up, fill
from tests.circle.refusal import SECRET, Company
from tests.cli.terminal import terminal
from tests.support import servers
from tests.support.servers import Server

from nakomen.demo.provider import STATEMENT, cast

USER = f"anna:{SECRET}"
CLOSED = "127.0.0.1:9"
"""The port that discards; nothing answers there."""
ADDRESSES = {
    "no scheme": (SECRET, 2, ("geen koppeling", "sqlite"), ("No connector", "sqlite")),
    "unknown scheme": (f"oracle://{USER}@h/crm", 2, "geen koppeling", "No connector"),
    "unknown driver": (f"postgresql+no://{USER}@h/crm", 2, "geen adres", "not the address"),
    "no database": (f"postgresql://{USER}@{CLOSED}", 2, "geen adres", "not the address"),
    "no number": (f"mysql://{USER}@localhost:port/crm", 2, "geen adres", "not the address"),
    "closed port": (f"postgresql://{USER}@{CLOSED}/crm", 7, ("antwoordt niet", CLOSED), CLOSED),
    "closed, MariaDB": (f"mariadb://{USER}@{CLOSED}/crm", 7, ("antwoordt niet", CLOSED), CLOSED),
    "no such machine": (f"mysql://{USER}@h.invalid/crm", 7, "Controleer het adres", "h.invalid"),
}


@pytest.mark.parametrize("wrong", ADDRESSES)
def test_a_wrong_address_is_told_without_its_password(company: Company, wrong: str) -> None:
    """Which system, what is wrong with it and what to do; the address itself is never repeated."""
    url, code, nl, en = ADDRESSES[wrong]
    told = company.refuses("connect", "extra", url, code=code, nl=nl, en=en)
    assert "extra" in told["error"]["message"]
    with company.unchanged():
        init = ("init", company.folder.parent / "new", "--statement", STATEMENT)
        assert company.tell(*init, "--store", f"extra={url}").code == code


def test_an_address_in_the_wrong_place_is_not_repeated(company: Company) -> None:
    """Nor is a person's address: what stands one word too far is not shown in the message."""
    url = f"postgresql://{USER}@{CLOSED}/crm"
    for words in (("connect", "my", "crm", url), ("init", "new", "--statement", STATEMENT, url),
                  ("init", "new", "--statement", STATEMENT, "--store", url),
                  ("plan", "erase", cast.ANNA.email), ("plan", "erase", "--key", cast.ANNA.email)):  # fmt: skip  # noqa: E501
        with company.unchanged():
            assert company.tell(*words).code == 2


def test_a_file_that_is_not_there_or_no_database_is_told(company: Company, tmp_path: Path) -> None:
    """SQLite would make an empty file, and an empty store proves nothing."""
    absent, other = tmp_path / "weg.sqlite", tmp_path / "brief.sqlite"
    other.write_text("Geachte heer, " * 100)
    company.refuses(
        "connect", "extra", f"sqlite:///{absent}", code=7,
        nl=("geen databasebestand", "Controleer het pad", str(absent)),
        en=("no database file", "Check the path", str(absent)),
    )  # fmt: skip
    assert not absent.exists()
    company.refuses(
        "connect", "extra", f"sqlite:///{other}", code=7,
        nl="geen database, of het is beschadigd", en="not a database, or it is damaged",
    )  # fmt: skip


@dataclass
class Served:
    """A company whose customers are in a database of a server; *url* is that of its owner."""

    company: Company
    url: str

    @contextmanager
    def root(self, *, autocommit: bool = True) -> Iterator[Connection]:
        engine = create_engine(self.url, poolclass=NullPool)
        level = "AUTOCOMMIT" if autocommit else "READ COMMITTED"
        with engine.connect().execution_options(isolation_level=level) as connection:
            yield connection

    def do(self, *statements: str) -> None:
        with self.root() as connection:
            for statement in statements:
                connection.execute(text(statement))

    def plan(self, who: cast.Customer) -> str:
        told = self.company.tell("--json", "plan", "erase", "--key", f"email={who.email}")
        return str(told.json["plan"])


def served(home: Path, url: str) -> Served:
    """Customers and calls at *url*, the newsletter in a file."""
    home.mkdir(parents=True)
    urls = {"crm": url, "newsletter": f"sqlite:///{home / 'newsletter'}.sqlite"}
    for store, address in urls.items():
        fill(address, store, calls_apart=False)
    return Served(drawn_up(home, urls), url)


@pytest.fixture(scope="module")
def postgres(tmp_path_factory: pytest.TempPathFactory, _postgres18: Server) -> Iterator[Served]:
    with servers.postgres_database(_postgres18) as url:
        yield served(tmp_path_factory.mktemp("postgres") / "home", url)


@pytest.fixture(scope="module")
def mariadb(tmp_path_factory: pytest.TempPathFactory, _mariadb: Server) -> Iterator[Served]:
    with servers.mariadb_database(_mariadb) as url:
        yield served(tmp_path_factory.mktemp("mariadb") / "home", url)


@pytest.fixture(params=["postgres", "mariadb"])
def on_server(request: pytest.FixtureRequest) -> Served:
    found: Served = request.getfixturevalue(request.param)
    return found


def test_a_database_that_the_server_does_not_have_is_told(on_server: Served) -> None:
    """The server answers, the database is not there: look at the names."""
    url = make_url(on_server.url).set(database="bestaat_niet").render_as_string(False)
    on_server.company.refuses(
        "connect", "extra", url, code=7,
        nl=("naam, wachtwoord en database", "bestaat_niet"),
        en=("the name, the password and the database", "bestaat_niet"),
    )  # fmt: skip


@contextmanager
def guest(on: Served, name: str, rights: str) -> Iterator[str]:
    """The URL of a user of the server who may do no more than *rights*."""
    database = make_url(on.url).database
    if on.url.startswith("postgresql"):
        made = f"CREATE ROLE {name} LOGIN PASSWORD '{SECRET}'"
        granted = f"GRANT {rights} ON ALL TABLES IN SCHEMA public TO {name}"
        ended = (f"DROP OWNED BY {name}", f"DROP ROLE {name}")
    else:
        made = f"CREATE USER {name} IDENTIFIED BY '{SECRET}'"
        granted = f"GRANT {rights}, CREATE TEMPORARY TABLES ON {database}.* TO {name}"
        ended = (f"DROP USER {name}",)
    on.do(made, granted)
    try:
        yield make_url(on.url).set(username=name, password=SECRET).render_as_string(False)
    finally:
        on.do(*ended)


def test_a_wrong_password_is_told_and_not_shown(mariadb: Served) -> None:
    """Neither the password that was given nor the one that is right."""
    with guest(mariadb, "gast", "SELECT") as url:
        create_engine(url, poolclass=NullPool).connect().close()
        mariadb.company.refuses(
            "connect", "wrong", url.replace(SECRET, f"{SECRET}x"), code=7,
            nl=("laat deze gebruiker niet toe", "wachtwoord"),
            en=("does not accept this user", "password"),
        )  # fmt: skip


def test_a_user_who_may_only_read_changes_nothing(on_server: Served) -> None:
    """Planning needs no more than reading; applying says which right is missing, and can go on."""
    company = on_server.company
    plan = on_server.plan(cast.ANNA)
    settings = company.file("nakomen.yaml").read_text("utf-8")
    before = company.snapshot()
    with guest(on_server, "lezer", "SELECT") as url:
        secret = company.file(".nakomen/secrets/lezer")
        secret.parent.mkdir(exist_ok=True)
        secret.write_text(SECRET, "utf-8")
        public = url.replace(SECRET, "${file:.nakomen/secrets/lezer}")
        company.edit("nakomen.yaml", line_with(settings, "@127.0.0.1"), f"    url: {public}")
        told = company.tell("apply", plan, "--yes")
        assert told.code == 7, told.all
        assert "mag dit niet. Geef het recht" in told.text
        again = company.tell("--json", "apply", plan, "--yes", lang="en")
        assert again.code == 7
        assert "Grant the right" in again.err
        assert again.lines[-1]["state"] == "partly"
        assert all("RightMissing" in line["error"] for line in again.lines[:-1] if line["error"])
        assert company.snapshot().rows["customer"] == before.rows["customer"]
        assert company.snapshot().rows["invoice"] == before.rows["invoice"]
        secret.unlink()
    company.file("nakomen.yaml").write_text(settings, "utf-8")
    assert company.tell("apply", plan, "--yes").code == 0
    assert company.snapshot().rows["customer"] != before.rows["customer"]


def line_with(lines: str, words: str) -> str:
    return next(line for line in lines.splitlines() if words in line)


@pytest.mark.parametrize("any_sql_url", ["sqlite", "mariadb"], indirect=True)
def test_a_table_and_a_column_that_went_stop_the_run(any_sql_url: str, tmp_path: Path) -> None:
    """Between plan and apply: both are named, nothing of the other tables is touched."""
    at = served(tmp_path / "home", any_sql_url)
    plan, before = at.plan(cast.ANNA), rows_in(at)
    at.company.lost = ("crm",)
    at.do("ALTER TABLE ticket_message DROP COLUMN body", "DROP TABLE login_event")
    told = at.company.refuses(
        "apply", plan, "--yes", code=2,
        nl=("ziet er anders uit", "nakomen survey", "crm: "),
        en=("no longer looks as the data map says", "nakomen survey", "crm: "),
    )  # fmt: skip
    assert set(told["error"]["missing"]) == {"ticket_message.body", "login_event"}
    assert rows_in(at) == before
    survey = at.company.tell("survey")
    assert survey.code == 3
    assert "C012 'login_event'" in survey.text
    assert "'body'" in survey.text


def rows_in(at: Served) -> dict[str, int]:
    """Rows of the tables that Anna's erasure would touch."""
    counted = {}
    with at.root() as connection:
        for name in ("customer", "invoice", "payment", "ticket", "call_record"):
            counted[name] = connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one()
    return counted


def test_a_database_that_is_away_for_a_while_is_waited_for(postgres: Served) -> None:
    """Gone between plan and apply: told before the first act; back again, the plan goes through."""
    name = str(make_url(postgres.url).database)
    plan = postgres.plan(cast.BRAM_AT_HOME)
    elsewhere = Served(postgres.company, make_url(postgres.url).set(database="postgres").render_as_string(False))  # fmt: skip  # noqa: E501
    before = postgres.company.snapshot()
    elsewhere.do(f"ALTER DATABASE {name} RENAME TO {name}_away")
    try:
        postgres.company.lost = ("crm",)
        postgres.company.refuses(
            "apply", plan, "--yes", code=7, nl=("database", name), en=("database", name)
        )
    finally:
        elsewhere.do(f"ALTER DATABASE {name}_away RENAME TO {name}")
        postgres.company.lost = ()
    assert postgres.company.snapshot() == before
    assert postgres.company.tell("apply", plan, "--yes").code == 0
    assert postgres.company.snapshot().rows["customer"] != before.rows["customer"]


def test_a_server_that_dies_between_plan_and_apply_is_told(tmp_path: Path) -> None:
    """The other system, which still answers, is not touched either."""
    with servers.mortal_postgres() as (server, end):
        at = served(tmp_path / "home", server.url("postgres"))
        plan = at.plan(cast.ANNA)
        end()
        at.company.lost = ("crm",)
        told = at.company.refuses(
            "apply", plan, "--yes", code=7,
            nl=("antwoordt niet", "Controleer het adres", f"127.0.0.1:{server.port}"),
            en=("did not answer", "Check the address", f"127.0.0.1:{server.port}"),
        )  # fmt: skip
        assert told["error"]["retry"] is True
        for verb in (("status",), ("survey",), ("plan", "retention")):
            answer = at.company.tell(*verb)
            assert answer.code == 7
            assert "antwoordt niet" in answer.text


def test_a_connection_that_breaks_in_the_middle_of_a_step_undoes_that_step(
    postgres: Served,
) -> None:
    """Somebody ends our session while it waits for a row; the same command ends the work."""
    company, plan = postgres.company, postgres.plan(cast.LOTTE)
    before = company.snapshot()
    with postgres.root(autocommit=False) as other:
        other.execute(text(f"SELECT 1 FROM customer WHERE id = {cast.LOTTE.id} FOR UPDATE"))
        apply = ("--today", company.today, "-C", company.folder, "apply", plan, "--yes")
        running = terminal("nl").start(*apply)
        while (waiting := who_waits(postgres)) is None:
            time.sleep(0.01)
        postgres.do(f"SELECT pg_terminate_backend({waiting})")
        told = running.end()
    assert told.code == 7, told.all
    assert "antwoordt niet" in told.text
    assert "geef dezelfde opdracht nog eens" in told.text
    assert company.snapshot().rows["customer"] == before.rows["customer"]
    assert company.tell("apply", plan, "--yes").code == 0
    assert company.snapshot().rows["customer"] != before.rows["customer"]


def who_waits(at: Served) -> int | None:
    """The session that waits for a row."""
    waits = "SELECT pid FROM pg_stat_activity WHERE wait_event_type = 'Lock' LIMIT 1"
    with at.root() as connection:
        found: int | None = connection.execute(text(waits)).scalar()
    return found
