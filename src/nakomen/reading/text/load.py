"""The bytes of a file as the text of a statement, or findings that say why not."""

import codecs
import re

from nakomen.terms import Finding, Place, Severity, Text

LARGEST = 5_000_000
"""Bytes. A statement of a hundred pages is a tenth of this."""
SUFFIXES = (".txt", ".md")

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_UTF16 = {codecs.BOM_UTF16_LE: "utf-16-le", codecs.BOM_UTF16_BE: "utf-16-be"}


def load_text(data: bytes, name: str) -> tuple[str, list[Finding]]:
    """
    Decode the contents of the file *name*.

    UTF-8 with or without a mark, UTF-16 with a mark, else cp1252 with a note. Line ends and all
    else stay as they are, so that offsets are offsets in the file's own text.

    Returns:
        The text and no errors, or an empty text and at least one finding of severity error.

    >>> load_text("Privacy".encode(), "a.txt")
    ('Privacy', [])
    """
    if fault := _refuse(data, name):
        return "", [fault]
    text, notes = _decode(data, name)
    if not text.strip():
        return "", [_empty(name)]
    if found := _CONTROL.search(text):
        return "", [_binary(name, text, found.start())]
    return text, notes


def _refuse(data: bytes, name: str) -> Finding | None:
    """What can be seen before decoding."""
    if not name.casefold().endswith(SUFFIXES):
        return _finding("R001", name, _SUFFIX.fill(name=name), _SUFFIX_HINT)
    if len(data) > LARGEST:
        return _finding("R002", name, _LARGE, _LARGE_HINT)
    return None


def _decode(data: bytes, name: str) -> tuple[str, list[Finding]]:
    for mark, encoding in _UTF16.items():
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace"), []
    try:
        return data.removeprefix(codecs.BOM_UTF8).decode("utf-8"), []
    except UnicodeDecodeError:
        note = _finding("R005", name, _OLD, _OLD_HINT, Severity.NOTE)
        # Five bytes have no letter in cp1252; latin-1 gives each a control character.
        text = "".join(_letter(byte) for byte in data)
        return text, [note]


def _letter(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


def _empty(name: str) -> Finding:
    return _finding("R003", name, _EMPTY, _EMPTY_HINT)


def _binary(name: str, text: str, offset: int) -> Finding:
    place = Place.at_offset(name, text, offset)
    return Finding(
        code="R004",
        severity=Severity.ERROR,
        place=place,
        message=_BINARY,
        hint=_BINARY_HINT,
    )


def _finding(
    code: str, name: str, message: Text, hint: Text, severity: Severity = Severity.ERROR
) -> Finding:
    return Finding(code=code, severity=severity, place=Place(name, 1), message=message, hint=hint)


_SUFFIX = Text(
    "Dit soort bestand wordt nu niet gelezen: {name}.",
    "This kind of file is not read today: {name}.",
)
_SUFFIX_HINT = Text(
    "Nu worden .txt en .md gelezen. Bewaar de verklaring als platte tekst.",
    "Today .txt and .md are read. Save the statement as plain text.",
)
_LARGE = Text(
    "Het bestand is groter dan 5 MB; dat is geen privacyverklaring.",
    "The file is larger than 5 MB; that is no privacy statement.",
)
_LARGE_HINT = Text(
    "Geef een bestand met alleen de tekst van de verklaring.",
    "Give a file with nothing but the text of the statement.",
)
_EMPTY = Text("Het bestand is leeg.", "The file is empty.")
_EMPTY_HINT = Text(
    "Zet de tekst van uw privacyverklaring in dit bestand.",
    "Put the text of your privacy statement into this file.",
)
_BINARY = Text("Het bestand is geen platte tekst.", "The file is not plain text.")
_BINARY_HINT = Text(
    "Is het een PDF of een Word-bestand? Bewaar het dan eerst als platte tekst (.txt).",
    "Is it a PDF or a Word file? Save it as plain text (.txt) first.",
)
_OLD = Text(
    "Het bestand is geen UTF-8; het is gelezen als Windows-1252.",
    "The file is not UTF-8; it was read as Windows-1252.",
)
_OLD_HINT = Text(
    "Kijk of letters als é en ë goed staan, of bewaar het bestand als UTF-8.",
    "See whether letters such as é and ë are right, or save the file as UTF-8.",
)
