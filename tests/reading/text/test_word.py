"""A Word file gives the text that would be printed if all changes were accepted."""

import io
import re
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document

from nakomen.reading import load_text
from nakomen.terms import Severity

WORDS = "Wij bewaren de gegevens van onze klanten twee jaar."
BY = 'w:id="1" w:author="Bram" w:date="2026-01-01T00:00:00Z"'


def saved(fill: Callable[[Document], object]) -> bytes:
    document = docx.Document()
    fill(document)
    document.add_paragraph(WORDS)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def edited(data: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The same file with the XML of one part changed."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            body = old.read(name)
            new.writestr(name, change(body.decode()) if name == part else body)
    return out.getvalue()


def with_xml(xml: str) -> bytes:
    """A file whose first paragraphs are *xml*."""
    return edited(
        saved(lambda document: document),
        "word/document.xml",
        lambda body: body.replace("<w:body>", "<w:body>" + xml, 1),
    )


def text_of(data: bytes) -> str:
    text, findings = load_text(data, "a.docx")
    assert [f for f in findings if f.severity is Severity.ERROR] == []
    assert WORDS in text
    return text


def test_headings_lists_and_tables_keep_their_form() -> None:
    """As headings, items and rows of Markdown."""

    def fill(document: Document) -> None:
        document.add_heading("Privacyverklaring", 0)
        document.add_heading("1. Bewaren", 1)
        document.add_paragraph("inzage", style="List Bullet")
        document.add_paragraph("eerst", style="List Number")
        table = document.add_table(1, 2)
        table.cell(0, 0).text, table.cell(0, 1).text = "Facturen", "7 jaar"

    assert text_of(saved(fill)).startswith(
        "# Privacyverklaring\n\n# 1. Bewaren\n\n- inzage\n\n1. eerst\n\n| Facturen | 7 jaar |\n"
    )


def test_a_bold_line_is_a_heading() -> None:
    """Many people know no styles."""

    def fill(document: Document) -> None:
        document.add_paragraph().add_run("Uw rechten").bold = True

    assert text_of(saved(fill)).startswith("## Uw rechten\n")


def test_tracked_changes_are_taken_as_accepted_and_told() -> None:
    """What was put in is there, what was struck is gone, what was moved stands in its new place."""
    data = with_xml(
        f"<w:p><w:r><w:t xml:space='preserve'>Wij wissen na </w:t></w:r>"
        f"<w:del {BY}><w:r><w:delText>tien</w:delText></w:r></w:del>"
        f"<w:ins {BY}><w:r><w:t>vijf</w:t></w:r></w:ins><w:r><w:t> jaar.</w:t></w:r></w:p>"
        f"<w:p><w:moveFrom {BY}><w:r><w:t>Verhuisd.</w:t></w:r></w:moveFrom></w:p>"
        f"<w:p><w:moveTo {BY}><w:r><w:t>Verhuisd.</w:t></w:r></w:moveTo></w:p>"
    )
    text, findings = load_text(data, "a.docx")

    assert "Wij wissen na vijf jaar." in text
    assert "tien" not in text
    assert text.count("Verhuisd.") == 1
    assert [(f.code, f.severity) for f in findings] == [("R011", Severity.NOTE)]
    assert "(4)" in findings[0].message.nl


def test_comments_are_no_text() -> None:
    """What colleagues wrote in the margin is not published."""

    def fill(document: Document) -> None:
        run = document.add_paragraph("Een zin met een opmerking.").runs[0]
        document.add_comment(run, text="Spookwoord", author="Bram")

    assert "Spookwoord" not in text_of(saved(fill))


def test_hidden_words_are_no_text() -> None:
    """Word does not print them either."""

    def fill(document: Document) -> None:
        document.add_paragraph().add_run("Spookwoord").font.hidden = True

    assert "Spookwoord" not in text_of(saved(fill))


@pytest.mark.parametrize("fallback", ["", "<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback>"])
def test_a_text_box_is_read_once(fallback: str) -> None:
    """Word writes it twice, for new and for old programs; others write it once."""
    inner = "<w:txbxContent><w:p><w:r><w:t>Uit het kader.</w:t></w:r></w:p></w:txbxContent>"
    old = f"<v:textbox xmlns:v='urn:schemas-microsoft-com:vml'>{inner}</v:textbox>"
    data = with_xml(
        "<w:p><w:r><mc:AlternateContent xmlns:mc="
        "'http://schemas.openxmlformats.org/markup-compatibility/2006'>"
        f"<mc:Choice Requires='wps'><w:drawing>{inner}</w:drawing></mc:Choice>"
        f"{fallback.format(old=old)}</mc:AlternateContent></w:r></w:p>"
    )

    assert text_of(data).count("Uit het kader.") == 1


def test_of_headers_and_footers_only_the_company_stays() -> None:
    """Letter paper tells who writes; page numbers and mottos are no statement."""

    def fill(document: Document) -> None:
        section = document.sections[0]
        section.header.paragraphs[0].text = "Samen sterk"
        section.footer.paragraphs[0].text = "Wilgenborg ICT B.V.\nKvK 12345678\nPagina 1"

    text = text_of(saved(fill))

    assert text.endswith("\nWilgenborg ICT B.V.\nKvK 12345678\n")
    assert "Samen sterk" not in text


def test_a_list_of_contents_is_no_text() -> None:
    """It only repeats the headings."""

    def fill(document: Document) -> None:
        document.styles.add_style("toc 1", 1)
        document.add_paragraph("Spookwoord 3", style="toc 1")

    assert "Spookwoord" not in text_of(saved(fill))


def test_footnotes_stand_below_the_text() -> None:
    """Their marks are not in the sentence."""
    data = edited(
        with_xml(
            "<w:p><w:r><w:t>Een zin</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r>"
            "<w:r><w:t> met een noot.</w:t></w:r></w:p>"
        ),
        "word/_rels/document.xml.rels",
        lambda body: body.replace(
            "</Relationships>",
            "<Relationship Id='rNoot' Target='footnotes.xml' Type='http://schemas.openxmlformats"
            ".org/officeDocument/2006/relationships/footnotes'/></Relationships>",
        ),
    )
    out = io.BytesIO(data)
    with zipfile.ZipFile(out, "a") as parts:
        parts.writestr(
            "word/footnotes.xml",
            "<w:footnotes xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>"
            "<w:footnote w:id='2'><w:p><w:r><w:t>De noot zelf.</w:t></w:r></w:p></w:footnote>"
            "</w:footnotes>",
        )
    text = text_of(out.getvalue())

    assert "Een zin met een noot." in text
    assert re.search(r"De noot zelf\.\s*\Z", text)


def test_a_page_under_the_name_of_a_word_file_is_read_as_a_page() -> None:
    """Some programs save a page and call it a Word file."""
    text, findings = load_text(b"<html><body><p>Wij bewaren niets.</p></body></html>", "a.docx")

    assert text == "Wij bewaren niets.\n"
    assert [f.code for f in findings] == ["R013"]
