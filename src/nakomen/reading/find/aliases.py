"""Other ways in which the text writes the company's name: short forms, trade names, capitals."""

import re
from collections.abc import Iterator

from nakomen.reading.words.company import LEGAL_FORM, NAME, is_common, key
from nakomen.reading.words.quick import Quick

_QUOTED = re.compile(r"[\"“„‘'*]{1,2}([A-Z][^\"”’'*()\n]{1,40})[\"”’'*]{1,2}")
_AFTER_NAME = re.compile(r"[\"'“”*]{0,3},?\s*\(([^()\n]{2,100})\)")
_CALLED = re.compile(
    r"(?:(?:hierna|verder)\s*(?:ook\s+)?(?:te\s+noemen|genoemd|aangeduid\s+als|:)?|"
    r"ook\s+wel(?:\s+genoemd)?|handelende?\s+onder\s+de\s+na(?:am|men)|h\.?o\.?d\.?n\.?|"
    r"onder\s+de\s+naam|(?:trading|operating|doing\s+business)\s+as|hereinafter|hereafter)\s*:?\s*[\"'“‘„*]{0,2}"
    rf"(?P<name>{NAME})"
)
_TRADE_NAME = Quick(
    rf"(?P<name>{NAME})[\"”’'*]{{0,2}},?\s+(?:is\s+)?(?:een|de|a)\s+(?:merk|handelsnaam|label|dienst|app|product|website|service|"
    r"trade\s?name|trading\s+name|brand)\b"
)
_US = frozenset(["wij", "we", "ons", "onze", "us", "our", "u", "de", "het"])


def read_aliases(text: str, name: str, group: list[str]) -> tuple[str, ...]:
    """Short forms that the text gives or uses, other forms found, and other capitals."""
    bare = key(LEGAL_FORM.sub("", name))
    others = [other for other in group if key(other) != bare]
    found = dict.fromkeys([*_given(text, name), *others, *_short(text, name)])
    for other in re.finditer(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@]|\.\w)", text, re.I):
        found[other.group()] = None
    return tuple(alias for alias in found if alias != name and not alias.islower())


def _given(text: str, name: str) -> Iterator[str]:
    """ "hierna: De Linde", "De Linde is een merk van …"."""
    for place in re.finditer(re.escape(name), text):
        if within := _AFTER_NAME.match(text, place.end()):
            for quoted in _QUOTED.finditer(within[1]):
                if quoted[1].casefold() not in _US:
                    yield quoted[1].strip(" ,.")
    for pattern in (_CALLED, _TRADE_NAME):
        for called in pattern.finditer(text):
            words = re.sub(r"(?: (?:van|de|en|of|and))+$", "", called["name"]).rstrip(".'’")
            if words.casefold() not in _US and not is_common(words, text):
                yield words


def _short(text: str, name: str) -> Iterator[str]:
    """The first words of the name, where they are used by themselves."""
    words = LEGAL_FORM.sub("", name).split()
    for size in range(len(words), 0, -1):
        short = " ".join(words[:size]).strip(" ,.")
        if len(key(short)) >= 4 and short != name and not is_common(short, text):
            alone = (
                rf"(?<![\w.@/-]){re.escape(short)}(?![\w@-]|\.\w| {re.escape(_next(name, short))})"
            )
            site = re.search(rf"[@/.]{re.escape(key(short))}\.[a-z]", text) if size == 1 else None
            if len(re.findall(alone, text)) >= (1 if site else 2):
                yield short


def _next(name: str, short: str) -> str:
    """The word of the full name that follows the short one."""
    rest = name.partition(short)[2].split()
    return rest[0] if rest else "\n"
