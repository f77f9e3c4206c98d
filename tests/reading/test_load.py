"""A file is read as text, or refused with its place and a cure."""

import pytest

from nakomen.reading import load_text
from nakomen.terms import Severity

WORDS = "Privacyverklaring van één bedrijf\r\nmet twee regels\n"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_is_read_without_a_remark(encoding: str) -> None:
    """With or without a mark at the start, which is no letter; line ends stay as they are."""
    assert load_text(WORDS.encode(encoding), "verklaring.nl.md") == (WORDS, [])


def test_an_old_file_is_read_with_a_note() -> None:
    """Windows-1252 is read, and a person is asked to look at it."""
    text, findings = load_text("Wij bewaren 'één' – niet langer".encode("cp1252"), "oud.txt")

    assert text == "Wij bewaren 'één' – niet langer"
    assert [(f.code, f.severity) for f in findings] == [("R005", Severity.NOTE)]


def test_one_byte_that_is_wrong_spoils_no_other_letter() -> None:
    """A text that is UTF-8 but for one byte keeps the letters that were right."""
    text, findings = load_text("Geëerde klant, café ".encode() + b"\xe9\xe9n", "half.txt")

    assert text == "Geëerde klant, café één"
    assert [f.code for f in findings] == ["R005"]


@pytest.mark.parametrize(
    ("data", "name", "code"),
    [
        (b"", "leeg.txt", "R003"),
        (b" \n\t\n", "wit.txt", "R003"),
        (b"tekst\x00tekst", "nul.txt", "R004"),
        (b"%PDF-1.7\n\x80\x01\x02", "heet-anders.txt", "R009"),
        (b"x" * 1_000_001, "groot.txt", "R002"),
        (b"PK\x03\x04 word/document.xml", "half.docx", "R009"),
        (b"PK\x03\x04 content.xml", "verklaring.odt", "R001"),
        (b"{\\rtf1 tekst}", "verklaring.rtf", "R001"),
        (b"\xd0\xcf\x11\xe0" + bytes(99), "oud.doc", "R001"),
        (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "slot.docx", "R008"),
        (b"tekst", "verklaring", "R001"),
        (b'{"tekst": 1}', "verklaring.json", "R001"),
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
    """The hint names the kinds that are read."""
    _, findings = load_text(b"tekst", "a.odt")

    for kind in (".txt", ".md", ".html", ".docx", ".pdf"):
        assert kind in findings[0].hint.nl
        assert kind in findings[0].hint.en


def test_a_text_under_another_name_is_read_as_text() -> None:
    """The content decides; the name is remarked upon."""
    text, findings = load_text(b"Wij bewaren niets.", "verklaring.docx")

    assert text == "Wij bewaren niets."
    assert [(f.code, f.severity) for f in findings] == [("R013", Severity.NOTE)]


def test_a_page_under_the_name_of_a_text_is_read_as_a_page() -> None:
    """Many a browser saves a page as .txt; its tags are no words."""
    page = b"<!DOCTYPE html><html><body><h1>Privacy</h1><p>Wij bewaren niets.</p></body></html>"
    text, findings = load_text(page, "verklaring.txt")

    assert text == "# Privacy\n\nWij bewaren niets.\n"
    assert [f.code for f in findings] == ["R013"]
