"""The words for each right, in lawyers' Dutch, in plain Dutch and in English."""

import re

from nakomen.reading.words.quick import Quick
from nakomen.terms import Right

_WORDS: dict[Right, str] = {
    Right.ACCESS: r"\binzien\b|\bin\s+te\s+zien\b|\binzage|\binzicht\b|opvragen|"
    r"\bop\s+te\s+vragen|inkijken|"
    r"\bbekijken|te\s+raadplegen|een\s+kopie|\bvraag(?:t)?\s+(?:ze|deze|uw\s+gegevens|je\s+gegevens)\s+op\b|\bafschrift|mededeling\s+van\s+(?:de\s+)?(?:\w+\s+)?(?:persoons)?gegevens|overzicht\s+(?:van|op)|"
    r"te\s+informeren\s+over\s+de\s+perso|"
    r"\bzien\s+(?:wat|welke)\b|\bwat\s+(?:we|wij|ik)\s+(?:van|over)\s+(?:u|je|jou)\s+(?:hebben|heb|"
    r"weten|bewaren|vastleggen)|\bwat\s+er\s+(?:van|over)\s+(?:u|je|jou)\s+(?:vastligt|staat|is)|"
    r"\buitdraai\b|\bwhat\s+(?:data\s+|information\s+)?we\s+(?:hold|have|know|keep)\b|\ba\s+copy\b|"
    r"\bwelke\s+(?:persoons|persoonlijke\s+)?(?:gegevens|informatie)\b|\baccess\b|\bcopy\s+of|"
    r"\bview\b|\b(?:ask\s+)?to\s+see\b",
    Right.RECTIFICATION: r"corriger|correctie|rectific|\bverbeter|wijzig|aanpass|aangepast|"
    r"gecorrigeerd|"
    r"bijgewerkt|aan\s+te\s+passen|"
    r"bij\s+te\s+werken|"
    r"bijwerken|aanvullen\b|aan\s+te\s+vullen|(?:laten|te)\s+veranderen|gegevens\b.{0,40}\bveranderen\b|\bklopt\s+(?:er\s+)?iets\s+niet|(?:iets|er)\s+(?:een\s+)?(?:fout|verkeerd)\b|"
    r"\bklop(?:t|pen)\b.{0,30}\bniet\b|\bniet\s+(?:meer\s+)?klop(?:t|pen)\b|fouten?\s+(?:laten\s+|te\s+)?herstel|"
    r"recht\s?(?:te\s+)?zetten|put\s+(?:it\s+)?right|\bfix(?:ed)?\b|inaccura|"
    r"\brectif|"
    r"\bcorrect(?:ion|ed)?\b|\bupdate\b|\bamend",
    Right.ERASURE: r"verwijder(?!baar)|\bwiss(?:en|ing)\b|gegevenswissing|\bgewist\b|vernietig|"
    r"vergetelheid|weg\s?(?:te\s+)?(?:halen|gooien|laten)|\bweg\s+ermee|weggehaald|\bgooi(?:en|t)?\b.{0,40}\bweg\b|"
    r"\bschrappen\b|\bwipe|\bget\s+rid\s+of|\bremov(?:e|al)\b|"
    r"vergeten\s+(?:te\s+)?worden|vergeetverzoek|\beras(?:ed?|ure)\b|\bdelet|forgotten",
    Right.RESTRICTION: r"beperking\s+van\s+(?:\w+\s+){0,2}verwerking|(?:verwerking|"
    r"gegevens)\b.{0,220}\bbeperk(?:en|t)\b|\bbeperking(?:en)?\b(?=\W{0,3}\Z|\s*[,;)/:]|\s+(?:en|of|and|or|daarvan|hiervan|vragen|te\s+vragen)\b)|"
    r"tijdelijk\s+(?:niet|stil|stop)|(?:op|pauze)\s?(?:te\s+)?(?:pauze|zetten)\b|bevriezen|"
    r"een\s+tijd(?:je)?\s+niets|laten\s+rusten|\ba\s+pause\b|put\s+(?:\w+\s+){0,3}on\s+hold|\bpause\b|limit\s+(?:how|our|the\s+(?:use|way|processing))\b|"
    r"af\s+te\s+schermen|afscherm(?:en|ing)|"
    r"beperk(?:en|ing)\s+van\s+(?:\w+\s+){0,2}verwerking|"
    r"recht\s+(?:op|van|tot)\s+beperking|verwerking\s+te\s+beperken|\brestrict",
    Right.PORTABILITY: r"overdra(?:agbaar|gen|cht\s+van\s+(?:\w+\s+){0,5}(?:persoons)?gegevens)|"
    r"(?:data|gegevens)-?overdracht|\boverdracht\b(?=\W{0,3}\Z|\s*[,;)]|\s+(?:en|of)\b)|exporteren|\bexport\b|gegevens\b.{0,60}\bdownload(?:en)?\b|over\s+te\s+dragen|portabiliteit|portability|"
    r"door\s+een\s+ander\w?\s+partij\s+te\s+laten\s+uitvoeren|machine-?\s?(?:leesba|readable)|\bportable\b|mee\s?krijgen|naar\s+een\s+ander\w{0,2}\s+(?:\w+\s+)?(?:laten\s+)?(?:overzetten|sturen)|"
    r"gangbaar\s+(?:\w+\s+)?formaat|mee\s?(?:te\s+)?(?:nemen|geven)|gegevensoverdra|"
    r"take\s+(?:it|them|your\s+data|this)\s+(?:with\s+you|elsewhere)|bestand\s+dat\s+(?:een\s+ander|u|je)",
    Right.OBJECTION: r"\bbezwaar\b|niet\s+mee\s+eens|"
    r"\bverzet(?:ten)?\b|\bmee\s+(?:moeten\s+|te\s+)?(?:stoppen|ophouden)\b|"
    r"verzoeken\s+dat\s+(?:wij|we)\s+niet\s+langer|"
    r"\bobject(?:ion)?\b",
    Right.WITHDRAW_CONSENT: r"toestemming\b.{0,60}(?:in\s+te\s+trekken|intrek|ingetrokken|herroep|"
    r"\btrek(?:t)?\b.{0,25}\bin\b)|"
    r"(?:intrek\w{1,4}|herroepen)\b.{0,40}toestemming|withdraw(?:al|ing)?\b.{0,30}consent|"
    r"consent\b.{0,40}withdraw|toestemming\b.{0,40}(?:terugnemen|terug\s+te\s+nemen)|"
    r"van\s+gedachten\s+verander|change\s+your\s+mind|"
    r"\btrek(?:t)?\s+(?:u|je|jij)\b.{0,30}\btoestemming",
    Right.NO_AUTOMATED_DECISION: r"geautomatiseerde?\s+(?:\w+\s+){0,2}(?:besluit|verwerking)|"
    r"\bprofiling\b|"
    r"automated\s+(?:\w+\s+){0,2}decision",
    Right.COMPLAINT: r"\b(?:klacht\w{0,3}|klagen)\b.{0,120}(?:autoriteit\s+persoonsgegevens|"
    r"toezichthoud|gegevensbeschermingsautoriteit|(?-i:\bAP\b))|"
    r"(?:autoriteit\s+persoonsgegevens|gegevensbeschermingsautoriteit|toezichthoud\w+|"
    r"(?-i:\bAP\b)).{0,120}\b(?:klacht|klagen)|"
    r"wenden\s+tot\s+(?:de\s+)?(?:autoriteit\s+persoonsgegevens|toezichthoud)|"
    r"complain(?:t\b.{0,120}|\s+to\s+.{0,60})(?:authority|supervisor|autoriteit)",
}
RIGHTS = {right: Quick(words, re.I) for right, words in _WORDS.items()}
NOUNS = re.compile(
    r"\b(?:inzage|inzien|correctie|verbetering|verbeteren|rectificatie|aanpassen|wijzigen|"
    r"verwijder(?:ing|en)|wiss(?:en|ing)|gegevenswissing|vergetelheid|weghalen|weggooien|meegeven|veranderen|beperk(?:ing|en)|"
    r"overdra(?:agbaarheid|cht)|meenemen|bezwaar|access|rectification|correction|erasure|deletion|"
    r"restriction|portability|objection)\b",
    re.I,
)
"""Short names, as in "inzage, correctie, verwijdering"."""
HINTS = (
    *("inz", "in te zien", "opvra", "op te vra", "kijk", "raadpl", "kopie", "afschrift", "what"),
    *("overzicht", "welke", "zien w", "wat we", "wat wij", "wat ik", "wat er", "access", "copy"),
    *("view", "to see", "uitdraai", "corr", "rectif", "verbeter", "wijzig", "aanpas", "aangepas"),
    *("aan te", "bij te", "bijwerk", "bijgewerkt", "aanvul", "verander", "update", "amend", "klop"),
    *(
        "fout",
        "verkeerd",
        "recht",
        "right",
        "fix",
        "inaccura",
        "verwijder",
        "wis",
        "vernietig",
        "gooi",
        "verget",
    ),
    *("vergeet", "weg", "schrap", "wipe", "rid of", "remov", "eras", "delet", "forgot", "beperk"),
    *("restrict", "tijd", "pauze", "bevrie", "hold", "pause", "limit", "overdra", "portab"),
    *(
        "over te dragen",
        "export",
        "rusten",
        "eens",
        "download",
        "mee",
        "machine",
        "formaat",
        "partij te laten",
        "mee",
        "take ",
        "bestand dat",
    ),
    *("bezwaar", "verzet", "scherm", "mededel", "niet langer", "object", "intrek", "in te trek"),
    *("trek", "herroep", "withdr", "terug", "gedachten", "mind", "automat", "profiling"),
    *("klacht", "klagen", "complain", "wenden tot"),
)
"""A sentence without any of these, in lower case, names no right."""
