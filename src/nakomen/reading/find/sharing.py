"""Sentences that say that data goes to somebody: their verbs, denials, roles, purposes."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import Quote

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
    r"hosted)",
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
_KIND = (
    r"(?:toe)?leveranciers?|(?:\w{2,12}-)?dienstverleners?|sub-?verwerkers|verwerkers|"
    r"(?:zakelijke\s+)?partners|"
    r"accountants?(?:kantoor)?|boekhouders?|boekhoudkantoor|administratiekantoor|"
    r"incassobureaus?|incassobureau’s|"
    r"incassobureau's|(?:gerechts)?deurwaarders?|hosting\s?(?:provider|partij|bedrijf)\w{0,3}|"
    r"(?:(?:internet|telecom|e-?mail|betaal|betalings|payment)[ -]?)?providers?|banken|"
    r"creditcardmaatschappijen|"
    r"vervoerders?|bezorgdienst(?:en)?|pakketdienst(?:en)?|koeriersdienst(?:en)?|adviseurs?|"
    r"advoca(?:at|ten)|"
    r"verzekeraars?|(?:derde|externe|andere|niet-geaffilieerde\s+externe)\s+partijen|derden|"
    r"onderaannemers|"
    r"contractoren|groepsmaatschappijen|moedermaatschappij|registrars?|"
    r"personen,\s+bedrijven\s+en\s+instanties|politie|justitie|overheidsinstanties|overheid|"
    r"(?:bevoegde|openbare)\s+instanties|suppliers|service\s+providers|third\s+parties|processors|"
    r"subcontractors|authorities|police"
)
CATEGORY = re.compile(
    rf"\b(?:(?:andere|externe|zakelijke|financiële|wettelijk|openbare|fysieke|other|"
    rf"external)\s+){{0,2}}(?:{_KIND})\b",
    re.I,
)
_SOURCE = re.compile(
    r"(?:verkrij\w{1,4}|ontvang\w{1,3}|informatie|\w{0,8}sites?|bronnen|klachten|gegevens|"
    r"softwareoplossingen|content|"
    r"rechten|toestemming)\s+(?:wij\s+)?(?:van|uit|from|of)\s+(?:\w+\s+)?\Z",
    re.I,
)
VAGUE = frozenset(
    {
        "derden",
        "derde partijen",
        "andere partijen",
        "andere derden",
        "externe partijen",
        "third parties",
    }
)
_AUTHORITY = re.compile(
    r"\b(?:politie|justitie|overheid|(?:bevoegde|openbare)\s+instanties|authorit|police)", re.I
)
_PROCESSOR = re.compile(
    r"verwerkers|verwerkersovereenkomst|namens\s+ons|opdracht\s+van\s+ons|onze\s+opdracht|"
    r"onderaannem|inschakel|"
    r"ingeschakeld|\bschakelen\b|diensten\s+(?:af\s+)?van|\bmaken\s+(?:\w+\s+)?gebruik\s+van|gebruik\s+van\s+(?:de|het)|"
    r"gekozen\s+voor|\bhuren\b|"
    r"gebruiken\s+software|processors?\b|on\s+our\s+behalf|af\s+van\b|uitbeste|afhankelijk\s+van",
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


def categories(words: str) -> Iterator[Quote]:
    """Kinds of receivers, vague ones only where there is nothing better."""
    found = [
        Quote(quote=m.group(), start=m.start())
        for m in CATEGORY.finditer(words)
        if not _SOURCE.search(words, max(0, m.start() - 40), m.start())
    ]
    clear = [q for q in found if q.quote.casefold() not in VAGUE]
    return iter(clear or found[:1])


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
    return "processor" if _PROCESSOR.search(words) else None


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
