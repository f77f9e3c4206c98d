"""The statement as one web page: nothing is loaded, nothing runs, it prints as it reads."""

from collections.abc import Iterator
from functools import cache
from html import escape
from importlib.resources import files
from string import Template

from nakomen.papers.statement.links import linked
from nakomen.papers.statement.public import Public, Release, anchored
from nakomen.papers.statement.words import HISTORY, IN_SHORT, LANGUAGE, LINK, SKIP, VERSION
from nakomen.papers.words import written
from nakomen.policy.tell import Enumeration, Sentence
from nakomen.terms import Lang


def as_page(public: Public) -> str:
    """The whole page. Every text is escaped; every sentence has an anchor of its own."""
    told = public.telling
    return filled(
        told.lang,
        told.title,
        links=_links(public),
        facts=_facts(public),
        body="\n".join([*_short(public), *_sections(public), *_history(public)]),
    )


def filled(lang: Lang, title: str, *, links: str = "", facts: str = "", body: str) -> str:
    """*body* in the frame that all statement pages share; all parts are HTML already."""
    return _frame().substitute(
        lang=lang.value,
        title=escape(title),
        style=_style(),
        skip=SKIP.in_(lang),
        links=links,
        facts=facts,
        body=body,
    )


@cache
def _frame() -> Template:
    return Template(_template("statement.html"))


@cache
def _style() -> str:
    return _template("paper.css") + _template("statement.css")


def _template(name: str) -> str:
    return files("nakomen.papers").joinpath("templates", name).read_text(encoding="utf-8")


def _facts(public: Public) -> str:
    pairs = "".join(
        f"<div><dt>{escape(name)}</dt><dd>{escape(text)}</dd></div>"
        for name, text in public.telling.facts
    )
    return f"<dl>{pairs}</dl>" if pairs else ""


def _links(public: Public) -> str:
    links = " ".join(
        f'<a href="{escape(file)}" hreflang="{lang.value}" lang="{lang.value}">{LANGUAGE[lang]}</a>'
        for lang, file in public.languages
    )
    return f"<nav>{links}</nav>" if links else ""


def _short(public: Public) -> Iterator[str]:
    told = public.telling
    yield f'<h2 id="short">{IN_SHORT.in_(told.lang)}</h2>\n<ul class="short">'
    for section in told.sections:
        link = f'<a href="#{escape(section.id)}">{escape(section.heading)}</a>'
        yield f"<li>{link} {escape(section.short)}</li>"
    yield "</ul>"


def _sections(public: Public) -> Iterator[str]:
    for section, anchors in anchored(public.telling.sections):
        yield f'<h2 id="{escape(section.id)}">{escape(section.heading)}</h2>'
        for passage, names in zip(section.passages, anchors, strict=True):
            if isinstance(passage, Enumeration):
                items = "\n".join(
                    _sentence("li", s, n, public) for s, n in zip(passage.items, names, strict=True)
                )
                yield f"<p>{escape(passage.lead.text)}</p>\n<ul>\n{items}\n</ul>"
            else:
                yield _sentence("p", passage, names[0], public)


def _sentence(tag: str, sentence: Sentence, anchor: str, public: Public) -> str:
    lang = public.telling.lang
    own = f' lang="{sentence.lang.value}"' if sentence.lang else ""
    text = linked(sentence.text, sentence.lang or lang, public.site)
    label = f"{LINK.in_(lang)}: {anchor}"
    link = f'<a class="anchor" href="#{escape(anchor)}" aria-label="{escape(label)}"></a>'
    also = "".join(f'<a id="{escape(id)}"></a>' for id in sentence.also)
    return f'<{tag} id="{escape(anchor)}"{own}>{also}{text} {link}</{tag}>'


def _history(public: Public) -> Iterator[str]:
    if public.history:
        lang = public.telling.lang
        yield f'<h2 id="history">{HISTORY.in_(lang)}</h2>\n<ol class="history" reversed>'
        yield from (_release(release, lang) for release in public.history)
        yield "</ol>"


def _release(release: Release, lang: Lang) -> str:
    told = VERSION.in_(lang).format(number=release.number, day=written(release.effective, lang))
    changes = "".join(f"<li>{escape(change)}</li>" for change in release.changes)
    return f"<li>{escape(told)}{f'<ul>{changes}</ul>' if changes else ''}</li>"
