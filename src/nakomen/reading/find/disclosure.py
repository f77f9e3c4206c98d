"""Whether police, court, tax office or government is named as a possible receiver."""

import re

from nakomen.reading.facts import Said
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick

_HINTS = (
    *("politi", "justiti", "openbaar minist", "fiod", "belastingdienst", "fiscus", "opspor"),
    *("overheid", "autoriteit", "instanti", "rechter", "gerecht", "rechtbank", "toezichthou"),
    *("uwv", "gemeente", "police", "law enforcement", "authorit", "court", "government", "tax "),
    *(
        "fiscaal",
        "strafrecht",
        "inlichtingen",
        "subpoena",
        "judge",
        "prosecutor",
        "regulator",
        "ministerie",
        "inspectie",
        "douane",
    ),
)
_AUTHORITY = re.compile(
    r"\b(?:politie\w{0,14}|justiti\w{1,8}|openbaar\s+ministerie|\bOM\b|fiod|"
    r"belastingdienst(?:en)?|fiscus|douane|uwv|"
    r"opsporings(?:\w{1,14}|-)|(?:inlichtingen|veiligheids)\w{0,3}diensten|"
    r"officier\s+van\s+justitie|(?:overheids?|semi-overheids|publieke|openbare|gerechtelijke|"
    r"wettelijk\s+bevoegde|bevoegde|toezichthoudende|justitiële|juridische)-?\s?(?:instanties?|"
    r"instelling(?:en)?|organisaties?|organen|autoriteit(?:en)?|diensten|verzoeken|macht)|"
    r"overheid(?:swege)?|overheden|autoriteiten|toezichthouders?|gemeenten?|"
    r"recht(?:er(?:lijk\w{0,2})?|bank(?:en)?)|gerechtelijke?\s+(?:bevel|uitspraak|procedure|vonnis)|"
    r"(?:arbeids)?inspectie|ministerie|"
    r"(?:strafrechtelijk|fiscaal)\s+(?:of\s+\w+\s+)?onderzoek|"
    r"police|law\s+enforcement|(?:public|government(?:al)?|competent|tax|judicial|regulatory|"
    r"supervisory)\s+(?:authorit\w{1,3}|agenc\w{1,3}|bod(?:y|ies)|institutions?)|authorities|"
    r"government|courts?|judges?|prosecutors?|court\s+orders?|subpoenas?|tax\s+office|regulators?)\b",
    re.I,
)
_GIVEN = re.compile(
    r"(?:verstrek\w{0,4}|\bde(?:len|elt|el)\b|gedeeld|door(?:ge(?:ven|geven|stuurd)|geef)|"
    r"\bgeven\b.{0,80}\b(?:door|af)\b|\bgeeft\b.{0,80}\bdoor\b|overhandig\w{0,3}|overleg(?:gen|d)|"
    r"afgeven|afgegeven|afgifte|ter\s+beschikking|beschikbaar\s+(?:te\s+)?(?:stel|gesteld)|"
    r"openbaar\s+(?:te\s+)?ma(?:ken|akt)|openbaarmaking|bekend\s?(?:te\s+)?ma(?:ken|akt)|bekendgemaakt|"
    r"vorder\w{0,4}|beslag|opvra(?:agt|gen)|opgevraagd|\bvraagt\b.{0,80}\bom\b|beve(?:elt|len|l)\b|\bkrijg(?:t|en)\b|vrij\s?(?:te\s+)?geven|ontvang(?:ers?|en)|verschaf\w{0,3}|"
    r"uitlever\w{0,3}|verzend\w{0,2}|verzonden|aan\s+te\s+leveren|aanlever\w{0,3}|inzage\s+(?:te\s+)?geven|"
    r"medewerking|overgedragen|over\s+te\s+dragen|kenbaar|"
    r"\bshar(?:e|ed|ing)\b|disclos\w{1,4}|provid(?:e|ed|ing)\b|transfer\w{0,4}|releas\w{1,3}|"
    r"hand(?:ed)?\s+over|recipients?|pass(?:ed)?\s+on|report(?:ed)?\s+to|\border(?:s|ed)?\b)",
    re.I,
)
_TO_SHARE = Quick(
    r"\b(?:delen|gedeeld|deel|derden|ontvangers?|verstrek\w{0,4}|doorgeven|doorgifte|"
    r"wie\s+(?:krijgt|ontvangt|heeft)|"
    r"shar(?:e|ing)|recipients?|third\s+parties|disclos\w{1,4})\b",
    re.I,
)
_COMPLAINT = Quick(
    r"\b(?:klachte?n?|klacht|complaints?|datalek\w{0,3}|breach\w{0,2}|inbreuk\w{0,2}|geschil\w{0,4}|"
    r"disputes?)\b",
    re.I,
)
_KEEPS = Quick(
    r"\b(?:bewa(?:ar|ren)\w{0,8}|bewaarplicht|administratieplicht|retain\w{0,3}|keep|kept|stor(?:e|ed))\b",
    re.I,
)
_ISSUED = Quick(r"(?:uitgegeven|afgegeven|verstrekt|issued)\s+(?:door|by)\b", re.I)
_NEVER = re.compile(r"\b(?:niet|nooit|geen|nimmer|not|never|no)\b", re.I)
_UNLESS = Quick(
    r"\b(?:tenzij|behalve|anders\s+dan|behoudens|uitgezonderd|uitzondering|mits|"
    r"alleen|uitsluitend|slechts|zonder|indien|als|wanneer|unless|except|other\s+than|only|without|if|"
    r"when)\b",
    re.I,
)


def read_disclosure(sentences: tuple[Sentence, ...]) -> Said[bool] | None:
    """True where one may receive data, False where that is denied without exception."""
    denied = None
    for sentence in sentences:
        if sentence.role is Role.HEADING or not any(hint in sentence.low for hint in _HINTS):
            continue
        if not _may_receive(sentence):
            continue
        words = sentence.words
        said = Said(quote=sentence.text, start=sentence.start, value=True)
        if not _denied(words):
            return said
        denied = denied or Said(quote=sentence.text, start=sentence.start, value=False)
    return denied


def _denied(words: str) -> bool:
    """Whether the clause that names them says never, and no clause says unless."""
    clause = next((c for c in re.split(r"[;:]", words) if _AUTHORITY.search(c)), words)
    return _NEVER.search(clause) is not None and not _UNLESS.search(words)


def _may_receive(sentence: Sentence) -> bool:
    words = sentence.words
    named = _AUTHORITY.search(words)
    if not named or _COMPLAINT.search(words) or _ISSUED.search(words):
        return False
    listed = sentence.role in (Role.ITEM, Role.ROW)
    around = f"{sentence.lead if listed else ''} {sentence.section or ''}"
    if _TO_SHARE.search(around) and not _KEEPS.search(words):
        return True
    given = _GIVEN.search(words)
    if not given:
        return False
    return not (_KEEPS.search(words) and not _TO_SHARE.search(words))
