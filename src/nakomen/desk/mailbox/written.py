"""Whether a person wrote a message. What a program wrote is never answered, so that none loops."""

import re
from email.message import EmailMessage

from django.conf import settings

from nakomen.desk.mailbox.came import header

_PROGRAMS = re.compile(
    r"^(?:mailer-daemon|postmaster|no-?reply|do-?not-?reply|bounces?|niet-?beantwoorden"
    r"|newsletter|nieuwsbrief)(?:[+.@-]|$)"
)
_ANY = (
    "List-Id",
    "List-Unsubscribe",
    "List-Post",
    "X-Autoreply",
    "X-Autorespond",
    "X-Auto-Reply-From",
    "Feedback-ID",
)


def by_a_person(message: EmailMessage, address: str) -> bool:
    """Nothing in its lines says that a program sent it, and it is not our own."""
    auto = header(message, "Auto-Submitted").strip().lower()
    return not (
        (auto and not auto.startswith("no"))
        or header(message, "Precedence").strip().lower() in ("bulk", "junk", "list", "auto_reply")
        or header(message, "Return-Path").strip() == "<>"
        or any(message.get(name) is not None for name in _ANY)
        or message.get_content_type() in ("multipart/report", "text/calendar")
        or _PROGRAMS.match(address)
        or address == settings.MAIL_SENDER.lower()
    )


def marked_as_spam(message: EmailMessage) -> bool:
    """The mail server took it for spam; as that may be wrong, a sure request is a case still."""
    flag = header(message, "X-Spam-Flag").strip().lower()
    return flag.startswith("yes") or header(message, "X-Spam-Status").lower().startswith("yes")
