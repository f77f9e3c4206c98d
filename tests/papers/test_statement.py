"""The published statement: reachable for everybody, in print, without scripts, word for word."""

from datetime import UTC, date, datetime
from html import unescape
from io import BytesIO

import pytest
from pikepdf import Name, Pdf
from tests.policy.written import WHOLE, policy
from tests.support.browser import opened, violations

from nakomen.papers.pdf import as_pdf
from nakomen.papers.statement import (
    Mark,
    Public,
    Release,
    as_markdown,
    as_page,
    as_print,
    verbatim_page,
)
from nakomen.policy.tell import sentences, tell
from nakomen.terms import Lang

POLICY = policy(WHOLE)
HISTORY = (
    Release(number="2.1", effective=date(2026, 3, 1), changes=("bewaartermijn gewijzigd: 7 jaar",)),
    Release(number="2.0", effective=date(2025, 3, 1)),
)
TEXT = """Privacyverklaring

Wij bewaren facturen zeven jaar. Daarna gaan ze weg.

- naam & <adres>
- e-mail

| soort | termijn |
| facturen | 7 jaar |
"""


def _public(lang: Lang) -> Public:
    other = Lang.EN if lang is Lang.NL else Lang.NL
    links = ((other, f"statement.{other.value}.html"),)
    return Public(telling=tell(POLICY, lang), history=HISTORY, languages=links)


@pytest.mark.parametrize("lang", Lang)
def test_axe_finds_nothing(lang: Lang) -> None:
    """Headings in order, names on links, contrast, language: what a screen reader needs."""
    with opened(as_page(_public(lang))) as page:
        assert page.title()
        assert violations(page) == []
        page.emulate_media(color_scheme="dark")
        assert violations(page) == []


def test_axe_would_find_something() -> None:
    """A page with a fault is told, so an empty list means something."""
    faulty = as_page(_public(Lang.NL)).replace('lang="nl"', "", 1).replace("<main", "<div")

    with opened(faulty) as page:
        assert violations(page)


def test_every_sentence_has_an_address() -> None:
    """A customer can point to the sentence that she means."""
    with opened(as_page(_public(Lang.NL)), scripts=False) as page:
        ids = {promise.id for promise in POLICY.promises}
        linked = page.locator("a.anchor").count()

        assert linked == len(list(sentences(tell(POLICY, Lang.NL))))
        assert all(page.locator(f"[id='{id}']").count() == 1 for id in ids)


@pytest.mark.parametrize("width", [320, 1000])
def test_nothing_runs_off_the_page(width: int) -> None:
    """On an old phone the text is as wide as the glass."""
    with opened(as_page(_public(Lang.NL)), width=width) as page:
        assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_in_print_there_are_no_screen_leftovers() -> None:
    """Links to sentences, the other language and the skip link belong to a screen."""
    with opened(as_page(_public(Lang.NL))) as page:
        assert page.locator("a.anchor").first.is_visible()
        page.emulate_media(media="print")
        assert not page.locator("a.anchor").first.is_visible()
        assert not page.locator("header nav").is_visible()


def test_the_page_ends_with_the_history_of_changes() -> None:
    """Newest first, with what changed."""
    with opened(as_page(_public(Lang.NL)), scripts=False) as page:
        told = page.locator("#history + ol").inner_text()

    assert told.index("Versie 2.1, geldig vanaf 1 maart 2026") < told.index("Versie 2.0")
    assert "bewaartermijn gewijzigd: 7 jaar" in told


@pytest.mark.parametrize("lang", Lang)
def test_the_pdf_is_tagged(lang: Lang) -> None:
    """A screen reader finds headings and lists in it, in the right language."""
    letter = as_print(_public(lang), ("Otterloo Hosting B.V.",))
    data = as_pdf(letter, datetime(2026, 3, 1, tzinfo=UTC))
    with Pdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert Name.StructTreeRoot in pdf.Root
        assert str(pdf.Root.Lang) == lang.value


def test_markup_in_a_promise_is_text() -> None:
    """A purpose named <script> runs nowhere, and no star becomes bold."""
    hostile = policy(WHOLE.replace("facturen sturen", "<script>alert(1)</script> *nu*"))
    public = Public(telling=tell(hostile, Lang.NL))

    assert "<script>" not in as_page(public)
    assert "<script>alert(1)</script> *nu*" in unescape(as_page(public))
    assert r"\<script\>alert(1)\</script\> \*nu\*" in as_markdown(public)


def test_the_company_s_own_text_stays_word_for_word() -> None:
    """Every word, in order, with its promises marked where they stand."""
    start = TEXT.index("Wij bewaren")
    mark = Mark(id="retention-1", what="bewaartermijn", start=start, end=start + 32)
    with opened(verbatim_page(TEXT, "Privacyverklaring", Lang.NL, [mark])) as page:
        shown = " ".join(page.locator("main").inner_text().split())
        marked = page.locator("mark#retention-1").inner_text()
        assert violations(page) == []

    words = TEXT.replace("|", " ").replace("- ", "").split()
    assert " ".join(words) in shown
    assert marked == "Wij bewaren facturen zeven jaar."


def test_promises_that_overlap_are_marked_apart() -> None:
    """Two promises in one sentence do not break the text."""
    start = TEXT.index("Wij bewaren")
    whole = Mark(id="a", what="", start=start, end=start + 32)
    inner = Mark(id="b", what="", start=start + 4, end=start + 11)
    page = verbatim_page(TEXT, "Privacyverklaring", Lang.NL, [inner, whole])

    assert page.count("<mark") == 1
    assert "Wij bewaren facturen zeven jaar." in page
