"""The bytes of a file as the text of a statement, or findings that say why not."""

import re
from collections.abc import Callable, Mapping

from nakomen.policy.codes import Fact
from nakomen.reading.text.codes import LARGEST_MB, TEXT_CODES
from nakomen.reading.text.decode import decode, decode_page
from nakomen.reading.text.kind import TOLD, Kind, kind_of
from nakomen.reading.text.language import READ, language_of
from nakomen.reading.text.language import TOLD as LANGUAGES
from nakomen.terms import Finding, Place, Severity, Text

LARGEST = LARGEST_MB * 1_000_000
"""Bytes of a text, and signs of a text out of another file: three hundred pages."""
LARGEST_FILE = 20 * LARGEST
"""Bytes of a page, Word file or PDF: pictures and letter types weigh more than words."""

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_Loaded = tuple[str, list[Finding]]


def load_text(data: bytes, name: str) -> _Loaded:
    """
    The text of the file *name*: .txt and .md as they are, .html, .docx and .pdf as Markdown.

    The content decides which it is. A text keeps its line ends and all else, so that offsets are
    offsets in the file's own text; for the other kinds quotes refer to the text given here.

    Returns:
        The text and no errors, or an empty text and at least one finding of severity error.

    >>> load_text("Privacy".encode(), "a.txt")
    ('Privacy', [])
    """
    kind, named = kind_of(data, name)
    if fault := _refused(data, name, kind):
        return "", [fault]
    text, findings = _LOADERS[kind](data, name)
    if any(finding.severity is Severity.ERROR for finding in findings):
        return "", findings
    if not text.strip():
        return "", [_found("R003", name)]
    if len(text) > LARGEST:
        return "", [_found("R002", name, limit=f"{LARGEST_MB} MB")]
    return text, [*_misnamed(name, kind, named), *findings, *_foreign(text, name)]


def _refused(data: bytes, name: str, kind: Kind) -> Finding | None:
    """What can be seen before the file is opened."""
    if kind is Kind.LOCKED:
        return _found("R008", name)
    if kind is Kind.OTHER:
        return _found("R001", name, name=name)
    largest = LARGEST if kind is Kind.TEXT else LARGEST_FILE
    if len(data) > largest:
        return _found("R002", name, limit=f"{largest // 1_000_000} MB")
    return None


def _misnamed(name: str, kind: Kind, named: Kind | None) -> list[Finding]:
    if kind is named:
        return []
    return [_found("R013", name, kind=TOLD[kind], suffix=_SUFFIX[kind])]


def _foreign(text: str, name: str) -> list[Finding]:
    language = language_of(text)
    if language is None or language in READ:
        return []
    return [_found("R012", name, language=LANGUAGES[language])]


def _plain(data: bytes, name: str) -> _Loaded:
    read = decode(data)
    if found := _CONTROL.search(read.text):
        place = Place.at_offset(name, read.text, found.start())
        return "", [TEXT_CODES["R004"].found(place)]
    return read.text, [_found("R005", name)] if read.old else []


def _page(data: bytes, name: str) -> _Loaded:
    from nakomen.reading.text.page import NoWords, TooDeep, page_text  # noqa: PLC0415 (loads lxml)

    read = decode_page(data)
    try:
        text = page_text(read.text)
    except NoWords:
        return "", [_found("R006", name)]
    except TooDeep:
        return "", [_found("R009", name)]
    return text, [_found("R005", name)] if read.old else []


def _word(data: bytes, name: str) -> _Loaded:
    from nakomen.reading.text import word  # noqa: PLC0415 (loads lxml and mammoth)

    try:
        read = word.word_text(data)
    except (word.Damaged, word.Locked, word.Bomb) as error:
        code = {word.Damaged: "R009", word.Locked: "R008", word.Bomb: "R010"}[type(error)]
        return "", [_found(code, name)]
    return read.text, [_found("R011", name, count=read.changes)] if read.changes else []


def _pdf(data: bytes, name: str) -> _Loaded:
    from nakomen.reading.text import pdf  # noqa: PLC0415 (loads pdfium)

    try:
        text, pictures = pdf.pdf_text(data)
    except pdf.OnlyPictures as error:
        return "", [_found("R007", name, pages=error.pages)]
    except pdf.TooLong:
        return "", [_found("R002", name, limit=_PAGES)]
    except (pdf.Damaged, pdf.Locked) as error:
        return "", [_found("R008" if isinstance(error, pdf.Locked) else "R009", name)]
    pages = ", ".join(map(str, pictures))
    return text, [_found("R014", name, pages=pages)] if pictures else []


def _found(code: str, file: str, **facts: Fact) -> Finding:
    return TEXT_CODES[code].found(Place(file, 1), source_line=None, promise=None, **facts)


_PAGES = Text("500 bladzijden", "500 pages")
_SUFFIX = {Kind.TEXT: ".txt", Kind.PAGE: ".html", Kind.WORD: ".docx", Kind.PDF: ".pdf"}
_LOADERS: Mapping[Kind, Callable[[bytes, str], _Loaded]] = {
    Kind.TEXT: _plain,
    Kind.PAGE: _page,
    Kind.WORD: _word,
    Kind.PDF: _pdf,
}
