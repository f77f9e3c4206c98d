"""A PDF as lines with their places on the page."""

import ctypes
from collections.abc import Iterator

import pypdfium2  # type: ignore[import-untyped]
import pypdfium2.raw as pdfium  # type: ignore[import-untyped]

from nakomen.reading.text.line import Line
from nakomen.reading.text.paper import paper_text

MOST_PAGES = 500
_FEWEST_SIGNS = 12
"""On a page with less there is a picture or nothing."""
_HYPHEN = ("\ufffe", "\x02")
_NAME_BYTES = 128


class Damaged(Exception):
    """It is no PDF, or only a part of one."""


class Locked(Exception):
    """It is encrypted."""


class TooLong(Exception):
    """It has more pages than any statement."""


class OnlyPictures(Exception):
    """No page holds text."""

    def __init__(self, pages: int) -> None:
        super().__init__()
        self.pages = pages


def pdf_text(data: bytes) -> tuple[str, list[int]]:
    """
    The text of a PDF, and the numbers of its pages that hold pictures only.

    Raises:
        Damaged, Locked, TooLong, OnlyPictures.
    """
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise (Locked if "password" in str(error).casefold() else Damaged) from None
    try:
        if len(document) > MOST_PAGES:
            raise TooLong
        return _read(document)
    except pypdfium2.PdfiumError:
        raise Damaged from None
    finally:
        document.close()


def _read(document: pypdfium2.PdfDocument) -> tuple[str, list[int]]:
    pages: list[list[Line]] = []
    pictures: list[int] = []
    for number in range(len(document)):
        page = document[number]
        pages.append(list(_lines(page, number)))
        if sum(len(line.text) for line in pages[-1]) < _FEWEST_SIGNS and _has_picture(page):
            pictures.append(number + 1)
        page.close()
    if not any(pages) or len(pictures) == len(pages):
        raise OnlyPictures(len(pages))
    return paper_text(pages), pictures


def _has_picture(page: pypdfium2.PdfPage) -> bool:
    return any(True for _ in page.get_objects([pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=4))


def _lines(page: pypdfium2.PdfPage, number: int) -> Iterator[Line]:
    """Runs of signs without a wide gap, in the order in which the page draws them."""
    text = page.get_textpage()
    signs = [chr(pdfium.FPDFText_GetUnicode(text, i)) for i in range(text.count_chars())]
    height = page.get_height()
    start, behind = 0, False
    for i, sign in enumerate([*signs, "\n"]):
        ends = sign in "\r\n" or sign in _HYPHEN
        if ends or (sign == " " and _gap(text, signs, i)):
            yield from _line(text, signs, range(start, i), number, height, sign in _HYPHEN, behind)
            start, behind = i + 1, not ends
    text.close()


def _gap(text: pypdfium2.PdfTextPage, signs: list[str], i: int) -> bool:
    """A space wider than most between two words: perhaps the next cell of a table begins."""
    if i == 0 or i + 1 >= len(signs) or signs[i - 1].isspace() or signs[i + 1].isspace():
        return False
    before, after = text.get_charbox(i - 1, loose=True), text.get_charbox(i + 1, loose=True)
    return bool(after[0] - before[2] > 0.7 * (before[3] - before[1]))


def _line(
    text: pypdfium2.PdfTextPage,
    signs: list[str],
    span: range,
    page: int,
    height: float,
    broken: bool,
    behind: bool,
) -> Iterator[Line]:
    seen = [i for i in span if not signs[i].isspace()]
    if not seen:
        return
    first, last = text.get_charbox(seen[0], loose=True), text.get_charbox(seen[-1], loose=True)
    middle = seen[len(seen) // 2]
    yield Line(
        text=" ".join("".join(signs[span.start : span.stop]).replace("\0", "").split()),
        page=page,
        left=first[0],
        right=max(first[2], last[2]),
        base=first[1] / height,
        size=round(max(1.0, first[3] - first[1]), 1),
        tall=height,
        bold=all(_is_bold(text, i) for i in {seen[0], middle, seen[-1]}),
        broken=broken,
        behind=behind,
    )


def _is_bold(text: pypdfium2.PdfTextPage, i: int) -> bool:
    name, flags = ctypes.create_string_buffer(_NAME_BYTES), ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, i, name, _NAME_BYTES, flags)
    called = name.value.decode("latin-1").casefold()
    return any(word in called for word in ("bold", "black", "heavy", "semibd"))
