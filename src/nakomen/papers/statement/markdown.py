"""The statement as Markdown, with the anchors of its sentences as plain HTML."""

import re
from collections.abc import Iterator

from nakomen.papers.statement.public import Public, anchored
from nakomen.papers.statement.words import HISTORY, IN_SHORT, VERSION
from nakomen.papers.words import written
from nakomen.policy.tell import Enumeration, Sentence

_MARKUP = re.compile(r"([\\`*_\[\]<>|])|^([#+-])(?=\s)", re.MULTILINE)


def as_markdown(public: Public) -> str:
    """The text; what looks like markup in it is escaped."""
    return "\n".join(_lines(public)) + "\n"


def escaped(text: str) -> str:
    """
    *text* without anything that Markdown would take for markup.

    >>> escaped("a_b [c](d)")
    'a\\\\_b \\\\[c\\\\](d)'
    """
    return _MARKUP.sub(lambda found: "\\" + (found[1] or found[2]), " ".join(text.split()))


def _lines(public: Public) -> Iterator[str]:
    told = public.telling
    yield f"# {escaped(told.title)}\n"
    if told.facts:
        yield "  \n".join(f"{escaped(name)}: {escaped(text)}" for name, text in told.facts) + "\n"
    yield f"## {IN_SHORT.in_(told.lang)}\n"
    for section in told.sections:
        yield f"- [{escaped(section.heading)}](#{section.id}) {escaped(section.short)}".rstrip()
    yield ""
    yield from _sections(public)
    yield from _history(public)


def _sections(public: Public) -> Iterator[str]:
    for section, anchors in anchored(public.telling.sections):
        yield f'<a id="{section.id}"></a>\n\n## {escaped(section.heading)}\n'
        for passage, names in zip(section.passages, anchors, strict=True):
            if isinstance(passage, Enumeration):
                yield f"{escaped(passage.lead.text)}\n"
                items = zip(passage.items, names, strict=True)
                yield "\n".join(f"- {_sentence(item, name)}" for item, name in items) + "\n"
            else:
                yield f"{_sentence(passage, names[0])}\n"


def _sentence(sentence: Sentence, anchor: str) -> str:
    anchors = "".join(f'<a id="{id}"></a>' for id in (anchor, *sentence.also))
    return f"{anchors}{escaped(sentence.text)}"


def _history(public: Public) -> Iterator[str]:
    if public.history:
        lang = public.telling.lang
        yield f"## {HISTORY.in_(lang)}\n"
    for release in public.history:
        day = written(release.effective, lang)
        yield f"- {escaped(VERSION.in_(lang).format(number=release.number, day=day))}"
        yield from (f"  - {escaped(change)}" for change in release.changes)
