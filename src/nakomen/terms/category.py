"""Kinds of personal data (of one column) and kinds of records (of one dataset)."""

from enum import StrEnum


class Category(StrEnum):
    """What one column says about a person. NONE is a decision: not personal data."""

    NAME = "name"
    ADDRESS = "address"
    EMAIL = "email"
    PHONE = "phone"
    DATE_OF_BIRTH = "date_of_birth"
    GENDER = "gender"
    BANK_ACCOUNT = "bank_account"
    PAYMENT = "payment"
    IP_ADDRESS = "ip_address"
    COOKIES = "cookies"
    LOGIN_CREDENTIALS = "login_credentials"
    LOCATION = "location"
    BSN = "bsn"
    ID_DOCUMENT = "id_document"
    HEALTH = "health"
    OTHER_SPECIAL = "other_special"
    EMPLOYMENT_CV = "employment_cv"
    CORRESPONDENCE = "correspondence"
    PURCHASE_HISTORY = "purchase_history"
    BROWSING_BEHAVIOUR = "browsing_behaviour"
    DEVICE = "device"
    PHOTO_VIDEO = "photo_video"
    CALL_RECORDING = "call_recording"
    TRAFFIC_DATA = "traffic_data"
    VAT_KVK_NUMBER = "vat_kvk_number"
    OTHER = "other"
    NONE = "none"


class RecordKind(StrEnum):
    """What one dataset is for, in the words in which statements and law speak of terms."""

    CUSTOMER = "customer"
    """The customer file: who the customer is and how to reach her."""
    CONTACT = "contact"
    """Contact persons at a customer."""
    CONTRACT = "contract"
    """Subscriptions, orders, services."""
    BILLING = "billing"
    """Invoices, their lines, payments: what the books need."""
    TRAFFIC = "traffic"
    """Call detail records and session data."""
    LOGIN = "login"
    """Logins and visits, with IP address."""
    CORRESPONDENCE = "correspondence"
    """Tickets, messages, mail."""
    NEWSLETTER = "newsletter"
    """Subscriptions to mailings, consents for marketing."""
    CONTENT = "content"
    """What customers themselves store with the provider (processor role)."""
    BACKUP = "backup"
    CAMERA = "camera"
    STAFF = "staff"
    """Employees, applicants, volunteers."""
    OTHER = "other"
    ALL = "all"
    """In a promise: every kind. Never the kind of a dataset."""

    @property
    def promised_as(self) -> tuple["RecordKind", ...]:
        """
        The kinds under which a statement can promise something of these records, nearest first.

        "All your data" is said to customers: of staff only what names them is a promise.

        >>> [kind.value for kind in RecordKind.LOGIN.promised_as]
        ['login', 'all']
        """
        return (self,) if self is RecordKind.STAFF else (self, RecordKind.ALL)
