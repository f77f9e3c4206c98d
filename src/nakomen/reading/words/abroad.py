"""Going and staying, the EEA and outside it: how statements say where data is."""

import re

from nakomen.reading.words.quick import Quick

HINTS = (
    *(
        "buiten",
        "derde land",
        "derde-land",
        "europ",
        "eer",
        " eu",
        "(eu",
        "outside",
        "third countr",
    ),
    *(
        "eea",
        "privacy shield",
        "privacy-shield",
        "safe harbo",
        "framework",
        "nederland",
        "netherland",
    ),
    *(
        "niet-eu",
        "wereld",
        "world",
        "global",
        "international",
        "internationa",
        "doorgifte",
        "transfer",
    ),
    *("modelcontract", "standaardcontract", "standaardbepaling", "adequa", "beschermingsniveau"),
    *("clause", "bindende", "grens", "ander land", "andere land", "abroad", "overseas", "oversee"),
)
EEA = (
    r"(?:europese\s+(?:economische\s+(?:ruimte|regio|gemeenschap)|unie|landen|lidstaten|grenzen|gebied|bodem)|europees\s+grondgebied|"
    r"european\s+(?:economic\s+area|union)|e\.?e\.?r\b|e\.?u\b|unie\b|union\b|eea\b|europa\b|europe\b)"
)
OUT = re.compile(
    rf"\b(?:buiten\s+(?:\w+\s+){{0,3}}?(?:grenzen\s+van\s+)?(?:de\s+|het\s+)?{EEA}|"
    rf"outside\s+(?:of\s+)?(?:the\s+)?{EEA}|derde\s+land(?:en)?|third\s+countr(?:y|ies)|"
    rf"(?:verlaten|verlaat|leaves?|leaving)\s+(?:de\s+|the\s+)?(?:{EEA}|nederland|netherlands)|"
    r"elders\s+(?:in|ter)\s+(?:de\s+)?wereld|grensoverschrijdend\w*|internationale\s+(?:doorgifte|overdracht|organisatie)\w*|"
    r"land(?:en)?\s+(?:zonder|waar\w*)\s+(?:\w+\s+){0,5}bescherm\w*|wereldwijd\w*|over\s+de\s+(?:hele\s+)?wereld|worldwide|globally|niet-?\s?europese|non-european|"
    rf"niet-?\s?(?:eu|eer)|non-?\s?(?:eu|eea)|geen\s+deel\s+uitmaken\s+van\s+de\s+(?:eu|eer))",
    re.I,
)
ABROAD = Quick(r"\b(?:naar|in|to|in\s+the|binnen)\s+het\s+buitenland|\babroad\b|overseas", re.I)
IN = re.compile(
    rf"\b(?:binnen|in|op|within|inside)\s+(?:\w+\s+){{0,3}}?{EEA}|\b(?:binnen|in)\s+(?:heel\s+)?Nederland|"
    r"Nederlandse\s+(?:servers?|datacent\w+|bodem)|Europese\s+(?:servers?|datacent\w+|bodem)|in\s+the\s+netherlands",
    re.I,
)
GOES = re.compile(
    r"\b(?:doorg\w+|doorgifte|doorgeven|doorgegeven|doorgestuurd|verwerk\w*|opgeslagen|opslag\w*|opslaan|bewaa?r\w*|slaan|"
    r"overgebracht|overdra\w+|overgedragen|verstrek\w*|verstuur\w*|verstuurd|verzonden|verzend\w*|gehost|"
    r"servers?|gevestigd|bevind\w*|delen|gedeeld|verlaten|terechtkom\w*|exporter\w*|verplaats\w*|gegevens|"
    r"persoonsgegevens|transfer\w*|stor\w+|process\w*|located|based|hosted|sent|leave|kept|keeps?|share[ds]?|gaan|gaat|zitten|zit|staan|staat|geven|geeft|landen|krijgen|krijgt|toegang|access|datacent\w+)",
    re.I,
)
STAYS = re.compile(
    r"\b(?:uitsluitend|alleen|enkel|slechts|altijd|volledig|blijven|blijft|only|exclusively|solely|always|remains?|stays?|allemaal|alle|alles|al\s+onze|everything|in\s+principe|in\s+beginsel|zoveel\s+mogelijk)\b",
    re.I,
)
NO = re.compile(r"\b(?:niet|niets|nooit|geen|nimmer|not|never|no|nothing|nee)\b", re.I)
NOT_OUT = re.compile(r"\b(?:niet|nooit|geen|niets|not)\W+(?:\w+\W+){0,3}(?:buiten|outside)\b", re.I)
NOT = Quick(r"\b(?:niet|nooit|geen|nimmer|not|never)\b", re.I)
PEOPLE = re.compile(
    r"\b(?:bezoekers|klanten|gebruikers|personen|mensen|visitors|customers|users)\s+"
    r"(?:van\s+|from\s+|uit\s+landen\s+)?(?:buiten|outside)\b",
    re.I,
)
TRADE = re.compile(
    r"\b(?:klanten|klant|afnemers|winkels?|vestiging(?:en)?|kantoor|kantoren|markt|levert|verkopen|verkoopt|"
    r"verzendkosten|customers|offices?|market|sell)\b.{0,60}\b(?:in|uit|naar|from|to)\b",
    re.I,
)
SUPPLIER = re.compile(
    r"\b(?:leverancier|partij|bedrijf|dienst|aanbieder|verwerker|software|servers?|provider|supplier|"
    r"company|companies|vendor|platform|tool)",
    re.I,
)
OURSELVES = re.compile(r"\A\W*(?:wij|we|ik)\s+(?:zijn|are|ben)\b", re.I)
EXCEPT = re.compile(
    r"\b(?:tenzij|behalve|zonder\s+(?:dat|passende|uw|adequate)|alleen|uitsluitend|slechts|enkel|mits|"
    r"unless|except|only|without|anders\s+dan|dan\s+(?:nadat|wanneer|als))\b",
    re.I,
)
MAYBE = re.compile(
    r"\b(?:als|indien|wanneer|mocht(?:en)?|kan|kunnen|mogelijk|eventue\w+|tenzij|in\s+(?:het\s+)?geval|soms|"
    r"in\s+(?:sommige|bepaalde|voorkomende)\s+gevallen|may|might|if|could|can|sometimes|"
    r"where|possib\w+|unless|regels|toegestaan|voor\s+zover|zo\s+nodig|hoofdregel|mogen)\b|"
    r"\b(?:alleen|slechts|uitsluitend|enkel|only)\b.{0,80}\b(?:als|indien|wanneer|mits|nadat|land|landen|if|when|where|countries)\b",
    re.I,
)
TRANSFER = Quick(
    r"doorgifte|doorge\w+|door\s+te\s+geven|\btransfer|overdracht|overgedragen|\blanden\b", re.I
)
WHERE = re.compile(r"\b(?:land|waar|plaats|locatie|vestiging|country|where|location|place)\b", re.I)
APART = Quick(r"uitzondering|behalve|except", re.I)
NOT_ABROAD = re.compile(
    r"\b(?:niet|nooit|geen|not|never)\b.{0,60}\b(?:buiten\s+nederland|outside\s+(?:of\s+)?the\s+netherlands)\b",
    re.I,
)
BRIEF = 30
"""Characters of a sentence that only says no."""
YES_NO = frozenset(
    {"nee", "ja", "ja, d", "allee", "soms", "only", "neen", "no", "none", "yes", "geen", "niet"}
)
ANSWER = re.compile(
    r"\A\W*(?P<no>nee|neen|no|none|geen|niet|niets)?(?P<yes>ja|yes)?(?P<maybe>alleen|soms|only|sometimes)?\b",
    re.I,
)
"""To a heading that asks whether data goes abroad."""
STILL = re.compile(
    r"\b(?:als|indien|mocht\w*|wanneer|if|where)\b.{0,60}\b(?:toch|alsnog|doorgifte|doorgeven|transfer)\b|"
    r"\b(?:moet|gebeurt|gaat|gaan|wordt|worden)\b.{0,30}\btoch\b",
    re.I,
)
"""Right after "in beginsel niet": the case in which data does go."""
OF_DATA = re.compile(
    r"gegevens|\bdata\b|informatie|servers?|opgeslagen|verwerkt|verwerken|opslag|stored|hosted|"
    r"information|alles\b.{0,30}\bblijft|everything\b.{0,30}\bstays|al\s+onze\s+\w+|all\s+our\s+\w+",
    re.I,
)
TELLS = re.compile(
    r"\b(?:gaan|gaat|worden|wordt|geven|staat|staan|verwerken|blijven|blijft|zijn|is|are|goes)\b.*\.\s*\Z",
    re.I,
)
"""Capitals make a paragraph look like a heading; a heading has no verb and no full stop."""
LAW_TALK = Quick(r"\b(?:definitie|verstaan\s+(?:wij|we)|rechtsgebied|jurisdict)", re.I)
