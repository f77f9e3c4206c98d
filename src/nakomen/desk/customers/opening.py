"""
Opening an account: a letter with a link goes to the address on file, and to no other.

The page that asks for an address only writes it down. Whether anybody has it is looked up beside
the pages, so that neither the answer nor the time that it takes says so.
"""

from __future__ import annotations

import secrets
import smtplib
from datetime import timedelta
from typing import TYPE_CHECKING

from allauth.usersessions.models import UserSession
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from django.db import transaction
from django.utils import timezone

from nakomen import NakomenError, verbs
from nakomen.desk.accounts.models import Colleague
from nakomen.desk.accounts.roles import CUSTOMER
from nakomen.desk.customers.models import Customer, Opening
from nakomen.desk.dossiers import post
from nakomen.desk.kit import links
from nakomen.desk.kit.company import opened
from nakomen.desk.kit.keyed import keyed
from nakomen.desk.support import permissions
from nakomen.terms import Lang, Text

if TYPE_CHECKING:
    from nakomen import Company, Known

HOLDS = timedelta(hours=1)
"""So long a link is good."""
A_DAY = timedelta(days=1)
LETTERS_A_DAY = 5
"""Letters to one address; more would fill somebody's mailbox."""
SUBJECT = Text("Open uw account", "Open your account")
BODY = Text(
    "Kies hier een wachtwoord. Het kan een uur lang, en één keer:\n{link}\n\n"
    "Hebt u dit niet gevraagd? Dan hoeft u niets te doen.\n",
    "Choose a password here. You can for an hour, and once:\n{link}\n\n"
    "Did you not ask for this? Then you need not do anything.\n",
)


def possible() -> bool:
    """Without a server for outgoing mail nobody can show that an address is hers."""
    return settings.MAIL_SERVER is not None


def ask(email: str, language: str) -> None:
    """The same for every address, known or not."""
    Opening.objects.create(
        email=email, asked=asked(email), language=language, made_at=timezone.now()
    )
    from nakomen.desk.customers.beside import CUSTOMERS

    CUSTOMERS.ask()


def asked(email: str) -> str:
    return keyed("opening", email.strip().casefold().encode())


def send_waiting() -> None:
    """
    Look up who waits and send those who are known a letter, each at most once; of an address that
    nobody has nothing stays but a digest, for a day, to count how often it was asked.
    """
    Opening.objects.filter(made_at__lt=timezone.now() - A_DAY).delete()
    waiting = list(Opening.objects.filter(state=Opening.State.WAITING).order_by("pk"))
    if not waiting or not possible():
        return
    way = post.connection(settings.MAIL_SERVER)
    try:
        way.open()
    except (OSError, smtplib.SMTPException):
        return
    with opened() as company:
        for opening in waiting:
            _handle(company, opening, way)
    way.close()


def _handle(company: Company, opening: Opening, way: BaseEmailBackend) -> None:
    try:
        her = _whose(company, opening)
    except NakomenError as error:
        if error.retry:
            return  # A system does not answer: she waits with it.
        her = None  # It stands with several customers: a person must see who asks.
    if her is None:
        Opening.objects.filter(pk=opening.pk).update(state=Opening.State.OVER, email=None)
        return
    token = secrets.token_urlsafe(32)
    mine = Opening.objects.filter(pk=opening.pk, state=Opening.State.WAITING)
    marked = {"email": her.address, "token": keyed("opening link", token.encode())}
    marked["made_at"] = timezone.now()
    if not mine.update(state=Opening.State.LEAVING, **marked):
        return
    try:
        way.send_messages([_letter(her.address, token, Lang(opening.language))])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused):
        Opening.objects.filter(pk=opening.pk).update(state=Opening.State.FAILED, email=None)
    except (OSError, smtplib.SMTPException):
        return  # It may have left; who got nothing asks again.
    else:
        Opening.objects.filter(pk=opening.pk).update(state=Opening.State.SENT)


def _whose(company: Company, opening: Opening) -> Known | None:
    """Who is to have a letter: a customer, not too often, and nobody who was sent away here."""
    before = Opening.objects.filter(asked=opening.asked).exclude(token="")
    if before.count() >= LETTERS_A_DAY:
        return None
    her = verbs.known(company, opening.email)
    gone = her and Colleague.objects.filter(email=her.address, is_active=False).exists()
    return None if gone else her


def _letter(address: str, token: str, lang: Lang) -> EmailMessage:
    # The link goes where the address on file leads, not where somebody typed that it should go.
    return EmailMessage(
        subject=SUBJECT.in_(lang),
        body=BODY.in_(lang).format(link=links.link("mine-choose", token)),
        from_email=settings.MAIL_SENDER,
        to=[address],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    )


def found(token: str) -> Opening | None:
    """What a link opens; None when it was used, is old or was made up."""
    digest = keyed("opening link", token.encode())
    since = timezone.now() - HOLDS
    sent = Opening.objects.filter(state__in=_OUT, made_at__gte=since)
    opening: Opening | None = sent.filter(token=digest).first()
    return opening


_OUT = (Opening.State.LEAVING, Opening.State.SENT)


def keeps_password(account: Colleague | None) -> bool:
    """A letter changes no password of somebody who works here."""
    return account is not None and account.works_here


def open_account(opening: Opening, password: str) -> Customer | None:
    """
    She chose a password: from now on she can log in, and every session of before is over.

    Returns:
        None when the link was just used, or the address is nobody's any more.
    """
    with opened() as company:
        her = verbs.known(company, opening.email)
    with transaction.atomic():
        used = Opening.objects.filter(pk=opening.pk, state__in=_OUT)
        if her is None or not used.update(state=Opening.State.OVER, email=None):
            return None
        account = _account(her)
        if not keeps_password(account):
            account.set_password(password)
            account.save()
            _end_sessions(account)
        known = {
            "marks": sorted(her.marks),
            "opened_at": timezone.now(),
            "seen_on": timezone.localdate(),
            "lost_on": None,
        }
        customer: Customer = Customer.objects.update_or_create(user=account, defaults=known)[0]
        return customer


def _account(her: Known) -> Colleague:
    """The one there is; but nothing stays of somebody else who had this address before."""
    before = Customer.objects.filter(user__email=her.address).first()
    if before and not her.marks & {*before.marks}:
        close(before)
    account: Colleague | None = Colleague.objects.filter(email=her.address).first()
    return account or Colleague(email=her.address, role=CUSTOMER)


def close(customer: Customer) -> None:
    """The account is gone, with its logins and second factors; of staff only what was customer."""
    permissions.forget(customer.user)
    if keeps_password(customer.user):
        customer.delete()
        return
    _end_sessions(customer.user)
    customer.user.delete()


def _end_sessions(account: Colleague) -> None:
    sessions = UserSession.objects.filter(user=account)
    Session.objects.filter(pk__in=sessions.values("session_key")).delete()
    sessions.delete()
