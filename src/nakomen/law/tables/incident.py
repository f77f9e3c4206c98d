"""What is known of an incident, and how grave it is: the facts that the breach table asks for."""

from dataclasses import dataclass
from enum import StrEnum


class Effect(StrEnum):
    """What happened to the data."""

    CONFIDENTIALITY = "confidentiality"
    INTEGRITY = "integrity"
    AVAILABILITY = "availability"


class Reader(StrEnum):
    """Who may have seen them."""

    TRUSTED = "trusted"
    """Known and bound, and confirmed in writing that everything was erased."""
    KNOWN = "known"
    """Known, but nothing is confirmed: colleagues, other customers."""
    UNKNOWN = "unknown"
    HOSTILE = "hostile"
    PUBLIC = "public"


class Grave(StrEnum):
    """Data whose loss can harm a person (AVG overwegingen 75 and 76)."""

    SPECIAL = "special"
    CRIMINAL = "criminal"
    NATIONAL_ID = "national_id"
    IDENTITY = "identity"
    """Enough to pose as somebody: a document, or name with date of birth and address."""
    CREDENTIALS = "credentials"
    FINANCIAL = "financial"
    CHILDREN = "children"
    COMBINATION = "combination"
    """A telling whole of ordinary data, such as a CV."""


class Risk(StrEnum):
    UNLIKELY = "unlikely"
    SOME = "some"
    PERHAPS_HIGH = "perhaps_high"
    """A person must judge."""
    HIGH = "high"


@dataclass(frozen=True, kw_only=True)
class Incident:
    """
    *effects* is empty for a weak spot that nobody used. *mended*: availability and integrity are
    back without harm. *negligible*: the data tell nothing that matters.
    """

    effects: frozenset[Effect]
    personal_data: bool = True
    processor: bool = False
    telecom: bool = False
    """A public provider, and data of that service."""
    aware: bool = True
    """Reasonably certain that it happened."""
    reader: Reader = Reader.UNKNOWN
    unintelligible: bool = False
    """Encrypted as it should be, and the key is safe."""
    mended: bool = False
    negligible: bool = False
    grave: frozenset[Grave] = frozenset()
    many: bool = False
    targeted: bool = False
    """Somebody already uses them against a person."""
    interrupted: bool = False
    """Care or income stopped."""
    later_measures: bool = False
    """What was done since took the high risk away."""
    disproportionate: bool = False
    """Telling each person takes out of proportion much effort."""
    financial_company: bool = False
    uavg_41: bool = False
    """An interest such as an investigation makes it necessary to wait."""
    adverse: bool = True
    """Telecom: persons are likely to suffer from it."""


def risk(incident: Incident) -> Risk:
    """
    How grave it is; doubt is never "unlikely".

    >>> risk(Incident(effects=frozenset({Effect.AVAILABILITY}), mended=True))
    <Risk.UNLIKELY: 'unlikely'>
    """
    seen = _seen(incident)
    if incident.interrupted:
        return Risk.HIGH
    if incident.negligible or not (seen or _broken(incident)):
        return Risk.UNLIKELY
    if seen and (incident.targeted or (incident.grave and incident.reader is not Reader.KNOWN)):
        return Risk.HIGH
    if incident.grave or (incident.many and incident.reader is Reader.HOSTILE):
        return Risk.PERHAPS_HIGH
    return Risk.SOME


def _seen(incident: Incident) -> bool:
    """Whether somebody may have read them."""
    safe = incident.unintelligible or incident.reader is Reader.TRUSTED
    return Effect.CONFIDENTIALITY in incident.effects and not safe


def _broken(incident: Incident) -> bool:
    """Whether they were lost or changed, and that did harm or still does."""
    return bool(incident.effects - {Effect.CONFIDENTIALITY}) and not incident.mended
