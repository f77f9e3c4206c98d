"""A finding as people read it: place, sentence, the line with a caret, and the cure."""

import re
import unicodedata

from nakomen.policy.codes import shown
from nakomen.terms import Finding, Lang, Severity, Text

_WIDTH = 96
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


def render(finding: Finding, lang: Lang) -> str:
    """Several lines without an end; holds no control characters and no passwords."""
    place = shown(finding.place.file)
    head = f"{place}:{finding.place.line}:{finding.place.column}: {finding.code} "
    lines = [f"{head}{_WEIGHT[finding.severity].in_(lang)}{finding.message.in_(lang)}"]
    if finding.source_line is not None and finding.source_line.strip():
        lines += _line_with_caret(finding.source_line, finding.place.line, finding.place.column - 1)
    lines.append(f"{_HINT.in_(lang)}: {finding.hint.in_(lang)}")
    if finding.article:
        lines.append(f"{_SOURCE.in_(lang)}: {finding.article}")
    return "\n".join(lines)


def _line_with_caret(line: str, number: int, column: int) -> list[str]:
    cut = max(0, column - _WIDTH * 2 // 3) if len(line) > _WIDTH else 0
    before = ("…" if cut else "") + _safe(line[cut:column])
    rest = _safe(line[column:])
    room = max(1, _WIDTH - len(before))
    after = rest if len(rest) <= room else rest[: room - 1] + "…"
    word = _WORD.match(after)
    carets = "^" * max(1, _columns(word[0].rstrip()) if word else 1)
    gutter = f"{number:>3}"
    pad = " " * _columns(before)
    return [f"{gutter} | {before}{after}", f"{' ' * len(gutter)} | {pad}{carets}"]


def _safe(text: str) -> str:
    """*text* with a sign for each tab and for what cannot be seen."""
    return "".join(
        "→" if sign == "\t" else sign if unicodedata.category(sign)[0] not in "CZ" or sign == " "
        else " " if unicodedata.category(sign) == "Zs" else "·"
        for sign in text
    )  # fmt: skip


def _columns(text: str) -> int:
    """How wide a terminal shows *text*."""
    return sum(
        0 if unicodedata.combining(sign) else 1 + (unicodedata.east_asian_width(sign) in "WF")
        for sign in text
    )
