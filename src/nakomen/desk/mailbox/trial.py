"""
The address that the statement gives must work: each week a letter goes there, and must come back
through the mailbox. What became of it stands in ``trial.json``, where `nakomen doctor` reads it.
"""

import hmac
import json
import re
import secrets
import smtplib
from contextlib import suppress
from datetime import datetime, timedelta
from email.message import EmailMessage
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage as Outgoing
from django.utils import timezone

from nakomen.desk.dossiers import post
from nakomen.desk.kit.beside import Beside
from nakomen.desk.mailbox.came import header

EVERY_S = 3600.0
WEEK = timedelta(days=7)
FIRST = timedelta(hours=1)
"""So long after its start the desk begins with this."""
MARK = "X-Nakomen-Trial"
_SELECTOR = re.compile(r"(?:^|;)\s*s=\s*([A-Za-z0-9._-]+)")
_STARTED = timezone.now()
_SUBJECT = "Proef van uw privacyadres / Trial of your privacy address"
_BODY = (
    "Dit bericht stuurt nakomen elke week aan het adres uit uw privacyverklaring, om te zien dat "
    "het aankomt. U hoeft niets te doen en mag het weggooien.\n\n"
    "nakomen sends this each week to the address in your privacy statement, to see that it "
    "arrives. You need do nothing, and may throw it away.\n"
)


def due() -> bool:
    """There is an address to try and a way back, and a week went by."""
    if not (settings.MAIL_SERVER and settings.MAILBOX_SERVER and settings.PUBLISHED_ADDRESS):
        return False
    now, told = timezone.now(), last()
    if told is None:
        return bool(now - _STARTED >= FIRST)
    return bool(now - datetime.fromisoformat(told["sent_at"]) >= WEEK)


def send() -> None:
    """It is noted before it leaves: killed in between, the next goes in a week."""
    way = post.connection(settings.MAIL_SERVER)
    try:
        way.open()
    except (OSError, smtplib.SMTPException):
        return  # The server is down; the next round tries again.
    mark, to = secrets.token_urlsafe(24), settings.PUBLISHED_ADDRESS
    _keep(mark=mark, to=to, sent_at=timezone.now().isoformat(), came_at=None, dkim=None)
    with suppress(OSError, smtplib.SMTPException):
        way.send_messages([_letter(mark, to)])
        way.close()


def came(message: EmailMessage) -> bool:
    """Whether *message* is a letter of ours to ourselves; the last one is noted as arrived."""
    mark, told = header(message, MARK).strip(), last()
    if not mark:
        return False
    if told and told["came_at"] is None and hmac.compare_digest(mark.encode(), _mark(told)):
        signed = _SELECTOR.search(header(message, "DKIM-Signature"))
        _keep(**told | {"came_at": timezone.now().isoformat(), "dkim": signed and signed[1]})
    return True


def last() -> dict[str, Any] | None:
    """
    Returns:
        ``{"mark", "to", "sent_at", "came_at", "dkim"}``; None before the first.
    """
    try:
        found: dict[str, Any] = json.loads((settings.STATE / "trial.json").read_text("utf-8"))
    except (OSError, ValueError):
        return None
    return found


def _mark(told: dict[str, Any]) -> bytes:
    return str(told["mark"]).encode()


def _letter(mark: str, to: str) -> Outgoing:
    headers = {MARK: mark, "Auto-Submitted": "auto-generated"}
    return Outgoing(
        subject=_SUBJECT, body=_BODY, from_email=settings.MAIL_SENDER, to=[to], headers=headers
    )


def _keep(**told: Any) -> None:
    file = settings.STATE / "trial.json"
    made = file.with_suffix(".new")
    made.write_text(json.dumps(told), "utf-8")
    made.replace(file)


TRIAL = Beside("trial", EVERY_S, send, due=due)
