"""On which of the six grounds the data are used."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, missing, vague
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Said, Told
from nakomen.checks.text.words import CONSENT, LAW_NAMED

_GROUND_WORDS = (
    "grondslag",
    "rechtsgrond",
    "legal basis",
    "lawful basis",
    "legal ground",
    "artikel 6",
    "article 6",
)
_MAYBE = Pattern(
    r"bekeken of|of er een|whether|opnieuw|geen (?:grondslag|rechtsgrond)|"
    r"andere (?:grondslag|rechtsgrond)"
)
_BASES = {
    "consent": Pattern(r"toestemming|goedkeuring|\bconsent\b"),
    "contract": Pattern(
        r"\b(?:op|voor) (?:de|een|onze|uw|deze) overeenkomst|"
        r"contract\b.{0,30}(?:uitvoer|uit te voeren|met u\b)|(?:bij|voor|uit) (?:het|ons) contract|"
        r"(?:uitvoer|voorbereid|sluiten|aangaan|totstand|"
        r"nakom)\w{0,8} .{0,40}overeenkomst|overeenkomst .{0,60}uit(?: te)? ?voer|"
        r"contractuele (?:verplichting|relatie|en/of)|uitvoering overeenkomst|"
        r"perform\w{0,6} .{0,30}contract|contractual"
    ),
    "legal_obligation": Pattern(
        r"(?:moet|moeten|verplicht) (?:wij |we )?(?:\w{2,10} ){0,2}van de (?:\w{0,12})wet\b|"
        r"wettelijke? .{0,24}(?:verplicht|plicht)|wettelijk verplicht|"
        r"op grond van de wet\b|legal obligation|required by law"
    ),
    "legitimate": Pattern(r"gerechtvaardigde? (?:\w{1,12} )?belang|legitimate interest"),
    "public": Pattern(
        r"publieke taak|publiekrechtelijke taak|algemeen belang|public (?:task|interest)"
    ),
    "vital": Pattern(r"vitale? belang|vital interest"),
}
_GIVES = (
    "toestemming",
    "goedkeuring",
    "overeenkomst",
    "wettelijk",
    "gerechtvaardigd",
    "belang",
    "contract",
    "consent",
    "legal obligation",
    "legitimate",
    "required by law",
    "wet ",
)
_AS_GROUND = Pattern(
    r"op (?:basis|grond) van|grondslag|rechtsgrond|noodzakelijk|nodig|\bgrond\b|omdat|hoort bij|"
    r"moeten|alleen met|berust|gegrond|gebaseerd|belang bij|niet uitvoeren|"
    r"verwerk|based on|basis|ground|necessary|because"
)
_NO_GROUND = Pattern(
    r"door gebruik te maken|datalek|melding|inbreuk|geheimhouding|politie|"
    r"hiervoor wettelijk|intrek|in te trekken|ingetrokken|bezwaar|\bouders?\b|"
    r"voogd|withdraw|parent|guardian|"
    r"recht (?:op|om)\b|(?:niet|geen) (?:nodig|toestemming)|zonder (?:uw |jouw )?toestemming"
)
_ODD = Pattern(
    r"(?:vanwege|wegens|op (?:basis|grond) van|uit|"
    r"grondslag\w{0,4}) .{0,12}(?<!gerechtvaardigd )(?<!gerechtvaardigde )bedrijfsbela"
    r"ng|"
    r"op (?:basis|grond) van [^.;]{0,80}\b(?:lidmaatschap|abonnement|licentie|"
    r"eigendom|ons beleid|ons privacybeleid|bedrijfsbelang|membership)\b|"
    r"waarvoor (?:wij|we) .{0,20}licentie|(?:based on|"
    r"because of) (?:our )?(?:business interest|membership|policy)"
)


def _grounds(told: Told) -> dict[str, Said]:
    """The first sentence for each ground that the text gives for using data."""
    found: dict[str, Said] = {}
    for said in told.about(*_GIVES):
        if _NO_GROUND.search(said.low):
            continue
        if _AS_GROUND.search(said.low) or (said.is_item and _heads_grounds(told, said)):
            for name, pattern in _BASES.items():
                if name not in found and pattern.search(said.low):
                    found[name] = said
    return found


_COLUMN = Pattern(r"grondslag|rechtsgrond|basis|\bgrond\b|legal ground|waarom (?:het|dat) mag")

_LEADS_IN = Pattern(
    r"grondslag|rechtsgrond|op (?:basis|grond) van|omdat|rechtmatig|(?:alleen|"
    r"slechts) (?:als|wanneer|"
    r"indien)|redenen|because|only if|legal basis"
)


def _heads_grounds(told: Told, item: Said) -> bool:
    """Whether the line above a list, or the head of a table, says that grounds follow."""
    if _LEADS_IN.search(item.lead) or _COLUMN.search(item.section):
        return True
    block = item.sentence.block
    above = told.said[max(0, item.index - 30) : item.index]
    return any(s.sentence.block == block and s.is_item and _COLUMN.search(s.low) for s in above)


_EXPLICIT = 3
_SHARE = 0.75


def _read_as_given(told: Told) -> bool:
    """Whether the reader found three grounds named as such, or one for nearly each purpose."""
    explicit = {fact["basis"] for fact in told.known["legal_bases"] if fact["explicit"]}
    purposes = told.known["purposes"]
    tied = [purpose for purpose in purposes if purpose["basis"]]
    return len(explicit) >= _EXPLICIT or (
        len(purposes) > 1 and len(tied) >= _SHARE * len(purposes) and bool(explicit)
    )


_RESTS_ON = Pattern(
    r"verwerking\w{0,3} (?:is|zijn|berust)|berust|gegrond|gebaseerd|grondslag|"
    r"verwerken .{0,60}op basis|"
    r"process .{0,60}on the basis|rel(?:y|ies) on"
)


def _several(said: Said) -> bool:
    return sum(bool(base.search(said.low)) for base in _BASES.values()) > 1


def _bare_list(told: Told, heading: Said) -> bool:
    """Whether most items of the list right below a line on grounds give none."""
    if heading.is_item or (not heading.is_heading and heading.low.rstrip().endswith((".", "?"))):
        return False
    items = []
    for said in told.said[heading.index + 1 : heading.index + 30]:
        if said.is_item:
            items.append(said)
        elif items or said.index > heading.index + 2:
            break
    with_ground = [s for s in items if any(base.search(s.low) for base in _BASES.values())]
    return len(items) > 2 and len(with_ground) * 2 < len(items)


@rule("art13-1-c-legal-basis-per-purpose")
def per_purpose(told: Told) -> Answers:
    """Grounds are given as grounds: under that name, or three and more in so many words."""
    grounds = _grounds(told)
    named = [s for s in told.about(*_GROUND_WORDS) if not _MAYBE.search(s.low)]
    named = [s for s in named if not _bare_list(told, s)]
    told_at_once = [s for s in grounds.values() if _RESTS_ON.search(s.low) and _several(s)]
    odd = told.says(("belang", "op basis", "op grond", "licentie", "based on", "because"), _ODD)
    bare = any(_bare_list(told, s) for s in told.about(*_GROUND_WORDS))
    if not odd and (_read_as_given(told) or (told_at_once and not bare)):
        return OK
    if (named and len(grounds) >= 2) or (len(grounds) >= 3 and not odd and not bare):
        return OK
    if grounds:
        return vague(*(said.span for said in list(grounds.values())[:1]))
    needed = told.places(
        ("noodzakelijk", "nodig", "necessary"),
        Pattern(r"(?:verwerk|process)\w{0,4}.{0,80}(?:noodzakelijk|nodig|necessary)"),
    )
    return missing(*needed[:1])


phrase(
    "art6-1-basis-enum",
    Verdict.WRONG,
    (
        "bedrijfsbelang",
        "lidmaatschap",
        "licentie",
        "abonnement",
        "ons beleid",
        "privacybeleid",
        "business interest",
        "membership",
        "eigendom",
    ),
    r"(?:vanwege|wegens|op (?:basis|grond) van|uit|grondslag\w{0,4}) .{0,12}bedrijfsbelang|"
    r"op (?:basis|grond) van [^.;]{0,80}\b(?:lidmaatschap|abonnement|licentie|"
    r"eigendom|ons (?:privacy)?beleid|bedrijfsbelang|membership)\b|"
    r"waarvoor (?:wij|we) .{0,20}licentie|(?:based on|"
    r"because of) (?:our )?(?:business interest|membership|policy)",
    unless=r"gerechtvaardigd|legitimate",
)
phrase(
    "art6-1-b-contract-party",
    Verdict.WRONG,
    ("overeenkomst", "contract"),
    r"(?:overeenkomst|contract) (?:van|tussen|between|of) (?:de |een |onze |the |a |our )?"
    r"(?:wederverkoper|reseller|partner|leverancier|dealer|tussenpersoon|"
    r"opdrachtgever|supplier)s? (?:en|met|and|with) "
    r"(?:de |een |haar |zijn |the |its )?(?:eind)?(?:klant|gebruiker|afnemer|customer|user)",
)
_BY_LAW = Pattern(
    r"op (?:basis|grond) van .{0,30}wettelijke .{0,30}(?:verplicht|plicht)|"
    r"grondslag\w{0,2}\W.{0,30}wettelijke (?:verplicht|plicht)|"
    r"based on (?:a |our )?(?:legal|statutory) (?:obligation|duty)"
)
_KNOWN_DUTY = Pattern(
    r"fiscaal|fiscale|belasting|straf|justitie|politie|administrati|boekhoud|bewaar|"
    r"factu|datalek|tax|invoice|police|artikel 6|article 6"
)


@rule("art6-1-c-statute-named")
def statute(told: Told) -> Answers:
    """A legal duty that is a ground comes with its statute."""
    found = told.those(("wettelijke", "legal obligation", "statutory"), _BY_LAW)
    bare = [
        s.span
        for s in found
        if not _KNOWN_DUTY.search(s.low)
        and not any(LAW_NAMED.search(n.low) for n in told.near(s, 1))
    ]
    if not found:
        return NOT_APPLICABLE
    return missing(*bare) if bare else OK


phrase(
    "art6-1-a-consent-granular",
    Verdict.WRONG,
    CONSENT,
    r"(?:toestemming|consent|goedkeuring) .{0,40}(?:voor|to|for) (?:al|alle|"
    r"all) (?:deze |bovenstaande |genoemde |onze |the |these |above )?"
    r"(?:doel|verwerking|purpose|processing)|(?:één|eenmalige|algemene|single|"
    r"general) (?:toestemming|consent)",
)
phrase(
    "art6-1-no-stacked-bases",
    Verdict.VAGUE,
    CONSENT,
    r"(?:indien nodig|waar nodig|zo nodig|indien noodzakelijk|wanneer nodig|"
    r"indien (?:dit )?vereist|waar vereist|"
    r"eventueel|wenselijk|passend|gewenst|where (?:necessary|appropriate|required)|"
    r"if (?:necessary|required|desirable))"
    r"\b.{0,80}(?:toestemming|goedkeuring|instemming|consent|permission)|"
    r"\(?opnieuw\)? toestemming|(?:is (?:dit|dat)|zijn die) niet het geval,? .{0,40}toestemming|"
    r"(?:goedkeuring|toestemming) .{0,30}wettelijk (?:is )?vereist",
    unless=r"cookie|uitdrukkelijke|intrek",
)
phrase(
    "art6-1-a-not-where-refusal-impossible",
    Verdict.VAGUE,
    ("contactformulier", "contact form", "offerteaanvra", "bestelformulier", "quote request"),
    r"(?:contactformulier|contact form|offerteaanvra\w{1,3}|bestelformulier|"
    r"quote request)\b.{0,140}(?:toestemming|akkoord|consent)|"
    r"(?:toestemming|akkoord|consent)\b.{0,140}(?:contactformulier|contact form|"
    r"offerteaanvra|bestelformulier)",
    unless=r"nieuwsbrief|newsletter|zonder uw toestemming|geen toestemming",
)
_USE = (
    r"(?:(?:als|wanneer|indien|if|when) (?:u|je|you) .{0,50}(?:gebruikt|gebruik ?maakt|bezoekt|use|"
    r"visit)\b|gebruikmaking van|met (?:het|uw|je) (?:gebruik|bezoek) (?:van|aan))|"
    r"(?:door|bij|by|when) .{0,20}(?:gebruik(?:en|maken|t)?|bezoek(?:en|t)?|raadplegen|"
    r"verder ?(?:te )?(?:surfen|gaan)|us(?:e|ing)|visit(?:ing)?|continuing)\b"
)
phrase(
    "art4-11-no-consent-by-use",
    Verdict.WRONG,
    (
        "door ",
        "bij ",
        "by ",
        "when you",
        "if you",
        "gebruik ma",
        "gebruikma",
        "als u",
        "als je",
        "wanneer u",
        "indien u",
        "met het gebruik",
        "met uw gebruik",
    ),
    rf"(?:{_USE})" + r".{0,260}\b(?:(?:geeft|geef|verleent) .{0,60}toestemming|(?:gaat|ga|"
    r"bent) .{0,20}akkoord|akkoord (?:gaat|bent|te gaan)|stemt? .{0,20}\bin\b|instemt|"
    r"accepteert|aanvaardt|"
    r"consents?|agrees?|accept)"
    r"|toestemming\b.{0,80}\b(?:als|door|wanneer|doordat) (?:u|je) gebruik ?(?:maakt|te maken)|"
    r"consent\b.{0,60}\bby using\b",
    unless=r"\bniet (?:akkoord|instemt|met)|vragen (?:wij|we)|herziene|gewijzigde|"
    r"nieuwe versie|revised|changed|cookievoorkeur|knop|vinkje|"
    r"button|voorwaarden",
)
phrase(
    "art4-11-no-consent-to-statement",
    Verdict.WRONG,
    (
        "verklaring",
        "privacybeleid",
        "privacy policy",
        "privacy statement",
        "privacy notice",
        "privacystatement",
        "gelezen",
    ),
    r"(?:in te stemmen|instemt|stemt in|instemmen|akkoord (?:te )?(?:gaan|bent|gaat)|"
    r"gaat .{0,10}akkoord|akkoord|accepteert|aanvaardt|agree\w{0,3}|accept\w{0,3}) "
    r"(?:met|to|with)? ?(?:de inhoud van |the )?(?:deze|dit|ons|onze|de|this|"
    r"our)\b.{0,20}(?:verklaring|privacy ?beleid|privacy ?statement|privacy policy|"
    r"privacy notice)|"
    r"(?:verklaring|privacy ?beleid|privacy ?statement|"
    r"privacy policy) .{0,20}gelezen .{0,20}akkoord|"
    r"gelezen .{0,20}akkoord .{0,40}privacy",
    unless=r"niet (?:met|akkoord)(?!.{0,120}(?:gebruik|verlaat|bezoek))|herziene|gewijzigde|"
    r"not agree(?!.{0,80}(?:use|leave))|revised",
)
phrase(
    "art6-1-c-police-request",
    Verdict.VAGUE,
    ("overheidsverzoek", "verzoek", "request", "medewerking"),
    r"overheidsverzoek|(?:reageren|voldoen|gehoor|meewerken|medewerking|respond|"
    r"comply)\b.{0,30}verzoek\w{0,3} van .{0,40}(?:overheid|overheden|instantie|"
    r"autoriteit|politie|justitie)|"
    r"(?:respond|comply)\w{0,3} (?:to|with) (?:government|police|"
    r"public authorit\w{1,3}) request|requests? (?:from|of|by) (?:the )?(?:government|"
    r"police|authorities)",
    unless=r"verplicht|vordering|bevel|gerechtelijk|rechterlijk|wettelijk(?:e)? (?:plicht|"
    r"grond)|court order|obliged|required by law|klacht",
)
