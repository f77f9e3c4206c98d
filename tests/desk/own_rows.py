"""Run beside a desk: every table has a row of two persons, and each copy has those of one."""

from dataclasses import replace
from datetime import timedelta
from uuid import uuid4

from allauth.account.models import EmailAddress
from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils import timezone

from nakomen.desk.accounts.models import (
    Colleague,
    Done,
    Listed,
    Login,
    Ownership,
    Review,
    Training,
)  # fmt: skip
from nakomen.desk.accounts.sealing import SessionStore
from nakomen.desk.agenda.models import Feed
from nakomen.desk.customers import opening
from nakomen.desk.customers.models import Change, Customer, Noted, Opening, Regained
from nakomen.desk.dossiers.models import Case, Code, Event, Letter
from nakomen.desk.kept import KEPT
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.keyed import keyed
from nakomen.desk.mailbox.models import Seen
from nakomen.desk.notices.models import Notice, Told
from nakomen.desk.own import APART, PARTS, her_of, parts_of
from nakomen.desk.plans.models import Job
from nakomen.desk.support.models import Mark, Permission, Session, View

NOW = timezone.now()
TODAY = timezone.localdate()
SECRET = "zeer-geheim"
NOTICE = Notice(number="9.9", effective=TODAY, subject="s", body="b", begun_at=NOW)


def plant(email, works, mark):
    """A row of each kind that is of *email*; *mark* stands in all that is hers."""
    case = Case.objects.create(
        token=f"{SECRET}-{mark}", right="access", channel="mail", email=email, words=mark,
        received_at=NOW, received_on=TODAY, due=TODAY, proven_at=NOW, identified_how="facts",
        doubt=f"{mark} via derde@elders.example of 06-87654321", judged="right",
    )  # fmt: skip
    Event.objects.create(case=case, at=NOW, what="received")
    Letter.objects.create(
        case=case, to=email, subject=mark, body=f"{mark} /verzoek/{case.token}/", made_at=NOW
    )
    Letter.objects.create(
        case=case, to=email, subject=mark, body=f"{SECRET} 314159", fleeting=True, made_at=NOW
    )
    Code.objects.create(case=case, digest=f"{SECRET}-code", made_at=NOW)
    Seen.objects.create(digest=f"{SECRET}-{mark}", at=NOW, kind="more", case=case)
    Change.objects.create(case=case, place="crm.customer.email", old=mark, new=mark)
    role = "privacy" if works else "customer"
    user = Colleague.objects.create(email=email, name=mark, role=role, password=SECRET)
    customer = Customer.objects.create(user=user, marks=[mark], opened_at=NOW, seen_on=TODAY)
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    Authenticator.objects.create(user=user, type="totp", data={"secret": SECRET})
    Noted.objects.create(customer=customer, what="changed", place=mark, ip="127.0.0.1")
    Regained.objects.create(customer=customer, how="person", reason=mark, made_at=NOW)
    asked = opening.asked(email)
    Opening.objects.create(asked=asked, language="nl", made_at=NOW, token=SECRET, state="over")
    Login.objects.create(colleague=user, ip="127.0.0.1", outcome="in")
    store = SessionStore()
    store["proven"] = {str(case.pk): 1.0}
    store.create()
    key = store.session_key
    UserSession.objects.create(user=user, ip="127.0.0.1", session_key=key, user_agent=mark)
    support = Session.objects.create(
        by=user, role="owner", kind="data", basis="ticket", number="T-1", asked_by="Truus",
        reason=mark, key_kind="email", key=email, begun_at=NOW, ends_at=NOW,
    )  # fmt: skip
    Mark.objects.create(session=support, mark=mark)
    View.objects.create(session=support, at=NOW, places={"crm.customer": 1})
    Permission.objects.create(
        account=user, marks=[mark], question=mark, given_at=NOW, until=NOW + timedelta(days=1)
    )
    Told.objects.create(notice=NOTICE, who=keyed("notices", email.encode()), to=email)
    if works:
        Training.objects.create(colleague=user, what=mark, on=TODAY, until=TODAY)
        Ownership.objects.create(colleague=user, by=user)
        Feed.renewed(user)
        Done.objects.create(by=user, what="invited", about=user)
        Review.objects.create(by=user, on=TODAY, found={mark: SECRET})
        Listed.objects.create(
            network="203.0.113.7", door="deny", scope="staff", reason=SECRET, owner=user,
            until=TODAY,
        )  # fmt: skip
        Job.objects.create(asked_as=uuid4(), kind="make", by=user, desk=uuid4())
    return case, key


def rows_of(company, case, mark):
    """Parts as the copy has them, of a customer whom the systems know by *mark*."""
    her = replace(her_of(company, case), marks=frozenset({mark}))
    return {p.name: p.rows(her) for p in PARTS}, parts_of(company, case)


promised = {label for kept in KEPT for label in kept.models}
told, apart = {label for part in PARTS for label in part.models}, {*APART}
print(sorted(promised - told - apart), sorted(told & apart), sorted((told | apart) - promised))
print(all({*part.given, *part.words} <= {*part.columns} for part in PARTS))
with opened() as company, transaction.atomic():
    NOTICE.save()
    for works in (False, True):
        marks = [f"merk-{who}-{works}" for who in ("zij", "ander")]
        emails = [f"{mark}@klanten.example" for mark in marks]
        made = [plant(e, works, m) for e, m in zip(emails, marks, strict=True)]
        (case, key), (_, other_key) = made
        rows, parts = rows_of(company, case, marks[0])
        told = repr(rows) + repr([part.rows for part in parts])
        print("without:", *(name for name, found in rows.items() if not found))
        print("proofs:", len(rows["sessies"]) - 1)
        print("hers:", marks[0] in told, "another:", marks[1] in told or other_key in told)
        secrets = (SECRET, key, "314159", "Truus")
        print("secret:", *(s for s in secrets if s in told))
    transaction.set_rollback(True)
