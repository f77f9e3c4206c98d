"""Copies of identity cards that people send along without being asked."""

import re
from collections.abc import Iterator
from email.message import EmailMessage

_NAMED = re.compile(
    r"paspoort|passport|identiteits|identity|legitimatie|rijbewijs|driv\w+[ _-]?licen[cs]e"
    r"|verblijfs(?:document|vergunning)|(?:^|[^a-z])id[ _-]?(?:kaart|card|bewijs|kopie|copy|scan)?"
    r"(?:[^a-z]|$)|(?:kopie|copy|scan)[ _-]?id(?:[^a-z]|$)",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"(?:bijlage|bijgevoegd|bijgesloten|hierbij|meegestuurd|attached|enclosed)[^.]{0,60}"
    r"(?:paspoort|passport|identiteitsbewijs|legitimatie|id-?kaart|id-?bewijs|rijbewijs|identity"
    r"|\bid\b|driv\w+ licen[cs]e)|(?:paspoort|passport|identiteitsbewijs|legitimatie|id-?kaart"
    r"|rijbewijs|\bid\b)[^.]{0,40}(?:bijlage|bijgevoegd|attached|enclosed)",
    re.IGNORECASE,
)


def attachments(message: EmailMessage) -> list[EmailMessage]:
    """What is attached: no body, no picture of a signature."""
    return [part for part in _leaves(message) if _attached(part)]


def _leaves(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in message.walk():
        if not part.is_multipart():
            assert isinstance(part, EmailMessage)
            yield part


def _attached(part: EmailMessage) -> bool:
    if part.get_content_disposition() == "attachment":
        return True
    return part.get_filename() is not None and part.get("Content-ID") is None


def copies(message: EmailMessage, text: str) -> list[EmailMessage]:
    """
    Pictures and scans that are a copy of an identity card: by their name, or because her letter
    says that one is attached and there is one.
    """
    scans = [part for part in attachments(message) if _scan(part)]
    named = [part for part in scans if _NAMED.search(part.get_filename() or "")]
    if not named and len(scans) == 1 and _TOLD.search(" ".join(text.split())):
        return scans
    return named


def _scan(part: EmailMessage) -> bool:
    kind = part.get_content_type()
    name = (part.get_filename() or "").lower()
    return (
        kind.startswith("image/")
        or kind == "application/pdf"
        or name.endswith((".pdf", ".jpg", ".jpeg", ".png", ".heic", ".tif", ".tiff", ".gif"))
    )


def without(message: EmailMessage, parts: list[EmailMessage]) -> bytes:
    """The message with a line of text in the place of each of *parts*."""
    for part in parts:
        part.clear_content()
        part.set_content(
            "Hier zat een kopie van een identiteitsbewijs. Die is vernietigd.\n"
            "Here was a copy of an identity card. It was destroyed.\n"
        )
    return message.as_bytes()
