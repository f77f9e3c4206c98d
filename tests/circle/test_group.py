"""Many persons in one plan: as if each had asked alone, and nobody's data goes to another."""

import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest
from sqlalchemy import text
from tests.circle.account import book_of, rows_of
from tests.circle.providers import provider
from tests.circle.world import TODAY, World

from nakomen import Company, Request, verbs
from nakomen.demo.provider import STATEMENT, cast, oracle
from nakomen.ledger import Ledger
from nakomen.run import grouping

DECIDE = 4
LATER = date(2034, 1, 1)
"""The last invoice of everybody may go."""
PEOPLE = (cast.ANNA, cast.COMPANY, cast.LONG_GONE, cast.BRAM_AT_HOME, cast.KLANT9003)


def drawn(folder: Path, urls: dict[str, str]) -> World:
    world = World(folder=folder / "zonneveld", urls=urls)
    world.begin(Path(str(STATEMENT)), "UTC", like="group")
    return world


@pytest.fixture
def on_sqlite(tmp_path: Path) -> Iterator[World]:
    with provider("sqlite", "tiny", tmp_path) as urls:
        yield drawn(tmp_path, urls)


def listed(world: World, *lines: str, header: str = "email") -> Path:
    file = world.folder.parent / "list.csv"
    file.write_text("\n".join([header, *lines]) + "\n", "utf-8")
    return file


def erase_list(world: World, *emails: str) -> None:
    planned = world.plan("erase", "--keys-from", listed(world, *emails))
    assert world.apply(planned["plan"], code=None)[-1]["state"] == "done"


def calendar(world: World) -> list[tuple[object, ...]]:
    """What the ledger keeps for whom until when, and of whom nothing is kept; names left out."""
    words = ("store", "dataset", "rows", "rule", "until")
    with Ledger.open(world.folder / ".nakomen") as ledger:
        ledger.verify()
        lines = [line for line in ledger.lines() if line.kind in ("hold", "released")]
    by_person: dict[str, list[tuple[object, ...]]] = {}
    for line in lines:
        told = (line.kind, *(line.body.get(word) for word in words))
        by_person.setdefault(str(line.body["subject"]), []).append(told)
    return sorted((tuple(sorted(map(str, told))) for told in by_person.values()), key=str)


def test_a_list_ends_as_each_alone(on_sqlite: World, tmp_path: Path) -> None:
    """The same rows in every table, and for each person the same lines on the calendar."""
    emails = [who.email.upper() for who in PEOPLE] + [cast.READER.email]
    before = rows_of(on_sqlite.urls)
    erase_list(on_sqlite, *emails)
    together = rows_of(on_sqlite.urls), calendar(on_sqlite)
    apart = tmp_path / "apart"
    apart.mkdir()
    with provider("sqlite", "tiny", apart) as urls:
        alone = drawn(apart, urls)
        assert rows_of(alone.urls) == before != together[0]
        for email in emails:
            alone.apply(alone.plan("erase", "--key", f"email={email}")["plan"], code=None)
        assert (rows_of(alone.urls), calendar(alone)) == together
        alone.close()


def test_a_list_longer_than_one_group_ends_the_same(
    on_sqlite: World, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Found in parts, gathered in groups: the same rows and lines, and nobody is in two groups."""
    emails = [who.email for who in PEOPLE] + [cast.READER.email, PEOPLE[0].email.upper()]
    before = rows_of(on_sqlite.urls)
    with Company.open(on_sqlite.folder) as company:
        monkeypatch.setattr(grouping, "SOUGHT_PERSONS", 2)
        monkeypatch.setattr(grouping, "GROUP_PERSONS", 3)
        planned = verbs.plan_list(company, Request.ERASE, listed(on_sqlite, *emails), TODAY)
    groups = {step.subject for step in planned.plan.steps}
    assert planned.plan.persons
    assert [aside.line for aside in planned.plan.persons.aside] == [len(emails) + 1]
    assert len(groups) == 2
    on_sqlite.apply(planned.plan.id, code=None)
    apart = rows_of(on_sqlite.urls), calendar(on_sqlite)
    other = tmp_path / "one"
    other.mkdir()
    with provider("sqlite", "tiny", other) as urls:
        one = drawn(other, urls)
        erase_list(one, *emails[:-1])
        assert (rows_of(one.urls), calendar(one)) == apart
        assert apart[0] != before
        one.close()


def test_what_was_kept_goes_together_on_its_day(on_sqlite: World) -> None:
    """The ends of their holds are one step for each dataset, however many persons they are of."""
    world, crm = on_sqlite, on_sqlite.engine("crm")
    erase_list(world, *(who.email for who in PEOPLE))
    people = [who for who in PEOPLE if who != cast.COMPANY]  # a contact of its own points to it
    kept = {who.id for who in people if oracle.profile(crm, who.id)}
    assert len(kept) > 2
    early = world.plan("retention", today=date(2032, 12, 31))
    planned = world.plan("retention", today=LATER)
    ended = [s for s in planned["steps"] if s["because"]["rule"] == "avg-17"]
    assert not [s for s in early["steps"] if s["because"]["rule"] == "avg-17" and s["rows"]]
    assert len(ended) == len({(s["store"], s["dataset"], s["act"]) for s in ended})
    world.run("apply", planned["plan"], "--yes", "--by", "Chaima", today=LATER, code=DECIDE)
    assert not {who.id for who in people if oracle.profile(crm, who.id)}
    assert len(book_of(world.folder / ".nakomen")) <= 1


def test_who_cannot_be_told_apart_is_set_aside(on_sqlite: World) -> None:
    """Nobody, a shared number, the same person twice: each is named by its line; the rest go on."""
    world, crm = on_sqlite, on_sqlite.engine("crm")
    phone = oracle.profile(crm, cast.DAAN.id)["phone"]
    lines = [
        f"{cast.BRAM_AT_HOME.email},,",
        "nobody@post.example,,",
        f",,{phone}",
        f",{cast.BRAM_AT_HOME.number},",
        f"{cast.ANNA.email},{cast.DAAN.number},",
    ]
    file = listed(world, *lines, header="email,customer,phone")
    planned = world.run("plan", "erase", "--keys-from", file, code=DECIDE)
    aside = {a["line"]: (a["decide"], a["why"]) for a in planned["persons"]["aside"]}
    assert planned["persons"]["listed"] == 5
    assert planned["persons"]["found"] == 1
    assert {line: decide for line, (decide, _) in aside.items()} == {
        3: False,
        4: True,
        5: False,
        6: True,
    }
    assert "regel 2" in aside[5][1]
    others = {w.id: oracle.profile(crm, w.id) for w in (cast.ANNA, cast.DAAN, cast.LOTTE)}
    last = world.apply(planned["plan"], code=DECIDE)[-1]
    assert last["state"] == "done"
    assert oracle.profile(crm, cast.BRAM_AT_HOME.id)["name"] == ""
    assert others == {w.id: oracle.profile(crm, w.id) for w in (cast.ANNA, cast.DAAN, cast.LOTTE)}


def test_who_grew_stays_and_the_others_go(on_sqlite: World) -> None:
    """A ticket came to Bram since: he leaves the list, with a line of evidence."""
    world, crm = on_sqlite, on_sqlite.engine("crm")
    file = listed(world, cast.BRAM_AT_HOME.email, cast.COMPANY.email)
    planned = world.run("plan", "erase", "--keys-from", file)
    with crm.begin() as connection:
        connection.execute(
            text("UPDATE ticket SET customer_id = :id WHERE id = (SELECT min(id) FROM ticket)"),
            {"id": cast.BRAM_AT_HOME.id},
        )
    bram = oracle.profile(crm, cast.BRAM_AT_HOME.id)
    world.apply(planned["plan"], code=DECIDE)
    assert oracle.profile(crm, cast.BRAM_AT_HOME.id) == bram
    assert oracle.profile(crm, cast.COMPANY.id)["name"] == ""


def test_each_gets_a_copy_of_her_own(on_sqlite: World) -> None:
    """One archive a line; nothing of another person of the list stands in it."""
    world = on_sqlite
    people = (cast.ANNA, cast.COMPANY, cast.KLANT9003)
    file = listed(world, *(who.email for who in people))
    planned = world.run("plan", "access", "--keys-from", file)
    folder = world.folder.parent / "copies"
    world.apply(planned["plan"], "-o", folder)
    assert {f.name for f in folder.iterdir()} == {"00002.zip", "00003.zip", "00004.zip"}
    for line, who in enumerate(people, start=2):
        with ZipFile(folder / f"{line:05}.zip") as archive:
            names = [n for n in archive.namelist() if n.endswith(".json")]
            told = " ".join(archive.read(name).decode() for name in names)
        assert who.number in told
        assert not [other.email for other in people if other != who and other.email in told]


def test_a_list_that_names_nobody_is_refused(on_sqlite: World) -> None:
    """The line is named, and what stands on it is not repeated."""
    world = on_sqlite
    before = rows_of(world.urls)
    for lines, header in ((["a@b.example,1,2"], "email"), (["gEhEim77"], "naam")):
        told = world.run("plan", "erase", "--keys-from", listed(world, *lines, header=header),
                         code=2)  # fmt: skip
        assert "gEhEim77" not in json.dumps(told)
    world.run("plan", "erase", "--keys-from", world.folder / "absent.csv", code=2)
    world.run("plan", "erase", "--keys-from", listed(world, header=""), code=2)
    named = ["--key", f"email={cast.ANNA.email}"]
    world.run("plan", "erase", "--keys-from", listed(world, cast.ANNA.email), *named, code=2)
    assert rows_of(world.urls) == before
