"""C014-C019 and C032: what the systems hold against what the statement says of it."""

from nakomen.policy.codes import Code
from nakomen.terms import Severity, Text

SURVEY_CODES = (
    Code(
        code="C014",
        severity=Severity.WARNING,
        title=Text(
            "Gegevens die de verklaring niet noemt", "Data that the statement does not name"
        ),
        message=Text(
            "'{store}' bevat {category} ({places}), maar de verklaring noemt dat niet",
            "'{store}' holds {category} ({places}), but the statement does not name it",
        ),
        hint=Text(
            "noem het in de verklaring, of vraag en bewaar het niet langer; is de kaart verkeerd, "
            "verbeter dan de soort van de kolom",
            "name it in the statement, or no longer ask and keep it; where the map is wrong, mend "
            "the column's category",
        ),
        why=Text(
            "Mensen moeten vooraf kunnen weten welke gegevens u van hen hebt. Wat u niet noemt, "
            "verwacht niemand, en er is ook geen belofte die zegt wanneer het weggaat.",
            "People must be able to know which data of theirs you have. What you do not name "
            "nobody expects, and no promise says when it goes.",
        ),
        article="AVG artikel 5 lid 1 onder a",
    ),
    Code(
        code="C015",
        severity=Severity.NOTE,
        title=Text("Genoemd, maar nergens te vinden", "Named, but nowhere to be found"),
        message=Text(
            "de verklaring noemt {categories}; geen aangesloten systeem heeft er een kolom voor",
            "the statement names {categories}; no connected system has a column for it",
        ),
        hint=Text(
            "sluit het systeem aan waar dit staat, of haal het uit de verklaring",
            "connect the system that holds this, or take it out of the statement",
        ),
        why=Text(
            "Wat ergens staat waar nakomen niet kijkt, wordt niet gewist en niet getoond aan wie "
            "om inzage vraagt.",
            "What stands where nakomen does not look is not erased, and not shown to who asks for "
            "access.",
        ),
        article="AVG artikel 15",
    ),
    Code(
        code="C016",
        severity=Severity.ERROR,
        title=Text("Gegevens die de verklaring ontkent", "Data that the statement denies"),
        message=Text(
            "de verklaring zegt dat u dit niet verwerkt, maar in '{where}' staat {category}",
            "the statement says that you do not process this, but '{where}' holds {category}",
        ),
        hint=Text(
            "haal het uit het systeem, of wijzig de verklaring; kijk eerst of het er mag zijn",
            "take it out of the system, or change the statement; see first whether it may be there",
        ),
        why=Text(
            "Een verklaring die het tegendeel zegt van wat er gebeurt, misleidt wie erop rekent.",
            "A statement that says the opposite of what happens misleads who relies on it.",
        ),
        article="AVG artikel 9 lid 1",
    ),
    Code(
        code="C017",
        severity=Severity.ERROR,
        title=Text("Een BSN zonder grondslag", "A BSN without a legal ground"),
        message=Text(
            "in '{where}' staan burgerservicenummers; geen wet geeft u daar zonder meer recht op",
            "'{where}' holds citizen service numbers; no law simply allows you that",
        ),
        hint=Text(
            "verwijder ze, of leg vast welke wet ze u voorschrijft en noem het in de verklaring",
            "remove them, or record which law prescribes them and name it in the statement",
        ),
        why=Text(
            "Een BSN mag alleen als een wet dat voor dat doel bepaalt. Ook in een vrij tekstveld.",
            "A BSN is allowed only where a law provides for that purpose. Also in a text field.",
        ),
        article="UAVG artikel 46",
    ),
    Code(
        code="C018",
        severity=Severity.WARNING,
        title=Text("Gevoelig in een vrij tekstveld", "Sensitive data in a text field"),
        message=Text(
            "in de tekst van '{where}' staat soms {what}",
            "the text of '{where}' sometimes holds {what}",
        ),
        hint=Text(
            "bekijk deze teksten en haal weg wat er niet hoort; vraag er in het formulier niet om",
            "look at these texts and take out what does not belong; do not ask for it in the form",
        ),
        why=Text(
            "Wat iemand in een tekstveld zet, valt buiten elke termijn en elk recht dat aan een "
            "kolom hangt.",
            "What somebody puts into a text field escapes each term and right tied to a column.",
        ),
        article="AVG artikel 5 lid 1 onder c",
    ),
    Code(
        code="C019",
        severity=Severity.ERROR,
        title=Text("Nieuwe persoonsgegevens zonder belofte", "New personal data without a promise"),
        message=Text(
            "deze wijziging voegt '{where}' toe ({category}); {because}",
            "this change adds '{where}' ({category}); {because}",
        ),
        hint=Text(
            "zet de kolom in {file}, met 'category: none' als hij niets over een persoon zegt; "
            "noem anders soort en termijn eerst in de verklaring en in policy.yaml",
            "put the column into {file}, with 'category: none' when it says nothing about a "
            "person; else name its kind and term in the statement and in policy.yaml first",
        ),
        why=Text(
            "Wat in een systeem komt voordat er iets over beloofd is, blijft daar zonder dat "
            "iemand ervan weet. Vóór de wijziging is het een regel tekst, erna een opruiming.",
            "What enters a system before anything is promised of it stays there without anybody "
            "knowing. Before the change it takes a line of text, afterwards a clean-up.",
        ),
        article="AVG artikel 25",
    ),
    Code(
        code="C032",
        severity=Severity.ERROR,
        title=Text("Niet meer op één manier geschreven", "No longer written in one way"),
        message=Text(
            "in '{where}' zijn waarden anders geschreven ({rows} keer), maar de kaart zegt "
            "'written: normal'",
            "'{where}' holds values in another writing ({rows} times), but the map says "
            "'written: normal'",
        ),
        hint=Text(
            "schrijf in {file} bij deze sleutel ('kind: {kind}', 'column: {column}') "
            "'written: mixed'; of verbeter de waarden in het systeem. Tot dan zoekt nakomen hier "
            "in elke schrijfwijze",
            "write 'written: mixed' in {file} with this key ('kind: {kind}', 'column: {column}'); "
            "or mend the values in the system. Until then nakomen searches here in any writing",
        ),
        why=Text(
            "Een index vindt alleen wat precies zo geschreven is. Wie anders geschreven staat, "
            "wordt dan niet gevonden als zij om inzage of wissen vraagt.",
            "An index finds only what is written exactly so. Who stands there in another writing "
            "is then not found when she asks for access or erasure.",
        ),
        article="AVG artikel 17",
    ),
)
