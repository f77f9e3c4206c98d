"""Lines on pages as running text, without what runs along on each page."""

import re
from collections import Counter

from nakomen.reading.text.columns import rows
from nakomen.reading.text.contact_lines import contact_lines
from nakomen.reading.text.line import Line, Setting
from nakomen.reading.text.paragraphs import told

_PAGE_NUMBER = re.compile(
    r"\A(?:p\.?|pag\.?|pagina|page|blz\.?)?\s*[-–]?\s*\d{1,3}\s*[-–]?"
    r"(?:\s*(?:/|van|of)\s*\d{1,3})?\Z",
    re.I,
)
_NUMBERED = re.compile(
    r" ?[·|•–-]? ?\b(?:pagina|page|blz\.?|pag\.?)\s*\d{1,3}(?:\s*(?:/|van|of)\s*\d{1,3})?\Z", re.I
)
_PRINTED = re.compile(
    r"\A(?:https?://|file:/)\S+|\A\d{1,2}[/.-]\d{1,2}[/.-]\d{2,4},?\s+\d{1,2}:\d{2}"
)
_PRIVACY = re.compile(r"privacy|persoonsgegevens|gegevensbescherming", re.I)


def paper_text(pages: list[list[Line]]) -> str:
    """The text of *pages* without what runs along on each of them."""
    running = _running(pages)
    body = [[line for line in page if not _is_running(line, running)] for page in pages]
    gone = [line for page in pages for line in page if _is_running(line, running)]
    setting = Setting.of([line for page in body for line in page])
    text = told([part for page in body for part in rows(page)], setting)
    if title := _title_kept(gone, text[:400]):
        text = f"# {title}\n\n{text}"
    more = [line for line in _told_once(gone) if line not in text]
    return text + "\n" + "\n".join(more) + "\n" if more else text


# What runs along


def _key(line: Line) -> tuple[str, int]:
    return re.sub(r"\d+", "0", line.text), round(line.size)


def _running(pages: list[list[Line]]) -> set[tuple[str, int]]:
    """What stands at the edge of most pages."""
    seen = Counter(key for page in pages for key in {_key(ln) for ln in page if ln.in_edge})
    return {key for key, times in seen.items() if times >= max(2, 0.4 * len(pages))}


def _is_running(line: Line, running: set[tuple[str, int]]) -> bool:
    if not line.in_edge:
        return False
    number = _PAGE_NUMBER.match(line.text) and len(line.text) < 20
    return bool(number or _PRINTED.match(line.text)) or _key(line) in running


def _told_once(gone: list[Line]) -> list[str]:
    lines = [_NUMBERED.sub("", ln.text) for ln in gone if not _PRINTED.match(ln.text)]
    return list(dict.fromkeys(contact_lines(dict.fromkeys(lines))))


def _title_kept(gone: list[Line], top: str) -> str | None:
    """A title that stands only in the running head."""
    heads = [ln.text for ln in gone if ln.base > 0.5 and _PRIVACY.search(ln.text)]
    heads = [words for words in heads if not _PRINTED.match(words)]
    return heads[0] if heads and not _PRIVACY.search(top) else None
