"""The answer to a request for access: one ZIP with the data, the letter, and how to open them."""

import hashlib
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime, time
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from nakomen.papers.access_model import AccessPaper, AccessPart, AccessReceipt
from nakomen.papers.html import as_html
from nakomen.papers.overview import Told, overview, readme
from nakomen.papers.pdf import as_pdf
from nakomen.papers.rows import Archive, write_part
from nakomen.papers.values import Spreadsheet
from nakomen.papers.whole import whole_file

OVERVIEW_HTML = "overzicht.html"
OVERVIEW_PDF = "overzicht.pdf"
README = "LEESMIJ.txt"
"""Names are the same in every language, so that programs find them."""


def write_access(file: Path, request: AccessPaper, parts: Iterable[AccessPart]) -> AccessReceipt:
    """
    Write the ZIP of a request for access: ``data/``, the overview in HTML and PDF, a LEESMIJ.

    Each part's rows are taken once, one after another; memory does not grow with them. The same
    input gives the same bytes. An error in the rows is passed on, and no file is left.

    Raises:
        PaperUnwritable: the folder or disk refused; nothing stands under the name.
    """
    with whole_file(file) as stream:
        with ZipFile(stream, "w", ZIP_DEFLATED) as zip_file:
            archive = Archive(zip=zip_file, folder=file.parent, stamp=_stamp(request.made_on))
            sheet = Spreadsheet.of(request.lang)
            told = [(part, write_part(archive, part, sheet)) for part in parts]
            _write_letter(archive, request, told)
        stream.seek(0)
        sha256 = hashlib.file_digest(stream, "sha256").hexdigest()
    return AccessReceipt(file=file, sha256=sha256, parts=tuple(receipt for _, receipt in told))


def _write_letter(archive: Archive, request: AccessPaper, told: Sequence[Told]) -> None:
    letter = overview(request, told)
    made_on = datetime.combine(request.made_on, time(), UTC)
    archive.add(OVERVIEW_HTML, as_html(letter).encode("utf-8", "backslashreplace"))
    archive.add(OVERVIEW_PDF, as_pdf(letter, made_on))
    archive.add(README, readme(request).encode("utf-8", "backslashreplace"))


def _stamp(day: date) -> tuple[int, int, int, int, int, int]:
    return (day.year, day.month, day.day, 0, 0, 0)
