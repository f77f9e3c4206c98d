"""A company's own text, word for word, with its promises marked."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import escape
from itertools import groupby

from nakomen.papers.statement.links import linked
from nakomen.papers.statement.page import filled
from nakomen.reading.text.sentences import Role, Sentence, split
from nakomen.terms import Lang, Text

_NOTE = Text(
    "Dit is de tekst zoals het bedrijf hem schreef. Wat onderstreept is, is een belofte; elke "
    "belofte heeft een eigen adres op deze pagina.",
    "This is the text as the company wrote it. What is underlined is a promise; each promise has "
    "an address of its own on this page.",
)
_BLOCKS = {Role.ITEM: "ul", Role.ROW: "table"}


@dataclass(frozen=True, kw_only=True)
class Mark:
    """A promise in the text: from *start*, a character offset, to before *end*."""

    id: str
    what: str
    """Its kind, in words."""
    start: int
    end: int


def verbatim_page(
    text: str, title: str, lang: Lang, marks: Sequence[Mark], site: str | None = None
) -> str:
    """
    The whole page. Every word of *text* stands on it, in order; where promises overlap, the first
    one is marked. Links to another site than *site* say so.
    """
    setting = _Setting(marks=_apart(marks), lang=lang, site=site)
    parts = [f'<p class="note">{escape(_NOTE.in_(lang))}</p>']
    for role, group in groupby(split(text), key=lambda sentence: sentence.role):
        inner = list(setting.block(role, list(group)))
        tag = _BLOCKS.get(role)
        parts += [f"<{tag}>", *inner, f"</{tag}>"] if tag else inner
    return filled(lang, title, body="\n".join(parts))


def _apart(marks: Sequence[Mark]) -> tuple[Mark, ...]:
    """In order of the text, none inside another."""
    apart: list[Mark] = []
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if not apart or mark.start >= apart[-1].end:
            apart.append(mark)
    return tuple(apart)


@dataclass(frozen=True, kw_only=True)
class _Setting:
    """Sets sentences as HTML, with the promises among them marked."""

    marks: tuple[Mark, ...]
    lang: Lang
    site: str | None

    def block(self, role: Role, sentences: list[Sentence]) -> Iterator[str]:
        if role is Role.PROSE:
            for _, block in groupby(sentences, key=lambda sentence: sentence.block):
                yield f"<p>{' '.join(map(self._marked, block))}</p>"
            return
        for sentence in sentences:
            words = self._marked(sentence)
            yield {
                Role.HEADING: f"<h2>{words}</h2>",
                Role.ITEM: f"<li>{words}</li>",
                Role.ROW: f"<tr><td>{words}</td></tr>",
            }[role]

    def _marked(self, sentence: Sentence) -> str:
        """The words of one sentence; a promise that runs over several is marked in each."""
        parts, at = [], sentence.start
        for mark in self.marks:
            start, end = max(mark.start, sentence.start), min(mark.end, sentence.end)
            if start >= end:
                continue
            id = f' id="{escape(mark.id)}"' if mark.start >= sentence.start else ""
            words = self._plain(sentence, start, end)
            parts.append(self._plain(sentence, at, start))
            parts.append(f'<mark{id} title="{escape(mark.what)}">{words}</mark>')
            at = end
        return "".join(parts) + self._plain(sentence, at, sentence.end)

    def _plain(self, sentence: Sentence, start: int, end: int) -> str:
        """Words from one offset to another, without the stars and bars of Markdown."""
        words = sentence.words[start - sentence.start : end - sentence.start]
        return linked(words.replace("**", "").replace("|", " "), self.lang, self.site)
