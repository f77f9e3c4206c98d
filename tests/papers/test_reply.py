"""The letter that ends a request: every request in two languages, and what it must never lack."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from nakomen.papers.access_model import Controller
from nakomen.papers.document import Heading, Listing, Paragraph, Table
from nakomen.papers.pdf import as_pdf
from nakomen.papers.reply import Done, Kept, ReplyPaper, reply
from nakomen.papers.words import words
from nakomen.plan import Request
from nakomen.records import Act
from nakomen.terms import Lang, RecordKind, Text

ASKED = [
    request
    for request in Request
    if request not in (Request.UNDO, Request.RETENTION, Request.DESTRUCTION)
]
"""What a person asks, or hears of."""
PAPER = ReplyPaper(
    lang=Lang.NL,
    controller=Controller(name="Voorbeeld B.V.", email="privacy@voorbeeld.example"),
    request=Request.ERASE,
    reference="Z-2026-0012",
    received_on=date(2026, 11, 1),
    made_on=date(2026, 11, 21),
    done=(Done(records=RecordKind.LOGIN, act=Act.ERASE, rows=1204),),
    kept=(
        Kept(
            records=RecordKind.BILLING,
            rows=3,
            why=Text("fiscale bewaarplicht", "duty to keep for tax"),
            until=date(2034, 1, 1),
        ),
    ),
    told=("Boekhuis Noord",),
)


def said(paper: ReplyPaper) -> str:
    """All words of the letter."""
    letter = reply(paper)
    found = [letter.title]
    for block in letter.blocks:
        match block:
            case Paragraph(text=text) | Heading(text=text):
                found.append(text)
            case Listing(items=items):
                found += items
            case Table(rows=rows):
                found += [" | ".join(row) for row in rows]
    return "\n".join(found)


@pytest.mark.parametrize("lang", Lang)
@pytest.mark.parametrize("request_", ASKED)
def test_every_answer_names_the_authority_and_the_court(request_: Request, lang: Lang) -> None:
    """Whatever was asked and in both languages: where she can complain, and until when."""
    told = said(replace(PAPER, request=request_, lang=lang))
    assert "autoriteitpersoonsgegevens.nl" in told
    assert "UAVG artikel 35" in told
    assert "privacy@voorbeeld.example" in told


def test_what_goes_and_what_stays_are_told_with_reason_and_day() -> None:
    """Figures as people write them; the first free day, and why it stays until then."""
    told = said(PAPER)
    assert "gewist | 1.204" in told
    assert "3 | 1 januari 2034 | Fiscale bewaarplicht" in told
    assert "Boekhuis Noord" in told


def test_of_somebody_unknown_it_says_so() -> None:
    """Nothing found is an answer too, and claims nothing that was done."""
    told = said(replace(PAPER, done=(), kept=(), told=()))
    assert "vonden wij niets over u" in told
    assert "Wat wij hebben gedaan" not in told


@pytest.mark.parametrize("lang", Lang)
def test_each_act_has_a_word(lang: Lang) -> None:
    """No act that changes or copies something is told by its English code."""
    say = words(lang, "reply")
    changing = {act for act in Act if act.destructive} | {Act.EXPORT, Act.THAW}
    assert {f"act_{act.value}" for act in changing} <= say.keys()


def test_it_is_a_tagged_pdf() -> None:
    """The paper twin of the page opens, and is made for screen readers."""
    pdf = as_pdf(reply(PAPER), datetime(2026, 11, 21, tzinfo=UTC))
    assert pdf.startswith(b"%PDF")
    assert b"pdfuaid" in pdf
