"""Small values that stand in the words themselves: channels, moments, who, how often."""

import re
from collections.abc import Iterator
from typing import Any

from nakomen.reading.words.quick import Quick
from nakomen.terms import Channel

_CHANNELS = (
    (Channel.EMAIL, r"e-?mail\w*|\bmail(?:en)?\b|nieuwsbrief\w*|newsletter"),
    (Channel.PHONE, r"telefoon\b|telefonisch\w*|\bbel(?:len)?\b|\bphone\b|\bcalls?\b"),
    (Channel.SMS, r"\bsms\b|tekstbericht\w*|text\s+message\w*"),
    (Channel.APP, r"in-?app\w*|smartphonediensten|whats-?app\w*|\bapp\b"),
    (
        Channel.POST,
        r"\b(?:per|via)\s+post\b|\bpost\b|\bschriftelijk\b|\bbrief\b|by\s+post|in\s+writing",
    ),
    (Channel.SOCIAL_MEDIA, r"social(?:e)?\s+media"),
    (Channel.ONLINE_ADVERTISING, r"onlinereclame|online\s+(?:reclame|advertenties|advertising)"),
    (Channel.WEBSITE, r"\b(?:web)?site\b|\bhomepage\b|\bop\s+deze\s+pagina\b|this\s+page"),
    (Channel.PORTAL, r"\bportal\w*|klantomgeving|klantenpaneel|\bmijn-omgeving\b"),
    (Channel.STATEMENT, r"via\s+deze\s+(?:privacy)?verklaring"),
    (
        Channel.IN_PERSON,
        r"aan\s+de\s+balie|persoonlijk\s+langs|in\s+onze\s+winkel|at\s+the\s+counter",
    ),
)
_WAYS = tuple((channel, re.compile(words, re.I)) for channel, words in _CHANNELS)
_EMAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_PHONE = re.compile(r"(?:\+\d{2}|\(?\b0)[\d ()/-]{7,16}\d")
_SITE = Quick(r"\b(?:https?://|www\.)[\w./-]{3,100}", re.I)
_AGE = re.compile(
    r"\b(1[2-9]|2[01])\s*(?:jaar|years?|-jarige)|(?:dan|than|onder|under)\s+(?:de\s+)?(1[2-9])\b",
    re.I,
)
_OFTEN = Quick(
    r"\b(?:dagelijks|wekelijks|maandelijks|jaarlijks|regelmatig|geregeld|voortdurend|daily|weekly|"
    r"monthly|yearly|every\s+(?:day|week|month|year)|regularly)\b",
    re.I,
)
_WHEN = Quick(r"\b(?:te\s+allen\s+tijde|altijd|op\s+elk\s+moment|at\s+any\s+time|always)\b", re.I)
_WHO = Quick(
    r"\b(?:alle\s+)?(?:medewerkers|personeel|werknemers|beheerders|monteurs|collega's|employees|staff)\b",
    re.I,
)
_BEFORE = Quick(r"\b(?:vooraf\w*|voordat|van\s+tevoren|beforehand|in\s+advance|before)\b", re.I)
_OPEN = re.compile(r"niet\s+(?:beperkt|gelimiteerd)\s+tot|not\s+limited\s+to", re.I)
_CLOSED = Quick(r"\b(?:alleen|uitsluitend|enkel|slechts|only)\b", re.I)
_NEVER = re.compile(r"\b(?:niet|geen|nooit|nimmer|not|never|no)\b", re.I)
_GROUPS = Quick(
    r"\b(?:klanten|websitebezoekers|bezoekers|leveranciers|sollicitanten|medewerkers|werknemers|relaties|"
    r"prospects|eindklanten|gebruikers|contactpersonen|vrijwilligers|stagiairs|customers|visitors|"
    r"applicants|employees|suppliers)\b",
    re.I,
)


def channels(words: str) -> list[str]:
    """The ways of reaching somebody that *words* name, in a fixed order."""
    return [channel.value for channel, way in _WAYS if way.search(words)]


def worded(kind: str, words: str) -> dict[str, Any]:
    """What the words of a promise of *kind* say by themselves; no key without a value."""
    told = {key: value for key, value in _values(kind, words) if value not in (None, [], "")}
    return told


def _values(kind: str, words: str) -> Iterator[tuple[str, Any]]:
    if kind in _REACHED:
        yield "email", _first(_EMAIL, words)
        yield "phone", _first(_PHONE, words)
        yield "website", _first(_SITE, words)
    if kind in _BY_CHANNEL:
        found = channels(words)
        yield ("channel", found[0]) if len(found) == 1 else ("channels", found)
    if kind == "children":
        age = _AGE.search(words)
        yield "age", int(age.group(1) or age.group(2)) if age else None
    if kind in _REGULAR:
        yield "interval", _first(_OFTEN, words)
    if kind in _ALWAYS:
        yield "when", _first(_WHEN, words)
    if kind in _STAFF:
        yield "who", _first(_WHO, words)
    if kind == "consent":
        yield "timing", _first(_BEFORE, words)
    if kind in _LISTS:
        yield "closed_list", False if _OPEN.search(words) else None
    if kind == "data_subject_group":
        yield "groups", list(dict.fromkeys(m.lower() for m in _GROUPS.findall(words)))
    if kind == "automated_decision":
        yield "solely_automated", False if _NEVER.search(words) else None
    if kind == "direct_marketing":
        yield "allowed", False if _NEVER.search(words) and not _CLOSED.search(words) else None


def _first(pattern: Quick | re.Pattern[str], words: str) -> str | None:
    found = pattern.search(words)
    return found.group().strip() if found else None


_REACHED = frozenset({"contact", "right_procedure"})
_BY_CHANNEL = frozenset(
    {"direct_marketing", "withdrawal", "change_notice", "right_procedure", "identity_verification"}
)
_REGULAR = frozenset(
    {"backup", "logging_monitoring", "security_measure", "deletion_trigger", "dpo"}
)
_ALWAYS = frozenset({"right", "withdrawal"})
_STAFF = frozenset({"confidentiality", "access_control"})
_LISTS = frozenset({"purpose", "data_category", "recipient"})
