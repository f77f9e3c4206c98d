"""What the company that publishes the statement calls itself."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from nakomen.reading.facts import Quote
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.gazetteer import known_names

_PART = r"[A-Z0-9][\w&'’.+-]{0,40}"
_SMALL = r"van|de|der|den|het|en|the|of|and|voor|&|\+|-"
NAME = rf"{_PART}(?: (?:{_PART}|{_SMALL})){{0,6}}"
LEGAL_FORM = re.compile(
    r"(?<![\w.])(?:B\.?V\.?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?|LLP|GmbH|Ltd\.?|Inc\.?|LLC|U\.?A\.?|"
    r"[Ss]tichting|"
    r"[Vv]ereniging|[Cc]oöperatie|[Mm]aatschap|[Ee]enmanszaak|vof|bv)(?!\w)"
)
_CLUES: tuple[tuple[int, str], ...] = (
    (
        5,
        rf"(?P<name>{NAME}),?\s+(?:\([^)\n]{{1,80}}\),?\s+)?(?:is\s+)?(?:statutair\s+)?(?:gevestigd|ingeschreven|"
        r"kantoorhoudend|hierna|handelende?\s+onder|located\s+at|established|registered\s+(?:at|"
        r"with|in|under))\b",
    ),
    (
        4,
        rf"(?P<name>{NAME})\s+(?:is|treedt)\s+(?:\w+\s+){{0,3}}(?:verwerkings)?verantwoordelijk\w{{0,2}}\b",
    ),
    (4, rf"(?P<name>{NAME})\s+is\s+(?:the\s+)?(?:data\s+)?(?:controller|responsible)\b"),
    (4, rf"verwerkingsverantwoordelijke\s*(?:is|:)\s*(?P<name>{NAME})"),
    (
        3,
        r"(?:verklaring|statement|beleid|policy|notice)\s+(?:is\s+van\s+toepassing\s+op|"
        r"geldt\s+voor|van|of|"
        rf"applies\s+to)\s+(?P<name>{NAME})",
    ),
    (
        1,
        rf"(?P<name>{NAME})\s+(?:verwerkt|bewaart|respecteert|geeft|hecht|neemt|gebruikt|"
        rf"processes|respects)\b",
    ),
)
_PATTERNS = [(weight, re.compile(clue)) for weight, clue in _CLUES]
_TITLE = re.compile(
    rf"^(?:(?:Het\s+|De\s+)?[Pp]rivacy[- ]?(?:verklaring|statement|beleid|policy|reglement|"
    rf"notice)\s*(?:van\s+|[-–:|]\s*)?"
    rf"(?P<after>{NAME})|(?P<before>{NAME})\s*[-–:|]?\s*[Pp]rivacy[- ]?(?:verklaring|statement|"
    rf"beleid|policy))$"
)
_ALIAS = re.compile(
    r"(?:(?:hierna|verder)\s*(?:ook\s+)?(?:te\s+noemen|genoemd|aangeduid\s+als|:)|"
    r"ook\s+wel(?:\s+genoemd)?|"
    r"handelende?\s+onder\s+de\s+naam|h\.?o\.?d\.?n\.?|trading\s+as|hereinafter)\s*:?\s*[\"'“‘„]?"
    rf"(?P<name>{NAME})"
)
_COMMON = (
    "wij we wie de het een deze dit onze ons u uw je als in indien op bij voor om alle elke "
    "ook privacy privacyverklaring privacybeleid verklaring verantwoordelijke verwerker "
    "verwerkingsverantwoordelijke autoriteit persoonsgegevens avg gdpr eu eer hierin "
    "daarnaast wanneer indien zij hij the we our this you your if in personal data cookies "
    "website algemene verordening adres contact contactgegevens organisatie bedrijf kamer "
    "postbus versie niemand iedereen bedrijfsnaam naam wederverkoper klant"
)
_NO_NAME = frozenset(_COMMON.split())


@dataclass(frozen=True, kw_only=True)
class Naming:
    name: Quote | None
    aliases: tuple[str, ...] = ()
    legal_form: Quote | None = None


def read_names(text: str, sentences: tuple[Sentence, ...], before_street: list[int]) -> Naming:
    """
    The name with the most and best clues, in its longest form; the other ways it is written.

    *before_street* are the offsets at which the company's own addresses begin.
    """
    clues = list(_clues(text, sentences, before_street))
    if not clues:
        return Naming(name=None)
    score: Counter[str] = Counter()
    for weight, quote in clues:
        score[_key(quote.quote)] += weight
    totals = {key: sum(n for k, n in score.items() if _same(k, key)) for key in score}
    best = max(totals, key=lambda key: (totals[key], len(key)))
    group = [quote for _, quote in clues if _same(_key(quote.quote), best)]
    longest = max(len(_key(q.quote)) for q in group)
    name = next(q for q in group if len(_key(q.quote)) == longest)
    form = LEGAL_FORM.search(name.quote)
    return Naming(
        name=name,
        aliases=_aliases(text, name.quote, [q.quote for q in group]),
        legal_form=Quote(quote=form.group(), start=name.start + form.start()) if form else None,
    )


def _clues(
    text: str, sentences: tuple[Sentence, ...], before_street: list[int]
) -> Iterator[tuple[int, Quote]]:
    for sentence in sentences[:8]:
        if sentence.role is not Role.ITEM and (found := _TITLE.match(_bare(sentence.text))):
            words = found["after"] or found["before"]
            at = text.find(words, sentence.start, sentence.end)
            if at >= 0:
                yield from _checked(3, words, at)
    for offset in before_street:
        begin = max(0, offset - 100)
        if found := re.search(
            rf"({NAME})(?: \([^)\n]{{1,40}}\))?[\s,;|·•:*]{{1,8}}\Z", text[begin:offset]
        ):
            yield from _checked(4, found[1], begin + found.start(1))
    for sentence in sentences:
        for weight, pattern in _PATTERNS:
            for found in pattern.finditer(sentence.text):
                yield from _checked(weight, found["name"], sentence.start + found.start("name"))


def _checked(weight: int, words: str, start: int) -> Iterator[tuple[int, Quote]]:
    """A name that is no common word and no known third party, without a closing full stop."""
    words = re.sub(rf"(?: (?:{_SMALL}))+$", "", words)
    form = LEGAL_FORM.search(words[-8:])
    if words.endswith(".") and not (form and form.group().endswith(".")):
        words = words.rstrip(".")
    first = re.sub(r"^(?:De|Het|The) (?=[A-Z])", "", words).partition(" ")[0].casefold()
    if len(words) < 2 or first in _NO_NAME or first.isdigit() or words.casefold() in known_names():
        return
    yield weight, Quote(quote=words, start=start)


def _bare(words: str) -> str:
    return " ".join(re.sub(r"[*_`#|]+", " ", words).split())


def _key(name: str) -> str:
    """
    >>> _key("Zonnekabel B.V.") == _key("zonnekabel bv")
    True
    """
    return re.sub(r"[^a-z0-9]", "", name.casefold())


def _same(one: str, other: str) -> bool:
    """One name begins the other, at least four letters of it."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 4 and long.startswith(short))


def _aliases(text: str, name: str, group: list[str]) -> tuple[str, ...]:
    """Short forms given by "hierna te noemen", other forms found, and other capitals."""
    found: dict[str, None] = {}
    for alias in _ALIAS.finditer(text):
        for _, quote in _checked(0, alias["name"], 0):
            found[quote.quote] = None
    found |= dict.fromkeys(group)
    for other in re.finditer(rf"(?<![\w.@/-]){re.escape(name)}(?![\w@]|\.\w)", text, re.I):
        found[other.group()] = None
    return tuple(alias for alias in found if alias != name and not alias.islower())
