"""Cookies, as far as the text tells of them."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, amiss, missing, vague
from nakomen.checks.text.registry import rule
from nakomen.checks.text.told import Pattern, Said, Told

_USED = Pattern(
    r"gebruik|plaats|geplaatst|maken|zet|cookies? (?:van|die|op)|\buse|\bplace|\bset\b|opgeslagen"
)
_NONE = Pattern(
    r"\b(?:geen|niet|nooit|no|not|never)\b.{0,40}cookies?|cookies?\b.{0,30}\b(?:niet|"
    r"geen|not)\b.{0,20}(?:gebruik|geplaatst|used)"
)
_ELSEWHERE = Pattern(
    r"(?:cookie ?-?(?:verklaring|beleid|statement|policy|overzicht|pagina)|"
    r"cookies disclaimer|cookie disclaimer)\b"
)
_KINDS = Pattern(
    r"functione|analyti|marketing|tracking|noodzakelijk|technisch|voorkeur|social|"
    r"advert|statisti|sessie|session|necessary|performance|targeting|permanente|"
    r"google|matomo|inlog|in te loggen|winkelmand|nodig|onthoud|remember|signed in|keep you|"
    r"essential|reclame"
)


def _cookies(told: Told) -> list[Said]:
    return told.about("cookie")


def _in_use(told: Told) -> list[Said]:
    """Sentences of a text that uses cookies; empty when it says that it uses none."""
    if told.known["cookies"]["used"] is False:
        return []
    found = _cookies(told)
    use = [s for s in found if _USED.search(s.low) and not _NONE.search(s.low) and not s.is_heading]
    denied = [s for s in found if _NONE.search(s.low)]
    return [] if denied and len(use) <= len(denied) and not _has_analytics(told) else use


def _has_analytics(told: Told) -> bool:
    named = ("google analytics", "matomo", "hotjar", "analytische", "analytical", "tracking cookie")
    denied = Pattern(r"\b(?:geen|niet|zonder|no|not|without)\b")
    return any(not denied.search(said.low) for said in told.about(*named))


_MEASURES = Pattern(
    r"(?:website|\bsite\b|webpagina|sitepagina|pagina)\w{0,3}\b.{0,80}(?:bezoek|"
    r"bezoekt|gemeten|meten|analys|gebruik van|visit|measure)|(?:bezoek|"
    r"gebruik)\w{0,4}\b.{0,40}(?:website|\bsite\b)\b.{0,80}(?:verzamel|meten|gemeten|"
    r"analys|collect)|"
    r"verzamel\w{0,4}\b.{0,120}(?:gebruik van de (?:web)?site|"
    r"bezoeken? aan onze (?:web)?site)|google analytics|matomo|hotjar"
)


@rule("tw11-7a-1-a-information")
def information(told: Told) -> Answers:
    """A text about a site that measures visits says something of cookies."""
    if told.has("cookie"):
        return OK
    measured = told.places(("site", "pagina", "analytics", "matomo", "hotjar"), _MEASURES)
    return missing() if measured else NOT_APPLICABLE


@rule("tw11-7a-section-not-empty")
def section_filled(told: Told) -> Answers:
    """What is said of cookies says which kinds there are."""
    found = [s for s in _cookies(told) if not s.is_heading]
    if not found or not _in_use(told):
        return NOT_APPLICABLE
    about = {n.index: n for s in found for n in (s, *told.near(s, 1))}
    if _has_analytics(told) or any(
        _KINDS.search(s.low)
        for s in about.values()
        if "cookie" in s.low or s.is_item or "cookie" in s.section
    ):
        return OK
    linked = any("http" in s.low or "www." in s.low for s in found if _ELSEWHERE.search(s.low))
    return OK if linked else missing(found[0].span)


_LIFETIME = Pattern(
    r"\b\d{1,3} (?:dagen|dag|maanden|maand|jaar|minuten|uur|uren|days?|months?|years?|"
    r"minutes|hours?)\b|sessie|session|einde van uw bezoek|browser sluit|verlopen|"
    r"vervallen|expire|bewaartermijn|één jaar|twee jaar|een maand"
)


_NEEDED_ONLY = Pattern(
    r"(?:nodig|noodzakelijk\w{0,2}|functionele|onthoud\w{0,2}|necessary|essential|"
    r"functional|signed in|"
    r"remember\w{0,2})\b"
)


_ITSELF = Pattern(r"privacy ?-? ?(?:en|&|and) cookie|(?:deze|dit|this) cookie")


@rule("tw11-7a-cookie-list")
def cookie_list(told: Told) -> Answers:
    """Per cookie its name or kind with how long it stays, here or in a cookie statement."""
    used = _in_use(told)
    if not used:
        return NOT_APPLICABLE
    if any(_ELSEWHERE.search(s.low) and not _ITSELF.search(s.low) for s in _cookies(told)):
        return NOT_APPLICABLE
    if all(_NEEDED_ONLY.search(s.low) for s in used) and not _has_analytics(told):
        return NOT_APPLICABLE
    around = {
        n.index: n
        for s in _cookies(told)
        for n in told.same_section(s)
        if "cookie" in n.section or "cookie" in n.low
    }
    if any(_LIFETIME.search(s.low) for s in around.values()):
        return OK
    lead = [
        s
        for s in used
        if any(
            word in s.low
            for word in ("overzicht", "volgende", "alleen", "following", "soorten", "type")
        )
    ]
    return missing((lead or used)[0].span)


_ALL_NEEDED = Pattern(
    r"(?:de|alle|onze|the|all|our) cookies\b.{0,40}\b(?:zijn|"
    r"are) (?:\w{1,12} )?(?:noodzakelijk|technisch noodzakelijk|functioneel|necessary|"
    r"essential)|"
    r"(?:alleen|uitsluitend|enkel|only) (?:technisch )?(?:noodzakelijke|functionele|"
    r"necessary|functional) cookies"
)
_MORE = Pattern(
    r"analyti|marketing|tracking|advertent|social ?media|statisti|google analytics|remarketing"
)


@rule("tw11-7a-3-exemption-claimed-correctly")
def exemption(told: Told) -> Answers:
    """Not all cookies are necessary when some measure or advertise."""
    claimed = told.those(("cookie",), _ALL_NEEDED, Pattern(r"en analytische|and analytical"))
    if not claimed:
        return NOT_APPLICABLE
    others = [
        s
        for s in told.about("cookie", "google analytics")
        if _MORE.search(s.low) and s not in claimed and not _NONE.search(s.low)
    ]
    return amiss(Verdict.CONTRADICTION, claimed[0].span) if others else OK


_HARMLESS = Pattern(
    r"(?:analytische|analytical|statistische) cookies?\b.{0,120}(?:geen inbreuk|"
    r"geen toestemming|privacyvriendelijk|weinig|nauwelijks|geen gevolgen|geringe|"
    r"no consent|little impact|do not infringe)|(?:geen toestemming|"
    r"no consent)\b.{0,80}(?:analytische|analytical) cookies"
)
_HOW = Pattern(
    r"laatste octet|ip-? ?adres\w{0,2}\b.{0,40}(?:anoni|maskeer|gemaskeerd|inkort|"
    r"ingekort|afgekapt)|gegevens delen|delen van gegevens|verwerkersovereenkomst|"
    r"alleen (?:door )?ons|niet gedeeld|anonymi[sz]e|not share|eigen server"
)


@rule("tw11-7a-3-b-analytics-limited")
def analytics_limited(told: Told) -> Answers:
    """Measuring without consent shows why it hardly touches anybody."""
    found = told.those(("analyti", "statistische cookie"), _HARMLESS)
    if not found:
        return NOT_APPLICABLE
    shown = told.says(
        (
            "octet",
            "ip-adres",
            "ip adres",
            "gegevens delen",
            "delen van",
            "verwerkersovereenkomst",
            "gedeeld",
            "anonymi",
            "share",
            "server",
        ),
        _HOW,
    )
    near = [n for s in found for n in told.near(s, 3)]
    return OK if shown and any(_HOW.search(n.low) for n in near) else vague(found[0].span)


_GA = ("google analytics",)
_ASKS = Pattern(
    r"(?:toestemming|akkoord|accepte|instem|consent|opt-in|permission|cookiebanner|"
    r"cookiemelding|banner)"
)


_LABEL = 3
"""Words of a heading or of an item that only names the tool."""


@rule("tw11-7a-ga-not-exempt-by-default")
def google_analytics(told: Told) -> Answers:
    """Google Analytics comes with consent, or with settings that make it fit."""
    found = [
        s
        for s in (
            *told.about(*_GA),
            *told.those(("analytics",), Pattern(r"google\b.{0,60}analytics")),
        )
        if not s.is_heading and not _NONE.search(s.low) and "geen google analytics" not in s.low
    ]
    if not found:
        return NOT_APPLICABLE
    asked = [
        s
        for s in told.about("cookie", "google analytics")
        if _ASKS.search(s.low)
        and not Pattern(r"geen toestemming|zonder toestemming|no consent").search(s.low)
    ]
    set_well = any(_HOW.search(n.low) for s in found for n in told.near(s, 4))
    told_of = [s for s in found if len(s.low.split()) > _LABEL]
    return OK if asked or set_well else missing((told_of or found)[0].span)


_BROWSER = Pattern(
    r"(?:weiger|uitschakel|blokker|blokkeer|uitzet|uit te zetten|instell|verwijder|"
    r"refus|disabl|block|reject)\w{0,6}\b.{0,120}browser|"
    r"browser\w{0,12}\b.{0,120}(?:weiger|uitschakel|blokker|blokkeer|uitzet|"
    r"uit te zetten|instell|verwijder|refus|disabl|block|reject)|internetbrowser zo in"
)
_ON_SITE = Pattern(
    r"(?:toestemming|akkoord|accepteren|instemming|consent|keuze|voorkeur|"
    r"instellingen|preferences)\b.{0,60}cookie|cookie(?:s|banner|melding|instellingen|"
    r"voorkeuren|keuze| banner| melding)?\b.{0,80}(?:toestemming|akkoord|accept|"
    r"consent|keuze op|voorkeuren|banner|melding|preferences|opt-in)|cookiebanner|"
    r"cookie ?melding"
)


@rule("tw11-7a-no-browser-settings-consent")
def browser_only(told: Told) -> Answers:
    """Browser settings are not the only choice."""
    found = [
        s
        for s in told.those(("browser",), _BROWSER)
        if any("cookie" in n.low or "cookie" in n.section for n in told.near(s, 1))
    ]
    if not found:
        return NOT_APPLICABLE
    if told.says(("cookie",), _ON_SITE, Pattern(r"\bdoor gebruik te maken|geen toestemming nodig")):
        return OK
    refuse = [s for s in found if "weiger" in s.low or "refus" in s.low]
    return amiss(Verdict.WRONG, (refuse or found)[0].span)
