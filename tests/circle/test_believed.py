"""A map that says of a key "written in one way" is believed while somebody saw it of late."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest

from nakomen import Company, Request, verbs
from nakomen.run import believed

TODAY = date(2026, 11, 22)
STATEMENT = """# Privacyverklaring

Wij zijn Zonneveld B.V. Wij gebruiken uw e-mailadres om u onze nieuwsbrief te sturen.
Wij bewaren uw e-mailadres twee jaar.
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A company in whose only table each address was in small letters when its map was made."""
    with sqlite3.connect(tmp_path / "crm.db") as database:
        database.execute("CREATE TABLE customer (id INTEGER PRIMARY KEY, email TEXT UNIQUE)")
        rows = [(n, f"klant{n}@post.example") for n in range(1, 12)]
        database.executemany("INSERT INTO customer VALUES (?, ?)", rows)
    (tmp_path / "statement.nl.md").write_text(STATEMENT, "utf-8")
    urls = {"crm": f"sqlite:///{tmp_path / 'crm.db'}"}
    return verbs.init(tmp_path / "zon", tmp_path / "statement.nl.md", urls).folder


def _arrives(folder: Path, address: str) -> None:
    with sqlite3.connect(folder.parent / "crm.db") as database:
        database.execute("INSERT INTO customer VALUES (99, ?)", (address,))


def _written(folder: Path) -> str:
    """How the address is searched now."""
    with Company.open(folder) as company:
        key = company.maps[0].dataset("customer").key("email")
    assert key is not None
    return key.written


def _found(folder: Path) -> bool:
    with Company.open(folder) as company:
        given = [("email", "anna.dewit@post.example")]
        return verbs.plan(company, Request.ACCESS, given, TODAY).found


@pytest.fixture
def large(monkeypatch: pytest.MonkeyPatch) -> None:
    """A dozen rows count as a large table."""
    monkeypatch.setattr(believed, "SMALL_ROWS", 10)


def test_in_a_small_table_nobody_waits_for_a_survey(folder: Path) -> None:
    """Who comes in capitals is found at once."""
    assert not _found(folder)
    _arrives(folder, "Anna.DeWit@Post.Example")
    assert _found(folder)


@pytest.mark.usefixtures("large")
def test_who_came_later_in_another_writing_is_told_and_found(folder: Path) -> None:
    """The finding names file, line, rows and cure; from then on no index hides her."""
    assert _written(folder) == "normal"
    assert not _found(folder)
    _arrives(folder, "mailto:Anna.DeWit@Post.Example")
    with Company.open(folder) as company:
        finding = next(f for f in verbs.survey(company) if f.code == "C032")
        digests = company.digests
    line = (folder / "systems/crm.yaml").read_text("utf-8").splitlines()[finding.place.line - 1]
    assert "column: email" in line
    assert "written: normal" in line
    assert "(1 keer)" in finding.message.nl
    assert _written(folder) == "mixed"
    assert _found(folder)
    with Company.open(folder) as company:
        assert company.digests == digests  # Plans and yeses of people stay what they were.


@pytest.mark.usefixtures("large")
def test_an_old_answer_or_none_is_not_believed(folder: Path) -> None:
    """Nobody is missed where nobody looked for a month, or at another database."""
    _arrives(folder, "Anna.DeWit@Post.Example")
    noted = folder / ".nakomen" / "written.json"
    answers = json.loads(noted.read_text("utf-8"))
    assert _written(folder) == "normal"
    for moment in ("2026-01-01T00:00:00+00:00", "9999-01-01T00:00:00+00:00", "no moment"):
        old = {at: dict.fromkeys(places, moment) for at, places in answers.items()}
        noted.write_text(json.dumps(old), "utf-8")
        assert _written(folder) == "mixed"
    noted.unlink()
    assert _written(folder) == "mixed"
    assert _found(folder)


@pytest.mark.usefixtures("large")
def test_a_survey_that_sees_one_writing_is_believed_again(folder: Path) -> None:
    """The index serves for another month."""
    (folder / ".nakomen" / "written.json").unlink()
    assert _written(folder) == "mixed"
    with Company.open(folder) as company:
        assert "C032" not in {finding.code for finding in verbs.survey(company)}
    assert _written(folder) == "normal"
