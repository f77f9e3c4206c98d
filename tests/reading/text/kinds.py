"""One statement in Markdown, as the other kinds of file that people publish."""

import io
import re
from html import escape
from pathlib import Path

import docx
import typst

STATEMENT = (Path(__file__).parent / "wilgenborg.md").read_text("utf-8")
_RULE = re.compile(r"\|[-|]+\|")


def parts(markdown: str) -> list[list[str]]:
    """Its stretches of lines between empty lines."""
    return [part.split("\n") for part in markdown.strip().split("\n\n")]


def cells(part: list[str]) -> list[list[str]]:
    rows = [line for line in part if not _RULE.fullmatch(line)]
    return [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]


def as_text(markdown: str = STATEMENT) -> str:
    """Without hashes; rows with tabs between their cells."""
    told = []
    for part in parts(markdown):
        if part[0].startswith("|"):
            told.append("\n".join("\t".join(row) for row in cells(part)))
        else:
            told.append("\n".join(line.lstrip("# ") for line in part))
    return "\n\n".join(told) + "\n"


def as_page(markdown: str = STATEMENT) -> str:
    """A web page as a shop has it: menu, banner for cookies, the statement, a footer."""
    return _PAGE.replace("{statement}", "\n".join(map(_html, parts(markdown))))


def _html(part: list[str]) -> str:
    first = part[0]
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        return f"<h{level}>{escape(first.lstrip('# '))}</h{level}>"
    if first.startswith("- "):
        return "<ul>" + "".join(f"<li>{escape(line[2:])}</li>" for line in part) + "</ul>"
    if first.startswith("|"):
        head, *rows = cells(part)
        names = "".join(f"<th>{escape(name)}</th>" for name in head)
        body = ("".join(f"<td><p>{escape(cell)}</p></td>" for cell in row) for row in rows)
        return f"<table><tr>{names}</tr>" + "".join(f"<tr>{row}</tr>" for row in body) + "</table>"
    return "<p>" + "<br>".join(map(escape, part)) + "</p>"


_PAGE = """<!DOCTYPE html>
<html lang="nl">
<!-- saved from url=(0036)https://www.wilgenborg.example/privacy -->
<head><meta charset="utf-8"><title>Privacyverklaring - Wilgenborg</title>
<style>.menu { color: red }</style>
<script type="application/ld+json">{"@type": "Organization", "name": "Anders B.V."}</script></head>
<body class="page cookies-not-set">
<a class="skip-link" href="#inhoud">Ga naar de inhoud</a>
<header class="site-header"><a href="/"><svg><title>Logo</title></svg></a>
<nav><ul><li><a href="/hosting">Hosting</a></li><li><a href="/contact">Contact</a></li></ul></nav>
</header>
<div id="cookie-banner" role="dialog"><p>Wij gebruiken cookies om reclame op maat te tonen en om te
meten wat u op onze pagina's doet. U mag kiezen.</p><button>Alles accepteren</button></div>
<div class="breadcrumbs"><a href="/">Home</a> / Privacy</div>
<div class="content" id="inhoud">
{statement}
</div>
<div class="social-share"><a href="https://social.example/share">Deel deze pagina</a></div>
<form action="/zoek"><label>Zoeken <input name="q"></label><button>Zoek</button></form>
<footer><ul><li><a href="/voorwaarden">Voorwaarden</a></li>
<li><a href="/vacatures">Vacatures</a></li>
</ul><p>Wij wensen u een fijne dag</p></footer>
<script>document.body.append("Wij bewaren alles honderd jaar.")</script>
<noscript>Zet JavaScript aan.</noscript>
</body></html>
"""


def as_word(markdown: str = STATEMENT) -> bytes:
    document = docx.Document()
    for part in parts(markdown):
        _into_word(document, part)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _into_word(document: "docx.document.Document", part: list[str]) -> None:
    first = part[0]
    if first.startswith("#"):
        document.add_heading(first.lstrip("# "), len(first) - len(first.lstrip("#")) - 1)
    elif first.startswith("- "):
        for line in part:
            document.add_paragraph(line[2:], style="List Bullet")
    elif first.startswith("|"):
        rows = cells(part)
        table = document.add_table(len(rows), len(rows[0]))
        for row, told in zip(table.rows, rows, strict=True):
            for cell, words in zip(row.cells, told, strict=True):
                cell.text = words
    else:
        document.add_paragraph("\n".join(part))


_SET = """#set page(paper: "a5", footer: align(center)[Pagina #context counter(page).display()])
#set text(size: 10pt, lang: "nl", hyphenate: true)
#set par(justify: true)
"""


def as_pdf(markdown: str = STATEMENT, setting: str = _SET) -> bytes:
    """Set on small pages, so that lines, words and pages break."""
    return typeset(setting + "\n\n".join(map(_typst, parts(markdown))))


def typeset(source: str) -> bytes:
    pdf = typst.compile(source.encode("utf-8"))
    assert isinstance(pdf, bytes)
    return pdf


def _typst(part: list[str]) -> str:
    first = part[0]
    if first.startswith("#"):
        level = len(first) - len(first.lstrip("#"))
        return f"#heading(level: {level}, {_quoted(first.lstrip('# '))})"
    if first.startswith("- "):
        return "\n".join(f"- #{_quoted(line[2:])}" for line in part)
    if first.startswith("|"):
        rows = cells(part)
        told = ", ".join(f"text({_quoted(cell)})" for row in rows for cell in row)
        return f"#table(columns: {len(rows[0])}, {told})"
    return " \\\n".join(f"#{_quoted(line)}" for line in part)


def _quoted(words: str) -> str:
    return '"' + words.replace("\\", "\\\\").replace('"', '\\"') + '"'
