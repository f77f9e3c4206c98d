"""The post: one thread takes letters that wait, and sends each at most once."""

import hmac
import re
import smtplib
from collections.abc import Iterable
from contextlib import suppress
from datetime import timedelta
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.db.models import Q
from django.utils import timezone

from nakomen.desk.dossiers.models import Code, Letter, Sending
from nakomen.desk.kit.beside import Beside
from nakomen.desk.kit.keyed import keyed

EVERY_S = 2.0
TIMEOUT_S = 20
LATER = timedelta(minutes=5)
"""So long a letter waits when the server says "not now"."""
QUEUES: dict[Any, str] = {Letter: "letters"}
"""Kinds of letters and what their numbers are made for; those of cases go first."""
AT_ONCE = 20
_NEAR = ("localhost", "127.0.0.1", "::1")


def send_waiting() -> None:
    """
    Send each letter that waits. It is marked before it leaves: killed in between, it is not sent
    again by itself. While the server does not answer, all of them wait.
    """
    if not settings.MAIL_SERVER:
        return
    clear()
    now = timezone.now()
    due = (Q(again_at=None) | Q(again_at__lte=now), Q(state=Sending.WAITING))
    for kind in QUEUES:
        # A code never waits behind a thousand letters of another kind: after some, all look again.
        waiting = kind.objects.filter(*due).order_by("pk")
        if not _send_all(waiting if kind is Letter else waiting[:AT_ONCE]):
            return
        if kind is not Letter and waiting.exists():
            POST.ask()


def _send_all(letters: Iterable[Any]) -> bool:
    """False when the server did not answer: then all of them wait."""
    for letter in letters:
        way = connection(settings.MAIL_SERVER)
        try:
            way.open()
        except (OSError, smtplib.SMTPException):
            return False
        mine = type(letter).objects.filter(pk=letter.pk, state=Sending.WAITING)
        if mine.update(state=Sending.LEAVING):
            _send(letter, way)
        with suppress(OSError, smtplib.SMTPException):
            way.close()
    return True


def _send(letter: Any, way: BaseEmailBackend) -> None:
    mine = type(letter).objects.filter(pk=letter.pk)
    try:
        way.send_messages([message(letter)])
    except (smtplib.SMTPResponseException, smtplib.SMTPRecipientsRefused) as refused:
        if all(code < PERMANENT for code in _codes(refused)):
            mine.update(state=Sending.WAITING, again_at=timezone.now() + LATER)
        else:
            mine.update(state=Sending.FAILED)
    except (OSError, smtplib.SMTPException):
        return  # It may have left.
    else:
        words = {"body": ""} if letter.fleeting else {}
        mine.update(state=Sending.SENT, sent_at=timezone.now(), **words)


def _codes(
    refused: smtplib.SMTPResponseException | smtplib.SMTPRecipientsRefused,
) -> list[int]:
    if isinstance(refused, smtplib.SMTPRecipientsRefused):
        return [code for code, _ in refused.recipients.values()]
    return [int(refused.smtp_code)]


PERMANENT = 500
"""From this code on a server does not take the letter later either."""


def clear() -> None:
    """A code that is worth nothing any more does not leave, and its words go."""
    old = Letter.objects.filter(fleeting=True, made_at__lt=timezone.now() - Code.HOLDS)
    old.filter(state=Sending.WAITING).update(state=Sending.OVER)
    old.exclude(body="").update(body="")


def message(letter: Any) -> EmailMessage:
    """Plain text, without anything attached."""
    return EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=settings.MAIL_SENDER,
        to=[letter.to],
        headers={
            "Message-ID": number(letter),
            "Auto-Submitted": "auto-generated",
            "X-Auto-Response-Suppress": "All",
        },
    )


def number(letter: Any) -> str:
    """By this a letter is known when it comes back; nobody can guess it."""
    mark = keyed(QUEUES[type(letter)], str(letter.pk).encode())[:24]
    return f"<{letter.pk}.{mark}@{settings.MAIL_SENDER.rpartition('@')[2]}>"


def letter_of(said: str) -> Any:
    """The letter of whatever kind that has the number *said*; None where there is none."""
    pk = said.lstrip("<").partition(".")[0]
    if not re.fullmatch(r"\d{1,12}", pk):
        return None
    for letter in (kind.objects.filter(pk=int(pk)).first() for kind in QUEUES):
        if letter and hmac.compare_digest(number(letter).encode(), said.encode()):
            return letter
    return None


def connection(server: str) -> BaseEmailBackend:
    """The way to *server*: encrypted, but on this very machine."""
    to = urlsplit(server)
    implicit = to.scheme == "smtps"
    return get_connection(
        "django.core.mail.backends.smtp.EmailBackend",
        host=to.hostname,
        port=to.port or (465 if implicit else 587),
        username=unquote(to.username or ""),
        password=unquote(to.password or ""),
        use_ssl=implicit,
        use_tls=not implicit and to.hostname not in _NEAR,
        timeout=TIMEOUT_S,
    )


POST = Beside("post", EVERY_S, send_waiting)
