"""A statement as page, Word file or PDF: read, kept as it was, and checked against its text."""

from pathlib import Path

import pytest
from tests.cli.terminal import terminal
from tests.reading.text import kinds

FILES = {
    "verklaring.html": kinds.as_page().encode(),
    "verklaring.docx": kinds.as_word(),
    "verklaring.pdf": kinds.as_pdf(),
}
GERMAN = """Datenschutzerklärung

Wir verarbeiten Ihre Daten, wenn Sie bei uns bestellen. Die Rechnungen bewahren wir zehn Jahre auf
und danach werden sie gelöscht. Wir geben Ihre Daten nicht an Dritte weiter, wenn es nicht für den
Vertrag nötig ist. Sie haben das Recht auf Auskunft und Löschung. Schreiben Sie uns, wenn Sie mit
der Antwort nicht zufrieden sind, an hallo@weidengarten.example, und wir werden Ihnen antworten.
"""


def put(folder: Path, name: str, data: bytes) -> Path:
    file = folder / name
    file.write_bytes(data)
    return file


@pytest.mark.parametrize("name", FILES)
def test_quotes_stand_in_the_text_that_is_printed(tmp_path: Path, name: str) -> None:
    """``read --text`` gives the text sign for sign; each promise is found there at its offset."""
    file = put(tmp_path, name, FILES[name])
    text = terminal("en").run("read", file, "--text")
    told = terminal("en").run("read", file, "--json").json

    assert text.code == 0
    assert told["findings"] == []
    assert len(told["promises"]) > 5
    for promise in told["promises"]:
        assert text.out[promise["start"] :].startswith(promise["quote"])
    assert terminal("en").run("read", file, "--text", "--json").json["text"] == text.out


@pytest.mark.parametrize("name", FILES)
def test_the_file_is_kept_beside_its_text(tmp_path: Path, name: str) -> None:
    """What was given stays byte for byte; the text that quotes refer to stands beside it."""
    file = put(tmp_path, name, FILES[name])
    made = terminal("nl").run("init", tmp_path / "firma", "--statement", file)

    assert made.code == 0, made.all
    assert (tmp_path / "firma" / f"statement.nl{file.suffix}").read_bytes() == FILES[name]
    told = terminal("nl").run("read", file, "--text").out
    assert (tmp_path / "firma" / "statement.nl.md").read_text("utf-8") == told
    checked = terminal("nl").run("-C", tmp_path / "firma", "check", "--json").json
    assert not [f for f in checked["findings"] if f["code"].startswith("P00")]


def test_a_third_language_is_told_and_not_guessed(tmp_path: Path) -> None:
    """Nothing is promised on words that nobody can read, and their silence is no silence."""
    file = put(tmp_path, "erklaerung.txt", GERMAN.encode())
    told = terminal("en").run("read", file, "--json")

    assert told.code == 0
    assert [f["code"] for f in told.json["findings"]] == ["R012"]
    assert "German" in told.json["findings"][0]["message"]
    assert told.json["statement"]["language"] == "de"
    assert told.json["controller"]["emails"] == ["hallo@weidengarten.example"]
    assert told.json["promises"] == told.json["absent"] == told.json["recipients"] == []
    made = terminal("en").run("init", tmp_path / "firma", "--statement", file)
    assert made.code == 0, made.all
    assert "R012" in made.all
    assert terminal("en").run("-C", tmp_path / "firma", "check").code in (0, 3)


def test_a_note_on_the_reading_does_not_stand_in_the_text(tmp_path: Path) -> None:
    """With ``--text`` what nakomen remarks goes to the other stream."""
    file = put(tmp_path, "oud.txt", "Wij bewaren één jaar.".encode("cp1252"))
    told = terminal("nl").run("read", file, "--text")

    assert told.out == "Wij bewaren één jaar."
    assert "R005" in told.err
