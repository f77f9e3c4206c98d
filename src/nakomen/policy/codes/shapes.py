"""Y020-Y039: the YAML is good, but a name or a value does not fit the form of the file."""

from nakomen.policy.codes.code import Code
from nakomen.terms import Severity, Text

SHAPES = (
    Code(
        code="Y020",
        severity=Severity.ERROR,
        title=Text("Een onbekende naam", "An unknown name"),
        message=Text("'{key}' is hier niet bekend", "'{key}' is not known here"),
        hint=Text("{near}hier mag staan: {allowed}", "{near}what may stand here: {allowed}"),
        why=Text(
            "Een naam die nakomen niet kent, zou stil genegeerd worden. Een schrijffout in een "
            "belofte blijft dan onopgemerkt.",
            "A name that nakomen does not know would be ignored silently. A spelling mistake in a "
            "promise would go unnoticed.",
        ),
    ),
    Code(
        code="Y021",
        severity=Severity.ERROR,
        title=Text("Een naam ontbreekt", "A name is missing"),
        message=Text("hier ontbreekt '{key}'", "'{key}' is missing here"),
        hint=Text(
            "voeg een regel toe met '{key}: …'{allowed}", "add a line with '{key}: …'{allowed}"
        ),
        why=Text(
            "Zonder dit gegeven kan nakomen met het onderdeel niets doen.",
            "Without this nakomen can do nothing with the entry.",
        ),
    ),
    Code(
        code="Y022",
        severity=Severity.ERROR,
        title=Text("Een waarde ontbreekt", "A value is missing"),
        message=Text("achter '{key}' staat niets", "nothing stands behind '{key}'"),
        hint=Text("vul een waarde in of haal de regel weg", "fill in a value or remove the line"),
        why=Text(
            "Een lege waarde kan 'onbekend' betekenen of 'vergeten'. Nakomen raadt niet.",
            "An empty value can mean 'unknown' or 'forgotten'. Nakomen does not guess.",
        ),
    ),
    Code(
        code="Y023",
        severity=Severity.ERROR,
        title=Text("Een andere vorm verwacht", "Another form expected"),
        message=Text(
            "bij '{key}' hoort {wanted}, maar hier staat {seen}",
            "'{key}' wants {wanted}, but here stands {seen}",
        ),
        hint=Text("{cure}", "{cure}"),
        why=Text(
            "Een lijst, een blok en een tekst zien er in YAML bijna gelijk uit, maar betekenen "
            "iets "
            "anders.",
            "A list, a block and a text look nearly alike in YAML but mean different things.",
        ),
    ),
    Code(
        code="Y024",
        severity=Severity.ERROR,
        title=Text("Zet het tussen aanhalingstekens", "Put it in quotes"),
        message=Text(
            "'{key}' is een tekst, maar {value} wordt zonder aanhalingstekens als getal of "
            "ja/nee-waarde gelezen",
            "'{key}' is a text, but {value} without quotes is read as a number or a true/false "
            "value",
        ),
        hint=Text('zet het tussen aanhalingstekens: "{value}"', 'put it in quotes: "{value}"'),
        why=Text(
            "Een getal verliest zijn nullen vooraan en achteraan: KvK-nummer 012345678 wordt "
            "12345678, versie 2.10 wordt 2.1. Tussen aanhalingstekens blijft het zoals het er "
            "staat.",
            "A number loses its zeros at the start and the end: KvK number 012345678 becomes "
            "12345678, version 2.10 becomes 2.1. In quotes it stays as it stands.",
        ),
    ),
    Code(
        code="Y025",
        severity=Severity.ERROR,
        title=Text("Waar of niet waar", "True or false"),
        message=Text(
            "'{key}' moet true of false zijn, niet {value}",
            "'{key}' must be true or false, not {value}",
        ),
        hint=Text(
            "schrijf true voor ja en false voor nee, zonder aanhalingstekens",
            "write true for yes and false for no, without quotes",
        ),
        why=Text(
            "Woorden als ja, nee, yes en no leest het ene programma als waarheid en het andere als "
            "tekst.",
            "Words such as ja, nee, yes and no are read as a truth value by one program and as "
            "text "
            "by another.",
        ),
    ),
    Code(
        code="Y026",
        severity=Severity.ERROR,
        title=Text("Geen datum", "Not a date"),
        message=Text("'{key}' is geen datum: {value}", "'{key}' is not a date: {value}"),
        hint=Text(
            "schrijf jaar-maand-dag, zoals 2026-11-21", "write year-month-day, such as 2026-11-21"
        ),
        why=Text(
            "03-04-2026 is in Nederland 3 april en in Amerika 4 maart. Jaar-maand-dag kan niemand "
            "verkeerd lezen.",
            "03-04-2026 is 3 April in the Netherlands and 4 March in America. Nobody can misread "
            "year-month-day.",
        ),
    ),
    Code(
        code="Y027",
        severity=Severity.ERROR,
        title=Text("Een onbekend woord", "An unknown word"),
        message=Text(
            "'{key}' kent de waarde {value} niet", "'{key}' does not know the value {value}"
        ),
        hint=Text("{near}kies uit: {allowed}", "{near}choose from: {allowed}"),
        why=Text(
            "Op deze plek mag alleen een woord uit een vaste lijst staan, zodat het overal "
            "hetzelfde "
            "betekent.",
            "Only a word from a fixed list may stand here, so that it means the same everywhere.",
        ),
    ),
    Code(
        code="Y028",
        severity=Severity.ERROR,
        title=Text("Geen heel getal", "Not a whole number"),
        message=Text(
            "'{key}' moet een heel getal van 0 of hoger zijn, niet {value}",
            "'{key}' must be a whole number of 0 or more, not {value}",
        ),
        hint=Text(
            "schrijf alleen cijfers, zonder aanhalingstekens", "write digits only, without quotes"
        ),
        why=Text(
            "Hier staat een aantal of een plaats in de tekst. Die zijn heel en niet negatief.",
            "Here stands a count or a position in the text. Those are whole and not negative.",
        ),
    ),
)
