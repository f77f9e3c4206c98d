"""M001-M099: a data map names something that is not there, or says the same thing twice."""

from nakomen.policy.codes.code import Code
from nakomen.terms import Severity, Text

_THERE = Text(
    "{near}de kolommen van '{dataset}' zijn: {allowed}",
    "{near}the columns of '{dataset}' are: {allowed}",
)
_LOST = Text(
    "Zonder deze kolom kan nakomen de gegevens van een persoon niet vinden of niet op tijd wissen.",
    "Without this column nakomen cannot find a person's records or cannot erase them in time.",
)

SYSTEMS = (
    Code(
        code="M001",
        severity=Severity.ERROR,
        title=Text("Een sleutel zonder kolom", "A key without a column"),
        message=Text(
            "de sleutel noemt kolom '{value}', maar '{dataset}' heeft die niet",
            "the key names column '{value}', but '{dataset}' has none",
        ),
        hint=_THERE,
        why=_LOST,
    ),
    Code(
        code="M002",
        severity=Severity.ERROR,
        title=Text("Een verwijzing zonder kolom", "A link without a column"),
        message=Text(
            "de verwijzing noemt kolom '{value}', maar '{dataset}' heeft die niet",
            "the link names column '{value}', but '{dataset}' has none",
        ),
        hint=_THERE,
        why=_LOST,
    ),
    Code(
        code="M003",
        severity=Severity.ERROR,
        title=Text("Een verwijzing naar iets onbekends", "A link to something unknown"),
        message=Text(
            "de verwijzing gaat naar '{value}', maar die dataset staat niet in dit bestand",
            "the link goes to '{value}', but this file has no such dataset",
        ),
        hint=Text("{near}de datasets zijn: {allowed}", "{near}the datasets are: {allowed}"),
        why=_LOST,
    ),
    Code(
        code="M004",
        severity=Severity.ERROR,
        title=Text(
            "Een verwijzing naar een kolom die er niet is", "A link to a column that is not there"
        ),
        message=Text(
            "de verwijzing gaat naar kolom '{value}', maar '{dataset}' heeft die niet",
            "the link goes to column '{value}', but '{dataset}' has none",
        ),
        hint=_THERE,
        why=_LOST,
    ),
    Code(
        code="M005",
        severity=Severity.ERROR,
        title=Text("Een verwijzing met ongelijke kanten", "A link with unequal sides"),
        message=Text(
            "de verwijzing noemt niet evenveel kolommen: {here} hier, {there} daar",
            "the link does not name as many columns: {here} here, {there} there",
        ),
        hint=Text(
            "noem bij 'columns' en 'to_columns' evenveel kolommen, in dezelfde volgorde",
            "name as many columns in 'columns' as in 'to_columns', in the same order",
        ),
        why=Text(
            "Elke kolom hier hoort bij één kolom daar.",
            "Each column here belongs to one column there.",
        ),
    ),
    Code(
        code="M006",
        severity=Severity.ERROR,
        title=Text("Een klok zonder kolom", "A clock without a column"),
        message=Text(
            "de klok noemt kolom '{value}', maar '{dataset}' heeft die niet",
            "the clock names column '{value}', but '{dataset}' has none",
        ),
        hint=_THERE,
        why=_LOST,
    ),
    Code(
        code="M007",
        severity=Severity.ERROR,
        title=Text("Een primaire sleutel zonder kolom", "A primary key without a column"),
        message=Text(
            "de primaire sleutel noemt kolom '{value}', maar '{dataset}' heeft die niet",
            "the primary key names column '{value}', but '{dataset}' has none",
        ),
        hint=_THERE,
        why=_LOST,
    ),
    Code(
        code="M008",
        severity=Severity.ERROR,
        title=Text("Een onbekende soort sleutel", "An unknown kind of key"),
        message=Text("{value} is geen soort sleutel", "{value} is not a kind of key"),
        hint=Text(
            "{near}kies uit: {allowed}; of een eigen soort met een punt, zoals crm.invoice.id",
            "{near}choose from: {allowed}; or one of your own with a dot, such as crm.invoice.id",
        ),
        why=Text(
            "De soort zegt waaraan een persoon te herkennen is, en hoe waarden vergeleken worden.",
            "The kind says how a person is recognised, and how values are compared.",
        ),
    ),
    Code(
        code="M009",
        severity=Severity.ERROR,
        title=Text("Dezelfde sleutel of klok twee keer", "The same key or clock twice"),
        message=Text(
            "'{value}' staat hier al, op regel {line}",
            "'{value}' stands here already, on line {line}",
        ),
        hint=Text("laat er één staan", "keep one of them"),
        why=Text(
            "Met twee klokken voor hetzelfde moment is niet te zeggen welke telt; een kolom heeft "
            "als sleutel één rol.",
            "With two clocks for the same moment nobody can tell which counts; a column has one "
            "role "
            "as a key.",
        ),
    ),
    Code(
        code="M010",
        severity=Severity.ERROR,
        title=Text("De naam en het bestand verschillen", "The name and the file differ"),
        message=Text(
            "het systeem heet hier '{value}', maar het bestand heet '{file}'",
            "the system is called '{value}' here, but the file is called '{file}'",
        ),
        hint=Text(
            "geef het bestand de naam {value}.yaml, of verander 'store'",
            "call the file {value}.yaml, or change 'store'",
        ),
        why=Text(
            "Plannen en bewijs noemen het systeem bij zijn naam. Die moet naar één bestand wijzen.",
            "Plans and evidence call the system by its name. That must point to one file.",
        ),
    ),
    Code(
        code="M011",
        severity=Severity.ERROR,
        title=Text("Een dataset van alle soorten", "A dataset of every kind"),
        message=Text(
            "een dataset kan niet van de soort 'all' zijn", "a dataset cannot be of the kind 'all'"
        ),
        hint=Text(
            "kies de soort waarvoor de gegevens gebruikt worden, zoals customer, billing of other",
            "choose the kind that the records are used for, such as customer, billing or other",
        ),
        why=Text(
            "'all' mag alleen in een belofte staan: die geldt dan voor elke soort.",
            "'all' may stand in a promise only: that one then holds for every kind.",
        ),
    ),
    Code(
        code="M012",
        severity=Severity.ERROR,
        title=Text("Een moment dat geen klok is", "A moment that is not a clock"),
        message=Text(
            "'{value}' is geen klok van een dataset", "'{value}' is not a clock of a dataset"
        ),
        hint=Text(
            "schrijf event: het einde van het jaar rekent nakomen daar zelf uit",
            "write event: nakomen works out the end of the year from it",
        ),
        why=Text(
            "In de kolom staat de dag zelf. Het einde van dat kalenderjaar volgt daaruit.",
            "The column holds the day itself. The end of that calendar year follows from it.",
        ),
    ),
    Code(
        code="M013",
        severity=Severity.ERROR,
        title=Text("Een onbekende tijdzone", "An unknown time zone"),
        message=Text("'{value}' is geen tijdzone", "'{value}' is not a time zone"),
        hint=Text(
            "{near}schrijf UTC, Europe/Amsterdam of een andere naam uit de lijst van IANA",
            "{near}write UTC, Europe/Amsterdam or another name of the IANA list",
        ),
        why=Text(
            "De zone bepaalt op welke dag een tijdstip rond middernacht valt, en dus wanneer een "
            "termijn om is.",
            "The zone decides on which day a moment near midnight falls, and so when a term ends.",
        ),
    ),
    Code(
        code="M014",
        severity=Severity.ERROR,
        title=Text("Geen weg naar de klok", "No way to the clock"),
        message=Text(
            "van '{dataset}' leidt geen enkele weg van eigenaren naar '{value}', of meer dan één",
            "from '{dataset}' no way of owners leads to '{value}', or more than one",
        ),
        hint=Text(
            "vul onder 'links' de verwijzing aan, of zet bij de andere weg 'owner: false'",
            "add the reference under 'links', or write 'owner: false' at the other way",
        ),
        why=Text(
            "De dag staat in rijen die bij deze rij horen. Zonder verwijzing is niet te zien "
            "welke dat zijn; met twee is niet te zeggen welke telt.",
            "The day stands in rows that belong to this row. Without a reference nobody can see "
            "which those are; with two nobody can tell which counts.",
        ),
    ),
    Code(
        code="M020",
        severity=Severity.ERROR,
        title=Text("Totalen die iemand aanwijzen", "Totals that point at somebody"),
        message=Text(
            "op '{value}' kan zo niet geteld worden: dat wijst een persoon of een rij aan",
            "'{value}' cannot be counted by like this: it points at a person or a row",
        ),
        hint=Text(
            "kies een kolom zonder persoonsgegevens, of maak haar grof met 'grain': month of year "
            "voor een dag, prefix van hooguit 5 tekens voor een nummer, area voor een postcode, "
            "network voor een IP-adres, step van 10 of meer voor een bedrag",
            "choose a column without personal data, or make it coarse with 'grain': month or year "
            "for a day, prefix of 5 signs at most for a number, area for a postcode, network for "
            "an internet address, step of 10 or more for an amount",
        ),
        why=Text(
            "Totalen blijven staan als de rijen weg zijn. Wie er iemand in herkent, heeft nog "
            "persoonsgegevens (AVG artikel 4 onder 1).",
            "Totals stay when the rows are gone. Whoever recognises somebody in them still has "
            "personal data (AVG artikel 4 onder 1).",
        ),
    ),
    Code(
        code="M021",
        severity=Severity.ERROR,
        title=Text("Totalen met persoonsgegevens", "Totals with personal data"),
        message=Text(
            "de totalen gaan naar '{dataset}', en daar staan persoonsgegevens in '{value}'",
            "the totals go to '{dataset}', which has personal data in '{value}'",
        ),
        hint=Text(
            "maak een tabel voor de totalen alleen, met bij elke kolom 'category: none'",
            "make a table for the totals alone, with 'category: none' at each column",
        ),
        why=Text(
            "In totalen staat niets van een persoon; daarom hebben zij geen termijn.",
            "Totals hold nothing of a person; that is why they have no term.",
        ),
    ),
    Code(
        code="M022",
        severity=Severity.ERROR,
        title=Text("Totalen zonder plaats voor de rest", "Totals without a place for the rest"),
        message=Text(
            "'{value}' van '{dataset}' mag niet leeg zijn",
            "'{value}' of '{dataset}' must not be empty",
        ),
        hint=Text(
            "laat de kolom in de database leeg toe, en laat hier 'nullable: false' weg",
            "allow the column to be empty in the database, and leave out 'nullable: false' here",
        ),
        why=Text(
            "Een groep met te weinig rijen gaat in een grotere groep, waar deze kolom leeg is.",
            "A group of too few rows goes into a larger group, where this column is empty.",
        ),
    ),
    Code(
        code="M015",
        severity=Severity.ERROR,
        title=Text("Een pad dat niet te volgen is", "A path that cannot be followed"),
        message=Text(
            "'{value}' is geen plek in een kolom van '{dataset}'",
            "'{value}' is not a place inside a column of '{dataset}'",
        ),
        hint=Text(
            "schrijf de kolom en het pad, zoals payload:$.klant.email of tags:$[*]; de kolom zelf "
            "staat ook op de kaart, en [*] komt één keer voor",
            "write the column and the path, as in payload:$.customer.email or tags:$[*]; the "
            "column itself is on the map too, and [*] occurs once",
        ),
        why=Text(
            "Een plek in een document wordt gelezen en leeggemaakt zoals een kolom. Dan moet te "
            "zien zijn in welke kolom zij staat.",
            "A place inside a document is read and emptied like a column, so it must be clear in "
            "which column it is.",
        ),
    ),
    Code(
        code="M016",
        severity=Severity.ERROR,
        title=Text("Een lijst die van iemand is", "A list that is somebody's"),
        message=Text(
            "'{value}' staat voor elk deel van een lijst en zegt niet van wie de rij is",
            "'{value}' stands for each element of a list and does not say whose the row is",
        ),
        hint=Text(
            "schrijf bij zo'n sleutel 'role: party', en maak er geen link of primary_key van",
            "write 'role: party' with such a key, and make no link or primary_key of it",
        ),
        why=Text(
            "In een lijst kunnen meer mensen staan. Wat van één van hen is gaat eruit; de rij en "
            "de anderen blijven.",
            "A list may name several persons. What is one person's goes; the row and the others "
            "stay.",
        ),
    ),
    Code(
        code="M023",
        severity=Severity.ERROR,
        title=Text("Een paar dat niemand aanwijst", "A pair that names nobody"),
        message=Text(
            "'{value}' is geen klantnummer uit kolommen van '{dataset}'",
            "'{value}' is no customer number made of columns of '{dataset}'",
        ),
        hint=Text(
            "schrijf de kolommen met :+ ertussen, zoals tenant_id:+customer_no; ze staan zelf ook "
            "op de kaart, en de sleutel heeft 'kind: customer' en 'role: subject'",
            "write the columns with :+ between them, as in tenant_id:+customer_no; they are on the "
            "map too, and the key has 'kind: customer' and 'role: subject'",
        ),
        why=Text(
            "Samen zeggen de kolommen van wie de rij is, en niets anders: in een paar staat zelf "
            "niets, er is niets te wissen of naar te verwijzen.",
            "Together the columns say whose the row is, and nothing else: in a pair itself nothing "
            "stands, so there is nothing to erase or to point to.",
        ),
    ),
)
