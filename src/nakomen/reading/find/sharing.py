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
    r"\b(?:krijg(?:t|en)|ontvang(?:t|en))\b.{0,60}\b(?:gegevens|inzage|naam|adres|data|informatie)\b|"
    r"\b(?:gegevens|informatie|data)\b.{0,60}\b(?:krijg(?:t|en)|ontvang(?:t|en)|opvragen|vorderen)\b|"
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
    r"\b(?:anders\s+dan|tenzij|behalve|uitgezonderd|alleen|uitsluitend|maar\s+beperkt|"
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
    r"\b(?:met|aan|door|bij|naar|zoals|waaronder|inzichtelijk\s+voor|toegankelijk\s+voor|tussen|to|with|by|"
    r"(?:verzonden|verstuurd|betal\w{2,4}|loopt|lopen|gaat|gaan|verwerkt|worden|wordt)\s+(?:\w+\s+){0,2}via|"
    r"(?:gebruik\w{0,8}|diensten|software|afnemen|afhankelijk|hulp|vordering|verzoek|bevel|last)\s+van|"
    r"through|including|such\s+as|rely\s+on)\b[^.;]{0,130}\Z",
    re.I,
)
_ENGAGES = re.compile(
    r"\b(?:in(?:ge)?schakel\w{0,3}|schakel(?:en|t)?|zetten|inzetten|ingezet|ingehuurd|huren|hebben|"
    r"gebruiken|engag\w{1,3}|use|appoint\w{0,2})\b[^.;]{0,130}\Z",
    re.I,
)
_ACCESS = re.compile(
    r"[^.;,]{0,60}?\b(?:toegang|inzage|verwerken|verwerkt|ontvangen|ontvangt|krijgen|krijgt|inschakel\w{0,3}|"
    r"ingeschakeld|gedeeld|verstrekt|werken\s+in\s+(?:onze\s+)?opdracht|access|receives?|process(?:es)?|engaged|"
    r"contractueel|overhandigd)\b",
    re.I,
)
_AUTHORITY = re.compile(
    r"\b(?:politie|justitie|overheid|overheden|(?:\w+\s+)?(?:bevoegde|openbare|publieke|gerechtelijke)\s+"
    r"(?:instanties|instellingen|autoriteiten)|authorit|police|law\s+enforcement|rechter|rechtbank|"
    r"opsporings|toezichthouder|courts?\b|regulator|autoriteiten|gemeente|(?:the\s+)?government|"
    r"tax\s+(?:office|authorities)|inlichtingen)",
    re.I,
)
_PROCESSOR = re.compile(
    r"verwerkers|(?:ver|be)werkersovereenkomst|processing\s+agreement|namens\s+ons|opdracht\s+van\s+ons|onze\s+opdracht|"
    r"onderaannem|inschakel|"
    r"ingeschakeld|\bschakelen\b|diensten\s+(?:af\s+)?van|\bmaken\s+(?:\w+\s+)?gebruik\s+van|gebruik\s+van\s+(?:de|het)|"
    r"gekozen\s+voor|\bhuren\b|"
    r"gebruiken\s+(?:software|(?:wij|we)\s)|\b(?:wij|we)\s+gebruiken\b|gehost|\bhosted\b|(?:sub-?)?verwerker\b|"
    r"gebruik\s+van\b|"
    r"\bwe\s+use\b|processors?\b|on\s+our\s+behalf|af\s+van\b|uitbeste|afhankelijk\s+van",
    re.I,
)
_PROVIDES = re.compile(
    r"\b(?:verstrek\w{0,4}|doorgegeven|doorgeven|geven|disclos\w{0,2}|provid\w{1,2})\b", re.I
)
_TO_WHOM = re.compile(r"\b(?:aan|to)\b[^.;]{0,60}\Z", re.I)
BINDS = re.compile(
    r"\b(?:in|namens)\s+(?:onze\s+opdracht|opdracht\s+van\s+ons|ons\b)|on\s+our\s+behalf|"
    r"\b(?:deze|die|alle|al|hen|hun|elk\w*|ieder\w*|these|them|each|all)\b.{0,80}"
    r"(?:(?:ver|be)werkersovereenkomst|processing\s+agreement|\bDPA\b)|"
    r"(?:(?:ver|be)werkersovereenkomst\w{0,2}|processing\s+agreements?)\b.{0,40}\b(?:deze|die|alle|al|"
    r"hen|these|them|each|all)\b|\b(?:sub-?)?verwerkers\b|\bprocessors\b",
    re.I,
)
"""What makes the parties of a chapter processors: an agreement, work on our orders."""
_ITSELF = re.compile(
    r"zelfstandig(?:e)?\s+(?:verwerkings)?verantwoordelijk|zelf\s+(?:verwerkings)?verantwoordelijk|"
    r"voor\s+(?:hun|zijn|haar)\s+eigen\s+doel|beslist\s+zelf|zelf\s+bepaalt|eigen\s+verantwoordelijkheid|daarvoor\s+zelf\s+verantwoordelijk|"
    r"inloggen\s+via|"
    r"independent\s+(?:data\s+)?controller|controllers?\s+in\s+(?:their|its)\s+own|log\s?in\s+with",
    re.I,
)
_PURPOSE = re.compile(
    r"\b(?:[Vv]oor|[Tt]en\s+behoeve\s+van)\s+(?!uw\s|een\s+ander|andere|zover|dit\s|"
    r"deze\s)(\w[^,.;:]{2,90}?)"
    r"(?=\s+(?:ma+k(?:en|t)|gebruik(?:en|t)?|gekozen|hebben|schakelen|worden|werken|zetten|"
    r"delen|kunnen|kan|zullen|moeten)\b|[,.;:]|$)"
)
_AFTER = re.compile(
    r"(?:\s+(?:B\.?V\.?|Inc\.?|Ltd\.?))?(?:\s*\(([^()]{3,60})\)(?!\s+(?:voor|for)\s)|"
    r"(?:\s*\([^()]{3,60}\))?\s+(?:voor|for|ten\s+behoeve\s+van)\s+"
    r"([^,.;:()]{3,80}?)(?=\s+(?:en|and)\s+[A-Z]|[,.;:()]|$)|:\s+([^,.;:()]{3,60})(?=[,.;()]|$))"
)
_DEFINITION = re.compile(
    r"\bin\s+de\s+zin\s+van\b|wordt\s+(?:hier\s+)?bedoeld|\bverstaan\b|niet\s+verantwoordelijk",
    re.I,
)
_COUNTRIES = {
    "NL": r"Nederland|(?:The )?Netherlands",
    "US": r"Verenigde\s+Staten|\bVS\b|\bUSA?\b|United\s+States|Amerika",
    "IE": r"Ierland|Ireland",
    "DE": r"Duitsland|Germany",
    "BE": r"België|Belgium",
    "FR": r"Frankrijk|France",
    "GB": r"Verenigd\s+Koninkrijk|United\s+Kingdom|Engeland",
    "LU": r"Luxemburg|Luxembourg",
    "SE": r"Zweden|Sweden",
    "CH": r"Zwitserland|Switzerland",
    "IN": r"\bIndia\b",
    "CA": r"\bCanada\b",
    "PL": r"\bPolen\b|Poland",
    "EE": r"Estland|Estonia",
    "AT": r"Oostenrijk|Austria",
}
_EACH = "|".join(f"(?P<{iso}>{words})" for iso, words in _COUNTRIES.items())
_COUNTRY = re.compile(_EACH)
_COUNTRY_AFTER = re.compile(
    r"(?:\s+(?:B\.?V\.?|Inc\.?|Ltd\.?))?(?:\s*\([^()]{0,60}?|,?\s+(?:is\s+)?(?:\w+\s+)?(?:in|"
    r"uit|from)\s+(?:de\s+|the\s+)?)"
    rf"(?:{_EACH})"
)
STANDS = re.compile(
    r"\b(?:zit(?:ten)?|sta(?:at|an)|is|zijn|bevind(?:t|en)|opgeslagen|gevestigd|are|based|located|stored|"
    r"ligt|liggen|sits?)\b[^.;]{0,50}?\b(?:in|uit)\s+(?:de\s+|the\s+|het\s+)?[A-Z][\w ]{2,24}"
)
"""Says where something is, up to the name of the place."""
ALL_OF_THEM = re.compile(r"(?:alle(?:maal|n)?|beide|zij|ze|deze|both|all|they|these)\b", re.I)


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


DISCLOSES = re.compile(
    r"\b(?:delen|deelt|gedeeld|verstrekken|verstrekt|verstuurd|doorgegeven|doorgeven|share|"
    r"shared|disclosed?)\b",
    re.I,
)
AGREEMENT = re.compile(
    r"\b(?:verwerkersovereenkomst\w{0,3}|bewerkersovereenkomst\w{0,3}|contractueel\s+gebonden|"
    r"zorgvuldige\s+selectie\s+van|"
    r"overeenkomst\w{0,2}\s+met\s+(?:onze|deze)\s+(?:leveranciers|verwerkers|partijen)|"
    r"processing\s+agreement|"
    r"(?:leveranciers|verwerkers|partijen)\s+(?:vereisen|eisen|verlangen)\s+(?:wij|we))",
    re.I,
)
"""What is asked of processors."""


def role_of(words: str) -> str | None:
    """What the words around a receiver make of it."""
    if _ITSELF.search(words):
        return "third_party"
    return "processor" if _PROCESSOR.search(words) else None


def given_as_third(words: str, start: int) -> bool:
    """ "Verstrekken aan X": X receives for itself, where nothing says that it works for us."""
    before = words[:start]
    return bool(_TO_WHOM.search(before[-_REACH:]) and _PROVIDES.search(before))


def role_of_category(label: str, words: str) -> str | None:
    return "authority" if _AUTHORITY.search(label) else role_of(words)


def purpose_of(words: str) -> str | None:
    """
    What the receiver is for, in the words of the sentence.

    >>> purpose_of("Voor het bezorgen van pakketten maken wij gebruik van een koerier.")
    'het bezorgen van pakketten'
    """
    found = _PURPOSE.search(words)
    return " ".join(found[1].split()) if found and len(found[1]) > 5 else None


def purpose_after(words: str, end: int) -> str | None:
    """
    What stands right after a name: "X voor de betalingen", "X (hosting)", "X: facturatie".

    >>> purpose_after("Postduif BV (bezorging) en X", 11)
    'bezorging'
    """
    found = _AFTER.match(words, end)
    told = " ".join(next(filter(None, found.groups()), "").split()) if found else ""
    bare = _COUNTRY.sub("", told).strip(" ,")
    return bare if len(bare) > 3 else None


def country_of(words: str) -> str | None:
    """
    The country that a cell or a row names; ISO 3166.

    >>> country_of("Dublin, Ierland"), country_of("EER")
    ('IE', None)
    """
    found = _COUNTRY.search(words)
    return found.lastgroup if found else None


def country_after(words: str, end: int) -> str | None:
    """
    The country given with a name: "X (Ierland)", "X, gevestigd in de Verenigde Staten"; ISO 3166.

    >>> country_after("Pakket (bezorging, Ierland) en", 6)
    'IE'
    >>> country_after("Post en Pakket in Ierland", 4) is None
    True
    """
    found = _COUNTRY_AFTER.match(words, end)
    return found.lastgroup if found else None
