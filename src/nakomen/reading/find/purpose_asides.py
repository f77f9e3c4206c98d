"""Purposes beside an item of data: in brackets, behind a colon, or in the next sentence."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import PurposeFact
from nakomen.reading.find.purpose_clauses import is_aside, tells
from nakomen.reading.find.purpose_lines import short
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, listed
from nakomen.reading.words.lexicon import lexicon
from nakomen.reading.words.quick import Quick

_IN_ORDER = r"om\s[^():;]{2,140}?\bte\s+(?:kunnen\s+)?\w{3}[^():;]{0,120}"
_WORK = r"(?:\w+\s){0,2}\w*(?:ing|atie|incasso|service|beheer|administratie|controle|onderzoek)"
_BESIDE = Quick(
    rf"\w\s?\((?P<bracket>{_IN_ORDER}|voor\s+(?!zover)(?:het\s\w+en\s[^():;]{{3,100}}|{_WORK}))\)"
    rf"|\A\W{{0,4}}[\w/-]+(?:\s[\w/-]+){{0,4}}(?::|\s[–—-])\s+(?P<behind>{_IN_ORDER})",
    re.I,
)
_BETWEEN = re.compile(r",?\s+(?:en\s+)?(?=om\s[^,()]{2,140}\bte\s)", re.I)
_WITH_IT = Quick(
    r"\A\W{0,3}(?:daarmee|hiermee)\s+(?:kunnen|willen)\s+(?:wij|we)\s"
    r"([^.;:()]{4,140})",
    re.I,
)
_NOT = re.compile(
    r"\b(?:niet|geen|nooit|identiteit|garanderen|waarborgen|beveiligen|beschermen)\b", re.I
)
_GIVES = Quick(
    r"\b(?:delen|deelt|gedeeld|verstrek\w*|doorge\w+|derden|cookies?|bewaartermijn|toestemming)\b",
    re.I,
)
_OF_OTHERS = frozenset(About) - {About.DATA, About.PURPOSE, About.BASIS, About.CONTACT}


def beside_data(sentences: tuple[Sentence, ...]) -> Iterator[PurposeFact]:
    """The purposes of "e-mailadres (om u te informeren)" and "Adres: om te bezorgen"."""
    for sentence in sentences:
        if sentence.role is Role.HEADING or sentence.role is Role.ROW:
            continue
        for found in _BESIDE.finditer(sentence.words):
            head = found.string[: found.start(found.lastgroup or 0)]
            if _is_of_others(sentence) or not _names_data(head[-80:]):
                break
            start, end = found.span(found.lastgroup or 0)
            yield from _each(sentence, start, end)


def with_that(before: Sentence, sentence: Sentence) -> Iterator[PurposeFact]:
    """ "Wij bewaren uw nummer. Daarmee kunnen wij u bellen": *before* says what is kept."""
    found = _WITH_IT.match(sentence.words)
    if not found or before.block != sentence.block or _NOT.search(found[1]):
        return
    if tells(before):
        yield _fact(sentence, found.start(1), found.end(1))


def _is_of_others(sentence: Sentence) -> bool:
    about = listed(sentence.lead, sentence.section) if sentence.lead else frozenset[About]()
    return is_aside(sentence) or bool(about & _OF_OTHERS) or bool(_GIVES.search(sentence.words))


def _names_data(words: str) -> bool:
    return "gegevens" in words.lower() or any(
        lexicon("data_words.toml", part).mentions(words) for part in ("sure", "near")
    )


def _each(sentence: Sentence, start: int, end: int) -> Iterator[PurposeFact]:
    for joint in _BETWEEN.finditer(sentence.words, start, end):
        if joint.start() > start:
            yield _fact(sentence, start, joint.start())
            start = joint.end()
    yield _fact(sentence, start, end)


def _fact(sentence: Sentence, start: int, end: int) -> PurposeFact:
    words = sentence.text[start:end].rstrip(" ,;.")
    return PurposeFact(
        label=short(words), quote=words, start=sentence.start + start, section=sentence.section
    )
