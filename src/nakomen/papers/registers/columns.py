"""The visible table of columns: what each holds, which article wants it, what may be chosen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from nakomen.papers.registers import cells
from nakomen.papers.registers.view import View
from nakomen.papers.registers.words import DPIA, NO, STATUS, YES
from nakomen.policy.register import Activity, Processor
from nakomen.policy.tell.names import country
from nakomen.terms import Basis, Text
from nakomen.terms.labels import label

ActivityCell = Callable[[View, Activity], str]
ProcessorCell = Callable[[View, Processor], str]


@dataclass(frozen=True, kw_only=True)
class Column:
    """*article* is empty for what only helps; *choices* are offered in a drop-down."""

    key: str
    title: Text
    article: str = ""
    choices: tuple[Text, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ActivityColumn(Column):
    cell: ActivityCell


@dataclass(frozen=True, kw_only=True)
class ProcessorColumn(Column):
    cell: ProcessorCell


def _column(
    key: str, nl: str, en: str, article: str, cell: ActivityCell, choices: Iterable[Text] = ()
) -> ActivityColumn:
    return ActivityColumn(
        key=key, title=Text(nl, en), article=article, choices=tuple(choices), cell=cell
    )


_BASES = tuple(label(basis) for basis in Basis)
_YES_NO = (YES, NO)
_ID = _column("id", "Nummer", "Number", "", lambda _, a: a.id)
_NAME = _column("name", "Verwerking", "Activity", "", lambda _, a: a.name)
_TRANSFERS = (
    _column(
        "countries", "Landen buiten de EER", "Countries outside the EEA", "{}", cells.countries
    ),
    _column("safeguards", "Waarborgen", "Safeguards", "{}", cells.safeguards),
)
_STATE = (
    _column("service", "Dienst", "Service", "", lambda _, a: a.service or ""),
    _column("stores", "Systemen", "Systems", "", cells.stores),
    _column("status", "Status", "Status", "", cells.status, STATUS.values()),
    _column("since", "Sinds", "Since", "", lambda _, a: cells.day(a.since)),
    _column("until", "Tot", "Until", "", lambda _, a: cells.day(a.until)),
    _column("reviewed", "Nagelopen op", "Reviewed on", "", lambda _, a: cells.day(a.reviewed)),
)


def _transfers(article: str) -> tuple[ActivityColumn, ...]:
    return tuple(
        _column(c.key, c.title.nl, c.title.en, article, c.cell, c.choices) for c in _TRANSFERS
    )


CONTROLLER = (
    _ID,
    _NAME,
    _column("controller", "Verantwoordelijke", "Controller", "30(1)(a)", cells.controller),
    _column("joint", "Gezamenlijk met", "Jointly with", "30(1)(a), 26", lambda _, a: a.joint or ""),
    _column("officer", "Functionaris (FG)", "Officer (DPO)", "30(1)(a)", cells.officer),
    _column("purposes", "Doelen", "Purposes", "30(1)(b)", cells.purposes),
    _column("groups", "Betrokkenen", "Data subjects", "30(1)(c)", cells.groups),
    _column("data", "Gegevens", "Personal data", "30(1)(c)", cells.data),
    _column("receivers", "Ontvangers", "Recipients", "30(1)(d)", cells.receivers),
    *_transfers("30(1)(e)"),
    _column("retention", "Bewaartermijn", "Retention", "30(1)(f)", cells.retention),
    _column("measures", "Beveiliging", "Security measures", "30(1)(g), 32", cells.measures),
    _column("bases", "Grondslag", "Legal basis", "6, 13(1)(c)", cells.bases, _BASES),
    _column(
        "interest",
        "Gerechtvaardigd belang",
        "Legitimate interest",
        "13(1)(d)",
        lambda _, a: a.interest or "",
    ),
    _column(
        "exception",
        "Uitzondering artikel 9",
        "Article 9 condition",
        "9(2)",
        lambda _, a: a.exception or "",
    ),
    _column("processors", "Verwerkers", "Processors", "28", cells.processors),
    _column("sources", "Bronnen", "Sources", "14(2)(f)", cells.sources),
    _column("rights", "Rechten", "Rights", "13(2)(b)", cells.rights),
    _column(
        "automated", "Alleen door computer", "Solely automated", "22", cells.automated, _YES_NO
    ),
    _column("dpia", "DPIA", "DPIA", "35", cells.dpia, DPIA.values()),
    *_STATE,
)
PROCESSOR = (
    _ID,
    _NAME,
    _column("controller", "Verwerker", "Processor", "30(2)(a)", cells.controller),
    _column("on_behalf_of", "Voor wie", "On behalf of", "30(2)(a)", cells.on_behalf_of),
    _column("officer", "Functionaris (FG)", "Officer (DPO)", "30(2)(a)", cells.officer),
    _column("purposes", "Soort verwerking", "Kind of processing", "30(2)(b)", cells.purposes),
    *_transfers("30(2)(c)"),
    _column("measures", "Beveiliging", "Security measures", "30(2)(d), 32", cells.measures),
    _column("groups", "Betrokkenen", "Data subjects", "", cells.groups),
    _column("data", "Gegevens", "Personal data", "", cells.data),
    _column("processors", "Subverwerkers", "Sub-processors", "28(2)", cells.processors),
    *_STATE,
)


def _party(
    key: str, nl: str, en: str, article: str, cell: ProcessorCell, choices: Iterable[Text] = ()
) -> ProcessorColumn:
    return ProcessorColumn(
        key=key, title=Text(nl, en), article=article, choices=tuple(choices), cell=cell
    )


def _agreed(view: View, party: Processor) -> str:
    if party.confidential is None:
        return ""
    return (YES if party.confidential else NO).in_(view.lang)


PROCESSORS = (
    _party("name", "Verwerker", "Processor", "28(1)", lambda _, p: p.name),
    _party("does", "Wat hij doet", "What it does", "28(3)", lambda _, p: p.does or ""),
    _party(
        "country",
        "Land",
        "Country",
        "",
        lambda v, p: country(p.country, v.lang) if p.country else "",
    ),
    _party(
        "agreement",
        "Overeenkomst van",
        "Agreement of",
        "28(3)",
        lambda _, p: cells.day(p.agreement),
    ),
    _party("until", "Geldig tot", "Valid until", "", lambda _, p: cells.day(p.until)),
    _party("confidential", "Geheimhouding", "Confidentiality", "28(3)(b)", _agreed, _YES_NO),
    _party(
        "subprocessors",
        "Subverwerkers",
        "Sub-processors",
        "28(2)",
        lambda _, p: "; ".join(p.subprocessors),
    ),
    _party("checked", "Beoordeeld op", "Assessed on", "28(1)", lambda _, p: cells.day(p.checked)),
    _party("promises", "Beloften", "Promises", "13(1)(e)", lambda _, p: "; ".join(p.promises)),
)
