"""Which kind of file this is: its content speaks first, its name second."""

import re
from enum import Enum
from pathlib import PurePath

from nakomen.terms import Text


class Kind(Enum):
    """What is read, and two kinds that are known but not read."""

    TEXT = "text"
    PAGE = "page"
    WORD = "word"
    PDF = "pdf"
    LOCKED = "locked"
    OTHER = "other"


TOLD = {
    Kind.TEXT: Text("platte tekst", "plain text"),
    Kind.PAGE: Text("een webpagina", "a web page"),
    Kind.WORD: Text("een Word-bestand", "a Word file"),
    Kind.PDF: Text("een PDF", "a PDF"),
}
SUFFIXES = {
    ".txt": Kind.TEXT,
    ".text": Kind.TEXT,
    ".md": Kind.TEXT,
    ".markdown": Kind.TEXT,
    ".html": Kind.PAGE,
    ".htm": Kind.PAGE,
    ".xhtml": Kind.PAGE,
    ".docx": Kind.WORD,
    ".docm": Kind.WORD,
    ".pdf": Kind.PDF,
}
_HEAD = 4000
_PAGE = re.compile(rb"\A[\s\0]{0,500}<(?:!doctype\s{1,20}html|html|head|body)\b", re.I)
_TAG = re.compile(rb"</?(?:p|div|h[1-6]|ul|li|table|section|span|br|strong)\b[^<>]{0,300}>", re.I)
_BEFORE = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s{0,200}(?:<\?xml[^>]{0,200}>|<!--.{0,2000}?-->|\s){0,20}", re.S
)


def kind_of(data: bytes, name: str) -> tuple[Kind, Kind | None]:
    """
    The kind by content, and the kind that the name says (None: a name that says nothing).

    >>> [kind.value for kind in kind_of(b"<!DOCTYPE html><p>Privacy", "a.txt")]
    ['page', 'text']
    """
    named = SUFFIXES.get(PurePath(name).suffix.casefold())
    return _by_content(data, named), named


def _by_content(data: bytes, named: Kind | None) -> Kind:
    if b"%PDF-" in data[:1024]:
        return Kind.PDF
    if data.startswith(b"PK\x03\x04"):
        return Kind.WORD if b"word/" in data else Kind.OTHER
    if data.startswith(b"\xd0\xcf\x11\xe0"):  # an old Word file, or a new one with a password
        return Kind.LOCKED if "EncryptedPackage".encode("utf-16-le") in data else Kind.OTHER
    if data.startswith(b"{\\rtf"):
        return Kind.OTHER
    if _looks_like_a_page(data, named):
        return Kind.PAGE
    if named is Kind.PAGE:
        return Kind.PAGE
    return Kind.TEXT if named else Kind.OTHER


def _looks_like_a_page(data: bytes, named: Kind | None) -> bool:
    # In UTF-16 every second byte is zero; without them the tags are those of ASCII.
    head = data[: 8 * _HEAD].replace(b"\0", b"").removeprefix(b"\xff\xfe").removeprefix(b"\xfe\xff")
    before = _BEFORE.match(head)
    head = head[before.end() :] if before else head
    if _PAGE.match(head):
        return True
    # Markdown may hold tags; a text of tags alone is a piece of a page.
    return named is not Kind.PAGE and head.startswith(b"<") and len(_TAG.findall(head)) >= 6
