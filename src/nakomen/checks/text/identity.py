"""Who is responsible, and how to reach that company."""

import re

from nakomen.checks.text.answer import (
    NOT_APPLICABLE,
    OK,
    UNSEEN,
    Answers,
    Span,
    Verdict,
    if_any,
    missing,
    vague,
    wrong,
)
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_FOREIGN = Pattern(
    r"\b(?:llp|l\.l\.p\.|ltd|limited|llc|l\.l\.c\.|inc|plc|gmbh|ug|s\.?a\.?r\.?l|lda)\b\.?"
)
_HOME = re.compile(r"\b[1-9]\d{3}\s?[a-z]{2}\b")
_OUTSIDE = Pattern(
    r"\b(?:gevestigd|kantoor|established|based|registered|headquartered) (?:in|te) "
    r"(?:de |the )?(?:verenigde staten|vs|usa|united states|verenigd koninkrijk|united kingdom|"
    r"india|zwitserland|switzerland|canada|china|australi\w{1,3})\b"
)
_LEGAL = Pattern(
    r"\b(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|c\.?v\.?|eenmanszaak|stichting|coöperatie|vereniging|"
    r"maatschap|vennootschap onder firma|besloten vennootschap|commanditaire vennootschap|"
    r"u\.a\.|zzp)(?![\w])"
)


def _name_at(told: Told) -> Span | None:
    quote = told.facts.controller.quotes.get("name")
    return Span(quote.start, quote.end) if quote else None


@rule("art13-1-a-controller-identity")
def named(told: Told) -> Answers:
    """The company names itself."""
    return OK if told.facts.controller.name else missing()


@rule("art13-1-a-controller-contact")
def reachable(told: Told) -> Answers:
    """At least one postal or e-mail address of the company's own."""
    own = told.facts.controller
    return OK if own.emails or own.postcode or own.address else missing()


@rule("bw3-15d-address-and-email")
def address_and_email(told: Told) -> Answers:
    """Both, for who offers a service online. Nothing at all is the finding of the rule above."""
    own = told.facts.controller
    place = own.postcode or own.address
    if not place and not own.emails:
        return NOT_APPLICABLE
    return OK if place and own.emails else missing(_name_at(told))


@rule("art13-1-a-contact-consistent")
def one_town(told: Told) -> Answers:
    """One postcode lies in one town."""
    return if_any(Verdict.CONTRADICTION, told.tense("two_towns"))


@rule("art13-1-a-legal-form-matches-register")
def legal_form(told: Told) -> Answers:
    """A legal form stands with the name; a foreign one with a Dutch address is looked at again."""
    form = (told.facts.controller.legal_form or "").lower()
    if form and _FOREIGN.search(form) and _HOME.search(told.low):
        return vague(_name_at(told))
    name = (told.facts.controller.name or "").lower()
    near_name = any(_LEGAL.search(said.low) for said in told.about(name)) if name else False
    return OK if form or near_name else missing(_name_at(told))


@rule("art13-1-a-representative")
def representative(told: Told) -> Answers:
    """A company from outside the EEA names its representative inside."""
    outside = told.those(("gevestigd", "kantoor", "established", "based", "headquart"), _OUTSIDE)
    name = (told.facts.controller.name or "").lower()
    own = [said for said in outside if name and name in said.low]
    if not own:
        return NOT_APPLICABLE
    return OK if told.has("vertegenwoordiger in de", "representative") else missing(own[0].span)


_LEGAL_TAIL = re.compile(
    r"[\s,]{1,3}(?:b\.?v\.?|n\.?v\.?|v\.?o\.?f\.?|llp|ltd\.?|inc\.?|gmbh)\Z", re.IGNORECASE
)


@rule("art13-1-a-name-consistent")
def one_spelling(told: Told) -> Answers:
    """The company's name is always written with the same capitals, addresses apart."""
    names = (told.facts.controller.name, *told.facts.controller.aliases)
    core = min((_LEGAL_TAIL.sub("", name) for name in names if name), key=len, default="")
    if len(core) < 4:
        return NOT_APPLICABLE
    forms: dict[str, list[Span]] = {}
    for found in re.finditer(re.escape(core), told.text, re.IGNORECASE):
        around = told.text[max(0, found.start() - 1) : found.end() + 1]
        line = told.text[told.text.rfind("\n", 0, found.start()) + 1 :].partition("\n")[0]
        if line.isupper():
            continue
        whole = not (around[:1].isalnum() and found.start()) and not around[-1:].isalnum()
        if whole and around[:1] not in "@./-" and around[-1:] not in "@/_":
            ends_site = re.match(r"\.[a-z]{2,4}\b", told.text[found.end() : found.end() + 6])
            if not ends_site:
                forms.setdefault(found.group(), []).append(Span(found.start(), found.end()))
    odd = [form for form in forms if form != form.lower()]
    shouted = [form for form in odd if form == form.upper() and len(odd) == 2]
    if len(odd) < 2 or (shouted and len(forms[shouted[0]]) < 2):
        return OK
    return wrong(min((forms[form] for form in odd), key=len)[0])


@rule("bw3-15d-kvk-number")
def trade_register(told: Told) -> Answers:
    """The trade register number stands in the text."""
    return OK if told.facts.controller.kvk else missing()


_VAT = re.compile(
    r"\b(?:btw|vat|b\.t\.w\.)(?:[ -]?(?:nummer|nr|id|identificatienummer|number|no))?[.: ]{1,4}"
    r"((?:nl)?[ .]{0,2}\d[\d. ]{6,14}b[. ]?\d{2}[\d.]{0,6}|(?:nl)?\d[\d. ]{7,14}\d)"
)
_VAT_ID = re.compile(r"nl\d{9}b\d{2}\Z")


@rule("bw3-15d-vat-id")
def vat_id(told: Told) -> Answers:
    """A VAT number that is given has its legal form; the site may show one that is not here."""
    found = _VAT.search(told.low)
    if not found:
        return UNSEEN
    if _VAT_ID.match(re.sub(r"[. ]", "", found[1])):
        return OK
    return vague(Span(found.start(), found.end()))


@rule("art26-2-joint-controllers-essence")
def joint(told: Told) -> Answers:
    """Joint controllers tell the essence of their arrangement."""
    words = ("gezamenlijk", "joint controller", "jointly")
    both = Pattern(
        r"gezamenlijke? \w{0,3} ?(?:verwerkings)?verantwoordelijk|joint(?:ly)? (?:control|respons)"
    )
    found = told.those(words, both)
    if not found:
        return NOT_APPLICABLE
    told_of = Pattern(r"regeling|afspra|afgesproken|overeengekomen|overeenkomst|arrangement|agree")
    near = [said for at in found for said in told.near(at, 2)]
    return OK if any(told_of.search(said.low) for said in near) else missing(found[0].span)


_ROLE_WORDS = (
    "verwerker",
    "verwerken we op verzoek",
    "processor",
    "in opdracht van onze",
    "namens onze",
)
_APART = Pattern(
    r"(?:als|zijn (?:wij|we)|(?:wij|we) zijn) (?:dan )?(?:de )?(?:sub)?verwerker\b|"
    r"op verzoek van (?:onze )?klant|in opdracht van (?:onze )?(?:klant|opdrachtgever)|"
    r"namens (?:onze )?klant|bepaalt welke persoonsgegevens|as (?:a |the )?processor|"
    r"on behalf of our (?:customers|clients)|onderscheid"
)
_BOTH_AT_ONCE = Pattern(
    r"(?:zowel|beide|both)\b.{0,60}verwerker\b.{0,40}verantwoordelijke|"
    r"verwerker en/?(?:of)? (?:verwerkings)?verantwoordelijke|"
    r"verantwoordelijke en/?(?:of)? verwerker\b|controller and(?:/or)? processor"
)


@rule("art4-7-role-per-processing")
def roles_apart(told: Told) -> Answers:
    """What is done for customers is told apart from what the company does for itself."""
    if told.says(_ROLE_WORDS, _APART) or told.says(
        ("onderscheid",), Pattern("administratie|klant")
    ):
        return OK
    mixed = told.places(("verwerker", "processor"), _BOTH_AT_ONCE)
    return vague(*mixed) if mixed else NOT_APPLICABLE


phrase(
    "art28-10-processor-own-purposes",
    Verdict.WRONG,
    (
        "geschil",
        "namens",
        "van onze klanten",
        "van uw klanten",
        "ingevoerde",
        "customer data",
        "klantdata",
    ),
    r"(?:berecht|beslecht|beslissen|beslissing)\w{0,4} .{0,20}geschil|"
    r"(?:klantdata|ingevoerde gegevens|gegevens van (?:uw|onze) klanten|customer data|"
    r"namens (?:u|onze klanten)).{0,120}(?:eigen (?:doel|onderzoek|product)|onze (?:diensten|"
    r"producten|software) (?:te )?(?:verbeter|ontwikkel)|marketing|trainen van|"
    r"improve our|our own purpose)",
    unless=r"\b(?:niet|geen|nooit|nimmer|never|not)\b.{0,60}(?:eigen|marketing|verbeter|own|"
    r"improve)",
)
phrase(
    "art24-no-responsibility-shift",
    Verdict.WRONG,
    ("verantwoordelijkheid", "aansprakelijkheid", "responsibility", "liability"),
    r"(?:aansprakelijkheid|verantwoordelijkheid) .{0,30}(?:verplaats|verschui|verleg|"
    r"leggen (?:wij|we)|"
    r"overdrag|dragen (?:wij|we) over|afwentel)|niet onder onze verantwoordelijkheid,? maar onder|"
    r"(?:responsibility|liability) .{0,30}(?:is|are|we) (?:shift|transfer)",
)
phrase(
    "art82-no-liability-exclusion",
    Verdict.WRONG,
    ("vrijwaar", "vrijwaring", "aansprakelijk", "indemnif", "liable", "liability"),
    r"\bvrijwaar|\bindemnif|(?:niet|geen|nimmer|uitgesloten|"
    r"not) .{0,30}(?:aansprakelijk|liable)\w{0,4} "
    r"(?:voor|for) .{0,60}(?:schade|gevolg|verlies|damage|loss|datalek|breach)|"
    r"aansprakelijkheid .{0,60}(?:uitgesloten|beperkt tot)|"
    r"liability .{0,40}(?:excluded|limited to)",
    unless=r"\blinks?\b|websites? van derden|(?:andere|externe) (?:web)?sites|"
    r"third.party (?:web)?sites",
)
phrase(
    "art4-1-data-not-property",
    Verdict.WRONG,
    ("eigendom", "eigenaar van", "property", "owner of"),
    r"(?:gegevens|data|informatie)\b[^.]{0,80}\b(?:uw|ons|onze|jouw|zijn|diens|our|"
    r"your) (?:eigen )?"
    r"(?:eigendom|property)|eigen(?:dom|aar) van (?:de |uw |alle )?(?:persoons)?(?:gegevens|data)|"
    r"owners? of (?:the |your |all )?(?:personal )?data",
)

_SELF = (
    r"(?:privacy ?-?(?:verklaring|beleid|statement|policy|notice|reglement)|verklaring|"
    r"statement|policy|notice|beleid)"
)
_SCOPE = Pattern(
    rf"\b(?:deze|dit|this|onze?|our|in deze|in dit|het|"
    rf"de)\b.{{0,30}}\b{_SELF}\b.{{0,160}}\b(?:geldt|geld|"
    r"gelden|van toepassing|betrekking op|gaat over|vertelt|leg(?:gen|t)? uit|"
    r"uitgelegd|geeft|beschrij\w{2,4}|bedoeld voor|"
    r"applies|apply|covers|describes|"
    r"explains|leest|lezen|leggen|legt|staat|vertellen|informeren|informatie over|geven we u)\b|"
    rf"van toepassing op|in (?:deze|dit|this|ons|onze|our) {_SELF}|(?:middels|via|met|"
    rf"by means of) (?:deze|dit|this) {_SELF}"
)


_HERE = Pattern(
    r"\b(?:hier|hieronder|op deze pagina|in dit (?:stuk|document|overzicht)|hierin|"
    r"below|here)\b.{0,40}"
    r"(?:lees|lezen|leest|leggen|legt|staat|vertel|uitleg|read|explain|tell)|"
    r"(?:lees|leest|read)\b.{0,20}\b(?:hier|hieronder|here|below)\b|"
    r"\b(?:geldt|gelden|van toepassing|applies)\b.{0,60}(?:website|\bsite\b|dienst|"
    r"service|klant|bezoeker)"
)


_REACH = Pattern(r"website|\bsite\b|dienst|klant|bezoeker|product|\bapp\b|service|customer|visitor")


@rule("art13-scope-own-site")
def scope(told: Told) -> Answers:
    """The text says what it is about: which site, which services, which people."""
    words = ("privacy", "verklaring", "statement", "policy", "beleid", "notice", "van toepassing")
    if told.says(words, _SCOPE) or told.says(("lees", "lezen", "read", "leg", "vertel"), _HERE):
        return OK
    return OK if any(_REACH.search(said.low) for said in told.said[:12]) else missing()
