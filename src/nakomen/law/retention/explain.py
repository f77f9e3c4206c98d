"""A row of the retention catalogue told to a person."""

from nakomen.law.explanation import NO_ADVICE
from nakomen.law.retention.row import Counted, Force, Kept, Sector, Until
from nakomen.terms import Lang, Period, Text
from nakomen.terms.labels import label

_UNTIL = {
    Until.CLOSED: Text("tot het is afgesloten", "until it is closed"),
    Until.UNDISPUTABLE: Text(
        "tot de factuur niet meer kan worden betwist",
        "until the invoice can no longer be disputed",
    ),
    Until.CONSENT_WITHDRAWN: Text(
        "tot de toestemming is ingetrokken", "until the consent is withdrawn"
    ),
    Until.SERVICE_ENDS: Text("zolang de dienst het nodig heeft", "as long as the service needs it"),
    Until.WITHDRAWN: Text(
        "tot iemand zich afmeldt of intrekt", "until somebody unsubscribes or withdraws"
    ),
    Until.PROCESSING_ENDS: Text("tot de verwerking stopt", "until the processing ends"),
    Until.NO_MARKETING: Text("zolang u reclame stuurt", "as long as you send advertising"),
    Until.SESSION: Text("tot de browser sluit", "until the browser closes"),
}
_FORCE = {
    Force.STATUTORY: Text("wet", "statute"),
    Force.GUIDELINE: Text("richtlijn", "guideline"),
    Force.CUSTOM: Text(
        "voorstel: wet en richtlijn noemen geen getal",
        "proposal: law and guideline name no number",
    ),
}
_SECTOR = {
    Sector.ALL: Text("iedereen", "everybody"),
    Sector.LEGAL_PERSON: Text("rechtspersonen", "legal persons"),
    Sector.BUSINESS: Text("ondernemers", "businesses"),
    Sector.REAL_ESTATE: Text("wie een pand bezit of bouwt", "who owns or builds premises"),
    Sector.DIGITAL_SALES: Text(
        "verkoop op afstand in andere landen", "distance sales in other countries"
    ),
    Sector.PLATFORM: Text("platforms", "platforms"),
    Sector.EMPLOYER: Text("werkgevers", "employers"),
    Sector.WEBSITE: Text("websites", "websites"),
    Sector.WEB_SHOP: Text("webwinkels", "web shops"),
    Sector.TELECOM: Text(
        "aanbieders van openbare telecommunicatie", "providers of public telecommunication"
    ),
    Sector.IT: Text("ICT-bedrijven", "IT companies"),
    Sector.HOSTING: Text("hosting en online software", "hosting and online software"),
    Sector.FINANCE: Text("financiële ondernemingen", "financial companies"),
    Sector.CARE: Text("zorgverleners", "care providers"),
    Sector.WWFT: Text("instellingen onder de Wwft", "institutions under the Wwft"),
}
_COUNTED = {
    Counted.DAY: Text("", ""),
    Counted.YEAR_END: Text(" (vanaf 31 december van dat jaar)", " (from 31 December of that year)"),
    Counted.YEAR: Text(" (dat jaar telt mee)", " (that year counts)"),
}
_LINES = Text(
    """{id}: {what}
Voor: {sector}.
{term}
Telt vanaf: {start}{counted}.
Grond: {basis}. Soort: {force}.""",
    """{id}: {what}
For: {sector}.
{term}
Counts from: {start}{counted}.
Ground: {basis}. Kind: {force}.""",
)
_SOURCE = Text("Bron: {source}.", "Source: {source}.")
_RECORDS = Text("Soort gegevens: {records}.", "Kind of records: {records}.")


def explain_row(row: Kept) -> Text:
    """Several lines of plain text in each language; unverified is said."""
    return Text(_told(row, Lang.NL), _told(row, Lang.EN))


def term_told(row: Kept) -> Text:
    """
    What a row says of how long, in one sentence.

    >>> from nakomen.law.retention import row
    >>> term_told(row("camera-footage")).en, term_told(row("newsletter-subscription")).en
    ('At most 4 weeks.', 'At most: until somebody unsubscribes or withdraws.')
    """
    return Text(_term(row, Lang.NL), _term(row, Lang.EN))


def _told(row: Kept, lang: Lang) -> str:
    first = _LINES.in_(lang).format(
        id=row.id,
        what=row.what.in_(lang),
        sector=_SECTOR[row.sector].in_(lang),
        term=_term(row, lang),
        start=row.start.in_(lang),
        counted=_COUNTED[row.counted].in_(lang),
        basis=row.basis,
        force=_FORCE[row.force].in_(lang),
    )
    records = ", ".join(label(kind).in_(lang) for kind in sorted(row.records))
    parts = (
        first,
        _RECORDS.in_(lang).format(records=records) if records else "",
        row.note.in_(lang) if row.note else "",
        _SOURCE.in_(lang).format(source=row.source) if row.source else "",
        row.checked.told.in_(lang),
        NO_ADVICE.in_(lang),
    )
    return "\n".join(part for part in parts if part)


def _term(row: Kept, lang: Lang) -> str:
    least, most = row.least, row.most
    if least is not None and least == most:
        return Text("Precies {}.", "Exactly {}.").in_(lang).format(_length(least, lang))
    if most == Period():
        return Text("Niet bewaren: direct wissen.", "Do not keep: erase at once.").in_(lang)
    said = []
    if least is not None:
        said.append(_bound(Text("Ten minste", "At least"), least, lang))
    if most is not None:
        said.append(_bound(Text("Hooguit", "At most"), most, lang))
    return " ".join(said) or Text("Geen termijn.", "No term.").in_(lang)


def _bound(word: Text, length: Period | Until, lang: Lang) -> str:
    between = " " if isinstance(length, Period) else ": "
    return f"{word.in_(lang)}{between}{_length(length, lang)}."


def _length(length: Period | Until, lang: Lang) -> str:
    return length.tell(lang) if isinstance(length, Period) else _UNTIL[length].in_(lang)
