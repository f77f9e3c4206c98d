"""A web page as the text of its statement, in the manner of Markdown."""

import re
from collections.abc import Iterator

from lxml import etree
from lxml.html import HtmlElement, HTMLParser

from nakomen.reading.text.contact_lines import contact_lines
from nakomen.reading.text.furniture import Page, Verdict
from nakomen.reading.text.render import rendered

_DEEPEST = 2000
"""The parser stops at 2047 elements within each other, and says nothing of what it left out."""
_FEWEST_WORDS = 25
_PRIVACY = re.compile(r"privacy|persoonsgegevens|gegevensbescherming|cookie|personal\s+data", re.I)
_PARTS = re.compile(r"\s+[|–—•·»-]\s+")
_DATED = re.compile(r"\b20\d\d\b")
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_UNWANTED = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")


class TooDeep(Exception):
    """Elements stand within each other deeper than the parser goes."""


class NoWords(Exception):
    """A script or another address would have brought the text."""


def page_text(html: str) -> str:
    """
    The statement on the page, headings, lists and tables as Markdown; empty when it holds none.

    Raises:
        TooDeep, NoWords.

    >>> page_text("<nav>Menu</nav><h1>Privacy</h1><p>Wij&nbsp;bewaren<br>niets.")
    '# Privacy\\n\\nWij bewaren\\nniets.\\n'
    """
    tree = _tree(html)
    if tree is None:
        return ""
    title = _title(tree)
    _unscramble(tree)
    scripted = any(True for _ in tree.iter("script", "iframe", "frame", "embed", "object"))
    body = tree if tree.tag == "body" else next(tree.iter("body"), tree)
    heads, feet = _cleared(Page(body, html))
    main = _main(body)
    lines = rendered(main)
    if main is not body:
        lines = _heads_outside(body, main) + lines
        feet += list(contact_lines(rendered(body)))
    if title and not any(line.startswith("# ") for line in lines):
        lines = [f"# {title}", "", *lines]
    text = _text(lines, [*heads, *feet])
    if scripted and len(text.split()) < _FEWEST_WORDS:
        raise NoWords
    return text


def _tree(html: str) -> HtmlElement | None:
    data = _UNWANTED.sub(" ", html).encode("utf-8", "replace")
    parser = HTMLParser(encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    try:
        tree = etree.fromstring(data, parser)
    except etree.XMLSyntaxError:
        return None
    if tree is not None and any("depth" in entry.message for entry in parser.error_log):
        raise TooDeep
    return tree


def _cleared(page: Page) -> tuple[list[str], list[str]]:
    """Take the furniture out of the page; what headers and footers tell of the company stays."""
    heads: list[str] = []
    feet: list[str] = []
    stack: list[HtmlElement] = [page.root]
    while stack:
        el = stack.pop()
        verdict = page.judge(el)
        if verdict is Verdict.KEEP:
            stack.extend(reversed(el))
            continue
        if verdict is Verdict.FOOT:
            feet += _told(page, el)
        elif verdict is Verdict.HEAD:
            heads += _told(page, el)
            if _keep_headings(page, el):
                continue
        _drop(el)
    return heads, feet


def _told(page: Page, el: HtmlElement) -> list[str]:
    """How to reach the company, from a box that goes; menus in it go first."""
    stack: list[HtmlElement] = list(el)
    while stack:
        inner = stack.pop()
        if page.judge(inner) is Verdict.DROP:
            _drop(inner)
        else:
            stack.extend(inner)
    return list(contact_lines(rendered(el)))


def _keep_headings(page: Page, el: HtmlElement) -> bool:
    """Leave of a page's header its headings, its sentences and its date."""
    kept = [h for h in el.iter(*_HEADINGS) if page.sizes.text[h]]
    kept += [p for p in el.iter("p", "time", "span") if _DATED.search(p.text_content()[:200])]
    kept += [p for p in el.iter("p", "div") if page.sizes.prose[p] and not len(p)]
    order = {inner: number for number, inner in enumerate(el.iter())}
    chosen: list[HtmlElement] = []
    for inner in sorted(set(kept), key=order.__getitem__):
        if not any(above in chosen for above in inner.iterancestors()):
            chosen.append(inner)
    for inner in list(el):
        el.remove(inner)
    el.text = None
    for inner in chosen:
        inner.tail = None
        el.append(inner)
    return bool(chosen)


def _unscramble(tree: HtmlElement) -> None:
    """Put back the addresses that a service hides from robots."""
    for el in list(tree.iter("a", "span")):
        hidden = el.get("data-cfemail") or (el.get("href") or "").partition("/email-protection#")[2]
        if hidden and (address := _revealed(hidden)):
            for inner in list(el):
                el.remove(inner)
            el.text = address


def _revealed(hidden: str) -> str:
    """
    An address that a service scrambled against robots: each byte is mixed with the first.

    >>> _revealed("422b2c242d022d2e2b2f")
    'info@olim'
    """
    try:
        key, *letters = bytes.fromhex(hidden[:400])
    except ValueError:
        return ""
    return bytes(letter ^ key for letter in letters).decode("utf-8", "replace")


def _drop(el: HtmlElement) -> None:
    """Take *el* out; the text behind it stays."""
    if el.getparent() is not None:
        el.drop_tree()


def _main(body: HtmlElement) -> HtmlElement:
    """The part that the page itself calls main, when nearly all sentences stand in it."""
    page = Page(body, "")
    prose = page.sizes.prose
    marked = [el for el in body.iter() if el.tag == "main" or el.get("role") == "main"]
    best = max(marked or [body], key=lambda el: page.sizes.text[el])
    if 10 * prose[best] >= 9 * prose[body] and _PRIVACY.search(best.text_content()):
        return best
    return body


def _heads_outside(body: HtmlElement, main: HtmlElement) -> list[str]:
    """A first heading that stands above the main part."""
    if next(main.iter("h1"), None) is not None:
        return []
    inside = set(main.iter())
    outside = [h for h in body.iter("h1") if h not in inside]
    return [line for h in outside[:1] for line in ("# " + " ".join(h.text_content().split()), "")]


def _title(tree: HtmlElement) -> str | None:
    """The part of the page's title that speaks of privacy."""
    told = next(tree.iter("title"), None)
    words = " ".join((told.text_content() if told is not None else "").split())[:300]
    return next((part for part in _PARTS.split(words) if _PRIVACY.search(part)), None)


def _text(lines: list[str], contacts: list[str]) -> str:
    said = {_squashed(line) for line in lines}
    more = [line for line in dict.fromkeys(contacts) if _squashed(line) not in said]
    whole = [*lines, "", *more] if more else lines
    return "\n".join(_tidy(whole)).strip("\n") + "\n" if any(whole) else ""


def _squashed(line: str) -> str:
    return re.sub(r"[\W_]+", "", line).casefold()


def _tidy(lines: list[str]) -> Iterator[str]:
    """No two empty lines below each other."""
    last = ""
    for line in lines:
        if line or last:
            yield line
        last = line
