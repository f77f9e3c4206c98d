"""A request and all that belongs to it."""

from datetime import timedelta
from enum import StrEnum
from typing import Any, ClassVar

from django.db import models

from nakomen.desk.accounts.models import Colleague
from nakomen.desk.dossiers.rights import Right
from nakomen.desk.kit.choices import choices


class Channel(StrEnum):
    """How a request came in."""

    PORTAL = "portal"
    MAIL = "mail"
    PHONE = "phone"
    POST = "post"
    API = "api"
    """By a program of the company: its shop, its tickets."""


class State(StrEnum):
    """
    Where a case is. A case ends only as ``answered`` or ``refused``.

    ``begun``: the plan is being carried out, or that was cut off; it can only go on. ``waits``: she
    has her answer, and others who had her data must still say what they did.
    """

    ASKED = "asked"
    PROVEN = "proven"
    PLANNED = "planned"
    BEGUN = "begun"
    CARRIED_OUT = "carried_out"
    WAITS = "waits"
    ANSWERED = "answered"
    REFUSED = "refused"


ENDED = (State.ANSWERED, State.REFUSED)
REPLIED = (State.WAITS, *ENDED)
"""She has her answer."""


class Longer(StrEnum):
    """Why an answer takes longer: the two reasons of AVG artikel 12 lid 3."""

    COMPLEX = "complex"
    MANY = "many"


class Shown(StrEnum):
    """How somebody showed who she is; none of them keeps a copy of anything."""

    PERSON = "person"
    CALLED = "called"
    FACTS = "facts"
    LOGIN = "login"


class Judged(StrEnum):
    """What came of a complaint."""

    RIGHT = "right"
    PARTLY = "partly"
    WRONG = "wrong"


class Case(models.Model):
    """
    One request or complaint of one person, with the name, the address and the words that she gave.

    *token* opens her own page; who has it still proves herself before she sees anything. *due* and
    *due_why* are fixed at receipt. *plan* names the plan that answers it. Without a *right* nobody
    has read yet which one is meant.

    *known*: whether her address was on file before the request; None while nobody has looked.
    *doubt* is what more was asked of her, from *doubted_on* until *settled_on*. *notice* is the
    letter about an extension. *answered_on* is the day of the answer, *ended_on* of the end.
    """

    token = models.CharField(max_length=43, unique=True)
    right = models.CharField(max_length=12, choices=choices(Right), blank=True)
    channel = models.CharField(max_length=8, choices=choices(Channel))
    language = models.CharField(max_length=2, default="nl")
    name = models.CharField(max_length=120, blank=True)
    email = models.EmailField()
    words = models.TextField(max_length=4000, blank=True)
    received_at = models.DateTimeField()
    received_on = models.DateField()
    due = models.DateField(db_index=True)
    due_why_nl = models.CharField(max_length=200)
    due_why_en = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=choices(State), default=State.ASKED)
    proven_at = models.DateTimeField(null=True)
    owner = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)
    plan = models.CharField(max_length=16, blank=True)
    answered_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    refused_because = models.TextField(max_length=2000, blank=True)
    ground = models.CharField(max_length=8, blank=True)
    known = models.BooleanField(null=True)
    identified_on = models.DateField(null=True)
    identified_how = models.CharField(max_length=8, choices=choices(Shown), blank=True)
    identified_by = models.ForeignKey(
        Colleague, null=True, on_delete=models.SET_NULL, related_name="+"
    )
    doubted_on = models.DateField(null=True)
    doubt = models.TextField(max_length=1000, blank=True)
    settled_on = models.DateField(null=True)
    extended_on = models.DateField(null=True)
    extended_for = models.CharField(max_length=8, choices=choices(Longer), blank=True)
    extended_because = models.TextField(max_length=1000, blank=True)
    notice = models.ForeignKey("Letter", null=True, on_delete=models.SET_NULL, related_name="+")
    fee_cents = models.PositiveIntegerField(default=0)
    fee_for = models.CharField(max_length=8, blank=True)
    fee_because = models.TextField(max_length=1000, blank=True)
    judged = models.CharField(max_length=8, choices=choices(Judged), blank=True)
    outcome = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering: ClassVar[list[Any]] = ["due", "pk"]

    def __str__(self) -> str:
        return self.reference

    @property
    def reference(self) -> str:
        """What people call it: ``Z-2026-0012``."""
        return f"Z-{self.received_on.year}-{self.pk:04}"

    @property
    def ended(self) -> bool:
        return self.state in ENDED

    @property
    def answered(self) -> bool:
        """She has her answer; others may still owe theirs."""
        return self.state in REPLIED

    @property
    def complaint(self) -> bool:
        return bool(self.right == Right.COMPLAINT)

    @property
    def proven(self) -> bool:
        return self.proven_at is not None


class Event(models.Model):
    """Something that happened to a case. *what* is a word of ours, never a person's data."""

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="events")
    at = models.DateTimeField()
    what = models.CharField(max_length=16)
    by = models.ForeignKey(Colleague, null=True, on_delete=models.SET_NULL)

    class Meta:
        ordering: ClassVar[list[Any]] = ["pk"]


class Code(models.Model):
    """
    A code that was sent to the address of a case: only its digest is kept. It is good for *HOLDS*.
    """

    HOLDS = timedelta(minutes=15)

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="codes")
    digest = models.CharField(max_length=64)
    made_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    used = models.BooleanField(default=False)


class Sending(StrEnum):
    """
    A letter that is ``leaving`` when the desk is killed may have left: a person looks, and it is
    not sent twice by itself. ``over``: a code that was worth nothing before it could leave.
    """

    WAITING = "waiting"
    LEAVING = "leaving"
    SENT = "sent"
    FAILED = "failed"
    OVER = "over"


class Letter(models.Model):
    """
    A letter to the person. It holds no personal data but her own address. Of one that is *fleeting*
    (a code) the body is kept only until it is sent.
    """

    case = models.ForeignKey(Case, on_delete=models.CASCADE, related_name="letters")
    to = models.EmailField()
    subject = models.CharField(max_length=200)
    body = models.TextField()
    fleeting = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=choices(Sending), default=Sending.WAITING)
    made_at = models.DateTimeField()
    sent_at = models.DateTimeField(null=True)
    again_at = models.DateTimeField(null=True)
    """The server said "not now"; before this moment it is left alone."""

    class Meta:
        ordering: ClassVar[list[Any]] = ["pk"]
