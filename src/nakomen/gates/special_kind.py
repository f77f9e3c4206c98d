"""Special categories one by one: what statements call them, and which article is about each."""

from enum import StrEnum

from nakomen.detect import found_in
from nakomen.terms import Text


class Special(StrEnum):
    """AVG artikel 9 lid 1; and two that have a ban of their own: artikel 10 and UAVG 46."""

    RACE = "race"
    POLITICS = "politics"
    BELIEF = "belief"
    UNION = "union"
    GENETIC = "genetic"
    BIOMETRIC = "biometric"
    HEALTH = "health"
    SEX_LIFE = "sex-life"
    CRIMINAL = "criminal"
    BSN = "bsn"

    @property
    def of_article_9(self) -> bool:
        return self not in (Special.CRIMINAL, Special.BSN)


_STEMS: dict[Special, tuple[str, ...]] = {
    Special.RACE: ("ras", "raci", "etni", "race", "ethnic", "afkomst"),
    Special.POLITICS: ("politiek", "politic"),
    Special.BELIEF: ("gelo", "godsdienst", "religi", "levensbeschouw", "levensovertuig", "filosof",
                     "belief", "philosoph"),
    Special.UNION: ("vakbond", "vakvereniging", "union"),
    Special.GENETIC: ("genetis", "genetic", "dna"),
    Special.BIOMETRIC: ("biometri", "vingerafdruk", "fingerprint", "gezichtsherken", "irisscan"),
    Special.HEALTH: ("gezond", "medis", "ziek", "verzuim", "allerg", "dieet", "health", "medic",
                     "handicap", "mindervalid"),
    Special.SEX_LIFE: ("seks", "sex", "geaard"),
    Special.CRIMINAL: ("straf", "crimin", "veroordeling", "justiti"),
    Special.BSN: ("bsn", "burgerservice", "citizen service", "national id"),
}  # fmt: skip


def named(words: str) -> frozenset[Special]:
    """
    The categories that a few words of a statement speak of.

    >>> sorted(named("ras, gezondheid of burgerservicenummer"))
    [<Special.BSN: 'bsn'>, <Special.HEALTH: 'health'>, <Special.RACE: 'race'>]
    """
    text = " " + "".join(c if c.isalnum() else " " for c in words.casefold())
    return frozenset(
        kind for kind, stems in _STEMS.items() if any(f" {stem}" in text for stem in stems)
    )


def told_in(text: str) -> frozenset[Special]:
    """
    The categories that a value or a text tells of: by its words, or by a number that passes the
    test of the burgerservicenummer. What it does not know it does not see.

    >>> sorted(told_in("Is ziek; BSN 111222333"))
    [<Special.BSN: 'bsn'>, <Special.HEALTH: 'health'>]
    >>> told_in("Router opnieuw gestart, order 111222334")
    frozenset()
    """
    found = found_in(text)
    return frozenset(kind for kind in Special if kind.value in found)


TOLD = {
    Special.RACE: Text("afkomst", "ethnic origin"),
    Special.POLITICS: Text("politieke opvatting", "political opinion"),
    Special.BELIEF: Text("geloof of overtuiging", "belief"),
    Special.UNION: Text("lidmaatschap van een vakbond", "trade union membership"),
    Special.GENETIC: Text("genetische gegevens", "genetic data"),
    Special.BIOMETRIC: Text("biometrie", "biometrics"),
    Special.HEALTH: Text("gezondheid", "health"),
    Special.SEX_LIFE: Text("seksuele gerichtheid", "sexual orientation"),
    Special.CRIMINAL: Text("strafrechtelijke gegevens", "criminal data"),
    Special.BSN: Text("burgerservicenummer", "citizen service number"),
}
