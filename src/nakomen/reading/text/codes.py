"""R001-R014: why a file is no statement's text, or what to know about how it was read."""

from collections.abc import Mapping

from nakomen.policy.codes import Code
from nakomen.terms import Severity, Text

LARGEST_MB = 1
KINDS = ".txt .md .html .docx .pdf"

_TABLE = (
    Code(
        code="R001",
        severity=Severity.ERROR,
        title=Text("Een soort bestand die niet gelezen wordt", "A kind of file that is not read"),
        message=Text(
            "Dit soort bestand wordt niet gelezen: {name}.",
            "This kind of file is not read: {name}.",
        ),
        hint=Text(
            f"Gelezen worden {KINDS}. Bewaar de verklaring als een daarvan.",
            f"What is read: {KINDS}. Save the statement as one of these.",
        ),
        why=Text(
            "Van een ander soort bestand is niet zeker wat de tekst is, en een verkeerd gelezen "
            "zin is erger dan geen zin.",
            "In another kind of file it is not certain what the text is, and a sentence read "
            "wrong is worse than none.",
        ),
    ),
    Code(
        code="R002",
        severity=Severity.ERROR,
        title=Text("Het bestand is te groot", "The file is too large"),
        message=Text(
            "Het bestand is groter dan {limit}; dat is geen privacyverklaring.",
            "The file is larger than {limit}; that is no privacy statement.",
        ),
        hint=Text(
            "Geef een bestand met alleen de tekst van de verklaring.",
            "Give a file with nothing but the text of the statement.",
        ),
        why=Text(
            "Een verklaring van honderd bladzijden is een derde hiervan. Een groter bestand is "
            "bijna altijd het verkeerde.",
            "A statement of a hundred pages is a third of this. A larger file is nearly always "
            "the wrong one.",
        ),
    ),
    Code(
        code="R003",
        severity=Severity.ERROR,
        title=Text("Het bestand is leeg", "The file is empty"),
        message=Text("Het bestand is leeg.", "The file is empty."),
        hint=Text(
            "Zet de tekst van uw privacyverklaring in dit bestand.",
            "Put the text of your privacy statement into this file.",
        ),
        why=Text(
            "Zonder tekst is er niets beloofd en niets te lezen.",
            "Without a text nothing is promised and nothing can be read.",
        ),
    ),
    Code(
        code="R004",
        severity=Severity.ERROR,
        title=Text("Het bestand is geen tekst", "The file is not text"),
        message=Text("Het bestand is geen platte tekst.", "The file is not plain text."),
        hint=Text(
            f"Bewaar de verklaring als een van deze soorten: {KINDS}.",
            f"Save the statement as one of these kinds: {KINDS}.",
        ),
        why=Text(
            "Op deze plek staat een teken dat in geen tekst voorkomt. Waarschijnlijk is dit een "
            "ander soort bestand met de naam van een tekst.",
            "At this place stands a character that no text holds. Probably this is another kind "
            "of file under the name of a text.",
        ),
    ),
    Code(
        code="R005",
        severity=Severity.NOTE,
        title=Text("Een oude codering", "An old encoding"),
        message=Text(
            "Het bestand is geen UTF-8; het is gelezen als Windows-1252.",
            "The file is not UTF-8; it was read as Windows-1252.",
        ),
        hint=Text(
            "Kijk of letters als é en ë goed staan, of bewaar het bestand als UTF-8.",
            "See whether letters such as é and ë are right, or save the file as UTF-8.",
        ),
        why=Text(
            "Een bestand zegt niet welke codering het heeft. Verkeerd geraden letters maken een "
            "citaat onvindbaar.",
            "A file does not say which encoding it has. Letters guessed wrong make a quote "
            "impossible to find.",
        ),
    ),
    Code(
        code="R006",
        severity=Severity.ERROR,
        title=Text("Een pagina zonder eigen tekst", "A page without a text of its own"),
        message=Text(
            "In deze pagina staat geen tekst: een script of een ander adres haalt die pas op.",
            "This page holds no text: a script or another address fetches it later.",
        ),
        hint=Text(
            "Open de pagina in een browser, wacht tot de tekst er staat, en bewaar haar dan "
            "(of druk haar af als PDF).",
            "Open the page in a browser, wait until the text is there, and save it then (or "
            "print it to PDF).",
        ),
        why=Text(
            "Nakomen voert geen scripts uit en haalt niets van het net. Wat pas in de browser "
            "ontstaat, is hier niet te lezen.",
            "Nakomen runs no scripts and fetches nothing from the net. What comes to be in the "
            "browser cannot be read here.",
        ),
    ),
    Code(
        code="R007",
        severity=Severity.ERROR,
        title=Text("Een PDF zonder tekst", "A PDF without text"),
        message=Text(
            "Deze PDF bevat alleen beelden van bladzijden ({pages}), geen tekst.",
            "This PDF holds only pictures of pages ({pages}), no text.",
        ),
        hint=Text(
            "Neem het bestand waaruit de PDF gemaakt is, of laat er tekst in herkennen (OCR), "
            "bijvoorbeeld met `ocrmypdf`.",
            "Take the file that the PDF was made from, or have its text recognised (OCR), for "
            "instance by `ocrmypdf`.",
        ),
        why=Text(
            "Een gescande bladzijde is een foto. Nakomen citeert woorden, en leest ze niet van "
            "een foto.",
            "A scanned page is a photograph. Nakomen quotes words, and does not read them off a "
            "photograph.",
        ),
    ),
    Code(
        code="R008",
        severity=Severity.ERROR,
        title=Text("Een bestand met een wachtwoord", "A file with a password"),
        message=Text(
            "Het bestand is met een wachtwoord versleuteld.",
            "The file is encrypted with a password.",
        ),
        hint=Text(
            "Open het en bewaar het zonder wachtwoord. Een verklaring is openbaar.",
            "Open it and save it without a password. A statement is public.",
        ),
        why=Text(
            "Wat versleuteld is, is niet te lezen. Nakomen vraagt niet om wachtwoorden.",
            "What is encrypted cannot be read. Nakomen does not ask for passwords.",
        ),
    ),
    Code(
        code="R009",
        severity=Severity.ERROR,
        title=Text("Een beschadigd bestand", "A damaged file"),
        message=Text(
            "Het bestand is beschadigd of niet van de soort die de naam zegt.",
            "The file is damaged, or not of the kind that its name says.",
        ),
        hint=Text(
            "Open het in het programma waarmee het gemaakt is en bewaar het opnieuw.",
            "Open it in the program that made it and save it again.",
        ),
        why=Text(
            "Van een half bestand is niet te zeggen welke zinnen ontbreken.",
            "Of half a file nobody can say which sentences are missing.",
        ),
    ),
    Code(
        code="R010",
        severity=Severity.ERROR,
        title=Text("Een bestand dat het geheugen vult", "A file that fills the memory"),
        message=Text(
            "Het bestand groeit bij het openen buiten elke maat; het is niet geopend.",
            "The file grows beyond all measure when opened; it was not opened.",
        ),
        hint=Text(
            "Vraag het bestand opnieuw aan wie het maakte, of bewaar de tekst als .txt.",
            "Ask who made the file for it again, or save the text as .txt.",
        ),
        why=Text(
            "Een klein bestand kan zo gemaakt zijn dat het bij het openen een machine stillegt.",
            "A small file can be made so that opening it brings a machine to a halt.",
        ),
    ),
    Code(
        code="R011",
        severity=Severity.NOTE,
        title=Text("Wijzigingen die nog niet aanvaard zijn", "Changes not yet accepted"),
        message=Text(
            "Het Word-bestand heeft bijgehouden wijzigingen ({count}); het is gelezen alsof ze "
            "alle aanvaard zijn.",
            "The Word file has tracked changes ({count}); it was read as if all were accepted.",
        ),
        hint=Text(
            "Aanvaard of verwerp ze in Word, zodat vaststaat welke tekst geldt.",
            "Accept or reject them in Word, so that it is settled which text holds.",
        ),
        why=Text(
            "Zolang wijzigingen openstaan, zijn er twee verklaringen in een bestand.",
            "As long as changes are open, there are two statements in one file.",
        ),
    ),
    Code(
        code="R012",
        severity=Severity.WARNING,
        title=Text("Een andere taal", "Another language"),
        message=Text(
            "De tekst lijkt {language}; nakomen leest Nederlands en Engels.",
            "The text seems to be {language}; nakomen reads Dutch and English.",
        ),
        hint=Text(
            "Geef de Nederlandse of de Engelse verklaring. Wat hier gelezen is, is zeer "
            "onvolledig.",
            "Give the Dutch or the English statement. What was read here is far from complete.",
        ),
        why=Text(
            "De regels waarmee nakomen leest, zijn gemaakt voor Nederlands en Engels. In een "
            "andere taal zegt zwijgen niets.",
            "The rules by which nakomen reads are made for Dutch and English. In another language "
            "silence says nothing.",
        ),
    ),
    Code(
        code="R013",
        severity=Severity.NOTE,
        title=Text("De naam past niet bij de inhoud", "The name does not fit the content"),
        message=Text(
            "Het bestand heet anders, maar is {kind}; zo is het gelezen.",
            "The file has another name, but is {kind}; it was read as that.",
        ),
        hint=Text("Geef het bestand de uitgang {suffix}.", "Give the file the ending {suffix}."),
        why=Text(
            "Nakomen kijkt naar de inhoud. Andere programma's gaan op de naam af.",
            "Nakomen looks at the content. Other programs go by the name.",
        ),
    ),
    Code(
        code="R014",
        severity=Severity.WARNING,
        title=Text("Bladzijden zonder tekst", "Pages without text"),
        message=Text(
            "Op deze bladzijden staan alleen beelden: {pages}. Ze zijn niet gelezen.",
            "These pages hold pictures only: {pages}. They were not read.",
        ),
        hint=Text(
            "Kijk of daar tekst van de verklaring staat, en neem dan een PDF met tekst.",
            "See whether they hold text of the statement; if so take a PDF with text.",
        ),
        why=Text(
            "Wat nakomen niet kan zien, noemt het, zodat niemand het voor stilzwijgen houdt.",
            "What nakomen cannot see it names, so that nobody takes it for silence.",
        ),
    ),
)
TEXT_CODES: Mapping[str, Code] = {row.code: row for row in _TABLE}
