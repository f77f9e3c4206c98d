"""The registers as documents: a block for each activity, a table of processors."""

from collections.abc import Iterator, Sequence

from nakomen.papers.document import Block, Document, Facts, Heading, Paragraph, Table
from nakomen.papers.registers.cells import controller
from nakomen.papers.registers.columns import CONTROLLER, PROCESSOR, PROCESSORS, ActivityColumn
from nakomen.papers.registers.view import View
from nakomen.papers.registers.words import EMPTY, OF, PAGE
from nakomen.papers.words import written
from nakomen.policy.register import Activity, Role
from nakomen.terms import Text

_TITLE = Text("Register van verwerkingsactiviteiten", "Record of processing activities")
_PROCESSORS = Text("Lijst van verwerkers", "List of processors")
_AS_CONTROLLER = Text("Als verwerkingsverantwoordelijke", "As controller")
_AS_PROCESSOR = Text("Als verwerker voor anderen", "As processor for others")
_NONE = Text("Er zijn geen verwerkingen in deze rol.", "There are no activities in this role.")
_NO_PARTIES = Text("Er zijn geen verwerkers vastgelegd.", "No processors are on record.")
_DAY = Text("Stand op", "As on")
_ON_TABLE = ("name", "does", "country", "agreement", "subprocessors")


def processing_document(view: View) -> Document:
    """Artikel 30 lid 1 and lid 2; what the law wants and is not there says so."""
    blocks = [
        *_role(view, _AS_CONTROLLER, Role.CONTROLLER, CONTROLLER),
        *_role(view, _AS_PROCESSOR, Role.PROCESSOR, PROCESSOR),
    ]
    return _document(view, _TITLE, blocks)


def processors_document(view: View) -> Document:
    """Who processes for the company, one row each (AVG artikel 28)."""
    return _document(view, _PROCESSORS, [_parties(view)])


def _document(view: View, title: Text, blocks: Sequence[Block]) -> Document:
    known = view.policy.controller
    place = " ".join(known[part] for part in ("postcode", "city") if known.get(part))
    sender = (known.get("name"), known.get("address"), place)
    return Document(
        lang=view.lang,
        title=title.in_(view.lang),
        sender=tuple(str(line) for line in sender if line),
        facts=((_DAY.in_(view.lang), written(view.day, view.lang)),),
        blocks=tuple(blocks),
        page=PAGE.in_(view.lang),
        of=OF.in_(view.lang),
    )


def _role(
    view: View, title: Text, role: Role, columns: Sequence[ActivityColumn]
) -> Iterator[Block]:
    yield Heading(text=title.in_(view.lang))
    activities = view.activities(role)
    if not activities:
        yield Paragraph(text=_NONE.in_(view.lang))
    for activity in activities:
        yield Heading(text=activity.name, level=3)
        yield Facts(pairs=tuple(_pairs(view, activity, columns)))


def _pairs(
    view: View, activity: Activity, columns: Sequence[ActivityColumn]
) -> Iterator[tuple[str, str]]:
    """What stands on the letterhead already is not repeated for every activity."""
    for column in columns:
        value = column.cell(view, activity)
        wanted = value or (column.article.startswith("30") and column.key not in _MAY_LACK)
        if wanted and column.cell is not controller and column.key != "name":
            yield column.title.in_(view.lang), value or EMPTY.in_(view.lang)


_MAY_LACK = frozenset({"joint", "officer", "countries", "safeguards"})
"""Wanted by the article only where there is such a thing."""


def _parties(view: View) -> Block:
    columns = [column for column in PROCESSORS if column.key in _ON_TABLE]
    rows = tuple(tuple(c.cell(view, party) for c in columns) for party in view.processors)
    if not rows:
        return Paragraph(text=_NO_PARTIES.in_(view.lang))
    return Table(
        caption=_PROCESSORS.in_(view.lang),
        header=tuple(column.title.in_(view.lang) for column in columns),
        rows=rows,
    )
