"""The statement as a document for print; Typst sets it as a tagged PDF."""

from collections.abc import Iterator

from nakomen.papers.document import Block, Document, Heading, Listing, Paragraph
from nakomen.papers.statement.public import Public
from nakomen.papers.statement.words import HISTORY, IN_SHORT, OF, PAGE, VERSION
from nakomen.papers.words import written
from nakomen.policy.tell import Enumeration


def as_print(public: Public, sender: tuple[str, ...]) -> Document:
    """The whole statement; *sender* is the letterhead, a line each."""
    told = public.telling
    return Document(
        lang=told.lang,
        title=told.title,
        sender=sender,
        facts=told.facts,
        blocks=(*_short(public), *_sections(public), *_history(public)),
        page=PAGE.in_(told.lang),
        of=OF.in_(told.lang),
    )


def _short(public: Public) -> Iterator[Block]:
    told = public.telling
    answers = [f"{section.heading} {section.short}" for section in told.sections if section.short]
    if answers:
        yield Heading(text=IN_SHORT.in_(told.lang))
        yield Listing(items=tuple(answers))


def _sections(public: Public) -> Iterator[Block]:
    for section in public.telling.sections:
        yield Heading(text=section.heading)
        for passage in section.passages:
            if isinstance(passage, Enumeration):
                yield Paragraph(text=passage.lead.text)
                yield Listing(items=tuple(item.text for item in passage.items))
            else:
                yield Paragraph(text=passage.text)


def _history(public: Public) -> Iterator[Block]:
    if not public.history:
        return
    lang = public.telling.lang
    yield Heading(text=HISTORY.in_(lang))
    for release in public.history:
        day = written(release.effective, lang)
        yield Paragraph(text=VERSION.in_(lang).format(number=release.number, day=day))
        if release.changes:
            yield Listing(items=release.changes)
