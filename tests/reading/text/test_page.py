"""A web page gives its statement: with the form it has, without what stands around it."""

import pytest

from nakomen.reading import load_text

PROSE = (
    "<p>Wij bewaren de gegevens van onze klanten niet langer dan nodig is voor de overeenkomst "
    "die wij met hen hebben, en daarna wissen wij ze zonder dat iemand daarom vraagt.</p>"
)


def text_of(body: str, head: str = "") -> str:
    page = f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>"
    text, findings = load_text(page.encode(), "a.html")
    assert findings == []
    return text


GONE = {
    "menu": "<nav><ul><li><a href='/x'>Spookwoord</a></li></ul></nav>",
    "menu by its role": "<div role='navigation'>Spookwoord</div>",
    "menu by its class": "<div class='main-menu'>Spookwoord</div>",
    "menu by its links": "<ul>" + "<li><a href='/s'>Spookwoord</a></li>" * 4 + "</ul>",
    "contents": "<ul><li><a href='#a'>Spookwoord</a></li>" + "<li><a href='#a'>B</a></li>" * 3
    + "</ul><h2 id='a'>Kop</h2>",
    "breadcrumbs": "<div class='breadcrumb'><a href='/'>Spookwoord</a></div>",
    "skip link": "<a class='skip-link' href='#a'>Spookwoord</a>",
    "words for screen readers": "<span class='screen-reader-text'>Spookwoord</span>",
    "consent tool": "<div id='CybotCookiebotDialog'><p>Spookwoord</p></div>",
    "consent bar": "<div class='cookie-bar'><p>Spookwoord</p><button>OK</button></div>",
    "consent in the page": "<main><div class='cc-window'>Spookwoord <a>Akkoord</a></div></main>",
    "modal": "<div class='modal'><p>Spookwoord</p></div>",
    "dialog": "<dialog open>Spookwoord</dialog>",
    "share buttons": "<div class='share-buttons'><span>Spookwoord</span></div>",
    "form": "<form><label>Spookwoord <input></label></form>",
    "button": "<button>Spookwoord</button>",
    "script": "<script>Spookwoord()</script>",
    "style": "<style>Spookwoord {}</style>",
    "data for robots": "<script type='application/ld+json'>{'Spookwoord': 1}</script>",
    "noscript": "<noscript>Spookwoord</noscript>",
    "drawing": "<svg><text>Spookwoord</text></svg>",
    "comment": "<!-- Spookwoord -->",
    "hidden": "<div hidden>Spookwoord</div>",
    "hidden by style": "<p style='color: red; display : none'>Spookwoord</p>",
    "hidden from readers": "<div aria-hidden='true'>Spookwoord</div>",
    "footer": "<footer><p>Spookwoord</p></footer>",
    "footer by its class": "<div id='colofon'>Spookwoord</div>",
    "header": "<header><div>Spookwoord</div></header>",
    "sidebar": "<aside>Spookwoord</aside>",
    "search": "<div class='search'>Spookwoord</div>",
    "template": "<template><p>Spookwoord</p></template>",
    "choice": "<select><option>Spookwoord</option></select>",
}  # fmt: skip


@pytest.mark.parametrize("case", GONE)
def test_what_is_no_statement_is_left_out(case: str) -> None:
    """Before, behind and between its sentences; the sentences stay."""
    text = text_of(PROSE + GONE[case] + PROSE.replace("klanten", "bezoekers"))

    assert "Spookwoord" not in text
    assert "klanten" in text
    assert "bezoekers" in text


KEPT = {
    "details": ("<details><summary>Vraag?</summary><p>Woord.</p></details>", "## Vraag?"),
    "accordion": (
        "<button aria-expanded='false' aria-controls='p'>Vraag?</button>"
        "<div id='p' hidden><p>Woord.</p></div>",
        "## Vraag?",
    ),
    "accordion by class": (
        "<div class='accordion-title'>Vraag?</div>"
        "<div class='accordion-content' style='display:none'><p>Woord.</p></div>",
        "## Vraag?",
    ),
    "accordion of links": (
        "<h3><a data-toggle='collapse' href='#x'>Vraag?</a></h3>"
        "<div id='x' class='collapse' aria-hidden='true'>Woord.</div>",
        "### Vraag?",
    ),
    "section on cookies": ("<div id='cookies'><h2>Cookies</h2><p>Woord.</p></div>", "## Cookies"),
    "bold line": ("<p><strong>Bewaren</strong></p><p>Woord.</p>", "## Bewaren"),
    "bold first line": ("<p><b>Bewaren</b><br>Woord.</p>", "## Bewaren\n\nWoord."),
    "heavy style": (
        "<p><span style='font-weight:700'>Bewaren</span></p>Woord.",
        "## Bewaren",
    ),
    "bold word": ("<p>Een <b>Woord</b> in een zin.</p>", "Een Woord in een zin."),
    "items": ("<ul><li>Een</li><li>Twee<ul><li>Woord</li></ul></li></ul>", "- Twee\n  - Woord"),
    "numbers": ("<ol start='3'><li>Drie</li><li>Woord</li></ol>", "3. Drie\n4. Woord"),
    "numbered parts": ("<ol><li><h2>Wie</h2><p>Woord.</p></li></ol>", "## 1. Wie\n\nWoord."),
    "item with a bold title": ("<ul><li><b>Inzage</b><br>Woord.</li></ul>", "- Inzage: Woord."),
    "loose items": ("<ul><li><p>Een</p></li><li><p>Woord</p></li></ul>", "- Een\n- Woord"),
    "definitions": ("<dl><dt>Naam:</dt><dd>Woord</dd></dl>", "Naam: Woord"),
    "definition that asks": ("<dl><dt>Hoe lang?</dt><dd>Woord</dd></dl>", "## Hoe lang?\n\nWoord"),
    "address": ("<address>Woord<br>Kerkstraat 1<br>Ede</address>", "Woord\nKerkstraat 1\nEde"),
    "spaces": ("<p>Een&nbsp;&nbsp;\n  Wo&shy;ord\u200b, &eacute;&eacute;n</p>", "Een Woord, één"),
    "line of blocks": ("<div>Kerkstraat 1</div><div>Woord</div>", "Kerkstraat 1\nWoord"),
    "hidden address": ("<p><a href='mailto:a@b.example?x'>Woord</a></p>", "Woord (a@b.example)"),
    "hidden number": ("<p><a href='tel:+31318123456'>Woord</a></p>", "Woord (+31318123456)"),
    "kept as typed": ("<pre>Een\n  Woord</pre>", "Een\n  Woord"),
    "receivers as links": (
        "<ul>" + "".join(f"<li><a href='https://{n}.example'>{n}</a></li>" for n in "abcdef")
        + "</ul>Woord",
        "- a\n- b",
    ),
    "note": ("<p>Woord<sup><a href='#n1'>[1]</a></sup> is kort.</p>", "Woord is kort."),
    "caption": ("<table><caption>Woord</caption><tr><td>a</td><td>b</td></tr></table>", "Woord\n|"),
}  # fmt: skip


@pytest.mark.parametrize("case", KEPT)
def test_the_form_of_the_text_stays(case: str) -> None:
    """Headings, lists, terms and addresses are still what they were."""
    body, told = KEPT[case]

    assert told in text_of(body + PROSE)


TABLES = {
    "names": (
        "<tr><th>Wat</th><th>Hoe lang</th></tr><tr><td>Facturen</td><td>7 jaar</td></tr>",
        "| Wat | Hoe lang |\n|---|---|\n| Facturen | 7 jaar |",
    ),
    "a cell over two rows": (
        "<tr><td rowspan=2>Facturen</td><td>papier</td></tr><tr><td>digitaal</td></tr>",
        "| Facturen | papier |\n| Facturen | digitaal |",
    ),
    "lines in a cell": (
        "<tr><td>Naam<br>Adres<ul><li>E-mail</li></ul></td><td>2 jaar<br>na het einde</td></tr>",
        "| Naam; Adres; E-mail | 2 jaar na het einde |",
    ),
    "a bar in a cell": ("<tr><td>a|b</td><td>c</td></tr>", "| a/b | c |"),
    "an empty cell": ("<tr><td></td><td>c</td></tr>", "|  | c |"),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_table_keeps_its_rows(case: str) -> None:
    """A row is one line, its cells between bars."""
    rows, told = TABLES[case]

    assert told in text_of(f"<table>{rows}</table>{PROSE}")


def test_a_table_that_only_lays_out_the_page_is_no_table() -> None:
    """Old pages put their columns in cells; the words in them are a text."""
    text = text_of(f"<table><tr><td>Menu</td><td><h1>Privacy</h1>{PROSE}</td></tr></table>")

    assert "|" not in text
    assert "# Privacy\n\nWij bewaren" in text


FOOTER = """<footer><div><h4>Diensten</h4><ul><li><a href="/h">Hosting</a></li></ul></div>
<div>Wilgenborg ICT B.V.<br>Kerkstraat 12<br>1234 AB Ede</div><p>KvK 12345678</p>
<p>BTW NL123456789B01</p><p>info@wilgenborg.example</p><p>0318-123456</p>
<p>Volg ons</p></footer>"""


def test_who_the_company_is_may_stand_in_the_footer_alone() -> None:
    """Its lines with name, address and numbers stay, below the statement; the rest goes."""
    text = text_of(f"<h1>Privacy</h1>{PROSE}{FOOTER}")

    assert text.endswith(
        "Wilgenborg ICT B.V.\nKerkstraat 12\n1234 AB Ede\nKvK 12345678\nBTW NL123456789B01\n"
        "info@wilgenborg.example\n0318-123456\n"
    )
    assert "Hosting" not in text
    assert "Volg ons" not in text


def test_what_the_statement_says_itself_is_not_said_twice() -> None:
    """A footer that repeats the number of the company adds nothing."""
    text = text_of(f"<h1>Privacy</h1>{PROSE}<p>KvK: 12345678</p><footer>KvK 12345678</footer>")

    assert text.count("12345678") == 1


def test_a_heading_above_the_main_part_is_kept() -> None:
    """Many themes put the title and the date in a header."""
    head = "<a href='/'>Logo</a><h1>Privacyverklaring</h1><p>1 mei 2024</p>"
    text = text_of(f"<header class='hero'>{head}</header><main>{PROSE}</main>")

    assert text.startswith("# Privacyverklaring\n\n")
    assert "Logo" not in text


def test_the_title_of_the_page_stands_in_for_a_heading() -> None:
    """A page without a heading is still named in its title."""
    title = "<title>Privacyverklaring | Wilgenborg ICT</title>"

    assert text_of(PROSE, title).startswith("# Privacyverklaring\n\nWij bewaren")
    assert not text_of(PROSE, "<title>Welkom</title>").startswith("#")


def test_a_page_whose_body_is_named_after_a_banner_is_read() -> None:
    """Themes put the state of the banner on the body, and the whole page in a form."""
    page = (
        f"<html><body class='cookie-banner menu-open'><form id='aspnetForm'>{PROSE}</form></body>"
    )
    text, findings = load_text(page.encode(), "a.html")

    assert "Wij bewaren" in text
    assert findings == []


def test_an_address_that_a_service_hides_is_read() -> None:
    """Instead of "[email protected]", which looks like a place that was left open."""
    body = (
        "<p>Mail naar <a href='/cdn-cgi/l/email-protection' class='__cf_email__' "
        "data-cfemail='422b2c242d022d2e2b2f6c272e'>[email&#160;protected]</a>.</p>"
    )

    assert "Mail naar info@olim.el." in text_of(body + PROSE)


SCRIPTED = [
    "<div id='root'></div><script src='/app.js'></script><noscript>Zet JavaScript aan.</noscript>",
    "<nav><a href='/'>Home</a></nav><p>Laden…</p><script>start()</script>",
    "<h1>Privacy</h1><iframe src='https://elders.example/privacy'></iframe>",
    "<object data='privacy.pdf' type='application/pdf'></object>",
]


@pytest.mark.parametrize("body", SCRIPTED)
def test_a_page_that_is_only_a_script_is_told(body: str) -> None:
    """Its text is somewhere else; how to get it stands in the hint."""
    text, findings = load_text(f"<html><body>{body}</body></html>".encode(), "a.html")

    assert (text, [f.code for f in findings]) == ("", ["R006"])
    assert "browser" in findings[0].hint.nl


ENCODINGS = {
    "utf-8 without a word": ("utf-8", ""),
    "utf-8 with a mark": ("utf-8-sig", ""),
    "latin-1 in the page": ("latin-1", "<meta charset='iso-8859-1'>"),
    "windows in the page": (
        "cp1252",
        "<meta http-equiv='Content-Type' content='text/html; charset=windows-1252'>",
    ),
    "utf-16 with a mark": ("utf-16", ""),
    "utf-8 under the name of latin-1": ("utf-8", "<meta charset='iso-8859-1'>"),
    "greek": ("iso-8859-7", "<meta charset='iso-8859-7'>"),
}


@pytest.mark.parametrize("case", ENCODINGS)
def test_the_encoding_of_a_page_is_found(case: str) -> None:
    """Its mark, what it says of itself, or its bytes."""
    encoding, head = ENCODINGS[case]
    word = "Ελλάδα" if case == "greek" else "België"
    page = f"<html><head>{head}</head><body><p>Naar {word}.</p>{PROSE}</body></html>"
    text, findings = load_text(page.encode(encoding), "a.html")

    assert f"Naar {word}." in text
    assert findings == []


def test_an_xml_page_is_read() -> None:
    """With its declaration, its own namespace and tags that close themselves."""
    page = (
        "<?xml version='1.0' encoding='UTF-8'?>\n<!DOCTYPE html>\n"
        "<html xmlns='http://www.w3.org/1999/xhtml'><head><title/></head>"
        f"<body><h1>Privacy</h1><br/>{PROSE}</body></html>"
    )
    text, findings = load_text(page.encode(), "a.xhtml")

    assert text.startswith("# Privacy\n\nWij bewaren")
    assert findings == []


def test_a_piece_of_a_page_is_read() -> None:
    """Out of an editor come tags without a head."""
    piece = "<h2>Privacy</h2>\n<p>Wij <b>bewaren</b> niets.</p>\n<ul><li>Echt</li></ul>\n" + PROSE
    text, findings = load_text(piece.encode(), "stuk.txt")

    assert text.startswith("## Privacy\n\nWij bewaren niets.\n\n- Echt\n")
    assert [f.code for f in findings] == ["R013"]
