"""The letter that explains an access export: everything AVG artikel 15 wants beside the copy."""

from collections.abc import Iterator, Mapping, Sequence

from nakomen.law.eu import avg_15_4_rights_of_others
from nakomen.papers.access_model import AccessPaper, AccessPart, PartReceipt, Recipient
from nakomen.papers.document import (
    Block,
    Document,
    Facts,
    Heading,
    Listing,
    Paragraph,
    Table,
)
from nakomen.papers.words import capital, counted, words, written
from nakomen.terms import Category, Right, Text
from nakomen.terms.labels import label

Told = tuple[AccessPart, PartReceipt]
"""A dataset and how much of it was written; its rows have been taken by then."""

ALWAYS_NAMED = frozenset(
    {Right.RECTIFICATION, Right.ERASURE, Right.RESTRICTION, Right.OBJECTION, Right.PORTABILITY}
)
"""Rights that the answer names whatever the statement says (AVG artikel 15 lid 1 onder e; 20)."""


def overview(paper: AccessPaper, told: Sequence[Told]) -> Document:
    """The letter on *told*, complete also when nothing was found."""
    say = words(paper.lang, "access")
    return Document(
        lang=paper.lang,
        title=say["title"].format(controller=paper.controller.name),
        sender=paper.controller.letterhead,
        facts=(
            (say["date"], written(paper.made_on, paper.lang)),
            (say["reference"], paper.reference),
        ),
        blocks=tuple(_letter(paper, told, say)),
        page=say["page"],
        of=say["of"],
    )


def readme(paper: AccessPaper) -> str:
    """The plain text that stands beside the files."""
    return (
        words(paper.lang, "access")["readme"]
        .lstrip()
        .format(
            controller=paper.controller.name.upper(),
            date=written(paper.made_on, paper.lang),
            reference=paper.reference,
        )
    )


def _letter(paper: AccessPaper, told: Sequence[Told], say: Mapping[str, str]) -> Iterator[Block]:
    yield from _opening(paper, told, say)
    yield from _found(paper, told, say)
    yield from _details(paper, told, say)
    yield from _purposes(paper, say)
    yield from _recipients(paper, say)
    yield from _sources(paper, say)
    yield from _one(say["transfers"], paper.transfers, paper, say)
    yield from _one(say["automated"], paper.automated, paper, say)
    yield from _search(paper, say)
    yield from _rights(paper, say)
    yield from _complaint(paper, say)


def _opening(paper: AccessPaper, told: Sequence[Told], say: Mapping[str, str]) -> Iterator[Block]:
    rows = sum(receipt.rows for _, receipt in told)
    filled = sum(receipt.rows > 0 for _, receipt in told)
    yield Paragraph(text=say["dear"])
    intro = say["intro_found"] if rows else say["intro_none"]
    yield Paragraph(
        text=intro.format(
            rows=_count(rows, "row", paper, say),
            datasets=_count(filled or len(told), "dataset", paper, say),
        )
    )
    if any(part.title for part, _ in told):
        yield Paragraph(text=say["own"])
    if rows:
        yield Paragraph(text=say["how_to_open"])


def _count(number: int, noun: str, paper: AccessPaper, say: Mapping[str, str]) -> str:
    if number == 1:
        return say[f"one_{noun}"]
    return say[f"many_{noun}s"].format(count=counted(number, paper.lang))


def _found(paper: AccessPaper, told: Sequence[Told], say: Mapping[str, str]) -> Iterator[Block]:
    if not told:
        return
    yield Heading(text=say["found"])
    yield Table(
        caption=say["found_caption"],
        header=(say["column_what"], say["column_rows"], say["column_term"]),
        rows=tuple(
            (
                _name(part, paper, say),
                counted(receipt.rows, paper.lang) if receipt.rows else say["no_rows"],
                _said(part.term, paper, say),
            )
            for part, receipt in told
        ),
        numbers=(1,),
    )


def _name(part: AccessPart, paper: AccessPaper, say: Mapping[str, str]) -> str:
    records = capital((part.title or label(part.records)).in_(paper.lang))
    told = say["part"].format(records=records, store=part.store, dataset=part.dataset)
    return say["part_of_others"].format(part=told) if part.shared else told


def _details(paper: AccessPaper, told: Sequence[Told], say: Mapping[str, str]) -> Iterator[Block]:
    filled = [(part, receipt) for part, receipt in told if receipt.rows]
    if filled:
        yield Heading(text=say["details"])
    for part, receipt in filled:
        yield Heading(text=_name(part, paper, say), level=3)
        yield Facts(pairs=tuple(_about(part, receipt, paper, say)))


def _about(
    part: AccessPart, receipt: PartReceipt, paper: AccessPaper, say: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What holds for this part only; what holds for all stands once, further on."""
    yield say["part_rows"], counted(receipt.rows, paper.lang)
    yield say["part_categories"], _categories(part, paper, say)
    if part.purpose:
        yield say["part_purpose"], _said(part.purpose, paper, say)
    if part.ground:
        yield say["part_ground"], _said(part.ground, paper, say)
    if part.source:
        yield say["part_source"], _said(part.source, paper, say)
    if part.recipients:
        yield say["part_recipients"], ", ".join(part.recipients)
    yield say["part_term"], _said(part.term, paper, say)
    if part.shared:
        yield say["part_shared"], _shared(part, paper, say)
    yield say["part_files"], f"{receipt.csv}, {receipt.json}"


def _categories(part: AccessPart, paper: AccessPaper, say: Mapping[str, str]) -> str:
    return "; ".join(
        say["columns"].format(category=label(found).in_(paper.lang), columns=", ".join(names))
        for found, names in sorted(part.categories.items(), key=_not_personal)
    )


def _not_personal(found: tuple[Category, Sequence[str]]) -> bool:
    return found[0] is Category.NONE


def _shared(part: AccessPart, paper: AccessPaper, say: Mapping[str, str]) -> str:
    norm = avg_15_4_rights_of_others.RULE
    because = capital(norm.text.in_(paper.lang)) + f" ({norm.article})"
    told = say["shared"].format(because=because)
    if not part.masked:
        return told
    return f"{told} {say['masked'].format(columns=', '.join(part.masked))}"


def _purposes(paper: AccessPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(text=say["purposes"])
    if not paper.purposes:
        yield Paragraph(text=say["purposes_unknown"])
        return
    yield Paragraph(text=say["purposes_intro"].format(statement=paper.statement_title))
    yield Listing(items=tuple(purpose.in_(paper.lang) for purpose in paper.purposes))


def _recipients(paper: AccessPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(text=say["recipients"])
    if not paper.recipients:
        yield Paragraph(text=say["unknown"])
        return
    yield Paragraph(text=say["recipients_intro"])
    yield Listing(items=tuple(_recipient(who, paper, say) for who in paper.recipients))


def _recipient(who: Recipient, paper: AccessPaper, say: Mapping[str, str]) -> str:
    told = who.name
    if who.purpose:
        told = say["recipient_purpose"].format(name=told, purpose=who.purpose.in_(paper.lang))
    if who.country:
        told = say["recipient_country"].format(told=told, country=who.country)
    return told


def _sources(paper: AccessPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(text=say["sources"])
    if not paper.sources:
        yield Paragraph(text=say["unknown"])
        return
    yield Paragraph(text=say["sources_intro"])
    yield Listing(items=tuple(source.in_(paper.lang) for source in paper.sources))


def _one(
    heading: str, text: Text | None, paper: AccessPaper, say: Mapping[str, str]
) -> Iterator[Block]:
    yield Heading(text=heading)
    yield Paragraph(text=_said(text, paper, say) if text else say["unknown"])


def _search(paper: AccessPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Heading(text=say["search"])
    yield Paragraph(text=say["search_intro"])
    yield Listing(items=paper.subject)
    if paper.unseen:
        yield Heading(text=say["unseen"])
        yield Paragraph(text=say["unseen_intro"])
        yield Listing(items=tuple(place.in_(paper.lang) for place in paper.unseen))


def _rights(paper: AccessPaper, say: Mapping[str, str]) -> Iterator[Block]:
    named = ALWAYS_NAMED | set(paper.rights)
    yield Heading(text=say["rights"])
    yield Paragraph(text=say["rights_intro"])
    yield Listing(
        items=tuple(
            say[f"right_{right.value}"]
            for right in Right
            if right in named and right is not Right.COMPLAINT
        )
    )
    yield Paragraph(text=say["rights_after"])


def _complaint(paper: AccessPaper, say: Mapping[str, str]) -> Iterator[Block]:
    us = paper.controller
    yield Heading(text=say["complaint"])
    yield Paragraph(text=say["complaint_us"].format(contact=us.contact(say)).strip())
    yield Paragraph(text=say["complaint_authority"].format(authority=paper.authority))
    yield Paragraph(text=say["closing"])
    yield Paragraph(text=us.name)


def _said(text: Text | None, paper: AccessPaper, say: Mapping[str, str]) -> str:
    return capital(text.in_(paper.lang)) if text else say["silent"]
