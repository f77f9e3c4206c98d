"""What a column's name alone says of its values. The table is all there is; the first row wins."""

import re
from dataclasses import dataclass
from functools import cache

from nakomen.detect.abbreviations import written_out
from nakomen.detect.of_program import of_program
from nakomen.detect.words import spoken
from nakomen.terms import Category, Text


@dataclass(frozen=True)
class Meaning:
    """A category, and in words what the name calls the value."""

    category: Category
    what: Text


def _row(category: Category, nl: str, en: str, pattern: str) -> tuple[Meaning, re.Pattern[str]]:
    return Meaning(category, Text(nl, en)), re.compile(pattern)


FREE_TEXT = Meaning(Category.CORRESPONDENCE, Text("vrije tekst", "free text"))
DURATION = Meaning(Category.TRAFFIC_DATA, Text("een duur of omvang", "a duration or volume"))

# A row that ends on $ goes by the last word: `email_status` is a status, no e-mail address.
_TABLE: tuple[tuple[Meaning, re.Pattern[str]], ...] = (
    _row(Category.OTHER, "iets over de persoon", "something about the person",
         r"\b(marital|burgerlijke) (status|staat)\b|\bburg(erl)? staat\b|\bnationalit"
         r"|\bgeboorte ?plaats|\bgeb plaats\b|\bbirth ?place\b|\bplace of birth\b"
         r"|\bkenteken|\b(license|licence|number) plate\b"),
    _row(Category.ADDRESS, "een postcode", "a postcode",
         r"\bpostcode\b|\b(post|postal|zip) ?code\b|\bzip\b|\bpc\b"),
    _row(Category.NONE, "een soort, stand of code", "a kind, state or code",
         r"\b(kind|type|soort|status|state|code|level|niveau|language|taal|locale|currency|valuta"
         r"|list|lijst|priority|prioriteit|category|categorie|channel|kanaal|sku|slug|queue|role"
         r"|rol|version|versie|mime|extension|count|template|sjabloon|timezone|tijdzone)$"),
    _row(Category.NONE, "een teller", "a counter", r"\b(counter|attempts|tries|pogingen)$"),
    _row(Category.NONE, "een product of dienst", "a product or service",
         r"\b(product|artikel|dienst|service|plan|package|pakket|tariff|bundle|bundel)$"),
    _row(Category.NONE, "een controlegetal", "a checksum",
         r"\b(file|content|commit|row|check)? ?(checksum|etag)$"
         r"|\b(file|content|commit|row) hash$"),
    _row(Category.VAT_KVK_NUMBER, "een KvK- of btw-nummer", "a trade register or VAT number",
         r"\bkvk|\bk v k\b|\brsin\b|\b(vat|btw|tax) ?(number|no|nr|id|nummer|code)\b"
         r"|\b(chamber of commerce|coc)\b|\bbtwnummer"),
    _row(Category.BSN, "een burgerservicenummer", "a citizen service number",
         r"\bbsn|\bburgerservice|\bsofi|\b(ssn|national id|social security)\b"),
    _row(Category.ID_DOCUMENT, "een identiteitsbewijs", "an identity document",
         r"\bpass?port|\bpaspoort|\brijbewijs|\b(driver|driving) ?licen|\blegitimatie"
         r"|\bidentity (card|document)|\bid (bewijs|card|document|nummer|number)\b|\bidbewijs"),
    _row(Category.HEALTH, "iets over gezondheid", "something about health",
         r"\b(health|gezondheid|medical|medisch|diagnos|allerg|illness|ziekte|sick|verzuim|handicap"
         r"|bloedgroep|blood (group|type)"
         r"|disabilit)"),
    _row(Category.OTHER_SPECIAL, "een bijzonder gegeven", "special category data",
         r"\b(religi|geloof|ethnic|etnisch|politic|politiek|vakbond|trade union|seksue|sexual"
         r"|strafrecht|criminal)"),
    _row(Category.IP_ADDRESS, "een IP-adres", "an IP address",
         r"\bip\b|\b(src|dst) addr$|\bip ?(adres|address|addr|nr|nummer|number)\b|\bipv ?[46]?\b"
         r"|\bremote (addr|address|host)\b"),
    _row(Category.LOGIN_CREDENTIALS, "inloggegevens", "login credentials",
         r"\b(password|passwd|pass|pwd|ha1b?|(src|dst|source|destination|watcher) user"
         r"|(activation|reset|recovery|confirmation|verification|secret|auth|access) (key|code)"
         r"|passphrase|(server|stored) ?key|wachtwoord|ww|secret|pin|pincode|puk|otp|totp|token"
         r"|api ?key|salt|hash|private key|username|user name|user ?login|login ?name|login"
         r"|gebruikersnaam|inlognaam|wachtw|passwort|kennwort|benutzername"
         r"|security (question|answer))\b"),
    _row(Category.DEVICE, "een apparaat", "a device",
         r"\buser ?agent\b|^ua$|\bbrowser\b|\bmac ?(adres|address|addr)?$|\b(imei|imsi|iccid)\b"
         r"|\bdevice|\btoestel|\bapparaat"),
    _row(Category.COOKIES, "een cookie of sessie", "a cookie or session",
         r"\bcookie|\b(session|sessie) ?(key)?$"),
    (FREE_TEXT, re.compile(
        r"\b(resolution|solution|oplossing|body (html|text|plain))$"
        r"|\b(body|content|inhoud|text|txt|tekst|message|bericht|berichttekst|notes?|notities?|memo"
        r"|opmerking(en)?|remarks?|comments?|commentaar|toelichting|question|vraag|answer"
        r"|antwoord|reply|klacht|complaint|feedback|transcript)$"
        r"|^(old|new|previous|oude|nieuwe) ?(value|waarde)$")),
    _row(Category.EMAIL, "een e-mailadres", "an e-mail address",
         r"(?<!in )\breply to$|^b?cc$|\be ?mails?\b|\bmail\b|\be? ?mail ?(adres|address)"
         r"|mailadres\b"
         r"|\be ?mail ?adr\b|\beml\b"),
    _row(Category.BANK_ACCOUNT, "een bankrekening", "a bank account",
         r"\biban\b|\b(bic|swift)\b|\bbankrek\b|\bkonto ?(nummer|nr)\b|\bacct ?(no|nr)\b|"
         r"\brekening ?(nummer|nr)\b|\bbank ?(rekening|account)"
         r"|\bcredit ?card|\b(card|kaart) ?(number|nummer)\b"),
    _row(Category.PAYMENT, "een betaalwijze", "a means of payment",
         r"\bpayment (method|reference)\b|\bbetaal ?(wijze|methode|kenmerk)\b"
         r"|\b(mandate|machtiging)"),
    _row(Category.PHONE, "een telefoonnummer", "a telephone number",
         r"\b(tele)?phones?\b|\btelefoon|\btel\b|\btelnr\b|\bmobiel|\bmobile\b|\bgsm\b|\bfax|\bmsisdn\b"
         r"|\bcell ?phone\b|\bcall(er|ee)\b|\b(calling|called)\b|\b[ab] ?(number|nummer|party)\b"
         r"|\b(from|to|van|naar|source|destination) ?(number|nummer)\b"
         r"|\btelefon\b|\bmobil\b|\bmob\b|\bhandy\b|\bph ?(no|nr)\b"
         r"|\bbeller\b|\bgebelde?\b|\bdialled\b|\bdnis?\b|\bani\b"),
    _row(Category.DATE_OF_BIRTH, "een geboortedatum", "a date of birth",
         r"\b(date of birth|dob|birth ?(date|day|year)|year of birth)\b"
         r"|\bgeb ?(oorte)? ?(datum|dat|jaar)\b|\bgeburtsdatum\b|\bgeboren\b|\b(age|leeftijd)$"),
    _row(Category.GENDER, "een geslacht of aanhef", "a gender or salutation",
         r"\b(gender|sex|geslacht|geschlecht|aanhef|anrede|salutation)\b|^m ?[vf]$"),
    _row(Category.LOCATION, "een plaatsbepaling", "a location",
         r"^long$|\b(lat|lon|lng|latitude|longitude|gps|geo|location|locatie"
         r"|coordinates?|cell ?id)\b"),
    _row(Category.ADDRESS, "een adres", "an address",
         r"\b(address|adres|street|straat|city|town|place|plaats|woonplaats|country|land|province"
         r"|provincie|region|locality|huisnummer|huisnr|house ?(number|no|nr)|toevoeging"
         r"|address line|po box|postbus|municipality|gemeente)\b"
         r"|\b\w*(straatnaam|plaatsnaam|adresregel|adres)\b"
         r"|\b(street|city|country|place) ?name\b"
         r"|\b(strasse|hausnummer|plz|wohnort|ort|hnr|wpl|cty|addr)\b"),
    _row(Category.EMPLOYMENT_CV, "iets over werk", "something about work",
         r"\b(salary|salaris|loon|wage|functie|job ?title|job|cv|resume|opleiding|education"
         r"|department|afdeling|hired|employer|werkgever)\b"),
    _row(Category.PHOTO_VIDEO, "een foto of beeld", "a photo or video",
         r"\b(photo|foto|picture|avatar|video|portrait|pasfoto)"),
    _row(Category.CALL_RECORDING, "een gespreksopname", "a call recording",
         r"\b(call)? ?recording\b|\b(gespreks)?opname\b|\bvoicemail\b"),
    _row(Category.OTHER, "een sociaal profiel", "a social profile",
         r"\bv ?card\b|\bjid\b|\bjabber\b"
         r"|\b(linked ?in|twitter|facebook|instagram|mastodon|bluesky|skype|whatsapp)\b"),
    _row(Category.BROWSING_BEHAVIOUR, "surfgedrag", "browsing behaviour",
         r"\b(refer(r)?er|visited|page ?(url|view)?|url|pagina|search (term|query)|zoekterm)\b"),
    (DURATION, re.compile(
        r"\b(seconds|seconden|secs?|minutes|minuten|duration|duur|gespreksduur|belduur|session time"
        r"|call time|talk time|bytes|octets"
        r"|volume|data used)\b")),
    _row(Category.NONE, "een bedrag of aantal", "an amount or count",
         r"\b(total|totaal|amount|bedrag|price|prijs|cost|kosten|tarief|rate|fee|vat|btw|tax"
         r"|discount|korting|balance|saldo|subtotal|subtotaal|quantity|qty|aantal|percentage|count"
         r"|score|factuurbedrag|stuksprijs|credit|debit)\b|\b\w+(bedrag|prijs|kosten)\b"),
    _row(Category.NONE, "een nummer of kenmerk", "a number or reference",
         r"\b(number|nummer|nr|no|reference|referentie|kenmerk|ref|id|uuid|guid)$"
         r"|\b\w+(nummer|nr)$"),
)  # fmt: skip


@cache
def meaning(column: str) -> Meaning | None:
    """
    What the name says; None when it says nothing.

    >>> [meaning(c).category.value for c in ("e-mailadres", "telefoonnummer", "ip", "geb_datum")]
    ['email', 'phone', 'ip_address', 'date_of_birth']
    >>> [meaning(c).category.value for c in ("emailStatus", "phone_type", "mail_count", "vat")]
    ['none', 'none', 'none', 'none']
    >>> [meaning(c).category.value for c in ("huisnummer", "factuurnummer", "btw_nummer", "bsn")]
    ['address', 'none', 'vat_kvk_number', 'bsn']
    >>> [meaning(c).category.value for c in ("gebdt", "hsnr", "telno", "rek_nr", "kenteken")]
    ['date_of_birth', 'address', 'phone', 'bank_account', 'other']
    >>> [meaning(c) for c in ("shoe_size", "tournament")]
    [None, None]
    """
    name = written_out(spoken(column))
    if what := of_program(name):
        return Meaning(Category.NONE, what)
    return next((m for m, pattern in _TABLE if pattern.search(name)), None)
