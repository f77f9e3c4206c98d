"""What people call the shared words: a label in plain Dutch and English for each."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from nakomen.terms.basis import Basis
from nakomen.terms.category import Category, RecordKind
from nakomen.terms.channel import Channel
from nakomen.terms.cookie_kind import CookieKind
from nakomen.terms.criterion import Criterion
from nakomen.terms.measure import Measure
from nakomen.terms.moment import Moment
from nakomen.terms.right import Right
from nakomen.terms.safeguard import Safeguard
from nakomen.terms.text import Text

Labelled: TypeAlias = (
    Basis
    | Category
    | Channel
    | CookieKind
    | Criterion
    | Measure
    | Moment
    | RecordKind
    | Right
    | Safeguard
)

_CATEGORIES = {
    Category.NAME: Text("naam", "name"),
    Category.ADDRESS: Text("adres", "address"),
    Category.EMAIL: Text("e-mailadres", "e-mail address"),
    Category.PHONE: Text("telefoonnummer", "phone number"),
    Category.DATE_OF_BIRTH: Text("geboortedatum", "date of birth"),
    Category.GENDER: Text("geslacht", "gender"),
    Category.BANK_ACCOUNT: Text("bankrekening", "bank account"),
    Category.PAYMENT: Text("bedragen en betalingen", "amounts and payments"),
    Category.IP_ADDRESS: Text("IP-adres", "IP address"),
    Category.COOKIES: Text("cookies", "cookies"),
    Category.LOGIN_CREDENTIALS: Text("inloggegevens", "login details"),
    Category.LOCATION: Text("locatie", "location"),
    Category.BSN: Text("burgerservicenummer (BSN)", "citizen service number (BSN)"),
    Category.ID_DOCUMENT: Text("identiteitsbewijs", "identity document"),
    Category.HEALTH: Text("gezondheid", "health"),
    Category.OTHER_SPECIAL: Text("bijzondere persoonsgegevens", "special categories of data"),
    Category.EMPLOYMENT_CV: Text("werk en cv", "work and CV"),
    Category.CORRESPONDENCE: Text("berichten", "messages"),
    Category.PURCHASE_HISTORY: Text("bestellingen en diensten", "orders and services"),
    Category.BROWSING_BEHAVIOUR: Text("surfgedrag", "browsing behaviour"),
    Category.DEVICE: Text("apparaat", "device"),
    Category.PHOTO_VIDEO: Text("foto's en video's", "photos and videos"),
    Category.CALL_RECORDING: Text("opgenomen gesprekken", "recorded calls"),
    Category.TRAFFIC_DATA: Text("bel- en verkeersgegevens", "call and traffic data"),
    Category.VAT_KVK_NUMBER: Text("btw- of KvK-nummer", "VAT or trade register number"),
    Category.OTHER: Text("overige persoonsgegevens", "other personal data"),
    Category.NONE: Text("geen persoonsgegeven", "not personal data"),
}
_RECORDS = {
    RecordKind.CUSTOMER: Text("klantgegevens", "customer details"),
    RecordKind.CONTACT: Text("contactpersonen", "contact persons"),
    RecordKind.CONTRACT: Text("abonnementen en bestellingen", "subscriptions and orders"),
    RecordKind.BILLING: Text("facturen en betalingen", "invoices and payments"),
    RecordKind.TRAFFIC: Text("bel- en verkeersgegevens", "call and traffic data"),
    RecordKind.LOGIN: Text("inlogmomenten en bezoeken", "logins and visits"),
    RecordKind.CORRESPONDENCE: Text("vragen en berichten", "questions and messages"),
    RecordKind.NEWSLETTER: Text("nieuwsbrief en toestemmingen", "newsletter and consents"),
    RecordKind.CONTENT: Text("wat klanten zelf opslaan", "what customers store themselves"),
    RecordKind.BACKUP: Text("reservekopieën", "backups"),
    RecordKind.CAMERA: Text("camerabeelden", "camera footage"),
    RecordKind.STAFF: Text("personeel en sollicitanten", "staff and applicants"),
    RecordKind.OTHER: Text("overige gegevens", "other data"),
    RecordKind.ALL: Text("alle gegevens", "all data"),
}
_RIGHTS = {
    Right.ACCESS: Text("inzage", "access"),
    Right.RECTIFICATION: Text("verbetering (rectificatie)", "rectification"),
    Right.ERASURE: Text("wissing", "erasure"),
    Right.RESTRICTION: Text("beperking", "restriction"),
    Right.PORTABILITY: Text("overdracht (dataportabiliteit)", "portability"),
    Right.OBJECTION: Text("bezwaar", "objection"),
    Right.WITHDRAW_CONSENT: Text("toestemming intrekken", "withdrawal of consent"),
    Right.NO_AUTOMATED_DECISION: Text(
        "geen besluit door alleen een computer", "no decision by a computer alone"
    ),
    Right.COMPLAINT: Text("klacht bij de toezichthouder", "complaint to the authority"),
}
_MOMENTS = {
    Moment.EVENT: Text("de dag van het gegeven zelf", "the day of the record itself"),
    Moment.CREATED: Text("de dag van vastleggen", "the day it was recorded"),
    Moment.CONTRACT_END: Text("het einde van het contract", "the end of the contract"),
    Moment.LAST_CONTACT: Text("het laatste contact", "the last contact"),
    Moment.LAST_LOGIN: Text("de laatste keer inloggen", "the last login"),
    Moment.LAST_ORDER: Text("de laatste bestelling", "the last order"),
    Moment.HANDLED: Text("de afhandeling", "the day it was dealt with"),
    Moment.BILLED: Text("de facturering", "the day it was invoiced"),
    Moment.CALENDAR_YEAR_END: Text(
        "het einde van het kalenderjaar", "the end of the calendar year"
    ),
    Moment.CONTRACT_YEAR_END: Text(
        "het einde van het jaar waarin het contract eindigde",
        "the end of the year in which the contract ended",
    ),
}
_CRITERIA = {
    Criterion.WHILE_CUSTOMER: Text("zolang u klant bent", "as long as you are a customer"),
    Criterion.PURPOSE: Text("zolang het nodig is voor het doel", "as long as the purpose needs it"),
    Criterion.STATUTORY: Text("zolang de wet het verplicht", "as long as the law requires it"),
    Criterion.UNTIL_WITHDRAWN: Text(
        "tot u zich afmeldt of uw toestemming intrekt",
        "until you unsubscribe or withdraw your consent",
    ),
    Criterion.UNTIL_OVERWRITTEN: Text("tot het wordt overschreven", "until it is overwritten"),
    Criterion.TERM_ENDED: Text("tot de termijn voorbij is", "until the term is over"),
    Criterion.ARCHIVE: Text("in het archief, zonder einddatum", "in the archive, without an end"),
    Criterion.UNLIMITED: Text("zonder einddatum", "without an end"),
    Criterion.NON_PAYMENT: Text("zolang er niet is betaald", "as long as payment is due"),
}
_BASES = {
    Basis.CONSENT: Text("uw toestemming", "your consent"),
    Basis.CONTRACT: Text("de overeenkomst met u", "the contract with you"),
    Basis.LEGAL_OBLIGATION: Text("een wettelijke plicht", "a legal obligation"),
    Basis.VITAL_INTERESTS: Text("een vitaal belang", "a vital interest"),
    Basis.PUBLIC_TASK: Text("een taak van algemeen belang", "a task in the public interest"),
    Basis.LEGITIMATE_INTERESTS: Text("een gerechtvaardigd belang", "a legitimate interest"),
}
_MEASURES = {
    Measure.TLS: Text("versleutelde verbindingen (TLS)", "encrypted connections (TLS)"),
    Measure.TWO_FACTOR: Text("inloggen in twee stappen", "two-factor login"),
    Measure.FIREWALL: Text("een firewall", "a firewall"),
    Measure.ANTIVIRUS: Text("virusscanners", "virus scanners"),
    Measure.ENCRYPTION: Text("versleutelde opslag", "encrypted storage"),
    Measure.ACCESS_CONTROL: Text("toegang naar functie", "access according to role"),
    Measure.BACKUPS: Text("reservekopieën", "backups"),
    Measure.CONFIDENTIALITY: Text("geheimhouding", "confidentiality"),
    Measure.LOGGING: Text("logboeken", "logs"),
    Measure.MONITORING: Text("bewaking van systemen", "monitoring of systems"),
    Measure.DKIM_SPF_DMARC: Text("DKIM, SPF en DMARC", "DKIM, SPF and DMARC"),
    Measure.DNSSEC: Text("DNSSEC", "DNSSEC"),
    Measure.PSEUDONYMISATION: Text("pseudonimisering", "pseudonymisation"),
    Measure.PHYSICAL: Text("fysieke beveiliging", "physical security"),
    Measure.UPDATES: Text("updates van software", "software updates"),
    Measure.AUDITS: Text("controles en tests van de beveiliging", "security audits and tests"),
    Measure.TRAINING: Text("training van medewerkers", "staff training"),
    Measure.PASSWORD_MANAGER: Text("een wachtwoordbeheerder", "a password manager"),
}
_SAFEGUARDS = {
    Safeguard.ADEQUACY: Text("een adequaatheidsbesluit", "an adequacy decision"),
    Safeguard.SCC: Text("modelcontracten van de Europese Commissie", "EU standard clauses"),
    Safeguard.BCR: Text("bindende bedrijfsregels", "binding corporate rules"),
    Safeguard.PRIVACY_SHIELD: Text("het Privacy Shield", "the Privacy Shield"),
    Safeguard.SAFE_HARBOR: Text("Safe Harbor", "Safe Harbor"),
    Safeguard.ANONYMISATION: Text("gegevens anoniem maken", "anonymisation"),
}
_COOKIE_KINDS = {
    CookieKind.FUNCTIONAL: Text("functionele cookies", "functional cookies"),
    CookieKind.ANALYTICAL: Text("analytische cookies", "analytical cookies"),
    CookieKind.MARKETING: Text("marketingcookies", "marketing cookies"),
}
_CHANNELS = {
    Channel.EMAIL: Text("e-mail", "e-mail"),
    Channel.PHONE: Text("telefoon", "phone"),
    Channel.SMS: Text("sms", "text message"),
    Channel.APP: Text("een app", "an app"),
    Channel.POST: Text("post", "post"),
    Channel.SOCIAL_MEDIA: Text("sociale media", "social media"),
    Channel.ONLINE_ADVERTISING: Text("advertenties op internet", "online advertising"),
    Channel.WEBSITE: Text("de website", "the website"),
    Channel.PORTAL: Text("het klantportaal", "the customer portal"),
    Channel.STATEMENT: Text("de privacyverklaring", "the privacy statement"),
    Channel.IN_PERSON: Text("persoonlijk contact", "personal contact"),
}
# A table a type: members of different string enums can be equal, such as the two named "other".
_TABLES: Mapping[type, Mapping[Any, Text]] = {
    Basis: _BASES,
    Category: _CATEGORIES,
    Channel: _CHANNELS,
    CookieKind: _COOKIE_KINDS,
    Measure: _MEASURES,
    Safeguard: _SAFEGUARDS,
    RecordKind: _RECORDS,
    Right: _RIGHTS,
    Moment: _MOMENTS,
    Criterion: _CRITERIA,
}


def label(word: Labelled) -> Text:
    """
    What people call *word*, in lower case, fit for the middle of a sentence.

    >>> label(RecordKind.BILLING).nl, label(Category.EMAIL).en
    ('facturen en betalingen', 'e-mail address')
    """
    return _TABLES[type(word)][word]
