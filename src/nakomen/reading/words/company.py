"""How a company's name looks in a text, and which words with a capital are no name."""

import re

_PART = r"(?:[A-Z0-9À-Þ]|[a-z]{1,2}[A-Z])[\w&'’.+-]{0,40}(?:@[A-Z][\w&'’.+-]{0,40})?"
_SMALL = r"van|de|der|den|het|en|the|of|and|voor|&|\+|-"
NAME = rf"{_PART}(?: (?:{_PART}|{_SMALL}|(?:bvba|bv|vof|nv|vzw)\b)){{0,6}}"
_BEHIND = (
    r"B\.?V\.?(?:BA)?|N\.?V\.?|V\.?O\.?F\.?|V\.o\.f\.|v\.o\.f\.|b\.v\.|C\.?V\.?(?:BA)?|LLP|GmbH|Ltd\.?|Limited|Inc\.?|LLC|U\.?A\.?|"
    r"SRL|VZW|vzw|bvba|vof|bv|nv|Comm\.?\s?V"
)
_AHEAD = (
    r"V\.?O\.?F\.?|V\.o\.f\.|[Ss]tichting|[Vv]ereniging|[Cc]oöperatie|[Mm]aatschap|[Ee]enmanszaak"
)
_FORM_WORDS = (
    r"(?i:eenmanszaak|stichting|vereniging|co[oö]peratie|vof|vennootschap\s+onder\s+firma|"
    r"maatschap|besloten\s+vennootschap|sole\s+proprietorship|foundation)"
)
LEGAL_FORM = re.compile(rf"(?<![\w.])(?:{_BEHIND}|{_AHEAD})(?!\w)")
FIRST_FORM = re.compile(rf"(?<![\w.])(?:{_BEHIND})(?!\w)")
_LEADING_FORM = re.compile(rf"^(?:(?:{_AHEAD}|[Dd]e|[Hh]et|The)\s+)+")
_COMMON = (
    "wij we wie de het een deze dit onze ons u uw je als in indien op bij voor om alle elke "
    "ook privacy privacyverklaring privacybeleid verklaring verantwoordelijke verwerker "
    "verwerkingsverantwoordelijke autoriteit persoonsgegevens avg gdpr eu eer hierin "
    "daarnaast wanneer zij hij the our this you your if personal data cookies "
    "website algemene verordening adres contact contactgegevens organisatie bedrijf kamer "
    "postbus versie niemand iedereen bedrijfsnaam naam wederverkoper klant waarvoor waarom welke "
    "hoe wat waar mag gaan bezoekadres postadres nederland netherlands holland belgië belgium "
    "nederlandse dutch european europese commissie verenigde united general chamber tel telefoon "
    "e-mail email mail kvk btw iban fax inleiding introductie inhoudsopgave artikel titel ja nee "
    "er hier dat die wel niet geen u dan zo nu na met door over tot per gegevens informatie "
    "bezoeker gebruiker gebruikers klanten betrokkene betrokkenen relaties privacyreglement "
    "onderwerp doel datum categorie categorieën functionaris wet staat google what why who how "
    "where when for with from to account accounts content diensten services "
    "mevrouw dhr mw mr heer neem lees bekijk klik open home menu skip teneinde middels conform "
    "i below above before since unless however therefore these those its their "
)
_NO_NAME = frozenset(_COMMON.split())


def is_common(words: str, text: str) -> bool:
    """
    Whether a capital is all that makes *words* look like a name.

    A single word that the text writes without a capital as well is an ordinary one.

    >>> is_common("Facturen", "Facturen: zeven jaar. Ook facturen."), is_common("Linde", "Linde")
    (True, False)
    """
    first = re.sub(r"^(?:De|Het|The) (?=[A-Z])", "", words).partition(" ")[0]
    if first.casefold().rstrip(".") in _NO_NAME or first.isdigit() or first.endswith(":"):
        return True
    if " " in words or not words[0].isupper() or not words[1:].islower():
        return False
    return re.search(rf"(?<![\w.@/-]){re.escape(words.lower())}(?![\w@-]|\.\w)", text) is not None


def key(name: str) -> str:
    """
    >>> key("Zonnekabel B.V.") == key("zonnekabel bv")
    True
    >>> key("Stichting De Linde") == key("Linde")
    True
    """
    return re.sub(r"[^a-z0-9]", "", _LEADING_FORM.sub("", name).casefold())


def same(one: str, other: str) -> bool:
    """One key begins the other, at least four letters of it."""
    short, long = sorted((one, other), key=len)
    return one == other or (len(short) >= 4 and long.startswith(short))


def form_beside(name: str, text: str) -> re.Match[str] | None:
    """
    The legal form in words beside the name, as the last group.

    >>> found = form_beside("De Linde", "Dit is van stichting De Linde te Ede.")
    >>> found and found[1]
    'stichting'
    """
    bare = re.escape(name)
    before = re.search(rf"\b({_FORM_WORDS})\s+{bare}(?!\w)", text)
    return before or re.search(
        rf"(?<!\w){bare}(?:\s+is\s+(?:een|a)|,(?:\s+een)?)\s+({_FORM_WORDS})\b", text
    )


def bare_form(name: str) -> str | None:
    """
    The legal form in a name; where it has two ends, both.

    >>> bare_form("Coöperatie De Linde U.A."), bare_form("De Linde B.V.")
    ('Coöperatie U.A.', 'B.V.')
    """
    forms = [found.group() for found in LEGAL_FORM.finditer(name)]
    return " ".join(forms[:2]) if forms else None
