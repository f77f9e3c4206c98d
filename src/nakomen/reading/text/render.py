"""A tree of HTML as lines: headings with hashes, items with dashes, rows with bars."""

import re
from collections.abc import Iterator
from itertools import pairwise

from lxml.html import HtmlElement

from nakomen.reading.text.furniture import NEVER_TEXT, names, unfolds, words_of
from nakomen.reading.text.headings import is_title

_BLOCKS = words_of(
    "p div section article main header footer aside address blockquote figure figcaption center "
    "fieldset legend details summary form hgroup body html ul ol menu dl dir li dt dd table "
    "caption h1 h2 h3 h4 h5 h6 hr pre tbody thead tfoot tr td th"
)
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BOLD = frozenset(("b", "strong"))
_BOLD_STYLE = re.compile(r"font-weight\s{0,3}:\s{0,3}(?:bold|[6-9]00)", re.I)
_TITLES = words_of("title header heading question vraag kop trigger button")
_FOLDS = words_of("accordion toggle tab faq collapse collapsible panel uitklap tabs")
_UNSEEN = dict.fromkeys((0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF))
_NOTE = re.compile(r"\[?\d{1,3}\]?\Z")
_DEEPEST = 150
"""Elements within each other; what lies deeper is told without its form."""
_LONG_CELL = 600


def rendered(root: HtmlElement) -> list[str]:
    """The text of *root*, line by line, an empty line between blocks."""
    writer = _Writer()
    writer.block(root, 0)
    writer.gap()
    return writer.lines


class _Writer:
    def __init__(self) -> None:
        self.lines: list[str] = []
        self.level = 1
        self._run: list[tuple[str, bool]] = []
        self._mark = ""
        self._lists: list[str] = []

    # What is being said

    def say(self, words: str | None, bold: bool) -> None:
        if words:
            self._run.append((words.translate(_UNSEEN), bold))

    def flush(self, more: bool = False) -> None:
        """End the line; *more* when the same block goes on below it."""
        run, self._run = self._run, []
        words = " ".join("".join(part for part, _ in run).split())
        if not words:
            return
        title = all(bold or not part.strip() for part, bold in run) and is_title(words)
        if title and not self._lists:
            self.heading(words, min(6, self.level + 1))
        elif title and more and self._mark:
            self._run = [(words.rstrip(":") + ": ", False)]
        else:
            self._line(words)

    def _line(self, words: str) -> None:
        indent = "  " * max(0, len(self._lists) - 1)
        self.lines.append(indent + (self._mark or ("  " if self._lists else "")) + words)
        self._mark = ""

    def gap(self) -> None:
        self.flush()
        if self.lines and self.lines[-1] and not self._lists:
            self.lines.append("")

    def heading(self, words: str, level: int) -> None:
        self._mark = ""
        if words:
            self._empty_line()
            self.lines += ["#" * level + " " + words, ""]

    def _empty_line(self) -> None:
        if self.lines and self.lines[-1]:
            self.lines.append("")

    # The tree

    def block(self, el: HtmlElement, depth: int) -> None:
        """An element that begins and ends a line."""
        tag = el.tag
        if tag in _HEADINGS:
            self.flush()
            self.level = _HEADINGS[tag]
            self.heading(flat(el), self.level)
        elif tag == "summary" or _is_fold_title(el):
            self.flush()
            self.heading(flat(el), min(6, self.level + 1))
        elif tag in ("ul", "ol", "menu", "dir"):
            self._list(el, depth)
        elif tag == "table" and (rows := _rows(el)) is not None:
            self._table(el, rows)
        elif tag == "dl":
            self._definitions(el, depth)
        elif tag == "pre":
            self.gap()
            self.lines += [line.rstrip() for line in el.text_content().splitlines()]
        elif tag == "hr":
            self.gap()
        else:
            self._box(el, depth)

    def _box(self, el: HtmlElement, depth: int) -> None:
        short = el.tag in ("li", "tr", "dd") or (el.tag == "div" and _is_short_leaf(el))
        self.flush() if short else self.gap()
        self.inside(el, depth, False)
        self.flush() if short else self.gap()

    def inside(self, el: HtmlElement, depth: int, bold: bool) -> None:
        if depth > _DEEPEST:
            self.say(" ".join(el.itertext()), bold)
            return
        self.say(el.text, bold)
        for child in el:
            self._child(child, depth, bold)
            self.say(child.tail, bold)

    def _child(self, el: HtmlElement, depth: int, bold: bool) -> None:
        tag = el.tag
        if not isinstance(tag, str) or tag in NEVER_TEXT:
            return
        if tag == "br":
            self._break()
        elif tag in _BLOCKS or _is_fold_title(el):
            self.block(el, depth + 1)
        elif _is_note(el):
            return
        else:
            strong = bold or tag in _BOLD or bool(_BOLD_STYLE.search(el.get("style") or ""))
            self.inside(el, depth + 1, strong)
            self.say(_address(el), bold)

    def _break(self) -> None:
        """One break ends a line, two end a paragraph."""
        if any(words.strip() for words, _ in self._run):
            self.flush(more=True)
        else:
            self.gap()

    def _list(self, el: HtmlElement, depth: int) -> None:
        self.flush() if self._lists else self.gap()
        number = _first_number(el)
        self._lists.append(el.tag)
        for child in el:
            if child.tag in ("ul", "ol"):
                self._list(child, depth + 1)
            elif isinstance(child.tag, str) and child.tag not in NEVER_TEXT:
                self._mark = f"{number}. " if el.tag == "ol" else "- "
                self._item(child, depth)
                self._mark = ""
                number += 1
        self._lists.pop()
        if not self._lists:
            self.gap()

    def _item(self, el: HtmlElement, depth: int) -> None:
        """An item; one that begins with a heading is a numbered part of the text."""
        first = next((child for child in el if isinstance(child.tag, str)), None)
        if first is not None and first.tag in _HEADINGS and not (el.text or "").strip():
            self._part(el, first, depth)
        else:
            self.inside(el, depth + 1, False)
            self.flush()

    def _part(self, el: HtmlElement, first: HtmlElement, depth: int) -> None:
        mark = self._mark if self._mark != "- " else ""
        lists, self._lists, self._mark = self._lists, [], ""
        self.level = _HEADINGS[first.tag]
        self.heading(mark + flat(first), self.level)
        self.say(first.tail, False)
        for child in el[list(el).index(first) + 1 :]:
            self._child(child, depth + 1, False)
            self.say(child.tail, False)
        self.gap()
        self._lists = lists

    def _definitions(self, el: HtmlElement, depth: int) -> None:
        self.gap()
        term = ""
        for child in el.iter("dt", "dd"):
            if child.tag == "dt":
                self._term(term)
                term = flat(child)
            elif _has_blocks(child) or term.endswith("?"):
                self._term(term)
                self.block(child, depth + 1)
                term = ""
            else:
                words = flat(child)
                self._line(f"{term.rstrip(':')}: {words}" if term else words)
                term = ""
        self._term(term)
        self.gap()

    def _term(self, term: str) -> None:
        self.flush()
        self.heading(term, min(6, self.level + 1))

    def _table(self, el: HtmlElement, rows: list[list[str]]) -> None:
        self.gap()
        for caption in el.iter("caption"):
            self._line(flat(caption))
        titled = next(el.iter("tr")).find("th") is not None or el.find("thead") is not None
        for number, cells in enumerate(rows):
            self.lines.append("| " + " | ".join(cells) + " |")
            if number == 0 and titled:
                self.lines.append("|" + "---|" * len(cells))
        self._empty_line()


def flat(el: HtmlElement) -> str:
    """The words of *el* on one line."""
    return " ".join("".join(_flat(el)).replace("\0", " ").split())


def _flat(el: HtmlElement) -> Iterator[str]:
    for event, inner in _walk(el):
        if event == "start":
            if inner is not el and inner.tag in ("li", "p", "br", "div"):
                yield "\0"
            yield (inner.text or "").translate(_UNSEEN)
        else:
            yield (_address(inner) or "") + (
                "" if inner is el else (inner.tail or "").translate(_UNSEEN)
            )


def _walk(el: HtmlElement) -> Iterator[tuple[str, HtmlElement]]:
    """Each element twice, on the way in and out; what is never text is passed by."""
    stack: list[tuple[str, HtmlElement]] = [("start", el)]
    while stack:
        event, inner = stack.pop()
        if event == "start" and (not isinstance(inner.tag, str) or inner.tag in NEVER_TEXT):
            yield "end", inner
            continue
        yield event, inner
        if event == "start":
            stack.append(("end", inner))
            stack.extend(("start", child) for child in reversed(inner))


def _is_fold_title(el: HtmlElement) -> bool:
    if el.tag not in ("div", "a", "button", "span") or _has_blocks(el):
        return False
    found = names(el)
    named = bool(found & _FOLDS and found & _TITLES)
    return (named or (el.tag == "button" and unfolds(el))) and len(el.text_content()) <= 200


def _is_note(el: HtmlElement) -> bool:
    """The mark of a footnote."""
    return el.tag == "sup" and bool(_NOTE.match(el.text_content().strip()))


def _is_short_leaf(el: HtmlElement) -> bool:
    return not _has_blocks(el) and len(el.text_content()) < 80


def _has_blocks(el: HtmlElement) -> bool:
    return any(inner is not el and inner.tag in _BLOCKS for inner in el.iter())


def _first_number(el: HtmlElement) -> int:
    start = el.get("start") or "1"
    return int(start) if start.isdecimal() and len(start) < 5 else 1


def _address(el: HtmlElement) -> str:
    """An address that the link has and its words have not."""
    if el.tag not in ("a", "span"):
        return ""
    href = (el.get("href") or "").strip()
    shown = el.text_content()
    if href.startswith("mailto:") and "@" not in shown:
        return f" ({href[7:].partition('?')[0]})" if "@" in href else ""
    if href.startswith("tel:") and not any(sign.isdigit() for sign in shown):
        return f" ({href[4:]})"
    return ""


def _rows(table: HtmlElement) -> list[list[str]] | None:
    """The cells of a table of data, or None when it only lays out the page."""
    if table.get("role") == "presentation":
        return None
    rows: list[list[str]] = []
    hanging: dict[int, tuple[str, int]] = {}
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        if any(_lays_out(cell) for cell in cells):
            return None
        if filled := _filled(cells, hanging):
            rows.append(filled)
    return rows if any(len(row) > 1 for row in rows) else None


def _filled(cells: list[HtmlElement], hanging: dict[int, tuple[str, int]]) -> list[str]:
    """One row; a cell that hangs down over more rows is said in each of them."""
    row: list[str] = []
    waiting = list(cells)
    while waiting or len(row) in hanging:
        column = len(row)
        if column in hanging:
            words, left = hanging.pop(column)
            row.append(words)
            if left > 1:
                hanging[column] = (words, left - 1)
            continue
        cell = waiting.pop(0)
        row.append(_cell(cell))
        if (span := _span(cell)) > 1:
            hanging[column] = (row[-1], span - 1)
    return row if any(row) else []


def _span(cell: HtmlElement) -> int:
    span = cell.get("rowspan") or "1"
    return min(int(span), 100) if span.isdecimal() and len(span) < 4 else 1


def _cell(cell: HtmlElement) -> str:
    parts = ("".join(_flat(cell))).split("\0")
    words = [" ".join(part.split()).replace("|", "/") for part in parts]
    said = [part for part in words if part]
    ends = [_parted(part, after) for part, after in pairwise(said)]
    return " ".join([*ends, *said[-1:]])


def _parted(part: str, after: str) -> str:
    """Lines of a cell that begin anew are things of their own."""
    return part if part[-1] in ".,;:!?-" or after[0].islower() else part + ";"


def _lays_out(cell: HtmlElement) -> bool:
    inner = {el.tag for el in cell.iter()}
    if inner & {"table", "h1", "h2", "h3", "h4"}:
        return True
    return "p" in inner and len(cell.text_content()) > _LONG_CELL
