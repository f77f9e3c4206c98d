"""What is said of security."""

import re

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answers,
    Span,
    Verdict,
    amiss,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_MEASURES = (
    "ssl",
    "tls",
    "https",
    "versleut",
    "encrypt",
    "firewall",
    "virus",
    "two-factor",
    "tweestaps",
    "twee-staps",
    "2fa",
    "tweefactor",
    "wachtwoordbeleid",
    "sterk wachtwoord",
    "back-up",
    "backup",
    "reservekopie",
    "geheimhouding",
    "logging",
    "monitoring",
    "pseudonim",
    "iso 27001",
    "nen 7510",
    "audit",
    "toegangscontrole",
    "toegangsbeveiliging",
    "autoris",
    "training",
    "trainen",
    "dkim",
    "dnssec",
    "penetratietest",
    "beveiligde verbinding",
    "beveiligde server",
    "confidentialit",
    "access control",
    "password",
    "wachtwoord",
    "updates",
    "afgesloten",
    "papiervernietig",
    "versnipper",
    "technologie maatregelen",
)


@rule("art32-measures-described")
def measures(told: Told) -> Answers:
    """At least one measure is named."""
    if told.known["security_measures"] or told.has(*_MEASURES):
        return OK
    general = told.about(
        "passende technische",
        "passende maatregelen",
        "appropriate technical",
        "beveilig",
        "security",
    )
    return missing(*(s.span for s in general[:1]))


_HTTP = re.compile(r"\bhttp://[\w.-]{3,80}")


@rule("art32-http-link-in-statement")
def own_links(told: Told) -> Answers:
    """Addresses of the own site are secure ones."""
    own = {mail.rpartition("@")[2].lower() for mail in told.facts.controller.emails}
    site = re.sub(r"\Ahttps?://|\Awww\.|/.*\Z", "", (told.facts.controller.website or "").lower())
    own |= {site} if site else set()
    found = [
        m
        for m in _HTTP.finditer(told.low)
        if any(m.group()[7:].removeprefix("www.").startswith(o) for o in own)
    ]
    return wrong(*(Span(m.start(), m.end()) for m in found)) if found else OK


_NEVER_LOOKED = Pattern(
    r"\b(?:nimmer|nooit|niet|never|not)\b.{0,40}(?:door ons |by us )?(?:geraadpleegd|"
    r"ingezien|bekeken|gelezen|viewed|inspected|read by us)|(?:wij|we) (?:hebben|"
    r"have) (?:geen|no) (?:inzage|toegang|access)"
)
_LOOKS = Pattern(
    r"\b(?:wij|we)\b.{0,60}(?:inzage krijgen|kunnen (?:dan )?inzien|inzage hebben|"
    r"toegang (?:krijgen|hebben) tot .{0,20}gegevens|meekijken)|(?:kan het voorkomen|"
    r"mogelijk) dat (?:wij|we) .{0,30}(?:inzage|inzien|gegevens zien)|we (?:may|"
    r"can) (?:view|see|access)"
)


@rule("art5-1-a-security-claim-true")
def looking(told: Told) -> Answers:
    """ "We never look" does not stand beside looking."""
    denied = told.those(("nimmer", "nooit", "niet", "geen", "never", "not"), _NEVER_LOOKED)
    looked = told.those(
        ("inzage", "inzien", "toegang", "meekijk", "view", "access", "gegevens zien"),
        _LOOKS,
        Pattern(r"\b(?:geen|nooit|nimmer|never|no)\b"),
    )
    if not denied or not looked:
        return NOT_APPLICABLE
    return amiss(Verdict.CONTRADICTION, looked[0].span, denied[0].span)


_PASSWORD = Pattern(r"\bwachtwoord(?:en)?\b|\bpasswords?\b")
_PROTECTS = Pattern(
    r"beveilig\w{0,4} (?:met|door|middels)|sterk\w{0,2} wachtwoord|"
    r"wachtwoord(?:en)?beleid|versleuteld|gehasht|hash|encrypt|beschermd|nooit|niet|"
    r"geen|toegang|kies|wijzig|vergeten|unieke? |vraagt om|nodig om|strong|secur|protect|never|not"
)
_DATA_LIST = Pattern(r"gegevens|data|gebruikersnaam|gebruikersnamen|username|credentials")
_HANDED = Pattern(
    r"(?:inloggegevens|toegangsgegevens|wachtwoorden|login ?gegevens|"
    r"credentials)\b.{0,60}(?:support|ondersteuning|beheer|onderhoud|hulp op afstand|"
    r"migratie|maintenance)"
)


@rule("art32-no-plaintext-credentials")
def credentials(told: Told) -> Answers:
    """Passwords are not among the data that are kept."""
    kept = [
        s.span
        for s in told.those(("wachtwoord", "password"), _PASSWORD, _PROTECTS)
        if _DATA_LIST.search(s.low)
        and (s.low.count(",") >= 2 or "gegevens" in s.low + s.lead or "data" in s.low + s.lead)
        and not s.is_heading
    ]
    if kept:
        return wrong(*kept)
    handed = told.places(
        ("inloggegevens", "toegangsgegevens", "login gegevens", "credentials", "wachtwoorden"),
        _HANDED,
        Pattern(r"gewist|verwijder|versleuteld|kluis|encrypted|deleted"),
    )
    return vague(*handed) if handed else NOT_APPLICABLE


phrase(
    "art32-payment-data",
    Verdict.WRONG,
    ("creditcard", "credit card", "betaalkaart", "kaartnummer"),
    r"(?:\bslaan\b|opslaan|opgeslagen|bewaren|bewaard|"
    r"store)\w{0,2}\b.{0,80}(?:creditcard|credit ?card|betaalkaart|kaartnummer)|"
    r"(?:creditcard|credit ?card|betaalkaart|kaartnummer)\w{0,10}\b.{0,80}(?:\bslaan\b"
    r"|opslaan|opgeslagen|bewaren|bewaard|stored?\b)",
    unless=r"\b(?:niet|nooit|geen|never|not)\b|pci",
)
phrase(
    "art32-mfa-remote-access",
    Verdict.VAGUE,
    ("gebruikersnaam en wachtwoord", "wachtwoord", "username and password"),
    r"(?:remote|op afstand|toegang|inlog|access)\w{0,4}\b.{0,60}(?:beveiligd|"
    r"beschermd|secured|protected)\b.{0,40}(?:gebruikersnaam en (?:een )?wachtwoord|"
    r"alleen een wachtwoord|username and password)",
    unless=r"twee|\btwo|2fa|mfa|factor",
)
phrase(
    "art32-no-security-disclaimer",
    Verdict.WRONG,
    ("redelijke", "veilig", "beveilig", "garander", "reasonable", "secure", "guarantee", "100%"),
    r"(?:100 ?%|honderd procent|volledige|absolute) (?:\w{3,16} )?(?:veiligheid|"
    r"beveiliging)\b.{0,60}"
    r"(?:niet|geen)\b|"
    r"\bredelijke (?:maatregelen|inspanning)|reasonable (?:measures|efforts|steps)|"
    r"(?:geen enkel|geen) (?:\w{3,24} ){0,3}(?:\w{0,24}systeem|methode|netwerk|verzending|"
    r"internetverbinding)\b.{0,120}(?:veilig|beveiligd|waterdicht)|"
    r"(?:niet|nooit|geen|cannot|not)\b.{0,40}(?:garander|garantie|"
    r"guarantee)\w{0,4}\b.{0,80}(?:veilig|beveilig|secur)|(?:nooit|niet) (?:volledig|"
    r"100% ?|honderd procent|helemaal) (?:veilig|waterdicht)|"
    r"no (?:\w{3,16} ){0,3}(?:is|are) (?:completely |100% ?)?secure",
    unless=r"redelijke termijn|identiteit",
)
_NO_ACCESS = Pattern(
    r"\A\W{0,4}([\w .&'-]{2,40}?) (?:heeft|hebben|has|have) (?:geen|nooit|no) "
    r"(?:toegang|inzage|access)\b"
)
_SUPPLIER = Pattern(r"leverancier|provider|hoster|hostingpartij|dienst\b|partij|supplier|host\b")


@rule("art32-email-inspection-claim")
def supplier_sees_nothing(told: Told) -> Answers:
    """That a supplier can see nothing is for the contract to say."""
    known = {fact.name.lower() for fact in told.facts.recipients}
    found = []
    for said in told.about("geen toegang", "nooit toegang", "no access", "geen inzage"):
        match = _NO_ACCESS.search(said.low)
        if match and (match[1].strip() in known or _SUPPLIER.search(match[1])):
            found.append(said.span)
    return wrong(*found) if found else OK
