"""The visible table: every code that a check or a loader can give, and what it tells people."""

from collections.abc import Mapping

from nakomen.checks.law_codes import LAW_CODES
from nakomen.checks.register_codes import REGISTER_CODES
from nakomen.checks.survey_codes import SURVEY_CODES
from nakomen.policy.codes import CODES as FILE_CODES
from nakomen.policy.codes import Code
from nakomen.reading.text.codes import TEXT_CODES
from nakomen.terms import Severity, Text

_TABLE = (
    Code(
        code="C001",
        severity=Severity.NOTE,
        title=Text("Nog niet bevestigd", "Not yet confirmed"),
        message=Text("nog niet bevestigd: {entries}", "not yet confirmed: {entries}"),
        hint=Text(
            "lees dit na en bevestig het met `nakomen confirm {what}`; tot dan wist nakomen er "
            "niets "
            "op",
            "read this and confirm it with `nakomen confirm {what}`; until then nakomen erases "
            "nothing on it",
        ),
        why=Text(
            "Wat uit een tekst gelezen of uit een database afgeleid is, blijft een voorstel tot "
            "een "
            "mens ja zegt. Verandert het daarna, dan is een nieuw ja nodig.",
            "What was read from a text or drafted from a database stays a proposal until a person "
            "says yes. When it changes afterwards, a new yes is needed.",
        ),
    ),
    Code(
        code="C002",
        severity=Severity.WARNING,
        title=Text("Belofte over gegevens die nergens staan", "Promised data that is nowhere"),
        message=Text(
            "deze belofte gaat over {records}, maar in geen enkel systeem staan die gegevens",
            "this promise is about {records}, but no system holds such records",
        ),
        hint=Text(
            "sluit het systeem aan met `nakomen connect`, of geef een dataset in systems/ de soort "
            "'{kind}'",
            "connect the system with `nakomen connect`, or give a dataset in systems/ the kind "
            "'{kind}'",
        ),
        why=Text(
            "Van gegevens die nakomen niet ziet, kan het niet tonen dat de belofte gehouden wordt.",
            "Of records that nakomen does not see, it cannot show that the promise is kept.",
        ),
        article="AVG artikel 5 lid 2",
    ),
    Code(
        code="C003",
        severity=Severity.WARNING,
        title=Text("Persoonsgegevens zonder belofte", "Personal data without a promise"),
        message=Text(
            "'{dataset}' bevat persoonsgegevens ({categories}), maar geen belofte zegt hoe lang "
            "{records} bewaard worden",
            "'{dataset}' holds personal data ({categories}), but no promise says how long "
            "{records} "
            "are kept",
        ),
        hint=Text(
            "noem de termijn in de verklaring en in policy.yaml, of geef de dataset een andere "
            "soort",
            "state the term in the statement and in policy.yaml, or give the dataset another kind",
        ),
        why=Text(
            "De verklaring moet van alle persoonsgegevens zeggen hoe lang zij blijven. Zonder "
            "belofte "
            "weet nakomen niet wat het moet wissen.",
            "The statement must say of all personal data how long it stays. Without a promise "
            "nakomen does not know what to erase.",
        ),
        article="AVG artikel 13 lid 2 onder a",
    ),
    Code(
        code="C004",
        severity=Severity.WARNING,
        title=Text("Een kolom waarover twijfel is", "A column in doubt"),
        message=Text(
            "van kolom '{column}' van '{dataset}' is niet zeker wat erin staat (nu: {category})",
            "of column '{column}' of '{dataset}' it is not certain what is in it (now: {category})",
        ),
        hint=Text(
            "kijk wat er in staat, zet 'category' goed en 'certainty' op sure",
            "look what is in it, set 'category' right and 'certainty' to sure",
        ),
        why=Text(
            "Een persoonsgegeven dat niet als zodanig bekend is, wordt niet gewist en niet getoond "
            "aan wie om inzage vraagt.",
            "Personal data that is not known as such is not erased, and not shown to who asks for "
            "access.",
        ),
    ),
    Code(
        code="C005",
        severity=Severity.WARNING,
        title=Text("Een termijn zonder klok", "A term without a clock"),
        message=Text(
            "de belofte '{promise}' telt vanaf {moment}, maar '{dataset}' heeft daar geen kolom "
            "voor",
            "the promise '{promise}' counts from {moment}, but '{dataset}' has no column for that",
        ),
        hint=Text(
            "noem bij 'clocks' de kolom met deze dag: {{column: …, moment: {clock}}}",
            "name the column with this day under 'clocks': {{column: …, moment: {clock}}}",
        ),
        why=Text(
            "Zonder die dag is niet uit te rekenen wanneer de termijn om is.",
            "Without that day nobody can work out when the term is over.",
        ),
        article="AVG artikel 5 lid 1 onder e",
    ),
    Code(
        code="C006",
        severity=Severity.WARNING,
        title=Text("Niemand is hier te vinden", "Nobody can be found here"),
        message=Text(
            "in '{dataset}' staan persoonsgegevens ({categories}), maar niet is te zien van wie",
            "'{dataset}' holds personal data ({categories}), but it does not show whose",
        ),
        hint=Text(
            "noem bij 'keys' een kolom waaraan iemand te herkennen is, of bij 'links' een "
            "verwijzing "
            "naar de dataset van deze persoon",
            "name a column that recognises a person under 'keys', or a link to the dataset of that "
            "person under 'links'",
        ),
        why=Text(
            "Wie om inzage of wissen vraagt, krijgt anders niet alles, zonder dat iemand het "
            "merkt.",
            "Who asks for access or erasure would otherwise not get everything, and nobody "
            "notices.",
        ),
        article="AVG artikel 15",
    ),
    Code(
        code="C007",
        severity=Severity.WARNING,
        title=Text("Een rest van een voorbeeldtekst", "A remnant of a template"),
        message=Text(
            "hier staat nog iets dat ingevuld moet worden: {value}",
            "here is something that still has to be filled in: {value}",
        ),
        hint=Text(
            "vul dit in in de verklaring en neem het citaat opnieuw over",
            "fill this in in the statement and copy the quote once more",
        ),
        why=Text(
            "Een verklaring met open plekken zegt niet wie wat belooft.",
            "A statement with open places does not say who promises what.",
        ),
        article="AVG artikel 12 lid 1",
    ),
    Code(
        code="C010",
        severity=Severity.WARNING,
        title=Text("Een nieuwe dataset", "A new dataset"),
        message=Text(
            "'{store}' heeft een dataset '{dataset}' die niet op de kaart staat ({categories})",
            "'{store}' has a dataset '{dataset}' that the map does not show ({categories})",
        ),
        hint=Text(
            "zet die op de kaart in {file}, met een soort voor elke kolom",
            "put it on the map in {file}, with a category for each column",
        ),
        why=Text(
            "Wat niet op de kaart staat, wordt niet gewist en niet getoond aan wie om inzage "
            "vraagt.",
            "What the map does not show is not erased, and not shown to who asks for access.",
        ),
        article="AVG artikel 30",
    ),
    Code(
        code="C011",
        severity=Severity.WARNING,
        title=Text("Een nieuwe kolom", "A new column"),
        message=Text(
            "'{dataset}' heeft een kolom '{column}' die niet op de kaart staat ({category})",
            "'{dataset}' has a column '{column}' that the map does not show ({category})",
        ),
        hint=Text(
            "zet die op de kaart met een soort, of met 'category: none' als de kolom niets over "
            "een "
            "persoon zegt",
            "put it on the map with its category, or 'category: none' when it says nothing about a "
            "person",
        ),
        why=Text(
            "Een kolom die niemand beoordeeld heeft, blijft staan als de andere leeggemaakt "
            "worden.",
            "A column that nobody judged stays when the others are blanked.",
        ),
    ),
    Code(
        code="C012",
        severity=Severity.ERROR,
        title=Text("Een dataset is weg", "A dataset is gone"),
        message=Text(
            "'{dataset}' staat op de kaart, maar niet in '{store}'",
            "'{dataset}' is on the map, but not in '{store}'",
        ),
        hint=Text(
            "{near}haal die van de kaart als dat zo hoort",
            "{near}take it off the map when that is meant",
        ),
        why=Text(
            "Een plan op deze kaart zou mislukken, en een belofte over deze gegevens is niet meer "
            "te "
            "tonen.",
            "A plan on this map would fail, and a promise about these records can no longer be "
            "shown.",
        ),
    ),
    Code(
        code="C013",
        severity=Severity.ERROR,
        title=Text("Een kolom is weg", "A column is gone"),
        message=Text(
            "kolom '{column}' van '{dataset}' staat op de kaart, maar niet in het systeem",
            "column '{column}' of '{dataset}' is on the map, but not in the store",
        ),
        hint=Text(
            "{near}haal die van de kaart als dat zo hoort",
            "{near}take it off the map when that is meant",
        ),
        why=Text("Een plan op deze kaart zou mislukken.", "A plan on this map would fail."),
    ),
    Code(
        code="C030",
        severity=Severity.ERROR,
        title=Text("Meer dan verkeersgegevens", "More than traffic data"),
        message=Text(
            "'{where}' hoort niet bij verkeersgegevens: {category}",
            "'{where}' is no traffic data: {category}",
        ),
        hint=Text(
            "neem dit veld niet op, of geef de kolom op de kaart de soort die zij echt heeft",
            "leave this field out, or give the column on the map the category it really has",
        ),
        why=Text(
            "De verklaring belooft alleen vast te leggen wie, met wie, wanneer, waar en hoe lang. "
            "Wat mensen zeggen of bekijken, hoort daar niet bij.",
            "The statement promises to record only who, with whom, when, where and how long. What "
            "people say or look at is not among that.",
        ),
        article="Telecommunicatiewet artikel 11.5",
    ),
    Code(
        code="C031",
        severity=Severity.WARNING,
        title=Text("Van een ander, en niet verteld", "From elsewhere, and not told"),
        message=Text(
            "'{dataset}' komt van {source}; niets laat zien dat de mensen dat hebben gehoord",
            "'{dataset}' comes from {source}; nothing shows that the people were told",
        ),
        hint=Text(
            "vertel het hun binnen een maand, en noem bij 'told' de kolom met die dag",
            "tell them within a month, and name the column with that day under 'told'",
        ),
        why=Text(
            "Wie haar gegevens niet zelf gaf, weet niet dat u ze hebt. U vertelt haar binnen een "
            "maand welke het zijn en waar ze vandaan komen.",
            "Who did not give her data herself does not know that you have it. You tell her within "
            "a month which it is and where it comes from.",
        ),
        article="AVG artikel 14 lid 3",
    ),
)
CHECK_CODES: Mapping[str, Code] = {
    row.code: row for row in (*_TABLE, *SURVEY_CODES, *REGISTER_CODES)
}
CODES: Mapping[str, Code] = {**FILE_CODES, **CHECK_CODES}


def known_codes() -> tuple[str, ...]:
    """Every code that nakomen can give, also those about the law."""
    return (*TEXT_CODES, *CODES, *LAW_CODES)


def explain_code(code: str) -> Text:
    """
    What *code* means and why it matters, in a few sentences.

    Raises:
        KeyError: there is no such code.
    """
    if row := CODES.get(code) or TEXT_CODES.get(code):
        article = f" ({row.article})" if row.article else ""
        return Text(
            f"{row.code}: {row.title.nl}\n\n{row.why.nl}{article}",
            f"{row.code}: {row.title.en}\n\n{row.why.en}{article}",
        )
    law = LAW_CODES[code]
    about = f"({law.article})"
    return Text(f"{code}: {law.title.nl} {about}", f"{code}: {law.title.en} {about}")
