"""What a statement says: values only, each with its exact words and where they stand."""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from nakomen.terms import Moment, Period, RecordKind, Right, Text

Json = dict[str, Any]


class Bound(StrEnum):
    """How a stated term binds: keep at least, keep at most, or exactly so long."""

    EXACTLY = "exactly"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


class Criterion(StrEnum):
    """What decides how long, where (or beside what) the statement gives as a number."""

    WHILE_CUSTOMER = "while_customer"
    PURPOSE = "purpose"
    """As long as needed for the purpose."""
    STATUTORY = "statutory"
    """As long as the law says, without a number."""
    UNTIL_WITHDRAWN = "until_withdrawn"
    """Until she unsubscribes, objects or withdraws consent."""
    UNTIL_OVERWRITTEN = "until_overwritten"
    TERM_ENDED = "term_ended"
    """When "the term" has passed, which the sentence itself does not name."""
    ARCHIVE = "archive"
    UNLIMITED = "unlimited"
    NON_PAYMENT = "non_payment"
    """The term counts arrears of payment, not the age of the data."""


class EndAct(StrEnum):
    """What happens when the term is over."""

    ERASE = "erase"
    BLANK = "blank"
    """Made anonymous."""
    ASK = "ask"
    """Only when the customer asks for it."""


class Certainty(StrEnum):
    SURE = "sure"
    LIKELY = "likely"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, kw_only=True)
class Quote:
    """Words of the statement: ``text[start:start + len(quote)] == quote``."""

    quote: str
    start: int

    @property
    def end(self) -> int:
        """The offset of the first character after the quote."""
        return self.start + len(self.quote)

    @property
    def as_json(self) -> Json:
        return {"quote": self.quote, "start": self.start}


@dataclass(frozen=True, kw_only=True)
class StatementFacts:
    """The document itself. Dates are ISO 8601, ``YYYY-MM`` if only a month is given."""

    title: str | None = None
    version: str | None = None
    date: str | None = None
    effective: str | None = None
    language: str | None = None
    words: int = 0

    @property
    def as_json(self) -> Json:
        names = ("title", "version", "date", "effective", "language", "words")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, kw_only=True)
class Controller:
    """
    Who publishes the statement, as it writes itself.

    ``kvk`` is 8 digits, ``iban`` compact with valid check digits; all else as written.
    ``quotes`` says per field where it stands; it is evidence and not part of the JSON.
    """

    name: str | None = None
    aliases: tuple[str, ...] = ()
    legal_form: str | None = None
    kvk: str | None = None
    vat: str | None = None
    iban: str | None = None
    address: str | None = None
    postcode: str | None = None
    city: str | None = None
    country: str | None = None
    phones: tuple[str, ...] = ()
    emails: tuple[str, ...] = ()
    website: str | None = None
    quotes: dict[str, Quote] = field(default_factory=dict)

    @property
    def as_json(self) -> Json:
        return {
            "name": self.name,
            "aliases": list(self.aliases),
            "legal_form": self.legal_form,
            "kvk": self.kvk,
            "vat": self.vat,
            "iban": self.iban,
            "address": self.address,
            "postcode": self.postcode,
            "city": self.city,
            "country": self.country,
            "phones": list(self.phones),
            "emails": list(self.emails),
            "website": self.website,
        }


@dataclass(frozen=True, kw_only=True)
class RecipientFact(Quote):
    """A named third party. ``role`` is processor, third_party or authority; country ISO 3166."""

    name: str
    role: str | None = None
    purpose: str | None = None
    country: str | None = None
    section: str | None = None

    @property
    def as_json(self) -> Json:
        names = ("name", "role", "purpose", "country", "quote", "start")
        return {name: getattr(self, name) for name in names}


@dataclass(frozen=True, kw_only=True)
class RecipientCategory(Quote):
    """A kind of receiver without a name: "leveranciers", "de accountant"."""

    label: str
    role: str | None = None
    section: str | None = None

    @property
    def as_json(self) -> Json:
        return {"label": self.label, **super().as_json}


@dataclass(frozen=True, kw_only=True)
class RetentionFact(Quote):
    """
    How long one kind of record is kept, or what makes it go.

    ``period`` is None where the statement gives no number; then ``criterion`` says what decides.
    ``start_event`` is None where the statement does not say from when. ``holder`` is the third
    party that keeps the data, None for the controller. ``trigger`` is True where the sentence
    promises that data goes rather than that it stays.
    """

    object: RecordKind
    period: Period | None = None
    bound: Bound = Bound.EXACTLY
    criterion: Criterion | None = None
    start_event: Moment | None = None
    act: EndAct | None = None
    holder: str | None = None
    trigger: bool = False
    section: str | None = None
    certainty: Certainty = Certainty.SURE

    @property
    def as_json(self) -> Json:
        return {
            "object": self.object.value,
            "period": self.period and self.period.iso,
            "criterion": self.criterion and self.criterion.value,
            "start_event": self.start_event and self.start_event.value,
            "act": self.act and self.act.value,
            **super().as_json,
        }


@dataclass(frozen=True, kw_only=True)
class RightFact(Quote):
    """One right that the statement grants, with the sentence that grants it first."""

    code: Right

    @property
    def as_json(self) -> Json:
        return {"code": self.code.value, **super().as_json}


@dataclass(frozen=True, kw_only=True)
class RightMention(Quote):
    """One sentence that grants rights. ``self_service``: the person does it herself."""

    codes: tuple[Right, ...]
    self_service: bool = False
    section: str | None = None
    certainty: Certainty = Certainty.SURE


@dataclass(frozen=True, kw_only=True)
class ResponseFact(Quote):
    """One promise of an answer within a term; None where only "the legal term" is named."""

    within: Period | None
    code: Right | None = None
    section: str | None = None


@dataclass(frozen=True, kw_only=True)
class Promise(Quote):
    """A sentence with consequences. ``kind`` and ``control`` as in the annotation's lists."""

    id: str
    kind: str
    section: str | None
    control: str
    parameters: dict[str, Any]
    certainty: Certainty

    @property
    def as_json(self) -> Json:
        return {
            "id": self.id,
            "kind": self.kind,
            **super().as_json,
            "section": self.section,
            "control": self.control,
            "parameters": self.parameters,
            "certainty": self.certainty.value,
        }


@dataclass(frozen=True, kw_only=True)
class Tension:
    """Something in the text that does not fit: a placeholder, two towns for one postcode."""

    kind: str
    message: Text
    quotes: tuple[Quote, ...]

    @property
    def as_json(self) -> Json:
        return {
            "kind": self.kind,
            "message": {"nl": self.message.nl, "en": self.message.en},
            "quotes": [quote.as_json for quote in self.quotes],
        }


@dataclass(frozen=True, kw_only=True)
class Facts:
    """All that was read from one statement, each list in text order."""

    statement: StatementFacts
    controller: Controller
    recipients: tuple[RecipientFact, ...] = ()
    recipient_categories: tuple[RecipientCategory, ...] = ()
    retention: tuple[RetentionFact, ...] = ()
    rights: tuple[RightFact, ...] = ()
    response_term: Period | None = None
    promises: tuple[Promise, ...] = ()
    tensions: tuple[Tension, ...] = ()

    def as_json(self) -> Json:
        """
        The document of ``nakomen read --json``; kinds of fact not read yet are empty.

        >>> facts = Facts(statement=StatementFacts(words=3), controller=Controller())
        >>> list(facts.as_json())[:3], facts.as_json()["cookies"]["used"]
        (['statement', 'controller', 'privacy_contact'], None)
        """
        return {
            "statement": self.statement.as_json,
            "controller": self.controller.as_json,
            "privacy_contact": dict.fromkeys(("name", "role", "email", "phone", "is_dpo")),
            "purposes": [],
            "legal_bases": [],
            "data_categories": [],
            "special_categories": {"status": None, "items": []},
            "recipients": [fact.as_json for fact in self.recipients],
            "recipient_categories": [fact.as_json for fact in self.recipient_categories],
            "transfers": {
                "outside_eea": None,
                "conditional": None,
                "countries": [],
                "safeguards": [],
                "quote": None,
            },
            "retention": [fact.as_json for fact in self.retention],
            "rights": [fact.as_json for fact in self.rights],
            "response_term": self.response_term and self.response_term.iso,
            "complaint_authority": None,
            "cookies": {
                "used": None,
                "types": [],
                "analytics_tools": [],
                "consent": None,
                "quote": None,
            },
            "automated_decision": None,
            "children_age": None,
            "security_measures": [],
            "breach_procedure": None,
            "authority_disclosure": None,
            "promises": [promise.as_json for promise in self.promises],
            "absent": [],
            "tensions": [tension.as_json for tension in self.tensions],
        }
