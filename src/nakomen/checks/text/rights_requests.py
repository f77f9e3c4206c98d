"""How a person asks: by which way, in what time, for what money, and who she proves to be."""

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    Answers,
    Verdict,
    amiss,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import RIGHTS


@rule("art12-2-rights-channel")
def channel(told: Told) -> Answers:
    """An address, a number or a form for requests."""
    own = told.facts.controller
    if own.emails or own.phones or told.known["privacy_contact"]["email"]:
        return OK
    return (
        OK
        if told.says(("contact", "formulier", "form"), Pattern(r"contact|formulier|\bform\b"))
        else missing()
    )


phrase(
    "art12-2-electronic-channel",
    Verdict.WRONG,
    ("per post", "per brief", "aangetekend", "by post", "by letter", "by mail"),
    r"(?:uitsluitend|alleen|enkel|slechts|only)\b.{0,40}(?:per (?:aangetekende )?(?:po"
    r"st|brief)|by (?:post|letter|mail))|(?:per (?:post|brief)|by (?:post|"
    r"letter)) .{0,20}(?:uitsluitend|alleen|only)",
    unless=r"nieuwsbrief|factu|reclame|of (?:per )?e-?mail|invoice",
)
phrase(
    "art12-2-no-form-requirement",
    Verdict.WRONG,
    (
        "schriftelijk",
        "per brief",
        "per post",
        "aangetekend",
        "in writing",
        "written request",
        "ondertekend",
    ),
    r"(?:verzoek|aanvra|dit|dat|deze|request|recht)\w{0,4}\b.{0,80}(?:schriftelijk|"
    r"per (?:aangetekende )?brief|aangetekend|in writing)\b.{0,60}(?:doen|indien|"
    r"in te dienen|dienen|richten|kenbaar|sturen|stuur|te maken|submit|made)|"
    r"(?:dient|moet|kunt|kan|must|can) (?:u|you)?.{0,60}(?:schriftelijk|"
    r"in writing)\b.{0,40}(?:verzoek|aanvra|doen|indien|dienen|request)|"
    r"schriftelijke? (?:en ondertekend )?(?:verzoek|aanvraag)|written request|"
    r"(?:contact|write to) us in writing|aangetekende? brief|"
    r"brief met (?:uw|je) verzoek",
    unless=r"of (?:per )?e-?mail|of (?:telefonisch|mondeling)|or (?:by )?(?:e-?mail|phone)|"
    r"toestemming|(?:ontvangt|krijgt) u .{0,30}schriftelijk|mondeling|klacht|opzeg",
)


@rule("art12-3-one-month-stated")
def one_month(told: Told) -> Answers:
    """An answer within one month; thirty days may be longer than February."""
    term = told.facts.response_term
    if term is None:
        by_law = told.places(
            ("termijn", "period"),
            Pattern(
                r"binnen de .{0,40}(?:wet|wettelijke) .{0,24}termijn|"
                r"binnen de wettelijke termijn|within the (?:legal|statutory) (?:term|"
                r"period)"
            ),
        )
        return missing(*by_law[:1])
    if term.iso in ("P30D", "P31D"):
        words = ("30 dagen", "dertig dagen", "30 days", "31 dagen", "thirty days", "30 ")
        return vague(*(s.span for s in told.about(*words)[:1] if days(s.low)))
    length = max(days(_told_as(term.iso)), default=0)
    if length > 31:
        return wrong(*(s.span for s in told.said if length in days(s.low) and RIGHTS.search(s.low)))
    return OK


def _told_as(iso: str) -> str:
    number, unit = iso[1:-1], {"D": "dagen", "W": "weken", "M": "maanden", "Y": "jaar"}[iso[-1]]
    return f"{number} {unit}"


_EXTENDS = Pattern(
    r"verleng\w{0,4}\b.{0,60}maand|(?:twee|2) (?:extra |verdere )?maanden (?:extra|"
    r"langer|verleng|worden verlengd)|extend\w{0,3} .{0,60}month"
)
_NOTIFIES = Pattern(
    r"laten (?:wij|we) (?:u|je)|(?:wij|we) laten|op de hoogte|inform|bericht|"
    r"laten weten|reden|inform you|notify"
)


@rule("art12-3-extension-stated")
def extension(told: Told) -> Answers:
    """More time only with notice and reason."""
    found = [
        s
        for s in told.those(("verleng", "maanden", "extend"), _EXTENDS)
        if RIGHTS.search(s.low) or any(RIGHTS.search(n.low) for n in told.near(s, 1))
    ]
    found = [s for s in found if "overeenkomst" not in s.low and "abonnement" not in s.low]
    if not found:
        return NOT_APPLICABLE
    bare = [s.span for s in found if not any(_NOTIFIES.search(n.low) for n in told.near(s, 1))]
    return vague(*bare) if bare else OK


_COSTS = Pattern(
    r"(?:rekenen|berekenen|vragen) (?:wij|we) .{0,30}(?:€|euro|kosten|vergoeding)|"
    r"(?:kosten|vergoeding|bedrag|administratiekosten|€ ?\d|\d euro|"
    r"fee)\b.{0,80}(?:in rekening|vragen|brengen|berekenen|berekend|verschuldigd|"
    r"betalen|gevraagd|charge)|(?:charge|ask|pay)\w{0,2} .{0,30}\bfee\b"
)
_ALLOWED = Pattern(
    r"kennelijk|ongegrond|buitensporig|excessie|overdreven|kosteloos|gratis|herhaald|"
    r"\bextra\b|geen (?:kosten|vergoeding)|zonder kosten|onredelijk|unfounded|"
    r"free of charge|niet in rekening|bijkomende|no fee"
)


@rule("art12-5-free-of-charge")
def free(told: Told) -> Answers:
    """No money for a request."""
    words = ("kosten", "vergoeding", "bedrag", "€", "euro", "fee")
    found = [
        s
        for s in told.those(words, _COSTS, _ALLOWED)
        if RIGHTS.search(s.low)
        and not Pattern(
            r"behouden .{0,20}recht|incasso|dpia|overeenkomst|opdrachtgever|levering|kopie"
        ).search(s.low)
    ]
    return wrong(*(s.span for s in found)) if found else OK


phrase(
    "art15-3-first-copy-free",
    Verdict.WRONG,
    ("kopie", "afschrift", "copy"),
    r"(?:kopie|afschrift|copy)\b.{0,80}(?:kosten|vergoeding|€|euro|\bfee\b|charge)|"
    r"(?:kosten|vergoeding|€|euro|fee)\b.{0,80}(?:kopie|afschrift|copy)",
    unless=r"extra|bijkomende|volgende|tweede|meerdere|verdere|kosteloos|gratis|geen kosten|"
    r"further|additional|free|buitensporig|identiteit",
)
_IDENTITY = Pattern(
    r"(?:zich|\bu|adequaat) te identificeren|legitim|identiteits?bewijs|paspoort|"
    r"rijbewijs|identiteitskaart|"
    r"kopie (?:van (?:uw|je|een) )?id\b|id-bewijs|identity (?:document|card)|passport|"
    r"proof of identity"
)
_ASKS = Pattern(
    r"verzoek|vragen|vraag|stuur|sturen|mee te sturen|meesturen|voeg|dient|moet|"
    r"request|ask|provide|send|enclose"
)
_ON_DOUBT = Pattern(r"twijfel|doubt")


def _identity(told: Told) -> list[Said]:
    """Sentences that ask for an identity document of who makes a request."""
    words = (
        "legitim",
        "identific",
        "identiteit",
        "paspoort",
        "rijbewijs",
        "id-bewijs",
        "kopie id",
        "passport",
        "identity",
    )
    found = []
    for said in told.those(words, _IDENTITY):
        around = [n.low for n in told.near(said, 2)]
        asked = _ASKS.search(said.low) and any(RIGHTS.search(low) for low in around)
        masks = Pattern(r"maak .{0,40}zwart|zwart te maken|afgeschermd|black out").search(
            said.low
        ) and not Pattern(r"kopie").search(said.low)
        if asked and not said.is_item and not masks and not said.is_heading:
            found.append(said)
    return found


@rule("art12-6-no-default-id-copy")
def no_id_copy(told: Told) -> Answers:
    """No identity document of everybody who asks."""
    found = [
        s
        for s in _identity(told)
        if not _ON_DOUBT.search(s.low)
        and not Pattern(r"\bgeen (?:kopie|legit|identiteit)|no copy|\b(?:nooit|never)\b").search(
            s.low
        )
    ]
    if not found:
        return NOT_APPLICABLE
    copied = [s for s in found if "kopie" in s.low or "copy" in s.low]
    return amiss(Verdict.WRONG if copied else Verdict.VAGUE, (copied or found)[0].span)


@rule("art12-6-verify-with-known-data")
def known_data(told: Told) -> Answers:
    """Who asks is recognised by what is known already."""
    known = Pattern(
        r"(?:bij ons )?(?:reeds |al )?(?:bekende?|geregistreerde?|hebt geregistreerd|"
        r"opgegeven|known|registered)\b.{0,30}(?:e-?mail|adres|gegevens|klantnummer|"
        r"address|hebt|heeft)|e-?mail ?adres dat u .{0,30}(?:geregistreerd|gegeven)|"
        r"inloggen"
    )
    if told.says(
        ("bekende", "geregistreerd", "opgegeven", "known", "registered", "inloggen"), known
    ):
        return OK
    copied = [s for s in _identity(told) if "kopie" in s.low or "copy" in s.low]
    return missing(copied[0].span) if copied else NOT_APPLICABLE


phrase(
    "art12-2-no-penalty-for-rights",
    Verdict.WRONG,
    ("kwaliteit", "dienst", "service", "quality"),
    r"(?:verzoek|recht|bezwaar|wissen|verwijder|inzage|request|object|erase|"
    r"delete)\w{0,4}\b.{0,120}(?:niet|minder|lagere|"
    r"verminderd\w?|not|less|reduced) (?:meer |langer )?(?:dezelfde|goede?|optimale?|"
    r"volledige?|same|full)?.{0,30}(?:kwaliteit|diensten|dienstverlening|service|"
    r"quality)",
    unless=r"overdra|portab|toestemming|cookies|noodzakelijk voor de uitvoering|wettelijk",
)
