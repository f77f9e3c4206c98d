"""One rule of the catalogue, as a value."""

from dataclasses import dataclass
from enum import StrEnum

from nakomen.terms import Severity, Text


class Topic(StrEnum):
    """The visible index: each topic is one file of rules, ``TOPIC.toml``."""

    IDENTITY = "identity"
    DPO = "dpo"
    PURPOSE = "purpose"
    LEGAL_BASIS = "legal_basis"
    LEGITIMATE_INTEREST = "legitimate_interest"
    RECIPIENTS = "recipients"
    TRANSFERS = "transfers"
    RETENTION = "retention"
    RIGHTS = "rights"
    CONSENT_WITHDRAWAL = "consent_withdrawal"
    COMPLAINT = "complaint"
    OBLIGATION_TO_PROVIDE = "obligation_to_provide"
    AUTOMATED_DECISION = "automated_decision"
    SOURCE_ART14 = "source_art14"
    COOKIES = "cookies"
    PERSONAL_DATA = "personal_data"
    MARKETING = "marketing"
    CHILDREN = "children"
    SPECIAL_CATEGORIES = "special_categories"
    CRIMINAL_DATA = "criminal_data"
    BSN = "bsn"
    SECURITY = "security"
    PROCESSOR_CONTRACT = "processor_contract"
    ROPA = "ropa"
    DPIA = "dpia"
    BREACH = "breach"
    DSR_PROCEDURE = "dsr_procedure"
    STATEMENT_FORM = "statement_form"
    VERSIONING = "versioning"
    CAMERA = "camera"
    CALL_RECORDING = "call_recording"
    EMPLOYEES = "employees"
    TELECOM = "telecom"
    ACCOUNTABILITY = "accountability"


class Look(StrEnum):
    """What a rule is held against."""

    POLICY = "policy"
    TEXT = "text"
    LIVE = "live"


class Sure(StrEnum):
    """How a rule was checked; several may hold of one rule."""

    READ = "read"
    OLDER = "older"
    SUMMARY = "summary"
    READING = "reading"
    SECONDARY = "secondary"
    MEMORY = "memory"
    OWN = "own"


class Unseen(StrEnum):
    """Why nothing here can decide a rule."""

    SITE = "site"
    RECORDS = "records"
    CONTRACT = "contract"
    PRACTICE = "practice"


@dataclass(frozen=True, kw_only=True)
class Rule:
    """
    What one norm demands, in our own words.

    *about* is ``controller``, ``processor`` or ``both``. *message* says what is amiss when the rule
    is not met, *cure* what to do. *unseen* is None for a rule that a text can decide.
    """

    id: str
    topic: Topic
    article: str
    about: str
    severity: Severity
    looks_at: frozenset[Look]
    message: Text
    cure: Text
    source: tuple[str, ...]
    sure: tuple[Sure, ...]
    unseen: Unseen | None = None

    @property
    def verified(self) -> bool:
        """The norm was read in its present text, and nothing in the rule goes beyond it."""
        return self.sure == (Sure.READ,)
