"""
A breach of personal data: whom to tell (AVG artikelen 33 and 34, Tw artikel 11.3a, UAVG 42).

Example:   an unencrypted laptop with identity documents of customers is stolen:

    >>> from nakomen.law.tables.incident import Effect, Grave
    >>> lost = Incident(
    ...     effects=frozenset({Effect.CONFIDENTIALITY}), grave=frozenset({Grave.IDENTITY})
    ... )
    >>> told = assess(lost)
    >>> told.authority.id, told.persons.id, told.recorded
    ('B6', 'B11', True)

Checked:   the articles were read; how risk is judged is after EDPB 01/2021 and 9/2022, from memory.
"""

from dataclasses import dataclass

from nakomen.law.checked import Checked
from nakomen.law.tables.incident import Incident, Risk, risk
from nakomen.law.tables.row import Outcome, Row, first
from nakomen.terms import Text


@dataclass(frozen=True, kw_only=True)
class Assessment:
    """*authority* and *persons* say whether they are told, and why; 72 hours are CL-15."""

    authority: Row[Incident]
    persons: Row[Incident]
    risk: Risk
    recorded: bool
    """Whether it belongs in the register: every breach, told or not (artikel 33 lid 5)."""


def assess(incident: Incident) -> Assessment:
    """What a person then decides; run it again on each new fact."""
    return Assessment(
        authority=first(AUTHORITY, incident),
        persons=first(PERSONS, incident),
        risk=risk(incident),
        recorded=_is_breach(incident),
    )


def _is_breach(incident: Incident) -> bool:
    return incident.personal_data and bool(incident.effects)


def _unlikely(incident: Incident) -> bool:
    return risk(incident) is Risk.UNLIKELY


_NO_DATA: Row[Incident] = Row(
    id="B0",
    outcome=Outcome.SILENT,
    when=Text("er zijn geen persoonsgegevens bij betrokken", "no personal data are involved"),
    do=Text("geen datalek; leg het incident vast", "no breach; log the incident"),
    article="AVG artikel 4 onder 12, overweging 26",
    holds=lambda it: not it.personal_data,
)
_WEAK_SPOT: Row[Incident] = Row(
    id="B0",
    outcome=Outcome.SILENT,
    when=Text("een zwakke plek die niemand gebruikte", "a weak spot that nobody used"),
    do=Text(
        "geen datalek, wel een gebrek in de beveiliging: herstel het",
        "no breach, but a fault in security: mend it",
    ),
    article="AVG artikel 4 onder 12 en 32",
    holds=lambda it: not it.effects,
)
_UNCERTAIN: Row[Incident] = Row(
    id="B3",
    outcome=Outcome.PAUSE,
    when=Text("het is nog niet redelijk zeker", "it is not yet reasonably certain"),
    do=Text("zoek het direct en kort uit", "investigate at once, and briefly"),
    article="AVG artikel 33 lid 1, overweging 87",
    checked=Checked.MEMORY,
    holds=lambda it: not it.aware,
)

AUTHORITY: tuple[Row[Incident], ...] = (
    _NO_DATA,
    _WEAK_SPOT,
    _UNCERTAIN,
    Row(
        id="B1",
        outcome=Outcome.ROUTE,
        when=Text("wij zijn verwerker van deze gegevens", "we are processor of these data"),
        do=Text(
            "licht de verantwoordelijke direct in en help; meld zelf niet",
            "inform the controller at once and assist; do not notify yourself",
        ),
        article="AVG artikel 33 lid 2 en 28 lid 3 onder f",
        holds=lambda it: it.processor,
    ),
    Row(
        id="B2",
        outcome=Outcome.NOTIFY,
        when=Text(
            "het zijn gegevens van een openbare telecomdienst",
            "they are data of a public telecom service",
        ),
        do=Text("meld onverwijld en houd het overzicht bij", "notify without delay, keep a list"),
        article="Telecommunicatiewet artikel 11.3a lid 1 en 6",
        at_once=True,
        holds=lambda it: it.telecom,
    ),
    Row(
        id="B5",
        outcome=Outcome.SILENT,
        when=Text(
            "een risico is onwaarschijnlijk: onleesbaar, betrouwbare ontvanger of hersteld",
            "a risk is unlikely: unreadable, trusted receiver or mended",
        ),
        do=Text("leg vast waarom u niet meldt", "record why you do not notify"),
        article="AVG artikel 33 lid 1 en 5",
        checked=Checked.MEMORY,
        holds=_unlikely,
    ),
    Row(
        id="B6",
        outcome=Outcome.NOTIFY,
        when=Text("een risico is niet uitgesloten", "a risk cannot be ruled out"),
        do=Text(
            "meld binnen 72 uur, desnoods in delen; later met de reden",
            "notify within 72 hours, in parts if need be; later with the reasons",
        ),
        article="AVG artikel 33 lid 1, 3 en 4",
        holds=lambda _: True,
    ),
)
"""Whether the supervisory authority is told."""

PERSONS: tuple[Row[Incident], ...] = (
    _NO_DATA,
    _WEAK_SPOT,
    _UNCERTAIN,
    Row(
        id="B1",
        outcome=Outcome.SILENT,
        when=Text("wij zijn verwerker van deze gegevens", "we are processor of these data"),
        do=Text("de verantwoordelijke licht hen in", "the controller informs them"),
        article="AVG artikel 33 lid 2",
        holds=lambda it: it.processor,
    ),
    Row(
        id="B2",
        outcome=Outcome.SILENT,
        when=Text(
            "telecom: versleuteld, of niemand heeft er last van",
            "telecom: encrypted, or nobody suffers from it",
        ),
        do=Text("geen bericht nodig", "no message needed"),
        article="Telecommunicatiewet artikel 11.3a lid 2 en 5",
        holds=lambda it: it.telecom and (it.unintelligible or not it.adverse),
    ),
    Row(
        id="B2",
        outcome=Outcome.NOTIFY,
        when=Text("telecom: zij hebben er waarschijnlijk last van", "telecom: adverse effects"),
        do=Text("licht hen onverwijld in", "inform them without delay"),
        article="Telecommunicatiewet artikel 11.3a lid 2",
        at_once=True,
        holds=lambda it: it.telecom,
    ),
    Row(
        id="B5",
        outcome=Outcome.SILENT,
        when=Text("een risico is onwaarschijnlijk", "a risk is unlikely"),
        do=Text("geen bericht nodig", "no message needed"),
        article="AVG artikel 34 lid 1 en 3 onder a",
        checked=Checked.MEMORY,
        holds=_unlikely,
    ),
    Row(
        id="B7",
        outcome=Outcome.SILENT,
        when=Text("er is een risico, maar geen hoog", "there is a risk, but no high one"),
        do=Text("vertellen mag", "you may tell them"),
        article="AVG artikel 34 lid 1",
        checked=Checked.MEMORY,
        holds=lambda it: risk(it) is Risk.SOME,
    ),
    Row(
        id="B8",
        outcome=Outcome.SILENT,
        when=Text("wat daarna is gedaan nam het hoge risico weg", "later measures took it away"),
        do=Text("leg dat vast", "record that"),
        article="AVG artikel 34 lid 3 onder b",
        holds=lambda it: it.later_measures,
    ),
    Row(
        id="B9",
        outcome=Outcome.SILENT,
        when=Text("het is een financiële onderneming", "it is a financial company"),
        do=Text(
            "artikel 34 geldt niet; de zorgplicht kan toch een bericht vragen",
            "article 34 does not apply; duty of care may still ask for a message",
        ),
        article="UAVG artikel 42",
        checked=Checked.OLDER,
        holds=lambda it: it.financial_company,
    ),
    Row(
        id="B10",
        outcome=Outcome.ASK,
        when=Text("een belang zoals opsporing vraagt uitstel", "an interest asks for delay"),
        do=Text("stel uit zolang het nodig is en leg het vast", "delay as needed and record it"),
        article="UAVG artikel 41",
        checked=Checked.OLDER,
        holds=lambda it: it.uavg_41,
    ),
    Row(
        id="B7",
        outcome=Outcome.ASK,
        when=Text("misschien is het risico hoog", "the risk may be high"),
        do=Text("laat een mens oordelen; bij twijfel vertellen", "a person judges; in doubt, tell"),
        article="AVG artikel 34 lid 1, overwegingen 75 en 76",
        checked=Checked.MEMORY,
        holds=lambda it: risk(it) is Risk.PERHAPS_HIGH,
    ),
    Row(
        id="B8",
        outcome=Outcome.NOTIFY,
        when=Text("ieder apart inlichten kost te veel", "telling each one is disproportionate"),
        do=Text("maak het openbaar bekend", "tell it in public"),
        article="AVG artikel 34 lid 3 onder c",
        holds=lambda it: it.disproportionate,
    ),
    Row(
        id="B11",
        outcome=Outcome.NOTIFY,
        when=Text("een hoog risico is waarschijnlijk", "a high risk is likely"),
        do=Text(
            "vertel in gewone taal wat er is, de gevolgen, en wat zij kunnen doen",
            "tell in plain words what happened, what follows, and what they can do",
        ),
        article="AVG artikel 34 lid 1 en 2",
        holds=lambda _: True,
    ),
)
"""Whether the persons are told."""

TABLE = AUTHORITY + PERSONS
