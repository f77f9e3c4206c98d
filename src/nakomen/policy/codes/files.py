"""Y001-Y019: the file cannot be read as YAML, or only in a way that fools people."""

from nakomen.policy.codes.code import Code
from nakomen.terms import Severity, Text

FILES = (
    Code(
        code="Y001",
        severity=Severity.ERROR,
        title=Text("Het bestand is geen geldige YAML", "The file is not valid YAML"),
        message=Text("{problem}", "{problem}"),
        hint=Text("{cure}", "{cure}"),
        why=Text(
            "Nakomen leest het bestand als YAML. Vanaf deze plek is niet meer te zien wat erbij "
            "hoort. Fouten verderop in het bestand worden pas getoond als deze fout weg is.",
            "Nakomen reads the file as YAML. From this place on it cannot tell what belongs where. "
            "Faults further on are shown only when this one is gone.",
        ),
    ),
    Code(
        code="Y002",
        severity=Severity.ERROR,
        title=Text("Een tab aan het begin van een regel", "A tab at the start of a line"),
        message=Text("deze regel springt in met een tab", "this line is indented with a tab"),
        hint=Text(
            "gebruik spaties om in te springen, twee per stap",
            "indent with spaces, two for each step",
        ),
        why=Text(
            "YAML laat tabs niet toe om in te springen, omdat elk programma ze anders breed toont.",
            "YAML does not allow tabs for indentation, because each program shows them "
            "differently.",
        ),
    ),
    Code(
        code="Y003",
        severity=Severity.ERROR,
        title=Text("Een onzichtbaar teken", "An invisible character"),
        message=Text(
            "hier staat een teken dat niet te tonen is: {value}",
            "here stands a character that cannot be shown: {value}",
        ),
        hint=Text("haal het teken weg", "remove the character"),
        why=Text(
            "Een stuurteken is niet te zien, maar verandert wel wat er staat. Vaak komt het mee "
            "met "
            "knippen en plakken.",
            "A control character cannot be seen but changes what stands there. It often comes "
            "along "
            "with copy and paste.",
        ),
    ),
    Code(
        code="Y004",
        severity=Severity.ERROR,
        title=Text("Het bestand is geen UTF-8", "The file is not UTF-8"),
        message=Text(
            "dit bestand is niet als tekst (UTF-8) te lezen", "this file is not UTF-8 text"
        ),
        hint=Text(
            "sla het bestand op met de codering UTF-8",
            "save the file with the encoding UTF-8",
        ),
        why=Text(
            "In een andere codering worden letters als é en ë verkeerd gelezen, en dan klopt een "
            "citaat niet meer.",
            "In another encoding letters such as é and ë are misread, and a quote no longer fits.",
        ),
    ),
    Code(
        code="Y005",
        severity=Severity.ERROR,
        title=Text("Het bestand is te groot", "The file is too large"),
        message=Text("dit bestand is groter dan {limit} MB", "this file is larger than {limit} MB"),
        hint=Text(
            "kijk of dit het goede bestand is; verdeel een gegevenskaart over meer bestanden",
            "see whether this is the right file; split a data map over more files",
        ),
        why=Text(
            "Een beleid of gegevenskaart is klein. Een bestand van deze grootte is bijna altijd "
            "het "
            "verkeerde bestand.",
            "A policy or data map is small. A file of this size is nearly always the wrong file.",
        ),
    ),
    Code(
        code="Y006",
        severity=Severity.ERROR,
        title=Text("Het bestand is leeg", "The file is empty"),
        message=Text("er staat niets in dit bestand", "there is nothing in this file"),
        hint=Text(
            "maak het opnieuw met `nakomen init` of `nakomen connect`, of haal het bestand weg",
            "make it again with `nakomen init` or `nakomen connect`, or remove the file",
        ),
        why=Text(
            "Een leeg bestand belooft niets en beschrijft niets. Dat is zelden de bedoeling.",
            "An empty file promises nothing and describes nothing. That is seldom what is meant.",
        ),
    ),
    Code(
        code="Y007",
        severity=Severity.ERROR,
        title=Text("Een anker of verwijzing", "An anchor or alias"),
        message=Text(
            "hier staat een anker of verwijzing van YAML: {value}",
            "here stands a YAML anchor or alias: {value}",
        ),
        hint=Text(
            "schrijf de tekst voluit; zet een tekst die met & of * begint tussen aanhalingstekens",
            "write the text in full; put a text that begins with & or * in quotes",
        ),
        why=Text(
            "Elke belofte moet te lezen zijn zoals zij er staat. Met verwijzingen staat de inhoud "
            "ergens anders, en een klein bestand kan zo het geheugen vullen.",
            "Each promise must be readable as it stands. With aliases the content stands somewhere "
            "else, and a small file can fill the memory that way.",
        ),
    ),
    Code(
        code="Y008",
        severity=Severity.ERROR,
        title=Text("Een YAML-label", "A YAML tag"),
        message=Text("hier staat een label van YAML: {value}", "here stands a YAML tag: {value}"),
        hint=Text(
            "haal het label weg; zet een tekst die met ! begint tussen aanhalingstekens",
            "remove the tag; put a text that begins with ! in quotes",
        ),
        why=Text(
            "Een label vraagt een programma om iets bijzonders te maken van de waarde, en kan "
            "misbruikt worden. Nakomen gebruikt geen labels.",
            "A tag asks a program to turn the value into something special, and can be abused. "
            "Nakomen uses no tags.",
        ),
    ),
    Code(
        code="Y009",
        severity=Severity.ERROR,
        title=Text("Te diep genest", "Nested too deep"),
        message=Text(
            "hier zit een lijst of blok te diep in andere: meer dan {limit} stappen",
            "here a list or block sits too deep inside others: more than {limit} steps",
        ),
        hint=Text(
            "kijk of een haakje of inspringing te veel is",
            "see whether there is a bracket or indentation too many",
        ),
        why=Text(
            "Geen van de bestanden van nakomen heeft zoveel stappen nodig.",
            "None of the files of nakomen needs so many steps.",
        ),
    ),
    Code(
        code="Y010",
        severity=Severity.ERROR,
        title=Text("Een naam staat er twee keer", "A name stands there twice"),
        message=Text(
            "'{key}' staat hier nog een keer; de eerste staat op regel {line}",
            "'{key}' stands here again; the first is on line {line}",
        ),
        hint=Text("laat er één staan", "keep one of them"),
        why=Text(
            "Van twee gelijke namen zou er stil één verdwijnen, en niemand ziet welke.",
            "Of two equal names one would vanish silently, and nobody sees which.",
        ),
    ),
    Code(
        code="Y011",
        severity=Severity.ERROR,
        title=Text("Meer dan één document", "More than one document"),
        message=Text(
            "hier begint een tweede document in hetzelfde bestand",
            "here a second document begins in the same file",
        ),
        hint=Text(
            "haal de regel met --- weg, of verdeel de inhoud over twee bestanden",
            "remove the line with ---, or split the content over two files",
        ),
        why=Text(
            "Alleen het eerste document zou gelezen worden. De rest zou stil wegvallen.",
            "Only the first document would be read. The rest would be dropped silently.",
        ),
    ),
    Code(
        code="Y012",
        severity=Severity.ERROR,
        title=Text("Een naam die geen woord is", "A name that is not a word"),
        message=Text(
            "de naam voor de dubbele punt is een lijst of blok",
            "the name before the colon is a list or block",
        ),
        hint=Text(
            "zet de naam tussen aanhalingstekens, of haal de haakjes weg",
            "put the name in quotes, or remove the brackets",
        ),
        why=Text(
            "Voor de dubbele punt hoort één woord te staan.",
            "One word should stand before the colon.",
        ),
    ),
    Code(
        code="Y013",
        severity=Severity.ERROR,
        title=Text("Te veel fouten", "Too many faults"),
        message=Text(
            "hier houdt nakomen op met lezen: al {limit} fouten",
            "nakomen stops reading here: {limit} faults already",
        ),
        hint=Text(
            "herstel de fouten hierboven en controleer opnieuw; wat hierna komt is niet bekeken",
            "mend the faults above and check again; what comes after this was not looked at",
        ),
        why=Text(
            "Zoveel fouten betekent meestal dat het een ander soort bestand is.",
            "So many faults usually mean that it is another sort of file.",
        ),
    ),
)
