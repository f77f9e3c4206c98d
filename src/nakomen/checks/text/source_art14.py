"""Data that did not come from the person."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told

_FROM = Pattern(
    r"(?:ontvang|verkrijg|verkregen|verzamel|afkomstig|krijgen|obtain|receive|"
    r"collect)\w{0,4}\b.{0,60}(?:van|uit|via|from) (?:\w{2,14} ){0,3}(?:derden|"
    r"derde partijen|anderen|externe|bronnen|third parties|sources|others)|"
    r"(?:gegevens|informatie|data|information)\b.{0,60}(?:van|uit|via|"
    r"from) (?:\w{2,14} ){0,2}(?:derden|derde partijen|externe\w? bronnen|"
    r"andere\w? bronnen|third parties|other sources)\b.{0,40}(?:ontvang|verkre|"
    r"verzamel|receiv|obtain|collect)"
)
_SOURCE = Pattern(
    r"handelsregister|kamer van koophandel|kvk|kadaster|register|social ?media|"
    r"sociale media|facebook|linkedin|twitter|krediet|werkgever|collega|tussenpersoon|"
    r"wederverkoper|makelaar|"
    r"verzekera|bank\b|gemeente|belastingdienst|trade register|employer|reseller|"
    r"referent|adresboek|google|chamber|zoals|waaronder|such as|openbare bronnen|"
    r"eindklant"
)


@rule("art14-2-f-source")
def source(told: Told) -> Answers:
    """Data from others come with their source."""
    words = (
        "derden",
        "bronnen",
        "third parties",
        "sources",
        "anderen",
        "derde partijen",
        "externe",
    )
    found = [
        s
        for s in told.those(words, _FROM)
        if not Pattern(r"\b(?:niet|geen|nooit|not|never)\b").search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    named = any(_SOURCE.search(n.low) for s in found for n in told.near(s, 1)) or told.has(
        "handelsregister", "kadaster", "kredietbeoordel"
    )
    return OK if named else missing(found[0].span)


_REGISTERS = (
    "handelsregister",
    "kadaster",
    "insolventieregister",
    "huwelijksgoederenregister",
    "openbare register",
    "public register",
    "trade register",
)
_OBTAINED = Pattern(
    r"verkregen|verkrijgen|afkomstig|ontvang|halen|raadpleg|opvragen|"
    r"beschikbaar gesteld|obtain|collect|consult|verzamel"
)
_WHEN = Pattern(
    r"binnen (?:een|één|1) maand|within (?:one|a) month|informeren (?:wij|"
    r"we) u .{0,60}(?:bron|moment|maand)|eerste contact|"
    r"first contact"
)


@rule("art14-3-timing")
def timing(told: Told) -> Answers:
    """Who takes data from registers says when the person hears of it."""
    found = [
        s
        for s in told.those(_REGISTERS, _OBTAINED)
        if not Pattern(
            r"ingeschreven|geregistreerd (?:bij|in|onder)|registered (?:with|at|"
            r"under)|\b(?:niet|geen)\b"
        ).search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    return (
        OK if told.says(("maand", "moment", "month", "contact"), _WHEN) else missing(found[0].span)
    )


phrase(
    "art14-source-not-generic",
    Verdict.VAGUE,
    ("bronnen", "sources"),
    r"\b(?:algemeen (?:beschikbare|toegankelijke) \w{0,12}bronnen|"
    r"andere (?:externe?n? )?bronnen|overige bronnen|diverse bronnen|"
    r"verschillende bronnen|bronnen van derden|externe?n? bronnen|other sources|"
    r"various sources|publicly available sources)\b(?! (?:zoals|waaronder|te weten|"
    r"such as|namelijk))",
    unless=r"(?:bronnen|sources),? \(?(?:zoals|waaronder|te weten|namelijk|such as)|"
    r"\b(?:geen|niet|no|not)\b|samenvoegen|aggreg|statistiek.{0,20}\Z",
)
_CREDIT = Pattern(
    r"krediet(?:beoordel|waardig|check|toets|informatie|registratie|bureau)|"
    r"credit ?check|creditcheck|solvabiliteit|credit (?:rating|scor|reference|agenc)|"
    r"\bbkr\b|betaalgedrag (?:toets|controle)"
)
_AGENCY = Pattern(
    r"graydon|creditsafe|experian|\bbkr\b|dun ?& ?bradstreet|altares|focum|edr|"
    r"afterpay|riverty|klarna|billink|in3|d&b|economische data"
)
_GROUND = Pattern(r"belang|toestemming|overeenkomst|bezwaar|interest|consent|object|grond")


@rule("art14-credit-check")
def credit(told: Told) -> Answers:
    """A credit check names the agency, the ground, and the way to object."""
    found = [
        s
        for s in told.those(("krediet", "credit", "solvab", "bkr", "betaalgedrag"), _CREDIT)
        if not Pattern(r"\b(?:geen|niet|nooit|no|not)\b|creditcard|credit card").search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    good = [s for s in found if _near(told, s, _AGENCY) and _near(told, s, _GROUND)]
    return OK if good else missing(found[0].span)


def _near(told: Told, said: Said, pattern: Pattern) -> bool:
    return any(pattern.search(n.low) for n in told.near(said, 1))


phrase(
    "art14-enrichment-declared",
    Verdict.MISSING,
    ("aggreger", "samenvoeg", "verrijk", "combiner", "aanvullen met", "enrich", "combin"),
    r"(?:aggreger|samenvoeg|verrijk|combiner|aanvull|enrich|"
    r"combin)\w{0,5}\b.{0,60}(?:derden|andere bronnen|externe|openbare|third part|"
    r"other sources)|"
    r"(?:derden|andere bronnen|third part)\b.{0,60}(?:verrijk|samenvoeg|combiner|enrich|combin)",
    unless=r"\b(?:niet|geen|nooit|not|never)\b|toestemming|gerechtvaardigd|consent|legitimate",
)
_SOCIAL = Pattern(
    r"(?:inlog|aanmeld|registr|log ?in|sign in)\w{0,4}\b.{0,20}(?:via|met|"
    r"door middel van|with|using|through) .{0,16}(?:facebook|twitter|google|linkedin|"
    r"apple|microsoft|instagram|social)|social login"
)
_GETS = Pattern(
    r"(?:ontvang|krijg|delen|receive|get)\w{0,3}\b.{0,80}(?:naam|e-?mail|profiel|"
    r"profielfoto|name|profile)"
)


@rule("art14-social-login")
def social(told: Told) -> Answers:
    """Logging in by a network tells which data come along."""
    found = told.those(
        ("facebook", "twitter", "google", "linkedin", "apple", "microsoft", "instagram", "social"),
        _SOCIAL,
    )
    if not found:
        return NOT_APPLICABLE
    told_of = any(_near(told, s, _GETS) for s in found)
    return OK if told_of else missing(found[0].span)
