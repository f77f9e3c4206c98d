"""The letter that ends a request: what was done, what stays and until when, where to complain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nakomen.papers.access_model import AUTHORITY, Controller
from nakomen.papers.document import Block, Document, Heading, Listing, Paragraph, Table
from nakomen.papers.words import capital, counted, words, written
from nakomen.plan import Request
from nakomen.records import Act
from nakomen.terms import Lang, RecordKind, Text
from nakomen.terms.labels import label


@dataclass(frozen=True, kw_only=True)
class Done:
    """Rows of one kind of record, and what became of them."""

    records: RecordKind
    act: Act
    rows: int


@dataclass(frozen=True, kw_only=True)
class Kept:
    """Rows that stay. *until* is the first free day; None when nobody can say it."""

    records: RecordKind
    rows: int
    why: Text
    until: date | None = None


@dataclass(frozen=True, kw_only=True)
class ReplyPaper:
    """
    What one answer is made of. *told* are receivers by name (AVG artikel 19). *refused* is why
    nothing is done; empty when it was done. No *request*: nobody knows which right was meant.
    """

    lang: Lang
    controller: Controller
    request: Request | None
    reference: str
    received_on: date
    made_on: date
    done: tuple[Done, ...] = ()
    kept: tuple[Kept, ...] = ()
    told: tuple[str, ...] = ()
    refused: str = ""


def reply(paper: ReplyPaper) -> Document:
    """The letter (AVG artikel 12 lid 1, 3 en 4)."""
    say = words(paper.lang, "reply")
    return Document(
        lang=paper.lang,
        title=say[f"title_{_asked(paper)}"],
        sender=paper.controller.letterhead,
        facts=(
            (say["date"], written(paper.made_on, paper.lang)),
            (say["reference"], paper.reference),
            (say["received"], written(paper.received_on, paper.lang)),
        ),
        blocks=tuple(_letter(paper, say)),
        page=say["page"],
        of=say["of"],
    )


def _letter(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Paragraph(text=say["dear"])
    if paper.refused:
        yield Paragraph(text=say["refused"])
        yield Heading(text=say["refused_why"])
        yield Paragraph(text=paper.refused)
        yield from _complaint(paper, say)
        return
    found = paper.done or paper.kept
    yield Paragraph(text=say[f"intro_{_asked(paper)}"] if found else say["intro_none"])
    yield from _done(paper, say)
    yield from _kept(paper, say)
    if paper.told:
        yield Heading(text=say["told"])
        yield Paragraph(text=say["told_intro"])
        yield Listing(items=paper.told)
    yield from _complaint(paper, say)


def _asked(paper: ReplyPaper) -> str:
    return paper.request.value if paper.request else "unclear"


def _done(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    if not paper.done:
        return
    yield Heading(text=say["done"])
    yield Table(
        caption=say["done_caption"],
        header=(say["column_what"], say["column_act"], say["column_rows"]),
        rows=tuple(
            (_what(d.records, paper), say[f"act_{d.act.value}"], counted(d.rows, paper.lang))
            for d in paper.done
        ),
        numbers=(2,),
    )


def _kept(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    if not paper.kept:
        return
    yield Heading(text=say["kept"])
    yield Paragraph(text=say["kept_intro"])
    yield Table(
        caption=say["kept_caption"],
        header=(say["column_what"], say["column_rows"], say["column_until"], say["column_why"]),
        rows=tuple(
            (
                _what(k.records, paper),
                counted(k.rows, paper.lang),
                written(k.until, paper.lang) if k.until else say["no_end"],
                capital(k.why.in_(paper.lang)),
            )
            for k in paper.kept
        ),
        numbers=(1,),
    )


def _complaint(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    us = paper.controller
    yield Heading(text=say["complaint"])
    yield Paragraph(text=say["complaint_us"].format(contact=us.contact(say)).strip())
    yield Paragraph(text=say["complaint_authority"].format(authority=AUTHORITY))
    yield Paragraph(text=say["complaint_court"])
    yield Paragraph(text=say["closing"])
    yield Paragraph(text=us.name)


def _what(records: RecordKind, paper: ReplyPaper) -> str:
    return capital(label(records).in_(paper.lang))
