"""P001-P099: an entry of policy.yaml does not fit the statement, itself or the others."""

from nakomen.policy.codes.code import Code
from nakomen.terms import Severity, Text

PROMISES = (
    Code(
        code="P001",
        severity=Severity.ERROR,
        title=Text("Twee beloften met dezelfde naam", "Two promises with the same name"),
        message=Text(
            "de belofte '{id}' bestaat al, op regel {line}",
            "the promise '{id}' is there already, on line {line}",
        ),
        hint=Text("geef een van beide een andere 'id'", "give one of them another 'id'"),
        why=Text(
            "Aan zijn naam is een belofte terug te vinden in plannen en bewijs. Twee beloften met "
            "één naam zijn daar niet uit elkaar te houden.",
            "A promise is found back in plans and evidence by its name. Two promises with one name "
            "cannot be told apart there.",
        ),
    ),
    Code(
        code="P002",
        severity=Severity.ERROR,
        title=Text(
            "Een naam met tekens die niet kunnen", "A name with characters that do not work"
        ),
        message=Text(
            "'{value}' kan niet als naam van een belofte", "'{value}' cannot be a promise's name"
        ),
        hint=Text(
            "begin met een letter of cijfer en gebruik letters, cijfers, streepjes en punten, "
            "zoals "
            "facturen-7-jaar",
            "begin with a letter or digit and use letters, digits, hyphens and dots, such as "
            "invoices-7-years",
        ),
        why=Text(
            "De naam komt terug in opdrachten, bestandsnamen en het bewijs.",
            "The name comes back in commands, file names and the evidence.",
        ),
    ),
    Code(
        code="P003",
        severity=Severity.ERROR,
        title=Text("Geen termijn", "Not a period"),
        message=Text("'{key}' is geen termijn: {value}", "'{key}' is not a period: {value}"),
        hint=Text(
            'schrijf een getal en een eenheid, zoals "30 dagen" of "7 jaar"',
            'write a number and a unit, such as "30 dagen" or "7 jaar"',
        ),
        why=Text(
            "Een getal zonder eenheid kan dagen, maanden of jaren zijn. Een termijn is een geheel "
            "aantal dagen, weken, maanden of jaren.",
            "A number without a unit can be days, months or years. A period is a whole number of "
            "days, weeks, months or years.",
        ),
    ),
    Code(
        code="P004",
        severity=Severity.ERROR,
        title=Text("Het citaat staat niet in de verklaring", "The quote is not in the statement"),
        message=Text(
            "deze woorden staan niet in de verklaring", "these words are not in the statement"
        ),
        hint=Text("{near}", "{near}"),
        why=Text(
            "Elke belofte hangt aan de precieze woorden van de verklaring. Staan die er niet, dan "
            "is "
            "niet te zeggen of dit beloofd is. Een belofte met deze fout geldt als niet bevestigd.",
            "Each promise hangs on the exact words of the statement. If those are not there, "
            "nobody "
            "can tell whether this was promised. A promise with this fault counts as unconfirmed.",
        ),
    ),
    Code(
        code="P005",
        severity=Severity.ERROR,
        title=Text("Het citaat is bijna goed", "The quote is nearly right"),
        message=Text(
            "deze woorden staan er wel, maar niet precies zo: bij teken {position} van het citaat "
            "heeft de verklaring {theirs} en het citaat {ours}",
            "these words are there, but not exactly so: at character {position} of the quote the "
            "statement has {theirs} and the quote has {ours}",
        ),
        hint=Text(
            "neem de woorden precies over; ze staan vanaf teken {start} van de verklaring{block}",
            "copy the words exactly; they stand from character {start} of the statement{block}",
        ),
        why=Text(
            "Een spatie, regeleinde, streepje of aanhalingsteken kan er hetzelfde uitzien en toch "
            "een ander teken zijn. Een citaat moet teken voor teken kloppen, anders is later niet "
            "te "
            "bewijzen welke zin bedoeld was.",
            "A space, line end, hyphen or quotation mark can look the same and still be another "
            "character. A quote must fit sign by sign, or nobody can prove later which sentence "
            "was "
            "meant.",
        ),
    ),
    Code(
        code="P006",
        severity=Severity.ERROR,
        title=Text("De plaats van het citaat klopt niet", "The place of the quote is wrong"),
        message=Text(
            "op teken {at} van de verklaring staat dit citaat niet",
            "this quote does not stand at character {at} of the statement",
        ),
        hint=Text(
            "het citaat staat op: {offsets}; zet dat achter 'at'",
            "the quote stands at: {offsets}; write that behind 'at'",
        ),
        why=Text(
            "'at' telt de tekens vóór het citaat, te beginnen bij 0. Als de verklaring veranderd "
            "is, "
            "kan een citaat verschoven zijn.",
            "'at' counts the characters before the quote, beginning at 0. When the statement has "
            "changed, a quote may have moved.",
        ),
    ),
    Code(
        code="P007",
        severity=Severity.ERROR,
        title=Text("Het citaat staat er vaker", "The quote stands there more than once"),
        message=Text(
            "dit citaat staat {count} keer in de verklaring",
            "this quote stands {count} times in the statement",
        ),
        hint=Text(
            "zeg welke bedoeld is met 'at: {first}' (het staat op: {offsets}), of neem een langer "
            "citaat",
            "say which is meant with 'at: {first}' (it stands at: {offsets}), or take a longer "
            "quote",
        ),
        why=Text(
            "Dezelfde woorden kunnen in een ander hoofdstuk over iets anders gaan.",
            "The same words may speak of something else in another chapter.",
        ),
    ),
    Code(
        code="P008",
        severity=Severity.ERROR,
        title=Text("Een plaats zonder citaat", "A place without a quote"),
        message=Text("hier staat 'at' zonder 'says'", "here stands 'at' without 'says'"),
        hint=Text(
            "zet de woorden van de verklaring achter 'says', of haal 'at' weg",
            "write the words of the statement behind 'says', or remove 'at'",
        ),
        why=Text(
            "Een plaats in een tekst zegt niets zonder de woorden die er staan.",
            "A position in a text says nothing without the words that stand there.",
        ),
    ),
    Code(
        code="P009",
        severity=Severity.ERROR,
        title=Text("Bewaren zonder termijn", "Keeping without a term"),
        message=Text(
            "hier staat niet hoe lang de gegevens blijven",
            "this does not say how long the records stay",
        ),
        hint=Text(
            "vul 'keep' in (zoals \"7 jaar\"), of 'criterion' als de verklaring geen getal noemt "
            "(zoals while_customer)",
            "fill in 'keep' (such as \"7 jaar\"), or 'criterion' when the statement gives no "
            "number "
            "(such as while_customer)",
        ),
        why=Text(
            "De verklaring moet de termijn noemen, of zeggen waar die van afhangt "
            "(AVG artikel 13 lid 2 onder a).",
            "The statement must name the term, or say what it depends on (GDPR article 13(2)(a)).",
        ),
        article="AVG artikel 13 lid 2 onder a",
    ),
    Code(
        code="P010",
        severity=Severity.ERROR,
        title=Text("Een termijn van meer dan honderd jaar", "A term of more than a hundred years"),
        message=Text(
            "'{key}' is langer dan honderd jaar: {value}",
            "'{key}' is longer than a hundred years: {value}",
        ),
        hint=Text(
            "kijk of het getal klopt; voor 'onbeperkt' schrijft u 'criterion: unlimited'",
            "see whether the number is right; for 'without limit' write 'criterion: unlimited'",
        ),
        why=Text(
            "Zo'n termijn is bijna altijd een schrijffout.",
            "Such a term is nearly always a spelling mistake.",
        ),
    ),
    Code(
        code="P011",
        severity=Severity.ERROR,
        title=Text("Geen KvK-nummer", "Not a KvK number"),
        message=Text("{value} is geen KvK-nummer", "{value} is not a KvK number"),
        hint=Text(
            "een KvK-nummer heeft acht cijfers, zonder punten of spaties",
            "a KvK number has eight digits, without dots or spaces",
        ),
        why=Text(
            "Het nummer komt in brieven en registers. Een fout nummer wijst een ander bedrijf aan.",
            "The number goes into letters and registers. A wrong number points to another company.",
        ),
    ),
    Code(
        code="P012",
        severity=Severity.ERROR,
        title=Text("Een IBAN dat niet klopt", "An IBAN that does not add up"),
        message=Text(
            "de controlecijfers van dit IBAN kloppen niet",
            "the check digits of this IBAN are wrong",
        ),
        hint=Text("neem het rekeningnummer opnieuw over", "copy the account number once more"),
        why=Text(
            "Het IBAN komt op brieven en facturen. De twee cijfers na de landcode tonen een "
            "schrijffout aan.",
            "The IBAN goes onto letters and invoices. The two digits after the country code show a "
            "spelling mistake.",
        ),
    ),
    Code(
        code="P013",
        severity=Severity.ERROR,
        title=Text("Geen landcode", "Not a country code"),
        message=Text("{value} is geen landcode", "{value} is not a country code"),
        hint=Text(
            "schrijf twee hoofdletters, zoals NL, BE of US",
            "write two capitals, such as NL, BE or US",
        ),
        why=Text(
            "Aan de landcode ziet nakomen of gegevens buiten Europa komen (AVG artikel 44).",
            "The country code tells nakomen whether data leaves Europe (GDPR article 44).",
        ),
        article="AVG artikel 44",
    ),
    Code(
        code="P014",
        severity=Severity.ERROR,
        title=Text("Een bevestiging die niet klopt", "A confirmation that does not fit"),
        message=Text(
            "'{key}' van een bevestiging bestaat uit zestien tekens 0-9 en a-f, niet {value}",
            "'{key}' of a confirmation is sixteen characters 0-9 and a-f, not {value}",
        ),
        hint=Text(
            "haal 'confirmed' weg en bevestig opnieuw met `nakomen confirm`",
            "remove 'confirmed' and confirm again with `nakomen confirm`",
        ),
        why=Text(
            "De vingerafdruk zegt waarmee iemand instemde. Die maakt `nakomen confirm` zelf.",
            "The digest says what somebody agreed to. `nakomen confirm` makes it itself.",
        ),
    ),
    Code(
        code="P015",
        severity=Severity.ERROR,
        title=Text("De verklaring is er niet", "The statement is not there"),
        message=Text(
            "het bestand {value} met de verklaring is er niet",
            "the file {value} with the statement is not there",
        ),
        hint=Text(
            "zet de verklaring terug in deze map, of noem hier het goede bestand",
            "put the statement back in this folder, or name the right file here",
        ),
        why=Text(
            "Elke belofte rust op de precieze woorden van de verklaring. Zonder de tekst is niet "
            "na te gaan of die er staan.",
            "Each promise rests on the exact words of the statement. Without the text nobody can "
            "see whether they are there.",
        ),
    ),
    Code(
        code="P016",
        severity=Severity.ERROR,
        title=Text("Twee plaatsen bij één postcode", "Two towns for one postcode"),
        message=Text(
            "'city' is {city}, maar bij postcode {postcode} staat ook {other}",
            "'city' is {city}, but postcode {postcode} comes with {other} too",
        ),
        hint=Text(
            "zoek de postcode op en verbeter de plaats of de postcode",
            "look the postcode up and mend the town or the postcode",
        ),
        why=Text(
            "Uit dit adres worden verklaring, brieven en registers gemaakt. Post naar een verkeerd "
            "adres komt niet aan, en een verzoek ook niet.",
            "Statement, letters and registers are made from this address. Post to a wrong address "
            "does not arrive, and neither does a request.",
        ),
        article="AVG artikel 13 lid 1 onder a",
    ),
)
