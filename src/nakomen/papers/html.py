"""A document as one HTML page: nothing is loaded, nothing runs, it prints as it reads."""

from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from nakomen.papers.document import Block, Document, Facts, Heading, Listing, Paragraph, Table


def as_html(document: Document) -> str:
    """The whole page. Every text of the document is escaped."""
    return _page().substitute(
        lang=document.lang.value,
        title=escape(document.title),
        style=_style(),
        sender=_sender(document.sender),
        facts=_pairs(document.facts),
        body="\n".join(_block(block) for block in document.blocks),
    )


@cache
def _page() -> Template:
    return Template(_template("page.html"))


@cache
def _style() -> str:
    return _template("paper.css")


def _template(name: str) -> str:
    return files("nakomen.papers").joinpath("templates", name).read_text(encoding="utf-8")


def _sender(lines: tuple[str, ...]) -> str:
    return "<br>\n".join(escape(line) for line in lines)


def _pairs(pairs: tuple[tuple[str, str], ...]) -> str:
    rows = (f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>" for name, text in pairs)
    return "<dl>\n" + "\n".join(rows) + "\n</dl>"


def _block(block: Block) -> str:
    match block:
        case Heading(text=text, level=level):
            return f"<h{level}>{escape(text)}</h{level}>"
        case Paragraph(text=text):
            return f"<p>{escape(text)}</p>"
        case Listing(items=items):
            return "<ul>\n" + "\n".join(f"<li>{escape(item)}</li>" for item in items) + "\n</ul>"
        case Facts(pairs=pairs):
            return _pairs(pairs)
        case Table():
            return _table(block)


def _table(table: Table) -> str:
    head = "".join(
        _cell("th", name, n, table, ' scope="col"') for n, name in enumerate(table.header)
    )
    rows = "\n".join(f"<tr>{_row(row, table)}</tr>" for row in table.rows)
    return (
        f"<table>\n<caption>{escape(table.caption)}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table>"
    )


def _row(row: tuple[str, ...], table: Table) -> str:
    first = _cell("th", row[0], 0, table, ' scope="row"')
    return first + "".join(_cell("td", text, n, table) for n, text in enumerate(row[1:], start=1))


def _cell(tag: str, text: str, column: int, table: Table, scope: str = "") -> str:
    number = ' class="number"' if column in table.numbers else ""
    return f"<{tag}{scope}{number}>{escape(text)}</{tag}>"
