"""A file is read as text, or refused with its place and a cure."""

import pytest

from nakomen.reading import load_text
from nakomen.terms import Severity

WORDS = "Privacyverklaring van één bedrijf\r\nmet twee regels\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_unicode_is_read_without_a_remark(encoding: str) -> None:
    """A mark at the start is no letter; line ends stay as they are."""
    assert load_text(WORDS.encode(encoding), "verklaring.nl.md") == (WORDS, [])


def test_an_old_file_is_read_with_a_note() -> None:
    """Windows-1252 is read, and a person is asked to look at it."""
    text, findings = load_text("Wij bewaren 'één' – niet langer".encode("cp1252"), "oud.txt")

    assert text == "Wij bewaren 'één' – niet langer"
    assert [(f.code, f.severity) for f in findings] == [("R005", Severity.NOTE)]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "leeg.txt", "R003"),
        (b" \n\t\n", "wit.txt", "R003"),
        (b"tekst\x00tekst", "nul.txt", "R004"),
        (b"%PDF-1.7\n\x80\x01\x02", "heet-anders.txt", "R004"),
        (b"x" * 5_000_001, "groot.txt", "R002"),
        (b"tekst", "verklaring.docx", "R001"),
        (b"tekst", "verklaring", "R001"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_what_cannot_be_read_is_a_finding(data: bytes, name: str, code: str) -> None:
    """Empty, binary, too large or another kind of file: an error in two languages with a cure."""
    text, findings = load_text(data, name)
    finding = findings[0]

    assert (text, [f.code for f in findings]) == ("", [code])
    assert finding.severity is Severity.ERROR
    assert finding.place.file == name
    assert all((finding.message.nl, finding.message.en, finding.hint.nl, finding.hint.en))


def test_a_binary_file_is_pointed_at() -> None:
    """The place is that of the first character that is no text."""
    _, findings = load_text(b"regel een\nab\x00c", "nul.txt")

    assert str(findings[0].place) == "nul.txt:2:3"


def test_other_kinds_are_told_which_are_read() -> None:
    """The hint names the kinds that are read today."""
    _, findings = load_text(b"tekst", "a.pdf")

    assert ".txt" in findings[0].hint.nl
    assert ".md" in findings[0].hint.en
