"""What people call the shared words: a label in plain Dutch and English for each."""

from collections.abc import Mapping
from typing import Any, TypeAlias

from nakomen.terms.category import Category, RecordKind
from nakomen.terms.criterion import Criterion
from nakomen.terms.moment import Moment
from nakomen.terms.right import Right
from nakomen.terms.text import Text

Labelled: TypeAlias = Category | RecordKind | Right | Moment | Criterion

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
    Moment.CALENDAR_YEAR_END: Text(
        "het einde van het kalenderjaar", "the end of the calendar year"
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
# A table a type: members of different string enums can be equal, such as the two named "other".
_TABLES: Mapping[type, Mapping[Any, Text]] = {
    Category: _CATEGORIES,
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
