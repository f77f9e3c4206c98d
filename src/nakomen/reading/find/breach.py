"""Whether the text says what happens at a leak (AVG artikelen 33 and 34)."""

import re

from nakomen.reading.facts import Said
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.quick import Quick

_HINTS = (
    "lek",
    "inbreuk",
    "incident",
    "breach",
    "leak",
    "meld ik",
    " uur",
    "hours",
    "melden",
    "diefstal",
    "verlies",
    "gestolen",
    "ingebroken",
    "meld we",
    "melden w",
    " mis",
    "hack",
    "handen",
    "straat",
    "wrong",
)
_REPORTED = Quick(
    r"\b(?:meld(?:en|t)?\s+(?:ik|wij|we)|(?:ik|wij|we)\s+meld(?:en)?)\b.{0,60}\b(?:autoriteit\s+persoonsgegevens|toezichthoud|"
    r"(?-i:AP\b))",
    re.I,
)
"""Who reports to the supervisor speaks of a leak, whatever it is called."""
_IN_HOURS = re.compile(
    r"\b(?:meld|melden|gemeld|informeren|ge[iï]nformeerd|notif\w{1,6}|report\w{0,3}|inform)\b.{0,80}"
    r"\b72\s+(?:uur|hours)\b|\b72\s+(?:uur|hours)\b.{0,80}"
    r"\b(?:melden|gemeld|notif\w{1,6}|report\w{0,3})\b",
    re.I,
)
"""AVG artikel 33: only a leak has this term."""
_LEAK = re.compile(
    r"\b(?:data-?\s?lek(?:ken)?|(?:privacy|beveiligings|veiligheids|security)-?\s?(?:lek(?:ken)?|"
    r"incident(?:en)?|inbreuk(?:en)?)|"
    r"inbreuk(?:en)?\s+(?:in\s+verband\s+met|op|op\s+de\s+beveiliging\s+van)\s+(?:\w+\s+){0,3}"
    r"\(?(?:persoons\)?)?gegevens|inbreuk\s+ontdekken|lek(?=\s+(?:zich|in))|het\s+lek|incident(?:en)?\s+met\s+(?:\w+\s+)?(?:persoons)?gegevens|"
    r"(?:data|security|privacy|personal\s+data)\s+(?:breach(?:es)?|incidents?|leaks?)|"
    r"breach\s+of\s+(?:\w+\s+){0,2}(?:data|security))\b|\bdatalek|"
    r"\b(?:a|any|such\s+a|the)\s+(?:breach|leak)\b",
    re.I,
)
_HAPPENS = re.compile(
    r"\b(?:meld(?:en|ing|ingen|t)?|gemeld|meldplicht|melding|informe(?:ren|ert)|ge[iï]nformeerd|"
    r"op\s+de\s+hoogte|in\s+kennis|kennis(?:geving|geven)|waarschuw\w{0,3}|gewaarschuwd|"
    r"bericht\s+(?:u|je)|laten\s+(?:wij|we)\s+(?:het|dit|u|je)|stellen\s+(?:wij|we)\b.{0,40}\bhoogte|"
    r"hoor(?:t|en)?|vertel\w{0,3}|bel(?:len)?|"
    r"procedures?|\w{0,12}protocol\w{0,2}|draaiboek|stappen(?:plan)?|dichten|gedicht|onderzoek\w{0,3}|"
    r"handel(?:en|t|wijze)|maatregelen|registr\w{1,6}|beleid|"
    r"notif(?:y|ied|ies|ication)|inform(?:ed)?|report(?:ed|ing)?|procedure|plan|respond|tell)\b",
    re.I,
)
_SOFT = re.compile(
    r"\b(?:uitlekt|lek|lekt|lekken|uitlekken|gelekt|uitgelekt|gehackt|hack|verkeerde\s+handen|op\s+straat|gestolen|ingebroken|misgaa[tn]|misgegaan|"
    r"(?:diefstal|verlies)\s+(?:of\s+\w+\s+)?van\s+(?:\w+\s+)?(?:persoons)?gegevens)\b|"
    r"\b(?:iets|het)\s+(?:\w+\s+)?(?:mis|fout)\b|go(?:es)?\s+wrong",
    re.I,
)
"""A leak in everyday words: it needs data, and what is done."""
_DATA = re.compile(r"gegevens|systeem|systemen|\bdata\b|beveilig|veiligheid|secur", re.I)
_WE_ACT = re.compile(
    r"\b(?:melden|meld|informeren|vertellen|vertel|waarschuwen|bellen|bel|laten|volgen|stellen|lichten|tell|"
    r"notify|inform|follow)\s+(?:ik|wij|we|u|je|you|the)\b|\b(?:wij|we|ik)\s+(?:\w+\s+){0,3}(?:melden|meld|"
    r"informeren|vertellen|waarschuwen|tell|notify|inform)\b|\bhoor(?:t|en)?\s+(?:u|je|jij)\b|"
    r"\b(?:u|je|jij)\s+hoor(?:t)?\b|draaiboek",
    re.I,
)
_PREVENTS = re.compile(
    r"\b(?:voorkom\w{0,3}|tegen(?:gaan)?|beperken|detecteren|opsporen|prevent\w{0,3}|protect\w{0,3}|"
    r"avoid|against)\b[^.;]{0,60}\Z",
    re.I,
)
_TO_PREVENT = Quick(r"[^.;,]{0,40}\b(?:te\s+)?(?:voorkomen|beperken)\b", re.I)
_HERS = re.compile(
    r"\b(?:meldt?|laat)\s+(?:u|je|jij|dit|het|dat)\b|\b(?:u|je|jij|you)\s+(?:dient|moet|should|"
    r"must)\b|\b(?:kunt|kun)\s+(?:u|je)\b|"
    r"\b(?:vermoed\w{0,2}|ontdek(?:t)?|denk(?:t)?)\s+(?:u|je|jij)\b|\bneem\s+(?:dan\s+)?contact\b|"
    r"\bplease\s+(?:report|contact)\b|\b(?:meld|report)\s+(?:een|a|dit|het)\b",
    re.I,
)
_PARTNERS = Quick(
    r"\b(?:verwerkers?(?:overeenkomst\w{0,2})?|leveranciers?|hostingpartij|processors?)\b", re.I
)
_OURS = re.compile(
    r"\b(?:wij|we|ons|onze|betrokkenen|autoriteit|toezichthoud\w{0,3}|AP|functionaris|our|us|"
    r"authority|supervisory|data\s+subjects?|protocol|procedures?)\b|\bu\b|\bje\b|\byou\b",
    re.I,
)

_TOLD = Quick(
    r"\b(?:autoriteit|toezichthoud\w{0,3}|betrokkenen|notify|informeren|op\s+de\s+hoogte|AP)\b",
    re.I,
)
_PASSIVE = re.compile(r"\b(?:word(?:t|en)|will\s+be|is|are)\b", re.I)
_TELLS_HER = re.compile(
    r"\b(?:meld(?:en|ing)?|gemeld|informeren|ge[iï]nformeerd|op\s+de\s+hoogte|notify|notified|"
    r"inform(?:ed)?)\b",
    re.I,
)


def read_breach(sentences: tuple[Sentence, ...]) -> Said[bool] | None:
    """True where a sentence says what the company does; guarding against leaks is not enough."""
    for sentence in sentences:
        if sentence.role is Role.HEADING or not any(hint in sentence.low for hint in _HINTS):
            continue
        if _tells(sentence):
            return Said(quote=sentence.text, start=sentence.start, value=True)
    return _under_heading(sentences)


def _tells(sentence: Sentence) -> bool:
    words = sentence.words
    if _REPORTED.search(words) or _IN_HOURS.search(words):
        return True
    leak = _LEAK.search(words)
    if not leak and _SOFT.search(words) and _DATA.search(f"{words} {sentence.section}"):
        return _WE_ACT.search(words) is not None and not _HERS.search(words)
    if not leak or _HERS.search(words):
        return False
    rest = words[: leak.start()] + " " + words[leak.end() :]
    if not _HAPPENS.search(rest) and "meldplicht" not in sentence.low:
        return False
    prevents = _PREVENTS.search(words[: leak.start()]) or _TO_PREVENT.match(words, leak.end())
    if prevents and not _TOLD.search(rest):
        return False
    if _PARTNERS.search(words) and not _TOLD.search(rest):
        return False
    return _OURS.search(rest) is not None or _PASSIVE.search(words) is not None


def _under_heading(sentences: tuple[Sentence, ...]) -> Said[bool] | None:
    """In a chapter on leaks "wij informeren u binnen 72 uur" needs not name the leak again."""
    before = None
    for sentence in sentences:
        asked, before = before, sentence
        above = sentence.section or ""
        if asked and asked.section == sentence.section and asked.words.rstrip().endswith("?"):
            above = f"{above} {asked.words}"
        headed = _LEAK.search(above) or _SOFT.search(above)
        if not headed or sentence.role is Role.HEADING or _HERS.search(sentence.words):
            continue
        told = _TELLS_HER.search(sentence.words) or _WE_ACT.search(sentence.words)
        if told and _OURS.search(sentence.words):
            return Said(quote=sentence.text, start=sentence.start, value=True)
    return None
