"""What nakomen writes and prints holds nobody's data, but for the copy that a person asked for."""

import base64
import hashlib
import json
import os
import stat
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from tests.circle import canaries
from tests.circle.canaries import EMAIL, HERS, OF_OTHERS, planted, seen_in, seen_in_files
from tests.circle.fresh import Ended, Fresh
from tests.circle.world import TODAY

from nakomen.demo.provider import STATEMENT, STORES, generate
from nakomen.ledger import KeyUnusable, Ledger, SubjectBook
from nakomen.run.company import Company

SLIP = "quirijntj@zwaluwstaert.example"
"""Her address, a letter short."""
TYPED = {
    "email": canaries.EMAIL.upper(),
    "slip": SLIP,
    "phone": "06 873 619 43",
    "password": canaries.PASSWORD,
}
THEIRS = {f"other {name}": value for name, value in planted(OF_OTHERS).items()}
PLANTED = planted(HERS) | THEIRS
EVERYTHING = PLANTED | TYPED
NO_TEXT = {("calls", "seconds")}
DONE, USAGE, BROKEN, PERSON, UNREACHABLE = 0, 2, 3, 4, 7


@dataclass
class Walk:
    """The circle, every command of it in a process whose home and temporary folder are watched."""

    stores: Path
    box: Path
    runs: list[tuple[str, Ended]] = field(default_factory=list)
    planted: dict[str, set[str]] = field(default_factory=dict)
    """What the search found in each store before the first command."""

    @property
    def company(self) -> Path:
        return self.box / "zonneveld"

    @property
    def copy(self) -> Path:
        return self.box / "copy.zip"

    @property
    def urls(self) -> dict[str, str]:
        return {store: f"sqlite:///{self.stores / store}.sqlite" for store in STORES}

    def run(self, fresh: Fresh, *words: object, code: int = DONE, both: bool = False) -> str:
        """One command with --json, and with *both* also without."""
        common = ["--today", TODAY, *([] if words[0] == "init" else ["-C", self.company])]
        for told in [[], ["--json"]] if both else [["--json"]]:
            ended = fresh.run(*told, *common, *words)
            self.runs.append((" ".join(map(str, [*told, *words])), ended))
            assert ended.code == code, (words, ended)
        return ended.out

    def plan(self, fresh: Fresh, *words: object) -> str:
        return str(json.loads(self.run(fresh, "plan", *words))["plan"])

    def sql(self, statement: str) -> None:
        engine = create_engine(self.urls["crm"])
        with engine.begin() as connection:
            connection.execute(text(statement))
        engine.dispose()

    def files(self) -> list[Path]:
        """Everything that was written, but for the copy."""
        return [f for f in self.box.rglob("*") if f.is_file() and f != self.copy]


def around(walk: Walk, fresh: Fresh) -> None:
    """Every verb, on the person with the canaries."""
    stores = [word for name, url in walk.urls.items() for word in ("--store", f"{name}={url}")]
    walk.run(fresh, "init", walk.company, "--statement", STATEMENT, *stores)
    walk.run(fresh, "read", STATEMENT, both=True)
    walk.run(fresh, "confirm", code=PERSON, both=True)
    walk.run(fresh, "confirm", "--all", "--by", "Chaima")
    walk.run(fresh, "survey", code=BROKEN, both=True)
    walk.run(fresh, "doctor", both=True)
    walk.run(fresh, "check", code=BROKEN, both=True)
    walk.run(fresh, "status", code=BROKEN, both=True)
    access = walk.plan(fresh, "access", "--key", f"email={TYPED['email']}")
    walk.run(fresh, "show", access, both=True)
    walk.run(fresh, "apply", access, "--yes", "--by", "Chaima", "-o", walk.copy)
    erase = walk.plan(fresh, "erase", "--key", f"phone={TYPED['phone']}")
    walk.run(fresh, "show", erase, both=True)
    walk.run(fresh, "plan", "erase", "--key", f"customer={HERS['customer']['number']}", both=True)
    refused(walk, fresh, erase)
    walk.run(fresh, "apply", erase, "--yes", "--by", "Chaima", code=PERSON)
    due = walk.plan(fresh, "retention")
    walk.run(fresh, "show", due, both=True)
    walk.run(fresh, "apply", due, "--yes", "--by", "Chaima", code=PERSON)
    walk.run(fresh, "status", both=True)
    walk.run(fresh, "explain", "retention-1", both=True)
    bundle = walk.box / "evidence.jsonl"
    walk.run(fresh, "evidence", "bundle", "-o", bundle, both=True)
    walk.run(fresh, "verify", bundle, both=True)


def refused(walk: Walk, fresh: Fresh, erase: str) -> None:
    """Words in the wrong place, and databases that say no in the middle of a plan."""
    slip, phone = TYPED["slip"], TYPED["phone"]
    walk.run(fresh, "plan", "access", "--key", f"email={slip}", code=PERSON, both=True)
    walk.run(fresh, "plan", "access", "--key", slip, code=USAGE, both=True)
    walk.run(fresh, "plan", "access", f"email={slip}", code=USAGE, both=True)
    walk.run(fresh, "plan", "access", "--email", slip, code=USAGE, both=True)
    walk.run(fresh, "plan", "erase", "--key", f"iban={slip}", "--claim", phone, code=USAGE)
    url = f"postgresql://nakomen:{canaries.PASSWORD}@127.0.0.1:1/crm"
    walk.run(fresh, "connect", "more", url, code=UNREACHABLE, both=True)
    walk.sql("ALTER TABLE login_event RENAME TO elsewhere")
    walk.run(fresh, "apply", erase, "--yes", "--by", "Chaima", code=USAGE, both=True)
    walk.run(fresh, "doctor", code=USAGE, both=True)
    walk.sql("ALTER TABLE elsewhere RENAME TO login_event")
    walk.sql(
        "CREATE TRIGGER no BEFORE DELETE ON login_event BEGIN SELECT RAISE(ABORT, 'never'); END"
    )
    walk.run(fresh, "apply", erase, "--yes", "--by", "Chaima", code=UNREACHABLE)
    walk.sql("DROP TRIGGER no")


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    root = tmp_path_factory.mktemp("canaries")
    walk = Walk(root / "stores", root / "box")
    walk.stores.mkdir()
    walk.box.mkdir()
    engines = {store: create_engine(url) for store, url in walk.urls.items()}
    for store, engine in engines.items():
        generate(engine, "tiny", store, today=TODAY, calls_apart=True)
    canaries.plant(engines)
    for engine in engines.values():
        engine.dispose()
    walk.planted = seen_in_files(walk.stores.iterdir(), EVERYTHING)
    homes = {name: str(walk.box) for name in ("HOME", "TMPDIR", "XDG_CACHE_HOME")}
    with Fresh(root / "fresh", os.environ | homes | {"NAKOMEN_DEBUG": "1"}) as fresh:
        around(walk, fresh)
    return walk


def test_what_was_planted_is_found(walk: Walk) -> None:
    """The search sees every canary in the databases, and each personal column has one."""
    assert set().union(*walk.planted.values()) >= PLANTED.keys()
    with Company.open(walk.company) as company:
        personal = {
            (dataset.name, column.name)
            for store_map in company.maps
            for dataset in store_map.datasets
            for column in dataset.personal_columns
        }
    covered = {
        (t, c) for values in (HERS, OF_OTHERS) for t, columns in values.items() for c in columns
    }
    assert personal - NO_TEXT <= covered


@pytest.mark.parametrize(
    "coded",
    [
        EMAIL.encode("utf-16-le"),
        base64.b64encode(EMAIL.encode()),
        hashlib.sha256(EMAIL.encode()).hexdigest().encode(),
        json.dumps({"street": "Wielewaalsteegje"}).encode(),
        b"Wielewaalsteegje%208731",
    ],
)
def test_the_search_is_not_fooled(coded: bytes) -> None:
    """It sees a canary in capitals, in part, in another code, and hashed without a key."""
    assert seen_in(b"..." + coded + b"...", PLANTED)


def test_her_copy_is_hers(walk: Walk) -> None:
    """The copy holds all that is hers, in small and in great, and nothing of the others."""
    found = set().union(*seen_in_files([walk.copy], EVERYTHING).values())
    hers = {name for name in planted(HERS) if not name.startswith("contact.")}
    assert found & planted(HERS).keys() == hers
    assert not found & THEIRS.keys()
    assert stat.S_IMODE(walk.copy.stat().st_mode) == 0o600


def test_nothing_else_that_is_written_names_a_person(walk: Walk) -> None:
    """Policy, maps, plans, ledger, subject book, evidence: not in clear, in code, or hashed."""
    written = walk.files()
    assert {"ledger.sqlite", "subjects.sqlite", "evidence.jsonl"} <= {f.name for f in written}
    assert seen_in_files(written, EVERYTHING) == {}


def test_nothing_that_is_printed_names_a_person(walk: Walk) -> None:
    """For people and for programs, of success and of failure."""
    for words, ended in walk.runs:
        assert seen_in(ended.out.encode(), EVERYTHING) == set(), words
        assert seen_in(ended.err.encode(), EVERYTHING) == set(), words
        assert "Traceback" not in ended.err, words


def test_the_subject_book_knows_her_under_lock(walk: Walk) -> None:
    """Only who has the key reads which rows of hers must stay."""
    state = walk.company / ".nakomen"
    with Ledger.open(state) as ledger:
        subject = next(ledger.lines(kind="hold")).body["subject"]
    with SubjectBook.open(state) as book:
        held = dict(book.keys(subject))
    assert held["crm.customer.id"] == "7"
    (state / "keys" / "subjects.key").rename(walk.box / "away.key")
    with pytest.raises(KeyUnusable):
        SubjectBook.open(state)


def test_nobody_else_may_look(walk: Walk) -> None:
    """Folders of the state are of their owner alone, and so is every file in them."""
    state = walk.company / ".nakomen"
    for file in [state, *state.rglob("*")]:
        wanted = 0o700 if file.is_dir() else 0o600
        assert stat.S_IMODE(file.stat().st_mode) == wanted, file
