"""A heading with nothing under it: a section of a form that was never filled in."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Quote, Tension
from nakomen.reading.find.tensions.place import whole
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.terms import Text

_EMPTY = Text(
    "Onder de kop \u201c{words}\u201d staat niets.",
    "Nothing stands under the heading \u201c{words}\u201d.",
)
_DETAIL = re.compile(r"[\d@|,]|www\.|https?:")
_TITLE = re.compile(r"privacy|verklaring|statement|policy|beleid|cookie|inhoud|contents", re.I)
_MARKED = re.compile(r"#{1,6}\s*\Z")
_LEAST, _MOST = 3, 4


def empty_sections(text: str, sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """
    Headings that another heading of the same rank follows at once.

    Where headings show no rank, two in a row are a chapter and its first section; of three the
    first must be empty. More in a row are a list of contents, not sections.
    """
    run: list[Sentence] = []
    for sentence in (*sentences, None):
        if sentence is not None and sentence.role is Role.HEADING:
            run.append(sentence)
            continue
        for quote in _empty_of(text, run, last=sentence is None, top=_is_top(run, sentences)):
            words = quote.quote.strip("*#_: ")
            yield Tension(kind="empty_section", message=_EMPTY.fill(words=words), quotes=(quote,))
        run = []


def _is_top(run: list[Sentence], sentences: tuple[Sentence, ...]) -> bool:
    return bool(run) and run[0] is sentences[0]


def _empty_of(text: str, run: list[Sentence], *, last: bool, top: bool) -> list[Quote]:
    if not run or len(run) > _MOST:
        return []
    if all(_MARKED.search(text, max(0, h.start - 8), h.start) for h in run):
        pairs = zip(run, [*run[1:], None], strict=True)
        found = [h for h, after in pairs if _ends(h, after, last=last)]
    else:
        found = run[: len(run) - 2] if len(run) >= _LEAST and not last and not top else []
    return [whole(h) for h in found if not _DETAIL.search(h.text) and not _TITLE.search(h.text)]


def _ends(heading: Sentence, after: Sentence | None, *, last: bool) -> bool:
    """Whether the section of *heading* is over before anything was said in it."""
    if after is None:
        return last
    return heading.section not in after.sections[:-1]
