"""A PDF gives its sentences whole again: over lines, columns and pages."""

import io
from pathlib import Path

import pikepdf
import pytest
from tests.reading.text import kinds

from nakomen.reading import load_text
from nakomen.terms import Severity

LONG = (
    "Wij bewaren de persoonsgegevens van onze klanten gedurende de looptijd van de overeenkomst en "
    "daarna niet langer dan noodzakelijk is voor de doeleinden waarvoor wij ze verzameld hebben, "
    "tenzij een wettelijke bewaarplicht ons dwingt om ze langer in onze administratie te houden. "
)


def text_of(source: str, setting: str = "") -> str:
    text, findings = load_text(kinds.typeset(setting + source), "a.pdf")
    assert findings == []
    return text


def test_lines_are_one_paragraph_again() -> None:
    """Words that were cut at the end of a line are whole, and nothing else is joined."""
    setting = '#set page(width: 8cm, height: 20cm)\n#set text(lang: "nl", hyphenate: true)\n'
    text = text_of(f"{LONG}\n\n{LONG}", setting + "#set par(justify: true)\n")

    assert text == f"{LONG.strip()}\n\n{LONG.strip()}\n"


@pytest.mark.parametrize(
    ("above", "below", "told"),
    [
        ("NAW-", "gegevens", "NAW-gegevens"),
        ("e-", "mailadres", "e-mailadres"),
        ("persoons-", "en bedrijfsgegevens", "persoons- en bedrijfsgegevens"),
        ("persoons-", "gegevens", "persoonsgegevens"),
        ("Noord-", "Holland", "Noord-Holland"),
    ],
)
def test_a_hyphen_goes_only_where_the_margin_put_it(above: str, below: str, told: str) -> None:
    """Abbreviations, letters and half words keep theirs."""
    words = f'Wij vragen u om alle #"{above}" \\ #"{below}" te controleren op fouten.'

    assert told in text_of(words, "#set page(width: 9cm)\n")


def test_headings_items_and_rows_are_known_by_their_look() -> None:
    """A larger or bold line is a heading, a dot makes an item, a gap makes a cell."""
    source = (
        "= Privacy\n\n== Bewaren\n\nWij bewaren:\n\n- facturen;\n- brieven.\n\n"
        "#table(columns: 2, [Wat], [Hoe lang], [Facturen], [7 jaar])\n\n*Uw rechten*\n\nInzage."
    )
    text = text_of(source)

    assert "# Privacy\n\n## Bewaren\n\nWij bewaren:" in text
    assert "\n- facturen;\n- brieven.\n" in text
    assert "\n| Wat | Hoe lang |\n| Facturen | 7 jaar |\n" in text
    assert "# Uw rechten\n\nInzage." in text


def test_cells_of_more_lines_stay_in_their_row() -> None:
    """The second line of a cell is no new row."""
    rows = (
        f"[Wat], [Hoe lang], [{LONG}], [7 jaar na het einde van het boekjaar], [Brieven], [Nooit]"
    )
    text = text_of(f"Voor.\n\n#table(columns: (3cm, 9cm), {rows})\n\nNa.")

    assert "| Wat | Hoe lang |\n" in text
    assert "\n| Brieven | Nooit |\n" in text


def test_two_columns_are_read_one_after_the_other() -> None:
    """Not line by line across the page."""
    text = text_of(f"#columns(2)[{LONG * 3} #colbreak() Rechts staat dit. {LONG * 3}]")

    assert "|" not in text
    assert text.index("Rechts staat dit.") > text.index(LONG.strip())


FEET = (
    "#set page(height: 9cm, header: [Wilgenborg], "
    "footer: context [{foot} #counter(page).display()])\n"
)


def test_what_runs_along_each_page_is_left_out() -> None:
    """Heads, feet and page numbers; a sentence runs on over the page."""
    text = text_of(LONG * 8, FEET.replace("{foot}", "Pagina"))

    assert "Pagina" not in text
    assert "Wilgenborg" not in text
    assert text.count("tenzij een wettelijke bewaarplicht ons dwingt om ze langer") == 8


def test_who_the_company_is_may_stand_in_the_foot_alone() -> None:
    """Told once, below the text, without the number of the page."""
    text = text_of(LONG * 8, FEET.replace("{foot}", "Wilgenborg B.V. - KvK 12345678 - pagina"))

    assert text.count("12345678") == 1
    assert text.endswith("\nWilgenborg B.V. - KvK 12345678\n")


def test_lines_of_an_address_stay_apart() -> None:
    """They are short because somebody ended them."""
    address = "Wilgenborg ICT B.V. \\ Kerkstraat 12 \\ 1234 AB Ede"

    assert "Wilgenborg ICT B.V.\nKerkstraat 12\n1234 AB Ede\n" in text_of(f"{LONG}\n\n{address}")


def scanned(pages: int, words: bytes | None = None) -> bytes:
    """Pages with nothing but a picture; with *words*, one page before them."""
    pdf = pikepdf.new()
    if words:
        with pikepdf.open(io.BytesIO(words)) as told:
            pdf.pages.extend(told.pages)
    for _ in range(pages):
        pdf.add_blank_page(page_size=(595, 842))
        picture = pikepdf.Stream(pdf, b"\x80" * 100)
        picture.Type, picture.Subtype = pikepdf.Name.XObject, pikepdf.Name.Image
        picture.Width = picture.Height = 10
        picture.ColorSpace, picture.BitsPerComponent = pikepdf.Name.DeviceGray, 8
        page = pdf.pages[-1]
        page.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Scan=picture))
        page.Contents = pdf.make_stream(b"595 0 0 842 0 0 cm /Scan Do")
    out = io.BytesIO()
    pdf.save(out)
    return out.getvalue()


def test_a_scan_is_told_with_its_cure() -> None:
    """A photograph of words holds no words."""
    text, findings = load_text(scanned(3), "scan.pdf")

    assert (text, [f.code for f in findings]) == ("", ["R007"])
    assert "3" in findings[0].message.nl
    assert "OCR" in findings[0].hint.nl


def test_pages_that_could_not_be_read_are_named() -> None:
    """The others are read; nobody takes a photograph for silence."""
    text, findings = load_text(scanned(2, kinds.typeset(LONG)), "half.pdf")

    assert LONG.strip() in text
    assert [(f.code, f.severity) for f in findings] == [("R014", Severity.WARNING)]
    assert "2, 3" in findings[0].message.en


@pytest.mark.parametrize(("user", "code"), [("geheim", ["R008"]), ("", [])])
def test_a_password_is_told(user: str, code: list[str]) -> None:
    """Only one that is needed to open the file; a lock against printing locks no reader out."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(kinds.typeset(LONG))) as pdf:
        pdf.save(out, encryption=pikepdf.Encryption(owner="baas", user=user))
    text, findings = load_text(out.getvalue(), "slot.pdf")

    assert [f.code for f in findings] == code
    assert bool(text) is not bool(code)


def test_half_a_pdf_is_told() -> None:
    """A file that was cut off while it was fetched."""
    data = kinds.typeset(LONG)

    assert [f.code for f in load_text(b"%PDF-1.7 en dan niets", "a.pdf")[1]] == ["R009"]
    assert load_text(data[:300], "a.pdf")[0] == ""


def test_a_pdf_under_another_name_is_read(tmp_path: Path) -> None:
    """The content says what it is."""
    file = tmp_path / "verklaring.txt"
    file.write_bytes(kinds.typeset(LONG))
    text, findings = load_text(file.read_bytes(), file.name)

    assert text == LONG.strip() + "\n"
    assert [f.code for f in findings] == ["R013"]
