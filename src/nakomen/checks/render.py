"""A finding as people read it: place, sentence, the line with a caret, and the cure."""

import re
import textwrap
import unicodedata

from nakomen.policy.codes import shown
from nakomen.terms import Finding, Lang, Place, Severity, Text

_WIDTH = 96
_GUTTER = 6
_HINT = Text("tip", "hint")
_SOURCE = Text("bron", "source")
_WEIGHT = {
    Severity.ERROR: Text("", ""),
    Severity.WARNING: Text("(let op) ", "(warning) "),
    Severity.NOTE: Text("(ter info) ", "(note) "),
}
# What the caret underlines: a quoted text, else all up to a comment, colon, comma or bracket.
_WORD = re.compile(
    r"[\[{]|\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|(?:[^\s:,\]}]|:(?=\S)|,(?=\S)| (?!\s|#))+"
)


def render(finding: Finding, lang: Lang, width: int | None = None) -> str:
    """
    Several lines without an end; holds no control characters and no passwords.

    Sentences are folded between words to *width* columns; the user's own line is cut to it.
    """
    place = shown(finding.place.file)
    head = f"{place}:{finding.place.line}:{finding.place.column}: {finding.code} "
    weight = _WEIGHT[finding.severity].in_(lang)
    lines = _folded(f"{head}{weight}{finding.message.in_(lang)}", width)
    if finding.source_line is not None and finding.source_line.strip():
        lines += _line_with_caret(
            finding.source_line, finding.place, min(_WIDTH, (width or _WIDTH) - _GUTTER)
        )
    lines += _folded(f"{_HINT.in_(lang)}: {finding.hint.in_(lang)}", width)
    if finding.article:
        lines += _folded(f"{_SOURCE.in_(lang)}: {finding.article}", width)
    return "\n".join(lines)


def _folded(text: str, width: int | None) -> list[str]:
    if width is None:
        return [text]
    return textwrap.wrap(
        text, width, subsequent_indent="  ", break_long_words=False, break_on_hyphens=False
    )


def _line_with_caret(line: str, place: Place, width: int) -> list[str]:
    number, column = place.line, place.column - 1
    cut = max(0, column - width * 2 // 3) if len(line) > width else 0
    before = ("…" if cut else "") + _safe(line[cut:column])
    rest = _safe(line[column:])
    room = max(1, width - len(before))
    after = rest if len(rest) <= room else rest[: room - 1] + "…"
    word = _WORD.match(after)
    carets = "^" * max(1, _columns(word[0].rstrip()) if word else 1)
    gutter = f"{number:>3}"
    pad = " " * _columns(before)
    return [f"{gutter} | {before}{after}", f"{' ' * len(gutter)} | {pad}{carets}"]


def _safe(text: str) -> str:
    """*text* with a sign for each tab and for what cannot be seen."""
    return "".join(map(_shown, text))


def _shown(sign: str) -> str:
    if sign == "\t":
        return "→"
    kind = unicodedata.category(sign)
    if kind == "Zs":
        return " "
    return "·" if kind[0] in "CZ" else sign


def _columns(text: str) -> int:
    """How wide a terminal shows *text*."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )
