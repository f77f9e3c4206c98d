"""What a person may ask, and how."""

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
from nakomen.checks.text.durations import days
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import CONSENT, RIGHTS

_NAMED = {
    "access": Pattern(
        r"inzage|in te zien|inzien|te bekijken|bekijken|opvragen|right of access|"
        r"access to|to access|kopie van (?:uw|je) .{0,20}gegevens|"
        r"welke .{0,20}gegevens (?:wij|we) van (?:u|je)"
    ),
    "rectification": Pattern(
        r"rectifi|corri|verbeter|aan ?te ?pass|aanpassen|aangepast|wijzig|"
        r"bij te werken|bijwerken|aanvull|amend|update"
    ),
    "erasure": Pattern(
        r"verwijder|wissen|gewist|vergeten te worden|vergetelheid|eras|delet|forgotten"
    ),
    "restriction": Pattern(
        r"beperk(?:ing|en) .{0,30}(?:verwerk|gebruik)|(?:verwerk|"
        r"gebruik)\w{0,4} .{0,40}beperk|te beperken|recht op beperk|\bbeperking\b|"
        r"restrict"
    ),
    "portability": Pattern(
        r"overdraag|dataportab|portabil|over te dragen|overdracht van (?:uw|je|"
        r"de) .{0,12}gegevens|overdragen aan (?:een ander|derd)|computerbestand|"
        r"mee te nemen|machineleesba|machine-readable"
    ),
    "objection": Pattern(r"bezwaar|verzet|\bobject(?:ion)?\b"),
}
_WORDS = {
    "access": ("inzage", "zien", "bekijk", "opvrag", "access", "kopie", "welke "),
    "rectification": (
        "rectif",
        "corri",
        "verbeter",
        "pass",
        "wijzig",
        "werken",
        "aanvul",
        "amend",
        "update",
    ),
    "erasure": ("verwijder", "wis", "verget", "eras", "delet", "forgotten"),
    "restriction": ("beperk", "restrict"),
    "portability": (
        "draag",
        "portab",
        "dragen",
        "computerbestand",
        "mee te nemen",
        "machine",
        "overdracht",
    ),
    "objection": ("bezwaar", "verzet", "object"),
}
_GRANTS = Pattern(
    r"\bu(?:w)? (?:heeft|hebt|kunt|kan|mag)|\b(?:heeft|hebt|kunt|kan|mag) (?:u|je|men|"
    r"iedereen|betrokkene)|\bje (?:hebt|kunt|kan|mag)|recht(?:en)?\b|inzagerecht|"
    r"\b(?:hebben|heeft) .{0,40}recht|verzoek|mogelijkheid|rights?\b|you (?:may|can|"
    r"have)|altijd\b.{0,40}(?:te laten|inzien|wijzigen)|betrokkene"
)
_NOT_GRANTED = Pattern(
    r"\b(?:niet|geen) (?:door u )?(?:worden |kunnen )?(?:gewijzigd|aangepast)|"
    r"behouden (?:wij )?ons het recht"
)


def _named_right(told: Told, code: str) -> list[Said]:
    """Sentences that name a right as one: by a heading, or by what a person may do."""
    known = {fact.code.value: fact for fact in told.facts.rights}
    found = [
        s
        for s in told.those(_WORDS[code], _NAMED[code], _NOT_GRANTED)
        if _GRANTS.search(s.low)
        or (_about_rights(s) and not s.is_heading)
        or (s.is_heading and "recht" in s.low)
    ]
    if not found and code in known:
        start = known[code].start
        found = [s for s in told.said if s.sentence.start <= start < s.sentence.end]
    return found


def _about_rights(said: Said) -> bool:
    return "recht" in said.section or "right" in said.section or "recht" in said.lead


@rule("art13-2-b-access")
def access(told: Told) -> Answers:
    """The right of access is named."""
    return OK if "access" in _codes(told) else missing()


def _codes(told: Told) -> frozenset[str]:
    """Rights that the text grants, by the reader or in a list under a heading on rights."""
    own = {fact.code.value for fact in told.facts.rights}
    for code in _NAMED:
        if code not in own:
            for said in told.those(_WORDS[code], _NAMED[code], _NOT_GRANTED):
                if _about_rights(said) or Pattern(
                    r"\b(?:recht(?:en)?|rights?) (?:op|om|tot|van|of|to|the right)\b"
                ).search(said.low):
                    own.add(code)
                    break
    return frozenset(own)


@rule("art13-2-b-rectification")
def rectification(told: Told) -> Answers:
    """The right of rectification is named."""
    return OK if "rectification" in _codes(told) else missing()


_FORGET_ONLY = Pattern(r"vergeetverzoek|vergeet-verzoek")


@rule("art13-2-b-erasure")
def erasure(told: Told) -> Answers:
    """The right of erasure is granted; a request mentioned in passing grants nothing."""
    if "erasure" not in _codes(told):
        return missing()
    fact = next((fact for fact in told.facts.rights if fact.code.value == "erasure"), None)
    if fact and _FORGET_ONLY.search(fact.quote.lower()):
        granted = [
            s
            for s in told.those(_WORDS["erasure"], _NAMED["erasure"])
            if Pattern(r"\brecht\b|kunt u|u kunt|laten verwijderen").search(s.low)
        ]
        return OK if granted else missing()
    return OK


@rule("art13-2-b-restriction")
def restriction(told: Told) -> Answers:
    """The right of restriction is named."""
    return OK if "restriction" in _codes(told) else missing()


@rule("art13-2-b-portability")
def portability(told: Told) -> Answers:
    """The right of portability is named."""
    return OK if "portability" in _codes(told) else missing()


_OBJECTS = Pattern(r"bezwaar|verzet|\bobject(?:ion)?\b|right to object")
_ONLY_MARKETING = Pattern(
    r"marketing|reclame|aanbieding|nieuwsbrief|commercië|ontvangen van|tegen (?:een |"
    r"de )?(?:dergelijke )?overdracht|"
    r"offers|newsletter|advertis"
)
_GENERAL = Pattern(
    r"verwerk|gebruik van (?:uw|je)|process|recht van bezwaar|recht op bezwaar|"
    r"bezwaar te maken\W{0,5}\Z|recht (?:om|tot) .{0,80}bezwaar|right to object"
)


@rule("art13-2-b-objection")
def objection(told: Told) -> Answers:
    """The general right to object is named, not only the one to advertising."""
    found = [
        s
        for s in told.those(_WORDS["objection"], _OBJECTS)
        if not Pattern(r"objecti?(?:ve|ef)|geen bezwaar|voorwerp").search(s.low)
    ]
    general = [
        s
        for s in found
        if _GENERAL.search(s.low)
        or (not _ONLY_MARKETING.search(s.low) and (_about_rights(s) or s.is_item))
    ]
    if general:
        return OK
    fact = next((fact for fact in told.facts.rights if fact.code.value == "objection"), None)
    if (
        fact
        and _OBJECTS.search(fact.quote.lower())
        and not _ONLY_MARKETING.search(fact.quote.lower())
    ):
        return OK
    if fact:
        return vague(Span(fact.start, fact.end))
    narrow = [s.span for s in found if _ONLY_MARKETING.search(s.low)]
    return vague(*narrow[:1]) if narrow else missing()


_WITHDRAW = Pattern(
    r"intrek|in te trekken|ingetrokken|trek\w{0,3} .{0,40}\bin\b|withdraw|herroep|revoke"
)
_BY_CONSENT = Pattern(r"toestemming|goedkeuring|\bconsent\b|permission")
_LEGAL_ONLY = Pattern(
    r"ouder|voogd|parent|guardian|auteur|schriftelijke toestemming|zonder (?:uw |jouw )?toestemming"
)


@rule("art13-2-c-withdraw-consent")
def withdraw(told: Told) -> Answers:
    """Who uses consent says that it can be withdrawn."""
    used = told.those(CONSENT, _BY_CONSENT, _LEGAL_ONLY)
    if not used:
        return NOT_APPLICABLE
    if told.says(("intrek", "ingetrokken", "trek", "withdraw", "herroep", "revoke"), _WITHDRAW):
        return OK
    return missing(used[0].span)


@rule("art12-2-rights-channel")
def channel(told: Told) -> Answers:
    """An address, a number or a form for requests."""
    own = told.facts.controller
    if own.emails or own.phones or told.facts.as_json()["privacy_contact"]["email"]:
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
    r"(?:contact|write to) us in writing",
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
_DATA_ITEM = Pattern(r"\A\W{0,4}(?:een )?kopie")


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
    r"(?:verzoek|recht|bezwaar|request|object)\w{0,4}\b.{0,120}(?:niet|minder|lagere|"
    r"verminderd\w?|not|less|reduced) (?:meer |langer )?(?:dezelfde|goede?|optimale?|"
    r"volledige?|same|full)?.{0,30}(?:kwaliteit|diensten|dienstverlening|service|"
    r"quality)",
    unless=r"overdra|portab|toestemming|cookies|noodzakelijk voor de uitvoering|wettelijk",
)
phrase(
    "art12-1-rights-for-all-data-subjects",
    Verdict.VAGUE,
    ("relaties", "klant", "cliënt", "leden", "customer", "client", "member"),
    r"\A\W{0,4}(?:onze |alle |our )?(?:relaties|klanten|cliënten|leden|customers|"
    r"clients|members) (?:hebben|have|kunnen|can)\b.{0,60}(?:recht|inzien|in te zien|"
    r"right|access)|"
    r"\b(?:als|indien|if) (?:u|je|you) (?:een |geregistreerd |bestaande |"
    r"are )?(?:a )?(?:klant|lid|cliënt|customer|member)\b.{0,20}.{0,160}(?:bekijken|"
    r"inzien|in te zien|corrigeren|recht|access|right)",
)
phrase(
    "art15-access-not-only-actively-provided",
    Verdict.WRONG,
    ("actieve database", "active database", "inzage", "inzien", "in te zien", "access"),
    r"actieve (?:database|systemen)|active database|"
    r"(?:inzage|inzien|in te zien|access)\b.{0,60}(?:gegevens|informatie|data|"
    r"information) die u (?:zelf )?(?:aan ons )?(?:heeft|hebt) (?:gegeven|verstrekt|"
    r"achtergelaten|ingevuld)|"
    r"access .{0,40}(?:data|information) (?:that )?you (?:have )?(?:gave|given|provided)",
)
phrase(
    "art15-format-intelligible",
    Verdict.WRONG,
    ("formaat", "indeling", "format"),
    r"(?:formaat|\w{0,12}indeling|format)\b.{0,60}(?:binnen |van |in )?(?:onze|ons|"
    r"our) (?:eigen |own |interne )?systee?m",
    unless=r"leesbaar|gangbaar|begrijpelijk|readable|commonly",
)
phrase(
    "art16-no-refusal-of-correction",
    Verdict.VAGUE,
    ("gewijzigd", "aangepast", "gecorrigeerd", "changed", "corrected"),
    r"gegevens\b.{0,240}\b(?:kunnen|kan|mogen|mag) (?:door u )?niet (?:door u )?(?:mee"
    r"r )?(?:worden )?(?:gewijzigd|aangepast|gecorrigeerd)|"
    r"(?:data|information)\b.{0,100}cannot be (?:changed|corrected)",
)


@rule("art17-3-exceptions-complete")
def exceptions(told: Told) -> Answers:
    """Exceptions to erasure name the duty to keep as well as legal claims."""
    limits = Pattern(
        r"(?:verwijder|wis|eras|delet)\w{0,6}\b.{0,120}(?:niet geldt|geldt niet|"
        r"tenzij|behalve|uitzondering|does not apply|unless|except)|(?:niet geldt|"
        r"tenzij|behalve|unless|except)\b.{0,120}(?:verwijder|wissen|eras|delet)"
    )
    claims = Pattern(r"rechtsvordering|legal claim")
    duty = Pattern(r"wettelijk|bewaarplicht|wet\b|legal obligation|required by law")
    found = [
        s
        for s in told.those(("verwijder", "wis", "eras", "delet"), limits)
        if claims.search(s.low) or duty.search(s.low)
    ]
    if not found:
        return NOT_APPLICABLE
    bare = [s.span for s in found if not duty.search(s.low)]
    known = any(duty.search(s.low) for s in found)
    return vague(*bare) if bare and not known else OK


_ALWAYS = Pattern(r"\b(?:altijd|te allen tijden?|te alle tijden|always|at any time|at all times)\b")


@rule("art18-meaning-correct")
def restriction_meaning(told: Told) -> Answers:
    """Restriction holds in four cases, and is no erasure."""
    found = told.those(("beperk", "restrict"), Pattern(r"\bbeperk(?:en|ing)\b|restrict"))
    found = [s for s in found if _grants_restriction(s)]
    if not found:
        return NOT_APPLICABLE
    bad = [
        s.span
        for s in found
        if _ALWAYS.search(s.low) and not Pattern(r"inzage|verwijder|rectific|erasure").search(s.low)
    ]
    return wrong(*bad) if bad else OK


def _grants_restriction(said: Said) -> bool:
    return (
        bool(_GRANTS.search(said.low))
        and not said.is_heading
        and not Pattern(r"aansprakelijk|toegang|zo beperkt|liab").search(said.low)
    )


phrase(
    "art18-3-notice-before-lifting",
    Verdict.WRONG,
    ("beperking", "restriction"),
    r"\b(?:u|je|you) (?:zelf )?(?:de |deze |the )?(?:beperking|"
    r"restriction) (?:weer )?(?:opheft|intrekt|beëindigt|lift)|(?:you|"
    r"u) lift the restriction",
)


def _on_portability(told: Told) -> list[Said]:
    found = told.those(_WORDS["portability"], _NAMED["portability"])
    grouped = {
        s.index: s
        for f in found
        for s in (told.same_section(f) if "draag" in f.section or "portab" in f.section else [f])
    }
    return [grouped[number] for number in sorted(grouped)]


@rule("art20-scope-correct")
def portable(told: Told) -> Answers:
    """Portability is about what a person gave."""
    found = _on_portability(told)
    if not found:
        return NOT_APPLICABLE
    everything = Pattern(
        r"\b(?:alle|al|all) (?:uw |de |your |the )?(?:persoons)?(?:gegevens|data|"
        r"informatie)\b.{0,40}(?:verwerk|over u|bezit|beschik|process|hold)"
    )
    bad = [
        s.span
        for s in found
        if everything.search(s.low) and "verstrekt" not in s.low and "provided" not in s.low
    ]
    return wrong(*bad) if bad else OK


@rule("art20-no-service-termination")
def service_stays(told: Told) -> Answers:
    """Taking data along ends no service."""
    found = _on_portability(told)
    if not found:
        return NOT_APPLICABLE
    ends = Pattern(
        r"(?:dienst|service)\w{0,12}\b.{0,60}(?:niet (?:langer|meer)|beëindig|stopzet|"
        r"gestaakt|no longer|terminat)|(?:niet (?:langer|meer)|beëindig|no longer|"
        r"terminat)\w{0,4}\b.{0,40}(?:dienst|service)"
    )
    bad = [s.span for s in found if ends.search(s.low)]
    return wrong(*bad) if bad else OK


phrase(
    "art21-1-correct",
    Verdict.WRONG,
    ("bezwaar", "object"),
    r"(?:bezwaar|object\w{0,4})\b.{0,120}(?:u (?:moet|dient)|mits u|alleen als u|"
    r"only if you|you must)\b.{0,60}(?:aanto|onderbouw|zwaarwegend|bewijs|bewijz|"
    r"demonstrat|prove|compelling)",
)
phrase(
    "art21-2-3-marketing-absolute",
    Verdict.WRONG,
    ("bezwaar", "object", "afmelden"),
    r"(?:bezwaar|object\w{0,4})\b.{0,80}(?:marketing|reclame|nieuwsbrief|aanbieding|"
    r"advertis)\w{0,4}\b.{0,120}(?:afweg|beoordel|proberen|redelijk|mits|weigh|"
    r"consider|try|reasonabl)",
    unless=r"altijd|direct|onmiddellijk|always",
)
phrase(
    "art13-2-b-no-always-claims",
    Verdict.VAGUE,
    ("altijd", "te allen tijd", "te alle tijd", "always", "at any time", "at all times"),
    r"\b(?:altijd|te allen? tijden?|always|at (?:any|all) times?)\b.{0,20}\b(?:recht|"
    r"right)\b.{0,200}(?:verwijder|wissen|overdra|andere partij|portab|eras|delet)",
    unless=r"inzage|in te zien|inzien|wijzig|corrig|rectif|access|klacht|toestemming|intrek|"
    r"complaint|withdraw",
)
phrase(
    "art13-2-b-no-if-required-by-law",
    Verdict.WRONG,
    ("zoverre", "voor zover", "proberen", "trachten", "verplicht zijn", "to the extent", "try to"),
    r"(?:in zoverre|voor zover|to the extent) (?:dit |dat |wij |"
    r"we )?.{0,30}(?:vereist|verplicht|required)\b.{0,60}(?:wet|"
    r"law)\w{0,8}\b.{0,80}(?:verzoek|vragen|kunt u|recht|you (?:may|can)|right|request)|"
    r"(?:proberen|trachten|try to)\b.{0,40}(?:verzoek|aanvra|"
    r"request)\w{0,4}\b.{0,40}(?:in te willigen|te voldoen|uit te voeren|honor|comply|"
    r"grant)|(?:zullen|will) (?:proberen|trachten|try).{0,30}(?:verzoek|request)",
)
