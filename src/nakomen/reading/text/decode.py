"""The bytes of a text as characters, whatever encoding they were saved in."""

import codecs
import re
from dataclasses import dataclass

_MARKS = {
    codecs.BOM_UTF8: "utf-8",
    codecs.BOM_UTF16_LE: "utf-16-le",
    codecs.BOM_UTF16_BE: "utf-16-be",
}
_SAMPLE = 4000
_DECLARED = re.compile(
    rb"<meta[^>]{0,200}?charset\s{0,5}=\s{0,5}[\"']?([\w.:-]{2,30})"
    rb"|\A\s{0,100}<\?xml[^>]{0,100}?encoding\s{0,5}=\s{0,5}[\"']([\w.:-]{2,30})",
    re.I,
)
_HEAD = 20_000
_OF_PAGES = re.compile(
    r"utf-8|iso8859-\d{1,2}|cp125\d|koi8-[ru]|mac-roman|gb\w{4,5}|big5|shift_jis|euc_"
)
"""Names that a page may give; others are not encodings of text, or would take for ever."""
_AS_BROWSERS_DO = {"iso8859-1": "cp1252", "ascii": "cp1252"}


@dataclass(frozen=True, kw_only=True)
class Decoded:
    """*old* when some bytes were no UTF-8 and were read as Windows-1252."""

    text: str
    old: bool = False


def decode(data: bytes) -> Decoded:
    """
    UTF-8 or UTF-16, with or without a mark; any other byte is a letter of Windows-1252.

    >>> decode("Café".encode("utf-16-le")).text, decode("één".encode("cp1252"))
    ('Café', Decoded(text='één', old=True))
    """
    for mark, encoding in _MARKS.items():
        if data.startswith(mark):
            return _lenient(data[len(mark) :], encoding)
    return _lenient(data, _wide(data) or "utf-8")


def decode_page(data: bytes) -> Decoded:
    """As ``decode``, but a page may declare another encoding; UTF-8 that fits speaks first."""
    declared = _declared(data)
    if declared is None or data.startswith(tuple(_MARKS)) or _wide(data):
        return decode(data)
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError:
        return _lenient(data, declared)


def _declared(data: bytes) -> str | None:
    found = _DECLARED.search(data, 0, _HEAD)
    if not found:
        return None
    try:
        name = codecs.lookup((found.group(1) or found.group(2)).decode("ascii")).name
    except LookupError:
        return None
    name = _AS_BROWSERS_DO.get(name, name)
    # A page that could say so in plain bytes is not UTF-16, whatever it says.
    return name if _OF_PAGES.match(name) else "utf-8"


def _wide(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of Western text is zero, the others hardly ever."""
    sample = data[: min(_SAMPLE, len(data) // 2 * 2)]
    half = len(sample) // 2
    first, second = sample[0::2].count(0), sample[1::2].count(0)
    if half < 4 or max(first, second) < 0.4 * half or min(first, second) > 0.05 * half:
        return None
    return "utf-16-be" if first > second else "utf-16-le"


def _lenient(data: bytes, encoding: str) -> Decoded:
    if encoding != "utf-8":
        return Decoded(text=data.decode(encoding, "replace"))
    try:
        return Decoded(text=data.decode("utf-8"))
    except UnicodeDecodeError:
        return Decoded(text=data.decode("utf-8", "nakomen.cp1252"), old=True)


def _letters(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8 as letters; five have none in cp1252 and become controls."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    wrong = error.object[error.start : error.end]
    return "".join(map(_letter, wrong)), error.end


def _letter(byte: int) -> str:
    try:
        return bytes((byte,)).decode("cp1252")
    except UnicodeDecodeError:
        return chr(byte)


codecs.register_error("nakomen.cp1252", _letters)
