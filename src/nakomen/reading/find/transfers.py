"""Whether data goes outside the European Economic Area, where to and how guarded."""

import re
from dataclasses import dataclass

from nakomen.reading.facts import Quote, TransferFact
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, subjects
from nakomen.reading.words.abroad import (
    ABROAD,
    ANSWER,
    APART,
    BRIEF,
    EXCEPT,
    GOES,
    HINTS,
    IN,
    LAW_TALK,
    MAYBE,
    NO,
    NOT,
    NOT_ABROAD,
    NOT_OUT,
    OF_DATA,
    OURSELVES,
    OUT,
    PEOPLE,
    STAYS,
    STILL,
    SUPPLIER,
    TELLS,
    TRADE,
    TRANSFER,
    WHERE,
    YES_NO,
)
from nakomen.reading.words.lexicon import Mention, lexicon
from nakomen.terms import Safeguard


@dataclass(frozen=True, kw_only=True)
class _Said:
    """What one sentence says of leaving the EEA."""

    quote: Quote
    outside: bool
    conditional: bool | None
    """None where the sentence only names a ground for going."""


def read_transfers(sentences: tuple[Sentence, ...]) -> TransferFact:
    """
    All sentences together: one that lets data go outweighs a denial in general.

    Countries are those outside the EEA to which data goes; safeguards those that are named in the
    same sentences or in the same section.
    """
    said: list[_Said] = []
    countries: dict[str, None] = {}
    guards: dict[Safeguard, None] = {}
    near = -2
    for n, sentence in enumerate(sentences):
        if _is_aside(sentence):
            continue
        low = sentence.low
        hinted = (
            any(hint in low for hint in HINTS)
            or low[:5].strip(" .,") in YES_NO
            or bool(_names_country(sentence.words))
        )
        found = _read(sentence) if hinted else None
        if found is None and said and n - near <= 2 and STILL.search(sentence.words):
            quote = Quote(quote=sentence.text, start=sentence.start)
            found = _Said(quote=quote, outside=True, conditional=True)
        named = (_countries(sentence.words) or _in_list(sentence)) if hinted else ()
        if found:
            said.append(found)
            near = n
            countries |= dict.fromkeys(named if found.outside else ())
        if found or n - near <= 2 or About.TRANSFER in subjects(sentence.section or ""):
            guards |= dict.fromkeys(_safeguards(sentence.words, bool(found and found.outside)))
    return _fact(said, tuple(countries), tuple(guards))


def _fact(
    said: list[_Said], countries: tuple[str, ...], guards: tuple[Safeguard, ...]
) -> TransferFact:
    out = [one for one in said if one.outside]
    if not out:
        told = tuple(one.quote for one in said)
        return TransferFact(outside_eea=False, told=told) if said else TransferFact()
    cases = [one.conditional for one in out if one.conditional is not None]
    return TransferFact(
        outside_eea=True,
        conditional=bool(cases) and all(cases),
        countries=countries,
        safeguards=guards,
        told=tuple(one.quote for one in out),
    )


def _is_aside(sentence: Sentence) -> bool:
    if sentence.role is Role.HEADING and not TELLS.search(sentence.words):
        return True
    return bool(LAW_TALK.search(sentence.words) or PEOPLE.search(sentence.words))


def _read(sentence: Sentence) -> _Said | None:
    words = sentence.words
    quote = Quote(quote=sentence.text, start=sentence.start)
    out = OUT.search(words) or (ABROAD.search(words) if GOES.search(words) else None)
    if words.rstrip().endswith("?"):
        return None
    if NOT_ABROAD.search(words):
        return _Said(quote=quote, outside=False, conditional=False)
    if answer := _answered(sentence, quote):
        return answer
    if out and (
        GOES.search(words)
        or SUPPLIER.search(words)
        or NOT_OUT.search(words)
        or About.TRANSFER in subjects(sentence.section or "")
    ):
        return _leaves(words, out, quote)
    countries = _countries(words) or _in_list(sentence)
    if countries:
        if _denies(words, words.lower().find("verenigde")):
            return _Said(quote=quote, outside=False, conditional=False)
        return _Said(quote=quote, outside=True, conditional=MAYBE.search(words) is not None)
    if _moves_under(words) and not (NO.search(words) and not EXCEPT.search(words)):
        return _Said(quote=quote, outside=True, conditional=MAYBE.search(words) is not None or None)
    if _stays(words):
        return _Said(quote=quote, outside=False, conditional=False)
    return None


def _moves_under(words: str) -> bool:
    """A ground for going: Privacy Shield and Safe Harbor, or a contract for a transfer."""
    codes = {mention.code for mention in lexicon("safeguards.toml").mentions(words)}
    if codes & {"privacy_shield", "safe_harbor"}:
        return True
    return bool(codes & {"scc", "bcr", "adequacy"}) and TRANSFER.search(words) is not None


def _in_list(sentence: Sentence) -> tuple[str, ...]:
    """Countries in a list of receivers, or in the column that says where they are."""
    if sentence.role not in (Role.ITEM, Role.ROW):
        return ()
    above = f"{sentence.section or ''} {sentence.lead or ''}"
    if not WHERE.search(sentence.columns or "") and About.SHARING not in subjects(above):
        return ()
    return _codes(sentence.words)


def _stays(words: str) -> bool:
    """All of it is and remains within the EEA."""
    within = IN.search(words) and STAYS.search(words) and OF_DATA.search(words)
    return bool(within) and not NOT.search(words)


def _names_country(words: str) -> list[Mention]:
    return lexicon("countries.toml", "outside").mentions(words)


def _answered(sentence: Sentence, quote: Quote) -> _Said | None:
    """ "Gaan er gegevens buiten de EU?" and "Nee.": the heading asks, the first words answer."""
    section = sentence.section or ""
    asks = OUT.search(section) or _names_country(section) or ABROAD.search(section)
    brief = About.TRANSFER in subjects(section) and len(sentence.words) <= BRIEF
    if not asks and not brief:
        return None
    found = ANSWER.match(sentence.words)
    if found is None or found.lastgroup is None or (found["maybe"] and not asks):
        return None
    return _Said(quote=quote, outside=not found["no"], conditional=bool(found["maybe"]))


def _leaves(words: str, out: re.Match[str], quote: Quote) -> _Said | None:
    if _denies(words, out.start()):
        if APART.search(words) and _countries(words):
            return _Said(quote=quote, outside=True, conditional=False)
        if EXCEPT.search(words):
            return _Said(quote=quote, outside=True, conditional=True)
        return _Said(quote=quote, outside=False, conditional=False)
    return _Said(quote=quote, outside=True, conditional=MAYBE.search(words) is not None)


def _denies(words: str, at: int) -> bool:
    """A "not" near the place: "niet buiten …" and "buiten … niet"."""
    if at < 0:
        return False
    before = NO.search(words, max(0, at - 120), at)
    after = NO.search(words, at, at + 120)
    passend = re.search(
        r"(?:niet|not)\s+(?:\w+\s+){0,4}(?:passend|adequa|zelfde|same)", words, re.I
    )
    return bool(before or after) and not passend


def _countries(words: str) -> tuple[str, ...]:
    """The countries outside the EEA that are named, but not of us and not of customers."""
    trade = TRADE.search(words) and not OF_DATA.search(words) and not TRANSFER.search(words)
    return () if trade or OURSELVES.match(words) else _codes(words)


def _codes(words: str) -> tuple[str, ...]:
    found = _names_country(words)
    return tuple(
        dict.fromkeys(
            m.code for m in found if words[m.start].isupper() and _spelt(words[m.start : m.end])
        )
    )


def _spelt(words: str) -> bool:
    """ "US" and "VS" are countries in capitals only."""
    return len(words) > 3 or words.upper() == words


def _safeguards(words: str, leaves: bool) -> tuple[Safeguard, ...]:
    found = dict.fromkeys(Safeguard(m.code) for m in lexicon("safeguards.toml").mentions(words))
    return tuple(g for g in found if leaves or g is not Safeguard.ANONYMISATION)
