"""A world that can be put back, again and again, to the moment before a plan is carried out."""

import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from sqlalchemy import Engine, NullPool, create_engine, make_url, text
from tests.circle.account import Account, account, files_of
from tests.circle.fresh import Ended, Fresh
from tests.circle.world import TODAY, World

from nakomen.demo.provider import STATEMENT, cast, generate
from nakomen.demo.provider.schema import tables_of

BEFORE = date(2033, 12, 31)
LATER = date(2034, 1, 1)
"""The first day on which Anna's last invoice may go."""
PERSON = 4
PLANS = ("erase", "access", "forget", "list", "retention", "holds", "rectify", "stop", "port")
FLAGS = ("newsletter_optin BOOLEAN", "unsubscribed_at TIMESTAMP NULL")
"""In the customer file too stands who wants advertising, so that there is something to stop."""
COPIES = ("access", "port")
NEW = "anna.nieuw@post.example"
LISTED = (cast.DAAN, cast.LEFT_91, cast.KLANT9003)
"""Of whom something stays, of whom nothing stays, and in capitals."""
_FREE_OF_KEYS = {
    "postgresql": "SET session_replication_role = replica",
    "mysql": "SET foreign_key_checks = 0",
}


@dataclass
class Stage:
    """*save* and *load* keep and put back everything under *home* and in the databases."""

    world: World
    fresh: Fresh
    save: Callable[[str], None]
    load: Callable[[str], None]
    plans: dict[str, str] = field(default_factory=dict)
    known: dict[str, tuple[Ended, Account]] = field(default_factory=dict)

    @property
    def home(self) -> Path:
        return self.world.folder.parent

    @property
    def database(self) -> str:
        return str(make_url(self.world.urls["crm"]).database)

    @property
    def copy(self) -> Path:
        return self.home / "copy.zip"

    def prepare(self) -> "Stage":
        """Every kind of plan, made and not yet carried out; and the day that Anna's hold ends."""
        self.world.init(Path(str(STATEMENT)), "UTC")
        anna, bram, gone = (
            f"email={who.email}" for who in (cast.ANNA, cast.BRAM_AT_HOME, cast.LONG_GONE)
        )
        named = self.home / "list.csv"
        named.write_text("".join(f"{line}\n" for line in ("email", *(w.email for w in LISTED))))
        asked = {
            "erase": ("erase", "--key", anna),
            "access": ("access", "--key", bram),
            "forget": ("erase", "--key", gone),
            "list": ("erase", "--keys-from", named),
            "retention": ("retention",),
            "rectify": ("rectify", "--key", anna, "--set", f"email={NEW}"),
            "stop": ("object", "--key", anna),
            "port": ("port", "--key", bram),
        }
        self.plans = {name: self.world.plan(*words)["plan"] for name, words in asked.items()}
        self.save("planned")
        self.world.apply(self.plans["erase"])
        due = self.world.plan("retention", today=BEFORE)["plan"]
        self.world.run("apply", due, "--yes", "--by", "Chaima", today=BEFORE, code=PERSON)
        self.plans["holds"] = self.world.plan("retention", today=LATER)["plan"]
        self.save("later")
        return self

    def begin(self, name: str) -> None:
        self.load("later" if name == "holds" else "planned")

    def words(self, name: str) -> list[str]:
        today = LATER if name == "holds" else TODAY
        common = ["--json", "--today", str(today), "-C", str(self.world.folder)]
        copy = ["-o", str(self.copy)] if name in COPIES else []
        return [*common, "apply", self.plans[name], "--yes", "--by", "Chaima", *copy]

    def apply(
        self,
        name: str,
        *,
        at: int | None = None,
        seconds: float | None = None,
        statements: bool = False,
        signal: str = "SIGKILL",
    ) -> Ended:
        return self.fresh.run(
            *self.words(name), at=at, seconds=seconds, statements=statements, signal=signal
        )

    def files(self) -> dict[str, str]:
        return files_of(self.home)

    def account(self, name: str) -> Account:
        return account(self.world.folder, self.world.urls, self.plans[name])

    def whole(self, name: str) -> tuple[Ended, Account]:
        """How the plan ends when nothing stops it."""
        if name not in self.known:
            self.begin(name)
            before, ended = self.account(name), self.apply(name)
            after = self.account(name)
            assert before != after
            self.known[name] = ended, after
        return self.known[name]


def on_sqlite(root: Path, fresh: Fresh) -> Stage:
    """Three stores in three files; they are saved as files."""
    home = root / "home"
    home.mkdir(parents=True)
    urls = {store: f"sqlite:///{home / store}.sqlite" for store in ("crm", "calls", "newsletter")}
    for store, url in urls.items():
        _fill(url, store, calls_apart=True)

    def save(name: str) -> None:
        shutil.copytree(home, root / name)

    def load(name: str) -> None:
        shutil.rmtree(home)
        shutil.copytree(root / name, home)

    return Stage(World(folder=home / "zonneveld", urls=urls), fresh, save, load).prepare()


def on_server(root: Path, fresh: Fresh, url: str, kept: str) -> Stage:
    """
    Customers and calls in one database of a server, the newsletter in a file.

    Rows are saved in the schema *kept* of the same server.
    """
    home = root / "home"
    home.mkdir(parents=True)
    urls = {"crm": url, "newsletter": f"sqlite:///{home / 'newsletter'}.sqlite"}
    for store, address in urls.items():
        _fill(address, store, calls_apart=False)
    engine = create_engine(url, poolclass=NullPool)

    def save(name: str) -> None:
        shutil.copytree(home, root / name)
        keep_rows(engine, f"{kept}.{name}_")

    def load(name: str) -> None:
        shutil.rmtree(home)
        shutil.copytree(root / name, home)
        put_back(engine, f"{kept}.{name}_")

    return Stage(World(folder=home / "zonneveld", urls=urls), fresh, save, load).prepare()


def _fill(url: str, store: str, *, calls_apart: bool) -> None:
    engine = create_engine(url)
    generate(engine, "tiny", store, today=TODAY, calls_apart=calls_apart)
    with engine.begin() as connection:
        for flag in FLAGS if store == "crm" else ():
            connection.execute(text(f"ALTER TABLE customer ADD COLUMN {flag}"))
        if store == "crm":
            connection.execute(text("UPDATE customer SET newsletter_optin = true"))
    engine.dispose()


def keep_rows(engine: Engine, prefix: str) -> None:
    with engine.begin() as connection:
        for table in tables_of("crm"):
            made = f"CREATE TABLE {prefix}{table.name} AS SELECT * FROM {table.name}"
            connection.execute(text(made))


def put_back(engine: Engine, prefix: str) -> None:
    with engine.begin() as connection:
        connection.execute(text(_FREE_OF_KEYS[engine.name]))
        for table in tables_of("crm"):
            connection.execute(table.delete())
            rows = f"INSERT INTO {table.name} SELECT * FROM {prefix}{table.name}"
            connection.execute(text(rows))
