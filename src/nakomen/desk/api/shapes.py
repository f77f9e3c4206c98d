"""What programs send and receive. Nothing that goes out holds a name or an address."""

from datetime import date, datetime
from enum import StrEnum
from typing import Annotated, Literal

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from ninja import Header, Schema
from pydantic import AfterValidator, ConfigDict, Field, StringConstraints

from nakomen.desk.dossiers.models import Channel, State
from nakomen.desk.dossiers.rights import Right

NO_SIGNS = r"^[^\u0000-\u001f\u007f]*$"
"""One line, without signs that nobody can see."""
LINES = r"^[^\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]*$"


def _email(told: str) -> str:
    try:
        validate_email(told)
    except ValidationError:
        raise ValueError("no e-mail address") from None
    return told


Email = Annotated[
    str,
    StringConstraints(max_length=254, pattern=NO_SIGNS),
    Field(json_schema_extra={"format": "email"}),
    AfterValidator(_email),
]
Line = Annotated[str, StringConstraints(max_length=120, pattern=NO_SIGNS)]
LONGEST_NAME = 200
Name = Annotated[
    str,
    StringConstraints(min_length=1, max_length=LONGEST_NAME, pattern=r"^[!-~]+$"),
    Header(
        alias="Idempotency-Key",
        description="A name of your own for this request. Sent again with the same name and body, "
        "it is done once.",
    ),
]


class Strict(Schema):
    """A field that nobody knows is a mistake, and not left out in silence."""

    model_config = ConfigDict(extra="forbid")


class Way(StrEnum):
    """How the person asked."""

    API = Channel.API.value
    PHONE = Channel.PHONE.value
    POST = Channel.POST.value


class Leaver(Strict):
    """A customer who gives notice."""

    email: Email = Field(description="The address by which you know her.")
    name: Line = ""
    language: Literal["nl", "en"] = "nl"
    words: Annotated[str, StringConstraints(max_length=4000, pattern=LINES)] = ""
    received_on: date | None = Field(
        None, description="When she asked before today, the day; the clock runs from it."
    )
    signed_in: bool = Field(
        False, description="She asked while signed in with you. Needs requests:vouch."
    )


class Asking(Leaver):
    """A request of a person."""

    right: Right
    channel: Way = Way.API


class Standing(Schema):
    """How a request is doing."""

    reference: str
    right: Right | None = Field(description="Null: a person has yet to read what is asked.")
    channel: Channel
    state: State
    received_on: date
    due: date = Field(description="The last day for an answer.")
    due_why: str
    ended_on: date | None


class Both(Schema):
    """The same words in Dutch and in English."""

    nl: str
    en: str


class Promised(Schema):
    """A promise of the statement with its verdict."""

    id: str
    control: str
    sentence: str | None
    verdict: Literal["kept", "broken", "contradicted", "attested", "unseen", "informational"]
    why: Both
    rows: int | None
    oldest: date | None
    since: date | None
    evidence: str | None = Field(description="The line of the ledger.")


class Promises(Schema):
    """Of the last count that succeeded."""

    counted_at: datetime | None
    promises: list[Promised]


class KeyOf(Strict):
    """One thing by which a person is known."""

    kind: Annotated[str, StringConstraints(min_length=1, max_length=40, pattern=r"^[a-z_.-]+$")]
    value: Annotated[str, StringConstraints(min_length=1, max_length=254, pattern=NO_SIGNS)]


class Ground(StrEnum):
    """Why restricted data may be used all the same (AVG artikel 18 lid 2)."""

    STORAGE = "storage"
    CONSENT = "consent"
    CLAIM = "claim"
    RIGHTS_OF_OTHERS = "rights_of_others"
    PUBLIC_INTEREST = "public_interest"


class Asked(Strict):
    """A use of data that somebody is about to make."""

    purpose: Line | None = Field(
        None, description="As the statement calls it, or the id of its promise."
    )
    person: list[KeyOf] = Field(default_factory=list, max_length=10)
    records: Line | None = Field(None, description="SYSTEM.DATASET, such as crm.customer.")
    ground: Ground | None = Field(
        None, description="Why it may be although the data is restricted."
    )
    collected: date | None = None
    consent: date | None = Field(None, description="The day of consent to this purpose.")
    withdrawn: date | None = None


class Answer(Schema):
    """Whether it may be, and why. The question stands in the evidence from now on."""

    answer: Literal["allow", "deny", "ask"]
    why: Both
    promise: str | None
    rule: str | None
    article: str | None
    missing: list[str] = Field(description="What, if known, could change the answer.")


class Use(Strict):
    """A customer, and a use of her data that she decides about."""

    email: Email = Field(description="The address by which you know her.")
    purpose: Line = Field(
        description="marketing, marketing:email (or phone, post, sms) for one channel, or the id "
        "of the promise that names the purpose."
    )


class Agreed(Use):
    """She said yes, somewhere with you."""

    given_on: date = Field(description="The day on which she said yes.")
    words: Annotated[str, StringConstraints(min_length=1, max_length=2000, pattern=LINES)] = Field(
        description="The words that she said yes to, as everybody reads them. They go into the "
        "evidence; nothing about a person belongs in them."
    )


class Consented(Schema):
    """It is in the evidence. Where the systems say so now, and where only they themselves can."""

    purpose: str
    given_on: date
    evidence: str = Field(description="The line of the ledger.")
    written: list[str] = Field(description="Places that say yes now.")
    not_written: list[str] = Field(description="Places that still say no.")


class Withdrawn(Schema):
    """The use is refused from this moment."""

    stopped: bool = Field(description="Every system says no. Else a colleague looks.")
    request: str | None = Field(description="The request in which a colleague looks.")


class Wrong(Schema):
    """One field that is wrong: where it stands (a JSON pointer), and what is wrong there."""

    pointer: str
    detail: str


class ProblemShape(Schema):
    """Problem Details, RFC 9457."""

    type: str
    title: str
    status: int
    detail: str | None = None
    errors: list[Wrong] | None = None


WRONG = dict.fromkeys((400, 401, 403, 404, 405, 409, 413, 415, 422, 429), ProblemShape)
"""What every address may answer beside its own."""
