"""Advertising, by mail, phone and post."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing, vague
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import MARKETING

_NEGATED = Pattern(
    r"\b(?:geen|niet|nooit|nimmer|not|no|never)\b.{0,60}(?:marketing|reclame|"
    r"nieuwsbrief|aanbied|newsletter|advertis)|marketingactiviteiten kunnen|\([^)]{0,30}nieuwsbrie|"
    r"(?:nieuwsbrie\w{1,3}|reclame|newsletter)\b.{0,40}\b(?:niet|geen|niets|nooit|not|never)\b"
)
_SENDS = Pattern(
    r"nieuwsbrie|direct ?marketing|reclame|verkooppromotie|aanbiedingen|promotionele|"
    r"newsletter|promotional|advertis|commerciële (?:e-?mail|bericht|communicatie)|"
    r"informer\w{1,2}\b.{0,40}(?:over|about)\b.{0,40}(?:nieuwe|\(nieuwe\)|new|andere|"
    r"other).{0,16}(?:diensten|producten|services|products)|marketingbericht|"
    r"special offers"
)
_BASIS = Pattern(
    r"toestemming|goedkeuring|gerechtvaardigd|aangemeld|aanmeld|aan te melden|"
    r"inschrij|ingeschreven|abonnee|geabonneerd|opt-?in|bestaande klant|grondslag|consent|"
    r"legitimate|subscrib|sign(?:ed)? up|akkoord|als u (?:dit|dat) wilt|"
    r"heeft aangegeven|voorkeur"
)
_CUSTOMERS = Pattern(
    r"die u (?:bij ons |van ons )?(?:afneemt|gebruikt|heeft gekocht)|gelijksoortig|"
    r"soortgelijk|vergelijkbare (?:producten|diensten)|(?:bestaande|eigen|"
    r"onze) klanten|eerder .{0,20}(?:gekocht|afgenomen|besteld)|similar (?:products|"
    r"services)|existing customers"
)
_AT_COLLECTION = Pattern(
    r"(?:bij (?:het |de |uw )?(?:bestell|aanmeld|registr|inschrijv|opgeven)|"
    r"tijdens (?:het |de )?(?:bestel|aanmeld)|when (?:you )?(?:order|register)|"
    r"at (?:the time of )?(?:order|regist))\w{0,6}\b.{0,80}(?:afmeld|weiger|bezwaar|"
    r"uitvink|aangeven|keuze|opt|object|refus)"
)
_WORDS = (*MARKETING, "informeren over", "commerciële", "informeren")
_OBJECTS = Pattern(r"bezwaar|afmelden voor|uitschrijv|object to|unsubscribe from")


def _sent(told: Told) -> list[Said]:
    return [
        s
        for s in told.those(_WORDS, _SENDS, _NEGATED)
        if not s.is_heading and "cookie" not in s.low
    ]


@rule("art13-1-c-marketing-basis")
def basis(told: Told) -> Answers:
    """Advertising comes with the ground on which it is sent."""
    found = [s for s in _sent(told) if not _CUSTOMERS.search(s.low)]
    if not found:
        return NOT_APPLICABLE
    direct = [
        s
        for s in found
        if Pattern(r"direct ?marketing|verkooppromotie").search(s.low) and not _near_basis(told, s)
    ]
    if direct:
        return missing(direct[0].span)
    sends = [s for s in found if "denk aan" not in s.low] or found
    return OK if any(_near_basis(told, s) for s in found) else missing(sends[0].span)


def _near_basis(told: Told, said: Said) -> bool:
    if _BASIS.search(said.low) and not _OBJECTS.search(said.low):
        return True
    after = told.said[said.index + 1 : said.index + 2]
    return any(
        _BASIS.search(n.low)
        and any(
            w in n.low for w in ("nieuwsbrief", "marketing", "dit", "deze", "newsletter", "this")
        )
        for n in after
    )


@rule("tw11-7-4-soft-opt-in")
def customers(told: Told) -> Answers:
    """Own customers could refuse when they gave their address."""
    found = [
        s
        for s in _sent(told)
        if _CUSTOMERS.search(s.low)
        and not Pattern(r"toestemming|goedkeuring|consent").search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    offered = any(_AT_COLLECTION.search(n.low) for s in found for n in told.near(s, 2))
    return OK if offered else vague(found[0].span)


phrase(
    "tw11-7-1-opt-in-electronic",
    Verdict.WRONG,
    ("nieuwsbrief", "newsletter", "aanbieding", "reclame", "offers"),
    r"(?:automatisch|automatically)\b.{0,60}(?:aangemeld|ingeschreven|ontvang|"
    r"toegevoegd|subscribed|receive|added)\b.{0,60}(?:nieuwsbrief|newsletter|"
    r"aanbieding|mailing)|"
    r"(?:nieuwsbrief|newsletter|aanbieding\w{0,2})\b.{0,60}(?:automatisch|"
    r"automatically|ook zonder (?:uw )?toestemming|without (?:your )?consent)",
    unless=r"niet automatisch|not automatically|afmelding wordt",
)
phrase(
    "tw11-7-2-telemarketing-opt-in",
    Verdict.WRONG,
    ("telefonisch", "bellen", "telemarketing", "by phone", "telefoon"),
    r"telemarketing|(?:telefonisch|bellen|by (?:tele)?phone)\b.{0,60}(?:aanbied|"
    r"aanbod|verkoop|acquisitie|promot|reclame|offer|sales)|(?:aanbied\w{0,6}|verkoop|"
    r"acquisitie|offers?)\b.{0,40}(?:telefonisch|by (?:tele)?phone)",
    unless=r"\bu kunt\b|\byou can\b|toestemming|goedkeuring|bezwaar|consent|\b(?:geen|niet|"
    r"nooit|not|no|never)\b|"
    r"kunt u|klantenservice|vragen over",
)
phrase(
    "tw11-7-no-sharing-with-partners",
    Verdict.WRONG,
    ("partner", "derden", "zuster", "third part", "group compan", "sponsor", "adverteerders"),
    r"(?:delen|deelt|gedeeld|verstrek|doorge|verkopen|verhuren|shar|sell|"
    r"provid)\w{0,5}\b.{0,80}(?:partners?|derden|zusterbedrij\w{1,4}|sponsoren|"
    r"adverteerders|third parties|group companies)\b.{0,100}(?:marketing|aanbieding|"
    r"reclame|commerciële|advertis|promot|offers)",
    unless=r"\b(?:niet|nooit|nimmer|geen|not|never)\b|toestemming|goedkeuring|consent|permission",
)
