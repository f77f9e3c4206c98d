"""To whom data go."""

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answers,
    Verdict,
    amiss,
    missing,
    vague,
)
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import DENIED, SHARED

_SHARING = (
    "delen",
    "deelt",
    "gedeeld",
    "verstrek",
    "doorgegeven",
    "doorgeven",
    "ter beschikking",
    "beschikbaar",
    "inschakel",
    "schakel",
    "derden",
    "share",
    "disclos",
    "third part",
    "provide",
    "in onze opdracht",
    "namens ons",
    "on our behalf",
)
_GENERIC_NOUN = (
    r"(?:leveranciers|dienstverleners|dienstenleveranciers|serviceproviders|"
    r"service providers|partners|zakenpartners|derden|derde partijen|"
    r"anderen|(?:andere )?partijen|bedrijven|organisaties|verwerkers|third parties|"
    r"suppliers|business partners|others)"
)
_GENERIC = Pattern(
    rf"\b(?:met|aan|with|to)\b (?:onze |de |our |andere |enkele |diverse |"
    rf"verschillende |een aantal |externe |other |zorgvuldig geselecteerde |"
    rf"betrouwbare ){{0,4}}{_GENERIC_NOUN}\b|"
    r"\baan andere personen\b|afhankelijk van derden|gebruik ?maken van verwerkers\b|"
    rf"schakel\w{{0,3}} (?:wij |we )?.{{0,30}}\b{_GENERIC_NOUN}\b|"
    rf"\b{_GENERIC_NOUN}\b (?:in te schakelen|inschakelen|ingeschakeld)"
)
_SPECIFIED = Pattern(
    rf"{_GENERIC_NOUN}\b.{{0,6}}(?:voor (?:de |het |onze )?\w{{1,30}}|zoals (?!hieronder|"
    rf"beschreven)|waaronder|te weten|namelijk|\(|bijvoorbeeld|such as|for )"
)


def _named(told: Told) -> int:
    """How many companies are named that get data."""
    return sum(fact.role != "authority" for fact in told.facts.recipients)


@rule("art13-1-e-recipients")
def told_at_all(told: Told) -> Answers:
    """Recipients are told, or that there are none."""
    if told.facts.recipients or told.facts.recipient_categories:
        return OK
    return OK if told.says(_SHARING, SHARED) else missing()


@rule("art13-1-e-recipients-specific")
def specific(told: Told) -> Answers:
    """Recipients by name, or by trade; "third parties" is neither."""
    if _named(told) >= 3:
        return OK
    found = [
        said.span
        for said in told.those(_SHARING, _GENERIC, _SPECIFIED)
        if not DENIED.search(said.low)
        and not said.is_heading
        and len(said.low.split()) > 5
        and not _introduces_list(told, said)
    ]
    if not found:
        return OK if told.facts.recipients or told.facts.recipient_categories else NOT_APPLICABLE
    return vague(*found)


_TRADE = Pattern(r"\A\W{0,4}[\w/' -]{3,60}\b(?:voor|die|ten behoeve|van|met|for|to|in geval)\b")


def _introduces_list(told: Told, said: Said) -> bool:
    """A lead-in whose items name kinds of recipients with what they do."""
    items = told.said[said.index + 1 : said.index + 4]
    return (
        said.low.rstrip().endswith(":")
        and all(s.is_item and _TRADE.search(s.low) for s in items)
        and len(items) == 3
    )


phrase(
    "art13-1-e-no-open-ended-recipients",
    Verdict.WRONG,
    ("andere", "overige", "other", "eenieder"),
    r"(?:deel|delen|gedeeld|verstrek|doorge|beschikbaar|shar|disclos|"
    r"provid)\w{0,6}\b.{0,80}\b(?:andere|overige|other) "
    r"(?:derde partijen|derden|personen|partijen|bedrijven|organisaties|instanties|"
    r"third parties|parties|persons|companies)\b",
    unless=r"\b(?:niet|nooit|nimmer|geen|not|never)\b|zoals|waaronder|such as|:\s{0,5}\Z",
)
_DENIES = Pattern(
    r"\b(?:niet|nooit|nimmer|never|not)\b.{0,80}(?:gedeeld|delen|verstrek|doorgegeven|"
    r"door te geven|doorgeven|ter beschikking|beschikbaar gesteld|share|disclose)|"
    r"\b(?:delen|deelt|deel|verstrek\w{0,4}|geven|stellen|share|"
    r"disclose)\b.{0,60}\b(?:niet|nooit|nimmer|geen|never)\b.{0,60}(?:derden|anderen|"
    r"derde partijen|third part|others|beschikking)"
)
_FAIR = Pattern(
    r"\b(?:tenzij|behalve|anders dan|uitsluitend|alleen|mits|indien|unless|except|"
    r"only|zonder)\b.{0,160}"
    r"(?:overeenkomst|noodzakelijk|nodig|wet|verplicht|dienstverlening|opdracht|"
    r"dienst|verwerker|necessary|law|contract|service)"
)
_NARROW = Pattern(
    r"boekhoud|administratieve|goedkeuring|\bbijzondere? (?:persoons)?|"
    r"\bbijzondere persoons gegevens"
)
_OWN_PURPOSE = Pattern(
    r"commerciële|marketing|reclame|eigen (?:doel|gebruik)|verhuren|advertis|"
    r"commercial|buiten de e|outside the e"
)
_OTHERWISE = Pattern(
    r"met uitzondering van|uitgezonderd|with the exception|"
    r"\bal (?:of|dan) niet\b|niet (?:verantwoordelijk|langer|alleen)|kunt u|verzoeken|"
    r"zonder (?:uw |jouw )?toestemming|not (?:responsible|only)|you (?:may|can)|"
    r"without your consent"
)
_REALLY = Pattern(
    r"(?:wij|we|ons|onze|worden|kunnen|kan|zullen)\b.{0,80}(?:\bdelen\b|gedeeld|"
    r"verstrekken|doorgeven|overdragen|ter beschikking)|we (?:may )?share|are shared"
)


@rule("art5-1-a-no-contradiction-recipients")
def no_denied_sharing(told: Told) -> Answers:
    """ "Never shared" does not stand beside sharing."""
    denied = [
        said
        for said in told.those(
            ("niet", "nooit", "nimmer", "geen", "never", "not "), _DENIES, _OWN_PURPOSE
        )
        if not said.is_heading
        and not _OTHERWISE.search(said.low)
        and (not _FAIR.search(said.low) or _NARROW.search(said.low))
    ]
    if not denied:
        return NOT_APPLICABLE
    shared = told.those(_SHARING, _REALLY, DENIED)
    if _named(told) or [said for said in shared if said not in denied]:
        return amiss(Verdict.CONTRADICTION, *(said.span for said in denied))
    return OK


_CARRIERS = Pattern(
    r"(?<![-\w])(?:postnl|dhl|dpd|gls|ups|fedex|sandd|trunkrs|homerr|bezorgdienst|"
    r"pakketdienst|koeriersdienst|accountant)s?\b"
)
_ROLE = Pattern(
    r"verantwoordelijke?\b|zelfstandig|eigen (?:privacy|verantwoord)|independent|controller"
)


@rule("art13-1-e-role-of-recipient")
def role(told: Told) -> Answers:
    """A carrier or an accountant decides himself; the text says so."""
    words = (
        "postnl",
        "dhl",
        "dpd",
        "gls",
        "ups",
        "fedex",
        "bezorg",
        "pakket",
        "koerier",
        "accountant",
        "trunkrs",
        "homerr",
    )
    found = [s for s in told.those(words, _CARRIERS) if not s.is_heading]
    if not found:
        return NOT_APPLICABLE
    said = next((s for s in found if "verwerker" in s.low or "gebruik" in s.low), found[0])
    near = [n for s in found for n in told.near(s, 1)]
    return OK if any(_ROLE.search(n.low) for n in near) else vague(said.span)


phrase(
    "art6-recipient-own-purposes",
    Verdict.WRONG,
    (
        "behoudt zich",
        "behouden zich",
        "eigen doel",
        "their own purposes",
        "its own purposes",
        "reserves the right",
        "andere diensten",
        "andere google",
        "eigen diensten",
        "toegestaan",
    ),
    r"(?:behoudt|behouden) zich .{0,30}recht .{0,40}(?:gegevens|informatie|"
    r"data)\b.{0,40}(?:gebruik|delen|verstrek)|"
    r"(?:gegevens|data|information)\b.{0,60}(?:voor (?:hun|zijn|haar) eigen doel|"
    r"for (?:their|its) own purpose)|"
    r"(?:toegestaan|mag|mogen|kan|kunnen|may)\b.{0,80}(?:gegevens|informatie|"
    r"information|data)\b.{0,40}"
    r"(?:gebruiken|use) (?:voor|for) (?:andere|eigen|haar|hun|other|its|their)\b|"
    r"reserves? the right .{0,40}(?:use|share) .{0,20}(?:data|information)",
    unless=r"\b(?:niet|nooit|geen|nimmer|not|never)\b|\b(?:wij|we)\b.{0,20}behouden|"
    r"verklaring|beleid|policy",
)
phrase(
    "art13-1-e-provider-legal-name",
    Verdict.VAGUE,
    (
        "office365",
        "office 365",
        "o365",
        "g suite",
        "gsuite",
        "gmail",
        "onedrive",
        "icloud",
        "sharepoint",
        "hotmail",
        "teamviewer quicksupport",
    ),
    r"\b(?:office ?365|o365|g ?suite|gmail|onedrive|icloud|sharepoint|hotmail)\b",
    unless=r"\b(?:microsoft|google|apple)\b|@",
)
_SALE = Pattern(
    r"(?:reorganis|fusie|overname|overnemen|bedrijfsoverdracht|bedrijfstransactie|"
    r"verkoop van (?:ons|het|de|onze)|merger|acquisition|sale of|doorstart)\w{0,8}"
)
_PASSES = Pattern(
    r"overdra|overgedra|verkopen|verkocht|overgaan|doorgegeven|gedeeld|delen|transfer|"
    r"sold|sell|assign"
)
_BOUND = Pattern(
    r"(?:vooraf|van tevoren|tevoren|beforehand|prior|in advance).{0,60}(?:inform|"
    r"hoogte|bericht|notif|kennis)|(?:inform|bericht|hoogte|notif).{0,60}(?:vooraf|"
    r"van tevoren|beforehand|in advance)"
)


@rule("art6-business-transfer")
def sold(told: Told) -> Answers:
    """A sale of the company does not pass data on without limit or notice."""
    found = []
    for said in told.those(
        (
            "reorganis",
            "fusie",
            "overname",
            "transactie",
            "verkoop",
            "merger",
            "acquisition",
            "sale of",
            "doorstart",
        ),
        _SALE,
    ):
        after = told.said[said.index : said.index + 3]
        passing = [s for s in after[:2] if _PASSES.search(s.low)]
        if passing and not any(_BOUND.search(s.low) for s in after):
            found.append(passing[-1])
    if not found:
        return NOT_APPLICABLE
    limitless = any(
        word in found[0].low
        for word in ("zonder beperking", "without limitation", "verkopen", "sell")
    )
    return amiss(Verdict.WRONG if limitless else Verdict.VAGUE, found[0].span)


_LINKS = Pattern(r"\b(?:links?|koppelingen|hyperlinks?|verwijzingen|verwijzen)\b")
_NOT_OURS = Pattern(
    r"niet (?:verantwoordelijk|aansprakelijk)|geen verantwoordelijkheid|"
    r"not responsible|not liable|geen invloed"
)
_EMBEDS = Pattern(
    r"ingesloten|ingebed|embedded|plug-?ins?|widgets?|video's van|kaarten van|"
    r"social media ?(?:knop|button)"
)


@rule("art5-1-f-third-party-links")
def links(told: Told) -> Answers:
    """A disclaimer for links does not cover what the own site loads."""
    words = ("verantwoordelijk", "aansprakelijk", "responsible", "liable", "invloed")
    found = [
        s
        for s in told.those(words, _NOT_OURS)
        if any(_LINKS.search(n.low) for n in told.near(s, 1))
    ]
    if not found:
        return NOT_APPLICABLE
    wide = [s.span for s in found if any(_EMBEDS.search(n.low) for n in told.near(s, 0))]
    return vague(*wide) if wide else OK
