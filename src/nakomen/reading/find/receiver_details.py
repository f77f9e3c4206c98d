"""What a sentence says of a receiver: its role, what it is for, the country it is in."""

import re

from nakomen.reading.words.countries import COUNTRY_WORDS

_REACH = 160
_NEAR = 40
_FORM = (
    r"[*_]{0,2}(?:,?\s+(?:B\.?V\.?|N\.?V\.?|Inc\.?|LLC|Ltd\.?|Limited|GmbH|Ireland|Ireland\s+Limited|"
    r"Corporation|S\.?A\.?|AB|A/S))?[*_]{0,2}"
)
_AUTHORITY = re.compile(
    r"\b(?:politie|justitie|overheid|overheden|(?:\w+\s+)?(?:bevoegde|openbare|publieke|gerechtelijke)\s+"
    r"(?:instanties|instellingen|autoriteiten)|authorit|police|law\s+enforcement|rechter|rechtbank|"
    r"opsporings|toezichthouder|courts?\b|regulator|autoriteiten|gemeente|judges?|prosecutors?|officier\s+van|(?:the\s+)?government|"
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
_ROLE_ALONE = re.compile(
    r"(?:sub-?)?(?:verwerker|processor)|derde(?:\s+partij)?|third\s+party|overheid|authority|"
    r"(?:zelfstandig\w*\s+)?verwerkingsverantwoordelijke|(?:independent\s+)?controller",
    re.I,
)
"""In brackets behind a name this says what somebody is, not what for."""
_PROVIDES = re.compile(
    r"\b(?:verstrek\w{0,4}|doorgegeven|doorgeven|geven|disclos\w{0,2}|provid\w{1,2})\b", re.I
)
_TO_WHOM = re.compile(r"\b(?:aan|to)\b[^.;]{0,60}\Z", re.I)
BINDS = re.compile(
    r"\b(?:in|namens)\s+(?:onze\s+opdracht|opdracht\s+van\s+ons|ons\b)|on\s+our\s+behalf|"
    r"\b(?:deze|die|alle|beide|al|hen|hun|both|elk\w*|ieder\w*|these|them|each|all)\b.{0,80}"
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
    rf"{_FORM}(?:\s*\(([^()]{{3,80}})\)(?!,?\s+(?:voor|for)\s)|"
    r"(?:\s*\([^()]{3,60}\),?)?\s+(?:voor|for|ten\s+behoeve\s+van)\s+"
    r"([^,.;:()]{3,80}?)(?=\s+(?:en|and)\s+[A-Z]|[,.;:()]|$)|"
    r"[*_]{0,2}(?::|\s[–—-])\s+([^,.;:()]{3,60})(?=[,.;()]|$))"
)
_PEOPLE = {
    "US": "[Aa]merikaanse?|American",
    "NL": "[Nn]ederlandse?|Dutch",
    "DE": "[Dd]uitse?|German",
    "IE": "[Ii]erse?|Irish",
    "GB": "[Bb]ritse?|[Ee]ngelse?|British",
    "FR": "[Ff]ranse?|French",
    "BE": "[Bb]elgische?|Belgian",
}
_ADJECTIVES = "|".join(rf"(?P<of_{code}>{words})" for code, words in _PEOPLE.items())
_COUNTRY = re.compile(rf"{COUNTRY_WORDS}|\b(?:{_ADJECTIVES})\b")
_COUNTRY_AFTER = re.compile(
    rf"{_FORM}(?:(?:\s*\([^()]{{0,60}}?|,\s+|,?\s+(?:is\s+)?(?:\w+\s+)?(?:in|uit|te|from)\s+"
    rf"(?:de\s+|the\s+)?)(?:{COUNTRY_WORDS})|"
    rf",?\s+(?:is\s+)?(?:een|an?)\s+(?:{_ADJECTIVES})\s)"
)
_COUNTRY_BEFORE = re.compile(
    rf"\b(?:{_ADJECTIVES})\s+(?:(?:bedrijf|dienst|partij|leverancier|company|service)\s+)?\Z"
)
STANDS = re.compile(
    r"\b(?:process(?:es)?|does\s+so|do\s+so|doe(?:t|n)\s+dat|sla(?:at|an)|bewaart|bewaren|verwerkt|verwerken|zit(?:ten)?|sta(?:at|an)|is|zijn|bevind(?:t|en)|opgeslagen|gevestigd|are|based|located|stored|"
    r"ligt|liggen|sits?)\b[^.;]{0,50}?\b(?:in|uit)\s+(?:de\s+|the\s+|het\s+)?[A-Z][\w ]{2,24}|"
    rf"\b(?:zijn|is|are)\s+(?:{_ADJECTIVES})\b"
)
"""Says where something is, up to the name of the place."""
ALL_OF_THEM = re.compile(
    r"(?:alle(?:maal|n)?|beide|daarbij|hierbij|daarmee|hiermee|zij|ze|deze|both|all|they|these)\b",
    re.I,
)


def role_of(words: str) -> str | None:
    """What the words around a receiver make of it."""
    if _ITSELF.search(words):
        return "third_party"
    return "processor" if _PROCESSOR.search(words) else None


def given_as_third(words: str, start: int) -> bool:
    """ "Verstrekken aan X": X receives for itself, where nothing says that it works for us."""
    before = words[:start]
    return bool(_TO_WHOM.search(before[-_REACH:]) and _PROVIDES.search(before))


def is_authority(label: str) -> bool:
    """Police, courts, supervisors, the government."""
    return _AUTHORITY.search(label) is not None


def role_of_category(label: str, words: str) -> str | None:
    return "authority" if is_authority(label) else role_of(words)


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
    >>> purpose_after("Postduif (verwerker, Nederland), voor bezorging", 8)
    'bezorging'
    """
    found = _AFTER.match(words, end)
    told = " ".join(next(filter(None, found.groups()), "").split()) if found else ""
    bare = _COUNTRY.sub("", told).strip(" ,")
    return bare if len(bare) > 3 and not _ROLE_ALONE.fullmatch(bare) else None


def country_of(words: str) -> str | None:
    """
    The country that a cell or a row names; ISO 3166.

    >>> country_of("Dublin, Ierland"), country_of("EER"), country_of("zijn Amerikaans")
    ('IE', None, 'US')
    """
    return _code(_COUNTRY.search(words))


def country_before(words: str, start: int) -> str | None:
    """
    The country of a name in the word before it: "het Amerikaanse bedrijf X".

    >>> country_before("van het Amerikaanse bedrijf Postduif", 28)
    'US'
    """
    return _code(_COUNTRY_BEFORE.search(words, max(0, start - _NEAR), start))


def country_after(words: str, end: int) -> str | None:
    """
    The country given with a name: "X (Ierland)", "X, gevestigd in de Verenigde Staten"; ISO 3166.

    >>> country_after("Pakket (bezorging, Ierland) en", 6)
    'IE'
    >>> country_after("Post en Pakket in Ierland", 4) is None
    True
    """
    return _code(_COUNTRY_AFTER.match(words, end))


def _code(found: re.Match[str] | None) -> str | None:
    return found.lastgroup.removeprefix("of_") if found and found.lastgroup else None
