"""The moments from which terms of the catalogue count, each written once."""

from nakomen.terms import Text

BOOK_YEAR = Text(
    "het einde van het boekjaar (praktijk: de wet noemt geen begin)",
    "the end of the book year (practice: the law names no start)",
)
EMPLOYMENT = Text("het einde van het dienstverband", "the end of the employment")
EMPLOYMENT_YEAR = Text(
    "het einde van het kalenderjaar waarin het dienstverband eindigt",
    "the end of the calendar year in which the employment ends",
)
PROCEDURE = Text("het einde van de sollicitatieprocedure", "the end of the application procedure")
RECORDING = Text("de dag van de opname", "the day of the recording")
LOGGED = Text("de dag van de logregel", "the day of the log line")
CONSENT = Text("de toestemming", "the consent")
HANDLED = Text("de dag waarop het is afgehandeld", "the day on which it was dealt with")
LAST_CONTACT = Text("het laatste contact", "the last contact")
DUE = Text(
    "de dag na die waarop kan worden geëist", "the day after that on which it can be claimed"
)
KNOWN = Text(
    "de dag na die waarop de vordering bekend is; uiterlijk 20 jaar na de gebeurtenis",
    "the day after that on which the claim is known; at most 20 years after the event",
)
TICKET = Text("het sluiten van het ticket", "the closing of the ticket")
PROCESSING = Text("het einde van de verwerking", "the end of the processing")
REPLACED = Text("de dag waarop een nieuwe versie geldt", "the day on which a new version holds")
AGREEMENT = Text("het einde van de overeenkomst", "the end of the agreement")
NONE = Text("niet van toepassing", "not applicable")
