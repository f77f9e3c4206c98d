"""The post: one thread takes letters that wait, and sends each at most once."""

import hmac
import re
import smtplib
from contextlib import suppress
from datetime import timedelta
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
    due = Letter.objects.filter(Q(again_at=None) | Q(again_at__lte=now), state=Sending.WAITING)
    for letter in due.order_by("pk"):
        way = connection(settings.MAIL_SERVER)
        try:
            way.open()
        except (OSError, smtplib.SMTPException):
            return
        if Letter.objects.filter(pk=letter.pk, state=Sending.WAITING).update(state=Sending.LEAVING):
            _send(letter, way)
        with suppress(OSError, smtplib.SMTPException):
            way.close()


def _send(letter: Letter, way: BaseEmailBackend) -> None:
    mine = Letter.objects.filter(pk=letter.pk)
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
        body = "" if letter.fleeting else letter.body
        mine.update(state=Sending.SENT, sent_at=timezone.now(), body=body)


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


def message(letter: Letter) -> EmailMessage:
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


def number(letter: Letter) -> str:
    """By this a letter is known when it comes back; nobody can guess it."""
    mark = keyed("letters", str(letter.pk).encode())[:24]
    return f"<{letter.pk}.{mark}@{settings.MAIL_SENDER.rpartition('@')[2]}>"


def letter_of(said: str) -> Letter | None:
    """The letter that has the number *said*."""
    pk = said.lstrip("<").partition(".")[0]
    letter = Letter.objects.filter(pk=int(pk)).first() if re.fullmatch(r"\d{1,12}", pk) else None
    same = letter is not None and hmac.compare_digest(number(letter).encode(), said.encode())
    return letter if same else None


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
