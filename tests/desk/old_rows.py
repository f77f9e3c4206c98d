"""Run beside a desk: a row that is over and one of today for each term, and the work of a day."""

from datetime import timedelta
from uuid import uuid4

from django.contrib.sessions.models import Session as Open
from django.utils import timezone

from nakomen.desk.accounts import staffed
from nakomen.desk.accounts.models import Colleague, Done, Listed, Login, Review
from nakomen.desk.api import telling as programs
from nakomen.desk.api.models import Answered, Delivery, Hook, Token
from nakomen.desk.customers import beside
from nakomen.desk.customers.models import Change, Customer, Noted, Opening, Regained
from nakomen.desk.dossiers import tidying
from nakomen.desk.dossiers.models import Case
from nakomen.desk.kept import KEPT
from nakomen.desk.mailbox import fetching
from nakomen.desk.mailbox.models import Seen
from nakomen.desk.notices import telling
from nakomen.desk.notices.models import Notice, Told
from nakomen.desk.plans import working
from nakomen.desk.plans.models import Job
from nakomen.desk.support import sessions
from nakomen.desk.support.models import Permission, Session

NOW = timezone.now()


def made(kind, /, **fields):
    """A row as it is, also where the desk itself would fill in today."""
    row = kind.objects.create(**fields)
    kind.objects.filter(pk=row.pk).update(**fields)
    return row


def plant(at):
    """One row of each kind as it would stand there since *at*."""
    day, mark = timezone.localdate(at), uuid4().hex
    account = {"added_on": day, "is_active": False, "signed_on": day, "left_on": day}
    gone = made(Colleague, email=f"{mark}@weg.example", role="hr", **account)
    here = made(Colleague, email=f"{mark}@klant.example", role="customer")
    customer = made(
        Customer, user=here, marks=[mark], opened_at=NOW, seen_on=NOW.date(), lost_on=day
    )
    active = made(Colleague, email=f"{mark}@blijft.example", role="customer")
    stays = made(Customer, user=active, marks=[mark], opened_at=NOW, seen_on=NOW.date())
    case = made(
        Case, token=mark, right="access", channel="post", email=f"{mark}@zaak.example",
        received_at=at, received_on=day, due=day, state="answered", answered_on=day, ended_on=day,
    )  # fmt: skip
    notice = made(Notice, number=mark[:30], effective=day, begun_at=at, listed_at=at, noted_at=at)
    token = made(Token, name=mark, digest=mark, scopes=[], made_at=NOW, until=NOW.date())
    hook = made(Hook, url="https://ergens.example", secret="", kinds=[], made_at=NOW)
    with_key = {"session_key": mark, "session_data": "", "expire_date": at + timedelta(minutes=5)}
    return [
        case,
        made(Change, case=case, place="x", old="x", new="y"),
        customer,
        made(Noted, customer=stays, what="changed", at=at),
        made(Regained, customer=stays, how="called", reason="x", made_at=at, state="sent"),
        made(Opening, asked=mark, language="nl", made_at=at, state="over"),
        made(Login, outcome="in", ip="192.0.2.9", at=at),
        made(Open, **with_key),
        made(_user_session(), user=active, ip="192.0.2.9", session_key=mark, created_at=at),
        made(Colleague, email=f"{mark}@nooit.example", role="hr", added_on=day),
        gone,
        made(Done, at=at, what="invited"),
        made(Review, on=day, found={}),
        made(Listed, network="192.0.2.9", door="deny", scope="staff", reason="x", until=day),
        made(
            Session, role="support", kind="data", basis="ticket", number="1", asked_by="x",
            reason="x", key_kind="email", begun_at=at, ends_at=at, ended_at=at,
        ),
        made(Permission, account=active, marks=[mark], question="x", given_at=at, until=at),
        made(Seen, digest=mark, at=at, kind="left"),
        made(Told, notice=notice, who=mark, to=f"{mark}@brief.example", state="sent"),
        made(Job, asked_as=uuid4(), kind="make", desk=uuid4(), asked=at, ended=at),
        made(Answered, token=token, name=mark, body="x", at=at),
        made(Delivery, hook=hook, name=mark, kind="x", body="", made_at=at, arrived_at=at),
    ]  # fmt: skip


def _user_session():
    from allauth.usersessions.models import UserSession

    return UserSession


def late():
    return [kept.what.en for kept in KEPT if kept.late(timezone.now())]


def emptied(row):
    """Its row is gone, or what led to a person."""
    now = type(row).objects.filter(pk=row.pk).first()
    return now is None or getattr(now, "email", getattr(now, "to", "x")) == ""


old, young = plant(NOW - timedelta(days=800)), plant(NOW + timedelta(days=1))
# What a change belongs to has no name any more only after the first round.
change = {"What a customer wanted to change"}
missing = {kept.what.en for kept in KEPT} - {*late()} - change
print("before:", missing or "every term")
staffed.daily()
tidying.tidy()
beside._Work()()
fetching.fetch_new()
telling.work()
working.work()
sessions.close_over()
programs.clear()
print("after:", late() or "none")
left = [type(row).__name__ for row in old if not emptied(row)]
lost = [type(row).__name__ for row in young if emptied(row)]
print("young:", (left, lost) if left or lost else "all there")
