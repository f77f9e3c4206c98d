"""The words from which invented people, streets and messages are put together."""

from typing import Final

FIRST_NAMES: Final = (
    *("Jan", "Sanne", "Piet", "Fatima", "Daan", "Lotte", "Mohammed", "Emma", "Klaas", "Zoë", "Sem"),
    *("Noor", "Willem", "Ökçe", "Anouk", "Thijs", "Aïsha", "Björn", "Maria", "Joost", "Renée"),
    *("Ruben", "Chloé"),
)
LAST_NAMES: Final = (
    *("de Vries", "Jansen", "'t Hooft", "Bakker", "Visser", "Smit", "de Boer", "Yıldız", "Mulder"),
    *("de Groot", "Bos", "van den Berg", "van der Meer", "El Amrani", "Dekker", "Peters", "Öz"),
    *("Hendriks", "van Dijk", "Müller", "Kok", "de Jong", "Vermeulen", "van 't Hof", "Postma"),
    *("Scholten", "Nuñez", "Willems", "Hoekstra", "van Leeuwen", "Brouwer"),
)
COMPANY_KINDS: Final = ("Bakkerij", "Fysiotherapie", "Garage", "Bloemist", "Adviesbureau")
COMPANY_NAMES: Final = ("De Linde", "Het Anker", "Zilvermeeuw", "De Molen", "Noorderlicht", "Pauw")
COMPANY_FORMS: Final = ("B.V.", "V.O.F.", "B.V.", "Stichting")
STREETS: Final = (
    *("Dorpsstraat", "Kerkstraat", "Molenweg", "Lindelaan", "Stationsplein", "Kon. Julianalaan"),
    *("'s-Gravenweg", "Burg. Ketelaarstraat", "Havenkade"),
)
CITIES: Final = ("Utrecht", "Zwolle", "'s-Hertogenbosch", "Groningen", "Súdwest-Fryslân", "Goes")
POSTCODE_LETTERS: Final = ("AB", "CD", "EG", "HJ", "KL", "MN", "PR", "TV", "WX", "ZA")
LANDLINES: Final = ("+3110", "+3120", "+3150", "+3224", "+4930")
PRODUCTS: Final = {
    "MOBIEL": "Mobiel Onbeperkt",
    "MOBIEL-DATA": "Mobiel Alleen Data",
    "HOSTING": "Hosting Plus",
    "DOMEIN": "Domeinnaam",
}
SUBJECTS: Final = ("Storing", "Vraag over mijn factuur", "Verhuizing", "Wachtwoord vergeten")
TEST_BSNS: Final = ("999900006", "999900018", "999900031", "999900043")
"""Invented numbers that look like a BSN: they pass the eleven test."""
MESSAGES: Final = (
    "Goedemiddag, met {name}. Sinds vanochtend heb ik geen verbinding meer. Groet, {name}",
    "U kunt mij mailen op {email} of bellen op {phone}. Ik hoor graag van u.",
    "Beste {name}, wij hebben de storing verholpen. Met vriendelijke groet, Sanne",
    "Er staat al drie weken een verkeerd bedrag op mijn rekening.",
    "Voor de zekerheid: mijn BSN is {bsn} en mijn mailadres is {email}.",
    "Wij belden u op {phone} en kregen geen gehoor. Wilt u ons terugbellen?",
    "Bedankt voor de snelle hulp!",
)
