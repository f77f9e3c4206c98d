"""Whether decisions are taken by machines alone (AVG artikelen 13 lid 2 onder f and 22)."""

import re

from nakomen.reading.facts import Said
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick

_HINTS = (
    "automati",
    "automated",
    "profil",
    "computer",
    "algoritm",
    "model",
    "machine",
    "software",
    "robot",
    "human",
    "mens",
    "beslis",
    "besluit",
)
_SUBJECT = Quick(
    r"(?:(?:ge)?automati(?:seerd|sch)\w{0,2}\b.{0,60}?\b(?:besluit|beslis)\w{0,8}|"
    r"\b(?:besluit|beslis)\w{0,8}\b.{0,90}?\b(?:(?:ge)?automati(?:seerd|sch)\w{0,2}|"
    r"computer(?:programma)?\w{0,2}|algoritme\w{0,2})|"
    r"\b(?:computer\w{0,2}|algoritme\w{0,2}|model(?:len)?|machine|software)\b.{0,60}?\b(?:besluit|beslis|decid)\w{0,8}|"
    r"\b(?:besluit|beslis)\w{0,8}\b.{0,60}?\b(?:model(?:len)?|machine|software|robot)\b|"
    r"automated\b.{0,60}?\bdecision\w{0,8}|"
    r"\bdecision\w{0,8}\b.{0,90}?\b(?:automated|automatically|without\s+human)|"
    r"\bautomated\s+(?:individual\s+)?(?:processing|profiling))",
    re.I,
)
_ABOUT = re.compile(
    r"automati(?:seerd|sch)\w{0,2}\s+(?:\w+\s+){0,2}?(?:besluit|beslis|verwerking)|"
    r"automated\s+(?:\w+\s+){0,2}?(?:decision|processing)",
    re.I,
)
_NO = re.compile(
    r"\b(?:niet|geen(?:szins)?|nooit|nimmer|niets|niemand|none|noch|zonder|neen?|not|no|never|nor|neither|don['’]t|"
    r"doesn['’]t|"
    r"without)\b",
    re.I,
)
_RIGHT = Quick(
    r"\b(?:recht(?:en)?\b(?!sgevolg)|right|bezwaar|object(?:ion)?|menselijke\s+tussenkomst\s+"
    r"(?:te\s+)?(?:vragen|eisen)|verzoek\w{0,2}\s+om)\b",
    re.I,
)
_DEFINES = re.compile(
    r"\b(?:houdt\s+in|betekent|wordt\s+verstaan|verstaan\s+(?:wij|we)|is\s+(?:het\s+|een\s+|"
    r"wanneer|als)|gaat\s+(?:het\s+)?(?:hier(?:bij)?|daarbij)?\s*om|betreft|"
    r"means|refers\s+to|is\s+(?:a|the|when|any)\b)",
    re.I,
)
_IF = re.compile(
    r"^\W{0,3}(?:indien|als|wanneer|mocht(?:en)?|zodra|if|when|where|should)\b|"
    r"\b(?:kunt\s+u|kun\s+je|in\s+het\s+geval\s+(?:van|dat))\b",
    re.I,
)
_DO = re.compile(
    r"\b(?:wij|we|ons|onze|neemt|nemen|genomen|gebruik\w{0,2}|vind(?:en|t)|plaatsvind\w{0,3}|"
    r"sprake|maak(?:t|en)|passen|doen|doet|word(?:t|en)|is|use|uses|make|makes|made|engage\w{0,2}|"
    r"take|takes|place|subject|onderworpen|zit|exist|carry|apply|perform|involve\w?)\b",
    re.I,
)
_THIS_NOT = re.compile(
    r"\b(?:dit|dat|hier|daar|deze|hiervan|daarvan|hieraan|daaraan|this|that|such)\b.{0,80}\b(?:niet|geen|"
    r"nooit|not|no|never)\b|\b(?:niet|geen|not)\b.{0,80}\b(?:dit\s+recht|hiervan|this\s+right)\b|"
    r"^\W{0,3}(?:nee|neen|no|none|geen|niet\s+van\s+toepassing|not\s+applicable|n\.?v\.?t\.?)\b",
    re.I,
)
_ONLY_MARKETING = Quick(r"\b(?:e-?mail|nieuwsbrief|bevestiging|factu\w{1,4}|incasso)\b", re.I)
_BY_PEOPLE = re.compile(
    r"\b(?:besluit|beslis|decision)\w{0,8}\b.{0,60}\b(?:altijd|steeds|uitsluitend|alleen|always)\b.{0,30}"
    r"\b(?:mens(?:en)?|medewerkers?|human|people|persons?)\b|"
    r"\b(?:mens|medewerker|docent|collega|human|person)\b.{0,30}\b(?:beslist|besluit|decides)\b.{0,20}"
    r"\b(?:altijd|zelf|always)\b|\baltijd\b.{0,30}\b(?:mens|medewerker|docent)\b.{0,30}\b(?:beslist|besluit)\b",
    re.I,
)
_JUDGED = re.compile(
    r"\bautomatisch\s+(?:bepaal\w{0,2}|getoetst|beoordeeld|afgewezen|geaccepteerd|gescoord)\b|"
    r"\bautomatically\s+(?:assess|score|reject|approve|decide)\w{0,3}\b",
    re.I,
)
"""What a machine says of a person."""
_WHOLLY = Quick(
    r"\b(?:volledig|geheel|uitsluitend|solely|fully)\s+(?:ge)?automati(?:seerd|sch)|"
    r"\b(?:solely|fully)\s+automated",
    re.I,
)
_HEDGED = re.compile(r"\b(?:kan|kunnen|may|might|could|ooit|eventue\w{1,3}|mogelijk)\b", re.I)


_WEIGHT = re.compile(
    r"\s(?:die|welke|that|which)\s(?:[\w()]+\s){0,4}(?:gevolgen|consequences|effects?)\b"
    r"(?:\s(?!(?:based|on|op)\b)\w+){0,5}",
    re.I,
)
"""What a decision may lead to; whether it is taken stands outside."""


def read_automated(sentences: tuple[Sentence, ...]) -> Said[bool] | None:
    """
    True where the text says that it happens, False where it denies it.

    A right "not to be subject to" it, a definition and an "if" say neither.
    """
    for number, sentence in enumerate(sentences):
        if sentence.role is Role.HEADING:
            continue
        value = _said(sentence)
        if value is None and number and _this_is_not(sentence, sentences[number - 1]):
            value = False
        if value is not None:
            return Said(quote=sentence.text, start=sentence.start, value=value)
    return None


def _said(sentence: Sentence) -> bool | None:
    if not any(hint in sentence.low for hint in _HINTS):
        return None
    words = sentence.words
    if _BY_PEOPLE.search(words):
        return False
    headed = _ABOUT.search(sentence.section or "") is not None
    if _JUDGED.search(words) and not _NO.search(words) and not _IF.search(words):
        return True
    if headed and _WHOLLY.search(words) and not _NO.search(words) and not _RIGHT.search(words):
        return True
    words = _WEIGHT.sub("", words)
    subject = _SUBJECT.search(words) or (_ABOUT.search(words) if headed else None)
    if not subject and not (headed and "profil" in sentence.low):
        return None
    if _RIGHT.search(words) or not _DO.search(words):
        return None
    if _NO.search(words):
        return None if _DEFINES.search(words) and not _denies_first(words) else False
    if not subject or _DEFINES.search(words) or _IF.search(words) or _HEDGED.search(words):
        return None
    return True


def _denies_first(words: str) -> bool:
    """The denial stands before the words that define."""
    no, defines = _NO.search(words), _DEFINES.search(words)
    return bool(no and defines and no.start() < defines.start())


def _this_is_not(sentence: Sentence, before: Sentence) -> bool:
    """ "Dit doen wij niet" after a sentence or a heading on automated decisions."""
    about = _ABOUT.search(sentence.section or "") or _SUBJECT.search(before.words)
    if not about or sentence.section != before.section or len(sentence.text) > 160:
        return False
    return _THIS_NOT.search(sentence.words) is not None
