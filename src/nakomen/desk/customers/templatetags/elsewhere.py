"""A text with links; those that lead to another site are marked, in words, for everybody."""

import re
from urllib.parse import urlsplit

from django import template
from django.conf import settings
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from nakomen.desk.kit.words import chosen

register = template.Library()
_ADDRESS = re.compile(r"https?://[^\s<>()\[\]\"']+[^\s<>()\[\]\"'.,;:!?*_]")
_MARK = ("andere site", "other site")


@register.filter
def marked(text: str) -> SafeString:
    """Paragraphs of *text* as it stands, with its links to be followed."""
    paragraphs = (part.strip() for part in re.split(r"\n\s*\n", text))
    return format_html_join("\n", "<p>{}</p>", ((_linked(part),) for part in paragraphs if part))


def _linked(text: str) -> SafeString:
    parts, at = [], 0
    for found in _ADDRESS.finditer(text):
        parts += [_lines(text[at : found.start()]), _link(found[0])]
        at = found.end()
    return format_html_join("", "{}", ((part,) for part in [*parts, _lines(text[at:])]))


def _lines(text: str) -> SafeString:
    return format_html_join(mark_safe("<br>"), "{}", ((line,) for line in text.split("\n")))


def _link(address: str) -> SafeString:
    if urlsplit(address).netloc == urlsplit(settings.ADDRESS).netloc:
        return format_html('<a href="{0}">{0}</a>', address)
    mark = chosen(*_MARK)
    return format_html(
        '<a href="{0}" rel="external noopener noreferrer">{0}</a> '
        '<span class="elsewhere">({1})</span>',
        address,
        mark,
    )
