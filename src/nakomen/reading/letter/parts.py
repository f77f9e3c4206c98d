"""What somebody wrote herself, apart from what she answers, forwards or signs with."""

import re
from dataclasses import dataclass

_REPLY = re.compile(
    r"^\s*(?:(?:op|on)\b.{4,120}\b(?:schreef|wrote)\b.*:?\s*$"
    r"|-{2,}\s*(?:oorspronkelijk|original|doorgestuurd|forwarded)\b.*"
    r"|_{10,}\s*$|begin (?:doorgestuurd bericht|forwarded message).*)",
    re.IGNORECASE,
)
_HEADER = re.compile(r"^\s*\*?(?:van|from)\s?:\*?\s+\S", re.IGNORECASE)
_NEXT_HEADER = re.compile(
    r"^\s*\*?(?:verzonden|sent|datum|date|aan|to|onderwerp|subject)\s?:", re.IGNORECASE
)
_CLOSING = re.compile(
    r"^\s*(?:met (?:vriendelijke|hartelijke|beleefde)|vriendelijke groet|hoogachtend|mvg\b"
    r"|vr\. ?gr|groet(?:en|jes)?\b.{0,30}$|(?:kind|best|warm) (?:regards|wishes)|regards\b"
    r"|yours (?:faithfully|sincerely|truly)|sincerely\b|--\s*$|verstuurd vanaf|sent from my)",
    re.IGNORECASE,
)
_NOTICE = re.compile(
    r"(?:uitsluitend (?:bestemd|bedoeld)|niet de (?:geadresseerde|beoogde ontvanger)|ten onrechte"
    r" ontvang\w+|intended (?:recipient|solely|only)|received this (?:e-?mail|message) in error)",
    re.IGNORECASE,
)


@dataclass(frozen=True, kw_only=True)
class Parts:
    """*own*: her words up to her greeting. *under*: what she quotes or forwards."""

    own: str
    under: str


def parts(text: str) -> Parts:
    """
    Apart what stands in one mail.

    >>> parts("Graag inzage.\\nGroeten, Bo\\n> Hoe kunnen wij helpen?")
    Parts(own='Graag inzage.', under='Hoe kunnen wij helpen?')
    """
    lines = text.replace("\r\n", "\n").replace("\xa0", " ").split("\n")
    own, under = lines[: _cut(lines)], lines[_cut(lines) :]
    quoted = [line.lstrip("> ") for line in own if line.startswith(">")]
    mine = [line for line in own if not line.startswith(">")]
    return Parts(own=_clean(_unsigned(mine)), under=_clean([*quoted, *under]))


def _cut(lines: list[str]) -> int:
    for number, line in enumerate(lines):
        after = lines[number + 1 : number + 4]
        if _REPLY.match(line):
            return number
        if _HEADER.match(line) and any(_NEXT_HEADER.match(later) for later in after):
            return number
    return len(lines)


def _unsigned(lines: list[str]) -> list[str]:
    """Without the greeting and what follows it, where something was said before it."""
    for number, line in enumerate(lines):
        if _CLOSING.match(line) and any(before.strip() for before in lines[:number]):
            return lines[:number]
    return lines


def _clean(lines: list[str]) -> str:
    paragraphs = re.split(r"\n\s*\n", "\n".join(lines))
    return "\n\n".join(p.strip() for p in paragraphs if p.strip() and not _NOTICE.search(p))
