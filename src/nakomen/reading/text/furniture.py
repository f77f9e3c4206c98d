"""What of a web page is not its statement: menus, banners, forms, and what nobody sees."""

import re
from collections import Counter
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from lxml.html import HtmlElement


def words_of(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


NEVER_TEXT = words_of(
    "script style noscript template svg math iframe frame object embed applet canvas video audio "
    "picture img map area link meta base select datalist textarea input option progress meter "
    "head title"
)
_BOXES = words_of("div ul ol section aside header footer nav form dialog table center")
_MENU_ROLES = words_of("navigation menu menubar search dialog alertdialog toolbar tooltip")
_MENUS = words_of(
    "nav navbar navigation navigatie navmenu menu submenu mainmenu topmenu hoofdmenu megamenu "
    "breadcrumb breadcrumbs kruimelpad skip skiplink pagination pager modal popup lightbox "
    "offcanvas drawer preloader loader sharing sharedaddy addtoany share totop backtotop"
)
_EXTRAS = words_of(
    "social socials related comments comment respond search searchform newsletter subscribe toast "
    "chat livechat login cart minicart winkelwagen language switcher advert ads banner cta "
    "widget sidebar"
)
_HEADS = words_of("header masthead topbar siteheader pageheader hero titlebar")
_FEET = words_of("footer colofon colophon subfooter siteinfo copyright sitefooter")
_COOKIE = words_of("cookie cookies consent gdpr avg ccpa cookiebar cookiebanner")
_BANNER = words_of(
    "bar banner popup pop modal notice melding overlay dialog law message wall alert balk toast "
    "window box cookiebar cookiebanner container wrapper info manager"
)
_CONSENT_TOOLS = re.compile(
    r"CybotCookiebot|onetrust-(?:banner|consent|pc)|cmplz-(?:cookiebanner|manage)|cky-(?:consent|"
    r"modal|overlay)|BorlabsCookieBox|moove_gdpr|didomi-(?:host|notice|popup)|usercentrics|"
    r"iubenda-cs|klaro|termly|osano|tarteaucitron|cookie-law-info|cookie-notice|"
    r"cc-window|cookiefirst|cookieyes|complianz-cookie",
    re.I,
)
_ACCEPTS = re.compile(
    r"\b(?:accepte|akkoord|toestaan|weiger|begrepen|accept|agree|allow|decline|got\s+it|ok[ée]?\b|"
    r"sluiten|instellingen)",
    re.I,
)
_UNSEEN_STYLE = re.compile(r"display\s{0,3}:\s{0,3}none|visibility\s{0,3}:\s{0,3}hidden", re.I)
_UNFOLDS = re.compile(
    r"accordion|collaps|panel|tab-?(?:pane|content)|faq|toggle|uitklap|answer", re.I
)
_SCREEN_READER = words_of("screen-reader-text sr-only visually-hidden visuallyhidden")
_WORD = re.compile(r"[a-z]+|[A-Z][a-z]*")
_PROSE = 80


class Verdict(Enum):
    KEEP = auto()
    DROP = auto()
    HEAD = auto()
    """Keep its headings and sentences; of the rest only how to reach the company."""
    FOOT = auto()
    """Keep only how to reach the company."""


@dataclass(frozen=True)
class Sizes:
    """For each element: letters of text, of these in links, and letters in sentences."""

    text: dict[HtmlElement, int]
    linked: dict[HtmlElement, int]
    prose: dict[HtmlElement, int]

    @classmethod
    def of(cls, root: HtmlElement) -> "Sizes":
        text: dict[HtmlElement, int] = {}
        linked: dict[HtmlElement, int] = {}
        prose: dict[HtmlElement, int] = {}
        for el in reversed(list(root.iter())):
            own = len(" ".join((el.text or "").split())) if isinstance(el.tag, str) else 0
            inside, in_links, in_prose = own, 0, own if own >= _PROSE else 0
            for child in el:
                tail = len(" ".join((child.tail or "").split()))
                inside += text[child] + tail
                in_links += linked[child]
                in_prose += prose[child] + (tail if tail >= _PROSE else 0)
            if el.tag == "a" and not (el.get("href") or "").startswith(("mailto:", "tel:")):
                in_links, in_prose = inside, 0
            elif el.tag in ("p", "li", "td", "dd") and inside - in_links >= _PROSE:
                in_prose = inside
            text[el], linked[el], prose[el] = inside, in_links, in_prose
        return cls(text, linked, prose)


class Page:
    """One page, to be judged element by element, from the root down."""

    def __init__(self, root: HtmlElement, html: str) -> None:
        self.root = root
        self.sizes = Sizes.of(root)
        self._hosts = _own_hosts(root, html)

    @cached_property
    def _unfolded(self) -> set[str]:
        """Ids that some button of the page unfolds."""
        found: set[str] = set()
        for el in self.root.iter("a", "button", "summary", "div", "h2", "h3", "h4", "h5", "li"):
            for name in ("aria-controls", "data-target", "data-bs-target", "href"):
                value = el.get(name) or ""
                if name == "aria-controls" or value.startswith("#"):
                    found.update(value.replace("#", "").split())
        return found

    @cached_property
    def _ids(self) -> set[str]:
        named = (el.get("id") or el.get("name") for el in self.root.iter())
        return {name for name in named if name}

    def judge(self, el: HtmlElement) -> Verdict:
        """What becomes of *el*; never called for what stands in something dropped."""
        if el.tag in ("html", "body", "main"):
            return Verdict.KEEP
        if el.tag in NEVER_TEXT or not isinstance(el.tag, str):
            return Verdict.DROP
        if self._holds_most(el):
            return Verdict.KEEP
        if self._hidden(el) or self._is_menu(el) or self._is_consent(el) or self._leads_away(el):
            return Verdict.DROP
        return self._place(el)

    def _holds_most(self, el: HtmlElement) -> bool:
        """Whatever it is called: without it there is no page left."""
        text, prose = self.sizes.text, self.sizes.prose
        return 2 * prose[el] > prose[self.root] and 2 * text[el] > text[self.root]

    def _hidden(self, el: HtmlElement) -> bool:
        classes = set((el.get("class") or "").split())
        if classes & _SCREEN_READER:
            return True
        hidden = (
            el.get("hidden", "until-found") != "until-found"
            or el.get("aria-hidden") == "true"
            or _UNSEEN_STYLE.search(el.get("style") or "") is not None
        )
        if not hidden:
            return False
        unfolds = el.get("id") in self._unfolded or _UNFOLDS.search(el.get("class") or "")
        return not (unfolds and el.tag in _BOXES | {"dd", "p"})

    def _is_menu(self, el: HtmlElement) -> bool:
        if el.tag == "nav" or (el.get("role") or "") in _MENU_ROLES or el.get("aria-modal"):
            return True
        if el.tag == "dialog":
            return True
        if el.tag == "button":
            return not unfolds(el) and not _in_heading(el)
        if el.tag == "a":
            return bool(names(el) & {"skip", "skiplink"})
        if el.tag not in _BOXES:
            return False
        if el.tag == "form":
            return not self.sizes.prose[el]
        prose, found = self.sizes.prose[el], names(el)
        if found & _MENUS and not (prose and _in_main(el)):
            return True
        return bool(found & _EXTRAS) and not prose

    def _is_consent(self, el: HtmlElement) -> bool:
        if el.tag not in _BOXES and el.tag != "p":
            return False
        called = f"{el.get('id') or ''} {el.get('class') or ''}"
        found = names(el)
        if not _CONSENT_TOOLS.search(called) and not (found & _COOKIE and found & _BANNER):
            return False
        if not _in_main(el):
            return True
        pressed = " ".join(b.text_content() for b in el.iter("button", "a") if len(b) < 4)
        return bool(_ACCEPTS.search(pressed[:2000]))

    def _leads_away(self, el: HtmlElement) -> bool:
        """A box of links to other pages of the site, or to places in this one."""
        if el.tag not in _BOXES and el.tag not in ("p", "span"):
            return False
        size, linked = self.sizes.text[el], self.sizes.linked[el]
        if not linked or linked < 0.85 * size or self.sizes.prose[el]:
            return False
        links = [a for a in el.iter("a") if a.get("href")]
        return len(links) >= 3 and all(self._internal(a.get("href") or "") for a in links)

    def _internal(self, href: str) -> bool:
        if href.startswith("#"):
            return href[1:] in self._ids
        if href.startswith(("mailto:", "tel:", "javascript:")):
            return False
        host = _host(href)
        return host is None or host in self._hosts

    def _place(self, el: HtmlElement) -> Verdict:
        if el.tag not in _BOXES or _in_main(el):
            return Verdict.KEEP
        role, found = el.get("role"), names(el)
        if el.tag == "footer" or role == "contentinfo" or found & _FEET:
            return Verdict.FOOT
        if el.tag == "aside" or role == "complementary":
            return Verdict.KEEP if self.sizes.prose[el] else Verdict.FOOT
        if el.tag == "header" or role == "banner" or found & _HEADS:
            return Verdict.HEAD
        return Verdict.KEEP


def names(el: HtmlElement) -> set[str]:
    """
    The words of its id and classes.

    >>> from lxml.html import fragment_fromstring
    >>> sorted(names(fragment_fromstring('<div id="mainMenu" class="site-nav x_top"></div>')))
    ['main', 'menu', 'nav', 'site', 'top', 'x']
    """
    called = f"{el.get('id') or ''} {el.get('class') or ''}"[:400]
    return {word.casefold() for word in _WORD.findall(called)}


def unfolds(el: HtmlElement) -> bool:
    """Pressing it shows what stands below: the title of an accordion."""
    called = " ".join(filter(None, (el.get("data-toggle"), el.get("data-bs-toggle"))))
    return (
        bool(el.get("aria-controls") and el.get("aria-haspopup") is None)
        or el.get("aria-expanded") is not None
        or "collapse" in called
    )


def _in_heading(el: HtmlElement) -> bool:
    above = el.getparent()
    return above is not None and above.tag in ("h1", "h2", "h3", "h4", "h5", "h6", "dt", "summary")


def _in_main(el: HtmlElement) -> bool:
    return any(a.tag in ("main", "article") or a.get("role") == "main" for a in el.iterancestors())


def _own_hosts(root: HtmlElement, html: str) -> set[str]:
    """The host that the page was saved from, else the one that most of its links name."""
    said = [m.group(1) for m in _SAVED.finditer(html, 0, 3000)]
    said += [el.get("href") or "" for el in root.getroottree().iter("link") if _canonical(el)]
    hosts = {host for url in said if (host := _host(url))}
    if hosts:
        return hosts
    linked = Counter(host for a in root.iter("a") if (host := _host(a.get("href") or "")))
    if not linked:
        return set()
    host, times = linked.most_common(1)[0]
    return {host} if times >= 5 and 2 * times > linked.total() else set()


_SAVED = re.compile(r"<!--\s{0,9}saved from url=(?:\(\d{1,6}\))?(https?://[^\s<>]{1,300})")


def _canonical(el: HtmlElement) -> bool:
    return bool(el.get("rel") == "canonical")


def _host(url: str) -> str | None:
    found = re.match(r"(?:https?:)?//([^/?#\s]{1,200})", url.strip()[:300], re.I)
    return found.group(1).casefold().removeprefix("www.") if found else None
