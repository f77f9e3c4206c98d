"""Words of requests, also when a finger slipped."""

import re
import unicodedata
from functools import lru_cache

from rapidfuzz.distance import OSA

_WORDS = re.findall(
    r"\w+",
    """
    inzage inzien gegevens persoonsgegevens verwijder verwijderen verwijdert verwijdering
    wissen vernietigen overzicht toestemming intrekken bezwaar verwerking beperken beperking
    rectificatie rectificeren verbeteren corrigeren aanpassen wijzigen overdragen
    overdraagbaarheid meenemen opgeslagen nieuwsbrief reclame uitschrijven afmelden klacht
    persoonlijke informatie bevriezen personal information everything access erasure delete
    deletion remove rectification restriction portability objection consent withdraw
    processing newsletter marketing unsubscribe account database profile restrict rectify
    correct
    """,
)
_KNOWN = frozenset(_WORDS)
_TOKEN = re.compile(r"[a-z]+")
_SHORTEST, _LONG = 6, 10


def plain(text: str) -> str:
    """
    Small letters without accents, and each slip in a word of requests put right.

    >>> plain("Wilt u mijn Gegevns verwijderne?")
    'wilt u mijn gegevens verwijderen?'
    """
    bare = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in bare if not unicodedata.combining(sign))
    bare = bare.replace("’", "'").replace("‘", "'")
    return _TOKEN.sub(lambda found: _right(found[0]), bare)


@lru_cache(maxsize=4096)
def _right(word: str) -> str:
    if len(word) < _SHORTEST or word in _KNOWN:
        return word
    known: str
    for known in _WORDS:
        allowed = 2 if min(len(known), len(word)) >= _LONG else 1
        slips = len(known) >= _SHORTEST and known[0] == word[0] and not _grown(word, known)
        if slips and OSA.distance(word, known, score_cutoff=allowed) <= allowed:
            return known
    return word


def _grown(word: str, known: str) -> bool:
    """One is the other with an ending: another form, no slip."""
    return word.startswith(known) or known.startswith(word)
