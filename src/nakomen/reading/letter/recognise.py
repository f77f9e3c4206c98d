"""
Which right a letter asks for, in Dutch or English.

It is sure only where the letter asks for one right and nothing speaks against that. Two rights, a
complaint, a reminder, a question how something is done, words that stand only in what she forwards:
then a person reads it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from nakomen.reading.letter.parts import parts
from nakomen.reading.letter.signs import Strength, names_the_law, signs_in
from nakomen.reading.letter.spelling import plain
from nakomen.reading.text.language import language_of
from nakomen.terms import Lang, Right

_STOP = re.compile(r"(?<=[.!?;])\s+|\n\s*\n|\n(?=\s*(?:[-*•]|\d+[.)])\s)")
_ITEM = re.compile(r"\s*(?:[-*•]|\d+[.)])\s")
_ABBREVIATED = re.compile(r"\b(art|nr|mr|dr|mw|dhr|bv|v|n|jl|vr|gr)\.\s", re.IGNORECASE)
_UNLESS = re.compile(
    r"\s*(?:als|indien|mocht\w*|wanneer|zodra|tenzij|if|should|in case|unless|once)\b"
)
_HOW = re.compile(
    r"\b(?:hoe (?:kan|kun|moet|werkt)|how (?:can|do|to|would)|kan ik (?:\w+ ){0,4}zelf"
    r"|can i (?:\w+ ){0,4}myself|where can i)\b"
)
_NOT = re.compile(
    r"\b(?:niet|geen|nooit|not|don't|never)\b\s(?:\w+\s){0,2}(?:verwijder|wis|vernietig|delet|eras"
    r"|remov|te wissen)\w*"
)
_EARLIER = re.compile(
    r"\b(?:eerdere?|previous|earlier|mijn|my|your) (?:\w+ ){0,2}(?:\w*verzoek|request)"
    r" (?:van|of|from|d\.d\.) (?:\w+ )?\d|\bherinnering\b|\breminder\b|\bhow you handled\b"
    r"|\b(?:nog steeds|still) (?:geen|niet|no|not|have not|haven't)\b"
)
_COMPLAINT = re.compile(r"\bklachte?n?\b|\bcomplain\w*\b|\bdatalek\b|\bdata breach\b")
_ENGLISH = frozenset(("i", "my", "you", "your", "please"))
_DUTCH = frozenset(("ik", "mijn", "mij", "u", "uw", "jullie", "wij", "graag"))
_READ = 20_000
"""Signs of a letter that are read; who needs more to ask something is read by a person."""
_OFFER = re.compile(
    r"\b(?:we (?:can|sell|offer)|our (?:services|prices|offer)|wij (?:bieden|verkopen)"
    r"|contact us for)\b"
)
_DONE = re.compile(
    r"\bi (?:have |had |accidentally )*(?:deleted|removed|erased)\b|\b(?:restore|terugzetten)\b"
    r"|\bik heb [^.]{0,40}(?:verwijderd|gewist)\b"
)
_AGAINST = (_HOW, _EARLIER, _COMPLAINT, _OFFER, _DONE)
_MANY = 3
"""Rights in one sentence from which on it lists them."""


@dataclass(frozen=True, kw_only=True)
class Recognised:
    """
    What a letter asks. *right* is None where nothing points to one right. *own* is what she wrote
    herself, up to her greeting.
    """

    right: Right | None
    sure: bool
    language: Lang
    own: str


def recognise(subject: str, text: str) -> Recognised:
    """
    Read one letter.

    >>> found = recognise("Verzoek", "Wilt u mijn gegevens verwijderen?")
    >>> found.right.value, found.sure, found.language.value
    ('erasure', True, 'nl')
    """
    split = parts(text[:_READ])
    title = re.sub(r"(?i)^\s*(?:(?:re|fw|fwd|antw|doorst)\s*:\s*)+", "", subject)
    answers = title != subject.strip() and bool(split.under)
    mine = plain(split.own)
    lawful = names_the_law(mine) or names_the_law(plain(title))
    heads = [] if answers else [plain(title)]
    asked = _asked([*heads, *_sentences(mine)], lawful)
    certain = _one({right: sign for right, sign in asked.items() if sign > Strength.TOLD})
    likely = certain or _one(asked) or _one(_asked(_sentences(plain(split.under)), lawful=True))
    return Recognised(
        right=likely,
        sure=certain is not None and not _spoken_against(mine),
        language=_language(f"{subject}\n{split.own}" if split.own else text),
        own=split.own,
    )


def _language(text: str) -> Lang:
    """A short letter tells by who speaks in it to whom."""
    words = re.findall(r"\w+", text.casefold())
    english, dutch = (sum(word in own for word in words) for own in (_ENGLISH, _DUTCH))
    spoken = "en" if english > dutch else "nl" if dutch > english else language_of(text)
    return Lang.EN if spoken == "en" else Lang.NL


def _sentences(text: str) -> Iterator[str]:
    whole = _ABBREVIATED.sub(r"\1 ", text)
    for sentence in _STOP.split(whole):
        if sentence and sentence.strip():
            yield re.sub(r"\s*\n\s*", " ", sentence)


def _asked(sentences: Iterable[str], lawful: bool) -> dict[Right, Strength]:
    """Each right with its strongest sign. A list and a condition ask nothing by themselves."""
    strongest: dict[Right, Strength] = {}
    for sentence in sentences:
        found = signs_in(sentence, lawful)
        if len(found) >= _MANY or _ITEM.match(sentence) or _UNLESS.match(sentence):
            continue
        if _NOT.search(sentence):
            found.pop(Right.ERASURE, None)
        for right, strength in _settled(found).items():
            strongest[right] = max(strength, strongest.get(right, strength))
    return strongest


def _settled(found: dict[Right, Strength]) -> dict[Right, Strength]:
    """
    Within a sentence: a copy that a machine reads is taken along; what describes the data says
    nothing beside what is done with them.
    """
    settled = dict(found)
    if Right.PORTABILITY in settled:
        settled.pop(Right.ACCESS, None)
    if len(settled) > 1:
        settled = {r: s for r, s in settled.items() if s > Strength.HINTED} or settled
    return settled


def _one(asked: dict[Right, Strength]) -> Right | None:
    """The one right that is asked; a hint counts only when nothing else was said."""
    firm = {right for right, strength in asked.items() if strength > Strength.HINTED}
    among = firm or set(asked)
    return next(iter(among)) if len(among) == 1 else None


def _spoken_against(text: str) -> bool:
    said = " ".join(s for s in _sentences(text) if not _UNLESS.match(s))
    return any(sign.search(said) for sign in _AGAINST)
