"""Whether cookies are used, of which kinds, with which tools, and whether consent is asked."""

import re
from collections.abc import Iterator

from nakomen.reading.facts import CookieFact, Quote
from nakomen.reading.text.sentences import Role, Sentence
from nakomen.reading.words.about import About, subjects
from nakomen.reading.words.clauses import DEFINES, denied
from nakomen.reading.words.gazetteer import spot
from nakomen.reading.words.lexicon import lexicon
from nakomen.reading.words.quick import Quick
from nakomen.terms import CookieKind

_FILE = "cookie_words.toml"
_NO_METERS = frozenset(
    {
        "Google Tag Manager",
        "Google Search Console",
        "Google Data Studio",
        "SEMrush",
        "Adobe",
        "Firebase",
    }
)
"""Of the kind analytics, but they count no visits themselves."""
_NOUN = 70
"""A line of the cookie section that is shorter than this names the cookie without a verb."""
_COOKIE = re.compile(r"cookie", re.I)
_USED = re.compile(
    r"\b(?:gebruik(?:en|t)?|gebruikt|plaats(?:en|t)?|geplaatst|zetten|werkt?\s+met|werken|bijgehouden|"
    r"opgeslagen|bevat|staan|is\s+er|één|alleen|only|ma+k(?:en|t)|inzetten|nodig|noodzakelijk|uses?|used|using|places?|placed|set|sets)\b",
    re.I,
)
_NONE = Quick(
    r"\b(?:geen|no)\s+(?:gebruik\s+(?:van\s+)?)?(?:enkele\s+|eigen\s+|soort\s+|any\s+)?cookies?\b|"
    r"\b(?:gebruik|plaats)\w*\s+(?:wij\s+|we\s+)?(?:\w+\s+)?cookies?\s+niet\b|"
    r"cookies?\s+(?:worden|wordt|gebruiken|plaatsen)\s+(?:\w+\s+)?niet\b|cookie-?\s?(?:vrij|loos|free|less)\b|"
    r"(?:not|don't)\s+(?:use|set|place)\s+(?:any\s+)?cookies",
    re.I,
)
_A_KIND = re.compile(r"\b(?:geen|no)\s+(?:gebruik\s+van\s+)?(?P<kind>[\w-]+)[\s-]*cookies?\b", re.I)
_WITHOUT = Quick(r"\b(?:zonder|without)\b.{0,30}cookies?|cookie-?less", re.I)
_NOTHING = re.compile(
    r"\A\W*(?:nee|nul|geen|geene|no|none|zero)\b(?:\W+\w+){0,3}\W*\Z|"
    r"\A\W*(?:die|deze|daar)\b.{0,40}\b(?:niet|geen)\b",
    re.I,
)
_NON = re.compile(r"\b(?:non|niet)[-\s]\Z", re.I)
_THIRD_PARTY = re.compile(r"\b(?:derden?|externe)\W+(?:\w+\W+){0,4}cookies?", re.I)
_WE = re.compile(r"\b(?:wij|we|onze|our)\b", re.I)
_ONE = re.compile(r"\A\W*(?:eentje|één|ja|yes|one|just\s+one|twee)\b", re.I)
"""The answer to a heading that asks for cookies."""
_OTHERS = re.compile(r"\b(?:als|indien|in\s+het\s+geval|mocht\w*|if|when)\b.{0,90}\bderde", re.I)
_BROWSER = Quick(
    r"\b(?:browser|internetbrowser|instellingen|settings|uitschakelen|weigeren|afmelden|blokkeren|disable|refuse|verwijderen)\b",
    re.I,
)
_CONSENT = Quick(
    r"toestemming|toestemt|\bkies|\bkiezen|\bkeuze|\bklikt|toestaan|toestaat|aangeven|\bja\b|beslist|"
    r"bepaalt\s+zelf|akkoord|accepte|instem|goedvind|goed\s+vind|goedkeur|opt-?in\b|\ballow|\bagree|"
    r"\bchoose|\bchoice|consent|\bpermission|\baccept",
    re.I,
)
_BROWSER_ONLY = Quick(
    r"\bbrowser\b.{0,80}\b(?:accept|weiger|toestaan|kies|stel)|\b(?:accept|kies|kiezen)\w*\b.{0,60}\bbrowser",
    re.I,
)
_NO_NOTICE = re.compile(
    r"\b(?:geen|no)\s+(?:\w+\s+)?cookie-?\s?(?:melding|banner|muur|wall|notice|pop-?up)", re.I
)
_NEEDLESS = Quick(
    r"\b(?:geen|niet|zonder|hoeven?|no|not|without)\b.{0,50}?(?:toestemming|consent|permission)|"
    r"toestemming\b.{0,40}\bniet\s+(?:nodig|vereist|verplicht)|"
    r"\bhoeven?\b.{0,40}\b(?:niets?|geen)\b.{0,20}\bvragen|consent\b.{0,30}\bnot\s+(?:needed|required)",
    re.I,
)
_IMPLIED = Quick(
    r"\bdoor\b.{0,60}\b(?:gebruik\s+te\s+maken|te\s+bezoeken|verder\s+te\s+(?:gaan|surfen))|by\s+using|by\s+continuing|"
    r"intrek|ingetrokken|in\s+te\s+trekken|withdraw",
    re.I,
)
_NOT_WITHOUT = re.compile(
    r"\b(?:niet|nooit|geen|not|never)\b.{0,60}\bzonder\b|"
    r"\b(?:zonder|without)\b.{0,60}\b(?:geen|niet|no|not)\b|never.{0,40}without",
    re.I,
)


def read_cookies(sentences: tuple[Sentence, ...]) -> CookieFact:
    """What the text says of cookies; a definition or a hint about the browser says nothing."""
    used: bool | None = None
    kinds: dict[CookieKind, None] = {}
    tools: dict[str, None] = {}
    asked: list[bool] = []
    told: list[Quote] = []
    near = kinds_of_cookies = False
    for sentence in sentences:
        named = tuple(_tools(sentence))
        tools |= dict.fromkeys(named)
        about = _is_about(sentence)
        if not about and not (near and _CONSENT.search(sentence.words)):
            near = False
            continue
        near = True
        if named and not _WITHOUT.search(sentence.words):
            kinds[CookieKind.ANALYTICAL] = None
        found = list(_kinds(sentence))
        consent = _consent(sentence.words)
        says = _used(sentence, bool(found))
        kinds |= dict.fromkeys(found)
        kinds_of_cookies = kinds_of_cookies or bool(found)
        asked += [] if consent is None else [consent]
        used = says if used is None or says else used
        if says is not None or found or consent is not None:
            told.append(Quote(quote=sentence.text, start=sentence.start))
    if used is None and (kinds_of_cookies or asked):
        used = True
    if used is False:
        kinds = {}
    return CookieFact(
        used=used,
        types=tuple(kind for kind in CookieKind if kind in kinds),
        analytics_tools=tuple(tools),
        consent=any(asked) if asked and used is not False else None,
        told=tuple(told),
    )


def _is_about(sentence: Sentence) -> bool:
    about = _COOKIE.search(sentence.words) or _COOKIE.search(sentence.lead or "")
    section = About.COOKIES in subjects(sentence.section or "")
    return bool(about or section) and not (sentence.role is Role.HEADING and not section)


def _used(sentence: Sentence, has_kind: bool) -> bool | None:
    words = sentence.words
    if sentence.role is Role.HEADING or words.rstrip().endswith("?"):
        return None
    if not _COOKIE.search(words):
        if _ONE.match(words):
            return True
        return False if _NOTHING.match(words) else None
    if _NONE.search(words) and not has_kind:
        return False
    if DEFINES.search(words) or _OTHERS.search(words):
        return None
    cookie = _COOKIE.search(words)
    if cookie and not has_kind and denied(words, cookie.start()):
        return None
    kind = _A_KIND.search(words)
    if kind and not has_kind:
        return None
    if _BROWSER.search(words) and not _WE.search(words):
        return None
    if _THIRD_PARTY.search(words) and not _WE.search(words):
        return None
    named = (
        About.COOKIES in subjects(sentence.section or "")
        and len(words.split()) > 1
        and len(words) < _NOUN
    )
    return True if named or _USED.search(words) else None


def _kinds(sentence: Sentence) -> Iterator[CookieKind]:
    """Kinds that are used: beside the word cookie, or an item or heading of the cookie section."""
    words = sentence.words
    if _WITHOUT.search(words):
        return
    listed = sentence.role is not Role.PROSE and len(words) < 200
    titled = sentence.role is Role.PROSE and len(words) < 40
    for mention in lexicon(_FILE).mentions(words):
        around = words[max(0, mention.start - 60) : mention.end + 70]
        beside = _COOKIE.search(around)
        heads = ((listed or titled) and mention.start < 30) or _ONE.match(words) is not None
        if (
            not (beside or heads)
            or denied(words, mention.start)
            or _NON.search(words, 0, mention.start)
        ):
            continue
        if beside or About.COOKIES in subjects(sentence.section or ""):
            yield CookieKind(mention.code)


def _tools(sentence: Sentence) -> Iterator[str]:
    for found in spot(sentence.words):
        service = found.service
        measures = service.kind == "analytics" and service.name not in _NO_METERS
        if measures and not denied(sentence.words, found.start):
            longer = found.written.startswith(service.name)
            yield found.written if longer else service.name


def _consent(words: str) -> bool | None:
    asks = _CONSENT.search(words) or _NEEDLESS.search(words)
    if not asks and not _NO_NOTICE.search(words):
        return None
    if _BROWSER_ONLY.search(words):
        return None
    if _NO_NOTICE.search(words):
        return False
    if _NEEDLESS.search(words) and not _NOT_WITHOUT.search(words):
        return False
    return None if _IMPLIED.search(words) else True
