"""The post: one thread takes letters that wait, and sends each at most once."""

import smtplib
from contextlib import suppress
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.utils import timezone

from nakomen.desk.dossiers.models import Letter, Sending
from nakomen.desk.kit.beside import Beside

EVERY_S = 2.0
TIMEOUT_S = 20
_NEAR = ("localhost", "127.0.0.1", "::1")


def send_waiting() -> None:
    """
    Send each letter that waits. It is marked before it leaves: killed in between, it is not sent
    again by itself.
    """
    if not settings.MAIL_SERVER:
        return
    for letter in Letter.objects.filter(state=Sending.WAITING).order_by("pk"):
        taken = Letter.objects.filter(pk=letter.pk, state=Sending.WAITING)
        if taken.update(state=Sending.LEAVING):
            _send(letter)


def _send(letter: Letter) -> None:
    mine = Letter.objects.filter(pk=letter.pk)
    way = connection(settings.MAIL_SERVER)
    try:
        way.open()
    except (OSError, smtplib.SMTPException):
        mine.update(state=Sending.WAITING)  # It did not leave.
        return
    try:
        way.send_messages([message(letter)])
    except smtplib.SMTPResponseException:
        mine.update(state=Sending.FAILED)
    except (OSError, smtplib.SMTPException):
        return  # It may have left.
    else:
        mine.update(state=Sending.SENT, sent_at=timezone.now())
        mine.filter(fleeting=True).update(body="")
    finally:
        with suppress(OSError, smtplib.SMTPException):
            way.close()


def message(letter: Letter) -> EmailMessage:
    """Plain text, without anything attached."""
    return EmailMessage(
        subject=letter.subject,
        body=letter.body,
        from_email=settings.MAIL_SENDER,
        to=[letter.to],
        headers={"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"},
    )


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
