"""Letters of ours that came back: what a mail server tells in a delivery report."""

import re
from email.message import EmailMessage
from typing import Any

from nakomen.desk.dossiers import flow, post
from nakomen.desk.dossiers.models import Letter, Sending
from nakomen.desk.mailbox.came import header

_ID = re.compile(r"^Message-ID:\s*(<[^>\s]+>)", re.IGNORECASE | re.MULTILINE)


def is_report(message: EmailMessage) -> bool:
    return message.get_content_type() == "multipart/report"


def note(message: EmailMessage) -> Any:
    """
    Mark the letter that could not be delivered. Only who got it knows its number, so nobody else
    can make one fail.
    """
    if not _failed(message):
        return None
    for part in message.walk():
        if part.get_content_type() in ("message/rfc822", "text/rfc822-headers"):
            letter = post.letter_of(_number(part))
            if letter is not None:
                type(letter).objects.filter(pk=letter.pk).update(state=Sending.FAILED)
                if isinstance(letter, Letter):
                    flow.note(letter.case, "bounced")
                return letter
    return None


def _failed(message: EmailMessage) -> bool:
    for part in message.walk():
        if part.get_content_type() == "message/delivery-status":
            said = [header(block, "Action").strip().lower() for block in _inside(part)]
            return "failed" in said
    return False


def _number(part: EmailMessage) -> str:
    for inner in _inside(part):
        return header(inner, "Message-ID").strip()
    found = _ID.search(str(part.get_payload()))
    return found[1] if found else ""


def _inside(part: EmailMessage) -> list[EmailMessage]:
    payload = part.get_payload()
    found = payload if isinstance(payload, list) else []
    return [one for one in found if isinstance(one, EmailMessage)]
