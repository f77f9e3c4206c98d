"""What personal data are."""

from nakomen.checks.text.answer import NOT_APPLICABLE, OK, Answers, Verdict, wrong
from nakomen.checks.text.registry import phrase, rule
from nakomen.checks.text.told import Pattern, Told

_NOT_PERSONAL = Pattern(
    r"\b(?:geen|niet|not|no)\b.{0,30}(?:persoonsgegevens?|persoonlijke gegevens|"
    r"personal data|personal information)|(?:niet|not)\b.{0,30}(?:persoonlijk|direct|"
    r"personally|directly) .{0,20}identif|"
    r"(?:niet|not)\b.{0,20}(?:herleid|te herleiden|"
    r"traceable)\w{0,4}\b.{0,20}(?:persoon|individu|person)"
)
_DEVICE = Pattern(
    r"ip-? ?adres|mac-? ?adres|\bimei\b|cookie-? ?id|apparaat-?id|ip address|device id"
)
_IS_NOT = Pattern(r"(?:zijn|is|betreft|betreffen|vormen|are|niet herleidbaar|identif)")


@rule("art4-1-ip-address-personal")
def ip_address(told: Told) -> Answers:
    """An address of a device is personal data."""
    words = (
        "ip-adres",
        "ip adres",
        "ip-adressen",
        "mac-adres",
        "imei",
        "cookie-id",
        "ip address",
        "device id",
    )
    found = told.those(words, _DEVICE)
    if not found:
        return NOT_APPLICABLE
    bad = [
        s.span
        for s in found
        if _NOT_PERSONAL.search(s.low)
        and _IS_NOT.search(s.low)
        and not Pattern(
            r"verwerken (?:wij|we) (?:geen|niet)|niet gekoppeld|anoni|ingekort|afgekapt|"
            r"gemaskeerd"
        ).search(s.low)
    ]
    return wrong(*bad) if bad else OK


_USAGE = Pattern(
    r"meta ?(?:gegevens|data)|gebruik van (?:de |onze )?(?:dienst|site|website|app)|"
    r"bezoekgegevens|surfgedrag|bezochte pagina|pagina's die u|sitepagina|klikgedrag|"
    r"gebruiksgegevens|usage data|browsing|pages (?:you )?visit"
)
_ANONYMOUS = Pattern(r"statistiek|geaggregeerd|geanonimiseerd|anonie?me|anonymi[sz]ed|aggregate")


@rule("art4-1-metadata-personal")
def usage(told: Told) -> Answers:
    """What somebody does on a site or with a service is personal data."""
    words = (
        "geen persoonsgegevens",
        "niet persoonlijk",
        "niet direct",
        "identific",
        "no personal",
        "not personal",
        "identify",
        "niet herleidbaar",
    )
    found = []
    for said in told.about(*words):
        if (
            not _NOT_PERSONAL.search(said.low)
            or _DEVICE.search(said.low)
            or _ANONYMOUS.search(said.low)
        ):
            continue
        short = len(said.low) < 60
        around = told.said[max(0, said.index - 1) : said.index + 1] if short else (said,)
        if any(_USAGE.search(s.low) for s in around):
            found.append(said.span)
    return wrong(*found) if found else NOT_APPLICABLE


phrase(
    "art4-1-business-contact-personal",
    Verdict.WRONG,
    ("zakelijk", "bedrijfsgegevens", "business", "rechtspersonen", "contactperso"),
    r"(?:zakelijke|bedrijfs|business)\w{0,4} ?(?:contact ?)?(?:gegevens|e-?mail|data|"
    r"contact details)\b.{0,60}(?:geen persoonsgegevens|vallen niet onder|"
    r"are not personal)|"
    r"(?:niet van toepassing|geldt niet|not apply)\b.{0,40}(?:zakelijke|contactperson|"
    r"zzp|eenmanszaak|business contact)",
)
phrase(
    "art4-1-normal-data-without-persons",
    Verdict.WRONG,
    ("normale", "gewone", "algemene gegevens", "ordinary data", "normal data"),
    r"(?:normale|gewone|algemene|ordinary|normal) (?:gegevens|"
    r"data)\w{0,12}\b.{0,40}\b(?:niet|geen|not|no)\b.{0,24}(?:persoons|personal)",
    unless=r"bijzondere",
)
