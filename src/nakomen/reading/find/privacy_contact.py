"""Whom to ask about privacy: the officer, a named person, or the mailbox for such questions."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from nakomen.reading.facts import PrivacyContact, Quote
from nakomen.reading.find import contact
from nakomen.reading.find.own import AUTHORITY
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick

_HINTS = (
    *("functionaris", "fg", "dpo", "officer", "privacy", "gegevensbescherming", "data protection"),
    *("persoonsgegevens", "personal data", "verklaring", "statement", "policy", "rechten"),
)
_OFFICER = (
    r"functionaris\s+(?:voor\s+)?(?:de\s+)?(?:gegevensbescherming|databescherming)|"
    r"functionaris\s+persoonsgegevens|data\s+protection\s+officer|(?-i:\bDPO|\bFG)\b(?!@)"
)
_PERSON = (
    r"contactperso(?:on|nen)\s+(?:voor\s+|inzake\s+|op\s+het\s+gebied\s+van\s+|over\s+|m\.b\.t\.\s+)?"
    r"(?:de\s+)?(?:privacy\w{0,9}|gegevensbescherming|persoonsgegevens|AVG)|"
    r"privacy[\s-]?(?:officer|contactpersoon|co[oö]rdinator|verantwoordelijke|functionaris|manager|"
    r"medewerker|aanspreekpunt|beheerder|contact(?=\s*:))|data\s+privacy[\s-]manager|"
    r"(?:AVG|GDPR)[\s-](?:contactpersoon|verantwoordelijke|co[oö]rdinator)|"
    r"aanspreekpunt\s+(?:voor\s+)?privacy\w{0,6}|"
    r"verantwoordelijke?\s+voor\s+(?:de\s+)?(?:privacy|gegevensbescherming)\b(?!\s+van)|"
    r"person\s+in\s+charge\s+of\s+privacy|privacy\s+contact\s+person|contact\s+person\s+for\s+(?:data\s+)?(?:privacy|protection)"
)
_ROLE = Quick(rf"\b(?:(?P<officer>{_OFFICER})|(?P<person>{_PERSON}))(?!\w)", re.I)
_NONE = re.compile(
    r"\b(?:geen|niet|no|not|nor|noch)\b.{0,80}?"
    rf"(?:{_OFFICER}|aangesteld|benoemd|aan\s+te\s+(?:stellen|wijzen)|appoint)|"
    rf"(?:{_OFFICER})\s+(?:hebben|heeft|is)\b.{{0,40}}?\b(?:niet|geen|not)\b",
    re.I,
)
_IF_ANY = Quick(r"indien\s+van\s+toepassing|if\s+applicable|\bvan\s+(?:uw|de\s+klant)\b", re.I)
_TITLE = r"(?:(?:de\s+heer|mevrouw|dhr|mevr|mw|mr|drs|ing|ir|dr|ms|mrs)\.?\s+)*"
_SMALL = r"(?:van|de|der|den|ter|ten|te|in|op|het|la|el|von|’t|'t)"
_NAME = (
    r"(?P<name>(?:(?:[A-Z]\.\s?){1,5}|[A-Z]{1,4}\s|[A-Z][\w’'-]{1,20}\s)"
    rf"(?:(?:[A-Z]\.\s?){{1,3}})?(?:{_SMALL}\s){{0,3}}"
    rf"[A-Z][\w’'-]{{1,30}}(?:\s(?:{_SMALL}\s){{0,2}}[A-Z][\w’'-]{{1,30}})?)(?![\w@])"
)
_ALONE = re.compile(
    rf"\W{{0,3}}(?i:(?:naam|name)\s*:\s*)?(?i:{_TITLE}){_NAME}"
    r"(?:\W{0,3}|[\s,|(–-]{1,4}[\w.+-]{1,40}@[\w.-]{1,60}\W{0,3})\Z"
)
_IS_ROLE = re.compile(
    rf"(?i:{_TITLE}){_NAME}\s*(?:,|\(|is|treedt\s+op\s+als|is\s+aangesteld\s+als)\s+$"
)
_IS_NAME = Quick(rf"\b(?:is|was)\s+(?i:{_TITLE}){_NAME}\s+$")
_ADJACENT = re.compile(rf"\s+(?i:{_TITLE}){_NAME}")
_AS = r"\s*\(([a-zë][a-zë -]{3,40})\)"
"""Behind a name, in brackets: what she is."""
_SURNAME = re.compile(
    r"(?P<name>\b(?:[Mm]evrouw|[Dd]e\s+heer|[Mm]w\.|[Dd]hr\.|Mrs\.?|Ms\.?|Mr\.?)\s+"
    rf"(?:{_SMALL}\s){{0,2}}[A-Z][\w’'-]{{2,30}})(?!\w)"
)
"""A surname alone is a name behind "mevrouw"."""
_ROLE_IS = re.compile(
    rf"[^.;:]{{0,60}}?(?:\bis\b|:|,|\()\s*(?:\(?naam\)?\s*:\s*)?(?i:{_TITLE}){_NAME}"
)
_COMMON = (
    "functionaris gegevensbescherming autoriteit persoonsgegevens algemene verordening data "
    "protection officer privacy contact onze wij de het u voor e-mail email telefoon stichting "
    "deze dit hij zij tel bv b.v general regulation our the kamer managing director "
    "manager benelux titel"
)
_NO_NAME = frozenset(_COMMON.split())
_QUESTION = re.compile(
    r"\b(?:vra(?:ag|gen)|verzoek(?:en)?|klachten?|opmerking(?:en)?|rechten|recht|"
    r"questions?|requests?|concerns?|complaints?|rights?|enquir(?:y|ies)|"
    r"contact\s+(?:met\s+ons\s+)?op(?:nemen)?|uitoefenen|exercise)\b",
    re.I,
)
_TOPIC = re.compile(
    r"\b(?:privacy\w{0,14}|persoonsgegevens|persoonlijke\s+(?:gegevens|informatie)|"
    r"\(persoons\)gegevens|gegevens|verklaring|inzage|correctie|verwijder\w{0,5}|AVG|personal\s+data|"
    r"(?:this|our)\s+(?:policy|statement|notice)|"
    r"(?:uw|je|jouw|your|these)\s+(?:rechten|rights))\b",
    re.I,
)
_REACHED = Quick(
    r"\b(?:bereik\w{0,4}|e-?mail\w{0,6}|mail\w{0,3}|contact|telefoon\w{0,7}|tel|bel(?:len|t)?|"
    r"reach(?:ed)?|phone|call)\b",
    re.I,
)
_NAMES_PRIVACY = Quick(r"(?<![\w@.])privacy\b(?![@.]\w)", re.I)
_ABOUT_HER = re.compile(r"\bprivacy\b|\brecht(?:en)?\b|\brights?\b|persoonsgegevens", re.I)
_COLLEAGUE = re.compile(
    r"(?:\b(?:[Bb]el|[Mm]ail|[Ss]chrijf|[Ee]-?mail|[Cc]all|[Cc]ontact|[Bb]eantwoordt|[Bb]ehandelt)\s+"
    r"(?:(?:of|en|or)\s+[a-z]+\s+)?(?:naar\s+|met\s+)?|\b(?:onze|our)\s+(?:(?i:collega|medewerker|colleague)|(?P<role>[a-zë]{4,20}(?:\s[a-z]{4,20})?)),?\s+)"
    rf"(?i:{_TITLE}){_NAME}(?:,\s+(?P<as>[a-zëö]{{4,20}}(?:\s[a-z]{{4,24}})?)(?=[.,;]))?"
)
_FOR_PRIVACY = re.compile(
    r"(?<![\w.+-])(?:privacy|avg|gdpr|fg|dpo|gegevensbescherming|persoonsgegevens|dataprotection)"
    r"[\w.+-]{0,20}@",
    re.I,
)


@dataclass(frozen=True, kw_only=True)
class _Mention:
    officer: bool
    contact: PrivacyContact


def read_privacy_contact(
    sentences: tuple[Sentence, ...], own: frozenset[str] = frozenset()
) -> PrivacyContact:
    """
    The officer goes before another person, a person before a mailbox; *own* are company names.

    A mailbox counts only where the text gives it for questions on privacy or for the rights.
    """
    mentions = list(_mentions(sentences, own))
    for officer in (True, False):
        if told := [m.contact for m in mentions if m.officer is officer]:
            return _merged(told)
    box = next(_mailboxes(sentences), PrivacyContact())
    denied = next((s for s in sentences if _denies(s)), None)
    if denied:
        quote = Quote(quote=denied.text, start=denied.start)
        return replace(box, is_dpo=False, told=(*box.told, quote))
    return box


def _merged(told: list[PrivacyContact]) -> PrivacyContact:
    """What the first mention leaves open, a later one may tell."""
    first = {
        field: next((v for c in told if (v := getattr(c, field))), None)
        for field in ("name", "role", "email", "phone")
    }
    return PrivacyContact(
        **first, is_dpo=told[0].is_dpo, told=tuple(q for c in told for q in c.told)
    )


def _mentions(sentences: tuple[Sentence, ...], own: frozenset[str]) -> Iterator[_Mention]:
    for number, sentence in enumerate(sentences):
        if colleague := _colleague(sentence, sentences[number + 1 : number + 5], own):
            yield _Mention(officer=False, contact=colleague)
        if not any(hint in sentence.low for hint in _HINTS[:6]):
            continue
        if _denies(sentence) or _IF_ANY.search(sentence.words):
            continue
        near = list(_below(sentence, sentences[number + 1 : number + 7]))
        for begin, role, end in _stretches(sentence.words):
            told = _told(sentence, (begin, end), role, near, own)
            if told.reachable or sentence.role is not Role.HEADING:
                yield _Mention(officer=role["officer"] is not None, contact=told)


def _colleague(
    sentence: Sentence, after: tuple[Sentence, ...], own: frozenset[str]
) -> PrivacyContact | None:
    """ "Mail onze directeur, de heer P. Janssen", where it is about privacy or the rights."""
    if not _ABOUT_HER.search(f"{sentence.words} {' / '.join(sentence.sections)}"):
        return None
    found = _COLLEAGUE.search(sentence.words)
    name = _person(found["name"], own) if found else None
    if not found or not name:
        return None
    near = list(_below(sentence, after))
    email, phone = _reached([sentence.words, *_addressed(sentence, near)])
    role = found["role"] or found["as"]
    told = (Quote(quote=sentence.text, start=sentence.start),)
    return PrivacyContact(name=name, role=role, email=email, phone=phone, is_dpo=False, told=told)


def _stretches(words: str) -> Iterator[tuple[int, re.Match[str], int]]:
    """Each role with the words that may speak of it: from the role before to the one after."""
    roles = [found for found in _ROLE.finditer(words) if words[found.start() - 1 :][:1] != "("]
    roles = roles or list(_ROLE.finditer(words))
    for number, role in enumerate(roles):
        begin = roles[number - 1].end() if number else 0
        yield begin, role, roles[number + 1].start() if number + 1 < len(roles) else len(words)


def _told(
    sentence: Sentence,
    stretch: tuple[int, int],
    role: re.Match[str],
    near: list[Sentence],
    own: frozenset[str],
) -> PrivacyContact:
    begin, end = stretch
    words = sentence.words
    name = _named_in(words[begin : role.start()], words[role.end() : end], own)
    name = name or _named_below(sentence, role, near, own)
    email, phone = _reached([words[role.end() : end]])
    if not email and begin == 0 and end == len(words):
        email, later = _reached([words, *_addressed(sentence, near)])
        phone = phone or later
    return PrivacyContact(
        name=name,
        role=_role(words, name) or " ".join(role.group().split()),
        email=email,
        phone=phone,
        is_dpo=role["officer"] is not None,
        told=(Quote(quote=sentence.text, start=sentence.start),),
    )


def _role(words: str, name: str | None) -> str | None:
    """What stands in brackets behind her name, as in "Jan de Vries (directeur)"."""
    found = re.search(re.escape(name) + _AS, words) if name else None
    return found[1] if found else None


def _addressed(sentence: Sentence, near: list[Sentence]) -> Iterator[str]:
    """The lines after it that say how to reach the contact, and not a supervisor."""
    for other in near[:4]:
        if AUTHORITY.search(other.words):
            return
        if (
            sentence.role is Role.HEADING
            or other.block == sentence.block
            or _REACHED.search(other.words)
        ):
            yield other.words


def _below(sentence: Sentence, after: tuple[Sentence, ...]) -> Iterator[Sentence]:
    """The sentences of the same chapter; of a heading, those under it. A name is no heading."""
    sections = {sentence.section}
    for other in after:
        if other.role is Role.HEADING and not _ALONE.match(other.words):
            return
        if other.role is Role.HEADING or sentence.role is Role.HEADING:
            sections.add(other.section)
        if other.section not in sections:
            return
        yield other


def _denies(sentence: Sentence) -> bool:
    low = sentence.low
    if not any(hint in low for hint in ("functionaris", "officer", "dpo", "fg")):
        return False
    return bool(re.search(_OFFICER, sentence.words, re.I) and _NONE.search(sentence.words))


def _named_in(before: str, after: str, own: frozenset[str]) -> str | None:
    lead = re.sub(r"\s*(?:de|onze|the|our|een|ook|tevens|binnen\s+\S{1,40})*\s*\Z", " ", before)
    found = (
        _IS_ROLE.search(lead[-120:])
        or _IS_NAME.search(lead[-120:])
        or _ADJACENT.match(after[:60])
        or _ROLE_IS.match(after[:140])
        or _SURNAME.search(f"{lead[-40:]}{after[:40]}")
    )
    return _person(found["name"], own) if found else None


def _named_below(
    sentence: Sentence, role: re.Match[str], near: list[Sentence], own: frozenset[str]
) -> str | None:
    """A line with nothing but a name, under a line with hardly more than the role."""
    if len(sentence.words) > len(role.group()) + 40:
        return None
    rest = sentence.words[role.end() :]
    if (found := _ALONE.match(rest.strip(" :-–"))) and (name := _person(found["name"], own)):
        return name
    for other in near[:2]:
        if found := _ALONE.match(other.words):
            return _person(found["name"], own)
    return None


def _person(name: str, own: frozenset[str]) -> str | None:
    """No common word, and not the company itself."""
    words = name.casefold().split()
    if words[0] in _NO_NAME or words[-1] in _NO_NAME or name.casefold() in own:
        return None
    return " ".join(name.split())


def _reached(stretches: Iterable[str]) -> tuple[str | None, str | None]:
    """The first address and the first number."""
    email = phone = None
    for words in stretches:
        email = email or next((q.quote for q in contact.emails(words)), None)
        phone = phone or next((q.quote for q in contact.phones(words)), None)
    return email, phone


def _mailboxes(sentences: tuple[Sentence, ...]) -> Iterator[PrivacyContact]:
    """Sentences that give an address for questions on privacy or for the rights."""
    for number, sentence in enumerate(sentences):
        if "@" not in sentence.words or sentence.role is Role.HEADING:
            continue
        words = sentence.words
        if number and len(words) < 160 and sentences[number - 1].section == sentence.section:
            words = f"{sentences[number - 1].words} {words}"
        asks = _QUESTION.search(words) and _TOPIC.search(words)
        if asks or _NAMES_PRIVACY.search(sentence.words) or _FOR_PRIVACY.search(sentence.words):
            email, phone = _reached([sentence.words])
            quote = Quote(quote=sentence.text, start=sentence.start)
            yield PrivacyContact(email=email, phone=phone, is_dpo=False, told=(quote,))
