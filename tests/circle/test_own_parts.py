"""What the program that answers keeps of the person itself goes along in her copy."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest
from tests.circle.refusal import Company as Folder
from tests.circle.world import TODAY

from nakomen import Company, OwnPart, Plan, Request, verbs
from nakomen.demo.provider import cast
from nakomen.papers.portable import read_portable
from nakomen.run.own import NoCopyOfOne
from nakomen.terms import Category, Lang, Text

ANNA = cast.ANNA.email
OTHER = "buurman@elders.example"
ASKED = OwnPart(
    store="loket",
    name="verzoeken",
    title=Text("wat u ons vroeg", "what you asked us"),
    purpose=Text("u antwoorden", "answering you"),
    ground=Text("wettelijke plicht (AVG artikel 12)", "legal duty (AVG artikel 12)"),
    source=Text("van uzelf", "from yourself"),
    term=Text("30 dagen", "30 days"),
    columns={"nummer": Category.OTHER, "reden": Category.CORRESPONDENCE},
    rows=(
        {"nummer": "Z-1", "reden": f"Zij schreef als {ANNA}; {OTHER} belde met 06-12345678."},
        {"nummer": "Z-2", "reden": None},
    ),
    receivers=("Postduif B.V.",),
    words=frozenset({"reden"}),
)


def _plan(company: Company, request: Request = Request.ACCESS, email: str = ANNA) -> Plan:
    return verbs.plan(company, request, [("email", email)], TODAY).plan


def _own_lines(company: Company) -> list[Any]:
    return [line.body["rows"] for line in company.ledger.lines(kind="own")]


def test_they_come_last_with_all_that_must_be_told_and_nobody_else_in_them(
    company: Folder, tmp_path: Path
) -> None:
    """
    Her rows are there, with purpose, ground, source, receiver and term; of somebody else in a text
    of ours nothing can be read. Evidence and letter say how many, and hold no value.
    """
    with Company.open(company.folder) as opened:
        plan = _plan(opened)
        for _ in verbs.apply(opened, plan, TODAY, tmp_path / "a.zip", [ASKED]):
            pass
        assert _own_lines(opened) == [{"verzoeken": 2}]
        letter = str(verbs.reply(opened, plan.id, TODAY, "Z-1", TODAY, Lang.NL))
    assert "onze brieven en uw logins. Het zijn 2 regels" in letter
    with ZipFile(tmp_path / "a.zip") as archive:
        names = [n for n in archive.namelist() if n.endswith(".json")]
        rows = json.loads(archive.read(names[-1]))
        told = archive.read("overzicht.html").decode()
    assert names[-1] == "data/loket.verzoeken.json"
    assert len(names) > 5
    assert [row["nummer"] for row in rows] == ["Z-1", "Z-2"]
    assert rows[0]["reden"] == f"Zij schreef als {ANNA}; ••• belde met •••."
    for words in ("Wat u ons vroeg (loket, verzoeken)", "U antwoorden", "Postduif B.V."):
        assert words in told
    for words in ("AVG artikel 12", "Van uzelf", "30 dagen", "Ook wat wij daarvan bewaren"):
        assert words in told
    ledger = b"".join(f.read_bytes() for f in (company.folder / ".nakomen").glob("ledger*"))
    assert b'"verzoeken"' in ledger
    assert ANNA.encode() not in ledger


class _Stops(dict[str, Any]):
    """A row at which somebody stops the program."""

    def get(self, *_: Any) -> Any:
        raise KeyboardInterrupt


def test_cut_off_at_them_or_after_them_the_copy_ends_the_same(
    company: Folder, tmp_path: Path
) -> None:
    """Cut off twice, in the middle of the file and when it was noted: one file, one line."""
    whole, cut = tmp_path / "whole.zip", tmp_path / "cut.zip"
    with Company.open(company.folder) as opened:
        for _ in verbs.apply(opened, _plan(opened), TODAY, whole, [ASKED]):
            pass
        again = _plan(opened)
        stops = replace(ASKED, rows=(*ASKED.rows, _Stops()))
        with pytest.raises(KeyboardInterrupt):
            next(verbs.apply(opened, again, TODAY, cut, [stops]))
        assert not cut.exists()
    with Company.open(company.folder) as opened:
        next(verbs.apply(opened, again, TODAY, cut, [ASKED]))
        assert cut.exists()
    with Company.open(company.folder) as opened:
        for _ in verbs.apply(opened, again, TODAY, cut, [ASKED]):
            pass
        assert verbs.recall(opened, again.id).state == "done"
        assert _own_lines(opened) == [{"verzoeken": 2}] * 2
    assert _data(cut) == _data(whole)


def _data(file: Path) -> dict[str, bytes]:
    with ZipFile(file) as archive:
        return {n: archive.read(n) for n in archive.namelist() if n.startswith("data/")}


def test_they_are_taken_along_and_read_back_also_by_somebody_no_store_knows(
    company: Folder, tmp_path: Path
) -> None:
    """The same file as the rest; who is in no store has a copy of these alone."""
    for email in (ANNA, "niemand@nergens.example"):
        file = tmp_path / "along.zip"
        with Company.open(company.folder) as opened:
            plan = _plan(opened, Request.PORT, email)
            for _ in verbs.apply(opened, plan, TODAY, file, [ASKED]):
                pass
        last = read_portable(file).datasets[-1]
        assert (last.store, last.dataset) == ("loket", "verzoeken")
        assert [row["nummer"] for row in last.rows] == ["Z-1", "Z-2"]
        assert OTHER not in str(last.rows)


def test_only_a_copy_for_one_person_takes_them(company: Folder, tmp_path: Path) -> None:
    """An erasure, or a copy without a file, is refused before anything happens."""
    with Company.open(company.folder) as opened:
        erase, access = _plan(opened, Request.ERASE), _plan(opened)
        for plan, file in ((erase, tmp_path / "x.zip"), (access, None)):
            with pytest.raises(NoCopyOfOne):
                next(verbs.apply(opened, plan, TODAY, file, [ASKED]))
