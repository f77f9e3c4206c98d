"""The evidence of a whole circle proves itself to a stranger, and every change to it is caught."""

import io
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing, redirect_stderr, redirect_stdout
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import create_engine
from tests.circle.world import TODAY, World

from nakomen.cli import main
from nakomen.demo.provider import STATEMENT, STORES, cast, generate
from nakomen.ledger import Entry, Ledger, write_bundle
from nakomen.ledger.bundle import chained, line_text
from nakomen.ledger.canonical import dump
from nakomen.ledger.line import Written

TAMPERED = 6
GONE = ("erase", "blank")
ALONE = """
import sys

def refuse(event, facts):
    if event.startswith("socket.") or event in ("subprocess.Popen", "os.system"):
        raise PermissionError(event)

sys.addaudithook(refuse)
from nakomen.cli import main
sys.exit(main(sys.argv[1:]))
"""
Lines = list[bytes]


@dataclass(frozen=True, kw_only=True)
class Circle:
    """What came of one walk around; *other* is a bundle of the same acts, a second later."""

    world: World
    before: dict[str, dict[str, Any]]
    after: dict[str, dict[str, Any]]
    bundle: Path
    key: str
    other: Path

    @property
    def lines(self) -> Lines:
        return self.bundle.read_bytes().splitlines()

    @property
    def evidence(self) -> list[dict[str, Any]]:
        return [json.loads(line) for line in self.lines[1:-1]]


def verdicts(world: World) -> dict[str, dict[str, Any]]:
    return {told["promise"]: told for told in world.run("status", code=None)["promises"]}


@pytest.fixture(scope="module")
def circle(tmp_path_factory: pytest.TempPathFactory) -> Circle:
    root = tmp_path_factory.mktemp("evidence")
    world = World(folder=root / "zonneveld", urls={s: f"sqlite:///{root / s}.db" for s in STORES})
    for store, url in world.urls.items():
        engine = create_engine(url)
        generate(engine, "tiny", store, today=TODAY, calls_apart=True)
        engine.dispose()
    world.init(Path(str(STATEMENT)), "UTC")
    before = verdicts(world)
    world.apply(world.plan("retention")["plan"], code=None)
    world.apply(world.plan("erase", "--key", f"email={cast.ANNA.email}")["plan"])
    after = verdicts(world)
    made = world.run("evidence", "bundle", "-o", root / "evidence.jsonl")
    with Ledger.open(world.folder / ".nakomen") as ours, Ledger.open(root / "other") as theirs:
        for line in ours.lines():
            theirs.append([Entry(line.kind, line.body)], line.at + timedelta(seconds=1))
        write_bundle(theirs, root / "other.jsonl")
    return Circle(
        world=world, before=before, after=after, bundle=root / "evidence.jsonl", key=made["key"],
        other=root / "other.jsonl",
    )  # fmt: skip


def verify(file: Path, *more: str, told: str = "--json") -> tuple[int, str]:
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = main([*([told] if told else []), "--lang", "nl", "verify", str(file), *more])
    return code, out.getvalue() if told else out.getvalue() + err.getvalue()


def test_a_broken_promise_becomes_kept_and_the_bundle_shows_it(circle: Circle) -> None:
    """Rows past their term were counted, found by an intent, and gone by an outcome with 0 left."""
    broken = [id for id, told in circle.before.items() if told["verdict"] == "broken"]
    assert broken
    for id in broken:
        told = circle.after[id]
        assert (told["verdict"], told["count"]) == ("kept", 0)
        first, last = map(int, told["evidence"].split("-"))
        cited = [line for line in circle.evidence if first <= line["seq"] <= last]
        mine = [line["body"] for line in cited if line["body"].get("promise") == id]
        places = {body["dataset"] for body in mine if body["act"] in GONE}
        assert places
        # A row past its term may also have gone for another reason, with all of its customer.
        done = [line for line in circle.evidence if line["body"].get("dataset") in places]
        done = [line for line in done if line["body"].get("act") in GONE]
        found = [line["body"]["found"] for line in done if line["kind"] == "intent"]
        ends = [line["body"] for line in done if line["kind"] == "outcome"]
        assert sum(found) == sum(end["gone"] for end in ends) >= circle.before[id]["count"] > 0
        assert all(end["left"] == 0 and end["error"] is None for end in ends)


def test_the_bundle_verifies_alone(circle: Circle, tmp_path: Path) -> None:
    """In a fresh process without folder, settings or network; it says whose signature it is."""
    shutil.copyfile(circle.bundle, tmp_path / "received.jsonl")
    env = {"HOME": str(tmp_path), "PATH": "", "PYTHONPATH": os.pathsep.join(sys.path)}
    command = [sys.executable, "-c", ALONE, "--json", "verify", "received.jsonl"]
    done = subprocess.run(
        [*command, "--signed-by", circle.key], cwd=tmp_path, env=env, capture_output=True,
        text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)
    assert (found["ok"], found["key"], found["bad_line"]) == (True, circle.key, None)
    assert found["lines"] == len(circle.evidence)
    assert [file.name for file in tmp_path.iterdir()] == ["received.jsonl"]


def rewritten(row: bytes, **words: object) -> bytes:
    """The row with other words, in our writing."""
    return dump(json.loads(row) | words).encode()


def sealed_anew(rows: Lines) -> Lines:
    """Rows numbered and chained again by somebody who knows how, but has no key."""
    new, before = [rows[0]], bytes.fromhex(json.loads(rows[1])["prev"])
    for seq, row in enumerate(rows[1:-1], start=1):
        words = json.loads(row)
        line = Written(seq, words["at"], words["kind"], dump(words["body"]))
        after = chained(before, line.leaf)
        new.append(line_text(line, before, after).encode())
        before = after
    return [*new, rewritten(rows[-1], prev=before.hex())]


def of_another_plan(row: bytes) -> bytes:
    words = json.loads(row)
    return rewritten(row, body=words["body"] | {"plan": "plan-9999"})


def new_head(rows: Lines, **words: object) -> Lines:
    head = json.loads(rows[-1])["head"] | words
    return [*rows[:-1], rewritten(rows[-1], head=head)]


Tamper = Callable[[Lines, Lines], Lines]
LAST = -1
TAMPERINGS: dict[str, tuple[Tamper, int]] = {
    "changed": (lambda r, _: [*r[:5], of_another_plan(r[5]), *r[6:]], 6),
    "changed, chained anew": (
        lambda r, _: sealed_anew([*r[:5], of_another_plan(r[5]), *r[6:]]),
        LAST,
    ),
    "cut": (lambda r, _: [*r[:5], *r[6:]], 6),
    "cut, chained anew": (lambda r, _: sealed_anew([*r[:5], *r[6:]]), LAST),
    "cut at the end": (lambda r, _: [*r[:-4], r[-1]], LAST),
    "added": (lambda r, _: [*r[:6], r[5], *r[6:]], 7),
    "added, chained anew": (lambda r, _: sealed_anew([*r[:6], r[5], *r[6:]]), LAST),
    "reordered": (lambda r, _: [*r[:5], r[6], r[5], *r[7:]], 6),
    "reordered, chained anew": (lambda r, _: sealed_anew([*r[:5], r[6], r[5], *r[7:]]), LAST),
    "head of another size": (lambda r, _: new_head(r, size=3), LAST),
    "head of another root": (lambda r, _: new_head(r, root="00" * 32), LAST),
    "head of another day": (lambda r, _: new_head(r, time="2020-01-01T00:00:00.000000Z"), LAST),
    "no head": (lambda r, _: r[:-1], LAST),
    "another header": (lambda r, o: [o[0], *r[1:]], 1),
    # It agrees with itself: whether it or the line before it is the stranger, nobody can tell.
    "a line of another ledger": (lambda r, o: [*r[:5], o[5], *r[6:]], 5),
    "all lines but the head of another": (lambda r, o: [*o[:-1], r[-1]], LAST),
    "a head of another ledger": (lambda r, o: [*r[:-1], o[-1]], LAST),
}


@pytest.mark.parametrize(("tamper", "place"), TAMPERINGS.values(), ids=TAMPERINGS)
def test_tampering_is_caught(circle: Circle, tmp_path: Path, tamper: Tamper, place: int) -> None:
    """Exit code 6, and the first bad line by number, for people and for programs."""
    assert verify(circle.bundle)[0] == verify(circle.other)[0] == 0
    rows = tamper(circle.lines, circle.other.read_bytes().splitlines())
    bad = tmp_path / "bad.jsonl"
    bad.write_bytes(b"".join(row + b"\n" for row in rows))

    code, out = verify(bad)
    found = json.loads(out)
    wanted = place if place > 0 else len(rows) + (tamper is TAMPERINGS["no head"][0])
    assert (code, found["ok"], found["bad_line"]) == (TAMPERED, False, wanted), found["why"]
    assert found["why"]
    code, out = verify(bad, told="")
    assert code == TAMPERED
    assert f"regel {wanted}" in out


def test_a_bundle_of_another_key_is_caught(circle: Circle) -> None:
    """Whole and well signed, but not by the company whose fingerprint one knows."""
    code, out = verify(circle.other, "--signed-by", circle.key)
    found = json.loads(out)
    assert (code, found["bad_line"]) == (TAMPERED, 1)
    assert "andere sleutel" in found["why"]
    assert verify(circle.bundle, "--signed-by", circle.key)[0] == 0


@pytest.mark.parametrize(
    ("change", "line"),
    [
        ("UPDATE line SET body = replace(body, 'plan-0001', 'plan-0009') WHERE seq = 4", 4),
        ("DELETE FROM line WHERE seq = 4", 4),
        ("INSERT OR REPLACE INTO line (seq, at, kind, body, leaf) "
         "SELECT seq, at, kind, body, leaf FROM other.line WHERE seq = 4", 4),
    ],
    ids=["changed", "cut", "of another ledger"],
)  # fmt: skip
def test_a_ledger_that_was_changed_gives_no_bundle(
    circle: Circle, tmp_path: Path, change: str, line: int
) -> None:
    """In the database itself: no bundle is made of it, and `doctor` names the line."""
    folder = tmp_path / "zonneveld"
    shutil.copytree(circle.world.folder, folder)
    other = circle.other.parent / "other" / "ledger.sqlite"
    with closing(sqlite3.connect(folder / ".nakomen" / "ledger.sqlite")) as ledger:
        ledger.execute("ATTACH ? AS other", (str(other),))
        for trigger in ("line_update", "line_delete", "line_insert"):
            ledger.execute(f"DROP TRIGGER {trigger}")
        assert ledger.execute(change).rowcount == 1
        ledger.commit()
    world = World(folder=folder, urls=circle.world.urls)
    for words in (("doctor",), ("evidence", "bundle", "-o", tmp_path / "bundle.jsonl")):
        told = json.dumps(world.run(*words, code=TAMPERED))
        assert f"line {line}" in told
    assert not (tmp_path / "bundle.jsonl").exists()
