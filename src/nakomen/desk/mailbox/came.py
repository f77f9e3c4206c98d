"""What a message says, whatever program made it."""

import email
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import default
from email.utils import parsedate_to_datetime

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from lxml import html

LONGEST = 4000
_BELIEVED = timedelta(days=366)
"""A letter older than this on arrival has a wrong date."""
_APART = frozenset(("p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "ul", "ol", "table"))
_UNREAD = frozenset(("script", "style", "head", "title"))
_QUOTED = "//blockquote|//*[contains(@class,'gmail_quote')]|//*[@id='appendonsend']"


@dataclass(frozen=True, kw_only=True)
class Came:
    """Who wrote is not proven. *text* is plain, also of a letter in HTML."""

    address: str
    name: str
    subject: str
    text: str
    sent: datetime | None


def parsed(raw: bytes) -> EmailMessage:
    made = email.message_from_bytes(raw, policy=default)
    assert isinstance(made, EmailMessage)
    return made


def came(message: EmailMessage) -> Came:
    """What *message* says; an address that is none is empty."""
    name, address = _sender(message)
    return Came(
        address=address,
        name=" ".join(name.split())[:120],
        subject=" ".join(header(message, "Subject").split()),
        text=_text(message).replace("\0", ""),
        sent=_sent(message),
    )


def header(message: EmailMessage, name: str) -> str:
    """A header as text; of one that is broken nothing."""
    try:
        return str(message.get(name, ""))
    except (ValueError, IndexError, AttributeError, TypeError, MessageError):
        return ""


def received(letter: Came, arrived: datetime, now: datetime) -> datetime:
    """
    When the clock begins: when it was sent or when it arrived, whichever is earlier; never later
    than *now*. A date of more than a year ago is a wrong clock.
    """
    sent = letter.sent
    believed = sent if sent and arrived - _BELIEVED <= sent <= arrived else arrived
    return min(believed, now)


def _sender(message: EmailMessage) -> tuple[str, str]:
    name, address = email.utils.parseaddr(header(message, "From"))
    try:
        validate_email(address)
    except ValidationError:
        return name, ""
    return name, address.lower()


def _sent(message: EmailMessage) -> datetime | None:
    try:
        said = parsedate_to_datetime(header(message, "Date"))
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return said if said.tzinfo else said.replace(tzinfo=UTC)


def _text(message: EmailMessage) -> str:
    body = message.get_body(("plain", "html"))
    plain = _content(body) if body else ""
    if body and body.get_content_type() == "text/html":
        return _of_html(plain)
    if not plain.strip():
        other = message.get_body(("html",))
        return _of_html(_content(other)) if other else plain
    return plain


def _content(part: object) -> str:
    assert isinstance(part, EmailMessage)
    try:
        return str(part.get_content())
    except (LookupError, ValueError, KeyError):
        raw = part.get_payload(decode=True)
        return raw.decode("utf-8", "replace") if isinstance(raw, bytes) else ""


def _of_html(page: str) -> str:
    if not page.strip():
        return ""
    try:
        tree = html.fromstring(page.encode("utf-8"), parser=html.HTMLParser(encoding="utf-8"))
    except (ValueError, html.etree.ParserError):
        return ""
    quoted = set(_found(tree, _QUOTED))
    told = "".join(_lines(tree, quoted))
    return re.sub(r"\n\s*\n\s*", "\n\n", re.sub(r"[ \t\xa0]+", " ", told)).strip()


def _found(tree: html.HtmlElement, path: str) -> list[html.HtmlElement]:
    found = tree.xpath(path)
    return [one for one in found if isinstance(one, html.HtmlElement)] if found else []


def _lines(one: html.HtmlElement, quoted: set[html.HtmlElement]) -> Iterator[str]:
    """The words of *one* in order; what stands apart on the page begins a line."""
    if one.tag in _APART:
        yield "\n"
    if isinstance(one.tag, str) and one.tag not in _UNREAD:
        if one in quoted:
            yield "\n-----Original message-----\n"
        yield _flat(one.text)
        for below in one:
            yield from _lines(below, quoted)
    yield _flat(one.tail)


def _flat(words: str | None) -> str:
    return (words or "").replace("\n", " ")
