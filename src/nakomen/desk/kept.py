"""
What the desk itself keeps about persons, and how long: a promise for each of its tables.

The work beside the pages carries these terms out; here is told what they are, and found what stands
there too long. A table that is not named here fails a test.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session as Open
from django.utils import timezone

from nakomen.desk import tables
from nakomen.desk.accounts import logins, places, tidying
from nakomen.desk.accounts.models import Listed, Login
from nakomen.desk.api import once, telling
from nakomen.desk.api.models import Answered, Delivery
from nakomen.desk.customers import deeds, opening
from nakomen.desk.customers.models import Change, Customer, Deed, Noted, Opening, Regained
from nakomen.desk.dossiers.flow import NAMED
from nakomen.desk.dossiers.models import Case
from nakomen.desk.mailbox import fetching
from nakomen.desk.mailbox.models import Seen
from nakomen.desk.notices.models import Told
from nakomen.desk.plans import working
from nakomen.desk.plans.models import Job
from nakomen.desk.support import sessions
from nakomen.desk.support.models import Permission, Session
from nakomen.terms import Text

GRACE = timedelta(days=1)
"""The work comes by each hour at most; what stood there a day too long did not go."""
Over = Callable[[datetime], Any]


@dataclass(frozen=True, kw_only=True)
class Kept:
    """
    One promise: *what* is kept *until* when. *models* are the tables that it holds for, the first
    the one that *over* finds the rows of which it is too late.
    """

    models: tuple[str, ...]
    what: Text
    until: Text
    over: Over

    def late(self, now: datetime) -> int:
        """How many rows should have been gone."""
        return int(self.over(now - GRACE).count())


def _long(term: timedelta) -> Text:
    """In years where it is meant as years: a year has at most 366 days."""
    years, rest = divmod(term.days, 365)
    if years and rest <= years:
        return Text(f"{years} jaar", "1 year" if years == 1 else f"{years} years")
    if term.days == 1:
        return Text("1 dag", "1 day")
    return Text(f"{term.days} dagen", f"{term.days} days")


def _after(term: timedelta, nl: str, en: str) -> Text:
    """*nl* and *en* say from when; what is written afterwards follows ``{}``."""
    long = _long(term)
    return Text(nl.format(long.nl), en.format(long.en))


def _old(kind: Any, field: str, term: timedelta) -> Over:
    def over(now: datetime) -> Any:
        return kind.objects.filter(**{f"{field}__lt": now - term})

    return over


def _since(kind: Any, field: str, term: timedelta, what: Text, *more: str) -> Kept:
    """Rows of *kind*, and what hangs under them in *more*, go when *field* is a *term* ago."""
    return Kept(
        models=(kind._meta.label, *more),
        what=what,
        until=_after(term, *SINCE),
        over=_old(kind, field, term),
    )


def _cases(now: datetime) -> Any:
    return Case.objects.filter(ended_on__lt=timezone.localdate(now) - NAMED).exclude(email="")


def _changes(now: datetime) -> Any:
    return Change.objects.filter(case__email="", case__ended_on__lt=timezone.localdate(now) - NAMED)


def _lost(now: datetime) -> Any:
    return Customer.objects.filter(lost_on__lt=timezone.localdate(now) - NAMED)


def _deeds(now: datetime) -> Any:
    # That she confirmed the warning is shown as long as she has the account.
    return Noted.objects.filter(at__lt=now - deeds.KEPT).exclude(what=Deed.NOTICED)


def _places(now: datetime) -> Any:
    return Listed.objects.filter(until__lt=timezone.localdate(now) - places.KEPT)


def _told(now: datetime) -> Any:
    held = {"notice__effective__lt": timezone.localdate(now), "notice__noted_at__lt": now}
    return Told.objects.filter(**held).exclude(to="")


ENDED = ("Tot {} na het einde van de zaak; dan leeg", "Until {} after the case ended; then empty")
SINCE = ("{}", "{}")
SESSION = Text("Tot het einde van de sessie", "Until the session ends")
KEPT = (
    Kept(
        models=("dossiers.Case", "dossiers.Letter", "dossiers.Code", "dossiers.Event"),
        what=Text(
            "Zaken: naam, adres, woorden en brieven", "Cases: name, address, words and letters"
        ),
        until=_after(NAMED, *ENDED),
        over=_cases,
    ),
    Kept(
        models=("customers.Change",),
        what=Text("Wat een klant wilde veranderen", "What a customer wanted to change"),
        until=_after(NAMED, "Tot {} na het einde van de zaak", "Until {} after the case ended"),
        over=_changes,
    ),
    Kept(
        models=("customers.Customer",),
        what=Text("Accounts van klanten", "Accounts of customers"),
        until=_after(
            NAMED,
            "Tot {} nadat geen systeem de klant meer kent",
            "Until {} after no system knows the customer any more",
        ),
        over=_lost,
    ),
    Kept(
        models=("customers.Noted",),
        what=Text("Wat klanten met hun account deden", "What customers did with their account"),
        until=_after(deeds.KEPT, *SINCE),
        over=_deeds,
    ),
    _since(
        Regained,
        "made_at",
        deeds.KEPT,
        Text("Wie haar tweede stap kwijt was", "Who had lost her second step"),
    ),
    _since(
        Opening,
        "made_at",
        opening.A_DAY,
        Text("Wie een account wilde openen", "Who wanted to open an account"),
    ),
    _since(
        Login,
        "at",
        logins.KEPT,
        Text("Pogingen om in te loggen, met IP-adres", "Attempts to log in, with IP address"),
    ),
    Kept(
        models=("sessions.Session",),
        what=Text("Wie ingelogd is", "Who is logged in"),
        until=SESSION,
        over=_old(Open, "expire_date", timedelta()),
    ),
    Kept(
        models=("usersessions.UserSession",),
        what=Text("Waar en waarmee iemand inlogde", "Where and with what somebody logged in"),
        until=SESSION,
        over=tidying.sessions,
    ),
    Kept(
        models=("accounts.Colleague",),
        what=Text("Uitnodigingen die niemand aannam", "Invitations that nobody took up"),
        until=_after(tidying.TAKEN_UP, *SINCE),
        over=tidying.not_come,
    ),
    Kept(
        models=(
            "accounts.Colleague",
            "accounts.Ownership",
            "accounts.Training",
            "agenda.Feed",
            "account.EmailAddress",
            "account.EmailConfirmation",
            "mfa.Authenticator",
        ),
        what=Text(
            "Collega’s die weg zijn, met hun opleidingen", "Colleagues who left, and their training"
        ),
        until=_after(tidying.LEFT, "Tot {} na de laatste dag", "Until {} after the last day"),
        over=tidying.left,
    ),
    Kept(
        models=("accounts.Done",),
        what=Text("Logboek van accounts", "Log of accounts"),
        until=_after(tidying.LEFT, *SINCE),
        over=tidying.log,
    ),
    Kept(
        models=("accounts.Review",),
        what=Text("Nagelopen rechten", "Reviews of rights"),
        until=_after(tidying.LEFT, "{}; de laatste blijft", "{}; the last one stays"),
        over=tidying.reviews,
    ),
    Kept(
        models=("accounts.Listed",),
        what=Text("Internetadressen die binnen mogen of niet", "Addresses that may come in or not"),
        until=_after(places.KEPT, "Tot {} na de laatste dag", "Until {} after the last day"),
        over=_places,
    ),
    _since(
        Session,
        "ended_at",
        sessions.KEPT,
        Text("Wie in gegevens van een klant keek", "Who looked at data of a customer"),
        "support.Mark",
        "support.View",
    ),
    _since(
        Permission,
        "until",
        sessions.KEPT,
        Text("Wie collega’s liet meekijken", "Who let colleagues look at her data"),
    ),
    _since(
        Seen,
        "at",
        fetching.KEPT,
        Text("Welke post gezien is, onleesbaar", "Which mail was seen, unreadable"),
    ),
    Kept(
        models=("notices.Told",),
        what=Text("Wie een nieuwe verklaring kreeg", "Who was told of a new statement"),
        until=Text("Het adres tot de verklaring geldt", "The address until the statement holds"),
        over=_told,
    ),
    _since(
        Job,
        "asked",
        working.KEPT,
        Text("Wie om een plan vroeg", "Who asked for a plan"),
    ),
    _since(
        Answered,
        "at",
        once.KEPT,
        Text("Wat programma’s vroegen", "What programs asked"),
    ),
    _since(
        Delivery,
        "made_at",
        telling.KEPT,
        Text("Berichten aan programma’s", "Messages to programs"),
    ),
)
FILES = (
    (
        Text("Kopie die iemand kan ophalen", "Copy that somebody can fetch"),
        _after(NAMED, "Tot {} na het antwoord", "Until {} after the answer"),
    ),
    (
        Text("Kopie van voor een nieuwe versie", "Copy of before a new version"),
        _after(tables.KEPT, *SINCE),
    ),
)
"""What is kept beside the tables."""
NOBODY = (
    "api.Hook",
    "api.Token",
    "auth.Group",
    "auth.Permission",
    "contenttypes.ContentType",
    "notices.Notice",
    "promises.Ahead",
    "promises.Count",
    "promises.Explained",
    "promises.Mended",
    "promises.Turn",
)
"""Tables with words in them of which none is about a person: of the company and its programs."""


def until(label: str) -> Text:
    """How long rows of the table *label* stay; where two terms hold for it, the first."""
    return next(kept.until for kept in KEPT if label in kept.models)
