"""What a footer tells that a statement may leave to it: who the company is and how to reach it."""

import re
from collections.abc import Iterable, Iterator

_TELLS = re.compile(
    r"\bk\.?\s?v\.?\s?k\b|kamer\s+van\s+koophandel|chamber\s+of\s+commerce|handelsregister"
    r"|\bbtw\b|\bvat\b|\bNL\s?\d{9}\s?B\s?\d{2}\b|\bNL\d{2}\s?[A-Z]{4}\s?\d"
    r"|\b\d{4}\s?[A-Z]{2}\b|\bpostbus\s+\d|[\w.+-]{1,64}@[\w-]{1,60}\.\w"
    r"|(?:\+31|\b0)[\s(0)-]{0,4}[1-9](?:[\s-]{0,3}\d){7,8}\b|\b(?:tel|telefoon|phone|t)\b\.?:?\s*[+0]",
    re.I,
)
_POSTCODE = re.compile(r"\b\d{4}\s?[A-Z]{2}\b|\bpostbus\s+\d", re.I)
_LEGAL = re.compile(r"\b(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|stichting|co[oö]peratie)(?!\w)")
_DATED = re.compile(
    r"\b(?:versie|version|laatst\w?|last|gewijzigd|bijgewerkt|vastgesteld|updated)\b.{0,60}\b20\d\d",
    re.I,
)
_MARK = re.compile(r"\A(?:#{1,6}|[-*•])\s+")
_LONGEST = 240


def contact_lines(lines: Iterable[str]) -> Iterator[str]:
    """
    The lines of *lines* that tell who or where; an address keeps the two lines above it.

    >>> list(contact_lines(["Diensten", "Wilg ICT", "Dorpsstraat 1", "1234 AB Ede", "Blog"]))
    ['Wilg ICT', 'Dorpsstraat 1', '1234 AB Ede']
    """
    listed = [_MARK.sub("", line.strip()) for line in lines]
    keep = {i for i, line in enumerate(listed) if _tells(line)}
    for i in [i for i in keep if _POSTCODE.search(listed[i])]:
        above = [n for n in (i - 1, i - 2) if n >= 0]
        for n in above:
            if not listed[n] or len(listed[n]) > 60:
                break
            keep.add(n)
    yield from (listed[i] for i in sorted(keep))


def _tells(line: str) -> bool:
    if not line or len(line) > _LONGEST:
        return False
    return any(sign.search(line) for sign in (_TELLS, _LEGAL, _DATED))
