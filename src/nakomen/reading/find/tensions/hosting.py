"""Two stories about where the site stands: with a party, and on a server of their own."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Tension
from nakomen.reading.find.tensions.place import whole
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.gazetteer import spot
from nakomen.reading.words.quick import Quick
from nakomen.terms import Text

_TWO = Text(
    "Over de hosting staan hier twee verhalen die niet samengaan.",
    "Two stories about hosting stand here that do not go together.",
)
_HOSTS = Quick(r"\bhost(?:en|t|ing\w*|ingpartij)?\b|\bgehost\b|\bwebhosting\w*|\bhosted\b", re.I)
_SITE = re.compile(r"\b(?:website|webwinkel|webshop|site|hosting|webhosting)\b", re.I)
_OWN = re.compile(
    r"\bin\s+eigen\s+beheer\b|\beigen\s+server|\bonze\s+eigen\s+(?:server|hardware)|"
    r"\bour\s+own\s+server|\bzelf\b.{0,30}\bhost|\bhosten\b.{0,40}\bzelf\b",
    re.I,
)
_CHOSEN = Quick(
    r"\bgekozen\s+voor\b|\bgehost\s+(?:bij|door)\b|\bhosten?\b.{0,60}\bbij\b|\baf\s+(?:van|bij)\b|"
    r"\bondergebracht\s+bij\b|\bhosted\s+(?:by|with|at)\b|\bhosting(?:partij|provider)?\s+is\b",
    re.I,
)
_FOR_CUSTOMERS = Quick(
    r"\b(?:uw|jouw|klanten?|customers?|your)\b.{0,25}\b(?:website|site|hosting)"
    r"|\b(?:websites?|sites?)\s+(?:van|of)\s+(?:onze\s+|our\s+)?(?:klanten|customers)",
    re.I,
)


def hosting_claims(sentences: tuple[Sentence, ...]) -> Iterator[Tension]:
    """Hosting by a party beside hosting by themselves; of the company's own site only."""
    told = [s for s in sentences if _about_own_site(s)]
    own = [s for s in told if _OWN.search(s.words)]
    others = [s for s in told if s not in own and _CHOSEN.search(s.words) and _names_one(s)]
    if own and others:
        pair = sorted((own[0], others[0]), key=lambda sentence: sentence.start)
        yield Tension(kind="hosting_claims", message=_TWO, quotes=tuple(map(whole, pair)))


def _about_own_site(sentence: Sentence) -> bool:
    words = sentence.words
    about = _HOSTS.search(words) and _SITE.search(words) and not _FOR_CUSTOMERS.search(words)
    return sentence.role is not Role.HEADING and bool(about)


def _names_one(sentence: Sentence) -> bool:
    """A known service, or a word with a capital behind the verb of choosing."""
    if next(iter(spot(sentence.words)), None):
        return True
    found = _CHOSEN.search(sentence.words)
    return bool(found and re.match(r"\s+\[?[A-Z]", sentence.words[found.end() :]))
