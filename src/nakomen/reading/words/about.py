"""What a heading or a lead-in announces: data, purposes, rights, cookies and so on."""

import re
from enum import StrEnum
from functools import lru_cache


class About(StrEnum):
    """The subject of a section or of a list."""

    DATA = "data"
    PURPOSE = "purpose"
    BASIS = "basis"
    RIGHTS = "rights"
    SHARING = "sharing"
    RETENTION = "retention"
    SECURITY = "security"
    COOKIES = "cookies"
    SPECIAL = "special"
    TRANSFER = "transfer"
    CONTACT = "contact"
    TERMS = "terms"
    """Definitions, changes, liability, links: talk about the text itself."""


_SAYS = {
    About.SPECIAL: r"bijzondere|gevoelige|special\s+categor|sensitive",
    About.COOKIES: r"cookie",
    About.TRANSFER: r"buiten\s+(?:de\s+)?(?:eu|eer|europa|europese)|doorgifte|buitenland|"
    r"derde\s+landen|internation\w+\s+(?:doorgifte|transfer)|outside\s+(?:the\s+)?e|"
    r"third\s+countr|transfer",
    About.PURPOSE: r"\bdoel(?:en|einden?|stelling\w*)?\b|verwerkingsdoel\w*|waarvoor|waarom|"
    r"redenen|purpose|\bwhy\b|\bwaarvoor\b|(?:hoe|how)\s+(?:wij|we|gebruiken)\s.{0,40}"
    r"(?:gebruik|use)|hoe\s+(?:gebruiken|(?:zal|zullen|gaan|worden)\s.{3,60}\sgebruik\w{0,2})|how\s+(?:do\s+)?we\s+use|"
    r"gebruik\s+van\s+(?:uw\s+|je\s+|jouw\s+|de\s+)?\W?(?:persoons|persoonlijke|gegevens|info)|"
    r"use\s+of\s+(?:your\s+)?(?:personal\s+)?(?:data|information)|"
    r"wat\s+(?:doen\s+)?(?:wij|we|ik)\s+(?:doen\s+|doe\s+)?(?:er|daar|hier)?-?(?:met|mee)\b|waar\s+gebruiken",
    About.BASIS: r"grondslag|rechtsgrond|legal\s+bas[ie]s|lawful|\bgrounds?\b|welke\s+grond|"
    r"grond\s+waarvan|basis\s+waarvan|waarop\s+baseren|"
    r"juridische\s+basis|mag\s+dat|waarom\s+mogen",
    About.RIGHTS: r"\brecht(?:en)?\b|inzage|inzien|verwijderen|rights?\b|bezwaar|klacht|complaint|"
    r"geautomatiseerd|automated",
    About.SHARING: r"\bdelen\b|\bderden\b|verstrek|ontvangers|verwerkers?\b|leveranciers|"
    r"partners|partijen|\bsharing|\bshare|recipients|processors|third\s+part",
    About.RETENTION: r"bewaar|bewaren|hoe\s*lang|retention|how\s+long",
    About.SECURITY: r"beveilig|veilig|bescherm(?:en|ing)\s+(?:wij|we|van)|maatregelen|secur|"
    r"datalek|safeguard|protect",
    About.CONTACT: r"\bcontact(?:gegevens)?\b|\bbereik\w{0,5}\b|vragen\b|questions",
    About.TERMS: r"definitie|begrip|wijziging|aansprakelijk|links?\b|websites?\s+van\s+(?:derden|"
    r"anderen)|changes|definition|toepass|wat\s+zijn\s+(?:persoon|cookies|bijzondere)|wat\s+is\s+een|"
    r"what\s+(?:is|are)\s+(?:personal|cookies)",
    About.DATA: r"gegevens|informatie|\bdata\b|information|"
    r"wat\s+(?:(?:wij|we|ik)\s+(?:(?!niet\b)\w+\s+){0,4}?)?(?:heb|hebben|weten|bewaren|opslaan|noteren|"
    r"verzamelen|verwerken|leggen|registreren|vragen)\b|what\s+(?:do\s+)?we\s+(?:collect|know|"
    r"hold|keep|store|have)",
}
_SUBJECTS = {about: re.compile(words, re.I) for about, words in _SAYS.items()}
_DATA_LIST = re.compile(
    r"(?:volgende|onderstaande|welke|what|which|following|overzicht\s+van|soorten|categorie\w*|"
    r"types?\s+of|categories\s+of|verwerkte|verzamelde)\W{0,3}(?:[\w()/&-]+\W{1,3}){0,5}?"
    r"\(?(?:persoons|klant|bedrijfs|contact)?\)?-?(?:gegevens|informatie|data\b|information)"
    r"|(?:gegevens|informatie|data|information)\b[^.:]{0,60}(?:gaat\s+om|bestaan\s+uit|omvatten|"
    r"zijn|zoals|waaronder|namelijk|betreft|include|such\s+as|are)\W{0,3}\Z"
    r"|(?:gaat|gaan)\s+(?:\w+\s+){0,3}om\b[^.]{0,40}:?\Z"
    r"|(?:verwerken|verzamelen|vragen|verwerkt|verzamelt|slaan|bewaren|registreren|collect|process|"
    r"store)\s+(?:(?:wij|we|van\s+u|van\s+je|van\s+jou|onder\s+meer|o\.a\.|dan|hierbij|"
    r"daarvoor)\s*){0,4}:?\Z",
    re.I,
)
_PURPOSE_LIST = re.compile(
    r"(?:volgende|onderstaande|following|deze|welke?|met\s+als|diverse|verschillende|several)\W"
    r"{0,3}(?:\w+\W{1,3}){0,3}?(?:doel\w*|redenen|zaken|purposes?|reasons)"
    r"|\bmet\s+(?:uw|je|deze|jouw|die)\s+\w{0,12}gegevens\s+(?:kunnen|willen)\s+(?:wij|we)\W{0,3}\Z"
    r"|\b(?:voor|for)\s+(?:het\s+|the\s+)?(?:volgende|following)\W{0,3}\Z"
    r"|\b(?:gebruik\w*|verwerk\w*|verzamel\w*|bewaren|nodig|bestemd|use|used|process|collect)\b"
    r"[^.]{0,120}\b(?:om|voor|for|to|ten\s+behoeve\s+van)\W{0,4}\Z",
    re.I,
)


@lru_cache(maxsize=4_000)
def subjects(words: str) -> frozenset[About]:
    """
    All that a heading announces.

    >>> sorted(map(str, subjects("Met welk doel en op welke grondslag wij gegevens verwerken")))
    ['basis', 'data', 'purpose']
    """
    return frozenset(about for about, pattern in _SUBJECTS.items() if pattern.search(words))


@lru_cache(maxsize=4_000)
def listed(lead: str | None, section: str | None) -> frozenset[About]:
    """
    What the items of a list are, after the line above it or else after the heading.

    >>> sorted(map(str, listed("Wij verwerken de volgende gegevens van u:", "Doelen")))
    ['data']
    >>> sorted(map(str, listed("Wij gebruiken uw gegevens om:", None)))
    ['purpose']
    >>> sorted(map(str, listed(None, "Welke persoonsgegevens en met welk doel")))
    ['data', 'purpose']
    """
    for words in (lead, section):
        if not words:
            continue
        tail = words[-300:].strip().rstrip("*_ ")
        data, purpose = _DATA_LIST.search(tail), _PURPOSE_LIST.search(tail)
        if purpose and not (data and data.start() > purpose.start()):
            return frozenset({About.PURPOSE}) if words is lead or not data else _BOTH
        if data:
            return frozenset({About.DATA}) | (subjects(words) & {About.PURPOSE})
        found = subjects(words[-_NEAR:]) - {About.DATA}
        if found:
            return found
    return subjects(lead or section or "")


_NEAR = 90
"""Characters before a colon that speak of the list; what stands before them introduces more."""
_BOTH = frozenset({About.DATA, About.PURPOSE})
