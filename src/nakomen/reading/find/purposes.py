"""What the company uses data for (AVG artikel 13 lid 1 onder c): lists first, then prose."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nakomen.reading.facts import PurposeFact
from nakomen.reading.find.bases import grounds
from nakomen.reading.find.purpose_asides import beside_data, with_that
from nakomen.reading.find.purpose_clauses import Clause, clauses
from nakomen.reading.find.purpose_lines import short
from nakomen.reading.find.purpose_lists import in_lists, is_bullet, titled
from nakomen.reading.find.purpose_references import with_references
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, listed, subjects
from nakomen.terms import Basis

_FOR = re.compile(
    r"\b(?:ten\s+behoeve\s+van|t\.b\.v\.|voor\s+(?:het|de)\s+\w+(?:en|ing)\s+van|for\s+the\s+\w+\s+of)"
    r"\s[^.;:()]{3,120}?(?=\s+(?:ma+k(?:en|t)|gebruiken|worden|zetten)\b|[.;:()]|,\s|\Z)",
    re.I,
)
_SO_THAT = re.compile(r"\b(?:zodat|opdat|so\s+that)\s+(?:wij|we|ik|I)\s[^.;:()]{3,120}", re.I)
_PROCESSING = re.compile(r"\bverwerk\w+\s+van\s+(?:\w+\s+)?(?:persoons)?gegevens", re.I)
"""Not what for, but that."""
_ENGAGES = re.compile(r"\bma+k(?:en|t)\b.{0,60}\bgebruik\s+van\b|\bmake\s+use\s+of\b", re.I)
_OF_THE_ABOVE = re.compile(
    r"\A\W*(?:de\s+)?(?:(?:rechts)?grond(?:slag)?\b|dit\s+doen|dat\s+doen|dit\s+mag|dat\s+mag|"
    r"deze\s+verwerking|legal\s+basis|the\s+legal\s+basis|we\s+do\s+this)",
    re.I,
)
_BRACKET = re.compile(r"\s*\([^()]{0,60}\)")
_FULL_LIST = 3
"""From this many on, a list is the company's account; an introduction in prose repeats it."""
_ROUND_ABOUT = frozenset({About.PURPOSE, About.DATA, About.BASIS})


def read_purposes(sentences: tuple[Sentence, ...]) -> tuple[PurposeFact, ...]:
    """
    Every stated purpose once, in text order: each bullet, row and heading, each clause of prose.

    Where no list tells, services used for something tell; where nothing tells, what each kind of
    data is for.
    """
    lists = with_references(list(in_lists(sentences)), sentences)
    told = {fact.section for fact in lists} if len(lists) >= _FULL_LIST else None
    found = lists + list(_in_prose(sentences, told))
    if told is None:
        found += beside_data(sentences)
    if not lists:
        found += _aside(s for s in sentences if _ENGAGES.search(s.words))
    found = found or list(_aside(s for s in sentences if _is_data(s)))
    first: dict[str, PurposeFact] = {}
    for fact in sorted(found, key=lambda fact: fact.start):
        first.setdefault(fact.label.casefold(), fact)
    return tuple(first.values())


def _in_prose(
    sentences: tuple[Sentence, ...], told: set[str | None] | None
) -> Iterator[PurposeFact]:
    """*told* are the sections with a list, where lists are the company's account."""
    titles = titled(sentences)
    below_title = False
    for n, sentence in enumerate(sentences):
        if sentence.role is Role.HEADING:
            below_title = sentence.start in titles
        elif sentence.role is Role.ROW or below_title or is_bullet(sentence) or _is_data(sentence):
            continue
        elif told is None or _is_topical(sentence) or _is_account(sentence, told):
            below = _ground_below(sentences, n)
            for fact in _prose(sentence):
                yield fact if fact.basis else replace(fact, basis=below)
            if n:
                yield from with_that(sentences[n - 1], sentence)


def _ground_below(sentences: tuple[Sentence, ...], n: int) -> Basis | None:
    """The ground of a sentence in the same paragraph that begins with "Grondslag" or "Dit doen"."""
    for sentence in sentences[n + 1 : n + 4]:
        if sentence.block != sentences[n].block:
            return None
        if _OF_THE_ABOVE.match(sentence.words):
            return next((fact.basis for fact in grounds(sentence, after=True)), None)
    return None


def _is_topical(sentence: Sentence) -> bool:
    """In a part on one thing, such as the newsletter, and not in an introduction."""
    section = sentence.section
    return (
        section is not None
        and not subjects(section) & _ROUND_ABOUT
        and "privacy" not in section.lower()
    )


def _is_account(sentence: Sentence, told: set[str | None]) -> bool:
    """In a part on purposes that has no list of its own."""
    section = sentence.section
    return section is not None and subjects(section) == {About.PURPOSE} and section not in told


def _aside(sentences: Iterator[Sentence]) -> Iterator[PurposeFact]:
    for sentence in sentences:
        if found := _FOR.search(sentence.words) or _SO_THAT.search(sentence.words):
            words = sentence.text[found.start() : found.end()].rstrip(" ,;")
            if _PROCESSING.search(words):
                continue
            yield PurposeFact(
                label=short(words),
                quote=words,
                start=sentence.start + found.start(),
                section=sentence.section,
            )


def _is_data(sentence: Sentence) -> bool:
    """An item of a list of data, whose "om" or "voor" only explains the item."""
    if sentence.role is not Role.ITEM:
        return False
    about = listed(sentence.lead, sentence.section)
    return About.DATA in about and About.PURPOSE not in about


def _prose(sentence: Sentence) -> Iterator[PurposeFact]:
    """The clauses of one sentence, with the ground that the sentence names apart from them."""
    found = clauses(sentence)
    if not found:
        return
    named = list(grounds(sentence))
    for clause in found:
        words = sentence.text[clause.start : clause.end]
        bracket = _BRACKET.match(sentence.words, clause.end)
        whole = sentence.text[clause.start : bracket.end() if bracket else clause.end]
        own = next(iter(grounds(replace(sentence, text=whole))), None) if named else None
        yield PurposeFact(
            label=short(words),
            basis=own.basis if own else _apart(sentence, found),
            quote=words,
            start=sentence.start + clause.start,
            section=sentence.section,
        )


def _apart(sentence: Sentence, found: list[Clause]) -> Basis | None:
    """A ground outside all purposes holds for each of them."""
    words = sentence.words
    for clause in reversed(found):
        words = words[: clause.start] + "·" + words[clause.end :]
    fact = next(iter(grounds(replace(sentence, text=words))), None)
    return fact.basis if fact else None
