"""
AVG artikel 35: een effectbeoordeling (DPIA) vooraf, als een hoog risico waarschijnlijk is.

Holds for: a new activity or a new technology, before it starts.
Demands:   a screening of each activity; a DPIA where lid 3 or the list of the authority names it,
           or where two of the nine signs of the European guideline are there.
Example:   entry by fingerprint is on the list; one sign alone leaves doubt:

    >>> screen({Trait.BIOMETRIC}), screen({Trait.NEW_TECHNOLOGY})
    (<Screening.REQUIRED: 'required'>, <Screening.DOUBT: 'doubt'>)

Source:    EUR-Lex, CELEX 32016R0679, English text, read on 2026-11-21.
Checked:   the article is verified. The list of the authority (Stcrt. 2019, 64418) and the nine
           signs (WP248) are from memory.
"""

from collections.abc import Collection
from enum import StrEnum

from nakomen.law.model import LegalRule
from nakomen.law.sources import AVG
from nakomen.terms import RecordKind, Text

RULE = LegalRule(
    id="avg-35",
    article="AVG artikel 35 lid 1 en 3",
    records=frozenset({RecordKind.ALL}),
    text=Text(
        "voor een verwerking met een waarschijnlijk hoog risico komt vooraf een "
        "effectbeoordeling (DPIA)",
        "a processing that is likely to be a high risk is assessed beforehand (DPIA)",
    ),
    source=AVG,
    verified=True,
    checked=Text(
        "Het artikel is nagelezen. De lijst van de AP en de negen kenmerken zijn uit het geheugen.",
        "The article was read. The list of the authority and the nine signs are from memory.",
    ),
)


class Trait(StrEnum):
    """What an activity is like. Those of lid 3, those of the list, and then the nine signs."""

    PROFILING_EFFECTS = "profiling-effects"
    LARGE_SCALE_SPECIAL = "large-scale-special"
    PUBLIC_MONITORING = "public-monitoring"
    COVERT = "covert"
    BLACKLIST = "blacklist"
    FRAUD = "fraud"
    CREDIT_SCORE = "credit-score"
    FINANCIAL_SITUATION = "financial-situation"
    GENETIC = "genetic"
    HEALTH_LARGE_SCALE = "health-large-scale"
    PARTNERSHIP = "partnership"
    CAMERA_LARGE_SCALE = "camera-large-scale"
    CAMERA_FLEXIBLE = "camera-flexible"
    STAFF_MONITORING = "staff-monitoring"
    LOCATION_LARGE_SCALE = "location-large-scale"
    COMMUNICATION_DATA = "communication-data"
    INTERNET_OF_THINGS = "internet-of-things"
    PROFILING_LARGE_SCALE = "profiling-large-scale"
    INFLUENCING = "influencing"
    BIOMETRIC = "biometric"
    SCORING = "scoring"
    AUTOMATED = "automated"
    MONITORING = "monitoring"
    SENSITIVE = "sensitive"
    LARGE_SCALE = "large-scale"
    MATCHING = "matching"
    VULNERABLE = "vulnerable"
    NEW_TECHNOLOGY = "new-technology"
    BARRIER = "barrier"


class Screening(StrEnum):
    REQUIRED = "required"
    DOUBT = "doubt"
    """One sign: a person decides, and records why."""
    NOT_REQUIRED = "not_required"


SIGNS = frozenset(
    {
        Trait.SCORING,
        Trait.AUTOMATED,
        Trait.MONITORING,
        Trait.SENSITIVE,
        Trait.LARGE_SCALE,
        Trait.MATCHING,
        Trait.VULNERABLE,
        Trait.NEW_TECHNOLOGY,
        Trait.BARRIER,
    }
)
"""Two of these make a high risk likely; any other trait does so alone."""


def screen(traits: Collection[Trait]) -> Screening:
    """Whether an activity with these traits needs an assessment before it starts."""
    signs = SIGNS.intersection(traits)
    if len(signs) >= 2 or set(traits) - SIGNS:
        return Screening.REQUIRED
    return Screening.DOUBT if signs else Screening.NOT_REQUIRED
