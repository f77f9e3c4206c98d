"""The letter that ends a request: what was done, what stays and until when, where to complain."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from nakomen.errors import UsageError
from nakomen.papers.access_model import AUTHORITY, Controller
from nakomen.papers.document import Block, Document, Heading, Listing, Paragraph, Table
from nakomen.papers.words import capital, counted, euros, words, written
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
class Ground:
    """Why the law lets a request be refused, or money be asked; *article* says where."""

    text: Text
    article: str

    def in_(self, lang: Lang) -> str:
        return f"{capital(self.text.in_(lang))} ({self.article})."


@dataclass(frozen=True, kw_only=True)
class Fee:
    """What an answer costs, in cents; *because* in the words of who decided."""

    cents: int
    ground: Ground | None
    because: str


class Dated(Protocol):
    """What every letter to a person says about itself."""

    @property
    def lang(self) -> Lang: ...
    @property
    def controller(self) -> Controller: ...
    @property
    def reference(self) -> str: ...
    @property
    def received_on(self) -> date: ...
    @property
    def made_on(self) -> date: ...


@dataclass(frozen=True, kw_only=True)
class ReplyPaper:
    """
    What one answer is made of. *told* are receivers by name (AVG artikel 19). *ground* is why
    nothing is done, *refused* the same in the words of who decided; without either it was done. No
    *request*: nobody knows which right was meant. *effects* are sentences of the statement about
    what a request does to the service, *own* about what is kept of the request. *copied* are rows
    of earlier requests and of her account that are in her copy. *to_known*: it goes to the address
    that was known before.
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
    ground: Ground | None = None
    refused: str = ""
    fee: Fee | None = None
    effects: tuple[str, ...] = ()
    own: tuple[str, ...] = ()
    copied: int = 0
    to_known: bool = False

    @property
    def is_refusal(self) -> bool:
        return bool(self.ground or self.refused)


class NoGround(UsageError):
    """A refusal says why (AVG artikel 12 lid 4). Give the ground, and the reason in your words."""

    nl = (
        "Een weigering zegt waarom (AVG artikel 12 lid 4). Geef de grond, en de reden in uw eigen "
        "woorden."
    )


class NoFinding(UsageError):
    """Money may be asked only for a further copy, or of what is shown to go too far. Give both."""

    nl = (
        "Geld vragen mag alleen voor een volgende kopie, of als het aantoonbaar te ver gaat. Geef "
        "de grond en de reden."
    )


class NoRoute(UsageError):
    """This letter does not say where she can complain, so it is not sent (AVG artikel 12 lid 4)."""

    nl = (
        "In deze brief staat niet waar zij kan klagen. Zo gaat hij niet weg (AVG artikel 12 lid 4)."
    )


def reply(paper: ReplyPaper) -> Document:
    """
    The letter (AVG artikel 12 lid 1, 3, 4 en 5).

    Raises:
        NoGround: a refusal without its ground or its reason, or something kept without one.
        NoFinding: money without its ground or its reason.
        NoRoute: it does not say where she can complain.
    """
    if paper.is_refusal and not (paper.ground and paper.refused.strip()):
        raise NoGround
    if any(not kept.why.in_(paper.lang).strip() for kept in paper.kept):
        raise NoGround
    if paper.fee and not (paper.fee.ground and paper.fee.because.strip()):
        raise NoFinding
    say = words(paper.lang, "reply")
    made = Document(
        lang=paper.lang,
        title=say[f"title_{_asked(paper)}"],
        sender=paper.controller.letterhead,
        facts=facts(paper, say),
        blocks=tuple(_letter(paper, say)),
        page=say["page"],
        of=say["of"],
    )
    return with_route(made)


def with_route(made: Document) -> Document:
    """
    *made*, if it says where she can complain.

    Raises:
        NoRoute: it does not.
    """
    told = [block.text for block in made.blocks if isinstance(block, Paragraph)]
    if not any(AUTHORITY in text for text in told):
        raise NoRoute
    return made


def facts(paper: Dated, say: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    """What stands above the letter: its day, its reference, and when she wrote."""
    return (
        (say["date"], written(paper.made_on, paper.lang)),
        (say["reference"], paper.reference),
        (say["received"], written(paper.received_on, paper.lang)),
    )


def _letter(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Paragraph(text=say["dear"])
    if paper.ground:
        yield Paragraph(text=say["refused"])
        yield Heading(text=say["refused_why"])
        yield Paragraph(text=paper.ground.in_(paper.lang))
        yield Paragraph(text=paper.refused)
        yield from _fee(paper, say)
        yield from route(paper, say)
        return
    found = paper.done or paper.kept
    yield Paragraph(text=say[f"intro_{_asked(paper)}"] if found else say["intro_none"])
    if found:
        yield Paragraph(text=say["granted_partly"] if paper.kept else say["granted"])
    yield from _done(paper, say)
    yield from _copied(paper, say)
    yield from _kept(paper, say)
    if paper.told:
        yield Heading(text=say["told"])
        yield Paragraph(text=say["told_intro"])
        yield Listing(items=paper.told)
    if paper.effects:
        yield Heading(text=say["effects"])
        for says in paper.effects:
            yield Paragraph(text=says)
    if paper.own:
        yield Heading(text=say["own"])
        for says in paper.own:
            yield Paragraph(text=says)
    if paper.to_known:
        yield Paragraph(text=say["to_known"])
    yield from _fee(paper, say)
    yield from route(paper, say)


def _fee(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    fee = paper.fee
    if fee is None:
        yield Paragraph(text=say["free"])
        return
    yield Heading(text=say["fee"])
    yield Paragraph(text=say["fee_is"].format(amount=euros(fee.cents, paper.lang)))
    if fee.ground:
        yield Paragraph(text=fee.ground.in_(paper.lang))
    yield Paragraph(text=fee.because)


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


def _copied(paper: ReplyPaper, say: Mapping[str, str]) -> Iterator[Block]:
    if paper.copied:
        rows = counted(paper.copied, paper.lang)
        yield Paragraph(text=say[f"copied_{_asked(paper)}"].format(rows=rows))


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


def route(paper: Dated, say: Mapping[str, str]) -> Iterator[Block]:
    """Where she can complain: with us, with the authority, in court; and the end of the letter."""
    us = paper.controller
    yield Heading(text=say["complaint"])
    yield Paragraph(text=say["complaint_us"].format(contact=us.contact(say)).strip())
    yield Paragraph(text=say["complaint_authority"].format(authority=AUTHORITY))
    yield Paragraph(text=say["complaint_court"])
    yield Paragraph(text=say["closing"])
    yield Paragraph(text=us.name)


def _what(records: RecordKind, paper: ReplyPaper) -> str:
    return capital(label(records).in_(paper.lang))
