"""Whether data reaches a name: the word that governs it, and the verbs of its sentence."""

import re

from nakomen.reading.find.sharing import shares, withheld
from nakomen.reading.words.governors import EXAMPLES, GIVES, GOVERNS, VERBS

_WINDOW = 140
_NEAR = 7
_ROLE_REACH = 50
_EDGE = "(\"'“‘„*_[«)”’]»"

_SERVICE = (
    r"(?:\w{0,20}(?:diensten|dienst|platform|software|servers?|datacenters?|datacentra|pakket|"
    r"programma|systeem|systemen|applicaties?|tools?|cloud|monteurs?|chauffeurs?|omgeving|oplossing(?:en)?|plug-?ins?|"
    r"pixels?|cookies|scripts?|buttons?|knoppen|video.?s|kaarten|lettertypen|infrastructuur|"
    r"faciliteiten|services?|infrastructure|netwerk)|api|app|crm|technologie)"
)
_USES = re.compile(
    r"\b(?:gebruik(?:en|t|gemaakt|maken)?|benutten|inzetten|ingezet|zetten|inschakelen|"
    r"ingeschakeld|schakelen|schakelt|gekozen|kiezen|hanteren|werken|uitbesteed|"
    r"use|uses|using|engage|rely|chosen)\b",
    re.I,
)
_HERS = re.compile(
    r"\b(?:u|je|jij|gebruikers?|bezoekers?|klanten|klant|you|your)\s+(?:[\w.]+\s+){0,7}"
    r"(?:gebruik(?:t|en|maakt)?|maakt|use)\b|\bgebruikt\s+(?:u|je)\b|"
    r"\b(?:maakt|maak)\s+(?:u|je)\b.{0,60}\bgebruik|\bdo\s+you\s+use\b",
    re.I,
)
_HER_MESSAGE = re.compile(
    r"\b(?:u|je|jij|you)\s+(?:kunt|kan|kunnen|mag|can|may)\b|\b(?:kunt|kan|can)\s+(?:u|je|jij|you)\b|"
    r"\b(?:u|je|you)\s+(?:\w+\s+){0,3}(?:contact|bericht|message)",
    re.I,
)
_SUCH = re.compile(
    r"(?:netwerken|media|diensten|partijen|platforms|bedrijven|kanalen|tools|leveranciers|"
    r"programma.?s)\s*\Z",
    re.I,
)
_BUTTONS = re.compile(
    r"\b(?:\w{0,20}knop(?:pen)?|buttons?|plug-?ins?|embed\w{0,3}|ingesloten)\b", re.I
)
_OF = frozenset(("van", "of", "uit", "from"))
_OF_USE = re.compile(
    rf"(?:\b{_SERVICE}|\bgebruik(?:gemaakt|maken|making)?|\buse|\baf(?:nemen)?|\bafgenomen|\bafname|\binkopen|\bhuren|"
    r"\bafhankelijk)\s*\Z",
    re.I,
)
_NOT_OF = re.compile(
    r"(?:\w{0,14}(?:verklaring|beleid|statement|policy|policies|notice|voorwaarden|website|site|"
    r"pagina|page|terms|informatie|link|certificaat|handleiding|instructies|uitleg|browser|"
    r"settings|instellingen|opt[\s-]?out|partner|reseller|dealer|richtlijnen|klant|onderdeel|dochter|"
    r"handelsnaam|merk|logo|account|add-?on|naam|eigenaar|bestuur|wet|verordening|"
    r"keurmerk|lid|leden|gecertificeerd|gebruikers|product(?:en)?|licenties?))\s*\Z",
    re.I,
)
_THING = re.compile(
    r"\b(?:laptops?|computers?|toestel(?:len)?|telefoons?|hardware|apparat(?:en|uur)|printers?|merken?|"
    r"medewerkers?|kantoor|producten|artikelen|firewall|virusscanner|devices|phones)\s*\Z",
    re.I,
)
_ROLE = re.compile(
    r"(?:\w{0,20}-?(?:provider|partij|leverancier|pakket|software|programma|systeem|"
    r"(?<!in\s)dienst(?:verlener)?|verwerker|bureau|kantoor|boekhouder|accountant|"
    r"partner|platform|tool|drukker|webbouwer|bedrijf|service|maatschappij|"
    r"supplier|processor|host|company)s?)"
    r"\s*[,:(–—|-]?\s*(?:is|zijn|genaamd|genoemd|heet|named|called)?\s*[\"'“‘„*_(]{0,3}\Z",
    re.I,
)
_SUBJECT = re.compile(
    r"(?:['’]s|\s+(?:B\.?V\.?|N\.?V\.?|Inc\.?|Ltd\.?))?(?:\s*\([^()]{0,60}\)|\))?,?\s+(?:\w+\s+){0,1}?"
    r"(?:verwerkt|verwerken|ontvangt|ontvangen|bewaart|bewaren|slaat|slaan|stelt|krijgt|krijgen|"
    r"gebruikt|gebruiken|verzamelt|verzamelen|analyseert|meet|plaatst|plaatsen|registreert|"
    r"verzorgt|verzorgen|host(?:en)?|verstuurt|verzendt|bezorgt|beheert|"
    r"(?:kan|kunnen|mag|mogen|zal|may|can)\s+[^.;]{0,60}\b(?:geven|verschaffen|verstrekken|gebruiken|"
    r"verwerken|verzamelen|delen|ontvangen|doorgeven|use|share|disclose|transfer|collect)|"
    r"heeft\s+(?:\w+\s+){0,2}(?:toegang|passende|nodige|inzage)|hebben\s+(?:\w+\s+){0,2}toegang|"
    r"behoudt\s+zich|treedt\s+op|fungeert|is\s+(?:\w+\s+){0,14}verplicht|"
    r"is\s+(?:\w+\s+){0,4}(?:\w{0,12}verwerker|\w{0,12}leverancier|\w{0,12}provider|"
    r"\w{0,12}partij|boekhouder|processor)|"
    r"process(?:es)?|receives?|stores?|collects?|places|acts\s+as|hosts|handles|"
    r"(?:is|act)\s+(?:\w+\s+){0,3}processor)\b",
    re.I,
)
_FOR_IT = re.compile(r"(?:\s*\([^()]{0,60}\))?\s+(?:voor|for)\s+\w")
"""What a name that begins a clause is for: "Notion voor projecten"."""
_BELONGS = re.compile(
    r"\b(?:is|zijn)\s+(?:een|de|het|the|an?)\s+(?:\w+\s+){0,3}(?:platform|merk|product|dienst|"
    r"handelsnaam|onderdeel|brand|service|name|part)\s+(?:van|of)\s+\Z",
    re.I,
)
"""What the company says of its own brand."""
_FOR_US = re.compile(
    r"\b(?:voor\s+ons|namens\s+ons|onze|ons|in\s+onze\s+opdracht|for\s+us|our)\b", re.I
)
_GETS_NOTHING = re.compile(
    r"[^.;:]{0,60}?\b(?:krijg(?:t|en)|heeft|hebben|ontvangt|ontvangen|verwerkt|gebruikt)\s+"
    r"(?:\w+\s+){0,3}?(?:geen|niet|nooit)\b(?!.{0,40}\b(?:voor|langer|eigen))|"
    r"[^.;:]{0,40}?\b(?:has|have|receives?)\s+(?:no|not|never)\b",
    re.I,
)
_NO_PROCESSORS = re.compile(
    r"[^.;:]{0,60}?\b(?:zijn|is|are)\s+(?:geen|niet|not|no)\s+(?:\w+\s+)?(?:sub-?)?"
    r"(?:verwerkers?|ontvangers?|processors?|recipients?)",
    re.I,
)
_FRONTED = re.compile(r"[^.;:]{0,80}?\b(?:niets|niet|geen|nooit|nothing|no)\b", re.I)
_ASKS = re.compile(
    r"\b(?:vraagt|vragen|vordert|vorderen|eist|eisen|verzoekt|asks?|requires?|orders?)\s+"
    r"(?:(?:de|het|een|the)\s+)?\Z",
    re.I,
)
_DEMANDS = re.compile(
    r"[^.;:]{0,60}?\b(?:opvra(?:gen|agt)|vorder\w{0,3}|inzage|inzien|toegang|ontvang(?:t|en)|krijg(?:t|en)|"
    r"onderzoek|controle(?:ren|ert)?|verplicht|eist|vraagt|vragen|request\w?|demand\w?|receives?|"
    r"access)\b",
    re.I,
)
_HANDED = re.compile(r"\b(?:aan|met|naar|to|with)\s+(?:[\w-]+,?\s+){0,6}\Z", re.I)
_BUILT = re.compile(
    r"(?:ontwikkeld|gebouwd|gemaakt|developed|built|made)\s+(?:met|with|in|op|on)\b.{0,30}\Z", re.I
)
_SOURCE = re.compile(
    r"\b(?:verkrijg\w{0,2}|verkregen|afkomstig|raadple(?:gen|egt)|geraadpleegd|opgevraagd|"
    r"obtain\w{0,2}|ingeschreven|inschrijving|gepubliceerd|uittreksel|klacht|klachten|vinden|opgesteld|geschreven|gemaakt\s+door|drafted|written|"
    r"volg(?:en|t)?|bereik\w{0,4}|afmelden|uitschrijven|complaint)\b",
    re.I,
)
_DETERMINED = re.compile(r"\b(?:onze?|ons|our|de|het|als|the)\b|:\s*\Z", re.I)
_OWN_HANDS = re.compile(
    r"\b(?:(?:onze|ons|mijn)\s+eigen\s+(?:\w+\s+)?(?:server|omgeving|beheer|hosting)|eigen\s+beheer|"
    r"zelf\s+(?:gehost|gehoste|hosten)|self-?\s?hosted|our\s+own\s+servers?)",
    re.I,
)
_REFERS = re.compile(
    r"\b(?:privacy\s?(?:verklaring|statement|beleid|policy|notice)|cookiebeleid|zie\b|lees\b|klik\b|"
    r"raadpleeg|opt[\s-]?out|afmelden|https?:|see\b|read\b|click\b|aangesloten|keurmerk|certifi\w{0,8}|gecertificeerd)",
    re.I,
)
_SOLD = re.compile(
    r"\b(?:lever(?:en|t|ing\s+van)|verkopen|verkoopt|beheer(?:t|en)|installer\w{1,3}|"
    r"onderhoud\w{0,3}|partner|reseller|dealer|gecertificeerd|specialist|sell|resell|certified)\s+"
    r"(?:(?:en|of|and|van|de|het|in|voor|onder\s+andere|o\.a\.|computers|netwerken|producten)"
    r"[ ,]+){0,4}\Z",
    re.I,
)
_BROWSER = re.compile(
    r"(?:\s+(?:Chrome|Internet\s+Explorer|Explorer|Edge|Safari|Store|Play\s+Store|Windows|Partner|"
    r"Certified|Gold|advertentie-?instellingen)\b|"
    r"-(?!cookie|server|dienst|plug|pixel|script|code|tag|cloud|omgeving)|"
    r"\s+(?:pagina|profiel|page|profile)\b)",
    re.I,
)


def receives(words: str, start: int, end: int, known: bool = True) -> bool | None:
    """
    Whether data reaches the name at ``words[start:end]`` by what the sentence says around it.

    None when nothing tells: what is known of the service must decide then. A name that is not
    *known* does something itself only when it does so for us: else it may be the company.

    >>> text = "De nieuwsbrief gaat via Postduif naar u toe."
    >>> receives(text, text.index("Postduif"), text.index(" naar"))
    True
    >>> text = "Lees de privacyverklaring van Postduif."
    >>> receives(text, text.index("Postduif"), len(text) - 1)
    False
    """
    if _BROWSER.match(words, end) or withheld(words, start):
        return False
    before = words[max(0, start - _WINDOW) : start]
    if _BUILT.search(before) or _SOLD.search(before) or _OWN_HANDS.search(words):
        return False
    if _NO_PROCESSORS.match(words, end):
        return False
    if known and _FOR_IT.match(words, end) and before.rstrip()[-1:] in ("", ";"):
        return True
    if _HERS.search(words[max(0, start - 60) : end + 20]):
        return None
    if _SUBJECT.match(words, end) and (known or _FOR_US.search(words)):
        return not _GETS_NOTHING.match(words, end)
    if not known and _BELONGS.search(before):
        return False
    governed = _governed(words, before, end)
    return True if not governed and _apposed(words, before) else governed


def handed_to(words: str, start: int) -> bool:
    """Whether data is given to what stands at *start*, and not merely used or looked up there."""
    before = words[max(0, start - _WINDOW) : start]
    return bool(_HANDED.search(before)) and re.search(GIVES, words, re.I) is not None


def _governed(words: str, before: str, end: int) -> bool | None:
    """The nearest governing word before the name, with what it needs in the sentence."""
    if before.rstrip(" " + _EDGE)[-1:] in (",", ";", ".", "!", "?"):
        return None
    tail = before.split()[-_NEAR:]
    left = len(before)
    for word in reversed(tail):
        left = before.rindex(word, 0, left)
        bare = word.strip(_EDGE + ":").casefold()
        stands = _stands(bare, words, before[:left], end)
        if stands is not None:
            return stands
        if word[-1] in ",;.!?":
            return None
    return None


def _stands(word: str, words: str, left: str, end: int) -> bool | None:
    """What *word* makes of the name after it; None when it governs nothing."""
    if word in _OF:
        if _OF_USE.search(left):
            return _ours(left)
        if _NOT_OF.search(left) or _SOURCE.search(left) or _THING.search(left):
            return False
        return None
    if word in VERBS:
        used = bool(_USES.search(f"{left} {word}"))
        return (used or None) if _ours(left) else False
    if word in EXAMPLES or (word == "als" and _SUCH.search(left)):
        return shares(words) or _BUTTONS.search(words) is not None or None
    if (companions := GOVERNS.get(word)) is None:
        return None
    if word in ("met", "aan", "with", "to") and not left and _FRONTED.match(words, end):
        return False
    if _SOURCE.search(left[-60:]):
        return False
    if word in ("via", "through", "op", "on") and _HER_MESSAGE.search(words):
        return None
    return bool(companions.search(words)) or None


def demands(words: str, end: int) -> bool:
    """ "De Belastingdienst kan gegevens opvragen", "krijgt inzage"."""
    return _DEMANDS.match(words, end) is not None


def asks(words: str, start: int) -> bool:
    """ "Vraagt de Belastingdienst om gegevens"."""
    return _ASKS.search(words[max(0, start - _ROLE_REACH) : start]) is not None


def hers(words: str) -> bool:
    """What she does herself: "als u WhatsApp gebruikt", "volg ons op …", a reference."""
    return bool(_HERS.search(words) or _SOURCE.search(words) or _REFERS.search(words))


def _ours(left: str) -> bool:
    """Not what she uses herself: "als u gebruik maakt van …"."""
    return not _HERS.search(left[-80:])


def _apposed(words: str, before: str) -> bool:
    """ "Onze hostingprovider X", "boekhoudpakket (X)": what it is for says that it receives."""
    if not _ROLE.search(before[-_ROLE_REACH:]):
        return False
    return shares(words) or _DETERMINED.search(before) is not None
