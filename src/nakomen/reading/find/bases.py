"""On which grounds the company says it works (AVG artikel 6 lid 1)."""

import re
from collections.abc import Iterator
from dataclasses import replace

from nakomen.reading.facts import BasisFact
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.text.table import rows
from nakomen.reading.words.about import About, subjects
from nakomen.reading.words.gazetteer import spot
from nakomen.reading.words.lexicon import Mention, lexicon
from nakomen.reading.words.quick import Quick
from nakomen.terms import Basis

_FILE = "bases.toml"
_SUBJECT = 3
"""A known service that begins the sentence is the one that acts."""
_HINTS = (
    *(
        "toestem",
        "overeenkomst",
        "contract",
        "wettelijk",
        "wet ",
        "de wet",
        "ja ze",
        "asked",
        "tax ",
        "wetgeving",
        "belang",
        "consent",
    ),
    *("legal", "interest", "instem", "stemt", "goedkeuring", "verplicht", "law", "lid 1", "6(1)"),
    *("openbaar", "publiek", "permission", "opt-in", "agreement", "statutory", "stem je", "lid"),
    *(
        "abonnement",
        "belastingdienst",
        "opdracht",
        "akkoord",
        "gezegd",
        "goed",
        "afspraken",
        "opted",
    ),
)
_GROUND = Quick(
    r"grondslag|rechtsgrond|op\s+(?:de\s+)?(?:basis|grond)\s+van|\bart(?:ikel|\.)?\s*6\b|"
    r"gebaseerd\s+op|juridische\s+basis|\bde\s+grond\b|\bbaseren\b|\bberust|legal\s+(?:bas[ie]s|ground)|on\s+(?:the\s+)?basis|"
    r"based\s+on|lawful|article\s+6|we\s+rely\s+on|our\s+ground",
    re.I,
)
_GOES_ON = Quick(
    r"\b(?:is\s+dat|dat\s+is|is\s+(?:onze?|het|een|uw)|geldt|hebben\s+(?:wij|we)|doen\s+(?:wij|we)|voor\s+de)\b",
    re.I,
)
_BRACKETS = re.compile(r"\(((?:\w+\s+){0,3}\w+)\)")
_BECAUSE = re.compile(
    r"\b(?:omdat|doordat|aangezien|geldt|mag|mogen|nodig\s+(?:vanwege|wegens)|because)\b", re.I
)
_ONLY_WITH = Quick(
    r"\b(?:met|na|alleen|uitsluitend|slechts|only|with)\W+(?:\w+\W+){0,5}(?:toestem|toe-|consent)|"
    r"\b(?:alleen|pas|only)\s+(?:als|wanneer|nadat|if|after)\b",
    re.I,
)
_ASIDE_WORDS = {
    Basis.CONSENT: re.compile(
        r"\b(?:ouder|voogd|parent|guardian|zonder\s+(?:\w+\s+){0,3}toestemming|"
        r"without\s+(?:\w+\s+){0,3}consent|(?:geen|niet|nooit)\s+(?:\w+\s+){0,3}toestemming|"
        r"toestemming\s+(?:\w+\s+){0,4}niet|no\s+consent|onder\s+toezicht|"
        r"toestemming\W+(?:\w+\W+){0,4}(?:in\s+te\s+trekken|intrek\w*|ingetrokken|herroep\w*)|"
        r"(?:intrek\w*|trekt|herroep\w*|withdraw\w*)\W+(?:\w+\W+){0,3}(?:toestemming|consent)|"
        r"consent\W+(?:\w+\W+){0,4}withdr\w+|"
        r"toestemming\s+(?:van|toe)\s+(?:de\s+)?(?:auteur|derde|ons)|schriftelijke\s+toestemming\s+"
        r"van|rechthebbende|auteur|overnemen)",
        re.I,
    ),
    Basis.CONTRACT: re.compile(
        r"\b(?:verwerkersovereenkomst|bewerkersovereenkomst|onderaannem|processing\s+agreement)",
        re.I,
    ),
    Basis.LEGAL_OBLIGATION: re.compile(
        r"\b(?:tenzij|behalve|unless|except)\b|\bniet\s+(?:langer|wettelijk)|\blangere?\s+"
        r"(?:bewaar|te\s+bewaren)|bewaartermijn|datalek|meldingsplicht|enforcement|"
        r"voorschriften\s+verbonden|\bhoud(?:en|t)\s+(?:wij\s+|we\s+)?(?:ons|zich)\s+aan|\bgelden\s.{0,40}verplichtingen|geen\s+wettelijke|not\s+(?:legally|required)|does\s+not|hoeft",
        re.I,
    ),
}
_EXPLAINS = re.compile(
    r"\b(?:de\s+avg\s+(?:schrijft|eist|vereist)|de\s+(?:avg|wet)\s+(?:kent|noemt|bepaalt\s+dat)|"
    r"(?:zes|6)\s+grondslagen|mogen\s+(?:alleen\s+|slechts\s+)?(?:persoons)?gegevens|"
    r"(?:indien|wanneer|als|voor\s+zover|where)\s+(?:\w+\s+){0,5}(?:gebaseerd|gegrond|berust|based)|"
    r"gdpr\s+(?:requires|allows))",
    re.I,
)
_WHAT_IS = Quick(r"\b(?:wat\s+(?:is|zijn)|what\s+(?:is|are))\b", re.I)
_ASIDE = frozenset({About.RIGHTS, About.CONTACT, About.TERMS, About.RETENTION, About.SECURITY})
_TOPICS = frozenset({About.PURPOSE, About.BASIS})


def read_bases(sentences: tuple[Sentence, ...]) -> tuple[BasisFact, ...]:
    """Each ground once: the first sentence that calls it a ground, or else the first of all."""
    first: dict[Basis, BasisFact] = {}
    tabled = {fact.start: fact for fact in _columns(sentences)}
    for fact in sorted((*tabled.values(), *_prose(sentences)), key=lambda f: f.start):
        known = first.get(fact.basis)
        if known is None or (fact.explicit and not known.explicit):
            first[fact.basis] = fact
    return tuple(sorted(first.values(), key=lambda fact: fact.start))


def _columns(sentences: tuple[Sentence, ...]) -> Iterator[BasisFact]:
    """Every cell below "Grondslag"."""
    for row in rows(sentences):
        for name, cell in row.cells.items():
            if About.BASIS in subjects(name) and About.RETENTION not in subjects(name):
                for basis in bases_of(cell.quote):
                    yield BasisFact(
                        basis=basis,
                        explicit=True,
                        quote=cell.quote,
                        start=cell.start,
                        section=row.sentence.section,
                    )


def _prose(sentences: tuple[Sentence, ...]) -> Iterator[BasisFact]:
    block = -1
    for sentence in sentences:
        after = sentence.block == block and _GOES_ON.search(sentence.words) is not None
        yield from grounds(sentence, after=after)
        if after or _GROUND.search(sentence.words):
            block = sentence.block


def bases_of(words: str) -> tuple[Basis, ...]:
    """
    The grounds named by *words* that are known to name grounds.

    >>> [basis.value for basis in bases_of("uw toestemming of de overeenkomst")]
    ['consent', 'contract']
    """
    found = [*lexicon(_FILE, "full").mentions(words), *lexicon(_FILE, "bare").mentions(words)]
    return tuple(dict.fromkeys(Basis(m.code) for m in sorted(found, key=lambda m: m.start)))


def grounds(sentence: Sentence, *, after: bool = False) -> Iterator[BasisFact]:
    """
    The grounds that one sentence names for what the company itself does.

    *after*: the sentence goes on from one that speaks of grounds ("Voor de rest is dat …").
    """
    low = sentence.low
    if not any(hint in low for hint in _HINTS) or _is_aside(sentence):
        return
    if next((s.start for s in spot(sentence.words)), 99) < _SUBJECT:
        return
    called = after or _is_called(sentence)
    mentions = lexicon(_FILE, "full").mentions(sentence.words)
    if called:
        mentions = _more(mentions, lexicon(_FILE, "bare").mentions(sentence.words))
    mentions = _more(mentions, list(_bracketed(sentence.words)))
    for mention in mentions:
        basis = Basis(mention.code)
        if not _is_excluded(sentence.words, basis, mention):
            fact = BasisFact(
                basis=basis,
                quote=sentence.text,
                start=sentence.start,
                section=sentence.section,
            )
            alone = sentence.words[mention.end : mention.end + 1] == ")"
            yield replace(fact, explicit=called or alone or _is_meant(sentence.words, basis))


def _more(mentions: list[Mention], others: list[Mention]) -> list[Mention]:
    """Those too that name another ground at another place."""
    codes = {m.code for m in mentions}
    apart = (
        o
        for o in others
        if o.code not in codes and not any(m.start < o.end and o.start < m.end for m in mentions)
    )
    return sorted([*mentions, *apart], key=lambda m: m.start)


def _bracketed(words: str) -> Iterator[Mention]:
    """ "Om rekeningen te sturen (wettelijke plicht)": a ground that stands alone in brackets."""
    for found in _BRACKETS.finditer(words):
        for mention in lexicon(_FILE, "bare").mentions(found[1]):
            at = found.start(1)
            yield Mention(mention.code, at + mention.start, at + mention.end)


def _is_aside(sentence: Sentence) -> bool:
    if _EXPLAINS.search(sentence.words) or sentence.role is Role.HEADING:
        return True
    about = subjects(sentence.section or "")
    if About.TERMS in about and _WHAT_IS.search(sentence.section or ""):
        return True
    return bool(about & _ASIDE) and not about & _TOPICS and not _GROUND.search(sentence.words)


def _is_called(sentence: Sentence) -> bool:
    """Whether the sentence, its list or its heading speaks of grounds in so many words."""
    lead = sentence.lead or ""
    announced = _GROUND.search(lead) or About.BASIS in subjects(lead)
    section = About.BASIS in subjects(sentence.section or "")
    return bool(_GROUND.search(sentence.words) or announced or section)


def _is_meant(words: str, basis: Basis) -> bool:
    """ "Omdat het nodig is voor …", "alleen met uw toestemming": a ground without the word."""
    if basis is Basis.LEGITIMATE_INTERESTS:
        return True
    if basis is Basis.CONSENT:
        return _ONLY_WITH.search(words) is not None and "cookie" not in words.lower()
    return _BECAUSE.search(words) is not None


def _is_excluded(words: str, basis: Basis, mention: Mention) -> bool:
    pattern = _ASIDE_WORDS.get(basis)
    if pattern is None:
        return False
    around = words[max(0, mention.start - 90) : mention.end + 60]
    return pattern.search(around) is not None
