"""The answer to a complaint: who is right, what was found, and where she can go next."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from nakomen.errors import UsageError
from nakomen.papers.access_model import Controller
from nakomen.papers.document import Block, Document, Heading, Paragraph
from nakomen.papers.reply import facts, route, with_route
from nakomen.papers.words import words
from nakomen.terms import Lang


@dataclass(frozen=True, kw_only=True)
class ComplaintPaper:
    """The answer to a complaint: *judged* is ``right``, ``partly`` or ``wrong``."""

    lang: Lang
    controller: Controller
    reference: str
    received_on: date
    made_on: date
    judged: str
    outcome: str


class NoOutcome(UsageError):
    """An answer to a complaint says what you found. Write it down."""

    nl = "Een antwoord op een klacht zegt wat u hebt gevonden. Schrijf dat op."


def complaint(paper: ComplaintPaper) -> Document:
    """
    The answer to a complaint, with the route to the authority (AVG artikel 77).

    Raises:
        NoOutcome: it does not say what was found.
        NoRoute: it does not say where she can complain.
    """
    if not paper.judged or not paper.outcome.strip():
        raise NoOutcome
    say = words(paper.lang, "reply")
    made = Document(
        lang=paper.lang,
        title=say["title_complaint"],
        sender=paper.controller.letterhead,
        facts=facts(paper, say),
        blocks=tuple(_complained(paper, say)),
        page=say["page"],
        of=say["of"],
    )
    return with_route(made)


def _complained(paper: ComplaintPaper, say: Mapping[str, str]) -> Iterator[Block]:
    yield Paragraph(text=say["dear"])
    yield Paragraph(text=say[f"judged_{paper.judged}"])
    yield Heading(text=say["judged_why"])
    for part in paper.outcome.strip().splitlines():
        if part.strip():
            yield Paragraph(text=part.strip())
    yield from route(paper, say)
