"""Sentences that say that data goes to somebody: their verbs, denials, roles, purposes."""

import re

SHARES = re.compile(
    r"\b(?:\b(?:delen|deelt|deel|gedeeld)\b|verstrek|doorge(?:ven|geven|stuurd|zet)|"
    r"door\s+te\s+geven|"
    r"ter\s+beschikking\s+(?:ge)?stel|\bstelt\b.{0,80}\bter\s+beschikking|overhandig|inschakel|"
    r"ingeschakeld|"
    r"\bschakel(?:en|t)?\b.{0,120}?\bin\b|\bzetten\b.{0,80}\bin\b|uitbeste|overdragen|"
    r"overgedragen|verkopen|"
    r"(?:hebben|heeft|krijgen|krijgt)\s+(?:\w+\s+){0,3}toegang|toegang\s+(?:hebben|heeft|krijgt|"
    r"krijgen)|"
    r"inzichtelijk\s+voor|bekend\s?(?:te\s+)?maken|namens\s+ons|in\s+(?:onze\s+opdracht|"
    r"opdracht\s+van\s+ons)|"
    r"gebruik\w*\s+(?:te\s+)?(?:ge)?ma+k|ma+kt?\w*\s+(?:\w+\s+){0,8}gebruik\s+van|\bgebruiken\b|"
    r"samenwerk|"
    r"\bhuren\b|inkopen|afhankelijk\s+van|gehost|verzonden\s+(?:via|door)|inloggen\s+via|"
    r"\bshar(?:e|ed|ing)\b|disclos|\bengag|\btransfer|\bprovide\s+(?:\w+\s+){0,4}to\b|\buse\b|"
    r"hosted|"
    r"\b(?:ver)?st(?:uurt|uren)\b|\bmeesturen\b|\bge(?:ven|eft)\b.{0,80}\b(?:af|door|aan|inzage)\b|afge(?:ven|geven)|af\s+te\s+geven|"
    r"\baan\b[^.;]{3,60}\sgeven\b|"
    r"(?<!\bu )(?<!\bje )(?<!\bwij )(?<!\bwe )(?<!\bwillen )\b(?:krijg(?:t|en)|ontvang(?:t|en))\b"
    r"(?!\s+(?:u|je|jij|wij|we)\b)|"
    r"\b(?:gegevens|informatie|data)\b.{0,60}\b(?:krijg(?:t|en)|ontvang(?:t|en)|opvra(?:gen|agt)|vorder(?:en|t))\b|"
    r"\bvordering\b|\bontvangers\b|toegankelijk\s+voor|\bpass(?:ed)?\s+on\b|\brely\s+on\b|"
    r"\b(?:processed|handled|sent)\s+by\b|\bverwerkt\s+door\b|\bmeekijk|\bkijkt\s+mee\b|\brecipients\b)",
    re.I,
)
_DENIES = re.compile(
    r"\b(?:\b(?:niet|nooit|nimmer|geen|not|never)\b.{0,60}?\b(?:delen|gedeeld|verstrek\w{0,2}|"
    r"doorge\w{3,5}|verkopen|"
    r"verkocht|toegang|beschikking|shar(?:e|ed)|sell|sold|disclos\w{0,2})\b|"
    r"\b(?:delen|verkopen|verstrekken|geven|share|sell|stellen)\b.{0,80}?\b(?:niet|nooit|nimmer|"
    r"geen|never|not)\b)",
    re.I,
)
_EXCEPT = re.compile(
    r"\b(?:anders\s+dan|behoudens|met\s+uitzondering\s+van|tenzij|behalve|uitgezonderd|alleen|uitsluitend|maar\s+beperkt|"
    r"beperkt\s+tot|other\s+than|"
    r"except|unless|only)",
    re.I,
)
_NO = re.compile(
    r"\b(?:niet(?!\s+alleen)|geen|nooit|nimmer|noch|zonder|in\s+plaats\s+van|not(?!\s+only)|no|"
    r"never|nor|without|instead\s+of)\b",
    re.I,
)
_TURN = re.compile(
    r"[.;:!?]|\b(?:maar|echter|wel|but|however)\b|,\s+(?:deze|dit|dat|die|daarvoor|hiervoor|daarom|dan|wij|"
    r"we|it|these|this|which|tenzij|behalve|gebruiken|maken)\b|\s[–—-]\s",
    re.I,
)
_REACH = 160
_TOWARDS = re.compile(
    r"\b(?:met|aan|door|bij|naar|zoals|waaronder|bijvoorbeeld|namelijk|inzichtelijk\s+voor|toegankelijk\s+voor|tussen|to|with|by|"
    r"(?:verzonden|verstuurd|betal\w{2,4}|loopt|lopen|gaat|gaan|verwerkt|worden|wordt)\s+(?:\w+\s+){0,2}via|"
    r"(?:gebruik\w{0,8}|diensten|software|afnemen|afhankelijk|hulp|vordering|verzoek|bevel|last)\s+van|"
    r"through|including|such\s+as|rely\s+on)\b[^.;]{0,70}\Z",
    re.I,
)
_ENGAGES = re.compile(
    r"\b(?:in(?:ge)?schakel\w{0,3}|schakel(?:en|t)?|zetten|inzetten|ingezet|ingehuurd|huren|hebben|"
    r"gebruiken|engag\w{1,3}|use|appoint\w{0,2})\b[^.;]{0,70}\Z",
    re.I,
)
_ACCESS = re.compile(
    r"[^.;,]{0,60}?\b(?:opvra(?:gen|agt)|vorder(?:t|en)|eist|eisen|toegang|inzage|verwerken|verwerkt|ontvangen|ontvangt|krijgen|krijgt|inschakel\w{0,3}|"
    r"ingeschakeld|gedeeld|verstrekt|werken\s+in\s+(?:onze\s+)?opdracht|access|receives?|process(?:es)?|engaged|"
    r"contractueel|overhandigd)\b",
    re.I,
)
_DEFINITION = re.compile(
    r"\bin\s+de\s+zin\s+van\b|wordt\s+(?:hier\s+)?bedoeld|\bverstaan\b|niet\s+verantwoordelijk",
    re.I,
)


def shares(words: str) -> bool:
    """Whether data goes to somebody; "wij delen niets" does not count."""
    return bool(SHARES.search(words)) and not denies(words) and not _DEFINITION.search(words)


def denies(words: str) -> bool:
    """
    Whether the sentence says that data does not go, without an exception.

    >>> denies("Wij delen niets met derden."), denies("Wij delen niets, tenzij het moet.")
    (False, False)
    >>> denies("Wij verkopen uw gegevens niet aan derden.")
    True
    """
    return bool(_DENIES.search(words)) and not _EXCEPT.search(words)


def withheld(words: str, at: int) -> bool:
    """
    Whether the clause before *at* says that nothing goes to what is named there.

    >>> text = "Wij gebruiken geen Postduif, maar wel Koerier."
    >>> withheld(text, text.index("Postduif")), withheld(text, text.index("Koerier"))
    (True, False)
    """
    start = max(0, at - _REACH)
    start = max((m.end() for m in _TURN.finditer(words, start, at)), default=start)
    found = _NO.search(words, start, at)
    return found is not None and not _EXCEPT.search(words, found.end(), at)


def gives_to(words: str, start: int, end: int) -> bool:
    """
    Whether a sentence that shares sends data to what stands at *start*.

    >>> text = "Wij delen uw naam met onze koerier."
    >>> gives_to(text, text.index("koerier"), len(text) - 1)
    True
    >>> gives_to("Leveranciers die wij kennen delen graag.", 0, 12)
    False
    """
    before = words[max(0, start - _REACH) : start]
    return bool(_TOWARDS.search(before) or _ENGAGES.search(before) or _ACCESS.match(words, end))
