"""On which grounds the company says it works (AVG artikel 6 lid 1)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nakomen.reading.facts import BasisFact
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, subjects
from nakomen.reading.words.lexicon import Mention, lexicon
from nakomen.terms import Basis

_HINTS = (
    *("toestem", "overeenkomst", "contract", "wettelijk", "wet ", "wetgeving", "belang", "consent"),
    *("legal", "interest", "instem", "stemt", "goedkeuring", "verplicht", "law", "lid 1", "6(1)"),
    *("openbaar", "publiek", "permission", "opt-in", "agreement", "statutory", "stem je", "6 1"),
)
_GROUND = re.compile(
    r"grondslag|rechtsgrond|op\s+(?:de\s+)?(?:basis|grond)\s+van|\bart(?:ikel|\.)?\s*6\b|"
    r"gebaseerd\s+op|\bberust|legal\s+(?:bas[ie]s|ground)|on\s+the\s+basis|based\s+on|"
    r"lawful|article\s+6",
    re.I,
)
_NO_GROUND = {
    Basis.CONSENT: re.compile(
        r"\b(?:ouder|voogd|parent|guardian|zonder\s+(?:\w+\s+){0,3}toestemming|"
        r"without\s+(?:\w+\s+){0,3}consent|geen\s+(?:\w+\s+)?toestemming|no\s+consent|"
        r"(?:intrek|intrekken|ingetrokken|in\s+te\s+trekken|herroep\w*|withdraw\w*)\b|"
        r"toestemming\s+(?:van|toe)\s+(?:de\s+)?(?:auteur|derde|ons)|schriftelijke\s+toestemming\s+"
        r"van|toestemming\s+(?:is|hebben|hebt|heeft)?\s*\w*\s*verkregen\s+van|cookie|overnemen|"
        r"rechthebbende|auteur)",
        re.I,
    ),
    Basis.CONTRACT: re.compile(
        r"\b(?:verwerkersovereenkomst|bewerkersovereenkomst|onderaannem)", re.I
    ),
    Basis.LEGAL_OBLIGATION: re.compile(
        r"\b(?:tenzij|behalve|unless|except)\b|\bniet\s+(?:langer|wettelijk)|\blangere?\s+"
        r"(?:bewaar|te\s+bewaren)|bewaartermijn|datalek|meldingsplicht|"
        r"geen\s+wettelijke|not\s+(?:legally|required)",
        re.I,
    ),
}
_EXPLAINS = re.compile(
    r"\b(?:de\s+(?:avg|wet)\s+(?:kent|noemt|schrijft|eist|bepaalt\s+dat|vereist)|"
    r"(?:zes|6)\s+grondslagen|mogen\s+(?:alleen\s+|slechts\s+)?(?:persoons)?gegevens|"
    r"indien\s+(?:de|onze)\s+verwerking\s+(?:is\s+)?(?:gebaseerd|gegrond|berust)|"
    r"gdpr\s+(?:requires|allows))",
    re.I,
)
_ASIDE = frozenset({About.RIGHTS, About.CONTACT, About.TERMS, About.RETENTION, About.SECURITY})
_TOPICS = frozenset({About.PURPOSE, About.BASIS, About.DATA})


def read_bases(sentences: tuple[Sentence, ...]) -> tuple[BasisFact, ...]:
    """Each ground once: the first sentence that calls it a ground, or else the first of all."""
    first: dict[Basis, BasisFact] = {}
    for sentence in sentences:
        for fact in grounds(sentence):
            known = first.get(fact.basis)
            if known is None:
                first[fact.basis] = fact
            elif fact.explicit and not known.explicit:
                first[fact.basis] = replace(fact, explicit=True)
    return tuple(sorted(first.values(), key=lambda fact: fact.start))


def grounds(sentence: Sentence) -> Iterator[BasisFact]:
    """The grounds that one sentence names for what the company itself does."""
    low = sentence.words.lower()
    if not any(hint in low for hint in _HINTS) or _is_aside(sentence):
        return
    explicit = _is_explicit(sentence)
    for mention in lexicon("bases.toml").mentions(sentence.words):
        basis = Basis(mention.code)
        if not _excluded(sentence.words, basis, mention):
            yield BasisFact(
                basis=basis,
                explicit=explicit,
                quote=sentence.text,
                start=sentence.start,
                section=sentence.section,
            )


def _is_aside(sentence: Sentence) -> bool:
    if _EXPLAINS.search(sentence.words) or sentence.role is Role.HEADING:
        return True
    about = subjects(sentence.section or "")
    return bool(about & _ASIDE) and not about & _TOPICS and not _GROUND.search(sentence.words)


def _is_explicit(sentence: Sentence) -> bool:
    announced = sentence.role is not Role.PROSE and _GROUND.search(sentence.lead or "")
    section = About.BASIS in subjects(sentence.section or "")
    return bool(_GROUND.search(sentence.words) or announced or section)


def _excluded(words: str, basis: Basis, mention: Mention) -> bool:
    pattern = _NO_GROUND.get(basis)
    if pattern is None:
        return False
    around = words[max(0, mention.start - 90) : mention.end + 60]
    return pattern.search(around) is not None
