"""The short version that stands above a long one: it says again what stands below."""

import re

from nakomen.reading.text.sentences import Sentence, plain

_TITLE = re.compile(
    r"(?:(?:de privacyverklaring|ons privacybeleid|dit alles) )?(?:in het kort|kort samengevat|"
    r"(?:korte )?samenvatting|in short|(?:short )?summary|at a glance)",
    re.I,
)
_DETAILS = 3
"""So many other headings below it make it a summary, and not a short statement."""


def without_summary(sentences: tuple[Sentence, ...]) -> tuple[Sentence, ...]:
    """*sentences* without those of a summary; all of them where nothing is told at length."""
    short = {s.section for s in sentences if s.section and _TITLE.fullmatch(plain(s.section))}
    if not short:
        return sentences
    last = max(n for n, s in enumerate(sentences) if s.section in short)
    below = {s.section for s in sentences[last + 1 :] if s.section}
    if len(below) < _DETAILS:
        return sentences
    return tuple(s for s in sentences if s.section not in short)
