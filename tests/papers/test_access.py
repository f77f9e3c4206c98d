"""The answer to a request for access is complete, readable, and the same for the same input."""

import hashlib
import json
import re
import tomllib
import tracemalloc
from collections.abc import Callable
from dataclasses import fields
from html.parser import HTMLParser
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from string import Formatter
from typing import Any
from zipfile import ZipFile

import pytest
from tests.support.shop import keeps, policy, promise

from nakomen.law.eu import avg_15_access
from nakomen.papers import (
    AccessPaper,
    AccessPart,
    AccessReceipt,
    Controller,
    term_told,
    write_access,
)
from nakomen.terms import Bound, Criterion, Lang, Moment, Period, RecordKind, Right, Text

Paper = Callable[..., AccessPaper]
Part = Callable[..., AccessPart]
CALLS = {"store": "cdr", "dataset": "calls", "records": RecordKind.TRAFFIC}


def html_of(receipt: AccessReceipt) -> str:
    with ZipFile(receipt.file) as archive:
        return archive.read("overzicht.html").decode()


def test_the_archive_holds_data_letter_and_help(tmp_path: Path, paper: Paper, part: Part) -> None:
    """Two files a dataset, the letter twice, a LEESMIJ; the receipt counts rows and seals them."""
    calls = part([{"callee": "***"}] * 3, **CALLS)
    receipt = write_access(tmp_path / "out.zip", paper(), [part([{"name": "Anna"}]), calls])

    with ZipFile(receipt.file) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == [
            "data/crm.customers.json", "data/crm.customers.csv",
            "data/cdr.calls.json", "data/cdr.calls.csv",
            "overzicht.html", "overzicht.pdf", "LEESMIJ.txt",
        ]  # fmt: skip
        assert json.loads(archive.read("data/crm.customers.json")) == [{"name": "Anna"}]
    assert [told.rows for told in receipt.parts] == [1, 3]
    assert receipt.rows == 4
    assert receipt.sha256 == hashlib.sha256(receipt.file.read_bytes()).hexdigest()


def test_the_same_input_gives_the_same_bytes(tmp_path: Path, paper: Paper, part: Part) -> None:
    """Nothing in the archive depends on a clock or on chance; another day is another archive."""
    first, second, later = (
        write_access(tmp_path / name, paper(**facts), [part([{"name": "Anna"}])]).sha256
        for name, facts in (
            ("1.zip", {}),
            ("2.zip", {}),
            ("3.zip", {"reference": "case-42"}),
        )
    )

    assert first == second != later


def test_the_letter_holds_everything_article_15_wants(
    tmp_path: Path, paper: Paper, part: Part
) -> None:
    """Each demand of AVG 15 has a field in the answer, and each field is in the letter."""
    known = {f.name for f in (*fields(AccessPaper), *fields(AccessPart))} | {"parts", "categories"}
    assert {must.field for must in avg_15_access.ANSWER} <= known
    receipt = write_access(tmp_path / "out.zip", paper(), [part([{"name": "Anna"}])])
    letter = html_of(receipt)

    for told in (
        "1 rij in 1 onderdeel",
        "telefonie leveren",
        "naam (name)",
        "Voorbeeld Post: brieven bezorgen (land: België)",
        "Zolang u klant bent",
        "wissing:", "bezwaar:", "beperking:", "verbetering:", "intrekken:",
        "Autoriteit Persoonsgegevens",
        "Van uzelf",
        "Geen enkel besluit",
        "Modelcontract",
        "data/crm.customers.csv",
        "email #a91f",
    ):  # fmt: skip
        assert told in letter, told


def test_silence_of_the_statement_is_told(tmp_path: Path, paper: Paper, part: Part) -> None:
    """What the statement does not say is not invented, not left out, and she may ask for it."""
    silent = paper(purposes=(), recipients=(), automated=None, transfers=None, rights=())
    quiet = part([{"name": "Anna"}], term=None, source=None)
    letter = html_of(write_access(tmp_path / "out.zip", silent, [quiet]))

    unknown = "Vraag het ons, dan zoeken wij het voor u uit."
    chapters = re.findall(r"<h2>([^<]+)</h2>\n<p>[^<]*" + re.escape(unknown), letter)
    assert chapters == [
        "Waarvoor wij gegevens gebruiken",
        "Wie uw gegevens krijgt",
        "Waar uw gegevens vandaan komen",
        "Gegevens buiten Europa",
        "Besluiten door een computer",
    ]
    assert letter.count("<dd>Dat staat niet in onze privacyverklaring.</dd>") == 1
    assert "wissing:" in letter


def test_the_calls_of_others_are_told_apart(tmp_path: Path, paper: Paper, part: Part) -> None:
    """Two parts of one dataset have two names: her own rows, and rows of others that name her."""
    parts = [part([{"name": "Anna"}]), part([{"name": "Bram"}], shared=True, masked=("name",))]
    letter = html_of(write_access(tmp_path / "out.zip", paper(), parts))

    assert "<h3>Klantgegevens (crm, customers)</h3>" in letter
    assert "<h3>Klantgegevens (crm, customers), ook van anderen</h3>" in letter


def test_a_term_is_told_with_its_start_or_its_reason() -> None:
    """A number says from when; no number says until what; no promise, then the law."""
    wanted = {
        RecordKind.BILLING: "ten minste 7 jaar vanaf het einde van het kalenderjaar",
        RecordKind.NEWSLETTER: "tot u zich afmeldt of uw toestemming intrekt",
        RecordKind.CAMERA: None,
    }
    books = keeps(
        *(RecordKind.BILLING, Period(years=7)),
        bound=Bound.AT_LEAST,
        start=Moment.CALENDAR_YEAR_END,
    )
    letters = keeps(RecordKind.NEWSLETTER, None, criterion=Criterion.UNTIL_WITHDRAWN)
    both = policy(promise("books", retention=books), promise("letters", retention=letters))

    for kind, told in wanted.items():
        found = term_told(both, kind)
        assert (found.nl if found else None) == told
    law = term_told(policy(), RecordKind.BILLING)
    assert law is not None
    assert "AWR artikel 52" in law.nl


def test_when_there_is_nothing_the_letter_says_so(tmp_path: Path, paper: Paper, part: Part) -> None:
    """An unknown person gets an answer that names what was searched, not an empty archive."""
    receipt = write_access(tmp_path / "out.zip", paper(), [part([], columns=["name"])])
    letter = html_of(receipt)

    assert "vonden daar geen gegevens van u" in letter
    assert "Klantgegevens (crm, customers)" in letter
    assert receipt.rows == 0


def test_places_that_could_not_be_seen_are_named(tmp_path: Path, paper: Paper) -> None:
    """What was not searched stands in the letter; nothing is passed over in silence."""
    unseen = (Text("back-ups", "backups"),)
    letter = html_of(write_access(tmp_path / "out.zip", paper(unseen=unseen), []))

    assert "Wat wij niet konden doorzoeken" in letter
    assert "<li>back-ups</li>" in letter


def test_rows_shared_with_another_are_explained(tmp_path: Path, paper: Paper, part: Part) -> None:
    """The letter says that a column was masked, and by which article."""
    calls = part([{"caller": "+31", "callee": "***"}], shared=True, masked=("callee",), **CALLS)
    letter = html_of(write_access(tmp_path / "out.zip", paper(), [calls]))

    assert "AVG artikel 15 lid 4" in letter
    assert "Het gaat om deze kolommen: callee." in letter


@pytest.mark.parametrize("lang", Lang)
def test_the_letter_is_in_one_language(
    tmp_path: Path, paper: Paper, part: Part, lang: Lang
) -> None:
    """Every word of the answer is in the language that was asked for."""
    receipt = write_access(tmp_path / "out.zip", paper(lang=lang), [part([{"name": "Anna"}])])
    letter = html_of(receipt)

    assert f'<html lang="{lang}">' in letter
    assert ("Uw rechten" in letter) is (lang is Lang.NL)
    assert ("Your rights" in letter) is (lang is Lang.EN)
    assert ("21 november 2026" in letter) is (lang is Lang.NL)


def test_both_languages_have_the_same_sentences() -> None:
    """A sentence in one language exists in the other, with the same places to fill."""
    texts = files("nakomen.papers").joinpath("templates")
    dutch, english = (
        tomllib.loads(texts.joinpath(lang, "access.toml").read_text("utf-8")) for lang in Lang
    )

    assert dutch.keys() == english.keys()
    for name in dutch:
        assert places(dutch[name]) == places(english[name]), name


def places(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name}


def test_every_right_has_its_sentence() -> None:
    """Whichever right a statement grants, the letter can tell it."""
    texts = files("nakomen.papers").joinpath("templates", "nl", "access.toml")
    told = tomllib.loads(texts.read_text("utf-8"))

    assert {f"right_{right}" for right in set(Right) - {Right.COMPLAINT}} <= told.keys()


class Page(HTMLParser):
    """What a screen reader would meet."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def names(self) -> list[str]:
        return [tag for tag, _ in self.tags]


def test_the_page_is_readable_by_everyone(tmp_path: Path, paper: Paper, part: Part) -> None:
    """Language, landmarks, headings in order, a captioned table with scoped headers; no script."""
    page = Page()
    page.feed(html_of(write_access(tmp_path / "out.zip", paper(), [part([{"name": "Anna"}])])))
    names = page.names()

    assert names[0] == "html"
    assert {"header", "main", "h1", "caption", "title"} <= set(names)
    assert names.count("h1") == names.count("main") == 1
    assert not {"script", "img", "link", "iframe", "form"} & set(names)
    assert all(attrs.get("scope") for tag, attrs in page.tags if tag == "th")
    assert not any(name.startswith("on") for _, attrs in page.tags for name in attrs)
    levels = [int(name[1]) for name in names if name in ("h1", "h2", "h3")]
    assert all(later <= earlier + 1 for earlier, later in pairwise(levels))


NASTY = "<script>alert(1)</script> #panic() *x* $y$ \\ {controller} $title \x00"


def test_names_from_outside_are_shown_and_never_run(
    tmp_path: Path, paper: Paper, part: Part
) -> None:
    """A company, table or purpose with markup in its name is text in the page and in the PDF."""
    nasty = paper(
        controller=Controller(name=NASTY), reference=NASTY, purposes=(Text(NASTY, NASTY),)
    )
    letter = html_of(write_access(tmp_path / "out.zip", nasty, [part([{NASTY: "1"}], store=NASTY)]))

    assert "&lt;script&gt;alert(1)&lt;/script&gt; #panic()" in letter
    assert "<script" not in letter


def test_files_of_a_dataset_never_leave_the_folder(
    tmp_path: Path, paper: Paper, part: Part
) -> None:
    """Names with slashes or dots stay inside data/, and equal names get a number."""
    parts = [
        part([{"a": 1}], store=store, dataset=dataset)
        for store, dataset in (("../..", "/etc/passwd"), ("a.b", "c"), ("A", "B.c"), ("a", "b/c"))
    ]
    receipt = write_access(tmp_path / "out.zip", paper(), parts)
    names = [told.json for told in receipt.parts]

    assert all(name.startswith("data/") and name.count("/") == 1 for name in names)
    assert not any(name.startswith("data/.") for name in names)
    assert len({name.casefold() for name in names}) == len(parts)


def pdf_of(receipt: AccessReceipt) -> bytes:
    with ZipFile(receipt.file) as archive:
        return archive.read("overzicht.pdf")


def test_the_pdf_is_tagged_for_people_who_do_not_see(
    tmp_path: Path, paper: Paper, part: Part
) -> None:
    """The PDF claims PDF/UA, which the typesetter checks; its language is that of the letter."""
    pdf = pdf_of(write_access(tmp_path / "out.zip", paper(), [part([{"name": "Anna"}])]))

    assert pdf.startswith(b"%PDF-")
    assert b"pdfuaid" in pdf
    assert b"<rdf:li>nl</rdf:li>" in pdf


@pytest.mark.parametrize(
    "name", ["\U0001f600 Telecom", "漢字 BV", "".join(map(chr, range(0x4E00, 0x4E40)))]
)
def test_any_name_can_be_set(tmp_path: Path, paper: Paper, part: Part, name: str) -> None:
    """A character that the font lacks never costs somebody the answer; the page shows it."""
    odd = paper(controller=Controller(name=name))
    receipt = write_access(tmp_path / "out.zip", odd, [part([{"name": "Anna"}])])

    assert name in html_of(receipt)
    assert pdf_of(receipt).startswith(b"%PDF-")


def peak(file: Path, paper: AccessPaper, part: Part, rows: int) -> int:
    stream = ({"name": f"Anna {n}" * 10} for n in range(rows))
    tracemalloc.start()
    write_access(file, paper, [part(stream, columns=["name"])])
    highest = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return highest


def test_memory_does_not_grow_with_rows(tmp_path: Path, paper: Paper, part: Part) -> None:
    """Twenty thousand rows take no more memory than two thousand did, but for one buffer."""
    file = tmp_path / "out.zip"
    few = peak(file, paper(), part, 2_000)
    many = peak(file, paper(), part, 20_000)

    assert many < few + 1_500_000


def test_the_policy_says_who_answers() -> None:
    """The letterhead is what the policy knows of the controller; lists give their first."""
    facts: dict[str, Any] = {
        "name": "Voorbeeld B.V.",
        "address": "Marktstraat 12",
        "postcode": "1000 AA",
        "city": "Voorbeeldstad",
        "emails": ["privacy@voorbeeld.example", "info@voorbeeld.example"],
        "phones": [],
    }

    assert Controller.of(facts) == Controller(
        name="Voorbeeld B.V.",
        lines=("Marktstraat 12", "1000 AA Voorbeeldstad"),
        email="privacy@voorbeeld.example",
    )
