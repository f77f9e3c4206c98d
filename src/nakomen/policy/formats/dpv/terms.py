"""Which term of the vocabulary stands for which of our words; each way one answer."""

from collections.abc import Mapping
from typing import TypeVar

from nakomen.policy.role import RecipientRole
from nakomen.terms import Basis, Category, Measure, Right, Safeguard

CONTEXT = {
    "dpv": "https://w3id.org/dpv#",
    "pd": "https://w3id.org/dpv/pd#",
    "eu-gdpr": "https://w3id.org/dpv/legal/eu/gdpr#",
    "legal-nl": "https://w3id.org/dpv/legal/nl#",
    "loc": "https://w3id.org/dpv/loc#",
    "dct": "http://purl.org/dc/terms/",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
DATA: Mapping[Category, str] = {
    Category.NAME: "pd:Name",
    Category.ADDRESS: "pd:PhysicalAddress",
    Category.EMAIL: "pd:EmailAddress",
    Category.PHONE: "pd:TelephoneNumber",
    Category.DATE_OF_BIRTH: "pd:BirthDate",
    Category.GENDER: "pd:Gender",
    Category.BANK_ACCOUNT: "pd:BankAccount",
    Category.PAYMENT: "pd:Transaction",
    Category.IP_ADDRESS: "pd:IPAddress",
    Category.COOKIES: "pd:Tracking",
    Category.LOGIN_CREDENTIALS: "pd:Authenticating",
    Category.LOCATION: "pd:Location",
    Category.BSN: "pd:OfficialID",
    Category.ID_DOCUMENT: "pd:PersonalDocuments",
    Category.HEALTH: "pd:Health",
    Category.OTHER_SPECIAL: "dpv:SpecialCategoryPersonalData",
    Category.EMPLOYMENT_CV: "pd:EmploymentHistory",
    Category.CORRESPONDENCE: "pd:Communication",
    Category.PURCHASE_HISTORY: "pd:Purchase",
    Category.BROWSING_BEHAVIOUR: "pd:BrowsingBehaviour",
    Category.DEVICE: "pd:DeviceBased",
    Category.PHOTO_VIDEO: "pd:Picture",
    Category.CALL_RECORDING: "pd:VoiceCommunicationRecording",
    Category.TRAFFIC_DATA: "pd:CommunicationsMetadata",
    Category.VAT_KVK_NUMBER: "pd:Tax",
    Category.OTHER: "dpv:PersonalData",
}
BASES: Mapping[Basis, str] = {
    basis: f"eu-gdpr:A6-1-{letter}" for basis, letter in zip(Basis, "abcdef", strict=True)
}
RIGHTS: Mapping[Right, str] = {
    Right.ACCESS: "eu-gdpr:A15",
    Right.RECTIFICATION: "eu-gdpr:A16",
    Right.ERASURE: "eu-gdpr:A17",
    Right.RESTRICTION: "eu-gdpr:A18",
    Right.PORTABILITY: "eu-gdpr:A20",
    Right.OBJECTION: "eu-gdpr:A21",
    Right.NO_AUTOMATED_DECISION: "eu-gdpr:A22",
    Right.WITHDRAW_CONSENT: "eu-gdpr:A7-3",
    Right.COMPLAINT: "eu-gdpr:A77",
}
SAFEGUARDS: Mapping[Safeguard, str] = {
    Safeguard.ADEQUACY: "eu-gdpr:A45-3",
    Safeguard.SCC: "eu-gdpr:A46-2-c",
    Safeguard.BCR: "eu-gdpr:A46-2-b",
}
"""The others are no ground of the regulation, so the vocabulary has no term for them."""
TECHNICAL: Mapping[Measure, str] = {
    Measure.TLS: "dpv:EncryptionInTransfer",
    Measure.TWO_FACTOR: "dpv:MultiFactorAuthentication",
    Measure.FIREWALL: "dpv:NetworkSecurityProtocols",
    Measure.ENCRYPTION: "dpv:EncryptionAtRest",
    Measure.ACCESS_CONTROL: "dpv:AccessControlMethod",
    Measure.BACKUPS: "dpv:DataBackupProtocols",
    Measure.MONITORING: "dpv:ActivityMonitoring",
    Measure.PSEUDONYMISATION: "dpv:Pseudonymisation",
}
ORGANISATIONAL: Mapping[Measure, str] = {
    Measure.CONFIDENTIALITY: "dpv:ConfidentialityAgreement",
    Measure.LOGGING: "dpv:LoggingPolicy",
    Measure.AUDITS: "dpv:SecurityAudit",
    Measure.TRAINING: "dpv:StaffTraining",
}
ROLES: Mapping[RecipientRole, str] = {
    RecipientRole.PROCESSOR: "dpv:DataProcessor",
    RecipientRole.THIRD_PARTY: "dpv:ThirdParty",
    RecipientRole.AUTHORITY: "dpv:Authority",
}
_Word = TypeVar("_Word")


def turned(table: Mapping[_Word, str]) -> dict[str, _Word]:
    """
    From term to word; a prefix may be written out.

    >>> turned(DATA)["pd:Name"], turned(DATA)["https://w3id.org/dpv/pd#Name"]
    (<Category.NAME: 'name'>, <Category.NAME: 'name'>)
    """
    short = {term: word for word, term in table.items()}
    return short | {long(term): word for term, word in short.items()}


def long(term: str) -> str:
    """The whole address of a term."""
    prefix, _, name = term.partition(":")
    return f"{CONTEXT[prefix]}{name}"
