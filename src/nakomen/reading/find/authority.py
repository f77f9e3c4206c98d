"""Where she may complain: the authority as the text names it (AVG artikel 77)."""

import re

from nakomen.reading.facts import Said
from nakomen.reading.text.sentences import Sentence
from nakomen.reading.words.quick import Quick

_HINTS = (
    "autoriteit",
    "authority",
    "privacycommissie",
    "toezicht",
    " ap",
    "(ap",
    "commission",
    "college bescherming",
    "commissie voor",
)
_NAME = Quick(
    r"\b(?P<name>(?:Nederlandse\s+|Belgische\s+|Dutch\s+|Belgian\s+)?(?:"
    r"Autoriteit\s+Persoonsgegevens|Gegevensbeschermingsautoriteit|"
    r"Autoriteit\s+(?:voor\s+)?(?:de\s+)?(?:G|g)egevensbescherming|"
    r"(?:Personal\s+)?Data\s+Protection\s+Authority|"
    r"Privacycommissie|Commissie\s+voor\s+de\s+[Bb]escherming\s+van\s+de\s+[Pp]ersoonlijke\s+"
    r"[Ll]evenssfeer|College\s+[Bb]escherming\s+[Pp]ersoonsgegevens|"
    r"Vlaamse\s+Toezichtcommissie|Information\s+Commissioner['’]?s?\s+Office)"
    r")(?!\w)",
)
_LOOSE = re.compile(
    r"\b(?P<name>(?:dutch\s+|nederlandse\s+)?(?:autoriteit\s+persoonsgegevens|"
    r"gegevensbeschermingsautoriteit|data\s+protection\s+authority))\b",
    re.I,
)
_SHORT = re.compile(r"(?<![\w.])(?<!\d )(?P<name>AP|GBA|ICO)(?![\w-])")
_SITE = Quick(r"\bautoriteitpersoonsgegevens\.nl\b", re.I)
_COMPLAINT = re.compile(
    r"\b(?:klacht\w{0,8}|klagen|beklag|complain\w{0,3}|niet\s+(?:\w+\s+){0,4}(?:eens|tevreden|blij)|ontevreden|oneens|\bniks\b|"
    r"terecht\s+bij|wenden\s+tot|tip\b|melding\s+(?:te\s+)?(?:doen|maken))",
    re.I,
)
_SUPERVISES = Quick(r"\btoezicht(?:houder|houdende|houdt)\b|supervisory\s+authority", re.I)


def read_authority(sentences: tuple[Sentence, ...]) -> Said[str] | None:
    """
    The first authority that is named for complaints; named for leaks or for advice it is none.
    """
    for number, sentence in enumerate(sentences):
        if not any(hint in sentence.low for hint in _HINTS):
            continue
        near = sentences[max(0, number - 2) : number]
        if (name := _name(sentence)) and _for_complaints(sentence, near):
            return Said(quote=sentence.text, start=sentence.start, value=name)
    return None


def _name(sentence: Sentence) -> str | None:
    words = sentence.words
    for pattern in (_NAME, _LOOSE, _SHORT):
        if found := pattern.search(words):
            return " ".join(found["name"].split())
    return "Autoriteit Persoonsgegevens" if _SITE.search(words) else None


def _for_complaints(sentence: Sentence, near: tuple[Sentence, ...]) -> bool:
    """The sentence, its heading or list, or the one before it speaks of complaints."""
    around = f"{sentence.section or ''} {sentence.lead or ''}"
    if _COMPLAINT.search(sentence.words) or _COMPLAINT.search(around):
        return True
    same = [s for s in near if s.section == sentence.section]
    return any(_COMPLAINT.search(s.words) or _SUPERVISES.search(s.words) for s in same)
