"""A change of a schema is held against the promises before it is in use."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa
from tests.circle.providers import provider
from tests.circle.world import World

from nakomen.cli.common import Exit
from nakomen.demo.provider import STATEMENT

FIRST = "CREATE TABLE customer (id integer PRIMARY KEY, email varchar(80) NOT NULL UNIQUE);\n"
SECOND = (
    "ALTER TABLE customer ADD COLUMN kleur varchar(20), ADD COLUMN geboortedatum date;\n"
    "CREATE TABLE sollicitant (id serial PRIMARY KEY, naam text, cv text);\n"
)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    home = tmp_path_factory.mktemp("schema")
    with provider("sqlite", "tiny", home) as urls:
        world = World(folder=home / "zonneveld", urls=urls)
        world.init(Path(str(STATEMENT)))
        yield world
        world.close()


@pytest.fixture
def migrations(tmp_path: Path) -> Path:
    """Two files, in the order of their names."""
    (tmp_path / "0001_begin.sql").write_text(FIRST, "utf-8")
    (tmp_path / "0002_more.sql").write_text(SECOND, "utf-8")
    return tmp_path


def told(world: World, *sources: object, code: int) -> set[str]:
    words = [word for source in sources for word in ("--schema", source)]
    found = world.run("check", "--store", "crm", *words, code=code)["findings"]
    return {f["message"].split("'")[1] for f in found if f["code"] == "C019"}


def test_new_personal_data_without_a_promise_fails(world: World, migrations: Path) -> None:
    """Of applicants nobody promised a term; a date of birth and a colour are no news."""
    assert told(world, migrations / "0001_begin.sql", code=Exit.DONE) == set()
    new = {"crm.sollicitant.naam", "crm.sollicitant.cv"}
    assert told(world, migrations, code=Exit.BROKEN) == new


def test_a_database_of_the_change_is_looked_at_too(world: World, tmp_path: Path) -> None:
    """As a build makes it with its own migrations, without rows."""
    url = f"sqlite:///{tmp_path / 'new.db'}"
    engine = sa.create_engine(url)
    with engine.begin() as connection:
        connection.execute(sa.text(FIRST))
        connection.execute(sa.text("CREATE TABLE sollicitant (id integer, cv text)"))
    engine.dispose()
    assert told(world, url, code=Exit.BROKEN) == {"crm.sollicitant.cv"}


def test_what_cannot_be_read_is_no_pass(world: World, tmp_path: Path) -> None:
    """Half a statement, no such file, or a system that nobody knows: usage errors, not silence."""
    file = tmp_path / "half.sql"
    file.write_text("CREATE TABLE customer (id integer,\n", "utf-8")
    world.run("check", "--store", "crm", "--schema", file, code=Exit.USAGE)
    world.run("check", "--store", "crm", "--schema", tmp_path / "none.sql", code=Exit.USAGE)
    world.run("check", "--store", "geen", "--schema", file, code=Exit.USAGE)


TEST = """
import sqlalchemy as sa

def make(url, *columns):
    metadata = sa.MetaData()
    sa.Table("customer", metadata, sa.Column("id", sa.Integer, primary_key=True), *columns)
    engine = sa.create_engine(url)
    metadata.create_all(engine)
    return engine.url

def test_promised(nakomen_schema, tmp_path):
    url = make(f"sqlite:///{tmp_path}/a.db", sa.Column("email", sa.String(80)))
    nakomen_schema(url)

def test_not_promised(nakomen_schema, tmp_path):
    url = make(f"sqlite:///{tmp_path}/b.db", sa.Column("bsn", sa.String(9)))
    nakomen_schema(url)
"""


def test_the_plugin_fails_the_test_of_a_program(world: World, tmp_path: Path) -> None:
    """One test of a project passes, the other fails and says what to do, in a pytest of its own."""
    (tmp_path / "test_schema.py").write_text(TEST, "utf-8")
    settings = f"[pytest]\nnakomen_folder = {world.folder}\nnakomen_store = crm\n"
    (tmp_path / "pytest.ini").write_text(settings, "utf-8")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "test_schema.py"]
    done = subprocess.run(
        command, cwd=tmp_path, capture_output=True, text=True, env={**os.environ, "LC_ALL": "C"}
    )
    assert "1 failed, 1 passed" in done.stdout, done.stdout + done.stderr
    assert "C019 this change adds 'crm.customer.bsn'" in " ".join(done.stdout.split())


def test_a_build_reads_what_was_found(world: World, migrations: Path) -> None:
    """SARIF for the page of the change: code, file and line."""
    words = ("--store", "crm", "--schema", migrations, "--format", "sarif")
    log = world.run("check", *words, code=Exit.BROKEN)
    results = log["runs"][0]["results"]
    assert {result["ruleId"] for result in results} == {"C019"}
    assert json.dumps(results).count("systems/crm.yaml") >= 2
