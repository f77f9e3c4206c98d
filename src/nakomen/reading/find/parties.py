"""Names in a sentence that may be third parties: known ones, and unknown ones by their form."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from nakomen.reading.words.company import LEGAL_FORM
from nakomen.reading.words.countries import is_country
from nakomen.reading.words.gazetteer import Service, known, spot
from nakomen.reading.words.receivers import receivers

_PART = r"[A-Z0-9][\w&'’+-]{0,30}(?:\.[\w&]{1,20}){0,2}"
_MORE = r"(?: (?:[A-Z0-9&][\w&.'’+-]{0,30}|van|de|der|den|voor|of|the)){0,5}"
_FORM = (
    r"(?:B\.?V\.?(?:B\.?A\.?)?|N\.?V\.?|V\.?O\.?F\.?|C\.?V\.?|U\.?A\.?|GmbH|AG|Inc\.?|LLC|Ltd\.?|"
    r"Limited|S\.?A\.?S?\.?|AB|ApS|A/S|Oy|SRL|Corp\.?|BVBA|Pty)"
)
_WITH_FORM = re.compile(
    rf"(?<![\w@./-])(?P<name>{_PART}(?: (?:[A-Z0-9&][\w&.'’+-]{{0,30}}|van|de|der|den|en|of|and)"
    rf"){{0,5}}?,? {_FORM})(?![\w@])"
)
_NAMES = re.compile(rf"(?<![\w@./'’-]){_PART}{_MORE}")
_ANNOUNCED = re.compile(
    r"(?:\bgebruik\s+(?:maken\s+)?van|\bgekozen\s+voor|\buitbesteed\s+aan|\bgehost\s+(?:bij|door|op)|"
    r"\bondergebracht\s+bij|(?:diensten|software|platform|servers|pakket|systeem|dienst|cloud|"
    r"programma|monteurs?|chauffeurs?|bezorgers?|technici)\s+van|\bsamen\s+met|"
    r"\bwerk(?:en|t)\s+(?:wij\s+|we\s+)?met|\baf(?:genomen)?\s+(?:van|bij)|"
    r"\b(?:beheerd|verzorgd|verwerkt|bezorgd|uitgevoerd|geleverd|verzonden|verstuurd|opgeslagen|"
    r"processed|provided|managed|delivered)\s+(?:door|via|bij|by)|"
    r"\b(?:draai(?:en|t)|sta(?:an|at)|loopt|lopen)\s+(?:bij|via)|"
    r"\b(?:planning|administratie|boekhouding|agenda|facturatie|facturen|tickets|meldingen|crm|"
    r"urenregistratie)\s+(?:draai(?:en|t)|sta(?:at|an))\s+in|\bkoppeling\s+met|"
    r"\b(?:schakel(?:en|t)|gebruik(?:en|t))(?:\s+(?:wij|we))?|"
    r"\bwe\s+use|services\s+of|\bhosted\s+(?:by|at|with)|\bwork\s+with|"
    r"(?:\w\w(?:provider|partij|leverancier|pakket|programma|software|systeem|bureaus?|kantoor|"
    r"verwerkers?|dienst|partners?|platform)|\b(?:verwerker|boekhouder|accountant|provider|processor|"
    r"supplier))\s*[,:(–-]?)\s+(?:het\s+bedrijf\s+|de\s+firma\s+|the\s+company\s+)?"
    r"[(\"'“‘„*]{0,3}\Z",
    re.I,
)
_ANNOUNCER = 60
_ENUMERATED = re.compile(
    r"(?:,|/|;|\b(?:en|of|and|or)\b)\s+(?P<name>[A-Z][\w&'’-]{2,30}(?: [A-Z][\w&'’-]{1,30}){0,2})"
    r"(?=\s*(?:[,;.(/)]|$|(?:voor|for|en|of|and|or)\s))"
)
_SPLIT = re.compile(r"\s+(?:[–—|-]|->)\s+|\s*[:(]\s*|,\s+|\s+(?:voor|for|t\.b\.v\.)\s+|\|")
_SINGULAR = re.compile(
    rf"[\s*_\"'“‘]*(?P<name>{_PART}(?: [A-Z0-9&][\w&.'’+-]{{0,30}}){{0,4}})[\s*_\"'”’]*\Z"
)
_TELLING = re.compile(r"[a-z][A-Z]|\d[A-Za-z]|[A-Za-z]\d|\w\.(?:nl|com|eu|io|net|be|org|de)\b")
_GLUED = re.compile(r"Anders(?=[A-Z])")
"""The choice "Anders" of a form, left standing before the name."""
_COMMON = (
    "avg gdpr uavg eu eer vs vk us uk eea ip ssl tls https http dns naw bsn crm erp api id it ict "
    "cookies cookie internet website wifi html pdf sms voip ai seo csv sql "
    "autoriteit persoonsgegevens gegevens google-cookies deze dit de het een onze ons uw uwe u wij "
    "we ik jij je alle elke andere anderen derde derden verwerker verwerkers "
    "verwerkersovereenkomst "
    "verwerkersovereenkomsten verwerkingsverantwoordelijke verantwoordelijke betrokkene klant "
    "klanten gebruiker gebruikers opdrachtgever opdrachtnemer partij partijen leverancier "
    "leveranciers dienst diensten overeenkomst platform persoonsgegeven bezoeker bezoekers relatie "
    "relaties contractant afnemer wederverkoper eindgebruiker bijlage artikel hoofdstuk "
    "windows linux android ios macos chrome firefox safari edge opera explorer java javascript php "
    "mysql excel word powerpoint peppol ubl "
    "nederland nederlandse europa europese europees amerika amerikaanse verenigde duitsland belgië "
    "ierland engeland amsterdam privacy algemene standard standaard "
    "voorbeeld naam bedrijfsnaam functionele analytische tracking marketing social sociale "
    "the a an our your their his third party parties personal data processor processors "
    "european united service services customer customers user users terms agreement controller "
    "inc ltd llc bv nv gmbh limited "
    "i ii iii iv vi op in bij voor met via en of om als indien wanneer na tot naast hiervoor "
    "daarvoor hierbij verder tevens ook zie"
)
_NO_NAME = frozenset(_COMMON.split())
_LEAST = 4
_LAWS = re.compile(
    r"\w*(?:wet|verordening|richtlijn|act|regulation|wetboek|shield|framework|clauses|"
    r"contractbepalingen|commissie|commission|persoonsgegevens|overeenkomst\w{0,2})\b",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class Party:
    """A name as written, with its place in the sentence."""

    name: str
    start: int
    end: int
    service: Service | None = None
    unsure: bool = False
    """A word with a capital in an enumeration: a name only beside other names."""


def parties(words: str, own: frozenset[str]) -> list[Party]:
    """Each name in *words* in order, the company's own left out."""
    found = {s.start: _party(s.written, s.start, s.service) for s in spot(words)}
    for at, name in (*_formed(words), *_announced(words)):
        if not any(p.start <= at < p.end or at <= p.start < at + len(name) for p in found.values()):
            found[at] = _party(name, at, known(name))
    for at, name in _enumerated(words) if found else ():
        if not any(p.start < at + len(name) and at < p.end for p in found.values()):
            found[at] = Party(name=name, start=at, end=at + len(name), unsure=True)
    return [party for _, party in sorted(found.items()) if not is_own(party.name, own)]


def leading(words: str, among: bool = False) -> Party | None:
    """
    The unknown name that a list item or a cell begins with; *among* others that have names.

    >>> leading("Zilverpost.nl (bezorging)").name, leading("Leveranciers voor opslag")
    ('Zilverpost.nl', None)
    >>> leading("**Zilverpost** voor de bezorging", among=True).name
    'Zilverpost'
    """
    first = _SPLIT.split(words, maxsplit=1)[0]
    found = _SINGULAR.match(first)
    if not found or not is_name(found["name"]):
        return None
    alone = among and " " not in found["name"] and next(receivers(first), None) is None
    rest = words[len(first) :].lstrip("* ")[:1]
    told = alone and rest != ":" and (first.strip().startswith("**") or rest in "(–—-")
    several = " " in found["name"] and next(receivers(first), None) is None
    if not (told or several) and not _TELLING.search(found["name"]):
        return None
    return _party(found["name"], found.start("name"), None)


def cell_name(words: str) -> str | None:
    """The name that stands alone in a cell below "Ontvanger" or "Verwerker"."""
    found = _SINGULAR.match(_SPLIT.split(words, maxsplit=1)[0])
    return found["name"] if found and is_name(found["name"]) else None


def is_own(name: str, own: frozenset[str]) -> bool:
    """
    >>> is_own("Wilgenborg ICT B.V.", frozenset({"wilgenborg ict"}))
    True
    """
    key = _key(name)
    return any(key == mine or (len(mine) > _LEAST and key.startswith(mine)) for mine in _keys(own))


@lru_cache(maxsize=64)
def _keys(own: frozenset[str]) -> frozenset[str]:
    """The company's names, with and without their legal form."""
    bare = (LEGAL_FORM.sub("", mine) for mine in own)
    return frozenset(map(_key, (*own, *bare))) - {""}


def is_name(name: str) -> bool:
    """Not a common word with a capital, nor the name of a law."""
    first = name.split(" ", 1)[0].casefold().strip(".'’")
    if len(name) < 3 or first in _NO_NAME or first.isdigit() or "@" in name:
        return False
    return not _LAWS.search(name) and any(letter.isalpha() for letter in name)


def unglued(name: str) -> str:
    """
    >>> unglued("AndersZilverpost")
    'Zilverpost'
    """
    return _GLUED.sub("", name)


def glued(words: str) -> bool:
    """Whether a remnant of a form stands glued to a name."""
    return "Anders" in words and any(_GLUED.match(name) for _, name in _announced(words))


def _party(name: str, at: int, service: Service | None) -> Party:
    return Party(name=name, start=at, end=at + len(name), service=service)


def _formed(words: str) -> Iterator[tuple[int, str]]:
    for found in _WITH_FORM.finditer(words):
        if is_name(found["name"]):
            yield found.start("name"), found["name"]


def _announced(words: str) -> Iterator[tuple[int, str]]:
    for found in _NAMES.finditer(words):
        at = found.start()
        if _ANNOUNCED.search(words[max(0, at - _ANNOUNCER) : at]):
            name = re.sub(r"(?: (?:van|de|der|den|voor|of|the))+\Z", "", found.group()).rstrip(".")
            if is_name(name):
                yield at, name


def _enumerated(words: str) -> Iterator[tuple[int, str]]:
    for found in _ENUMERATED.finditer(words):
        if is_name(found["name"]) and not is_country(found["name"]):
            yield found.start("name"), found["name"]


def _key(name: str) -> str:
    return re.sub(r"[^a-z0-9]", "", name.casefold())
